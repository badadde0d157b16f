"""Likeness: how much speaks for two reports being of one contact, in points with their reasons.

It is asked only of reports that do not contradict each other. What each point weighs stands in `weights`.
"""

from rapidfuzz.fuzz import ratio

from isnad.merge.accounts import Account
from isnad.merge.contradiction import DONE, another, has, same_city
from isnad.merge.days import FIRST, LAST, Interval
from isnad.merge.gazetteer import Place
from isnad.merge.weights import (
    COPIES,
    DAY,
    LONG,
    LOOSE_DAYS,
    MONTH,
    NEAR,
    NEWS_OF_DAY,
    NEWS_OF_DAYS,
    NEWS_OF_FORTNIGHT,
    OTHER_CHANNEL,
    OTHER_CITY,
    OTHER_COUNT,
    OTHER_STATE,
    PARTIES,
    RECENT,
    REWORDED,
    SAME_CITY,
    SAME_DAY,
    SAME_DAY_OF_YEAR,
    SAME_HEAD,
    SAME_MONTH,
    SAME_OFFICE,
    SAME_PERSON,
    SAME_PERSON_ELSEWHERE,
    SAME_PLACE,
    SAME_SEVERAL,
    SAME_SIDE,
    SAME_STATE,
    SAME_TOPIC,
    SAME_VISIT,
    SAME_WEEK,
    SAME_WORDS,
    SUMMIT,
    WEEK,
    Weight,
)

_HOPES = frozenset({"planned", "proposed"})


def likeness(a: Account, b: Account) -> tuple[float, tuple[str, ...]]:
    """Points for two reports that do not contradict each other, and what each point is for."""
    points = [*_party_points(a, b), *_time_points(a, b), *_place_points(a, b), *_word_points(a, b)]
    return sum(p.points for p in points), tuple(p.reason for p in points)


def told_alike(a: Account, b: Account) -> bool:
    """Whether another contact that two articles share says something of these two: not of what is told as history
    without its day, nor of calls where the days of the news are known, for the next call follows soon."""
    dateless = any(_history(x) for x in (a, b))
    return not dateless and ("call" not in (a.kind, b.kind) or any(x.out.width > NEAR for x in (a, b)))


def _history(a: Account) -> bool:
    """Whether a report tells what was earlier, and on no day: «their last meeting», «meetings again and again»."""
    return a.stated is None and (a.contact.background or a.contact.earlier)


def _party_points(a: Account, b: Account) -> list[Weight]:
    points = [_side_points(a, b, side) for side in sorted(a.sides & b.sides)]
    points.sort(key=lambda p: (p.points, p.reason), reverse=True)
    # a third named party adds little that two have not said
    several = [SUMMIT] if _summit(a, b) else []
    several += [SAME_SEVERAL] if len(a.sides) > PARTIES and a.sides == b.sides else []
    return points[:PARTIES] + several


def _summit(a: Account, b: Account) -> bool:
    """Whether both are plans of a meeting of two heads, one of which hardly names them: two such plans at a time are
    rare."""
    plans = a.kind == b.kind == "meeting" and {a.status, b.status} <= _HOPES
    named = all(a.people.get(side) and b.people.get(side) for side in a.sides)
    return plans and not named and len(a.sides) == PARTIES and a.sides == b.sides == a.led & b.led


def _side_points(a: Account, b: Account, side: str) -> Weight:
    if a.people.get(side) and b.people.get(side):
        # people of whom another sentence speaks may be those of another encounter
        return (SAME_PERSON_ELSEWHERE if a.bare or b.bare else SAME_PERSON).of(side)
    if a.offices.get(side, frozenset()) & b.offices.get(side, frozenset()):
        return SAME_OFFICE.of(side)
    if side in a.led & b.led:
        return SAME_HEAD.of(side)
    nameless = not a.people.get(side) and not b.people.get(side)
    return (SAME_VISIT if a.kind == "visit" and nameless else SAME_SIDE).of(side)


def _word_points(a: Account, b: Account) -> list[Weight]:
    points = []
    if a.family == b.family:
        points.append(COPIES)
    elif _wording(a, b):
        points.append(SAME_WORDS)
    if a.kind != b.kind and "contact" in (a.kind, b.kind):
        # «he talked with» is the meeting told otherwise only where the days say so
        points.append(OTHER_CHANNEL)
    if not {"visit", "message"} & {a.kind, b.kind} and another(a, b):
        # a second summit is told without its number as well
        points.append(OTHER_COUNT)
    if frozenset(a.contact.topics) & frozenset(b.contact.topics):
        points.append(SAME_TOPIC)
    return points


