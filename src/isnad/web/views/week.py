"""The strip of a week: seven days with the number of their contacts, and where the news goes on beyond them."""

import datetime

import msgspec

from isnad.query.days import neighbours, per_day
from isnad.query.reader import Reader

_WEEK = 7


class DayCount(msgspec.Struct, frozen=True):
    """A day of the strip; `share` is its number of contacts as a part, 0 to 10, of the strip's greatest."""

    day: str
    contacts: int
    share: int
    chosen: bool


class Week(msgspec.Struct, frozen=True, kw_only=True):
    """Seven days that end three days after the chosen one, and the nearest days with contacts outside them."""

    days: tuple[DayCount, ...]
    before: str | None
    after: str | None


def week(reader: Reader, day: datetime.date) -> Week:
    """The strip around a day."""
    first = _moved(day, -3)
    days = [_moved(first, n).isoformat() for n in range(_WEEK)]
    counts = per_day(reader, days[0], days[-1])
    most = max(counts.values(), default=1)
    before, after = neighbours(reader, days[0], days[-1])
    return Week(
        days=tuple(
            DayCount(d, counts.get(d, 0), -(-10 * counts.get(d, 0) // most), d == day.isoformat())
            for d in dict.fromkeys(days)
        ),
        before=before,
        after=after,
    )


def _moved(day: datetime.date, by: int) -> datetime.date:
    """The day so many days on; the ends of the calendar stay where they are."""
    return datetime.date.fromordinal(min(max(day.toordinal() + by, 1), datetime.date.max.toordinal()))
