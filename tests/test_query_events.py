"""Questions to a record for its events, and the commands that put them; the same on both databases."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from isnad.cli import main
from isnad.model import RecordEvent
from isnad.query.events import AskedEvents, count, events
from isnad.query.reader import Reader

from .record_cases import page
from .test_store import added, server, where

__all__ = ["server", "where"]

TAKEN = "سيطرت قوات الدعم السريع على مدينة الفاشر يوم 12 مارس 2026."
PAGES = [
    page("taken", TAKEN, "2026-03-13", "صحيفة ألف"),
    page("again", TAKEN.replace("على", "على معظم"), "2026-03-13", "صحيفة باء"),
    page("struck", "قصفت القوات الإثيوبية مواقع حركة الشباب في مقديشو يوم 14 مارس 2026.", "2026-03-15", "صحيفة ألف"),
    page("said", "قال وزير الخارجية الكيني إن القوات الإثيوبية هاجمت حركة الشباب في كيسمايو أمس.", "2026-03-20"),
    page("stands", "وتدعم إريتريا الحكومة الصومالية في الخلاف.", "2026-03-21"),
]


@pytest.fixture
def reader(where: str) -> Iterator[Reader]:
    """Articles that tell events and no contact, in a record."""
    added(where, *PAGES)
    with Reader(where) as opened:
        yield opened


def acts(reader: Reader, **question: object) -> list[str]:
    asked = AskedEvents(**question)  # type: ignore[arg-type]
    found: list[RecordEvent] = list(events(reader, asked))
    assert "newest" in question or count(reader, asked) == len(found)
    return [e.act for e in found]


def test_events_are_picked_by_whom_where_when_and_how(reader: Reader) -> None:
    assert sorted(acts(reader)) == ["attack", "bombard", "seize", "support"]
    assert acts(reader, types=("COERCE",)) == ["seize"]
    assert acts(reader, acts=("bombard",)) == ["bombard"]
    assert acts(reader, statuses=("standing",)) == ["support"]
    assert acts(reader, actors=("eth",)) == ["bombard", "attack"]
    assert acts(reader, targets=("ETH",)) == []
    assert acts(reader, targets=("al-Shabaab",), place="مقديشو") == ["bombard"]
    assert acts(reader, pair=("SOM", "ERI")) == ["support"]
    assert acts(reader, since="2026-03-13", until="2026-03-16") == ["bombard"]
    assert acts(reader, voice="attributed") == ["attack"]
    assert "attack" not in acts(reader, voice="outlet")
    assert acts(reader, outlet="باء") == ["seize"]
    assert acts(reader, sources=2) == ["seize"]
    assert acts(reader, conflicting=True) == ["seize"]
    assert acts(reader, newest=1) == ["support"]


def test_an_event_is_found_by_the_beginning_of_any_id(reader: Reader) -> None:
    event = next(e for e in events(reader, AskedEvents(types=("COERCE",))))
    assert {r.event for r in event.reports} != {event.id}
    assert all(reader.event(r.event[:10]) == event for r in event.reports)
    assert reader.event("zz") is None


def test_adding_again_and_taking_away_keep_the_tables_whole(where: str) -> None:
    added(where, *PAGES)
    with Reader(where) as opened:
        before = list(events(opened, AskedEvents()))
    added(where, *reversed(PAGES))
    with Reader(where) as opened:
        assert list(events(opened, AskedEvents())) == before


def run(*args: str) -> str:
    result = CliRunner(env={"COLUMNS": "110"}).invoke(main, list(args), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_commands(tmp_path: Path) -> None:
    record = str(tmp_path / "r.db")
    added(record, *PAGES)
    (line,) = run("events", "--record", record, "--type", "coerce", "--format", "jsonl").splitlines()
    assert json.loads(line)["schema"] == "isnad/event/1"
    assert "الفاشر" in run("events", "--record", record, "--lang", "ar")
    assert run("positions", "ERI", "--record", record, "--format", "csv").count("\n") == 2
    nobody = CliRunner().invoke(main, ["positions", "TUR", "--record", record])
    assert nobody.exit_code == 1
    assert "no positions" in nobody.stderr


def test_events_of_a_file(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TAKEN, encoding="utf-8")
    shown = run("events", str(article), "--lang", "ar")
    assert "قوات الدعم السريع" in shown
    told = json.loads(run("events", str(article), "--format", "jsonl"))
    assert [e["act"] for e in told["events"]] == ["seize"]
    assert json.loads(run("events", str(article), "--format", "jsonl", "--type", "AID"))["events"] == []
    wrong = CliRunner().invoke(main, ["events", str(article), "--actor", "RSF"])
    assert wrong.exit_code == 2
    assert "cannot be combined with FILE" in wrong.stderr
