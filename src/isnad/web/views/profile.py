"""What the registry knows of an actor, ready to be shown in one language."""

import msgspec

from isnad.labels.terms import Lang
from isnad.lexicon import Lexicon
from isnad.lexicon.people import Person
from isnad.registry import Query, search


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office held: its id in the registry, the days as the registry writes them, and the source that says so."""

    office: str
    title: str
    side: str
    start: str
    end: str | None
    source: str
    note: str


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """Who an actor is. `holders` are people who hold or held the first offices of a state, the latest first."""

    id: str
    kind: str
    name: str
    other: str
    names: tuple[str, ...]
    side: str | None
    offices: tuple[Office, ...]
    holders: tuple[tuple[Person, Office], ...]


_FIRST = ("head-of-state", "head-of-government", "foreign-minister", "secretary-general", "leader")
_SHOWN = 12


def profile(id_: str, lexicon: Lexicon, lang: Lang) -> Profile | None:
    """The profile of a person, state, organisation, group, format or outlet by its id; None for one not listed."""
    person = next((p for p in lexicon.people if p.id == id_), None)
    if person is not None:
        name, other = _both(person.name.ar, person.name.en, lang)
        offices = tuple(_office(person, n) for n in reversed(range(len(person.offices))))
        return Profile(
            id=id_, kind="person", name=name, other=other, names=person.spellings, side=person.side, offices=offices,
            holders=(),
        )  # fmt: skip
    found = next((a for a in search(lexicon, Query(side=id_)).actors if a.id == id_), None)
    if found is None:
        return None
    name, other = _both(found.name_ar, found.name_en, lang)
    return Profile(
        id=id_, kind=found.kind, name=name, other=other, names=found.names, side=None, offices=(),
        holders=tuple(_holders(id_, lexicon)),
    )  # fmt: skip


def _holders(side: str, lexicon: Lexicon) -> list[tuple[Person, Office]]:
    found = [
        (p, _office(p, n))
        for p in lexicon.people
        for n, term in enumerate(p.offices)
        if (term.side or p.side) == side and term.office in _FIRST
    ]
    found.sort(key=lambda pair: (pair[1].end or "9999", pair[1].start), reverse=True)
    return found[:_SHOWN]


def _office(person: Person, place: int) -> Office:
    term = person.offices[place]
    note = "acting" if term.acting else "rival" if term.rival else "nominal" if term.nominal else ""
    return Office(
        office=term.office, title=term.title or "", side=term.side or person.side, start=term.start, end=term.end,
        source=term.source, note=note,
    )  # fmt: skip


def _both(ar: str, en: str, lang: Lang) -> tuple[str, str]:
    return (en, ar) if lang == "en" else (ar, en)
