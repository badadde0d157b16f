"""How a telling hangs together with the narrative around it, by its own words."""

from collections.abc import Sequence
from itertools import pairwise

from isnad.arabic.tokens import Tokens
from isnad.clauses.units import COMMAS, Unit, marker_of
from isnad.contacts.cues import was
from isnad.contacts.draft import Draft
from isnad.lexicon.frames import Grammar
from isnad.lexicon.words import W
from isnad.model import TimeExpression

_AFTER, _NEVER = 6, 7
# «أعقب اللقاء الموسع اجتماع»
_FOLLOWED = 3


def goes_on(draft: Draft) -> bool:
    """Whether the words go on with a narrative: «كما التقى …», «ثم استقبل …», «والتقى أيضا …», «والتقى» at the head."""
    row, verb = draft.row, _verb(draft)
    if draft.tense != "past":
        return False
    before = verb - 1
    while before >= 0 and row[before].form in COMMAS:
        before -= 1
    if before >= 0 and row[before].phrase is None and row[before].word(W.CONTINUES):
        return True
    if verb + 1 < len(row) and row[verb + 1].phrase is None and row[verb + 1].word(W.THEN):
        return True
    return verb == 0 and marker_of(row[0].clitic)[0]


def same_day(draft: Draft, tokens: Tokens, time: TimeExpression | None) -> bool:
    """Whether the time is another hour of the day that is spoken of: «في وقت سابق السبت»."""
    if time is None or time.earliest is None or time.earliest != time.latest:
        return False
    return any(c.word(W.MEANWHILE) for c in draft.row if time.start <= tokens.starts[c.first] < time.end)


def earlier(draft: Draft) -> bool:
    """Whether the noun is of an encounter before another: «لقاؤهما السابق», «آخر لقاء بينهما»."""
    row, k = draft.row, draft.trigger
    if k and row[k - 1].word(W.LAST):
        return True
    after = next((c for c in row[k + 1 : k + 3] if c.phrase is None), None)
    return after is not None and after.word(W.PREVIOUS)


def again(draft: Draft) -> bool:
    """Whether it is counted as another of its kind: «قمة ثانية», «تحدثا مجددا», «ثاني اتصال بينهما»."""
    row, k = draft.row, draft.trigger
    if k and row[k - 1].phrase is None and row[k - 1].word(W.NTH):
        return True
    if k + 1 < len(row) and row[k + 1].phrase is None and row[k + 1].word(W.ANOTHER):
        return True
    behind = row[_verb(draft) + 1 : max(k, draft.last) + 3]
    return any(c.phrase is None and c.word(W.AGAIN) for c in behind)


def follows(draft: Draft) -> bool:
    """Whether a noun is the subject of a verb that puts it after what is told: «أعقب اللقاء اجتماع مغلق»."""
    row, k = draft.row, draft.trigger
    noun = draft.light is None and not draft.tense
    return noun and any(c.phrase is None and c.word(W.FOLLOWS) for c in row[max(0, k - _FOLLOWED) : k])


def recurring(draft: Draft) -> bool:
    """Whether it tells of encounters again and again: «لقاءات متكررة», «التقى نظيره مرتين», «زار الصين 19 مرة»."""
    after = draft.row[draft.trigger + 1 : max(draft.trigger, draft.last) + 3]
    if any(c.phrase is None and c.word(W.RECURRING) for c in after):
        return True
    return any(c.word(W.TIMES) and n.form.isdigit() for n, c in pairwise(after) if c.phrase is None)


def never(row: Sequence[Unit], k: int) -> bool:
    """«لم يسبق له أن التقى نظيره»: what the trigger at k tells never was, and nobody denies that it was."""
    for j in range(k - 1, max(0, k - _NEVER), -1):
        if row[j].form in COMMAS:
            return False
        if row[j].phrase is None and row[j].word(W.NEVER):
            return row[j - 1].word(W.NOT)
    return False


def recalled(draft: Draft, grammar: Grammar) -> bool:
    """Whether the contact lies before what is told now: «آخر لقاء», «زيارته السابقة», «كان قد زار»."""
    row, k = draft.row, draft.trigger
    if k and row[k - 1].word(W.LAST):
        return True
    for chunk in row[k + 1 : k + _AFTER]:
        if chunk.form in COMMAS or chunk.word(W.JOIN) or chunk.word(W.RELATIVE):
            break
        if any(grammar.status[place].status == "held" for place in chunk.tag("status") or ()):
            return True
    return draft.tense == "past" and not draft.arrival and was(row, _verb(draft))


def _verb(draft: Draft) -> int:
    return min(draft.light if draft.light is not None else draft.trigger, draft.trigger)
