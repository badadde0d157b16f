"""Days told behind an encounter by what it went with: the gathering around it, its letter's way, its being set."""

from collections.abc import Callable, Sequence

from isnad.arabic.clitics import definite
from isnad.clauses.units import COMMAS, Unit
from isnad.contacts.draft import Draft
from isnad.contacts.times import Times
from isnad.lexicon.when import Tense
from isnad.lexicon.words import WordClass as W
from isnad.model import Status, TimeExpression

# so many units behind an encounter the words that open such a clause stand, so many tokens behind these its day
_OPENER_REACH, _DAY_REACH = 16, 22
_COMING = frozenset({"planned", "proposed", "cancelled"})


def told_behind(draft: Draft, times: Times, status: Status | None) -> TimeExpression | None:
    """The day that the clause of an encounter's occasion, of its letter's way or of its being set tells; else None."""
    tense: Tense | None = "future" if status in _COMING else "past" if status == "held" else None
    for opener in OPENERS:
        at = opener(draft)
        if at is not None:
            return _next_day(draft.row, at, times, tense)
    return None


def _occasion(draft: Draft) -> int | None:
    """«التقى نظيره على هامش قمة … التي عقدت يومي 26 و27 مايو»."""
    row = draft.row
    for j in range(draft.trigger + 1, min(len(row) - 1, draft.trigger + _OPENER_REACH)):
        unit = row[j]
        if unit.phrase is not None:
            continue
        if unit.word(W.EVENT_DURING):
            return j if draft.kind != "visit" and not row[j + 1].word(W.PERIOD) else None
        gathering = unit.word(W.RELATIVE_PRONOUN) and row[j + 1].word(W.GATHERS)
        if not (gathering or unit.word(W.GATHERS)) and (_barrier(unit) or unit.word(W.RELATIVE)):
            return None
    return None


def _handed_over(draft: Draft) -> int | None:
    """«رسالة من الملك، تسلمها الوزير خلال استقباله السفير اليوم»."""
    if draft.kind != "message":
        return None
    behind = range(draft.trigger + 1, min(len(draft.row), draft.trigger + 2 * _OPENER_REACH))
    return next((j for j in behind if draft.row[j].phrase is None and draft.row[j].word(W.HANDED)), None)


def _set(draft: Draft) -> int | None:
    """«القمة التي تضم روسيا وتركيا، المقررة في 7 سبتمبر»."""
    row = draft.row
    if draft.tense or not any(row[draft.trigger].nouns):
        return None
    for j in range(draft.trigger + 1, min(len(row), draft.trigger + _OPENER_REACH)):
        if row[j].phrase is None and row[j].nouns:
            return None
        if row[j].word(W.SCHEDULED) and definite(row[j].form) and row[j - 1].form in COMMAS:
            return j
    return None


OPENERS: tuple[Callable[[Draft], int | None], ...] = (_handed_over, _set, _occasion)


def _next_day(row: Sequence[Unit], at: int, times: Times, tense: Tense | None) -> TimeExpression | None:
    """The first day told behind unit `at` before another clause begins."""
    start = row[at].last
    near = row[at + 1 : at + 1 + _DAY_REACH]
    stop = next((u.first for u in near if u.phrase is None and _barrier(u)), row[-1].last)
    for i, (first, last) in enumerate(times.hits):
        if start <= first and last <= stop and first - start <= _DAY_REACH:
            found = times.when(i, tense)
            if found is not None and found.earliest is not None:
                return found
    return None


def _barrier(unit: Unit) -> bool:
    return unit.word(W.JOIN) or unit.word(W.SPEECH) or unit.word(W.APART) or bool(unit.verbs)
