"""The diff of readings: each kind of change is named, shown so that one can judge it, and nothing else is."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from reading_diff.changes import GROUPS, UNREAD, all_changes, changes
from reading_diff.corpus import corpus, draw
from reading_diff.pairing import overlap
from reading_diff.reading import Article, Contact, Link, Party, Reading, Span, Statement, Time
from reading_diff.report import around, counts, report, samples
from reading_diff.revisions import RevisionError, checkout, kept, load, read, source_tree

TEXT = "استقبل وزير الخارجية المصري نظيره الأردني أمس.\nوقال الوزير إن اللقاء كان مثمرا. وغادر الضيف."
SAID = TEXT.index("اللقاء")
EGYPT = Party(side="EGY", office="وزير الخارجية المصري", role="host")
JORDAN = Party(side="JOR", office="وزير الخارجية الأردني", role="visitor")
OMAN = Party(side="OMN", office="وزير الخارجية العماني")
CONTACT = Contact(
    kind="meeting", status="held", evidence=Span(0, 45), parties=(EGYPT, JORDAN),
    time=Time(earliest="2026-03-14", latest="2026-03-14"), place="القاهرة", topics=("الحدود",), rule="meeting.istiqbal",
)  # fmt: skip
STATEMENT = Statement(
    content=Span(SAID, SAID + 16), speakers=(EGYPT,), chain=(Link(role="outlet", name="صحيفة"),), rule="verb.say"
)


def reading(*records: Contact | Statement) -> Reading:
    return Reading(
        article=Article(key="a", sha256="0a", text=TEXT),
        contacts=tuple(record for record in records if isinstance(record, Contact)),
        statements=tuple(record for record in records if isinstance(record, Statement)),
    )


BOTH = reading(CONTACT, STATEMENT)


def groups(before: Reading, after: Reading) -> list[tuple[str, ...]]:
    return [change.groups for change in changes(before, after)]


def test_an_equal_reading_has_no_change_and_rules_do_not_count() -> None:
    assert groups(BOTH, BOTH) == []
    assert groups(BOTH, reading(replace(CONTACT, rule="other"), replace(STATEMENT, rule="other"))) == []


@pytest.mark.parametrize(
    ("changed", "group"),
    [
        (replace(CONTACT, kind="visit"), "contact: kind"),
        (replace(CONTACT, parties=(EGYPT, OMAN)), "contact: party"),
        (replace(CONTACT, parties=(EGYPT, replace(JORDAN, name="فلان"))), "contact: party"),
        (replace(CONTACT, parties=(EGYPT, JORDAN, OMAN)), "contact: party"),
        (replace(CONTACT, parties=(EGYPT, replace(JORDAN, role="participant"))), "contact: role"),
        (replace(CONTACT, parties=(EGYPT, replace(JORDAN, office="نظيره"))), "contact: office"),
        (replace(CONTACT, parties=(EGYPT, replace(JORDAN, actor="a", office="نظيره"))), "contact: party"),
        (replace(CONTACT, status="planned"), "contact: status"),
        (replace(CONTACT, time=None), "contact: day"),
        (replace(CONTACT, time=Time(earliest="2026-03-13", latest="2026-03-14")), "contact: day"),
        (replace(CONTACT, place=None), "contact: place"),
        (replace(CONTACT, topics=()), "contact: topic"),
        (replace(CONTACT, background=True), "contact: background, domestic, earlier or again"),
        (replace(STATEMENT, speakers=(JORDAN,)), "statement: speaker"),
        (replace(STATEMENT, chain=(Link(role="agency", name="صحيفة"),)), "statement: chain"),
        (replace(STATEMENT, content=Span(SAID, SAID + 10)), "statement: content"),
        (replace(STATEMENT, form="quoted"), "statement: form or polarity"),
        (replace(STATEMENT, polarity="denied"), "statement: form or polarity"),
    ],
)
def test_each_change_has_its_group_both_ways(changed: Contact | Statement, group: str) -> None:
    other = reading(changed, STATEMENT) if isinstance(changed, Contact) else reading(CONTACT, changed)
    assert groups(BOTH, other) == groups(other, BOTH) == [(group,)]


@pytest.mark.parametrize(
    "same",
    [
        replace(CONTACT, parties=(JORDAN, EGYPT)),
        replace(CONTACT, evidence=Span(7, 40)),
        replace(CONTACT, parties=(replace(EGYPT), replace(JORDAN))),
    ],
)
def test_order_and_bounds_of_the_evidence_are_no_change(same: Contact) -> None:
    assert groups(BOTH, reading(same, STATEMENT)) == []


def test_gained_and_lost() -> None:
    assert groups(reading(STATEMENT), BOTH) == [("contact gained",)]
    assert groups(BOTH, reading(STATEMENT)) == [("contact lost",)]
    assert groups(reading(CONTACT), BOTH) == [("statement gained",)]
    assert groups(BOTH, reading(CONTACT)) == [("statement lost",)]


def test_a_record_that_changed_in_two_ways_is_one_change() -> None:
    other = replace(CONTACT, status="planned", place=None)
    assert groups(BOTH, reading(other, STATEMENT)) == [("contact: status", "contact: place")]


def test_contacts_are_one_by_evidence_and_a_side_or_by_sides_and_kind() -> None:
    far = replace(CONTACT, evidence=Span(60, 70))
    assert groups(reading(CONTACT), reading(far)) == []
    assert groups(reading(CONTACT), reading(replace(far, kind="visit"))) == [("contact lost",), ("contact gained",)]
    strangers = replace(CONTACT, parties=(OMAN, replace(OMAN, side="QAT")))
    assert groups(reading(CONTACT), reading(strangers)) == [("contact lost",), ("contact gained",)]


def test_the_likest_contacts_are_paired_first() -> None:
    visit = replace(CONTACT, kind="visit")
    oman = replace(CONTACT, parties=(EGYPT, OMAN))
    assert groups(reading(CONTACT, visit), reading(visit, CONTACT)) == []
    assert groups(reading(CONTACT, oman), reading(oman)) == [("contact lost",)]
    assert groups(reading(oman), reading(CONTACT, oman)) == [("contact gained",)]


def test_statements_that_do_not_overlap_are_two_and_a_part_may_stand_for_the_whole() -> None:
    whole, part = Span(SAID, SAID + 16), Span(SAID, SAID + 6)
    apart = replace(STATEMENT, content=Span(SAID + 16, SAID + 20))
    assert groups(reading(STATEMENT), reading(apart)) == [("statement lost",), ("statement gained",)]
    one, two = replace(STATEMENT, content=whole), replace(STATEMENT, content=part)
    assert groups(reading(one, two), reading(two, one)) == []


@pytest.mark.parametrize(
    ("other", "share"),
    [(Span(0, 10), 1.0), (Span(5, 15), 0.5), (Span(2, 4), 1.0), (Span(10, 12), 0.0), (Span(3, 3), 0.0)],
)
def test_overlap_is_a_part_of_the_shorter_span(other: Span, share: float) -> None:
    assert overlap(Span(0, 10), other) == overlap(other, Span(0, 10)) == share


def test_an_article_read_on_one_side_only_is_a_change() -> None:
    assert [change.groups for change in all_changes({"0a": BOTH}, {})] == [(UNREAD,)]
    assert [change.groups for change in all_changes({}, {"0a": BOTH})] == [(UNREAD,)]
    assert all_changes({"0a": BOTH}, {"0a": BOTH}) == []


def test_the_sentence_around_the_evidence() -> None:
    assert around(TEXT, SAID, SAID + 6) == "وقال الوزير إن ⟦اللقاء⟧ كان مثمرا."
    assert around(TEXT, 0, 45) == "⟦" + TEXT[:45] + "⟧."
    end = TEXT.index("مثمرا") + 6
    assert around(TEXT, SAID, end).endswith("مثمرا.⟧")
    assert around("ا" * 1000, 500, 501) == "…" + "ا" * 300 + "⟦ا⟧" + "ا" * 300 + "…"
    assert around("ا" * 601, 300, 301) == "ا" * 300 + "⟦ا⟧" + "ا" * 300


def directions(line: str) -> set[str]:
    return {"arabic" if "\u0620" <= char <= "\u064a" else "latin" for char in line if char.isalpha()}


def test_the_report_counts_shows_samples_and_mixes_no_directions() -> None:
    found = all_changes({"0a": BOTH}, {"0a": reading(replace(CONTACT, status="planned"))})
    lines = list(report(found, 5))
    assert dict(counts(found)) == dict.fromkeys(GROUPS, 0) | {"contact: status": 1, "statement lost": 1}
    assert "      وقال الوزير إن ⟦اللقاء كان مثمرا⟧." in lines
    assert "    - meeting held EGY/host JOR/visitor 2026-03-14 [meeting.istiqbal]" in lines
    assert "    + meeting planned EGY/host JOR/visitor 2026-03-14 [meeting.istiqbal]" in lines
    assert "    - paraphrase said EGY chain: outlet [verb.say]" in lines
    assert "      القاهرة" in lines
    assert all(len(directions(line)) < 2 for line in lines)


def test_samples_are_few_and_the_same_in_each_run() -> None:
    many = {f"{n:02}": replace(BOTH, article=replace(BOTH.article, sha256=f"{n:02}")) for n in range(9)}
    found = all_changes(many, {sha: replace(read, contacts=()) for sha, read in many.items()})
    shown = samples(found, "contact lost", 3)
    assert len(shown) == 3
    assert samples(found[::-1], "contact lost", 3) == shown
    assert samples(found, "contact gained", 3) == []


def test_the_sample_of_a_corpus_does_not_hang_on_its_order(tmp_path: Path) -> None:
    lines = [f'{{"id": "{n}"}}'.encode() for n in range(50)]
    assert draw(lines, 7) == draw([*lines[::-1], b"", lines[3]], 7)
    assert len(draw(lines, 7)) == 7
    assert set(draw(lines, 7)) < set(draw(lines, 8))
    assert len(draw(lines, 99)) == 50
    file, text = tmp_path / "news.jsonl", tmp_path / "one.txt"
    file.write_bytes(b"\r\n".join(lines))
    text.write_text("نص")
    drawn, total = corpus([file], 7, tmp_path / "corpus")
    assert total == 7
    assert drawn[0].read_bytes().split() == b"\n".join(draw(lines, 7)).split()
    assert corpus([file, text], 7, tmp_path / "corpus") == ([text, *drawn], None)
    assert corpus([text], 7, tmp_path / "corpus") == ([text], None)


@pytest.fixture
def repository(tmp_path: Path) -> Callable[..., bytes]:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")

    def git(*args: str) -> bytes:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        return subprocess.run(["git", "-C", str(tmp_path), *who, *args], check=True, capture_output=True).stdout

    (tmp_path / "src" / "isnad").mkdir(parents=True)
    (tmp_path / "src" / "isnad" / "__init__.py").write_text("one")
    git("init", "--quiet")
    git("add", "src")
    git("commit", "--quiet", "-m", "one")
    return git


def test_a_revision_is_known_by_its_source_and_the_working_tree_too(
    repository: Callable[..., bytes], tmp_path: Path
) -> None:
    first = source_tree(tmp_path, "HEAD")
    assert source_tree(tmp_path, ".") == first
    (tmp_path / "src" / "isnad" / "new.py").write_text("two")
    (tmp_path / "other.txt").write_text("not source")
    changed = source_tree(tmp_path, ".")
    assert changed != first
    assert repository("status", "--short").split() == [b"??", b"other.txt", b"??", b"src/isnad/new.py"]
    folder = checkout(tmp_path, changed, tmp_path / "build")
    assert sorted(path.name for path in (folder / "isnad").iterdir()) == ["__init__.py", "new.py"]
    assert [path.name for path in (checkout(tmp_path, first, tmp_path / "build") / "isnad").iterdir()] == [
        "__init__.py"
    ]
    with pytest.raises(RevisionError, match="'nowhere'"):
        source_tree(tmp_path, "nowhere")


def source(folder: Path, body: str) -> Path:
    (folder / "isnad").mkdir(parents=True)
    (folder / "isnad" / "__init__.py").touch()
    (folder / "isnad" / "cli.py").write_text(f"import sys\ndef main():\n    {body}\n")
    return folder


def test_readings_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    line = '{"article": {"key": "k", "sha256": "0", "text": "t"}, "contacts": [], "new field": 1}'
    good = source(tmp_path / "good", f"print({line!r}); print({line!r})")
    ticks: list[Any] = []
    read(good, [], tmp_path / "out.jsonl", lambda: ticks.append(1))
    assert len(ticks) == 2
    assert list(load(tmp_path / "out.jsonl")) == ["0"]
    bad = source(tmp_path / "bad", f"print({line!r}); sys.exit('no such verb')")
    with pytest.raises(RevisionError, match="no such verb"):
        read(bad, [], tmp_path / "bad.jsonl", lambda: None)
    assert not (tmp_path / "bad.jsonl").exists()


def test_paths_hang_on_where_one_stands_not_on_where_the_revision_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").touch()
    monkeypatch.chdir(tmp_path)
    exists = source(tmp_path / "exists", "from pathlib import Path; print(Path(sys.argv[2]).is_file())")
    read(exists, [Path("a.txt")], tmp_path / "out.jsonl", lambda: None)
    assert (tmp_path / "out.jsonl").read_text() == "True\n"


def test_kept_readings_go_by_source_and_by_what_is_read(tmp_path: Path) -> None:
    file, folder = tmp_path / "a.txt", tmp_path / "folder"
    folder.mkdir()
    file.write_text("one")
    names = {kept(tmp_path, "a" * 40, [file]), kept(tmp_path, "b" * 40, [file]), kept(tmp_path, "a" * 40, [folder])}
    assert kept(tmp_path, "a" * 40, [file]) in names
    (folder / "b.txt").write_text("two")
    file.write_text("longer")
    assert not names & {kept(tmp_path, "a" * 40, [file]), kept(tmp_path, "a" * 40, [folder])}
    assert len(names) == 3
