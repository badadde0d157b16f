"""What a verb asks of the words behind it, and what was found there."""

from typing import NamedTuple

from isnad.lexicon.statements import Opener
from isnad.statements.source import Source

# what opens a clause or a quotation
CLAUSES: frozenset[str] = frozenset({Opener.THAT, Opener.QUOTE})


class Opening(NamedTuple):
    """The token at which the words told begin, what opens them, and who was named on the way."""

    start: int
    opener: str
    source: Source | None
    through: list[Source]
    addressee: Source | None


class Frame(NamedTuple):
    """What a verb asks of the words behind it.

    `takes` opens the words told; `null`: the verb may stand without a subject; `guess`: words that no list knows may be
    it; `actor`: a noun told must be an actor («اتهم ضابط موسكو»); `party`: a second actor is whom it was said to.
    """

    takes: frozenset[str]
    null: bool = True
    guess: bool = True
    actor: bool = False
    party: bool = False
