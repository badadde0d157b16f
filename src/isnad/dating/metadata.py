"""The date that came with the page, in the forms that feeds, pages and tables use."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from isnad.arabic.fold import fold_word
from isnad.lexicon.when import Moment, TimeHit

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t?\d{6}z?)?$")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?!\d)")
# no newspaper bears a date before these years or after them
FIRST_YEAR, LAST_YEAR = 1800, 2200
_MONTHS = 12
_EPOCH = re.compile(r"\d{10}(?:\d{3})?$")


def metadata_days(given: str) -> tuple[date, ...]:
    """The days that a metadata date can mean, in order: two where day and month may be swapped, none if unreadable.

    The day is taken as written, in the page's own time zone. A month without a day gives none.
    """
    return tuple(day for day in _days(given) if FIRST_YEAR <= day.year <= LAST_YEAR)


def _days(given: str) -> tuple[date, ...]:
    text = fold_word(given).strip()
    try:
        if found := _ISO.match(text) or _COMPACT.match(text):
            return (date(int(found[1]), int(found[2]), int(found[3])),) if found[3] else ()
        if found := _DAY_FIRST.search(text):
            first, second, year = int(found[1]), int(found[3]), int(found[4])
            return tuple(sorted(date(year, month, day) for month, day in _orders(first, second, found[2])))
        if _EPOCH.match(text):
            return (datetime.fromtimestamp(int(text[:10])).date(),)
        return (parsedate_to_datetime(given).date(),)
    except (ValueError, TypeError, OverflowError):
        return ()


def _orders(first: int, second: int, mark: str) -> set[tuple[int, int]]:
    """Month and day in the orders in which two figures can be read; between points the day stands first."""
    if max(first, second) > _MONTHS:
        return {(min(first, second), max(first, second))}
    return {(second, first)} if mark == "." else {(first, second), (second, first)}


def spelled_days(hits: Iterable[TimeHit]) -> tuple[date, ...]:
    """The day that the time expressions of a metadata date name in full («الثلاثاء، 17 حزيران 2025»); none for none."""
    for hit in hits:
        if isinstance(hit.meaning, Moment) and (day := hit.meaning.named()) and FIRST_YEAR <= day.year <= LAST_YEAR:
            return (day,)
    return ()


def may_be_invented(day: date, given: str) -> bool:
    """Extractors that cannot read a month name give the first of January, without a time."""
    return (day.month, day.day) == (1, 1) and not re.search(r"[T ]\d{1,2}:\d{2}(?!:00\b)(?<!00:00)", given)
