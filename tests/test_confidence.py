"""Confidence: what it hears of a reading, that it is a probability, and that it can be asked for."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from isnad.clean import clean
from isnad.cli import main
from isnad.learned import Linear, shipped
from isnad.lexicon import load
from isnad.model import Page, Reading
from isnad.query.contacts import contacts
from isnad.query.reader import Reader
from isnad.query.selection import Asked
from isnad.query.statements import AskedSaid, said
from isnad.reading import read
from isnad.reading.confidence import Confidence, contact_features, statement_features
from isnad.store.record import Record

TEXT = (
    "التقى وزير الخارجية النرويجي إسبن إيدي أمس في أوسلو وزيرة الخارجية الكندية ميلاني جولي. "
    "وقال إيدي إن المحادثات كانت مفيدة."
)
PAGE = Page(key="c", origin="c", text=TEXT, title_end=0, date="2024-12-04")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(clean(PAGE), load())


def test_every_contact_and_statement_has_a_probability(reading: Reading) -> None:
    told = [*reading.contacts, *reading.statements]
    assert len(told) == 2
    assert all(t.confidence is not None and 0 < t.confidence < 1 for t in told)


def test_features_of_a_contact(reading: Reading) -> None:
    (contact,) = reading.contacts
    assert {
        "rule:meeting.iltaqa",
        "family:meeting",
        "kind-status:meeting/held",
        "parties:2",
        "sides:2",
        "unknown:False",
        "names:listed+listed",
        "time:day",
        "place:True/meeting",
        "title:False",
        "others:0",
        "same-sides:0",
        "inside:True/listed",
    } <= set(contact_features(contact, reading.contacts, reading.zones))


def test_features_of_a_statement(reading: Reading) -> None:
    (statement,) = reading.statements
    assert {"form:paraphrase", "polarity:said", "speakers:1", "quotes:0"} <= set(
        statement_features(statement, reading.statements)
    )


def test_confidence_is_the_probability_of_the_model(reading: Reading) -> None:
    sure = Linear({"kind:meeting": 2_000}, 0, 0.5, "")
    told = tuple(msgspec.structs.replace(c, confidence=None) for c in reading.contacts)
    (contact,) = Confidence(sure, sure).of_contacts(told, reading.zones)
    (statement,) = Confidence(sure, sure).of_statements(reading.statements)
    assert contact.confidence == pytest.approx(0.881)
    assert statement.confidence == 0.5
    bare = msgspec.structs.replace(contact, confidence=None)
    assert bare == msgspec.structs.replace(reading.contacts[0], confidence=None)


def test_what_the_linker_told_keeps_its_probability(reading: Reading) -> None:
    told = msgspec.structs.replace(reading.contacts[0], confidence=0.61)
    sure = Linear({}, 9_000, 0.5, "")
    (contact,) = Confidence(sure, sure).of_contacts((told,), reading.zones)
    assert contact.confidence == 0.61


@pytest.mark.parametrize("name", ["contacts.model", "statements.model"])
def test_shipped_models_say_what_they_were_made_from(name: str) -> None:
    assert "of them right" in shipped(name).trained


def _read(path: Path, *options: str) -> dict[str, list[object]]:
    found = CliRunner().invoke(main, ["read", str(path), "--format", "jsonl", "--published", "2024-12-04", *options])
    assert found.exit_code == 0
    told: dict[str, list[object]] = json.loads(found.stdout)
    return told


def test_reading_leaves_out_what_is_less_sure(tmp_path: Path, reading: Reading) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    least = reading.contacts[0].confidence
    assert least is not None
    assert len(_read(path)["contacts"]) == 1
    assert len(_read(path, "--min-confidence", str(least))["contacts"]) == 1
    assert _read(path, "--min-confidence", str(round(least + 0.001, 3)))["contacts"] == []


def test_a_confidence_beyond_one_is_a_wrong_command_line(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["read", "--samples", "--min-confidence", "1.5"]).exit_code == 2


def test_the_record_is_asked_for_what_is_sure(tmp_path: Path, reading: Reading) -> None:
    where = str(tmp_path / "r.db")
    with Record(where) as record:
        list(record.add([PAGE]))
        record.merge()
    sure, said_ = reading.contacts[0].confidence, reading.statements[0].confidence
    assert sure is not None
    assert said_ is not None
    with Reader(where) as reader:
        assert [c.confidence for c in contacts(reader, Asked(confidence=sure))] == [sure]
        assert list(contacts(reader, Asked(confidence=sure + 0.001))) == []
        assert len(list(said(reader, AskedSaid(confidence=said_)))) == 1
        assert list(said(reader, AskedSaid(confidence=said_ + 0.001))) == []
