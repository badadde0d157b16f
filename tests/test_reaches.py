"""How far a rule reaches: each constant of the reading rooms has a sentence at its end, and one a step beyond it.

The sentences of `golden/reaches.yml` are stretched with plain words, so that one more makes the difference.
"""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from isnad.clean import clean
from isnad.lexicon import load
from isnad.model import Contact, Page
from isnad.reading import read_by_rules

LEXICON = load()
ROOMS = ("clauses", "contacts")


class Reach(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A constant with the text that it just reaches and one that it does not, and what is read in each."""

    constant: str
    within: str
    reads: str
    beyond: str
    reads_beyond: str


REACHES = msgspec.yaml.decode((Path(__file__).parent / "golden" / "reaches.yml").read_bytes(), type=tuple[Reach, ...])


def told(contact: Contact) -> str:
    """«meeting held TUR QAT:host, Ankara, 2024-12-02»."""
    parties = " ".join(p.side if p.role == "participant" else f"{p.side}:{p.role}" for p in contact.parties)
    day = contact.time.earliest if contact.time else None
    return ", ".join(part for part in (f"{contact.kind} {contact.status} {parties}", contact.place, day) if part)


def reads(text: str) -> str:
    """The contacts of a text published on a Wednesday; «nothing» where there are none."""
    page = Page(key="reach", origin="reach", text=text, title_end=0, date="2024-12-04")
    return "; ".join(told(contact) for contact in read_by_rules(clean(page), LEXICON).contacts) or "nothing"


@pytest.mark.parametrize("reach", REACHES, ids=lambda reach: reach.constant)
def test_a_constant_reaches_so_far_and_no_further(reach: Reach, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reads(reach.within) == reach.reads
    assert reads(reach.beyond) == reach.reads_beyond
    room, _, name = reach.constant.rpartition(".")
    module = importlib.import_module(f"isnad.{room}")
    value = getattr(module, name)
    monkeypatch.setattr(module, name, value - 1)
    assert reads(reach.within) != reach.reads, f"{reach.constant} may be {value - 1}"
    monkeypatch.setattr(module, name, value + 1)
    assert reads(reach.beyond) != reach.reads_beyond, f"{reach.constant} may be {value + 1}"


def constants(path: Path) -> Iterator[str]:
    """The names of a module's whole numbers."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.Assign):
            continue
        target = node.targets[0]
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            pairs = list(zip(target.elts, node.value.elts, strict=True))
        else:
            pairs = [(target, node.value)]
        for name, value in pairs:
            if isinstance(name, ast.Name) and isinstance(value, ast.Constant) and type(value.value) is int:
                yield name.id


# of these no sentence is known yet that one more or one less reads otherwise: the list may only shrink
UNHELD = {
    "clauses.marks._OPENER_REACH",
    "clauses.mentions._NEAR",
    "clauses.units._SHORTEST",
    "contacts.envoys._LONGEST_NAME",
    "contacts.links._FOLLOWED",
    "contacts.merge._FOLLOWING",
    "contacts.nouns._MEDIA_REACH",
    "contacts.schedule._NOUN_REACH",
    "contacts.tellings._MAX_EVIDENCE",
    "contacts.times._NOUN_REACH",
    "contacts.tours._TOUR_REACH",
    "contacts.weeks._FRIDAY",
}
# what a trained model is asked about, and how much of its answer is told: it is trained anew where one of them changes
TRAINED = {
    "contacts.linker._REASONS",
    "contacts.pair_features._BEHIND",
    "contacts.pair_features._DEEPEST",
    "contacts.pair_features._NEAR",
    "contacts.pairs._EACH_HAND",
}


def test_every_constant_has_its_sentences(root: Path) -> None:
    named = {reach.constant for reach in REACHES}
    found = {
        f"{room}.{path.stem}.{name}"
        for room in ROOMS
        for path in (root / "src" / "isnad" / room).glob("*.py")
        for name in constants(path)
    }
    assert sorted(found - named - UNHELD - TRAINED) == []
    assert sorted((named | UNHELD | TRAINED) - found) == []
    assert sorted(named & (UNHELD | TRAINED)) == []
