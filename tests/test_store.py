"""The record on disk, on SQLite and on PostgreSQL: idempotent, atomic, and it outlives whatever happens to it."""

import os
import signal
import sqlite3
import subprocess
import sys
import sysconfig
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from isnad.lexicon import load
from isnad.model import Page, RecordContact, RecordError, Verdict
from isnad.query.contacts import contacts
from isnad.query.reader import Reader
from isnad.query.selection import Asked
from isnad.query.verdicts import decided
from isnad.store.opening import open_record
from isnad.store.record import Record
from isnad.store.schema import metadata, namings

from .record_cases import ANKARA, HELD, LONG, MOSCOW, NEXT_WEEK, PLAN, TALKS, VISIT, page

SERVER = "postgresql://postgres@127.0.0.1:5432/test"
ISNAD = Path(sysconfig.get_path("scripts")) / "isnad"
SATURDAY = "2024-11-30"
PAGES = (
    page("moscow", MOSCOW, SATURDAY, "ألف"),
    page("ankara", ANKARA, SATURDAY, "باء"),
    page("later", NEXT_WEEK, "2024-12-07", "ألف"),
    page("plan", PLAN, "2024-12-15", "جيم"),
    page("held", HELD, "2024-12-19", "جيم"),
    page("visit", VISIT, "2024-12-01", "دال"),
    page("talks", TALKS, "2024-12-02", "دال"),
)
EVERYTHING = Asked(domestic=True, rejected=True)


@pytest.fixture(scope="session")
def server() -> str:
    """A PostgreSQL server; its tests are skipped where none answers, and say so."""
    engine = sa.create_engine(SERVER.replace("postgresql", "postgresql+psycopg"), connect_args={"connect_timeout": 2})
    try:
        engine.connect().close()
    except sa.exc.OperationalError:
        if os.environ.get("ISNAD_TEST_POSTGRESQL"):
            raise
        pytest.skip("no PostgreSQL server listens on 127.0.0.1:5432")
    finally:
        engine.dispose()
    return SERVER


@contextmanager
def schema(server: str) -> Iterator[str]:
    """The name of a record in a schema of its own on a server."""
    name = f"isnad_{uuid.uuid4().hex[:12]}"
    engine = sa.create_engine(server.replace("postgresql", "postgresql+psycopg"))
    with engine.begin() as connection:
        connection.execute(sa.text(f"CREATE SCHEMA {name}"))
    yield f"{server}?options=-csearch_path%3D{name}"
    with engine.begin() as connection:
        connection.execute(sa.text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The name of a record that is not there yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    with schema(request.getfixturevalue("server")) as name:
        yield name


def added(where: str, *pages: Page) -> list[str]:
    with Record(where) as record:
        outcomes = [outcome.added for outcome in record.add(pages)]  # type: ignore[union-attr]
        record.merge()
    return outcomes


def everything(where: str) -> list[RecordContact]:
    with Reader(where) as reader:
        return list(contacts(reader, EVERYTHING))


def rows(where: str) -> dict[str, int]:
    engine = open_record(where)
    with engine.connect() as connection:
        counts = {
            name: connection.execute(sa.select(sa.func.count()).select_from(t)).scalar_one()
            for name, t in metadata.tables.items()
        }
    engine.dispose()
    return counts


def test_the_same_article_twice_changes_nothing(where: str) -> None:
    assert set(added(where, *PAGES)) == {"new"}
    before, counts = everything(where), rows(where)
    assert set(added(where, *PAGES)) == {"known"}
    assert everything(where) == before
    assert rows(where) == counts


def test_order_and_batches_do_not_matter(where: str, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    added(where, *PAGES)
    for each in reversed(PAGES):
        added(other, each)
    assert everything(other) == everything(where)


def test_a_text_printed_elsewhere_is_one_article_with_two_publications(where: str) -> None:
    assert added(where, page("b", LONG, "2024-12-01", "باء")) == ["new"]
    assert added(where, page("a", LONG, SATURDAY, "ألف")) == ["elsewhere"]
    assert rows(where)["articles"] == 1
    (contact,) = everything(where)
    assert (contact.sources.outlets, contact.sources.articles) == (2, 2)
    assert contact.time is not None
    assert contact.time.value == SATURDAY, "the reading is that of the first publication"
    assert contact.reports[0].article == "a"


def test_verdicts_outlive_reading_and_merging_again(where: str) -> None:
    added(where, *PAGES[:2])
    (contact,) = everything(where)
    a, b = sorted(r.contact for r in contact.reports)
    with Record(where) as record:
        record.decide(Verdict(kind="accept", subject=contact.id, at="1"))
        record.decide(Verdict(kind="part", subject=a, other=b, at="2"))
        record.merge()
    assert sorted(c.id for c in everything(where)) == [a, b]
    lexicon = load()
    better = msgspec.structs.replace(lexicon.sections, hash="a better lexicon")
    with Record(where, type(lexicon)(better)) as record:
        assert {outcome.added for outcome in record.add(record.stored())} == {"again"}  # type: ignore[union-attr]
        record.merge()
    found = {c.id: c.verdict for c in everything(where)}
    assert found == {a: "accept", b: None}
    added(where, PAGES[2])
    assert {a, b} <= {c.id for c in everything(where)}


def test_old_ids_lead_to_what_became_of_the_contact(where: str) -> None:
    added(where, PAGES[0])
    (alone,) = everything(where)
    added(where, PAGES[1])
    with Reader(where) as reader:
        joined = reader.contact(alone.id)
        assert joined is not None
        assert len(joined.reports) == 2
        assert joined.id == min(r.contact for r in joined.reports)
        assert reader.contact(joined.id[:10]) == joined
        assert reader.contact("ffff") is None


def test_a_verdict_whose_subject_is_gone_is_reported(where: str) -> None:
    added(where, PAGES[0])
    (contact,) = everything(where)
    with Record(where) as record:
        record.decide(Verdict(kind="accept", subject=contact.id))
        record.decide(Verdict(kind="reject", subject="0000000000000000"))
        record.merge()
    with Reader(where) as reader:
        assert [d.orphan for d in decided(reader)] == [False, True]


def test_what_was_added_and_not_merged_is_seen(where: str) -> None:
    with Record(where) as record:
        assert [o.added for o in record.add(PAGES[:1])] == ["new"]  # type: ignore[union-attr]
        with Reader(where) as reader:
            assert reader.stale()
        assert record.merge()
        assert not record.merge()
    with Reader(where) as reader:
        assert not reader.stale()


def test_migrations_make_the_schema(where: str) -> None:
    engine = open_record(where)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _ours})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def _ours(_object: object, name: str | None, kind: str, _reflected: bool, _compare: object) -> bool:
    return kind != "table" or not (name or "").startswith("words")


