"""What the time expressions of an article tell about the day on which it was written."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from isnad.arabic.tokens import Tokens
from isnad.dating.clue import Clue, Kind, Near
from isnad.lexicon.when import Moment, Tense, TimeHit
from isnad.model import Article

# zones whose times are not told by the article itself
_FOREIGN = frozenset({"related", "navigation", "caption", "section"})
_STAMPS = frozenset({"stamp", "byline"})
# a date without a year lies within so many days before or after the day of writing
_BACK, _AHEAD, _SLACK = 310, 95, 31
# news names the weekday of a full date only for days close by
_CLOSE = 75
# an embedded post is hardly ever older than a week
_POST = 6
_POSTED = "dating.embedded-post"


def clues(article: Article, tokens: Tokens, hits: Sequence[TimeHit], tenses: Sequence[Tense | None]) -> list[Clue]:
    """What the hits tell, in the order of the text."""
    out: list[Clue] = []
    opening = frozenset(tokens.breaks)
    zones = [(z.start, z.end, z.kind) for z in article.zones]
    for hit, tense in zip(hits, tenses, strict=True):
        zone = next((kind for start, end, kind in zones if start <= hit.start < end), "body")
        if zone in _FOREIGN or not isinstance(hit.meaning, Moment):
            continue
        if hit.meaning.bound == "by" and hit.first - 1 in opening:
            # «By 2015 …» opens a tale, it sets no deadline
            continue
        out += _clues(hit, hit.meaning, tense, zone, tokens.text[hit.start : hit.end])
    posts = [c.spans[0][0] for c in out if c.rule == _POSTED]
    # an older post is quoted as history
    return [_since(c) if c.rule == _POSTED and c.spans[0][0] < max(posts) else c for c in out]


def _clues(hit: TimeHit, m: Moment, tense: Tense | None, zone: str, text: str) -> Iterator[Clue]:
    def clue(kind: Kind, rule: str, **fields: object) -> Clue:
        rule = f"dating.{rule}"
        return Clue(kind=kind, rule=rule, text=text, start=hit.start, end=hit.end, **fields)  # type: ignore[arg-type]

    named = _named(m)
    if m.calendar != "gregorian" or m.unit in ("decade", "century"):
        return
    if named and zone in _STAMPS:
        yield clue("stamp", "stamp", spans=((named, named),))
    elif named and (zone == "embed" or hit.rule.startswith("date.english")):
        yield clue("stamp", "embedded-post", spans=((named, named + timedelta(_POST)),))
    elif zone == "embed":
        return
    elif m.unit == "day" and m.offset is not None and m.hour is None:
        if named:
            written = named - timedelta(m.offset)
            yield clue("weekday", "deictic-date", spans=((written, written),), weekday=m.weekday, shift=m.offset)
        elif m.weekday or (m.month and m.day):
            month = {"month": m.month, "month_days": (m.day, m.day)} if m.month and m.day else {}
            yield clue("weekday", "deictic-weekday", weekday=m.weekday, shift=m.offset, **month)
    elif m.year:
        yield from _of_year(m, m.year, tense, named, clue)
    elif m.month:
        yield from _yearless(m, m.month, tense, clue)


def _of_year(
    m: Moment, year: int, tense: Tense | None, named: date | None, clue: Callable[..., Clue]
) -> Iterator[Clue]:
    first, last = named or date(year, m.month or 1, 1), named or date(year, 12, 31)
    if named and m.weekday == named.isoweekday():
        near = timedelta(_CLOSE)
        yield clue("date", "weekday-date", soft=True, spans=((named - near, named + near),))
    elif m.unit == "year" and m.direction and not m.month:
        year += {"past": 1, "now": 0, "future": -1}[m.direction]
        yield clue("date", "year-turn", spans=((date(year, 1, 1), date(year, 12, 31)),))
    elif m.bound == "by":
        if tense != "past":
            yield clue("date", "deadline", soft=True, spans=((date.min, last),))
    elif m.bound == "since" or tense == "past":
        yield clue("date", "past-date", soft=True, spans=((first, date.max),))


def _yearless(m: Moment, month: int, tense: Tense | None, clue: Callable[..., Clue]) -> Iterator[Clue]:
    if m.direction == "now":
        yield clue("date", "current-month", month=month)
        if m.day and tense:
            days = (m.day, 31) if tense == "past" else (1, m.day)
            yield clue("date", "current-month-day", soft=True, month=month, month_days=days)
    elif m.day and not m.direction and m.offset is None:
        back, ahead = {"past": (_BACK, 0), "future": (_SLACK, _BACK), None: (_BACK, _AHEAD)}[tense]
        if m.weekday:
            back, ahead = min(back, _CLOSE), min(ahead, _CLOSE)
        yield clue("date", "yearless-date", soft=True, near=Near(month, m.day, m.weekday, back, ahead))


def _since(clue: Clue) -> Clue:
    return msgspec.structs.replace(clue, spans=((clue.spans[0][0], date.max),))


def _named(m: Moment) -> date | None:
    try:
        return date(m.year, m.month, m.day) if m.year and m.month and m.day else None
    except ValueError:
        return None
