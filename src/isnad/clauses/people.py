"""The actors that mentions stand for: lists spread out, pairs resolved, states only where they are asked for."""

from collections.abc import Sequence

from isnad.clauses.units import Unit
from isnad.model.phrase import Actor

PERSONAL = frozenset({"person", "office", "officials", "institution", "organisation", "group", "counterpart"})

# «الزعيمان» are the two told last, «القادة» are others
_PAIRS = frozenset({"two", "states"})
# a city stands for no state: «اتصال من كوبنهاغن»
_CITIES = frozenset({"city", "weak_city"})


def nation(side: str | None, first: int, last: int) -> Actor:
    """A side told by tokens [first, last) without a person."""
    return Actor(
        key=f"state:{side}",
        kind="state",
        name=None,
        name_en=None,
        office=None,
        rank="",
        side=side,
        person=None,
        basis="stated",
        female=False,
        first=first,
        last=last,
        phrase_kind="state",
    )


def state_of(actor: Actor) -> Actor:
    """The side that an actor stands for, without a person."""
    return nation(actor.side, actor.first, actor.last)


def agrees(actor: Actor, female: bool) -> bool:
    """Whether a singular verb's gender can be that of this actor; what is not known agrees."""
    if actor.phrase_kind in ("office", "officials") or (actor.phrase_kind == "person" and actor.rank):
        return actor.female == female if not female else actor.female
    return True


def actors_of(units: Sequence[Unit], states: bool = False, pair: Sequence[Actor] = ()) -> list[Actor]:
    """The actors of some units; bare states only where asked for; «الجانبان» stands for `pair`."""
    out: list[Actor] = []
    for unit in units:
        out += _members(unit, states, pair)
    return out


def _members(unit: Unit, states: bool, pair: Sequence[Actor]) -> list[Actor]:
    phrase, actor = unit.phrase, unit.actor
    if phrase is None or _anybody(unit):
        return []
    if phrase.kind == "set" and not phrase.members and pair and phrase.number in _PAIRS:
        return [state_of(a) for a in pair] if phrase.number == "states" else list(pair)
    if actor is None:
        return []
    least = 2 if phrase.kind == "officials" else 1
    if phrase.kind in ("set", "counterpart", "officials") and len(actor.members) >= least:
        return list(actor.members)
    if actor.phrase_kind in PERSONAL or (states and actor.phrase_kind == "state" and actor.strength not in _CITIES):
        return [actor]
    return []


def _anybody(unit: Unit) -> bool:
    """«محادثاته مع نظرائه»: several people of whom nothing is told."""
    phrase = unit.phrase
    if phrase is None or phrase.kind != "counterpart" or phrase.number != "many" or phrase.members:
        return False
    return unit.actor is None or unit.actor.side is None
