"""Anchoring: what a time expression means once the publication day is known. News looks back."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeGuard

from msgspec.structs import replace

from isnad.lexicon.when import Duration, Meaning, Moment, Reference, Stretch, Tense, TimeHit
from isnad.model import Published, TimeExpression
from isnad.when import calendar, timex
from isnad.when.calendar import Days
from isnad.when.moments import days_of, weekdays

# of an article whose day is less sure than this, «yesterday» is any day
_WIDEST = timedelta(366)
Resolved = tuple[str, Days | None]
_STOP = re.compile(r"[.!?؟\n]\s|\n")
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
    # the day that this sentence has told, as far as it was looked at
    said, seen = None, 0
    days: Days | None
    for number, hit in enumerate(hits):
        tense = tenses.get(number) if isinstance(tenses, Mapping) else tenses[number]
        if said and _STOP.search(text, seen, hit.start):
            said = None
        seen = hit.end
        if said and _is_hour(hit.meaning):
            # «الجمعة ... في الساعة العاشرة»: the hour of the day just told
            value, days = timex.value(hit.meaning, said), said
        else:
            value, days = _over(hit.meaning, ends, tense, last)
        if isinstance(hit.meaning, Moment) and days and days[0] == days[1]:
            last, said = (value[:10], days), days
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


def _is_hour(meaning: Meaning) -> TypeGuard[Moment]:
    """Whether an hour is told and not of which day."""
    return isinstance(meaning, Moment) and meaning.hour is not None and meaning.offset is None and not meaning.day


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
                days = days_of(meaning, ref, "future" if meaning.bound == "by" else tense)
                value = timex.value(meaning, days)
                if meaning.bound == "since" and days and ref and days[0] <= ref:
                    return value, (days[0], ref)
                return value, days
    except (ValueError, OverflowError):
        return "", None


def _ends(published: Published | None) -> tuple[date, ...]:
    if published is None or not published.earliest or not published.latest:
        return ()
    first, last = date.fromisoformat(published.earliest[:10]), date.fromisoformat(published.latest[:10])
    return tuple(sorted({first, last})) if last - first <= _WIDEST else ()


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
    if first.weekday and last.weekday and not (first.day or last.day) and ref:
        days = weekdays(first.weekday, last.weekday, last.direction, ref, tense)
        return f"{days[0]}/{days[1]}", days
    # a stretch told in the past may reach beyond the day of writing
    b = days_of(last, ref, None if tense == "past" else tense)
    if b and first.year is None and first.offset is None:
        # «يومي 1 و2 مارس القادم»: the first day comes before the last, whatever is said of both
        a = days_of(replace(first, direction=None), b[1], "past")
    else:
        a = days_of(first, ref, "past" if b else tense)
    value = f"{timex.value(first, a)}/{timex.value(last, b)}"
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
    return timex.value(moment, days), days


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
