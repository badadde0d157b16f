"""What became of something announced."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from isnad.model import RecordContact

Fate = Literal["ahead", "held", "moved", "cancelled", "denied", "silent"]
# how many days after the news of a plan without a day silence begins to tell
_PATIENCE = 31
# days that lie farther apart tell next to nothing
_YEAR = 400
FATES: tuple[Fate, ...] = ("ahead", "held", "moved", "cancelled", "denied", "silent")


def fate(contact: RecordContact, after: Sequence[RecordContact], last: str) -> Fate:
    """What the record knows of an announced contact; `last` is the last day on which the record knows of any.

    held: a report says so, or talks of the visit were held. moved: another took its place. ahead: its days are not
    over. silent: they are, and no report tells that it took place.
    """
    if contact.status in ("held", "ongoing"):
        return "held"
    if any(c.follows_as == "on_visit" and c.status in ("held", "ongoing") for c in after):
        return "held"
    if any(c.follows_as == "rescheduled" for c in after):
        return "moved"
    if contact.status == "denied":
        return "denied"
    if contact.status == "cancelled":
        return "cancelled"
    days = contact.bounds
    if days.latest and not (days.earliest and _after(days.earliest, _YEAR) < days.latest):
        return "silent" if days.latest < last else "ahead"
    return "silent" if days.earliest and _after(days.earliest, _PATIENCE) < last else "ahead"


def _after(day: str, days: int) -> str:
    return date.fromordinal(min(date.fromisoformat(day).toordinal() + days, date.max.toordinal())).isoformat()
