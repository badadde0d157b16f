"""Where and when words were spoken, where their clause says it."""

from typing import Literal

from isnad.lexicon.statements import WordClass as W
from isnad.model import TimeExpression, TimeOf
from isnad.model.reading import Link
from isnad.statements.attribution import Attribution
from isnad.statements.view import View

Occasion = Literal["talks", "press-conference", "interview", "statement", "post", "speech"]
_WORDS: tuple[tuple[W, Occasion], ...] = (
    (W.PRESS_CONFERENCES, "press-conference"),
    (W.INTERVIEWS, "interview"),
    (W.SPEECHES, "speech"),
    (W.TALKS, "talks"),
)
_CLASSES = tuple(name for name, _ in _WORDS)
_BEFORE = 12


def occasion_of(view: View, clause: int, told: Attribution, chain: list[Link]) -> Occasion | None:
    """The occasion that the clause from token `clause` to the words told names, or else the chain."""
    roles = {link.role for link in chain}
    if "social" in roles:
        return "post"
    for j in range(_from(clause, told), _to(told)):
        word = view.isa(j, *_CLASSES)
        # «خلال اللقاء», not «أعلن اللقاء»
        if word is not None and (W.TALKS not in word.classes or view.isa(j - 1, W.WITHIN)):
            return next(occasion for name, occasion in _WORDS if name in word.classes)
    return "statement" if "statement" in roles else None


def time_of(view: View, clause: int, told: Attribution, days: dict[int, TimeExpression]) -> TimeOf | None:
    """The day of the saying, where the clause of its verb fixes one: «قال الوزير، مساء السبت، إن»."""
    for j in range(_from(clause, told), _to(told)):
        time = days.get(j)
        if time is not None and time.earliest is not None and j not in view.inner:
            return TimeOf(text=time.text, value=time.value, earliest=time.earliest, latest=time.latest)
    return None


def _from(clause: int, told: Attribution) -> int:
    first = min(told.first, told.source.first) if told.before and told.source is not None else told.first
    return max(clause, min(first, told.start) - _BEFORE)


def _to(told: Attribution) -> int:
    return max(told.start, told.last)
