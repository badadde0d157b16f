"""Fusion: the reports of one event made into its record. Reports stay whole; what cannot all be right is a conflict."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from isnad.merge.accounts import UNKNOWN
from isnad.merge.days import FIRST, LAST, Interval, iso
from isnad.merge.event_accounts import EventAccount
from isnad.merge.event_conflicts import conflicts
from isnad.merge.sources import sources
from isnad.model import (
    Days,
    EventReport,
    EventStatus,
    Join,
    Number,
    Party,
    RecordEvent,
    RecordTime,
    ReportParty,
    Root,
)

# of what reports say the first of these counts: what one saw done was done
_RANK: tuple[EventStatus, ...] = (
    "occurred", "ongoing", "standing", "promised", "announced", "called-for", "denied", "hypothetical",
)  # fmt: skip


def fuse_event(
    members: Sequence[EventAccount],
    joins: tuple[Join, ...],
    rooted: Mapping[str, tuple[Root, ...]],
    firsts: Mapping[str, str],
) -> RecordEvent:
    """The record of one event. `members` are sorted by id; `firsts`: the key of a family's first article."""
    told = sorted(members, key=lambda a: (a.out, a.id))
    best = [m.event for m in sorted(told, key=lambda m: (_RANK.index(m.event.status), m.out, m.id))]
    acts = Counter(e.act for e in best)
    act = min(best, key=lambda e: (-acts[e.act], -len(e.modes), e.act))
    return RecordEvent(
        id=members[0].id,
        act=act.act,
        type=act.type,
        modes=act.modes or next((e.modes for e in best if e.modes), ()),
        contexts=tuple(dict.fromkeys(c for e in best for c in e.contexts)),
        status=best[0].status,
        actors=_parties(e.actors for e in best),
        targets=_parties(e.targets for e in best),
        mutual=any(e.mutual for e in best),
        time=_time(told),
        bounds=_bounds(told),
        places=tuple(dict.fromkeys(p.text for e in best for p in e.places)),
        extent=next((e.extent for e in best if e.extent), None),
        numbers=_numbers(told),
        background=all(e.background for e in best),
        attributed=all(e.voice == "attributed" for e in best),
        contact=min((e.contact for e in best if e.contact), default=None),
        reports=tuple(_report(m, rooted[m.id], firsts) for m in told),
        sources=sources(members, rooted),
        conflicts=conflicts(told),
        joins=joins,
    )


def _parties(groups: Iterable[tuple[Party, ...]]) -> tuple[ReportParty, ...]:
    """Each actor once, in the fullest form; a side that somebody names is not listed without a person as well."""
    found: dict[tuple[str, str], ReportParty] = {}
    for party in (p for group in groups for p in group):
        key = party.side, party.actor or ""
        if key not in found or len(party.name or "") > len(found[key].name or ""):
            found[key] = as_told(party)
    named = {side for side, actor in found if actor}
    known = any(side != UNKNOWN for side, _ in found)
    return tuple(
        p
        for (side, actor), p in sorted(found.items())
        if (actor or side not in named) and not (side == UNKNOWN and known)
    )


def as_told(p: Party) -> ReportParty:
    """A party without its place in the text."""
    return ReportParty(actor=p.actor, name=p.name, name_en=p.name_en, office=p.office, side=p.side, role="participant")


def _time(told: Sequence[EventAccount]) -> RecordTime | None:
    """The narrowest days that a report gives; the earliest report's among equals."""
    dated = [m for m in told if m.event.time is not None]
    if not dated:
        return None
    narrow = min(dated, key=lambda m: (m.stated is None, m.stated.width if m.stated else 0, m.out, m.id))
    time = narrow.event.time
    if time is None:
        return None
    return RecordTime(text=time.text, value=time.value, earliest=time.earliest, latest=time.latest)


def _bounds(told: Sequence[EventAccount]) -> Days:
    """The days that all windows leave together; where two do not meet, those of the first."""
    left: Interval | None = None
    for window in (m.stated or m.window for m in told):
        if left is None:
            left = window
        elif left.meets(window):
            left = Interval(max(left.lo, window.lo), min(left.hi, window.hi))
    left = left or Interval(FIRST, LAST)
    return Days(earliest=iso(left.lo), latest=iso(left.hi))


def _numbers(told: Sequence[EventAccount]) -> tuple[Number, ...]:
    """Of each thing counted the number of the newest report: tolls grow."""
    newest = {n.what: n for m in told for n in m.event.numbers}
    return tuple(newest[what] for what in sorted(newest))


def _report(account: EventAccount, roots: tuple[Root, ...], firsts: Mapping[str, str]) -> EventReport:
    event, witness = account.event, account.witness
    first = firsts[account.family]
    out = Days(earliest=iso(account.out.lo), latest=iso(account.out.hi))
    time = event.time
    return EventReport(
        article=witness.key,
        event=event.id,
        sha256=witness.sha256,
        title=witness.title,
        outlet=witness.outlet,
        published=out if out.earliest or out.latest else None,
        act=event.act,
        status=event.status,
        actors=tuple(map(as_told, event.actors)),
        targets=tuple(map(as_told, event.targets)),
        time=RecordTime(text=time.text, value=time.value, earliest=time.earliest, latest=time.latest) if time else None,
        places=event.places,
        extent=event.extent,
        numbers=event.numbers,
        voice=event.voice,
        chain=event.chain,
        roots=roots,
        evidence=event.evidence,
        copy_of=None if first == witness.key else first,
    )
