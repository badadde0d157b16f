"""Likeness: whether two reports can be of one contact, and how much speaks for it.

A contradiction forbids; likeness adds up points, each with its reason. The points weigh what an analyst goes by: who
met whom, then the day, then the place. They were set on the labelled windows of news and are no probabilities.
"""

from datetime import date
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from isnad.merge.accounts import Account, Person
from isnad.merge.days import FIRST, LAST, Interval
from isnad.merge.gazetteer import Place

ENOUGH = 4.5
_SPELLING, _CITY_SPELLING = 84.0, 74.0
_TALKS = frozenset({"meeting", "multilateral"})
# how far apart news of one encounter may put its days: a visit lasts
SLACK = {"visit": 6, "multilateral": 1}
_DAY, _WEEK, _MONTH, _YEAR = 1, 7, 31, 366
_NEAR, _RECENT = 3, 14
_PAIR = 2
_NOT_HERE = 0.5
_LONG, _REWORDED = 50, 80.0
_DONE = frozenset({"held", "ongoing"})


def contradiction(a: Account, b: Account) -> str | None:
    """Why two reports cannot be of one contact; None where nothing speaks against it."""
    if a.article == b.article:
        return "one article tells of both"
    if not _kinds(a.kind, b.kind):
        return "kinds"
    if not _sides(a, b):
        return "sides"
    if not (a.family == b.family and a.contact.evidence.text == b.contact.evidence.text) and not _days(a, b):
        return "days"
    if a.family != b.family and any(x.stated and x.stated.width > _YEAR and not x.yearless for x in (a, b)):
        return "days hardly known"
    if a.kind != b.kind and "multilateral" in (a.kind, b.kind) and _sitting(a, b):
        return "a sitting with a body, and talks with one of it"
    if a.kind == b.kind == "message" and a.purpose != b.purpose and not (a.stated and b.stated):
        return "messages of another kind"
    if a.kind == b.kind == "visit" and a.guests and b.guests and not a.guests & b.guests:
        return "visitors"
    if a.senders and b.senders and not a.senders & b.senders:
        return "senders"
    if {a.kind, b.kind} <= _TALKS and {a.status, b.status} <= _DONE and _elsewhere(a.place, b.place):
        return "places"
    if "call" in (a.kind, b.kind) and _another(a, b):
        return "one is counted as another after the other"
    if _called_off(a, b) or _called_off(b, a):
        return "one was called off, the other was held"
    if _hoped(a, b) or _hoped(b, a):
        return "asked for, and held on no day that either tells"
    return _people(a, b)


def likeness(a: Account, b: Account) -> tuple[float, tuple[str, ...]]:
    """Points for two reports that do not contradict each other, and what each point is for."""
    points = [*_party_points(a, b), *_time_points(a, b), *_place_points(a, b)]
    if a.family == b.family:
        points.append((3.0, "copies of one text"))
    elif _wording(a, b):
        points.append((2.0, "told in the same words"))
    if a.kind != b.kind and "contact" in (a.kind, b.kind):
        # «he talked with» is the meeting told otherwise only where the days say so
        points.append((-0.75, "one does not say how they talked"))
    if not {"visit", "message"} & {a.kind, b.kind} and _another(a, b):
        # «القمة الثانية» is told without its number as well
        points.append((-1.25, "one is counted as another after the other"))
    if frozenset(a.contact.topics) & frozenset(b.contact.topics):
        points.append((0.25, "same topic"))
    return sum(p for p, _ in points), tuple(reason for _, reason in points)


def told_alike(a: Account, b: Account) -> bool:
    """Whether another contact that two articles share says something of these two: not of what is told as history
    without its day, nor of calls where the days of the news are known, for the next call follows soon."""
    dateless = any((x.contact.background or x.contact.earlier) and x.stated is None for x in (a, b))
    return not dateless and ("call" not in (a.kind, b.kind) or any(x.out.width > _NEAR for x in (a, b)))


def _kinds(a: str, b: str) -> bool:
    if a == b or "contact" in (a, b):
        # what was talked over was not sent, nor is it a journey
        return a == b or not {"visit", "message"} & {a, b}
    return a in _TALKS and b in _TALKS


def _sides(a: Account, b: Account) -> bool:
    """A pair is the same pair; among several, one list may be the shorter telling of the other."""
    if a.kind == b.kind == "multilateral":
        shared = a.sides & b.sides
        return len(shared) > 1 and (a.sides <= b.sides or b.sides <= a.sides or len(shared) > len(a.sides ^ b.sides))
    return a.sides == b.sides


