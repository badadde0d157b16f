"""The commands of a record, on the sample articles: what a newcomer would type, and what goes wrong."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from isnad.cli import main
from isnad.labels.record import reason as in_words

from .record_cases import ANKARA, MOSCOW


def run(*args: str, record: Path | None = None) -> Result:
    env = {"ISNAD_RECORD": str(record) if record else "", "COLUMNS": "110"}
    return CliRunner(env=env).invoke(main, list(args), catch_exceptions=False)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles in a record."""
    path = tmp_path_factory.mktemp("record") / "samples.db"
    added = run("add", "--samples", record=path)
    assert added.exit_code == 0
    assert "new articles:" in added.stdout
    return path


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert found
    return found


def several(record: Path) -> str:
    """A contact with two reports or more."""
    found = lines(run("contacts", "--format", "jsonl", record=record))
    return str(next(c["id"] for c in found if len(c["reports"]) > 1))  # type: ignore[arg-type]


def test_adding_again_changes_nothing(record: Path) -> None:
    before = run("contacts", "--format", "jsonl", record=record).stdout
    again = run("add", "--samples", record=record)
    assert "new articles: 0" in again.stdout
    assert run("contacts", "--format", "jsonl", record=record).stdout == before


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("form", ["table", "markdown"])
@pytest.mark.parametrize(
    "command",
    [
        ("contacts",),
        ("stories", "--all"),
        ("search", "دمشق"),
        ("timeline", "--by", "month"),
        ("network", "--by", "person"),
        ("statements", "--speaker", "لافروف"),
        ("brief", "--on", "2024-11-30"),
        ("events", "--newest", "50"),
        ("positions", "TUR"),
    ],
    ids=lambda command: command[0],
)
def test_lists_are_written_for_people(record: Path, command: tuple[str, ...], form: str, lang: str) -> None:
    result = run(*command, "--format", form, "--lang", lang, record=record)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip()
    if form == "table":
        assert max(len(line) for line in result.stdout.splitlines()) <= 118


@pytest.mark.parametrize(
    "command",
    [
        ("contacts",),
        ("stories", "--all"),
        ("search", "دمشق"),
        ("timeline",),
        ("network",),
        ("statements", "--side", "RUS"),
        ("brief", "--samples"),
    ],
    ids=lambda command: command[0],
)
def test_lists_are_written_for_programs(record: Path, command: tuple[str, ...]) -> None:
    assert lines(run(*command, "--format", "jsonl", record=record))
    rows = list(csv.reader(io.StringIO(run(*command, "--format", "csv", record=record).stdout)))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "jsonl"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_contact_is_shown_with_all_its_witnesses(record: Path, form: str, lang: str) -> None:
    id_ = several(record)
    document = lines(run("show", id_, "--format", "jsonl", record=record))[0]
    shown = run("show", id_[:8], "--format", form, "--lang", lang, record=record)
    assert shown.exit_code == 0
    for report in document["reports"]:  # type: ignore[attr-defined]
        assert report["article"] in shown.stdout


def test_days_and_pairs_pick_contacts(record: Path) -> None:
    on = lines(run("contacts", "--on", "2024-11-30", "--format", "jsonl", record=record))
    assert all(c["time"]["earliest"] <= "2024-11-30" <= c["time"]["latest"] for c in on if c["time"])  # type: ignore[index]
    pair = lines(run("contacts", "--pair", "SYR", "السوداني", "--format", "jsonl", record=record))
    assert {frozenset(p["side"] for p in c["parties"]) for c in pair} == {frozenset({"SYR", "IRQ"})}  # type: ignore[attr-defined]


