"""Whose voice uses a name: the outlet's, a source's (quoted, retold, distanced), or open."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from isnad.arabic.quotations import Quotation
from isnad.arabic.tokens import Tokens
from isnad.lexicon.naming import Entry
from isnad.lexicon.speech import SpeechIndex
from isnad.lexicon.statements import WordClass as W
from isnad.model import Statement

Voice = Literal["outlet", "quoted", "paraphrased", "distanced", "ambiguous"]
# a source's own judgement: a loaded name inside it is the source's
_JUDGING = frozenset({"believe", "accuse", "condemn", "claim", "describe", "refuse"})
_SO_CALLED = "state.so-called"


class Voices:
    """Whose words stand where."""

    def __init__(
        self, tokens: Tokens, speech: SpeechIndex, statements: Sequence[Statement], quotations: Sequence[Quotation]
    ) -> None:
        self.tokens, self.speech = tokens, speech
        self.statements = sorted(statements, key=lambda s: s.content.start)
        self.starts = [s.content.start for s in self.statements]
        self.quotations = quotations
        self.opened = [q.start for q in quotations]

    def of(self, first: int, start: int, end: int, entry: Entry | None) -> tuple[Voice, str | None]:
        """The voice that uses the name at [start, end), and who that is where it is not the outlet."""
        around = [s for s in self.statements[: bisect_right(self.starts, start)] if s.content.end >= end]
        inner = max(around, key=lambda s: (s.content.start, -s.content.end), default=None)
        by = (inner.speakers[0].name or inner.speakers[0].office) if inner is not None and inner.speakers else None
        if entry is not None and entry.rule != _SO_CALLED and self._distanced(first):
            return "distanced", by
        quoted = any(q.start <= start and end <= q.end and not (q.start == start and q.end == end and inner is None)
                     for q in self.quotations[: bisect_right(self.opened, start)])  # fmt: skip
        if quoted:
            return "quoted", by
        if inner is None:
            return "outlet", None
        if inner.cue is not None and inner.cue.cls in _JUDGING and (entry is None or entry.stance == "negative"):
            return "paraphrased", by
        return "ambiguous", by

    def _distanced(self, first: int) -> bool:
        """Whether «ما أسماه», «ما وصفه بـ» stands right before the name."""
        forms = self.tokens.forms
        j = first - 1
        while j > 0 and (not forms[j][0].isalpha() or forms[j] == "ب"):
            j -= 1
        for n in (1, 0, 2):
            k = j - n
            if (
                k >= 0
                and (word := self.speech.word(forms, k)) is not None
                and W.DISTANCING in word.classes
                and k + word.length >= j
            ):
                return W.SO_CALLED not in word.classes
        return False
