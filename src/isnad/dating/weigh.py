"""Weighing the clues: bounds first, then tests; what contradicts is reported, never averaged."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from isnad.dating.clue import ALWAYS, Clue, Span, common
from isnad.model import DateBasis, Problem, Published

_ORDER = ("stamp", "weekday", "date", "office", "metadata")
# beyond this many days single days are not looked at, and not more than so many candidates are told one by one
_WINDOW, _FEW = 6 * 366, 400
_DAYS = 3
Left = TypeVar("Left", tuple[Span, ...], list[date])


class _ContradictionError(Exception):
    """A clue that is not soft leaves nothing."""


class _Argument:
    """The steps taken so far, and the problems met."""

    def __init__(self) -> None:
        self.basis: list[DateBasis] = []
        self.problems: list[Problem] = []

    def narrowed(
        self, left: Left, clues: Iterable[Clue], apply: Callable[[Left, Clue], Left], tell: Callable[[Left], str]
    ) -> Left:
        """What all clues together leave; a soft one that leaves nothing is reported and passed.

        Raises _ContradictionError where another leaves nothing.
        """
        for clue in clues:
            fitting = apply(left, clue)
            if not fitting:
                self.problems.append(_contradiction(clue, tell(left)))
                if not clue.soft:
                    raise _ContradictionError
            elif fitting != left:
                left = fitting
                self.basis.append(step(clue, tell(left)))
        return left


def weigh(found: Sequence[Clue]) -> tuple[Published | None, tuple[Problem, ...]]:
    """The publication interval that the clues leave, with the argument step by step.

    None where they contradict each other; a soft clue that contradicts the rest is left out. Either is reported.
    """
    argument = _Argument()
    try:
        published = _weighed(found, argument)
    except _ContradictionError:
        published = None
    return published, tuple(argument.problems)


def _weighed(found: Sequence[Clue], argument: _Argument) -> Published | None:
    bounds = sorted((c for c in found if c.spans), key=lambda c: (c.soft, _ORDER.index(c.kind)))
    spans = argument.narrowed(ALWAYS, bounds, lambda left, clue: common(left, clue.spans), _stretches)
    if spans == ALWAYS:
        return None
    tests = sorted((c for c in found if c.tests()), key=lambda c: c.soft)
    if sum((b - a).days for a, b in spans) > _WINDOW:
        argument.basis += [step(clue, _stretches(spans)) for clue in tests]
        return _published(spans[0][0], spans[-1][1], None, argument.basis)
    days = [a + timedelta(n) for a, b in spans for n in range((b - a).days + 1)]
    days = argument.narrowed(days, tests, lambda left, clue: [d for d in left if clue.allows(d)], _told)
    few = len(days) <= _FEW and len(days) <= (days[-1] - days[0]).days
    return _published(days[0], days[-1], days if few else None, argument.basis)


def _published(first: date, last: date, days: Sequence[date] | None, basis: Iterable[DateBasis]) -> Published:
    return Published(
        earliest=None if first == date.min else first.isoformat(),
        latest=None if last == date.max else last.isoformat(),
        days=tuple(d.isoformat() for d in days) if days else None,
        basis=tuple(basis),
    )


def step(clue: Clue, leaves: str) -> DateBasis:
    """The clue as one step of the argument."""
    return DateBasis(
        kind=clue.kind,
        text=clue.text,
        start=clue.start,
        end=clue.end,
        rule=clue.rule,
        leaves=leaves,
        fact=clue.fact,
    )


def _contradiction(clue: Clue, standing: str) -> Problem:
    """What a clue says against what stands so far."""
    return Problem(
        room="dating",
        message=f"«{clue.text}» ({_source(clue)}) leaves no day of {standing}",
        start=clue.start,
        end=clue.end,
    )


def _source(clue: Clue) -> str:
    return f"{clue.rule}: {clue.fact}" if clue.fact else clue.rule


def against(day: date, found: Iterable[Clue]) -> tuple[Problem, ...]:
    """The clues, soft ones aside, that a known publication day contradicts."""
    return tuple(_against(day, found))


def _against(day: date, found: Iterable[Clue]) -> Iterator[Problem]:
    for clue in found:
        if not clue.soft and not clue.allows(day):
            yield Problem(
                room="dating",
                message=f"date says {day:%Y-%m-%d, %A}; text says «{clue.text}» ({_source(clue)})",
                start=clue.start,
                end=clue.end,
            )


def _stretches(spans: Sequence[Span]) -> str:
    return ", ".join(f"{'' if a == date.min else a}..{'' if b == date.max else b}" for a, b in spans)


def _told(days: Sequence[date]) -> str:
    if len(days) <= _DAYS:
        return ", ".join(d.isoformat() for d in days)
    return f"{days[0]}..{days[-1]}" + (f" ({len(days)} days)" if len(days) <= (days[-1] - days[0]).days else "")
