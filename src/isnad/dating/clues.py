"""What the time expressions of an article tell about the day on which it was written."""

from collections.abc import Callable, Sequence
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
_BACK, _AHEAD = 310, 95
# news names the weekday of a full date only for days close by
_CLOSE = 75
# an embedded post is hardly ever older than a week
_POST = 6
_POSTED = "dating.embedded-post"


def clues(article: Article, tokens: Tokens, hits: Sequence[TimeHit], tenses: Sequence[Tense | None]) -> list[Clue]:
    """One clue, or none, a hit; in the order of the text."""
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
        found = _clue(hit, hit.meaning, tense, zone, tokens.text[hit.start : hit.end])
        if found:
            out.append(found)
    posts = [c.spans[0][0] for c in out if c.rule == _POSTED]
    # an older post is quoted as history
    return [_since(c) if c.rule == _POSTED and c.spans[0][0] < max(posts) else c for c in out]


def _clue(hit: TimeHit, m: Moment, tense: Tense | None, zone: str, text: str) -> Clue | None:
    def clue(kind: Kind, rule: str, **fields: object) -> Clue:
        return Clue(kind=kind, rule=f"dating.{rule}", text=text, start=hit.start, end=hit.end, **fields)  # type: ignore[arg-type]

    if m.calendar != "gregorian" or m.unit in ("decade", "century"):
        return None
    named = _named(m)
    if named and zone in _STAMPS:
        return clue("stamp", "stamp", spans=((named, named),))
    if named and (zone == "embed" or hit.rule.startswith("date.english")):
        return clue("stamp", "embedded-post", spans=((named, named + timedelta(_POST)),))
    if zone == "embed":
        return None
    if m.unit == "day" and m.offset is not None and m.hour is None:
        if named:
            written = named - timedelta(m.offset)
            return clue("weekday", "deictic-date", spans=((written, written),), weekday=m.weekday, shift=m.offset)
        if not m.weekday and not (m.month and m.day):
            return None
        of_month = {"month": m.month, "month_days": (m.day, m.day)} if m.month and m.day else {}
        return clue("weekday", "deictic-weekday", weekday=m.weekday, shift=m.offset, **of_month)
    if m.year:
        return _of_year(m, tense, named, clue)
    return _yearless(m, tense, clue) if m.month else None


def _of_year(m: Moment, tense: Tense | None, named: date | None, clue: Callable[..., Clue]) -> Clue | None:
    assert m.year
    if named and m.weekday == named.isoweekday():
        return clue("date", "weekday-date", spans=((named - timedelta(_CLOSE), named + timedelta(_CLOSE)),))
    if m.unit == "year" and m.direction and not m.month:
        year = m.year + {"past": 1, "now": 0, "future": -1}[m.direction]
        return clue("date", "year-turn", spans=((date(year, 1, 1), date(year, 12, 31)),))
    first = named or date(m.year, m.month or 1, 1)
    if m.bound == "by":
        return None if tense == "past" else clue("date", "deadline", spans=((date.min, named or date(m.year, 12, 31)),))
    if m.bound == "since" or tense == "past":
        return clue("date", "past-date", spans=((first, date.max),))
    return None


def _yearless(m: Moment, tense: Tense | None, clue: Callable[..., Clue]) -> Clue | None:
    assert m.month
    if m.direction == "now":
        days = (m.day, 31) if m.day and tense == "past" else (1, m.day) if m.day and tense == "future" else (1, 31)
        return clue("date", "current-month", month=m.month, month_days=days)
    if not m.day or m.direction or m.offset is not None:
        return None
    back, ahead = (_BACK, 0) if tense == "past" else (0, _BACK) if tense == "future" else (_BACK, _AHEAD)
    if m.weekday:
        back, ahead = min(back, _CLOSE), min(ahead, _CLOSE)
    return clue("date", "yearless-date", near=Near(m.month, m.day, m.weekday, back, ahead))


def _since(clue: Clue) -> Clue:
    return msgspec.structs.replace(clue, spans=((clue.spans[0][0], date.max),))


def _named(m: Moment) -> date | None:
    try:
        return date(m.year, m.month, m.day) if m.year and m.month and m.day else None
    except ValueError:
        return None
