"""Searching the registry: by words of a name in either script, by side, by office, by day."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon
from isnad.lexicon.collective import ActorKind, surfaces
from isnad.lexicon.people import Person, Term

_EXACT, _WHOLE, _BEGUN = 0, 1, 2
_ACCENTS = re.compile(r"[\u0300-\u036f]")
# letters that no decomposition takes apart
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "ə": "a", "’": None, "'": None, "‘": None})


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for; what is empty or None sets no condition. `on`: an ISO day on which the office was held."""

    words: str = ""
    side: str | None = None
    office: str | None = None
    on: str | None = None


class Collective(msgspec.Struct, frozen=True, kw_only=True):
    """A state, organisation, group, format or outlet with the names by which the press knows it."""

    kind: ActorKind
    id: str
    name_ar: str
    name_en: str
    names: tuple[str, ...]


class Found(msgspec.Struct, frozen=True):
    """The answer: collective actors and people, best first; of each person only the terms that were asked for."""

    actors: tuple[Collective, ...]
    people: tuple[Person, ...]


def search(lexicon: Lexicon, query: Query) -> Found:
    """Everything in the registry that answers a query. Each of its words must begin a word of one name or of the id."""
    wanted = keys(query.words)
    people = [(rank, _shown(p, query)) for p in lexicon.people if (rank := _person(p, wanted, query)) is not None]
    people.sort(key=lambda found: (found[0], found[1].side, found[1].offices[-1].start))
    return Found(tuple(_collective(lexicon, wanted, query)), tuple(person for _, person in people))


@lru_cache(maxsize=1 << 15)
def keys(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: Arabic folded, Latin without case and accents."""
    split = unicodedata.normalize("NFD", text.replace("-", " ").casefold())
    plain = "".join(c for c in split if not _ACCENTS.match(c)).translate(_LETTERS)
    return tuple(form for form in Tokens(unicodedata.normalize("NFC", plain)).forms if form[:1].isalnum())


def _rank(wanted: tuple[str, ...], names: Iterable[str]) -> int | None:
    """How well the words fit the best of these names: all of it, whole words, beginnings; None where they fit none."""
    best: int | None = None
    for name in names:
        have = keys(name)
        if wanted == have:
            return _EXACT
        if all(any(word.startswith(w) for word in have) for w in wanted):
            rank = _WHOLE if set(wanted) <= set(have) else _BEGUN
            best = rank if best is None else min(best, rank)
    return best


def _person(person: Person, wanted: tuple[str, ...], query: Query) -> int | None:
    if not any(_asked(person, term, query) for term in person.offices):
        return None
    if not wanted:
        return _EXACT
    return _rank(wanted, (person.name.ar, person.name.en, person.id, *person.spellings, *person.short))


def _asked(person: Person, term: Term, query: Query) -> bool:
    sides = (term.side or person.side, person.side) if query.office is None else (term.side or person.side,)
    return (
        (query.side is None or query.side.casefold() in (side.casefold() for side in sides))
        and query.office in (None, term.office)
        and (query.on is None or term.may_hold(query.on))
    )


def _shown(person: Person, query: Query) -> Person:
    """The person with the terms of the office and day asked for; with all of them where neither was."""
    if query.office is None and query.on is None:
        return person
    return msgspec.structs.replace(person, offices=tuple(t for t in person.offices if _asked(person, t, query)))


def _collective(lexicon: Lexicon, wanted: tuple[str, ...], query: Query) -> Iterator[Collective]:
    """Collective actors hold no office: they answer only a search by words or side."""
    if query.office is not None or query.on is not None or not (wanted or query.side):
        return
    known = lexicon.collective
    names: dict[str, list[str]] = {}
    for surface in surfaces(known):
        if surface.facet in ("name", "loaded", "body"):
            names.setdefault(surface.actor, []).append(surface.text)
    parts: tuple[tuple[ActorKind, tuple[object, ...]], ...] = (
        ("state", known.states), ("organisation", known.organisations), ("group", known.groups),
        ("format", known.formats), ("outlet", known.outlets),
    )  # fmt: skip
    ranked = []
    for kind, actors in parts:
        for actor in actors:
            made = _made(kind, actor, names)
            if query.side is not None and query.side.casefold() != made.id.casefold():
                continue
            rank = _rank(wanted, (made.id, made.name_en, *made.names)) if wanted else _EXACT
            if rank is not None:
                ranked.append((rank, made))
    yield from (made for _, made in sorted(ranked, key=lambda found: found[0]))


def _made(kind: ActorKind, actor: object, names: dict[str, list[str]]) -> Collective:
    known, name = str(getattr(actor, "id", "")), getattr(actor, "name")  # noqa: B009
    own = tuple(dict.fromkeys(names.get(known, ())))
    return Collective(kind=kind, id=known, name_ar=name.ar, name_en=name.en, names=own)
