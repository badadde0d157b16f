"""The outcome: what the reports of one contact together say of its status, its day, and the days that bound it."""

from collections.abc import Sequence
from typing import NamedTuple

from isnad.merge.accounts import Account
from isnad.merge.contradiction import DONE
from isnad.merge.days import FIRST, LAST, Interval, ahead, iso
from isnad.model import Days, RecordTime, Status, TimeOf

_HOPES = frozenset({"planned", "proposed"})
# of plans of one day the first of these counts
_LATER: dict[Status, int] = {"cancelled": 0, "planned": 1, "proposed": 2, "denied": 3}


class Outcome(NamedTuple):
    """`bounds` are the stated days where both ends are known; an end that nothing bounds is None."""

    status: Status
    time: RecordTime | None
    bounds: Days


class _Word(NamedTuple):
    """A report's word: what is told as held on a day after its own news counts as a plan."""

    account: Account
    status: Status
    days: Interval | None


def outcome(told: Sequence[Account]) -> Outcome:
    """What the reports, earliest first, say together."""
    words = [_word(account) for account in told]
    status = _status(words)
    time = _time(words, status)
    return Outcome(status, time, _bounds(words, status, time))


def _word(account: Account) -> _Word:
    later = ahead(account.contact, account.out)
    return _Word(account, "planned", later) if later else _Word(account, account.contact.status, account.stated)


def _status(words: Sequence[_Word]) -> Status:
    """Held where one report says so; of plans the last word counts; denied only where nobody says otherwise."""
    said = {word.status for word in words}
    if said & DONE:
        return "held" if "held" in said else "ongoing"
    if said == {"denied"}:
        return "denied"
    last = max(word.account.out.hi for word in words if word.status != "denied")
    return min((word.status for word in words if word.account.out.hi == last), key=lambda status: _LATER[status])


def _time(words: Sequence[_Word], status: Status) -> RecordTime | None:
    """The days that the reports leave together; those of what was held count before those of what was planned."""
    dated = [word for word in words if word.days is not None]
    best = [word for word in dated if word.status in DONE]
    if status in DONE:
        # what was held was not held after the last news of it, whatever day its plan had
        last = max(word.account.out.hi for word in words if word.status in DONE)
        dated = [word for word in dated if word.days and word.days.lo <= last]
    best = best or dated
    if not best:
        return None
    narrow = min(best, key=lambda word: (_width(word), word.account.out, word.account.id))
    lo, hi = narrow.days or Interval()
    for word in dated:
        if word.days and word.days.meets(Interval(lo, hi)):
            lo, hi = max(lo, word.days.lo), min(hi, word.days.hi)
    text = narrow.account.contact.time or TimeOf(text="", value=None, earliest=None, latest=None)
    value = iso(lo) if lo == hi else text.value
    return RecordTime(text=text.text, value=value, earliest=iso(lo), latest=iso(hi))


def _width(word: _Word) -> int:
    return word.days.width if word.days else LAST


def _bounds(words: Sequence[_Word], status: Status, time: RecordTime | None) -> Days:
    """What is held lies before its news and after the news of its plan; what is planned lies after its news."""
    if time is not None and time.earliest and time.latest:
        return Days(earliest=time.earliest, latest=time.latest)
    plans = [word.account.out.lo for word in words if word.status in _HOPES]
    lo = (max(plans) if status in DONE else min(plans)) if plans else FIRST
    hi = min((word.account.out.hi for word in words if word.status in DONE), default=LAST)
    earliest, latest = iso(lo), iso(hi)
    if time is not None:
        earliest, latest = time.earliest or earliest, time.latest or latest
    return Days(earliest=None if earliest and latest and earliest > latest else earliest, latest=latest)
