"""Who talks to whom: pairs of sides or of people, with the contacts that tie them; and how contacts spread in time."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

import msgspec

from isnad.model import RecordContact
from isnad.query.contacts import Outline

# both have what is counted
Counted = RecordContact | Outline
By = Literal["side", "person"]
Step = Literal["day", "week", "month"]
_REAL = frozenset({"held", "ongoing"})


class Node(msgspec.Struct, frozen=True, order=True):
    """A side, or a person with the side that he or she represents; and the number of contacts."""

    id: str
    name: str
    name_en: str
    side: str
    contacts: int


class Tie(msgspec.Struct, frozen=True):
    """Two nodes, how many contacts tie them, how many of each kind, the first and the last day."""

    a: str
    b: str
    contacts: int
    held: int
    kinds: dict[str, int]
    first: str | None
    last: str | None


class Network(msgspec.Struct, frozen=True):
    """Nodes by id, ties strongest first."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


class Bin(msgspec.Struct, frozen=True):
    """A stretch of days of the timeline with its contacts, by kind, and their ids."""

    start: str
    end: str
    contacts: int
    kinds: dict[str, int]
    ids: tuple[str, ...]


def network(contacts: Iterable[Counted], by: By) -> Network:
    """The network that the contacts make. People without a name, and unknown sides, make no node."""
    named: dict[str, tuple[str, str, str]] = {}
    met: Counter[str] = Counter()
    ties: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for contact in contacts:
        ids = set()
        for party in contact.parties:
            id_ = party.side if by == "side" else (party.actor or party.name or "")
            if id_ and party.side != "unknown":
                ids.add(id_)
                name = (
                    (party.side, party.side)
                    if by == "side"
                    else (party.name or id_, party.name_en or party.name or id_)
                )
                named.setdefault(id_, (*name, party.side))
        met.update(ids)
        for a, b in combinations(sorted(ids), 2):
            ties[a, b].append(contact)
    made = [_tie(a, b, tied) for (a, b), tied in ties.items()]
    return Network(
        nodes=tuple(Node(id_, *named[id_], met[id_]) for id_ in sorted(named)),
        ties=tuple(sorted(made, key=lambda t: (-t.contacts, t.a, t.b))),
    )


def _tie(a: str, b: str, tied: list[Counted]) -> Tie:
    days = sorted(day for c in tied if (day := _known_day(c)))
    kinds = Counter(c.kind for c in tied)
    held = sum(c.status in _REAL for c in tied)
    return Tie(
        a, b, len(tied), held, dict(sorted(kinds.items())), days[0] if days else None, days[-1] if days else None
    )


def _known_day(contact: Counted) -> str | None:
    """The one day that the reports state; None where they leave more than one."""
    time = contact.time
    return time.earliest if time is not None and time.earliest == time.latest else None


def timeline(contacts: Iterable[Counted], step: Step) -> tuple[Bin, ...]:
    """The contacts whose stated days lie in one stretch, stretch by stretch; empty stretches are left out."""
    bins: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for contact in contacts:
        ends = (contact.time.earliest, contact.time.latest) if contact.time else (None, None)
        if ends[0] and ends[1] and _stretch(ends[0], step) == _stretch(ends[1], step):
            bins[_stretch(ends[0], step)].append(contact)
    return tuple(
        Bin(start, end, len(found), dict(sorted(Counter(c.kind for c in found).items())), tuple(c.id for c in found))
        for (start, end), found in sorted(bins.items())
    )


def _stretch(day: str, step: Step) -> tuple[str, str]:
    when = date.fromisoformat(day)
    if step == "day":
        return day, day
    if step == "week":
        monday = when - timedelta(days=when.weekday())
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    first = when.replace(day=1)
    return first.isoformat(), ((first + timedelta(days=32)).replace(day=1) - timedelta(days=1)).isoformat()
