"""Anchoring: what a time expression means once the publication day is known. News looks back."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from isnad.lexicon.when import Duration, Meaning, Moment, Reference, Stretch, Tense, TimeHit
from isnad.model import Published, TimeExpression
from isnad.when import calendar
from isnad.when.calendar import Days

Resolved = tuple[str, Days | None]
_ISO = {
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "weekend": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
_WEEKS = 4
# a date without a year lies within this many months before or after the day of writing
_BACK, _AHEAD = 10, 2


def anchor(
    hits: Sequence[TimeHit],
    published: Published | None,
    tenses: Sequence[Tense | None] | Mapping[int, Tense | None],
    text: str,
) -> tuple[TimeExpression, ...]:
    """One expression a hit. `tenses` by index of the hit. Where the publication day is an interval, so is each time."""
    ends = _ends(published)
    out: list[TimeExpression] = []
    last: Resolved | None = None
    for number, hit in enumerate(hits):
        tense = tenses.get(number) if isinstance(tenses, Mapping) else tenses[number]
        value, days = _over(hit.meaning, ends, tense, last)
        if isinstance(hit.meaning, Moment) and days and days[0] == days[1]:
            last = value[:10], days
        out.append(
            TimeExpression(
                start=hit.start,
                end=hit.end,
                text=text[hit.start : hit.end],
                value=value or None,
                earliest=days[0].isoformat() if days else None,
                latest=days[1].isoformat() if days else None,
                rule=hit.rule,
            )
        )
    return tuple(out)


def resolve(meaning: Meaning, ref: date | None, tense: Tense | None = None) -> Resolved:
    """TIMEX3 value and inclusive days of a meaning as written on `ref`; no days where they are not fixed."""
    try:
        match meaning:
            case Reference(ref=name):
                return name, None
            case Duration():
                return _duration(meaning, ref, tense)
            case Stretch(first=first, last=last):
                return _stretch(first, last, ref, tense)
            case Moment():
                days = _days(meaning, ref, "future" if meaning.bound == "by" else tense)
                value = _value(meaning, days)
                if meaning.bound == "since" and days and ref and days[0] <= ref:
                    return value, (days[0], ref)
                return value, days
    except (ValueError, OverflowError):
        return "", None


def _ends(published: Published | None) -> tuple[date, ...]:
    if published is None or not published.earliest or not published.latest:
        return ()
    return tuple(sorted({date.fromisoformat(published.earliest[:10]), date.fromisoformat(published.latest[:10])}))


def _over(
    meaning: Meaning, ends: Sequence[date], tense: Tense | None, last: Resolved | None
) -> tuple[str, Days | None]:
    if isinstance(meaning, Reference) and meaning.ref == "ANAPHORIC" and last:
        return last
    if len(ends) <= 1:
        return resolve(meaning, ends[0] if ends else None, tense)
    open_value, _ = resolve(meaning, None, tense)
    seen = [resolve(meaning, end, tense) for end in ends]
    days = [d for _, d in seen if d]
    both = (min(d[0] for d in days), max(d[1] for d in days)) if len(days) == len(seen) else None
    return (seen[0][0] if seen[0][0] == seen[1][0] else open_value), both


def _stretch(first: Moment, last: Moment, ref: date | None, tense: Tense | None) -> Resolved:
    # a stretch told in the past may reach beyond the day of writing
    b = _days(last, ref, None if tense == "past" else tense)
    a = _days(first, b[1] if b and first.year is None and first.offset is None else ref, "past" if b else tense)
    value = f"{_value(first, a)}/{_value(last, b)}"
    return (value, (a[0], b[1])) if a and b and a[0] <= b[1] else (value, None)


def _duration(d: Duration, ref: date | None, tense: Tense | None) -> Resolved:
    letter = _ISO[d.unit]
    value = f"P{'T' if d.unit in ('minute', 'hour') else ''}{d.count or 'X'}{letter}"
    mode = "length" if d.mode == "ahead" and tense != "future" else d.mode
    if ref is None or mode == "length" or d.count is None:
        return value, None
    sign = 1 if mode in ("ahead", "future") else -1
    far = _shifted(ref, d.unit, sign * d.count)
    if mode in ("past", "future"):
        return value, (min(far, ref), max(far, ref))
    if d.unit in ("minute", "hour"):
        return value, (min(far, ref), max(far, ref))
    if d.unit in ("day", "week"):
        return far.isoformat(), (far, far)
    moment = Moment(unit="month" if d.unit == "month" else "year")
    days = calendar.month_days(far.year, far.month) if d.unit == "month" else calendar.year_days(far.year)
    return _value(moment, days), days


def _shifted(day: date, unit: str, count: int) -> date:
    match unit:
        case "minute":
            return day + timedelta(minutes=0) if abs(count) < 60 * 12 else day + timedelta(days=1 if count > 0 else -1)
        case "hour":
            whole = -(-abs(count) // 24)
            return day + timedelta(days=whole if count > 0 else -whole)
        case "day":
            return day + timedelta(days=count)
        case "week" | "weekend":
            return day + timedelta(weeks=count)
        case _:
            months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
            return calendar.shift_months(day, months * count)


def _days(m: Moment, ref: date | None, tense: Tense | None) -> Days | None:
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
    if ref is None:
        return None
    if m.month or m.season:
        return _yearless(m, ref, tense)
    if m.offset is not None:
        return _relative(m, ref)
    if m.weekday:
        return _one(_weekday(m.weekday, m.direction, ref, tense))
    return _one(ref) if m.hour is not None else None


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
    if m.direction == "past" or (m.direction is None and tense == "past"):
        return here[0] if here and m.direction is None else max(past, default=None)
    if m.direction == "future" or tense == "future":
        return here[0] if here and m.direction is None else min(future, default=None)
    back, ahead = calendar.shift_months(ref, -_BACK), calendar.shift_months(ref, _AHEAD)
    return next((o for o in options if back < o[1] and o[0] <= ahead), None)


def _relative(m: Moment, ref: date) -> Days | None:
    offset = m.offset or 0
    match m.unit:
        case "day":
            day = ref + timedelta(days=offset)
            return _one(calendar.near_weekday(day, m.weekday) if m.weekday else day)
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


def _value(m: Moment, days: Days | None) -> str:
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
