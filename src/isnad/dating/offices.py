"""Offices held that day: whoever is named with an office was not named so before his term began."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from isnad.dating.clue import Clue

# whoever is designated, or has just left, is named with the office all the same
_LEEWAY = timedelta(30)


class Tenure(NamedTuple):
    """An office as the article names its holder. `start`, `end`: inclusive ISO day, month or year; None: still held.

    `span`: the characters of the article that name him so, where known.
    """

    name: str
    office: str
    start: str
    end: str | None
    span: tuple[int, int] | None = None


def office_clues(tenures: Iterable[Tenure], known: Iterable[Clue], text: str) -> Iterator[Clue]:
    """The stretches that the terms of office set; several terms of one person in one office make one clue.

    An office may be told as history: one that ended before another began or before a day that the text calls past, or
    the only one named, and named late in a `text` that tells of past years. Publication came after it
    began, no more is known.
    """
    offices: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in tenures:
        offices.setdefault((tenure.name, tenure.office), []).append(tenure)
    terms = {
        key: sorted({(_first(t.start), _last(t.end) if t.end else date.max) for t in held})
        for key, held in offices.items()
    }
    begun = max([c.spans[0][0] for c in known if c.spans] + [spans[0][0] for spans in terms.values()], default=date.min)
    history = any(c.rule == "dating.past-date" for c in known)
    for (name, office), spans in terms.items():
        start, end = min((t.span for t in offices[name, office] if t.span), default=(None, None))
        late = history and len(terms) == 1 and start is not None and start > len(text) / 2
        told = ", ".join(f"{a}..{'' if b == date.max else b}" for a, b in spans)
        if spans[-1][1] <= begun or late:
            spans = [(spans[0][0], date.max)]
        yield Clue(
            kind="office",
            rule="dating.office",
            text="" if start is None else text[start:end],
            fact=f"{name}, {office}: {told}",
            start=start,
            end=end,
            spans=tuple((a - _LEEWAY, b if b == date.max else b + _LEEWAY) for a, b in spans),
        )


def _first(day: str) -> date:
    year, month, number = (*map(int, day.split("-")), 1, 1)[:3]
    return date(year, month, number)


def _last(day: str) -> date:
    parts = [int(p) for p in day.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    return date(parts[0], parts[1], parts[2] if len(parts) > 2 else monthrange(parts[0], parts[1])[1])
