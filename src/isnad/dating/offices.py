"""Offices held that day: whoever is named with an office was not named so before his term began."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from isnad.dating.clue import Clue


class Tenure(NamedTuple):
    """An office as the article names its holder. `start`, `end`: inclusive ISO day, month or year; end None: still held.

    `span`: the characters of the article that name him so, where known.
    """

    name: str
    office: str
    start: str
    end: str | None
    span: tuple[int, int] | None = None


def office_clues(tenures: Iterable[Tenure], known: Iterable[Clue]) -> Iterator[Clue]:
    """The bounds that the terms of office set.

    A term that ended before another began, or before a day that the text calls past, is spoken of as history: it bounds nothing.
    """
    terms = [(t, _first(t.start), _last(t.end) if t.end else None) for t in tenures]
    begun = [c.earliest for c in known if c.earliest] + [first for _, first, _ in terms]
    latest_start = max(begun, default=None)
    for tenure, first, last in terms:
        history = last is not None and latest_start is not None and last < latest_start
        start, end = tenure.span or (None, None)
        yield Clue(
            kind="office",
            rule="dating.office",
            text=f"{tenure.name}: {tenure.office} {tenure.start}..{tenure.end or ''}",
            start=start,
            end=end,
            earliest=first,
            latest=None if history else last,
        )


def _first(day: str) -> date:
    year, month, number = (*map(int, day.split("-")), 1, 1)[:3]
    return date(year, month, number)


def _last(day: str) -> date:
    parts = [int(p) for p in day.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    return date(parts[0], parts[1], parts[2] if len(parts) > 2 else monthrange(parts[0], parts[1])[1])