def test_a_record_of_the_first_release_is_brought_up_to_date(where: str) -> None:
    added(where, *PAGES)
    engine = open_record(where)
    with engine.begin() as connection:
        before = connection.execute(sa.select(namings).order_by(namings.c.article, namings.c.place)).all()
        for table in ("namings", "event_parties", "event_reports", "events"):
            connection.execute(sa.text(f"DROP TABLE {table}"))
        connection.execute(sa.text("ALTER TABLE contacts DROP COLUMN confidence"))
        connection.execute(sa.text("ALTER TABLE statements DROP COLUMN confidence"))
        connection.execute(sa.text("DROP INDEX ix_articles_outlet_earliest"))
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()
    with pytest.raises(RecordError, match="has schema 0001"):
        Reader(where)
    engine = open_record(where)
    with engine.begin() as connection:
        assert connection.execute(sa.select(namings).order_by(namings.c.article, namings.c.place)).all() == before
    engine.dispose()
    assert before, "the articles hold loaded names"


def test_a_record_of_a_newer_isnad_is_left_alone(where: str) -> None:
    engine = open_record(where)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(RecordError, match="newer version of Isnad"):
        open_record(where)
    with pytest.raises(RecordError, match="schema 9999"):
        Reader(where)


def test_two_writers_do_not_corrupt_a_record(where: str, tmp_path: Path) -> None:
    files = []
    for n, pages in enumerate((PAGES[:5], PAGES[2:])):
        path = tmp_path / f"{n}.jsonl"
        path.write_bytes(b"".join(_line(p) for p in pages))
        files.append(path)
    running = [subprocess.Popen([ISNAD, "add", path, "--record", where], stdout=subprocess.DEVNULL) for path in files]
    assert [process.wait(timeout=120) for process in running] == [0, 0]
    assert rows(where)["articles"] == len(PAGES)
    other = str(tmp_path / "other.db")
    added(other, *PAGES)
    with Record(where) as record:
        record.merge()
    assert [c.id for c in everything(where)] == [c.id for c in everything(other)]


def _line(each: Page) -> bytes:
    told = {"id": each.key, "text": each.text, "date": each.date, "outlet": each.outlet, "title": ""}
    return msgspec.json.encode(told) + b"\n"


def test_killed_at_any_moment_a_record_opens_whole(tmp_path: Path) -> None:
    """Fifty runs of `isnad add`, each killed a little later: nothing half-written, nothing lost, nothing doubled."""
    source, where = tmp_path / "articles.jsonl", str(tmp_path / "record.db")
    texts = [f"{each.text} الخبر رقم {n}." for n in range(12) for each in PAGES]
    source.write_bytes(b"".join(_line(page(f"k{n}", text, SATURDAY, "ألف")) for n, text in enumerate(texts)))
    code = (
        "import sys; from isnad.cli import main; main(['add', sys.argv[1], '--record', sys.argv[2], '--workers', '1'])"
    )
    seen = killed = 0
    for run in range(50):
        process = subprocess.Popen([sys.executable, "-c", code, source, where], stdout=subprocess.DEVNULL)
        time.sleep(0.3 + 0.012 * run)
        killed += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        if not Path(where).exists():
            continue
        with sqlite3.connect(where) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'articles'").fetchone():
                continue
            whole = "SELECT COUNT(*) FROM articles a JOIN appearances p ON p.article = a.id"
            count = connection.execute("SELECT COUNT(*) FROM articles").fetchone()[0]
            assert connection.execute(whole).fetchone()[0] == count
            assert connection.execute("SELECT COUNT(*) FROM words").fetchone()[0] == count
            assert count >= seen, "what was stored stays stored"
            seen = count
    assert killed > 10, "the runs ended before they could be killed"
    added(where)
    subprocess.run([ISNAD, "add", source, "--record", where], check=True, capture_output=True)
    assert rows(where)["articles"] == len(texts)
    other = str(tmp_path / "other.db")
    subprocess.run([ISNAD, "add", source, "--record", other], check=True, capture_output=True)
    assert everything(where) == everything(other)


@pytest.mark.parametrize(
    ("name", "says"),
    [("folder", "is a directory"), ("missing/record.db", "directory does not exist"), ("text.db", "not a database")],
)
def test_what_is_no_record_is_told(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.db").write_text("ليس هذا سجلا" * 500)
    with pytest.raises(RecordError, match=says):
        open_record(str(tmp_path / name))


def test_a_server_that_does_not_answer_is_told() -> None:
    with pytest.raises(RecordError):
        open_record("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(RecordError, match="unsupported database URL"):
        open_record("mysql://root@127.0.0.1/test")
