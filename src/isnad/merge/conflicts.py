"""Conflicts: what reports of one contact say that cannot all be right."""

from collections.abc import Callable, Sequence
from itertools import combinations

from isnad.merge.accounts import Account
from isnad.merge.contradiction import DONE, same_city, same_person
from isnad.merge.weights import SLACK
from isnad.model import Claim, Conflict, ConflictField, Contact

_NOT_DONE = frozenset({"denied", "cancelled"})


def conflicts(members: Sequence[Account]) -> tuple[Conflict, ...]:
    """The conflicts among the reports of one contact, each with every claim that takes part in it."""
    found: list[Conflict] = []
    pairs = list(combinations(members, 2))
    days = {id_ for a, b in pairs if _other_day(a, b) for id_ in (a.id, b.id)}
    found += _made("day", [m for m in members if m.id in days], _day)
    places = {id_ for a, b in pairs if _other_place(a, b) for id_ in (a.id, b.id)}
    found += _made("place", [m for m in members if m.id in places], lambda c: c.place or "")
    parties = {id_ for a, b in pairs if _other_people(a, b) for id_ in (a.id, b.id)}
    found += _made("party", [m for m in members if m.id in parties], _names)
    if {m.status for m in members} & DONE and {m.status for m in members} & _NOT_DONE:
        found += _made("status", [m for m in members if m.status in DONE | _NOT_DONE], lambda c: c.status)
    return tuple(found)


def _made(field: ConflictField, members: list[Account], value: Callable[[Contact], str]) -> list[Conflict]:
    if not members:
        return []
    claims = tuple(
        Claim(
            article=m.witness.key,
            contact=m.id,
            value=value(m.contact),
            start=m.contact.evidence.start,
            end=m.contact.evidence.end,
        )
        for m in members
    )
    return [Conflict(field=field, claims=claims)]


def _other_day(a: Account, b: Account) -> bool:
    if a.stated is None or b.stated is None or a.yearless or b.yearless:
        return False
    return not a.stated.meets(b.stated, SLACK.get(a.kind, 0))


def _other_place(a: Account, b: Account) -> bool:
    if a.place is None or b.place is None or a.kind == "call":
        return False
    if a.place.state and b.place.state and a.place.state != b.place.state:
        return True
    return bool(a.place.city and b.place.city) and not same_city(a.place, b.place)


def _other_people(a: Account, b: Account) -> bool:
    return any(
        a.people.get(side)
        and b.people.get(side)
        and not any(same_person(p, q) for p in a.people[side] for q in b.people[side])
        for side in a.sides & b.sides
    )


def _day(contact: Contact) -> str:
    time = contact.time
    if time is None:
        return ""
    return time.earliest or "" if time.earliest == time.latest else f"{time.earliest or ''}..{time.latest or ''}"


def _names(contact: Contact) -> str:
    return " + ".join(p.name or p.office or p.side for p in contact.parties)
