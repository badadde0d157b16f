"""Pairs of mentions that may be the parties of a predicate which no construction linked."""

from collections.abc import Iterator, Sequence

import msgspec

from isnad.clauses import Clause, Unit
from isnad.clauses.people import actors_of
from isnad.contacts.draft import Scene
from isnad.model.phrase import Actor

# so many mentions on either hand of a predicate are asked, the nearest first
_EACH_HAND = 4
_TRAVELLERS = frozenset({"person", "office", "officials", "counterpart"})
_CITIES = frozenset({"city", "weak_city"})
_COUNTERPART = "counterpart"


class Mention(msgspec.Struct, frozen=True):
    """An actor that may be a party. `at`: the place of its mention in the row; None where an earlier sentence has it.

    `nth`: of those on this hand of the predicate, how many stand nearer to it; `place`: a place, which may be visited.
    """

    actor: Actor
    at: int | None
    nth: int = 0
    unit: Unit | None = None
    place: bool = False


def mentions_of(scene: Scene) -> list[Mention]:
    """Whom a sentence mentions, in order: actors, and places that may be visited."""
    out = []
    for at, unit in enumerate(scene.row):
        if unit.phrase is None:
            continue
        found = actors_of([unit], states=True, pair=scene.discourse.pair)
        if not found and unit.is_place and unit.actor is not None:
            found = [unit.actor]
        out += [Mention(a, at, 0, unit, unit.is_place) for a in found if _sided(a)]
    return out


def around(told: Sequence[Mention], clause: Clause, scene: Scene) -> list[Mention]:
    """The mentions that may be parties of a predicate: the nearest on either hand, then those of earlier sentences."""
    behind = [m for m in told if m.at is not None and m.at > clause.at][:_EACH_HAND]
    before = [m for m in reversed(told) if m.at is not None and m.at < clause.at][:_EACH_HAND]
    out = [msgspec.structs.replace(m, nth=n) for hand in (behind, before) for n, m in enumerate(hand)]
    here = {m.actor.key for m in out}
    discourse = scene.discourse
    spoken = [*([discourse.subject] if discourse.subject is not None else []), *discourse.group, *discourse.pair]
    earlier = {a.key: a for a in spoken if a.key not in here and _sided(a)}
    return [*out, *(Mention(a, None) for a in earlier.values())]


def pairs(mentions: Sequence[Mention], kind: str, scene: Scene) -> Iterator[tuple[int, int]]:
    """The pairs of two sides that may meet under a predicate of a kind, as indices; of a visit the visitor first."""
    for i, a in enumerate(mentions):
        for j in range(i + 1, len(mentions)):
            b = mentions[j]
            if not _two_sides(scene, a.actor, b.actor):
                continue
            if kind != "visit":
                if _may_meet(a, b):
                    yield i, j
                continue
            if _may_travel(a, b):
                yield i, j
            if _may_travel(b, a):
                yield j, i


def _sided(actor: Actor) -> bool:
    """Whether the side is known, or will be once the other party is: «نظيره»."""
    return actor.side is not None or actor.phrase_kind == _COUNTERPART


def _two_sides(scene: Scene, a: Actor, b: Actor) -> bool:
    home = scene.setting.home
    if a.side is None or b.side is None:
        return a.key != b.key and (a.side or b.side) is not None
    return a.key != b.key and home(a.side) != home(b.side)


def _may_travel(visitor: Mention, host: Mention) -> bool:
    return visitor.actor.phrase_kind in _TRAVELLERS and host.place


def _may_meet(a: Mention, b: Mention) -> bool:
    """Whether neither is a city, which stands for nobody."""
    return not any(m.place and m.actor.strength in _CITIES for m in (a, b))
