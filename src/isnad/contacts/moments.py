"""The time of a telling: of its own clause, measured from another day, or of the words that tell it."""

from isnad.arabic.tokens import Tokens
from isnad.contacts.cues import was
from isnad.contacts.days import ahead, behind
from isnad.contacts.draft import Draft
from isnad.contacts.links import recurring
from isnad.contacts.occasions import told_behind
from isnad.contacts.offsets import measured, offset_before
from isnad.contacts.saying import announces, before_it, called_off, only_meant, spoken_at
from isnad.contacts.schedule import set_for
from isnad.contacts.status import Judgement
from isnad.contacts.times import Times, time_of
from isnad.lexicon.words import WordClass as W
from isnad.model import Status, TimeExpression


def own_time(draft: Draft, tokens: Tokens, times: Times, judged: Judgement) -> TimeExpression | None:
    """The time that the draft's clause tells, or that of what it goes on with."""
    status = judged.status
    behind_only = before_it(draft) or only_meant(draft, status) or called_off(draft, status)
    return _told(draft, tokens, times, status if judged.firm else None, behind_only)


def settled(draft: Draft, times: Times, status: Status, time: TimeExpression | None) -> TimeExpression | None:
    """The time that a telling of this status may have: its own, or that of the words that tell it."""
    if time is not None and (recurring(draft) or _impossible(draft, status, time, times.today)):
        time = None
    return time if time is not None else _of_words(draft, times, status)


def goes_on_today(draft: Draft, time: TimeExpression | None, today: TimeExpression | None) -> bool:
    """Whether something happened today during this visit: «قال الوزير اليوم أثناء زيارته إلى روما»."""
    if draft.kind != "visit" or time is None or today is None or time.earliest is None:
        return False
    during = any(c.word(W.EVENT_DURING) for c in draft.row[max(0, draft.trigger - 1) : draft.trigger])
    return during and time.earliest == time.latest == today.earliest == today.latest


def _told(
    draft: Draft, tokens: Tokens, times: Times, status: Status | None, behind_only: bool
) -> TimeExpression | None:
    """The time of the draft's own clause, its distance from another day, or the time of what it goes on with."""
    row, verb = draft.row, min(draft.light if draft.light is not None else draft.trigger, draft.trigger)
    offset = offset_before(row, draft.trigger, times) or offset_before(row, verb, times)
    time = time_of(draft, times, status, behind_only or offset is not None)
    if time is None and offset is not None:
        span = tokens.starts[offset.first], tokens.ends[offset.last - 1]
        time = measured(offset, row, times, tokens.text, span)
    begun = draft.host is not None and draft.host.arrival and draft.host.tense == "past"
    # «بدأ اليوم زيارة سيلتقي خلالها نظيره»: on which of its days is open
    if time is None and draft.host is not None and not (begun and draft.tense == "future"):
        time = _told(draft.host, tokens, times, status, False)
    return time if time is not None else told_behind(draft, times, status)


def _impossible(draft: Draft, status: Status, time: TimeExpression, today: TimeExpression | None) -> bool:
    """A plan has no past day, nor has what was held a day to come: such a day is of something else.

    «كان قد ألغى القمة قبل أسبوعين» tells when it was called off.
    """
    if status == "cancelled":
        recalled = called_off(draft, status) and was(draft.row, draft.trigger)
        return recalled and not set_for(draft.row, draft.trigger) and behind(time, today)
    if status in ("planned", "proposed"):
        # «كان من المقرر أن يزور عمان أمس»
        return behind(time, today) and not was(draft.row, draft.trigger)
    # «يختتم غدا زيارته», «يغادر اليوم»: the day on which it ends
    return draft.leaving or (status == "held" and ahead(time, today))


def _of_words(draft: Draft, times: Times, status: Status) -> TimeExpression | None:
    """The day of the words that tell it, where it is their circumstance or their announcement."""
    if times.said is None:
        return None
    spoken = times.when(times.said, None)
    if spoken_at(draft) or (status == "held" and announces(draft, times.hits, times.said)):
        return spoken if spoken is not None and spoken.earliest else None
    if draft.host is None or not spoken_at(draft.host) or spoken is None:
        return None
    # «قال أثناء زيارة إلى لشبونة حيث يلتقي نظيره»: on the day of the visit, unless it is still to come
    return None if status != "held" and behind(spoken, times.today) else spoken
