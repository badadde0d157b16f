"""Weighing the clues: bounds first, then tests; what contradicts is reported, never averaged."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from isnad.dating.clue import ALWAYS, Clue, Span, common
from isnad.model import DateBasis, Problem, Published

_ORDER = ("stamp", "weekday", "date", "event", "office", "metadata")
# beyond this many days single days are not looked at, and not more than so many candidates are told one by one
_WINDOW, _FEW = 6 * 366, 400


def weigh(found: Sequence[Clue]) -> tuple[Published | None, tuple[Problem, ...]]:
    """The publication interval that the clues leave, with the argument step by step.

    None where they contradict each other; a soft clue that contradicts the rest is left out. Either is reported.
    """
    basis: list[DateBasis] = []
    problems: list[Problem] = []
    spans = ALWAYS
    for clue in sorted((c for c in found if c.spans), key=lambda c: (c.soft, _ORDER.index(c.kind))):
        left = common(spans, clue.spans)
        if not left:
            problems.append(_contradiction(clue, _stretches(spans)))
            if clue.soft:
                continue
            return None, tuple(problems)
        if left != spans:
            spans = left
            basis.append(step(clue, _stretches(spans)))
    tests = sorted((c for c in found if c.tests()), key=lambda c: c.soft)
    if spans == ALWAYS:
        return None, tuple(problems)
    if sum((b - a).days for a, b in spans) > _WINDOW:
        basis += [step(clue, _stretches(spans)) for clue in tests]
        return _published(spans[0][0], spans[-1][1], None, basis), tuple(problems)
    days = [a + timedelta(n) for a, b in spans for n in range((b - a).days + 1)]
    for clue in tests:
        fitting = [d for d in days if clue.allows(d)]
        if not fitting:
            problems.append(_contradiction(clue, _told(days)))
            if clue.soft:
                continue
            return None, tuple(problems)
        if len(fitting) < len(days):
            days = fitting
            basis.append(step(clue, _told(days)))
    few = len(days) <= _FEW and len(days) <= (days[-1] - days[0]).days
    return _published(days[0], days[-1], days if few else None, basis), tuple(problems)


def _published(first: date, last: date, days: Sequence[date] | None, basis: Iterable[DateBasis]) -> Published:
    return Published(
        earliest=None if first == date.min else first.isoformat(),
        latest=None if last == date.max else last.isoformat(),
        days=tuple(d.isoformat() for d in days) if days else None,
        basis=tuple(basis),
    )


def step(clue: Clue, leaves: str) -> DateBasis:
    """The clue as one step of the argument."""
    return DateBasis(kind=clue.kind, text=clue.text, start=clue.start, end=clue.end, rule=clue.rule, leaves=leaves)


def _contradiction(clue: Clue, standing: str) -> Problem:
    """What a clue says against what stands so far."""
    return Problem(
        room="dating",
        message=f"«{clue.text}» ({clue.rule}) leaves no day of {standing}",
        start=clue.start,
        end=clue.end,
    )


def against(day: date, found: Iterable[Clue]) -> tuple[Problem, ...]:
    """The clues, soft ones aside, that a known publication day contradicts."""
    out = []
    for clue in found:
        if not clue.soft and not clue.allows(day):
            out.append(
                Problem(
                    room="dating",
                    message=f"date says {day:%Y-%m-%d, %A}; text says «{clue.text}» ({clue.rule})",
                    start=clue.start,
                    end=clue.end,
                )
            )
    return tuple(out)


def _stretches(spans: Sequence[Span]) -> str:
    return ", ".join(f"{'' if a == date.min else a}..{'' if b == date.max else b}" for a, b in spans)


def _told(days: Sequence[date]) -> str:
    if len(days) <= 3:
        return ", ".join(d.isoformat() for d in days)
    return f"{days[0]}..{days[-1]}" + (f" ({len(days)} days)" if len(days) <= (days[-1] - days[0]).days else "")
