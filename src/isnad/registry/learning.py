"""Learning offices: titled persons are gathered over a corpus and set against the registry's terms."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

import msgspec

from isnad.arabic.fold import fold_word
from isnad.lexicon import Lexicon
from isnad.lexicon.people import Person
from isnad.reading.offices import Titled, sure_holders
from isnad.registry.findings import Finding, FindingKind, Seen

Key = tuple[str, str, str, str | None, tuple[str, ...]]
# offices of which one side has one holder, so that two names at once disagree
_ONE = frozenset({"head-of-state", "head-of-government", "foreign-minister", "defence-minister", "interior-minister"})
# names seen once are let go, oldest first, beyond so many
_CAPACITY = 200_000
_LIKE = 0.72


class Sighting(msgspec.Struct):
    """What was seen so far of one person in one office, against the same state of the registry."""

    name: str
    first: str | None
    last: str | None
    evidence: Seen
    articles: int = 0
    outlets: set[str] = msgspec.field(default_factory=set)
    article: str = ""


def learn(titled: Iterable[Titled], lexicon: Lexicon, least: int = 2) -> tuple[Finding, ...]:
    """What at least `least` articles say beyond or against the registry, the most frequent first.

    Reads its input once and holds one small record a person and office, whatever the size of the corpus.
    """
    places = {person.id: place for place, person in enumerate(lexicon.people)}
    seen: dict[Key, Sighting] = {}
    for one in titled:
        for key in _beyond(one, lexicon, places):
            _note(seen, key, one)
        if len(seen) > _CAPACITY:
            _let_go(seen)
    found = [_finding(key, s, lexicon, places) for key, s in seen.items() if s.articles >= least]
    return tuple(sorted(found, key=lambda f: (-f.articles, f.side, f.office, f.name)))


def _beyond(one: Titled, lexicon: Lexicon, places: dict[str, int]) -> Iterator[Key]:
    """The key under which a titled person is new; nothing where the registry knows it already."""
    day = one.day
    person = lexicon.people[places[one.person]] if one.person else None
    if person is not None and (day is None or any(_may(person, office, one) for office in _kin(one.office))):
        return
    holders: tuple[str, ...] = ()
    if day and day.earliest and day.latest and one.office in _ONE:
        sure = sure_holders(lexicon, one.office, one.side, day.earliest, day.latest)
        holders = tuple(sorted(lexicon.people[p].id for p, _ in sure))
    yield one.office, one.side, one.person or _plain(one.name), one.person, holders


def _kin(office: str) -> tuple[str, ...]:
    """Offices that one title may stand for."""
    return ("head-of-state", "leader") if office in ("head-of-state", "leader") else (office,)


def _may(person: Person, office: str, one: Titled) -> bool:
    """Whether by the registry the person may have held the office about the article's days; true where they are open."""
    assert one.day is not None
    first, last = one.day.earliest, one.day.latest
    if first is None or last is None:
        return True
    own = [t for t in person.offices if t.office == office and (t.side or person.side) == one.side]
    return any(t.near(first, last) for t in own)
