"""Learning offices: titled persons are gathered over a corpus and set against the registry's terms."""

from collections.abc import Iterable, Set
from datetime import date
from difflib import SequenceMatcher

import msgspec

from isnad.actors.terms import ONE_HOLDER, held, near, sure_holders
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon
from isnad.reading.offices import Titled
from isnad.registry.findings import Finding, FindingKind, Seen

# office, side, and the registry id or the first and last word of the name
Key = tuple[str, str, str]
# beyond so many records those of a single article are let go
_CAPACITY = 200_000
# how much of two spellings must agree: of the whole name, and where one of its words is the same
_ALIKE, _ALIKE_IN_PART = 0.8, 0.62
# offices that one title may stand for
_KIN = {
    "head-of-state": ("leader",), "leader": ("head-of-state",), "secretary-general": ("leader",),
    "foreign-minister": ("high-representative",), "minister-of-state": ("deputy-foreign-minister",),
}  # fmt: skip
# so many spellings of one name are told apart, the rest are counted with them
_FORMS = 8
_MONTH = 31


class Sighting(msgspec.Struct):
    """What was seen so far of one person in one office; `against` counts the articles of days that another held."""

    registry: str | None
    evidence: Seen
    names: dict[str, int] = msgspec.field(default_factory=dict)
    first: str | None = None
    last: str | None = None
    articles: int = 0
    outlets: set[str] = msgspec.field(default_factory=set)
    against: dict[str, int] = msgspec.field(default_factory=dict)
    article: str = ""


class Learner:
    """Gathers titled persons article by article. Holds a small record a person and office, however large the corpus."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.places = {person.id: place for place, person in enumerate(lexicon.people)}
        self.named: dict[tuple[str, ...], set[str]] = {}
        for person in lexicon.people:
            for form in person.full_forms():
                self.named.setdefault(tuple(Tokens(form).forms), set()).add(person.id)
        self.seen: dict[Key, Sighting] = {}

    def see(self, titled: Iterable[Titled]) -> None:
        """Take in the titled persons of one article."""
        for one in titled:
            words = tuple(Tokens(one.name).forms)
            # one listed for another side is listed all the same
            listed = {one.person} if one.person else self.named.get(words, set())
            person = next(iter(listed)) if len(listed) == 1 else None
            if not words or (person and self._known(one, person)):
                continue
            self._note((one.office, one.side, person or f"{words[0]} {words[-1]}"), one, person)
        if len(self.seen) > _CAPACITY:
            self.seen = {key: sighting for key, sighting in self.seen.items() if sighting.articles > 1}

    def findings(self, least: int = 2) -> tuple[Finding, ...]:
        """What at least `least` articles say beyond or against the registry, the most frequent first."""
        found = [self._finding(*key[:2], s, least) for key, s in self.seen.items() if s.articles >= least]
        return tuple(sorted(found, key=lambda f: (-f.articles, f.side, f.office, f.name)))

    def _known(self, one: Titled, person: str) -> bool:
        """Whether by the registry the person may have held the office about those days; true where they are open."""
        days = _days(one)
        if days is None:
            return True
        place = self.places[person]
        offices = (one.office, *_KIN.get(one.office, ()))
        terms = (t for office in offices for t in held(self.lexicon, place, office, (one.side,)))
        return any(near(term, *days) for term in terms)

    def _note(self, key: Key, one: Titled, person: str | None) -> None:
        sighting = self.seen.get(key)
        if sighting is None:
            seen = Seen(one.article, one.evidence.text)
            sighting = self.seen[key] = Sighting(person, seen)
        elif sighting.article == one.article:
            return
        sighting.article = one.article
        sighting.articles += 1
        if one.outlet:
            sighting.outlets.add(one.outlet)
        if one.name in sighting.names or len(sighting.names) < _FORMS:
            sighting.names[one.name] = sighting.names.get(one.name, 0) + 1
        days = _days(one)
        if days is None:
            return
        sighting.first = min(sighting.first or days[0], days[0])
        sighting.last = max(sighting.last or days[1], days[1])
        if one.office in ONE_HOLDER:
            for place, _ in sure_holders(self.lexicon, one.office, one.side, *days):
                holder = self.lexicon.people[place].id
                sighting.against[holder] = sighting.against.get(holder, 0) + 1

    def _finding(self, office: str, side: str, s: Sighting, least: int) -> Finding:
        name = max(s.names, key=lambda n: s.names[n])
        if s.registry:
            name = self.lexicon.people[self.places[s.registry]].name.ar
        like = None if s.registry else self._like(office, side, name)
        holders = tuple(sorted(s.against, key=lambda h: (-s.against[h], h)))
        kind: FindingKind = "term" if s.registry else "person"
        if like and (not holders or like in holders):
            kind = "spelling"
        elif max(s.against.values(), default=0) >= least:
            kind = "contradiction"
        return Finding(
            kind=kind, office=office, side=side, name=name, registry=s.registry, first=s.first, last=s.last,
            articles=s.articles, outlets=tuple(sorted(s.outlets)), holders=holders, like=like, evidence=s.evidence,
        )  # fmt: skip

    def _like(self, office: str, side: str, name: str) -> str | None:
        """The holder of the office, at any time, of whose name this one may be a spelling."""
        ranked = [
            (alike(name, form, self.lexicon.name_links), self.lexicon.people[place].id)
            for kin in (office, *_KIN.get(office, ()))
            for place in dict.fromkeys(self.lexicon.by_office.get((kin, side), ()))
            for form in self.lexicon.people[place].full_forms()
        ]
        return max((r for r in ranked if r[0]), default=(0.0, None))[1]


def _days(one: Titled) -> tuple[str, str] | None:
    """First and last day of the article; None where they lie too far apart to say who held an office."""
    day = one.day
    if day is None or day.earliest is None or day.latest is None:
        return None
    width = date.fromisoformat(day.latest) - date.fromisoformat(day.earliest)
    return (day.earliest, day.latest) if width.days <= _MONTH else None


def alike(one: str, other: str, links: Set[str] = frozenset()) -> float:
    """How far two names agree in their letters, 0 to 1; 0 where they are too far apart to be spellings of one.

    `links` are words that many names share, and that prove nothing.
    """
    a, b = Tokens(one).forms, Tokens(other).forms
    if set(a) <= set(b):
        return 1.0
    ratio = SequenceMatcher(None, " ".join(a), " ".join(b), autojunk=False).ratio()
    shared = bool(set(a) & set(b) - links)
    return ratio if ratio >= (_ALIKE_IN_PART if shared else _ALIKE) else 0.0
