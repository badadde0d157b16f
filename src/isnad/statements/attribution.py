"""One cue and what it governs: the source beside it, what came between, and where the words told begin."""

from typing import Literal

import msgspec

from isnad.lexicon.speech import CueForm, CueTense
from isnad.lexicon.statements import Opener, Verb
from isnad.statements.source import Source

Polarity = Literal["said", "denied", "declined"]


class Attribution(msgspec.Struct):
    """A cue, tokens [first, last), and the words told, tokens [start, end), with who is named around it.

    `opener` is what opens the words: that, quote, colon, noun, a preposition, or `according` for a clause that only
    names its source; `through` are outlets, posts and texts between verb and words; `antecedent` is where a relative
    pronoun before the verb stands; `resumed`: what stands there is no subject of the verb («الاتفاق الذي وصفه بأنه»);
    `contested`: the source may as well be whom the verb accuses or asks.
    """

    first: int
    last: int
    verb: Verb | None
    form: CueForm | None
    cls: str
    rule: str
    start: int
    opener: str
    source: Source | None = None
    through: list[Source] = []
    addressee: Source | None = None
    polarity: Polarity = "said"
    end: int = -1
    before: bool = False
    passive: bool = False
    antecedent: int = -1
    resumed: bool = False
    contested: bool = False

    @property
    def according(self) -> bool:
        """Whether the cue only names the source of a clause."""
        return self.opener == Opener.ACCORDING

    @property
    def relative(self) -> bool:
        """Whether the verb opens a relative clause."""
        return self.antecedent >= 0

    def holds(self, token: int) -> bool:
        """Whether a token stands among the words told."""
        return self.start <= token < self.end

    def tensed(self, *tenses: CueTense) -> bool:
        """Whether the cue is a verb form of one of these tenses."""
        return self.form is not None and self.form.tense in tenses