def _days(a: Account, b: Account) -> bool:
    if a.weekday and b.weekday and a.weekday != b.weekday and not max(SLACK.get(a.kind, 0), SLACK.get(b.kind, 0)):
        return False
    if a.yearless and b.stated and b.stated.width < _WEEK:
        return _has(b.stated, a.yearless)
    if b.yearless and a.stated and a.stated.width < _WEEK:
        return _has(a.stated, b.yearless)
    # a visit lasts a week beyond the day of its news, not beyond «last month»
    known = all(x.stated is None or x.stated.width <= _WEEK for x in (a, b))
    return a.window.meets(b.window, SLACK.get(a.kind, 0) if a.kind == b.kind and known else 0)


def _sitting(a: Account, b: Account) -> bool:
    """Whether a side is named in one report only: the summit of a body, and breakfast with its secretary."""
    return len(a.sides) == _PAIR and any(bool(a.people.get(side)) != bool(b.people.get(side)) for side in a.sides)


def _another(a: Account, b: Account) -> bool:
    """Whether one is told as a second of its kind, the other not, and no days that both tell say that they are one."""
    if a.contact.again == b.contact.again or a.family == b.family:
        return False
    return not all(x.stated and x.stated.width <= _WEEK for x in (a, b))


def _called_off(a: Account, b: Account) -> bool:
    return a.status == "cancelled" and b.status in _DONE and not (a.stated and b.stated)


def _hoped(a: Account, b: Account) -> bool:
    """Whether one was only asked for, and nothing ties what was held to it: neither tells a day or a place."""
    tied = a.stated or b.stated or (a.place and b.place) or a.family == b.family
    return a.status == "proposed" and b.status in _DONE and not tied and a.kind != "visit"


def _people(a: Account, b: Account) -> str | None:
    """On each side the same people, as far as both name them; an office that clashes speaks against it as well."""
    for side in a.sides & b.sides:
        ours, theirs = a.people.get(side), b.people.get(side)
        if ours and theirs:
            shared = sum(any(same_person(p, q) for q in theirs) for p in ours)
            # one of several may have met the guest twice
            if not shared or (a.kind == b.kind == "meeting" and min(len(ours), len(theirs)) >= max(_PAIR, 2 * shared)):
                return f"other people of {side}"
        elif not _offices(a.offices.get(side), b.offices.get(side)):
            return f"other offices of {side}"
    return None


def _elsewhere(a: Place | None, b: Place | None) -> bool:
    """Whether talks that were held were held in two cities."""
    return a is not None and b is not None and bool(a.city) and bool(b.city) and not same_city(a, b)


def _offices(a: frozenset[str] | None, b: frozenset[str] | None) -> bool:
    """Whether offices may be one: the first word says the rank («وزير», «رئيس»)."""
    return not a or not b or bool({o.split()[0] for o in a if o} & {o.split()[0] for o in b if o})


@lru_cache(maxsize=1 << 16)
def same_person(a: Person, b: Person) -> bool:
    """Whether two names may be one person's: one registry entry, one name inside the other, or a spelling of it."""
    if a.id and b.id:
        return a.id == b.id
    short, long = sorted((a.words, b.words), key=len)
    return set(short) <= set(long) or ratio(" ".join(a.words), " ".join(b.words)) >= _SPELLING


def _party_points(a: Account, b: Account) -> list[tuple[float, str]]:
    points = []
    for side in sorted(a.sides & b.sides):
        if a.people.get(side) and b.people.get(side):
            # people of whom another sentence speaks may be those of another encounter
            bare = a.bare or b.bare
            points.append(
                (_NOT_HERE, f"same person of {side}, told before") if bare else (2.0, f"same person of {side}")
            )
        elif a.offices.get(side, frozenset()) & b.offices.get(side, frozenset()):
            points.append((1.0, f"same office of {side}"))
        elif side in a.led & b.led:
            points.append((1.0, f"a head of {side}"))
        elif a.kind == "visit" and not a.people.get(side) and not b.people.get(side):
            points.append((1.5, f"same host or visitor {side}"))
        else:
            points.append((0.5, f"same side {side}"))
    # a third named party adds little that two have not said
    several = [(1.0, "the same several sides")] if len(a.sides) > _PAIR and a.sides == b.sides else []
    return sorted(points, reverse=True)[:_PAIR] + several


