"""An encounter that is said to be set for a day: «القمة المقررة في 12 يونيو», «اللقاء الذي كان مقررا الخميس»."""

from collections.abc import Sequence
from datetime import date

from isnad.clauses.units import COMMAS, Unit
from isnad.lexicon.words import WordClass as W
from isnad.model import TimeExpression

_HALF_YEAR = 183
# so many units behind a noun its last party may stand
_NOUN_REACH = 8


def set_for(row: Sequence[Unit], k: int) -> bool:
    """Whether the noun at chunk k is said to be set for a time: «القمة المقررة في …», «اللقاء الذي كان مقررا …»."""
    for chunk in row[k + 1 : k + 5]:
        if chunk.phrase is None and chunk.word(W.SCHEDULED):
            return True
        if chunk.phrase is not None or not (chunk.word(W.RELATIVE_PRONOUN) or chunk.tag("status") or chunk.word(W.WAS)):
            return False
    return False


def was_set(row: Sequence[Unit], k: int) -> bool:
    """Whether the day was set in the past: «اللقاء الذي كان مقررا في …»."""
    return set_for(row, k) and any(c.phrase is None and c.word(W.WAS) for c in row[k + 1 : k + 4])


def scheduled(chunks: Sequence[Unit]) -> bool:
    """Whether these words, behind a noun, say that it was scheduled: «التي كان من المقرر أن تبدأ الخميس»."""
    return any(chunk.phrase is None and chunk.word(W.SCHEDULED) for chunk in chunks)


def lasting(row: Sequence[Unit], end: int, j: int) -> bool:
    """Whether the relative pronoun at chunk j opens the course of the noun at or before `end`: «قمتهما التي استمرت»."""
    of_noun = any(c.nouns for c in row[max(0, end - _NOUN_REACH) : end + 1])
    if not of_noun or any(c.phrase is None and c.nouns for c in row[end + 1 : j]):
        return False
    if not row[j].word(W.RELATIVE_PRONOUN) or j + 1 >= len(row) or not row[j + 1].word(W.LASTS):
        return False
    before = next((c for c in reversed(row[:j]) if c.form not in COMMAS), None)
    return before is not None and (before.phrase is None or before.is_place)


def in_order(unit: Unit) -> bool:
    """Whether behind this word another encounter is told than before it: «تعقد القمة غدا، وسبقتها محادثات …»."""
    return unit.phrase is None and (unit.word(W.ORDER) or unit.word(W.ORDER_COMING))


def occasion(row: Sequence[Unit], k: int) -> bool:
    """Whether the noun at chunk k is the occasion of what is told: «سيناقشان الأمر خلال اجتماع مقرر الثلاثاء»."""
    return row[k - 1].word(W.EVENT_DURING) or row[k - 1].word(W.WITHIN)


def far_ahead(time: TimeExpression | None, today: TimeExpression | None) -> bool:
    """Whether a time lies so far ahead that the same day of the year before is nearer."""
    if time is None or time.earliest is None or today is None or today.latest is None:
        return False
    return (date.fromisoformat(time.earliest) - date.fromisoformat(today.latest)).days > _HALF_YEAR
