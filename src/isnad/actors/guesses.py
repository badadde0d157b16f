"""The recogniser's guesses in the sentence under the reader's eyes, and what single words look like to it."""

from collections.abc import Callable
from typing import NamedTuple

from isnad.arabic.clitics import BEFORE_GUESS, ONE_LETTER, definite
from isnad.arabic.tokens import Tokens
from isnad.lexicon.name_words import NameWords

_FULL = 3
_UNDOTTED = "ى"
_ARABIC = "\u0600"
_JOIN = "و"


class Hearing(NamedTuple):
    """What the recogniser is asked: the names of a token range; whether a word is a name, or frequent and none.

    `may_begin`, `may_name`: whether a word may be the first, or any, of a name at all.
    """

    names: Callable[[int, int], list[tuple[int, int]]]
    knows: Callable[[str], bool]
    ordinary: Callable[[str], bool]
    may_begin: Callable[[str], bool]
    may_name: Callable[[str], bool]


class Guesses:
    """The guessed names of one sentence after the other; each is asked for once, and only when a guess is needed."""

    def __init__(self, tokens: Tokens, words: NameWords, hearing: Hearing) -> None:
        self._forms, self._text, self._words, self._hearing = tokens.forms, tokens.words, words, hearing
        self._spans: dict[int, int] | None = None
        self._dotted: bool | None = None
        self._lo = self._hi = 0

    def enter(self, first: int, last: int) -> None:
        """Turn to the sentence of tokens [first, last)."""
        self._lo, self._hi, self._spans = first, last, None

    def spans(self) -> dict[int, int]:
        """Ends of the guessed names in this sentence by their first token."""
        if self._spans is None:
            self._spans = {k: end for k, end in self._hearing.names(self._lo, self._hi) if not self._upon(k)}
        return self._spans

    def end(self, k: int) -> int | None:
        """The end of the guessed name that begins at token k; None where none does.

        Most sentences are never asked for: a mark, and a word that hardly ever begins a name, begins none.
        """
        if self._spans is None:
            if not self._lo <= k < self._hi or not self._hearing.may_begin(self._forms[k]):
                return None
            return self.spans().get(k)
        return self._spans.get(k)

    def may_name(self, k: int) -> bool:
        """Whether token k of this sentence may be part of a name at all."""
        if not self._lo <= k < self._hi:
            return False
        return self._hearing.may_name(self._forms[k])

    def _upon(self, k: int) -> bool:
        """«على حسن الضيافة»: written so beside «في», it is the preposition and not the name «علي»."""
        if self._forms[k] not in self._words.ali or not self._text(k, k + 1).endswith(_UNDOTTED):
            return False
        if self._dotted is None:
            inside = self._words.inside
            self._dotted = any(f in inside and self._text(i, i + 1) == f for i, f in enumerate(self._forms))
        return self._dotted

    def dotted_ali(self, k: int) -> bool:
        """Whether the word at token k is written as the name «علي», not as the preposition «على»."""
        return self._forms[k] in self._words.ali and not self._text(k, k + 1).endswith(_UNDOTTED)

    def glued(self, k: int) -> str:
        """The particle before a guessed name: «ورافائيل», «لبيدرسون»; '' where the word itself may be the name."""
        form = self._forms[k]
        if form[:1] not in BEFORE_GUESS or len(form) <= _FULL:
            return ""
        given, knows = self._words.given, self._hearing.knows
        if form[0] == _JOIN and form[1:] in given and form not in given:
            return form[0]
        return form[0] if not knows(form) and knows(form[1:]) else ""

    def reads_as_name(self, k: int) -> bool:
        """Whether the word at token k of this sentence, alone, reads as a name."""
        return self._hearing.knows(self._forms[k] if k < self._hi else "")

    def ordinary(self, k: int) -> bool:
        """Whether the word at token k of this sentence is a frequent one that does not read as a name."""
        return k < self._hi and self._hearing.ordinary(self._forms[k])

    def unheard(self, form: str) -> bool:
        """Whether everyday news does not know a word: after a title it is a name."""
        if len(form) < _FULL or not form[0].isalpha() or form[0] < _ARABIC or definite(form):
            return False
        ordinary = self._hearing.ordinary
        return not ordinary(form) and not (form[0] in ONE_LETTER and ordinary(form[1:]))
