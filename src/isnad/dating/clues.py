"""What the time expressions of an article tell about the day on which it was written."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from isnad.arabic.tokens import Tokens
from isnad.dating.clue import Clue, Kind, Near
from isnad.dating.evidence import Evidence
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


class _Expression(NamedTuple):
    """A time expression where it stands: its meaning, the tense around it, and its zone."""

    hit: TimeHit
    moment: Moment
    tense: Tense | None
    zone: str
    text: str
    named: date | None

    def clue(self, kind: Kind, rule: str, **fields: object) -> Clue:
        told = {"text": self.text, "start": self.hit.start, "end": self.hit.end}
        return Clue(kind=kind, rule=f"dating.{rule}", **told, **fields)  # type: ignore[arg-type]


def clues(article: Article, tokens: Tokens, evidence: Evidence) -> list[Clue]:
    """What the time expressions tell, in the order of the text."""
    out: list[Clue] = []
    opening = frozenset(tokens.breaks)
    zones = [(z.start, z.end, z.kind) for z in article.zones]
    for hit, tense in zip(evidence.hits, evidence.tenses, strict=True):
        zone = next((kind for start, end, kind in zones if start <= hit.start < end), "body")
        if zone in _FOREIGN or not isinstance(hit.meaning, Moment):
            continue
        if hit.meaning.bound == "by" and hit.first - 1 in opening:
            # «By 2015 …» opens a tale, it sets no deadline
            continue
        text = tokens.text[hit.start : hit.end]
        out += _clues(_Expression(hit, hit.meaning, tense, zone, text, hit.meaning.named()))
    posts = [c.spans[0][0] for c in out if c.rule == _POSTED]
    # an older post is quoted as history
    return [_since(c) if c.rule == _POSTED and c.spans[0][0] < max(posts) else c for c in out]


def _clues(x: _Expression) -> Iterator[Clue]:
    m = x.moment
    if m.calendar != "gregorian" or m.unit in ("decade", "century"):
        return
    if x.named and x.zone in _STAMPS:
        yield x.clue("stamp", "stamp", spans=((x.named, x.named),))
    elif x.zone == "embed" or (x.named and x.hit.rule.startswith("date.english")):
        if x.named:
            yield x.clue("stamp", "embedded-post", spans=((x.named, x.named + timedelta(_POST)),))
    else:
        yield from _of_prose(x)


def _of_prose(x: _Expression) -> Iterator[Clue]:
    m = x.moment
    if m.unit == "day" and m.offset is not None and m.hour is None:
        yield from _deictic(x, m.offset)
    elif m.year:
        yield from _of_year(x, m.year)
    elif m.month:
        yield from _yearless(x, m.month)


def _deictic(x: _Expression, offset: int) -> Iterator[Clue]:
    m = x.moment
    if x.named:
        written = x.named - timedelta(offset)
        yield x.clue("weekday", "deictic-date", spans=((written, written),), weekday=m.weekday, shift=offset)
    elif m.weekday or (m.month and m.day):
        month = {"month": m.month, "month_days": (m.day, m.day)} if m.month and m.day else {}
        yield x.clue("weekday", "deictic-weekday", weekday=m.weekday, shift=offset, **month)


def _of_year(x: _Expression, year: int) -> Iterator[Clue]:
    m = x.moment
    first, last = x.named or date(year, m.month or 1, 1), x.named or date(year, 12, 31)
    if x.named and m.weekday == x.named.isoweekday():
        near = timedelta(_CLOSE)
        # what is told in the past was so before the report
        yield x.clue("date", "weekday-date", soft=True, spans=((x.named - near * (x.tense != "past"), x.named + near),))
    elif m.unit == "year" and m.direction and not m.month:
        year += {"past": 1, "now": 0, "future": -1}[m.direction]
        yield x.clue("date", "year-turn", spans=((date(year, 1, 1), date(year, 12, 31)),))
    elif m.bound == "by":
        if x.tense != "past":
            yield x.clue("date", "deadline", soft=True, spans=((date.min, last),))
    elif m.bound == "since" or x.tense == "past":
        yield x.clue("date", "past-date", soft=True, spans=((first, date.max),))


def _yearless(x: _Expression, month: int) -> Iterator[Clue]:
    m = x.moment
    if m.direction == "now":
        yield x.clue("date", "current-month", month=month)
        if m.day and x.tense:
            days = (m.day, 31) if x.tense == "past" else (1, m.day)
            yield x.clue("date", "current-month-day", soft=True, month=month, month_days=days)
    elif m.day and not m.direction and m.offset is None:
        back, ahead = {"past": (_BACK, 0), "future": (_SLACK, _BACK), None: (_BACK, _AHEAD)}[x.tense]
        if m.weekday:
            back, ahead = min(back, _CLOSE), min(ahead, _CLOSE)
        yield x.clue("date", "yearless-date", soft=True, near=Near(month, m.day, m.weekday, back, ahead))


def _since(clue: Clue) -> Clue:
    return msgspec.structs.replace(clue, spans=((clue.spans[0][0], date.max),))
