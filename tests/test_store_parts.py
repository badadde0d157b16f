"""The parts of the store: what adding and merging write, what a merge must not lose, successors, words, opening."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DataError

from isnad.lexicon import load
from isnad.merge import merge
from isnad.model import Appearance, Page, RecordContact, RecordError, SourceError, Span, Verdict
from isnad.query.reader import Reader
from isnad.store import merging, opening, record
from isnad.store.adding import rank
from isnad.store.entry import entry
from isnad.store.opening import is_url, open_record
from isnad.store.record import Outcome, Record
from isnad.store.schema import articles, metadata
from isnad.store.succession import followed, successors
from isnad.store.words import asked, hits, indexed, kin

from .record_cases import MOSCOW, page
from .report_cases import article, report
from .test_store import PAGES, SATURDAY, added, everything, schema, server, where

__all__ = ["server", "where"]
MERGED = ("contacts", "parties", "topics", "reports", "stories")
READ = ("appearances", "statements", "speakers", "namings")


def tables(where: str, *names: str) -> dict[str, list[Any]]:
    """The rows of tables, with articles by their text instead of their number."""
    engine = open_record(where)
    with engine.connect() as connection:
        sha256 = dict(connection.execute(sa.select(articles.c.id, articles.c.sha256)).all())
        found = {}
        for name in names:
            table = metadata.tables[name]
            rows = [row._asdict() for row in connection.execute(sa.select(table))]
            found[name] = sorted(
                repr(row | {"article": sha256[row["article"]]} if "article" in row else row) for row in rows
            )
    engine.dispose()
    return found


def better(where: str, lexicon: str = "a better lexicon") -> Record:
    """The record, opened with another lexicon of the same words."""
    known = load()
    return Record(where, type(known)(msgspec.structs.replace(known.sections, hash=lexicon)))


# what is written


def test_what_is_written_bit_by_bit_is_what_is_written_at_once(where: str, tmp_path: Path) -> None:
    once = str(tmp_path / "once.db")
    added(once, *PAGES)
    for each in (PAGES[3], PAGES[0], PAGES[6], PAGES[4], PAGES[1], PAGES[5], PAGES[2]):
        added(where, each)
    assert tables(where, *MERGED, *READ) == tables(once, *MERGED, *READ)
    written = tables(where, *MERGED, *READ)
    assert all(written[name] for name in (*MERGED, *READ))
    with better(where) as opened:
        list(opened.add(opened.stored()))
        opened.merge()
    assert tables(where, *MERGED, *READ) == written


def test_what_is_asked_of_a_contact_is_written_beside_its_document(where: str) -> None:
    added(where, *PAGES[:2])
    (row,) = tables(where, "contacts")["contacts"]
    (contact,) = everything(where)
    wanted = {
        "id": contact.id,
        "kind": "call",
        "status": "held",
        "earliest": SATURDAY,
        "latest": SATURDAY,
        "dated": True,
        "place": None,
        "background": False,
        "domestic": False,
        "independent": 2,
        "outlets": 2,
        "articles": 2,
        "conflicts": 0,
        "verdict": None,
        "story": contact.story,
    }
    assert all(f"{name!r}: {value!r}" in row for name, value in wanted.items())
    (story,) = tables(where, "stories")["stories"]
    assert "'contacts': 1, 'articles': 2" in story
    assert f"'earliest': '{SATURDAY}', 'latest': '{SATURDAY}'" in story
    assert all("'outlet': 'الف'" in r or "'outlet': 'باء'" in r for r in tables(where, "reports")["reports"])
    sides = [(n, p.side, p.actor) for n, p in enumerate(contact.parties)]
    for (n, side, actor), written in zip(sides, tables(where, "parties")["parties"], strict=True):
        assert f"'place': {n}, 'actor': {actor!r}, 'side': {side!r}, 'name': 'س" in written or n


def test_only_what_changed_is_written(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    added(where, *PAGES[:3])
    inserted: list[tuple[str, int]] = []
    insert = merging._insert

    def counted(connection: sa.Connection, table: sa.Table, rows: list[dict[str, object]]) -> None:
        inserted.append((table.name, len(rows)))
        insert(connection, table, rows)

    monkeypatch.setattr(merging, "_insert", counted)
    with Record(where) as opened:
        assert opened.merge(anyway=True)
    assert {many for _, many in inserted} == {0}
    inserted.clear()
    added(where, PAGES[5])
    assert dict(inserted)["contacts"] == dict(inserted)["stories"] == 1


# adding


@pytest.mark.parametrize(
    ("how", "date", "outlet"),
    [
        ("known", SATURDAY, "ألف"),
        ("known", "2024-12-01", "ألف"),
        ("known", None, "ألف"),
        ("elsewhere", SATURDAY, "باء"),
        ("elsewhere", "2024-11-29", "ألف"),
        ("elsewhere", None, "باء"),
    ],
)
def test_a_text_again(where: str, how: str, date: str | None, outlet: str) -> None:
    assert added(where, page("a", MOSCOW, SATURDAY, "ألف")) == ["new"]
    assert added(where, page("a", MOSCOW, date, outlet)) == [how]
    assert added(where, page("a", MOSCOW, date, outlet)) == ["known"]


def test_publications_in_their_order() -> None:
    dated, later, undated = (Appearance(key="k", date=date) for date in ("2024-11-29", "2024-11-30", ""))
    assert sorted([undated, later, dated], key=rank) == [dated, later, undated]


def test_an_earlier_publication_of_an_outlet_takes_the_place_of_the_later(where: str) -> None:
    added(where, page("b", MOSCOW, "2024-12-07", "ألف"))
    added(where, page("a", MOSCOW, SATURDAY, "ألف"))
    (seen,) = tables(where, "appearances")["appearances"]
    assert f"'date': '{SATURDAY}', 'key': 'a'" in seen
    (contact,) = everything(where)
    assert contact.time is not None
    assert contact.time.value == SATURDAY
    assert contact.reports[0].article == "a"


def test_a_further_publication_is_merged(where: str) -> None:
    added(where, page("a", MOSCOW, SATURDAY, "ألف"))
    assert added(where, page("b", MOSCOW, "2024-12-07", "باء")) == ["elsewhere"]
    (contact,) = everything(where)
    assert (contact.sources.outlets, contact.sources.articles) == (2, 2)


def test_another_lexicon_reads_the_first_publication_again(where: str) -> None:
    first, later = page("a", MOSCOW, SATURDAY, "ألف"), page("b", MOSCOW, "2024-12-07", "باء")
    added(where, first, later)
    with better(where) as opened:
        assert [o.added for o in opened.add([later])] == ["known"]  # type: ignore[union-attr]
        assert [o.added for o in opened.add([first])] == ["again"]  # type: ignore[union-attr]
        assert [o.added for o in opened.add([first])] == ["known"]  # type: ignore[union-attr]
        with Reader(where) as reader:
            assert reader.stale(), "what was read again is merged again"


def test_a_reading_that_lost_its_statements_leaves_none_behind(where: str) -> None:
    plain = entry(page("a", MOSCOW, SATURDAY, "ألف"), load())
    added(where, page("a", MOSCOW, SATURDAY, "ألف"))
    assert tables(where, "statements")["statements"]
    engine = open_record(where)
    bare = msgspec.structs.replace(plain, lexicon="other", statements=(), namings=())
    assert record.add(engine, bare) == "again"
    engine.dispose()
    assert tables(where, *READ[1:]) == {"statements": [], "speakers": [], "namings": []}


def test_nul_is_in_no_text_of_a_record() -> None:
    made = entry(Page(key="a\0", origin="a", text=MOSCOW, title_end=0, date=SATURDAY, outlet="ألف\0", url=None), load())
    assert (made.appearance.key, made.appearance.outlet, made.appearance.url, made.outlet) == ("a", "ألف", "", "ألف")
    assert made.contacts == 1
    assert made.testimony is not None
    silent = entry(page("a", "لا خبر هنا اليوم"), load())
    assert (silent.contacts, silent.testimony, silent.outlet) == (0, None, None)


# batches


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = SourceError("x", "is broken")
    first, second = PAGES[0], PAGES[1]
    with Record(str(tmp_path / "record.db")) as opened:
        found = list(opened.add([broken, first, first, second]))
        assert found[0] is broken
        assert [o.added for o in found[1:] if isinstance(o, Outcome)] == ["new", "known", "new"]
        assert list(opened.add([broken])) == [broken], "with nothing to read as well"
        assert list(opened.add([first, broken])) == [Outcome(first.key, "known", 0), broken]

        def fails(*_: object) -> None:
            raise ValueError("no such form")

        monkeypatch.setattr(record, "entry", fails)
        (error,) = opened.add([PAGES[2]])
        assert isinstance(error, SourceError)
        assert error.what == "reading failed with ValueError: no such form"

        def refuses(*_: object) -> None:
            raise DataError("INSERT", {}, ValueError("too long\nmore"))

        monkeypatch.setattr(record, "entry", entry)
        monkeypatch.setattr(record, "add", refuses)
        (error,) = opened.add([PAGES[2]])
        assert isinstance(error, SourceError)
        assert error.what.endswith("too long")


def test_many_processes_write_what_one_writes(tmp_path: Path) -> None:
    one, many = str(tmp_path / "one.db"), str(tmp_path / "many.db")
    added(one, *PAGES)
    with Record(many) as opened:
        outcomes = list(opened.add(PAGES, workers=2))
        opened.merge()
    assert sorted(o.key for o in outcomes if isinstance(o, Outcome)) == sorted(p.key for p in PAGES)
    assert everything(many) == everything(one)


def test_stored_pages_come_in_the_order_in_which_they_were_added(where: str) -> None:
    added(where, PAGES[2], PAGES[0])
    with Record(where) as opened:
        assert list(opened.stored()) == [PAGES[2], PAGES[0]]


def test_verdicts_are_numbered_and_can_be_taken_back(where: str) -> None:
    with Record(where) as opened:
        list(opened.add(PAGES[:1]))
        opened.merge()
        number = opened.decide(Verdict(kind="accept", subject="x"))
        assert opened.decide(Verdict(kind="accept", subject="y")) == number + 1
        assert opened.withdraw(number)
        assert not opened.withdraw(number)
        assert opened.merge(), "a verdict waits"
        assert not opened.merge()
        assert opened.merge(anyway=True)
        assert opened.withdraw(number + 1)
        assert not opened.merge(), "taking back leaves nothing that waits"


# merging


@pytest.fixture
def shared_record(server: str) -> Iterator[str]:
    """A record on a server, which takes a second writer while a merge is under way."""
    with schema(server) as name:
        yield name


def test_what_comes_while_a_merge_is_under_way_waits_for_the_next(
    shared_record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(shared_record, PAGES[0])

    def meanwhile(*told: Any) -> Any:
        monkeypatch.undo()
        with Record(shared_record) as other:
            list(other.add(PAGES[1:2]))
            other.decide(Verdict(kind="accept", subject="x"))
        return merge(*told)

    with Record(shared_record) as opened:
        list(opened.add(PAGES[2:3]))
        monkeypatch.setattr(merging, "merge", meanwhile)
        assert opened.merge()
        with Reader(shared_record) as reader:
            assert reader.one("SELECT COUNT(*) FROM articles WHERE NOT merged") == (1,)
            assert reader.one("SELECT COUNT(*) FROM verdicts WHERE NOT merged") == (1,)
        assert opened.merge()
    assert {r.article for c in everything(shared_record) for r in c.reports} == {"moscow", "ankara", "later"}


def test_a_verdict_follows_what_took_the_place_of_its_subject(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    added(where, PAGES[0])
    (before,) = everything(where)
    with Record(where) as opened:
        opened.decide(Verdict(kind="accept", subject=before.id))
        opened.merge()

    def renamed(witnesses: Any, *more: Any) -> Any:
        """The merge of a reading that finds the contact at other words, and so gives it another id."""
        return merge(
            [
                msgspec.structs.replace(
                    w, contacts=tuple(msgspec.structs.replace(c, id="f" + c.id[1:]) for c in w.contacts)
                )
                for w in witnesses
            ],
            *more,
        )

    monkeypatch.setattr(merging, "merge", renamed)
    with Record(where) as opened:
        opened.merge(anyway=True)
    (after,) = everything(where)
    assert (after.id, after.verdict) == ("f" + before.id[1:], "accept")
    with Reader(where) as reader:
        assert reader.contact(before.id) == after
    with Record(where) as opened:
        opened.merge(anyway=True)
    assert everything(where) == [after]


# successors


def contacts(*ids: str, at: int = 0, long: int = 10, key: str = "x") -> list[RecordContact]:
    """The contacts of a record, one of each report; the reports stand one after the other in one article."""
    told = [
        report(id_, evidence=Span(start=at + 100 * n, end=at + 100 * n + long, text=id_)) for n, id_ in enumerate(ids)
    ]
    return list(merge([article(key, *told)], load()).contacts)


def test_the_successor_of_a_report_overlaps_it() -> None:
    old = contacts("a", "b")
    assert successors(old, contacts("a", "b")) == {}
    assert successors(old, contacts("c", "d")) == {"a": "c", "b": "d"}
    assert successors(old, contacts("c", "d", at=9)) == {"a": "c", "b": "d"}, "one character is enough"
    assert successors(old, contacts("c", "d", at=10)) == {}
    assert successors(old, contacts("c", "d", key="y")) == {}, "in another article"
    assert successors(old, contacts("c", at=100)) == {"b": "c"}
    near, far = report("c", evidence=Span(start=0, end=3, text="")), report("d", evidence=Span(start=0, end=9, text=""))
    assert successors(contacts("a"), merge([article("x", near, far)], load()).contacts) == {"a": "d"}


def test_without_one_it_is_the_contact_of_those_that_stood_beside_it() -> None:
    def of(*keys: str) -> list[RecordContact]:
        return list(merge([article(key, report(f"r{key}")) for key in keys], load()).contacts)

    (three,) = of("a", "b", "c")
    assert successors([three], of("a", "b")) == {"rc": "ra"}
    assert successors([three], of("c")) == {"ra": "rc", "rb": "rc"}


def test_verdicts_follow() -> None:
    pair = Verdict(kind="join", subject="a", other="b")
    assert followed([pair], {"a": "c", "b": "d"}) == [Verdict(kind="join", subject="c", other="d")]
    assert followed([pair], {"": "z"}) == [pair]
    assert followed([Verdict(kind="accept", subject="a")], {"": "z"}) == [Verdict(kind="accept", subject="a")]


# words


def test_words_under_which_a_text_is_found() -> None:
    lexicon = load()
    assert kin("سوري", lexicon) == ("nisbasyr",)
    assert kin("كتاب", lexicon) == ()
    assert kin("السودان", lexicon) == ()
    tokens = indexed("وبسوريا. السوريون!", lexicon).split()
    assert {"وبسوريا", "بسوريا", "سوريا", "nisbasyr"} <= set(tokens)
    assert tokens == sorted(set(tokens))
    assert not {".", "!"} & set(tokens)


def test_words_that_are_asked_for() -> None:
    lexicon = load()
    assert asked("؟!", lexicon) == []
    (first, second) = asked("الهدنة السورية", lexicon)
    assert first == ("الهدنه", "هدنه")
    assert second == ("السوريه", "سوريه", "nisbasyr")
    text = "السوريون في حلب"
    assert [text[a:b] for a, b in hits(text, asked("السورية", lexicon), lexicon)] == ["السوريون"]
    assert hits(text, asked("دمشق", lexicon), lexicon) == []


# opening


def test_a_file_is_opened_for_many_readers_and_one_writer(tmp_path: Path) -> None:
    engine = open_record(str(tmp_path / "record.db"))
    with engine.connect() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]
    engine.dispose()
    assert found == ["wal", 1, 1, 60_000]


def test_a_second_writer_waits_from_the_start(tmp_path: Path) -> None:
    engine = open_record(str(tmp_path / "record.db"))
    other = sqlite3.connect(tmp_path / "record.db", timeout=0)
    with engine.begin(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.close()
    engine.dispose()


class Busy:
    """A connection whose database is locked for so many tries."""

    def __init__(self, tries: int, message: str = "database is locked") -> None:
        self.tries, self.message = tries, message

    def execute(self, _: str) -> None:
        self.tries -= 1
        if self.tries >= 0:
            raise sqlite3.OperationalError(self.message)


def test_two_that_make_one_record_at_once_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 1_000_000, 10))
    monkeypatch.setattr(opening.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(opening.time, "sleep", lambda _: None)
    busy: Any = Busy(6)
    opening._write_ahead(busy)
    assert busy.tries == -1
    with pytest.raises(sqlite3.OperationalError):
        opening._write_ahead(Busy(7))  # type: ignore[arg-type]
    broken: Any = Busy(3, "disk I/O error")
    with pytest.raises(sqlite3.OperationalError):
        opening._write_ahead(broken)
    assert broken.tries == 2, "only a lock is waited for"


@pytest.mark.parametrize(
    ("error", "reason"),
    [(ValueError("no room\nfor it"), "no room"), (ValueError("  "), "ValueError"), (KeyError(), "KeyError")],
)
def test_why_a_record_cannot_be_opened_is_one_line(error: Exception, reason: str) -> None:
    assert opening._reason(error) == reason


def test_what_names_a_database() -> None:
    assert is_url("postgresql://user@host/database")
    assert not is_url("folder/record.db")


def test_a_database_of_others_is_left_alone(where: str, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")
    with pytest.raises(RecordError, match="contains other tables"):
        open_record(str(other))
    engine = open_record(where)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    engine.dispose()
    with pytest.raises(RecordError, match="contains other tables"):
        open_record(where)
