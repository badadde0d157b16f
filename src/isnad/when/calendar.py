"""Calendar arithmetic: inclusive intervals of days and their TIMEX3 values."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from hijridate import Gregorian, Hijri

Days = tuple[date, date]
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}


def year_days(year: int, years: int = 1) -> Days:
    return date(year, 1, 1), date(year + years - 1, 12, 31)


def month_days(year: int, month: int, months: int = 1) -> Days:
    """The days of so many months from this one on; `month` may lie outside 1..12."""
    first, last = _month(year, month), _month(year, month + months - 1)
    return date(*first, 1), date(*last, monthrange(*last)[1])


def week_days(day: date) -> Days:
    """The ISO week (Monday to Sunday) of a day."""
    monday = day - timedelta(day.isoweekday() - 1)
    return monday, monday + timedelta(6)


def season_days(year: int, season: str) -> Days:
    """Whole months of a season; winter may mean either end of the year, so all of it."""
    if season not in _SEASONS:
        return year_days(year)
    first, last = _SEASONS[season]
    return month_days(year, first, last - first + 1)


def near_weekday(day: date, weekday: int) -> date:
    """The day of this ISO weekday nearest to `day`."""
    return day + timedelta((weekday - day.isoweekday() + 3) % 7 - 3)


def shift_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last."""
    year, month = _month(day.year, day.month + months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day by Umm al-Qura, None outside the years that it is known for."""
    try:
        return Hijri(year, month, min(day, Hijri(year, month, 1).month_length())).to_gregorian()
    except (ValueError, OverflowError):
        return None


def hijri_year(day: date) -> int | None:
    """The Hijri year of a Gregorian day."""
    try:
        return Gregorian.fromdate(day).to_hijri().year
    except (ValueError, OverflowError):
        return None


def _month(year: int, month: int) -> tuple[int, int]:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(year)
    return year, month
