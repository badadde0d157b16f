"""What follows what: talks held on a visit, and an encounter that takes the place of one that was called off."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from isnad.arabic.fold import fold_word
from isnad.merge.accounts import Person
from isnad.merge.contradiction import DONE, TALKS, same_person
from isnad.merge.days import FIRST, LAST, Interval, interval, iso
from isnad.merge.gazetteer import Gazetteer
from isnad.merge.weights import AHEAD, BACK, FRESH, HARDLY_KNOWN, REPLACED, STAY
from isnad.model import Days, FollowsAs, RecordContact, ReportParty

_UNDONE = frozenset({"cancelled", "denied"})


def linked(contacts: Sequence[RecordContact], gazetteer: Gazetteer) -> list[RecordContact]:
    """The contacts with their `follows`; what a visit's plan tells of the day of its talks goes into their bounds."""
    by_sides: dict[frozenset[str], list[RecordContact]] = defaultdict(list)
    for contact in contacts:
        by_sides[_sides(contact)].append(contact)
    return [_linked(contact, by_sides[_sides(contact)], gazetteer) for contact in contacts]


def _linked(contact: RecordContact, others: list[RecordContact], gazetteer: Gazetteer) -> RecordContact:
    if contact.kind in TALKS and not contact.background:
        visits = [v for v in others if v.kind == "visit" and _on_visit(contact, v, gazetteer)]
        # talks whose day is hardly known go with a visit only where no other could be meant
        if visits and (len(visits) == 1 or _when(contact).width <= HARDLY_KNOWN):
            return _with(contact, min(visits, key=lambda v: (_gap(contact, v), v.id)), "on_visit")
    if contact.status != "cancelled":
        earlier = [c for c in others if c.id != contact.id and _replaces(contact, c)]
        if earlier:
            return _with(contact, max(earlier, key=lambda c: (_when(c).hi, c.id)), "rescheduled")
    return contact


def _on_visit(talks: RecordContact, visit: RecordContact, gazetteer: Gazetteer) -> bool:
    """Whether the talks are those of a visit: its visitor takes part, it leads to where they are, and the days meet."""
    if visit.background or (talks.status in DONE and visit.status in _UNDONE):
        return False
    visitors = [_person(p) for p in visit.parties if p.role == "visitor" and p.name]
    hosts = {p.side for p in visit.parties if p.role == "host"}
    there = [_person(p) for p in talks.parties if p.name]
    if not visitors or not hosts or not any(same_person(v, p) for v in visitors for p in there):
        return False
    place = gazetteer.place(talks.place).state if talks.place else None
    if place is not None and place not in hosts:
        return False
    if visit.time is None and place is None and not _news(visit).meets(_news(talks), FRESH):
        return False
    days = _when(visit)
    return days.width <= HARDLY_KNOWN and _when(talks).meets(Interval(days.lo, days.hi + STAY))


def _when(contact: RecordContact) -> Interval:
    """The days that the reports state, else those that the days of the news leave."""
    if contact.time is not None and contact.time.earliest and contact.time.latest:
        return interval(contact.time.earliest, contact.time.latest)
    news = _news(contact)
    if contact.status in DONE:
        return Interval(news.lo if news.lo == FIRST else news.lo - BACK, news.hi)
    return Interval(news.lo, news.hi if news.hi == LAST else news.hi + AHEAD)


def _replaces(contact: RecordContact, called_off: RecordContact) -> bool:
    """Whether an encounter takes the place of one that was called off: one kind, the same people, a later day."""
    talks = {called_off.kind, contact.kind} <= TALKS
    if called_off.status != "cancelled" or not (talks or called_off.kind == contact.kind):
        return False
    ours, theirs = [_person(p) for p in contact.parties if p.name], [_person(p) for p in called_off.parties if p.name]
    if not ours or not all(any(same_person(p, q) for q in ours) for p in theirs) or not theirs:
        return False
    before = interval(called_off.time.earliest, called_off.time.latest) if called_off.time else _news(called_off)
    after = interval(contact.time.earliest, contact.time.latest) if contact.time else _news(contact)
    return FIRST < before.lo < after.lo <= before.lo + REPLACED


def _with(contact: RecordContact, first: RecordContact, how: FollowsAs) -> RecordContact:
    """The contact with its link; talks whose day nobody states came no earlier than the news of their visit allows."""
    bounds = contact.bounds
    if how == "on_visit" and contact.time is None and (bounds.earliest is None or _open(contact)):
        lo = _when(first).lo
        hi = interval(None, bounds.latest).hi
        bounds = Days(earliest=iso(lo), latest=bounds.latest) if lo <= min(hi, _when(contact).hi) else bounds
    return msgspec.structs.replace(contact, follows=first.id, follows_as=how, bounds=bounds)


def _open(contact: RecordContact) -> bool:
    return contact.time is None and _when(contact).width > HARDLY_KNOWN


def _news(contact: RecordContact) -> Interval:
    """From the first to the last publication, as far as they are known."""
    out = [interval(r.published.earliest, r.published.latest) if r.published else Interval() for r in contact.reports]
    return Interval(min(o.lo for o in out), max(o.hi for o in out))


def _gap(a: RecordContact, b: RecordContact) -> int:
    ours, theirs = _when(a), _when(b)
    return max(0, ours.lo - theirs.hi, theirs.lo - ours.hi) + theirs.width


def _sides(contact: RecordContact) -> frozenset[str]:
    return frozenset(p.side for p in contact.parties)


def _person(party: ReportParty) -> Person:
    listed = party.actor is not None and party.actor != party.name
    return Person(party.actor if listed else None, tuple(fold_word(party.name or "").split()))
