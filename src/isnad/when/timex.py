"""TIMEX3 values of moments: exact where the days are known, with X for what is not."""

from isnad.lexicon.when import Moment
from isnad.when.calendar import Days


def value(m: Moment, days: Days | None) -> str:
    """The value of a moment that lies on these days (None: they are not fixed)."""
    if days is None:
        return _open_value(m) + _part(m)
    first, last = days
    if m.unit == "decade":
        return f"{first.year // 10}"
    if m.unit == "century":
        return f"{first.year // 100}"
    if first == last:
        return first.isoformat() + _part(m)
    if m.calendar == "hijri" or (m.month and m.index):
        return f"{first}/{last}"
    if m.unit == "quarter":
        return f"{first.year}-Q{m.index}"
    if m.unit == "half":
        return f"{first.year}-H{m.index}"
    if m.season:
        return f"{first.year}-{m.season}"
    if m.unit in ("week", "weekend"):
        week = first.isocalendar()
        return f"{week.year}-W{week.week:02d}" + ("-WE" if m.unit == "weekend" else "")
    return f"{first.year}" if (first.month, last.month) == (1, 12) else f"{first:%Y-%m}"


def _open_value(m: Moment) -> str:
    """The value with X for what is unknown: `XXXX-11-30`, `XXXX-WXX-6`."""
    year = f"{m.year}" if m.year else "XXXX"
    if m.month:
        return f"{year}-{m.month:02d}" + (f"-{m.day:02d}" if m.day else "")
    if m.weekday:
        return f"{year}-WXX-{m.weekday}"
    match m.unit:
        case "week" | "weekend":
            return "XXXX-WXX" + ("-WE" if m.unit == "weekend" else "")
        case "month":
            return "XXXX-XX" + (f"-{m.day:02d}" if m.day else "")
        case "quarter" | "half":
            return f"{year}-{m.unit[0].upper()}{m.index}"
        case "season":
            return f"{year}-{m.season}"
        case "year" | "decade" | "century":
            return {"year": year, "decade": "XXX", "century": "XX"}[m.unit]
        case _:
            return "XXXX-XX-XX"


def _part(m: Moment) -> str:
    if m.hour is not None:
        late = m.part in ("EV", "AF", "NI") and m.hour < 12
        return f"T{m.hour + (12 if late else 0):02d}:{m.minute or 0:02d}"
    return f"T{m.part}" if m.part else ""
