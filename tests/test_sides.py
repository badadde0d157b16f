"""A sentence to which fewer than two sides are known tells no contact, so it need not be walked."""

from pathlib import Path

import pytest

import isnad.contacts.read as room
from isnad import lexicon
from isnad.clean import clean
from isnad.model import Page, Reading
from isnad.reading import read

from .golden_case import load

_TOGETHER = 4


def texts() -> list[str]:
    """Golden cases and examples of rows, alone, and several in one article: what one tells is in mind in the next."""
    bodies = [case.page().text for case in load(Path(__file__).parent / "golden")]
    rows = [text for row in lexicon.load().sections.constructions for text in (row.example, row.not_)]
    parts = [*bodies, *rows]
    return [*parts, *("\n".join(parts[i : i + _TOGETHER]) for i in range(0, len(parts), _TOGETHER))]


def readings(which: list[str]) -> list[Reading]:
    return [read(clean(Page(key="a", origin="a", text=text)), lexicon.load()) for text in which]


def test_contacts_are_the_same_where_every_sentence_is_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = texts()
    gated = readings(articles)
    asked: list[bool] = []
    honest = room.may_tell

    def always(*args: object) -> bool:
        asked.append(honest(*args))  # type: ignore[arg-type]
        return True

    monkeypatch.setattr(room, "may_tell", always)
    assert readings(articles) == gated
    # sentences of both kinds were among them
    assert asked.count(False) > 100
    assert asked.count(True) > 100
