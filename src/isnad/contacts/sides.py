"""Whether a sentence can tell a contact at all: one takes two sides, which are told in it or in mind."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from isnad.arabic.markers import Marker
from isnad.clauses import Discourse
from isnad.contacts.draft import Remembered
from isnad.lexicon.constructions import Frame
from isnad.lexicon.index import Match
from isnad.lexicon.marks import SIDES, TELLS
from isnad.model.phrase import Actor, Phrase, Scan

_COUNTERPART = "counterpart"
_TELLING, _SIDED = (bytes(mark & kind for mark in range(256)) for kind in (TELLS, SIDES))


def may_tell(
    scan: Scan,
    span: range,
    phrases: Iterable[tuple[Phrase, Actor | None]],
    earlier: tuple[Discourse, Remembered],
    frames: Sequence[Frame],
) -> bool:
    """Whether a sentence holds a predicate of contacts, and two sides are known to it or it tells of a visit.

    `earlier`: what the sentences before left in mind. A visit may wait for its host.
    """
    marks = scan.marks[span.start : span.stop]
    telling = marks.translate(_TELLING)
    if not any(telling):
        return False
    at = scan.at[span.start : span.stop]
    if two_sides(phrases, compress(at, marks.translate(_SIDED)), *earlier):
        return True
    return any(_stays(found, frames) for found in compress(at, telling))


def two_sides(
    phrases: Iterable[tuple[Phrase, Actor | None]],
    sided: Iterable[Sequence[Match]],
    discourse: Discourse,
    remembered: Remembered,
) -> bool:
    """Whether two sides are known to a sentence: by its phrases, by single words in it, by what was told before.

    `sided`: the matches of words that tell sides by themselves. A counterpart may be of any side; so may the members
    of a format.
    """
    sides: set[str] = set()
    for phrase, actor in phrases:
        if phrase.kind == _COUNTERPART:
            return True
        if actor is not None:
            sides |= _sides(actor)
    for found in sided:
        for match in found:
            if "members" in match.tags:
                return True
            sides.update(side for side, _ in match.tags.get("nisba", ()))
    for actor in _in_mind(discourse, remembered):
        if actor.phrase_kind == _COUNTERPART:
            return True
        sides |= _sides(actor)
    return len(sides) > 1


def _stays(found: Iterable[Match], frames: Sequence[Frame]) -> bool:
    """Whether a word may tell a visit by a noun («زيارته»)."""
    hits = (hit for match in found for tag in ("noun", "verb") for hit in match.tags.get(tag, ()))
    return any(frames[hit.frame].row.stay and Marker.GENITIVE in frames[hit.frame].slots for hit in hits)


def _in_mind(discourse: Discourse, remembered: Remembered) -> Iterator[Actor]:
    if discourse.subject is not None:
        yield discourse.subject
    yield from discourse.group
    for pair in (discourse.pair, *discourse.pairs):
        yield from pair
    for parties in remembered.values():
        for actor, _ in parties:
            yield actor


def _sides(actor: Actor) -> set[str]:
    """The side that an actor is of, those of its members, and the one that it is posted to."""
    sides = {side for side in (actor.side, actor.posted) if side}
    return sides.union(*map(_sides, actor.members)) if actor.members else sides
