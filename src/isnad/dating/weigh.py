"""Weighing the clues: bounds first, then tests; what contradicts is reported, never averaged."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from isnad.dating.clue import Clue
from isnad.model import DateBasis, Problem, Published

_ONE = timedelta(1)
# beyond this many days single days are not looked at, and not more than so many candidates are told one by one
_WINDOW, _FEW = 6 * 366, 400


def weigh(found: Sequence[Clue]) -> tuple[Published | None, tuple[Problem, ...]]:
    """The publication interval that all clues leave, with the argument step by step. None where they contradict."""
    basis: list[DateBasis] = []
    earliest: date | None = None
    latest: date | None = None
    for clue in sorted((c for c in found if c.earliest or c.latest), key=_strength):
        low = max(filter(None, (earliest, clue.earliest)), default=None)
        high = min(filter(None, (latest, clue.latest)), default=None)
        if low and high and low > high:
            return None, (contradiction(clue, f"{earliest or '..'}/{latest or '..'}"),)
        if (low, high) != (earliest, latest):
            earliest, latest = low, high
            basis.append(step(clue, f"{earliest or '..'}/{latest or '..'}"))
    tests = [c for c in found if c.tests()]
    days: list[date] | None = None
    if earliest and latest and (latest - earliest).days <= _WINDOW:
        days = [earliest + _ONE * n for n in range((latest - earliest).days + 1)]
        for clue in tests:
            left = [d for d in days if clue.allows(d)]
            if not left:
                return None, (contradiction(clue, _told(days)),)
            if len(left) < len(days):
                days = left
                basis.append(step(clue, _told(days)))
        earliest, latest = days[0], days[-1]
    elif tests and (earliest or latest):
        basis += [step(clue, f"{earliest or '..'}/{latest or '..'}") for clue in tests]
    if not basis:
        return None, ()
    scattered = days is not None and len(days) <= _FEW and len(days) < (days[-1] - days[0]).days + 1
    return Published(
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
        days=tuple(d.isoformat() for d in days) if scattered and days else None,
        basis=tuple(basis),
    ), ()


def step(clue: Clue, leaves: str) -> DateBasis:
    """The clue as one step of the argument."""
    return DateBasis(kind=clue.kind, text=clue.text, start=clue.start, end=clue.end, rule=clue.rule, leaves=leaves)


def contradiction(clue: Clue, standing: str) -> Problem:
    """What a clue says against what stands so far."""
    return Problem(room="dating", message=f"«{clue.text}» ({clue.rule}) leaves no day of {standing}", start=clue.start, end=clue.end)


def against(day: date, found: Iterable[Clue]) -> tuple[Problem, ...]:
    """The clues that a known publication day contradicts."""
    out = []
    for clue in found:
        if not clue.allows(day):
            out.append(
                Problem(room="dating", message=f"date says {day:%Y-%m-%d, %A}; text says «{clue.text}» ({clue.rule})", start=clue.start, end=clue.end)
            )
    return tuple(out)


def _strength(clue: Clue) -> int:
    return ("stamp", "weekday", "date", "event", "office", "metadata").index(clue.kind)


def _told(days: Sequence[date]) -> str:
    if len(days) <= 3:
        return ", ".join(d.isoformat() for d in days)
    return f"{days[0]}/{days[-1]}" + (f" ({len(days)} days)" if len(days) <= (days[-1] - days[0]).days else "")
