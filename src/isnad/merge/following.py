"""What follows what: talks held on a visit, and an encounter that takes the place of one that was called off."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from isnad.arabic.fold import fold_word
from isnad.merge.accounts import Person
from isnad.merge.days import FIRST, LAST, Interval, interval, iso
from isnad.merge.gazetteer import Gazetteer
from isnad.merge.likeness import same_person
from isnad.model import Days, FollowsAs, RecordContact, ReportParty

_STAY, _REPLACED, _NEWS = 2, 60, 30
_TALKS = frozenset({"meeting", "multilateral"})


def linked(contacts: Sequence[RecordContact], gazetteer: Gazetteer) -> list[RecordContact]:
    """The contacts with their `follows`; what a visit's plan tells of the day of its talks goes into their bounds."""
    by_sides: dict[frozenset[str], list[RecordContact]] = defaultdict(list)
    for contact in contacts:
        by_sides[_sides(contact)].append(contact)
    return [_linked(contact, by_sides[_sides(contact)], gazetteer) for contact in contacts]


def _linked(contact: RecordContact, others: list[RecordContact], gazetteer: Gazetteer) -> RecordContact:
    if contact.kind in _TALKS and not contact.background:
        visits = [v for v in others if v.kind == "visit" and _on_visit(contact, v, gazetteer)]
        if visits:
            visit = min(visits, key=lambda v: (_gap(contact, v), v.id))
            return _with(contact, visit, "on_visit")
    if contact.status != "cancelled":
        earlier = [c for c in others if c.id != contact.id and _replaces(contact, c)]
        if earlier:
            return _with(contact, max(earlier, key=lambda c: (_days(c).hi, c.id)), "rescheduled")
    return contact


def _on_visit(talks: RecordContact, visit: RecordContact, gazetteer: Gazetteer) -> bool:
    """Whether the talks are those of a visit: its visitor takes part, it leads to where they are, and the days meet."""
    visitors = [_person(p) for p in visit.parties if p.role == "visitor" and p.name]
    hosts = {p.side for p in visit.parties if p.role == "host"}
    there = [_person(p) for p in talks.parties if p.name]
    if not visitors or not hosts or not any(same_person(v, p) for v in visitors for p in there):
        return False
    place = gazetteer.place(talks.place).state if talks.place else None
    if place is not None and place not in hosts:
        return False
    if visit.time is None and talks.time is None and not _news(visit).meets(_news(talks), _NEWS):
        return False
    days = _days(visit)
    return _days(talks).meets(Interval(days.lo, days.hi + _STAY if days.hi != LAST else LAST))


def _replaces(contact: RecordContact, called_off: RecordContact) -> bool:
    """Whether an encounter takes the place of one that was called off: one kind, the same people, a later day."""
    if called_off.status != "cancelled" or (called_off.kind == "visit") != (contact.kind == "visit"):
        return False
    ours, theirs = [_person(p) for p in contact.parties if p.name], [_person(p) for p in called_off.parties if p.name]
    if not ours or not all(any(same_person(p, q) for q in ours) for p in theirs) or not theirs:
        return False
    before = _days(called_off).lo if called_off.time else _news(called_off).lo
    after = _days(contact).lo if contact.time else _news(contact).lo
    return FIRST < before < after <= before + _REPLACED


def _with(contact: RecordContact, first: RecordContact, how: FollowsAs) -> RecordContact:
    bounds = contact.bounds
    if how == "on_visit" and contact.time is None and bounds.earliest is None:
        lo = _days(first).lo
        bounds = Days(earliest=iso(lo), latest=bounds.latest) if lo <= _days(contact).hi else bounds
    return msgspec.structs.replace(contact, follows=first.id, follows_as=how, bounds=bounds)


def _days(contact: RecordContact) -> Interval:
    time = contact.time or contact.bounds
    return interval(time.earliest, time.latest)


def _news(contact: RecordContact) -> Interval:
    """From the first to the last publication, as far as they are known."""
    out = [interval(r.published.earliest, r.published.latest) if r.published else Interval() for r in contact.reports]
    return Interval(min(o.lo for o in out), max(o.hi for o in out))


def _gap(a: RecordContact, b: RecordContact) -> int:
    ours, theirs = _days(a), _days(b)
    return max(0, ours.lo - theirs.hi, theirs.lo - ours.hi) + min(theirs.width, 10**6)


def _sides(contact: RecordContact) -> frozenset[str]:
    return frozenset(p.side for p in contact.parties)


def _person(party: ReportParty) -> Person:
    listed = party.actor is not None and party.actor != party.name
    return Person(party.actor if listed else None, tuple(fold_word(party.name or "").split()))
