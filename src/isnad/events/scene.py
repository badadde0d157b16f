"""What the room is given of an article, and of one of its sentences."""

from collections.abc import Sequence
from typing import NamedTuple

from isnad.arabic.clitics import ONE_LETTER
from isnad.arabic.tokens import Tokens
from isnad.events.participants import Ours, Participant
from isnad.lexicon.events import EventIndex
from isnad.model import Article, Contact, Published, Statement, TimeExpression
from isnad.model.phrase import Actor, Phrase, Scan

_SHORT = 4
Sentence = tuple[range, bool, list[tuple[Phrase, Actor | None]]]


class Told(NamedTuple):
    """An article as the rooms before read it; `times` by their tokens; `ours`: whose those are whom nobody names."""

    article: Article
    tokens: Tokens
    scan: Scan
    sentences: Sequence[Sentence]
    times: Sequence[tuple[int, int, TimeExpression]]
    published: Published | None
    statements: Sequence[Statement]
    contacts: Sequence[Contact]
    ours: Ours


class Scene(NamedTuple):
    """One sentence: its tokens [lo, hi), those who are mentioned in it, in order, and the tokens that tell times.

    `violent`: it, or the one before it, speaks of violence: who dies there was killed.
    """

    told: Told
    lexicon: EventIndex
    lo: int
    hi: int
    title: bool
    participants: Sequence[Participant]
    timed: frozenset[int]
    violent: bool

    @property
    def forms(self) -> Sequence[str]:
        """The folded words of the article."""
        return self.told.tokens.forms

    def has(self, i: int, *lists: str) -> bool:
        """Whether the word at token i of this sentence stands in one of these lists, «و» before it or not."""
        if not self.lo <= i < self.hi:
            return False
        form = self.forms[i]
        return any(
            form in self.lexicon.words[name] or (form[1:] in self.lexicon.words[name] and form[0] == "و")
            for name in lists
        )

    def any(self, first: int, last: int, words: frozenset[str]) -> bool:
        """Whether one of some folded phrases of one or two words begins at a token of [first, last)."""
        forms = self.forms
        span = range(max(first, self.lo), min(last, self.hi))
        return any(forms[i] in words or " ".join(forms[i : i + 2]) in words or _bare(forms[i]) in words for i in span)


def _bare(form: str) -> str:
    """A word without the particle of one letter that may be glued to it: «بانفجار»."""
    return form[1:] if form[0] in ONE_LETTER and len(form) > _SHORT else form