def _wording(a: Account, b: Account) -> bool:
    """Whether two outlets tell of it in one agency's words, at about one time.

    The words name the same people at each of their encounters: where nobody knows the time, they say nothing.
    """
    if any(x.out.width > MONTH for x in (a, b)):
        return False
    long = min(len(a.words), len(b.words)) >= LONG
    return long and a.out.meets(b.out, RECENT) and ratio(a.words, b.words) >= REWORDED


def _time_points(a: Account, b: Account) -> list[Weight]:
    if any(x.yearless and y.stated and has(y.stated, x.yearless) for x, y in ((a, b), (b, a))):
        return [SAME_DAY_OF_YEAR]
    if a.stated and b.stated:
        return _overlap(a.stated, b.stated)
    # news of these days need not be of what was earlier
    if _history(a) or _history(b):
        return []
    known = a.stated or b.stated
    if known and known.width <= WEEK:
        return _dated(known, b if a.stated else a, a, b)
    if known and known.width > MONTH:
        return []
    apart = abs(a.out.lo - b.out.lo)
    # what was held or only wished for is told without its day for days, a plan for weeks
    recent = apart <= _fresh(a, b) or not {a.status, b.status} & (DONE | {"proposed"})
    return _closeness(apart, a.out, b.out) if recent else []


def _dated(known: Interval, loose: Account, a: Account, b: Account) -> list[Weight]:
    """Points for a day that one report gives and the news of the other, which gives none."""
    if loose.status in DONE:
        gap = loose.out.lo - known.hi
        return _closeness(gap, loose.out) if gap <= _fresh(a, b) else []
    points = _closeness(known.lo - loose.out.hi, loose.out)
    if not points and {a.status, b.status} <= _HOPES:
        return _closeness(abs(a.out.lo - b.out.lo), a.out, b.out)
    return points


def _fresh(a: Account, b: Account) -> int:
    """For how many days what was held is told without its day: the same two soon talk on the telephone again."""
    return DAY if "call" in (a.kind, b.kind) else NEAR


def _overlap(a: Interval, b: Interval) -> list[Weight]:
    narrow, wide = sorted((a.width, b.width))
    if wide < DAY:
        return [SAME_DAY]
    if narrow < DAY and wide <= WEEK:
        return [SAME_WEEK]
    if 2 * (min(a.hi, b.hi) - max(a.lo, b.lo) + 1) < narrow + 1:
        # the end of one month and the weeks that follow it
        return [LOOSE_DAYS]
    # «this year» says too little, and would join what it counts: «his third visit this year»
    return [SAME_MONTH if wide <= MONTH else LOOSE_DAYS]


def _closeness(gap: int, *outs: Interval) -> list[Weight]:
    """Points for news that came out close to the day, or close to other news; none where a date is not well known."""
    if any(out.lo == FIRST or out.hi == LAST or out.width > NEAR for out in outs):
        return []
    if gap <= DAY:
        return [NEWS_OF_DAY]
    if gap <= NEAR:
        return [NEWS_OF_DAYS]
    return [NEWS_OF_FORTNIGHT] if gap <= RECENT else []


def _place_points(a: Account, b: Account) -> list[Weight]:
    if a.place is None or b.place is None or a.kind == "call":
        return []
    points = [p for p in _same_place(a.place, b.place) if a.kind != "visit" or p != SAME_STATE]
    if _history(a) != _history(b):
        # «آخر لقاء بينهما في القاهرة»: they may have met there before
        points = [p for p in points if p.points < 0]
    # where a plan will be carried out changes until it is
    return [p for p in points if p.points > 0 or {a.status, b.status} <= DONE]


def _same_place(a: Place, b: Place) -> list[Weight]:
    if a.city and b.city:
        if same_city(a, b):
            return [SAME_CITY]
        return [OTHER_CITY if a.state == b.state else OTHER_STATE]
    if a.state and b.state:
        return [SAME_STATE if a.state == b.state else OTHER_STATE]
    return [SAME_PLACE] if a.words & b.words else []
