"""Intervals of days as ordinals, inclusive; an open end is the first or the last day that there is."""

import re
from datetime import date
from typing import NamedTuple

from isnad.merge.weights import AHEAD, BACK, MONTH, PROPOSED, WEEK
from isnad.model import Contact, Published

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_PATTERN = re.compile(r"XXXX-(\d\d)-(\d\d)")


class Interval(NamedTuple):
    """Inclusive ordinals."""

    lo: int = FIRST
    hi: int = LAST

    @property
    def width(self) -> int:
        """Days between the ends: 0 for a single day."""
        return self.hi - self.lo

    def meets(self, other: "Interval", slack: int = 0) -> bool:
        """Whether a day lies in both, or no more than `slack` days lie between them."""
        return self.lo <= other.hi + slack and other.lo <= self.hi + slack


def interval(earliest: str | None, latest: str | None) -> Interval:
    """The interval of two ISO days, each of which may be unknown."""
    lo = date.fromisoformat(earliest[:10]).toordinal() if earliest else FIRST
    return Interval(lo, date.fromisoformat(latest[:10]).toordinal() if latest else LAST)


def iso(day: int) -> str | None:
    """The ISO day of an ordinal; None for an open end."""
    return None if day in (FIRST, LAST) else date.fromordinal(day).isoformat()


def publication(published: Published | None) -> Interval:
    """When the article came out, as far as is known."""
    return interval(published.earliest, published.latest) if published else Interval()


def stated(contact: Contact, out: Interval) -> Interval | None:
    """The days that the report itself gives; None where it gives none, and where what is held lies after its news."""
    time = contact.time
    if time is None or (time.earliest is None and time.latest is None):
        return None
    given = interval(time.earliest, time.latest)
    if given.lo > given.hi:
        return None
    if contact.status == "ongoing" and given.width > MONTH:
        # what goes on is of the day of its news: «his third visit this year»
        return None
    return None if _unheld(contact, given, out) else given


def ahead(contact: Contact, out: Interval) -> Interval | None:
    """The days of what a report tells as held and puts after its own news; None where it does no such thing."""
    time = contact.time
    given = interval(time.earliest, time.latest) if time else Interval()
    return given if _unheld(contact, given, out) else None


def _unheld(contact: Contact, given: Interval, out: Interval) -> bool:
    return contact.status in ("held", "ongoing") and out.hi < given.lo <= given.hi


def yearless(contact: Contact) -> tuple[int, int] | None:
    """Month and day of a report that names them without a year («30 نوفمبر» in an article without a date)."""
    match = _PATTERN.fullmatch(contact.time.value or "") if contact.time else None
    return (int(match[1]), int(match[2])) if match else None


def weekday(contact: Contact, out: Interval) -> int | None:
    """The day of the week on which it was, Monday 1: that of its day, or the one that the report names alone."""
    given = stated(contact, out)
    if given is not None and given.width == 0:
        return date.fromordinal(given.lo).isoweekday()
    match = _WEEKDAY.match(contact.time.value or "") if contact.time else None
    return int(match[1]) if match else None


def window(contact: Contact, out: Interval) -> Interval:
    """The days on which the contact can lie: what the report gives, else what its status says of the day of the news.

    `out` is the publication. What is held lies before it, what is planned after it; history may lie anywhere before.
    """
    given = stated(contact, out)
    if given is not None:
        # «سيلتقيان هذا العام» is of what is left of it
        coming = contact.status in ("planned", "proposed") and given.width > WEEK
        return Interval(out.lo, given.hi) if coming and given.lo < out.lo <= given.hi else given
    if contact.background or contact.earlier:
        return Interval(FIRST, out.hi)
    if contact.status in ("held", "ongoing"):
        return Interval(_less(out.lo, BACK), out.hi)
    ahead = PROPOSED if contact.status == "proposed" else AHEAD
    before = 0 if contact.status in ("planned", "proposed") else BACK
    return Interval(_less(out.lo, before), _more(out.hi, ahead))


def _less(day: int, days: int) -> int:
    return day if day == FIRST else day - days


def _more(day: int, days: int) -> int:
    return day if day == LAST else day + days