def _wording(a: Account, b: Account) -> bool:
    """Whether two outlets tell of it in one agency's words, at about one time.

    The words name the same people at each of their encounters: where nobody knows the time, they say nothing.
    """
    if any(x.out.width > _MONTH for x in (a, b)):
        return False
    long = min(len(a.words), len(b.words)) >= _LONG
    return long and a.out.meets(b.out, _RECENT) and ratio(a.words, b.words) >= _REWORDED


def _time_points(a: Account, b: Account) -> list[tuple[float, str]]:
    if (a.yearless and b.stated and _has(b.stated, a.yearless)) or (
        b.yearless and a.stated and _has(a.stated, b.yearless)
    ):
        return [(3.0, "same day of the year")]
    if a.stated and b.stated:
        return [_overlap(a.stated, b.stated)]
    known = a.stated or b.stated
    # «this year», «their last meeting», «meetings again and again»: news of these days need not be of it
    if any(x.stated is None and (x.contact.background or x.contact.earlier) for x in (a, b)):
        return []
    if known and known.width <= _WEEK:
        loose = b if a.stated else a
        gap = loose.out.lo - known.hi if loose.status in _DONE else known.lo - loose.out.hi
        points = [p for p in _closeness(gap, loose.out) if gap <= _fresh(a, b) or loose.status not in _DONE]
        if loose.status not in _DONE and {a.status, b.status} <= {"planned", "proposed"}:
            points += [p for p in _closeness(abs(a.out.lo - b.out.lo), a.out, b.out) if not points]
        return points
    if known and known.width > _MONTH:
        return []
    apart = abs(a.out.lo - b.out.lo)
    # what was held or only wished for is told without its day for days, a plan for weeks
    recent = apart <= _fresh(a, b) or not {a.status, b.status} & (_DONE | {"proposed"})
    return _closeness(apart, a.out, b.out) if recent else []


def _fresh(a: Account, b: Account) -> int:
    """For how many days what was held is told without its day: the same two soon talk on the telephone again."""
    return _DAY if "call" in (a.kind, b.kind) else _NEAR


def _overlap(a: Interval, b: Interval) -> tuple[float, str]:
    narrow, wide = sorted((a.width, b.width))
    if wide < _DAY:
        return 3.0, "same day"
    if narrow < _DAY and wide <= _WEEK:
        return 2.0, "day within the same week"
    if 2 * (min(a.hi, b.hi) - max(a.lo, b.lo) + 1) < narrow + 1:
        # the end of one month and the weeks that follow it
        return -1.0, "days hardly known"
    # «this year» says too little, and would join what it counts: «his third visit this year»
    return (1.5, "day within the same month") if wide <= _MONTH else (-1.0, "days hardly known")


def _closeness(gap: int, *outs: Interval) -> list[tuple[float, str]]:
    """Points for news that came out close to the day, or close to other news; none where a date is not well known."""
    if any(out.lo == FIRST or out.hi == LAST or out.width > _NEAR for out in outs):
        return []
    if gap <= _DAY:
        return [(1.5, "news of the same day")]
    if gap <= _NEAR:
        return [(1.0, "news of the same days")]
    return [(0.5, "news of the same fortnight")] if gap <= _RECENT else []


def _place_points(a: Account, b: Account) -> list[tuple[float, str]]:
    if a.place is None or b.place is None or a.kind == "call":
        return []
    points = [p for p in _same_place(a.place, b.place) if a.kind != "visit" or p[1] != "same state"]
    # where a plan will be carried out changes until it is
    return [p for p in points if p[0] > 0 or {a.status, b.status} <= _DONE]


def _same_place(a: Place, b: Place) -> list[tuple[float, str]]:
    if a.city and b.city:
        if same_city(a, b):
            return [(1.0, "same city")]
        return [(-1.0, "other city")] if a.state == b.state else [(-2.0, "other state")]
    if a.state and b.state:
        return [(0.5, "same state")] if a.state == b.state else [(-2.0, "other state")]
    return [(0.5, "same place")] if a.words & b.words else []


def same_city(a: Place, b: Place) -> bool:
    """Whether two places lie in one city, its name spelled in whatever way."""
    return a.state == b.state and ratio(a.city or "", b.city or "") >= _CITY_SPELLING


def _has(span: Interval, day: tuple[int, int]) -> bool:
    """Whether a day of the year lies in a span of less than a year."""
    if span.width > _YEAR:
        return True
    return any(
        (d.month, d.day) == day
        for d in (date.fromordinal(n) for n in range(span.lo, min(span.hi, span.lo + _YEAR) + 1))
    )
