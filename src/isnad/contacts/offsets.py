"""A contact dated by its distance from another day: «قبل يومين من توجهه», «غداة زيارته», «بعد شهرين على لقائهما»."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from isnad.clauses.units import Unit
from isnad.contacts.times import Times
from isnad.lexicon.words import WordClass as W
from isnad.model import TimeExpression

_LENGTH = re.compile(r"P(\d+)([DWMY])$|PT(\d+)(H)$")
_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Y": 12}
_HOURS = 24


class Offset(NamedTuple):
    """The words before a trigger that measure it from another day: their tokens, and the distance («1D», «10M»)."""

    first: int
    last: int
    far: int
    unit: str


def offset_before(row: Sequence[Unit], verb: int, times: Times) -> Offset | None:
    """The distance told right before chunk `verb`; positive where the contact comes after what it is measured from."""
    j, hits = verb - 1, times.hits
    if j >= 0 and row[j].word(W.LAST):
        j -= 1
    if j >= 0 and row[j].phrase is None:
        if row[j].word(W.EVE):
            return Offset(row[j].first, row[j].last, 1, "D")
        if row[j].word(W.MORROW):
            return Offset(row[j].first, row[j].last, -1, "D")
    if j < 0 or not row[j].word(W.PREPOSITION):
        return None
    found = next((i for i, (_, last) in enumerate(hits) if last == row[j].first), None)
    opener = next((c for c in row[:j] if found is not None and c.last == hits[found][0]), None)
    if found is None or opener is None or not (opener.word(W.AHEAD_OF) or opener.word(W.AFTER)):
        return None
    length = times.when(found, None)
    told = _LENGTH.match(length.value) if length is not None and length.value else None
    if told is None:
        return None
    count, unit = int(told[1] or told[3]), told[2] or told[4]
    if unit == "H":
        # hours that make no whole days leave the day open
        count, unit = (count // _HOURS, "D") if count % _HOURS == 0 else (0, "")
    sign = 1 if opener.word(W.AHEAD_OF) else -1
    return Offset(opener.first, row[j].last, sign * count, unit)


def measured(
    offset: Offset, row: Sequence[Unit], times: Times, text: str, span: tuple[int, int]
) -> TimeExpression | None:
    """The day or month that an offset leads to from the last day told before it in its sentence.

    «وجاء الإعلان عشية …» counts from the day that the article opens with; months and years may be counted from the day
    of publication. `span`: the characters of the offset in `text`. None where no single day is told.
    """
    start = _origin(offset, row, times)
    if start is None or not offset.far:
        return None
    days = _moved(date.fromisoformat(start), offset)
    if days is None:
        return None
    value = days[0].isoformat() if days[0] == days[1] else days[0].isoformat()[:7]
    return TimeExpression(
        start=span[0],
        end=span[1],
        text=text[span[0] : span[1]],
        value=value,
        earliest=days[0].isoformat(),
        latest=days[1].isoformat(),
        rule="time.offset",
    )


def _origin(offset: Offset, row: Sequence[Unit], times: Times) -> str | None:
    """The day that an offset is counted from."""
    told = [
        times.when(i, None) for i, (low, high) in enumerate(times.hits) if row[0].first <= low and high <= offset.first
    ]
    days = [day for found in told if (day := _single(found)) is not None]
    if days:
        return days[-1]
    if times.lead is not None and row[0].phrase is None and row[0].word(W.COMES):
        opening = _single(times.when(times.lead, None))
        if opening is not None:
            return opening
    return _single(times.today) if offset.unit in _MONTHS else None


def _single(time: TimeExpression | None) -> str | None:
    return time.earliest if time is not None and time.earliest == time.latest else None


def _moved(day: date, offset: Offset) -> tuple[date, date] | None:
    try:
        if offset.unit in _DAYS:
            reached = day + timedelta(offset.far * _DAYS[offset.unit])
            # a week is told roughly
            slack = timedelta(0 if offset.unit == "D" else 1)
            return reached - slack, reached + slack
        months = day.year * 12 + day.month - 1 + offset.far * _MONTHS[offset.unit]
        year, month = divmod(months, 12)
        if offset.unit == "Y":
            return date(year, 1, 1), date(year, 12, 31)
        return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])
    except (ValueError, OverflowError, KeyError):
        return None
