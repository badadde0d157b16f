"""The days of a telling beside the article's own: what lies behind and ahead, and what that says of its status."""

from datetime import date

from isnad.contacts.cues import was
from isnad.contacts.draft import Draft
from isnad.contacts.status import within_stay
from isnad.model import Status, TimeExpression

_WEEK = 7
_LONGEST, _THESE_DAYS = 7, 2


def behind(time: TimeExpression, today: TimeExpression | None) -> bool:
    """Whether a time surely lies before the article's day."""
    if today is None or time.latest is None or today.earliest is None or wide(today):
        return False
    return time.latest < today.earliest


def ahead(time: TimeExpression, today: TimeExpression | None) -> bool:
    """Whether a time surely lies after the article's day."""
    if today is None or time.earliest is None or today.latest is None or wide(today):
        return False
    return time.earliest > today.latest


def long_ago(time: TimeExpression | None, today: TimeExpression | None) -> bool:
    """Whether a time lies more than a week before the article's day."""
    if time is None or time.latest is None or today is None or today.earliest is None:
        return False
    return _days(time.latest, today.earliest) > _WEEK


def timed(
    draft: Draft, status: Status, firm: bool, time: TimeExpression | None, today: TimeExpression | None
) -> tuple[Status, bool]:
    """The status by the time: what lies ahead is planned, what lies behind held; an arrival of these days goes on."""
    if time is None and status == "planned" and not firm and _carried(draft):
        # «يجري فلان محادثات …»
        return "ongoing", False
    if status == "held" and draft.arrival and _just_now(time, today):
        # «كان قد وصل إلى الأردن» lies before what is told now
        return ("held" if draft.tense == "past" and was(draft.row, draft.trigger) else "ongoing"), firm
    known = _known(time, today)
    if known is None:
        return status, firm
    (first, last), (opens, closes) = known
    brief = _days(first, last) <= _LONGEST and first <= closes <= last
    if draft.kind == "visit" and status == "held" and not firm and brief:
        # a visit «this year» need not be going on
        return "ongoing", False
    if status == "held" and draft.light is None and not draft.tense and first > closes:
        # «رفض إلغاء لقائه في 12 يونيو»: no verb says that it was held, and its day is to come
        return "planned", True
    if status == "ongoing" and first > closes and (not firm or (draft.arrival and draft.tense == "present")):
        # «يؤدي غدا زيارة», «يبدأ غدا زيارة تستمر يومين»
        return "planned", True
    if status == "planned" and was(draft.row, min(draft.light or draft.trigger, draft.trigger)):
        # «كان من المقرر أن يزور عمان أمس»: whether he did nobody says
        return status, firm
    if status in ("held", "planned") and not firm and (first > closes or last < opens):
        return "planned" if first > closes else "held", True
    return status, firm


def _known(time: TimeExpression | None, today: TimeExpression | None) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """The days of a time and of the article; None where either is open."""
    if time is None or time.earliest is None or time.latest is None or today is None or wide(today):
        return None
    if today.earliest is None or today.latest is None:
        return None
    return (time.earliest, time.latest), (today.earliest, today.latest)


def _just_now(time: TimeExpression | None, today: TimeExpression | None) -> bool:
    """Whether an arrival is of these days: no other day is told, or the article's own is open."""
    known = _known(time, today)
    return known is None or _days(known[0][0], known[1][1]) <= _THESE_DAYS


def _carried(draft: Draft) -> bool:
    """«يجري فلان محادثات»; not «زيارة يجري خلالها محادثات», nor «يبدأ زيارة»."""
    return draft.light is not None and draft.tense == "present" and not draft.arrival and not within_stay(draft)


def wide(today: TimeExpression) -> bool:
    """Whether the article's own day is too open to tell what lies before it and what after."""
    return today.earliest is None or today.latest is None or _days(today.earliest, today.latest) > _WEEK


def _days(a: str, b: str) -> int:
    return (date.fromisoformat(b) - date.fromisoformat(a)).days
