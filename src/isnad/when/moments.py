"""The days that a moment names, as written on a day. News looks back."""

from datetime import date, timedelta

from isnad.lexicon.when import Moment, Tense
from isnad.when import calendar
from isnad.when.calendar import Days

_WEEKS = 4
_FRIDAY = 5
# a date without a year lies within this many months before or after the day of writing
_BACK, _AHEAD = 10, 2


def days_of(m: Moment, ref: date | None, tense: Tense | None) -> Days | None:
    """The inclusive days of a moment as written on `ref`, None where they are not fixed.

    Raises ValueError or OverflowError for days that no calendar has.
    """
    if m.calendar == "hijri":
        return _hijri(m, ref, tense)
    if m.day and m.month and m.year:
        return _one(date(m.year, m.month, m.day))
    if m.unit in ("decade", "century") and m.year is not None:
        return calendar.year_days(m.year, 10 if m.unit == "decade" else 100)
    year = m.year
    if (
        year is None
        and m.offset is not None
        and ref
        and not (m.month and m.index)
        and m.unit in ("year", "quarter", "half")
    ):
        year = ref.year + m.offset
    if year is not None and (m.month or m.index or m.season or m.unit == "year"):
        return _in_year(m, year)
    return _as_written(m, ref, tense) if ref else None


def _as_written(m: Moment, ref: date, tense: Tense | None) -> Days | None:
    """The days of a moment whose year is left unsaid."""
    if m.month or m.season:
        return _yearless(m, ref, tense)
    if m.offset is not None:
        return _relative(m, ref)
    if m.unit == "weekend":
        return _weekend(ref, tense)
    if m.weekday:
        return _one(_weekday(m.weekday, m.direction, ref, tense))
    # an hour alone is of the day of writing, unless it is yet to come
    return _one(ref) if m.hour is not None and tense != "future" else None


def _in_year(m: Moment, year: int) -> Days:
    if m.month and m.index:
        return _in_month(m, *calendar.month_days(year, m.month))
    if m.season:
        return calendar.season_days(year, m.season)
    if m.index and m.unit == "quarter":
        return calendar.month_days(year, 3 * m.index - 2, 3)
    if m.index and m.unit == "half":
        return calendar.month_days(year, 6 * m.index - 5, 6)
    if m.month and m.day:
        return _one(date(year, m.month, m.day))
    return calendar.month_days(year, m.month) if m.month else calendar.year_days(year)


def _in_month(m: Moment, first: date, last: date) -> Days:
    """A week (the fifth is the last) or half of a month."""
    index = m.index or 1
    if m.unit == "half":
        return (first, first + timedelta(14)) if index == 1 else (first + timedelta(15), last)
    if index > _WEEKS:
        return last - timedelta(6), last
    return first + timedelta(7 * index - 7), first + timedelta(7 * index - 1)


def _yearless(m: Moment, ref: date, tense: Tense | None) -> Days | None:
    """A month, a day of a month or a season whose year is left unsaid."""
    options = []
    for year in (ref.year - 1, ref.year, ref.year + 1):
        try:
            options.append(_in_year(m, year))
        except ValueError:  # 29 February of a year that has none
            continue
    if m.weekday and m.day and (fitting := [o for o in options if o[0].isoweekday() == m.weekday]):
        return min(fitting, key=lambda o: abs(o[0] - ref))
    past = [o for o in options if o[1] < ref]
    future = [o for o in options if o[0] > ref]
    here = [o for o in options if o[0] <= ref <= o[1]]
    if m.direction == "now":
        return next((o for o in options if o[0].year == ref.year), None)
    back, ahead = calendar.shift_months(ref, -_BACK), calendar.shift_months(ref, _AHEAD)
    bare = m.direction is None and tense == "past" and not here and past and future
    if bare and max(past)[1] <= back and min(future)[0] <= ahead:
        # «أعلن في مايو أن القمة في 12 يونيو»: what lies a year back is told with its year
        return min(future)
    if m.direction == "past" or (m.direction is None and tense == "past"):
        return here[0] if here and m.direction is None else max(past, default=None)
    if m.direction == "future" or tense == "future":
        return here[0] if here and m.direction is None else min(future, default=None)
    return next((o for o in options if back < o[1] and o[0] <= ahead), None)


def _relative(m: Moment, ref: date) -> Days | None:
    offset = m.offset or 0
    match m.unit:
        case "day":
            day = ref + timedelta(days=offset)
            return _one(calendar.near_weekday(day, m.weekday) if m.weekday else day)
        case "week" if m.weekday:
            return _one(_weekday(m.weekday, "past", ref, None) + timedelta(weeks=offset + 1))
        case "week":
            return calendar.week_days(ref + timedelta(weeks=offset))
        case "weekend":
            first, last = calendar.week_days(ref + timedelta(weeks=offset))
            return first + timedelta(4), last
        case "month":
            first, last = calendar.month_days(ref.year, ref.month + offset)
            return _one(first.replace(day=m.day)) if m.day else (first, last)
        case "decade":
            return calendar.year_days(ref.year // 10 * 10 + 10 * offset, 10)
        case "century":
            return calendar.year_days(ref.year // 100 * 100 + 100 * offset, 100)
        case _:
            return None


def weekdays(first: int, last: int, direction: str | None, ref: date, tense: Tense | None) -> Days:
    """From one ISO weekday to the next other one. A stretch that holds the day of writing goes before others."""
    length = timedelta((last - first) % 7)
    if direction in ("past", "future"):
        start = (
            _weekday(last, "past", ref, None) - length if direction == "past" else _weekday(first, "future", ref, None)
        )
        return start, start + length
    start = _weekday(first, None, ref, "past")
    if start + length < ref and (tense == "future" or direction == "now"):
        start += timedelta(7)
    return start, start + length


def _weekend(ref: date, tense: Tense | None) -> Days | None:
    """The weekend, Friday to Sunday, that began last or, of what is to come, the next one; None without a tense."""
    if tense is None:
        return None
    friday = _weekday(_FRIDAY, None, ref, "past")
    if tense == "future" and friday + timedelta(2) < ref:
        friday += timedelta(7)
    return friday, friday + timedelta(2)


def _weekday(weekday: int, direction: str | None, ref: date, tense: Tense | None) -> date:
    back = (ref.isoweekday() - weekday) % 7
    if direction == "past":
        return ref - timedelta(back or 7)
    if direction == "future":
        return ref + timedelta(7 - back)
    if direction == "now":
        return calendar.near_weekday(ref, weekday)
    return ref + timedelta((7 - back) % 7) if tense == "future" else ref - timedelta(back)


def _hijri(m: Moment, ref: date | None, tense: Tense | None) -> Days | None:
    years = [m.year] if m.year else []
    if not years and ref and (now := calendar.hijri_year(ref)):
        years = [now - 1, now, now + 1]
    options = []
    for year in years:
        first = calendar.hijri_day(year, m.month or 1, m.day or 1)
        last = calendar.hijri_day(year, m.month or 12, m.day or 30)
        if first and last:
            options.append((first, last))
    if m.year or not options or ref is None:
        return options[0] if options else None
    if m.direction == "future" or tense == "future":
        return next((o for o in options if o[1] >= ref), None)
    if m.direction == "past":
        return next((o for o in reversed(options) if o[1] < ref), None)
    return min(options, key=lambda o: 0 if o[0] <= ref <= o[1] else min(abs((o[0] - ref).days), abs((o[1] - ref).days)))


def _one(day: date) -> Days:
    return day, day
