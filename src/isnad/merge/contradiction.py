"""Contradictions: what forbids two reports to be of one contact. The rules stand in `RULES`, each with its reason."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from isnad.merge.accounts import Account, Person
from isnad.merge.days import Interval
from isnad.merge.gazetteer import Place
from isnad.merge.weights import CITY_SPELLING, NAME_SPELLING, SLACK, WEEK, YEAR

DONE = frozenset({"held", "ongoing"})
TALKS = frozenset({"meeting", "multilateral"})
_PAIR = 2


def contradiction(a: Account, b: Account) -> str | None:
    """Why two reports cannot be of one contact; None where nothing speaks against it."""
    return next((why for why, forbids in RULES if forbids(a, b)), None) or other_people(a, b)


def same_city(a: Place, b: Place) -> bool:
    """Whether two places lie in one city, its name spelled in whatever way."""
    return a.state == b.state and ratio(a.city or "", b.city or "") >= CITY_SPELLING


def another(a: Account, b: Account) -> bool:
    """Whether one is told as a second of its kind, the other not, and no days that both tell say that they are one."""
    if a.contact.again == b.contact.again or a.family == b.family:
        return False
    return not all(x.stated and x.stated.width <= WEEK for x in (a, b))


def has(span: Interval, day: tuple[int, int]) -> bool:
    """Whether a day of the year (month, day) lies in a span."""
    if span.width > YEAR:
        return True
    return any((d.month, d.day) == day for d in map(date.fromordinal, range(span.lo, span.hi + 1)))


def _one_article(a: Account, b: Account) -> bool:
    return a.article == b.article


def _other_kinds(a: Account, b: Account) -> bool:
    if a.kind == b.kind:
        return False
    if "contact" in (a.kind, b.kind):
        # what was talked over was not sent, nor is it a journey
        return bool({"visit", "message"} & {a.kind, b.kind})
    return not {a.kind, b.kind} <= TALKS


def _other_sides(a: Account, b: Account) -> bool:
    """A pair is the same pair; among several, one list may be the shorter telling of the other."""
    if not a.kind == b.kind == "multilateral":
        return a.sides != b.sides
    shared = a.sides & b.sides
    listed = a.sides <= b.sides or b.sides <= a.sides or len(shared) > len(a.sides ^ b.sides)
    return len(shared) < _PAIR or not listed


def _other_days(a: Account, b: Account) -> bool:
    if a.weekday and b.weekday and a.weekday != b.weekday and not max(SLACK.get(a.kind, 0), SLACK.get(b.kind, 0)):
        return True
    for one, other in ((a, b), (b, a)):
        if one.yearless and other.stated and other.stated.width < WEEK:
            return not has(other.stated, one.yearless)
    # a visit lasts a week beyond the day of its news, not beyond «last month»
    known = all(x.stated is None or x.stated.width <= WEEK for x in (a, b))
    return not a.window.meets(b.window, SLACK.get(a.kind, 0) if a.kind == b.kind and known else 0)


def _loose_days(a: Account, b: Account) -> bool:
    return a.family != b.family and any(x.stated and x.stated.width > YEAR and not x.yearless for x in (a, b))


def _sitting(a: Account, b: Account) -> bool:
    """Whether a side is named in one report only: the summit of a body, and breakfast with its secretary."""
    if a.kind == b.kind or "multilateral" not in (a.kind, b.kind) or len(a.sides) != _PAIR:
        return False
    return any(bool(a.people.get(side)) != bool(b.people.get(side)) for side in a.sides)


def _other_purpose(a: Account, b: Account) -> bool:
    return a.kind == b.kind == "message" and a.purpose != b.purpose and not (a.stated and b.stated)


def _other_visitors(a: Account, b: Account) -> bool:
    return a.kind == b.kind == "visit" and _disjoint(a.guests, b.guests)


def _other_senders(a: Account, b: Account) -> bool:
    return _disjoint(a.senders, b.senders)


def _other_cities(a: Account, b: Account) -> bool:
    """Whether talks that were held were held in two cities."""
    if not ({a.kind, b.kind} <= TALKS and {a.status, b.status} <= DONE) or a.place is None or b.place is None:
        return False
    return bool(a.place.city and b.place.city) and not same_city(a.place, b.place)


def _other_call(a: Account, b: Account) -> bool:
    return "call" in (a.kind, b.kind) and another(a, b)


def _called_off(a: Account, b: Account) -> bool:
    dated = a.stated and b.stated
    return not dated and any(x.status == "cancelled" and y.status in DONE for x, y in ((a, b), (b, a)))


def _hoped(a: Account, b: Account) -> bool:
    """Whether one was only asked for, and nothing ties what was held to it: neither tells a day or a place."""
    if a.stated or b.stated or (a.place and b.place) or a.family == b.family:
        return False
    return any(x.status == "proposed" and y.status in DONE and x.kind != "visit" for x, y in ((a, b), (b, a)))


RULES: tuple[tuple[str, Callable[[Account, Account], bool]], ...] = (
    ("one article tells of both", _one_article),
    ("kinds", _other_kinds),
    ("sides", _other_sides),
    ("days", _other_days),
    ("days hardly known", _loose_days),
    ("a sitting with a body, and talks with one of it", _sitting),
    ("messages of another kind", _other_purpose),
    ("visitors", _other_visitors),
    ("senders", _other_senders),
    ("places", _other_cities),
    ("one is counted as another after the other", _other_call),
    ("one was called off, the other was held", _called_off),
    ("asked for, and held on no day that either tells", _hoped),
)


def other_people(a: Account, b: Account) -> str | None:
    """On each side the same people, as far as both name them; an office that clashes speaks against it as well."""
    for side in sorted(a.sides & b.sides):
        ours, theirs = a.people.get(side), b.people.get(side)
        if ours and theirs:
            if _strangers(a, b, side):
                return f"other people of {side}"
        elif _other_offices(a.offices.get(side), b.offices.get(side)):
            return f"other offices of {side}"
    return None


def _strangers(a: Account, b: Account, side: str) -> bool:
    ours, theirs = a.people[side], b.people[side]
    shared = sum(any(same_person(p, q) for q in theirs) for p in ours)
    # one of several may have met the guest twice
    few = a.kind == b.kind == "meeting" and min(len(ours), len(theirs)) >= max(_PAIR, 2 * shared)
    return not shared or few


def _other_offices(a: frozenset[str] | None, b: frozenset[str] | None) -> bool:
    """Whether offices cannot be one: the first word says the rank («minister», «president»)."""
    return bool(a and b) and {o.split()[0] for o in a or () if o}.isdisjoint(o.split()[0] for o in b or () if o)


def _disjoint(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and a.isdisjoint(b)


@lru_cache(maxsize=1 << 16)
def same_person(a: Person, b: Person) -> bool:
    """Whether two names may be one person's: one registry entry, one name inside the other, or a spelling of it."""
    if a.id and b.id:
        return a.id == b.id
    short, long = sorted((a.words, b.words), key=len)
    return set(short) <= set(long) or ratio(" ".join(a.words), " ".join(b.words)) >= NAME_SPELLING