def test_verdicts_are_given_listed_and_taken_back(record: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    run("add", "--samples", record=own)
    id_ = several(own)
    reports = [r["contact"] for r in lines(run("show", id_, "--format", "jsonl", record=own))[0]["reports"]]  # type: ignore[attr-defined]
    assert run("review", "part", reports[0], reports[1], "--note", "اتصالان", record=own).exit_code == 0
    parted = {c["id"] for c in lines(run("contacts", "--format", "jsonl", record=own))}
    assert {reports[0], reports[1]} <= parted
    assert run("review", "reject", reports[0], record=own).exit_code == 0
    assert reports[0] not in {c["id"] for c in lines(run("contacts", "--format", "jsonl", record=own))}
    assert reports[0] in {c["id"] for c in lines(run("contacts", "--rejected", "--format", "jsonl", record=own))}
    assert run("review", "correct", reports[1], "--day", "2024-11-29", record=own).exit_code == 0
    assert lines(run("show", reports[1], "--format", "jsonl", record=own))[0]["time"]["earliest"] == "2024-11-29"  # type: ignore[index]
    listed = lines(run("review", "list", "--format", "jsonl", record=own))
    assert [d["verdict"]["kind"] for d in listed] == ["part", "reject", "correct"]  # type: ignore[index]
    for verdict in listed:
        assert run("review", "withdraw", str(verdict["number"]), record=own).exit_code == 0
    assert (
        run("contacts", "--format", "jsonl", record=own).stdout
        == run("contacts", "--format", "jsonl", record=record).stdout
    )


def test_reading_again_with_the_same_lexicon_changes_nothing(record: Path) -> None:
    before = run("contacts", "--format", "jsonl", record=record).stdout
    assert run("reread", record=record).exit_code == 0
    assert run("contacts", "--format", "jsonl", record=record).stdout == before


def test_a_brief_needs_no_record(tmp_path: Path) -> None:
    (tmp_path / "moscow.txt").write_text(MOSCOW, encoding="utf-8")
    (tmp_path / "ankara.txt").write_text(ANKARA, encoding="utf-8")
    made = run("brief", str(tmp_path), "--lang", "ar", "--format", "markdown", record=tmp_path / "none.db")
    assert made.exit_code == 0
    assert "سيرغي لافروف" in made.stdout
    assert "[1]" in made.stdout
    assert "[2]" in made.stdout
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    ("command", "status", "says"),
    [
        (("contacts",), 1, "no record found"),
        (("show", "abc"), 1, "no record found"),
        (("reread",), 1, "no record found"),
        (("add",), 2, "no PATH"),
        (("add", "nowhere.txt"), 1, "nowhere.txt"),
        (("brief",), 2, "give files, or a day"),
        (("contacts", "--on", "2024-11-30", "--since", "2024-01-01"), 2, "--on cannot be combined"),
        (("review", "correct", "abc"), 2, "nothing to correct"),
        (("statements", "--format", "csv"), 2, "not for files"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(tmp_path: Path, command: tuple[str, ...], status: int, says: str) -> None:
    result = run(*command, record=tmp_path / "none.db")
    assert result.exit_code == status
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_nothing_found_is_said(record: Path) -> None:
    for command in (
        ("contacts", "--side", "ZZZ"),
        ("search", "كلمةلاوجودلها"),
        ("show", "ffffffff"),
        ("review", "list"),
    ):
        result = run(*command, record=record)
        assert result.exit_code == 1, command
        assert result.stderr.startswith("isnad: ")


def test_what_is_corrected_is_found_on_its_day(tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    run("add", "--samples", record=own)
    id_ = several(own)
    assert run("review", "correct", id_[:8], "--day", "2024-12-25", record=own).exit_code == 0
    assert id_ in {c["id"] for c in lines(run("contacts", "--on", "2024-12-25", "--format", "jsonl", record=own))}


def test_a_rejected_contact_opens_again_with_new_witnesses(tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    (tmp_path / "moscow.txt").write_text(MOSCOW, encoding="utf-8")
    (tmp_path / "ankara.txt").write_text(ANKARA, encoding="utf-8")
    assert run("add", str(tmp_path / "moscow.txt"), "--published", "2024-11-30", record=own).exit_code == 0
    id_ = str(lines(run("contacts", "--format", "jsonl", record=own))[0]["id"])
    assert run("review", "reject", id_[:6], record=own).exit_code == 0
    assert run("contacts", record=own).exit_code == 1
    assert run("add", str(tmp_path / "ankara.txt"), "--published", "2024-11-30", record=own).exit_code == 0
    (again,) = lines(run("contacts", "--format", "jsonl", record=own))
    assert again["verdict"] == "reopened"


def test_a_contact_without_any_day_is_listed(tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    (tmp_path / "undated.txt").write_text("بحث الرئيس المصري مع وزير الخارجية العماني ملف المياه.", encoding="utf-8")
    assert run("add", str(tmp_path / "undated.txt"), record=own).exit_code == 0
    assert run("contacts", record=own).exit_code == 0


def test_one_bad_page_costs_one_line_and_not_the_batch(tmp_path: Path) -> None:
    pages = tmp_path / "pages.jsonl"
    told = [
        {"id": "far", "date": "9999-12-31", "text": MOSCOW},
        {"id": "n\0ul", "outlet": "ألف\0", "title": "عنوان\0", "date": "2024-11-30", "text": ANKARA},
    ]
    pages.write_text("\n".join(json.dumps(each) for each in told), encoding="utf-8")
    own = tmp_path / "own.db"
    added = run("add", str(pages), record=own)
    assert added.exit_code == 0, added.output
    assert "new articles: 2" in added.stdout
    assert "\0" not in run("contacts", record=own).stdout


def test_a_database_of_others_is_left_alone(tmp_path: Path) -> None:
    foreign = tmp_path / "other.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE sales (id INTEGER)")
    connection.close()
    refused = run("add", "--samples", record=foreign)
    assert refused.exit_code == 1
    assert "no record" in refused.stderr
    for where in ("mysql://x", "http://x"):
        assert "unsupported database URL" in run("contacts", "--record", where).stderr


def test_a_narrow_terminal_gets_blocks(record: Path) -> None:
    shown = CliRunner(env={"ISNAD_RECORD": str(record), "COLUMNS": "40"}).invoke(main, ["contacts", "--newest", "2"])
    assert shown.exit_code == 0
    assert max(len(line.rstrip("\u200e")) for line in shown.stdout.splitlines()) <= 42
    assert "parties" in shown.stdout


def test_every_reason_has_its_words_in_arabic(record: Path) -> None:
    reasons = {
        reason
        for contact in lines(run("contacts", "--format", "jsonl", record=record))
        for join in contact["joins"]  # type: ignore[attr-defined]
        for reason in join["reasons"]
    }
    assert reasons
    written = {word for told in reasons for word in in_words(told, "ar").split() if word.isascii() and word.isalpha()}
    assert written == set(), "only names of sides that have no Arabic name may stay"


def test_a_rejected_statement_is_left_out_until_it_is_accepted(tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    run("add", "--samples", record=own)
    before = [str(s["statement"]["id"]) for s in lines(run("statements", "--format", "jsonl", record=own))]  # type: ignore[index]
    assert run("review", "reject", before[0], record=own).exit_code == 0
    after = [str(s["statement"]["id"]) for s in lines(run("statements", "--format", "jsonl", record=own))]  # type: ignore[index]
    assert after == before[1:]
    assert run("review", "accept", before[0], record=own).exit_code == 0
    again = [str(s["statement"]["id"]) for s in lines(run("statements", "--format", "jsonl", record=own))]  # type: ignore[index]
    assert again == before
