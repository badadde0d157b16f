"""One piece of evidence about the publication day, and the days that it allows."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

Span = tuple[date, date]
ALWAYS: tuple[Span, ...] = ((date.min, date.max),)
Kind = Literal["metadata", "weekday", "date", "office", "stamp"]


class Near(msgspec.Struct, frozen=True):
    """A day of a month without a year: publication lies at most so many days after (`back`) or before (`ahead`) it."""

    month: int
    day: int
    weekday: int | None
    back: int
    ahead: int

    def allows(self, day: date) -> bool:
        for year in (day.year - 1, day.year, day.year + 1):
            try:
                named = date(year, self.month, self.day)
            except ValueError:  # 29 February
                continue
            if self.weekday in (None, named.isoweekday()) and -self.ahead <= (day - named).days <= self.back:
                return True
        return False


class Clue(msgspec.Struct, frozen=True, kw_only=True):
    """`spans` are the stretches (inclusive, in order) that hold the day; the rest are tests that it must pass.

    `soft`: it rests on a habit of news or on a verb nearby, so it gives way where it contradicts the others.
    `shift`: the tests are of the day so many days after publication («tomorrow, Sunday 1 December»).
    """

    kind: Kind
    rule: str
    text: str
    start: int | None = None
    end: int | None = None
    fact: str | None = None
    spans: tuple[Span, ...] = ()
    weekday: int | None = None
    month: int | None = None
    month_days: tuple[int, int] = (1, 31)
    near: Near | None = None
    shift: int = 0
    soft: bool = False

    def allows(self, day: date) -> bool:
        """Whether the article can have been published on this day, as far as this clue tells."""
        if self.spans and not any(first <= day <= last for first, last in self.spans):
            return False
        meant = day + timedelta(self.shift) if self.shift else day
        if self.weekday and meant.isoweekday() != self.weekday:
            return False
        if self.month and (meant.month != self.month or not self.month_days[0] <= meant.day <= self.month_days[1]):
            return False
        return self.near is None or self.near.allows(meant)

    def tests(self) -> bool:
        """Whether it tells more than stretches."""
        return bool(self.weekday or self.month or self.near)


def common(one: Iterable[Span], other: Sequence[Span]) -> tuple[Span, ...]:
    """What two sets of stretches have in common."""
    return tuple((max(a, c), min(b, d)) for a, b in one for c, d in other if max(a, c) <= min(b, d))
