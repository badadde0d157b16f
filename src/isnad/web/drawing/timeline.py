"""The timeline as bars: one a stretch of days, stacked by kind."""

import datetime
from collections.abc import Sequence

import msgspec

from isnad.query.network import Bin, Step

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 960, 260, 34, 28, 10
_LABELS, _NARROW, _WIDE = 12, 1.0, 48.0
_MOST = 400


class Part(msgspec.Struct, frozen=True):
    """A part of a bar: the contacts of one kind."""

    kind: str
    y: float
    height: float


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of days, inclusive, with its parts from the bottom up; `label` is set where the axis names it."""

    start: str
    end: str
    x: float
    width: float
    contacts: int
    parts: tuple[Part, ...]
    label: bool


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing in a box of width × height; `lines` are (y, number) of the scale."""

    width: int
    height: int
    left: int
    base: float
    bars: tuple[Bar, ...]
    lines: tuple[tuple[float, int], ...]


def chart(
    bins: Sequence[Bin], step: Step, since: datetime.date | None = None, until: datetime.date | None = None
) -> Chart:
    """The bars of a timeline, empty stretches included; beyond 400 stretches only those that hold contacts stand."""
    base = _HEIGHT - _BOTTOM
    if not bins:
        return Chart(width=_WIDTH, height=_HEIGHT, left=_LEFT, base=base, bars=(), lines=())
    by_start = {b.start: b for b in bins}
    first = min(bins[0].start, _begun(since, step) if since else bins[0].start)
    last = max(bins[-1].start, _begun(until, step) if until else bins[-1].start)
    starts = _stretches(first, last, step)
    starts = starts if len(starts) <= _MOST else sorted(by_start)
    top, scale = _scale(max(b.contacts for b in bins))
    pitch = min((_WIDTH - _LEFT) / len(starts), _WIDE)
    every = -(-len(starts) // _LABELS)
    bars = []
    for place, start in enumerate(starts):
        found = by_start.get(start)
        parts, y = [], float(base)
        for kind, number in (found.kinds if found else {}).items():
            height = (base - _TOP) * number / top
            y -= height
            parts.append(Part(kind, round(y, 2), round(height, 2)))
        bars.append(
            Bar(
                start=start,
                end=found.end if found else start,
                x=round(_LEFT + place * pitch, 2),
                width=round(max(pitch * 0.84, _NARROW), 2),
                contacts=found.contacts if found else 0,
                parts=tuple(parts),
                label=place % every == 0,
            )
        )
    lines = tuple((round(base - (base - _TOP) * n / top, 2), n) for n in scale)
    return Chart(width=_WIDTH, height=_HEIGHT, left=_LEFT, base=base, bars=tuple(bars), lines=lines)


def _scale(most: int) -> tuple[int, list[int]]:
    """The top of the scale and its lines: round numbers, three to six of them."""
    step = next(s * 10**p for p in range(9) for s in (1, 2, 5) if most <= 5 * s * 10**p)
    top = -(-most // step) * step
    return top, list(range(0, top + 1, step))


def _begun(day: datetime.date, step: Step) -> str:
    if step == "day":
        return day.isoformat()
    return (day.replace(day=1) if step == "month" else day - datetime.timedelta(days=day.weekday())).isoformat()


def _stretches(first: str, last: str, step: Step) -> list[str]:
    at, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    out: list[str] = []
    while at <= end and len(out) <= _MOST:
        out.append(at.isoformat())
        days = {"day": 1, "week": 7, "month": 32}[step]
        at = at + datetime.timedelta(days=days)
        at = at.replace(day=1) if step == "month" else at
    return out
