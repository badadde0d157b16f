"""Conflicts: what reports of one event say that cannot all be right."""

from collections.abc import Callable, Sequence
from itertools import combinations

from isnad.merge.event_accounts import EventAccount
from isnad.model import Claim, EventConflict, EventField

_SLACK = 1
_NOT_DONE = frozenset({"denied"})
_DONE = frozenset({"occurred", "ongoing"})
Value = Callable[[EventAccount], str]


def conflicts(members: Sequence[EventAccount]) -> tuple[EventConflict, ...]:
    """The conflicts among the reports of one event, each with every claim that takes part in it."""
    pairs = list(combinations(members, 2))
    found: list[EventConflict] = []
    for field, differ, value in _FIELDS:
        ids = {id_ for a, b in pairs if differ(a, b) for id_ in (a.id, b.id)}
        found += _made(field, [m for m in members if m.id in ids], value)
    return tuple(found)


def _made(field: EventField, members: Sequence[EventAccount], value: Value) -> list[EventConflict]:
    claims = tuple(
        Claim(
            article=m.witness.key,
            contact=m.id,
            value=value(m),
            start=m.event.evidence.start,
            end=m.event.evidence.end,
        )
        for m in members
    )
    return [EventConflict(field=field, claims=claims)] if claims else []


def _other_day(a: EventAccount, b: EventAccount) -> bool:
    return a.stated is not None and b.stated is not None and not a.stated.meets(b.stated)


def _other_actor(a: EventAccount, b: EventAccount) -> bool:
    return bool(a.actors and b.actors) and a.actors != b.actors


def _other_number(a: EventAccount, b: EventAccount) -> bool:
    """Whether what both count cannot be as many: 300, and «the dozens» up to any number, can."""
    theirs = {n.what: n for n in b.event.numbers}
    return any(
        n.what in theirs
        and (
            (n.max is not None and n.max < theirs[n.what].min)
            or (theirs[n.what].max is not None and (theirs[n.what].max or 0) < n.min)
        )
        for n in a.event.numbers
    )


def _other_extent(a: EventAccount, b: EventAccount) -> bool:
    """«معظم المدينة» beside «المدينة», which is all of it."""
    return bool(a.places and b.places) and (a.event.extent or "all") != (b.event.extent or "all")


def _other_status(a: EventAccount, b: EventAccount) -> bool:
    said = {a.event.status, b.event.status}
    return bool(said & _DONE and said & _NOT_DONE)


def _day(m: EventAccount) -> str:
    time = m.event.time
    if time is None:
        return ""
    return time.earliest or "" if time.earliest == time.latest else f"{time.earliest or ''}..{time.latest or ''}"


def _count(m: EventAccount) -> str:
    return ", ".join(
        f"{n.what} {n.min}{'' if n.max == n.min else '+' if n.max is None else f'-{n.max}'}" for n in m.event.numbers
    )


_FIELDS: tuple[tuple[EventField, Callable[[EventAccount, EventAccount], bool], Value], ...] = (
    ("day", _other_day, _day),
    ("actor", _other_actor, lambda m: " + ".join(sorted(m.actors))),
    ("number", _other_number, _count),
    ("extent", _other_extent, lambda m: m.event.extent or "all"),
    ("status", _other_status, lambda m: m.event.status),
)
