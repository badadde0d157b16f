"""What the room is given of an article, and of one of its sentences."""

from collections.abc import Sequence
from typing import NamedTuple

from isnad.arabic.tokens import Tokens
from isnad.events.participants import Participant
from isnad.lexicon.events import EventIndex
from isnad.model import Article, Contact, Published, Statement, TimeExpression
from isnad.model.phrase import Actor, Phrase, Scan

Sentence = tuple[range, bool, list[tuple[Phrase, Actor | None]]]


class Told(NamedTuple):
    """An article as the rooms before read it; `home`: the state of which it tells most; `times` by their tokens."""

    article: Article
    tokens: Tokens
    scan: Scan
    sentences: Sequence[Sentence]
    times: Sequence[tuple[int, int, TimeExpression]]
    published: Published | None
    statements: Sequence[Statement]
    contacts: Sequence[Contact]
    home: str


class Scene(NamedTuple):
    """One sentence: its tokens [lo, hi), those who are mentioned in it, in order, and the tokens that tell times."""

    told: Told
    lexicon: EventIndex
    lo: int
    hi: int
    title: bool
    participants: Sequence[Participant]
    timed: frozenset[int]

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
        return any(forms[i] in words or " ".join(forms[i : i + 2]) in words for i in span)
