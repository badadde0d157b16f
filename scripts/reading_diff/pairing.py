"""Which record of the one reading stands for which record of the other."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from .reading import Contact, Span, Statement

T = TypeVar("T")


def overlap(one: Span, other: Span) -> float:
    """The shared characters as a part of the shorter span, 0 to 1."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return shared / shorter if shared > 0 and shorter > 0 else 0.0


def pair(
    before: Sequence[T], after: Sequence[T], likeness: Callable[[T, T], tuple[float, ...] | None]
) -> list[tuple[T | None, T | None]]:
    """Every record of both sides once: the likest pairs first, then what has no partner, each in its own order.

    `likeness` gives a key that grows with likeness, or None where the two cannot be one record.
    """
    keys = [(likeness(a, b), i, j) for i, a in enumerate(before) for j, b in enumerate(after)]
    ranked = sorted(((key, -i, -j) for key, i, j in keys if key is not None), reverse=True)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if -i not in partner and -j not in taken:
            partner[-i] = -j
            taken.add(-j)
    pairs: list[tuple[T | None, T | None]] = [
        (a, after[partner[i]] if i in partner else None) for i, a in enumerate(before)
    ]
    return pairs + [(None, b) for j, b in enumerate(after) if j not in taken]


def contact_likeness(one: Contact, other: Contact) -> tuple[float, ...] | None:
    """Contacts may be one where their evidence overlaps and a side is shared, or where sides and kind are the same."""
    a, b = ({party.side for party in contact.parties} for contact in (one, other))
    shared, same = len(a & b), one.kind == other.kind
    near = overlap(one.evidence, other.evidence)
    if not shared or not (near or (a == b and same)):
        return None
    return shared / len(a | b), near, float(same), float(one.status == other.status)


def statement_likeness(one: Statement, other: Statement) -> tuple[float, ...] | None:
    """Statements may be one where what is said overlaps; the likest have the same bounds, then the same speakers."""
    near = overlap(one.content, other.content)
    if not near:
        return None
    longer = max(one.content.end - one.content.start, other.content.end - other.content.start)
    shorter = min(one.content.end - one.content.start, other.content.end - other.content.start)
    return near * shorter / longer, float(one.speakers == other.speakers)
