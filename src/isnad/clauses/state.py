"""What the walk over a sentence has in hand at the present unit."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from isnad.arabic.markers import Marker
from isnad.arabic.tokens import Tokens
from isnad.clauses.clause import Relation
from isnad.clauses.heads import Context, Group, Head
from isnad.clauses.units import Unit
from isnad.lexicon.constructions import Frame
from isnad.lexicon.frames import Light
from isnad.lexicon.speech import CueForm
from isnad.lexicon.words import W


class Grammar(NamedTuple):
    """What the walk asks of the lexicon.

    `frames` and `lights`: what hits point to; `saying`: verbs of saying by folded form; `weak`: whether such a verb
    needs the front of a clause; `relays`: whether it gives another's words; `impersonal`: whether it has no subject;
    `said`: the frames that such a verb may have; `urges`: whether what follows is done by the one it is said to.
    """

    frames: Sequence[Frame]
    lights: Sequence[Light]
    saying: Mapping[str, tuple[CueForm, ...]]
    weak: Callable[[CueForm], bool]
    relays: Callable[[CueForm], bool]
    impersonal: Callable[[CueForm], bool]
    said: Sequence[Frame]
    urges: Callable[[CueForm], bool]


class State:
    """The state of one walk; its functions change it unit by unit.

    `heads`: the predicates so far; `contexts`: the open ones, the sentence first; `group`: the mentions that «و» may
    join; `described`: the noun that a clause described last.

    Of the present unit: `pending`: the marker that a preposition before it brings; `gap`: plain words since the last
    predicate or mention; `linker`: the word that hangs the next noun; `joined`, `comma`: what stands before it;
    `skipping`: it is no argument; `resumes`: but one behind «مع» may be; `tied`: what lies between two is spoken of.

    `quotation`: the context of the open quotation, which ends at unit `quotation_end`; `marked`: the unit at which
    the marks around the present unit close.
    """

    __slots__ = (
        "comma", "contexts", "described", "gap", "grammar", "group", "heads", "joined", "linker", "marked", "pending",
        "quotation", "quotation_end", "resumes", "row", "skipping", "tied", "timed", "tokens",
    )  # fmt: skip

    def __init__(self, row: Sequence[Unit], tokens: Tokens, grammar: Grammar, timed: frozenset[int]) -> None:
        self.row, self.tokens, self.grammar, self.timed = row, tokens, grammar, timed
        self.heads: list[Head] = []
        self.contexts = [Context(Relation.MAIN)]
        self.group: Group | None = None
        self.described: Head | None = None
        self.pending: str = Marker.BARE
        self.gap = 0
        self.linker = ""
        self.joined = self.comma = self.skipping = self.resumes = self.tied = False
        self.quotation: Context | None = None
        self.quotation_end = self.marked = -1

    @property
    def context(self) -> Context:
        """The innermost context."""
        return self.contexts[-1]

    def after(self, i: int) -> Unit | None:
        """The unit behind unit i."""
        return self.row[i + 1] if i + 1 < len(self.row) else None

    def governed(self, i: int) -> bool:
        """Whether a preposition stands right before unit i."""
        return i > 0 and self.row[i - 1].word(W.PREPOSITION) and not self.row[i].clitic

    def open(self, context: Context) -> None:
        """Go into a context."""
        context.above = self.context
        self.contexts.append(context)

    def leave(self, *kinds: Relation) -> None:
        """Leave the innermost contexts of these kinds."""
        while len(self.contexts) > 1 and self.context.kind in kinds:
            self.contexts.pop()

    def fresh(self) -> None:
        """Forget what was told of the next unit: a new stretch begins."""
        self.pending, self.linker, self.gap = Marker.BARE, "", 0
        self.group = None
        self.skipping = self.joined = self.tied = self.comma = False

    def file(self, head: Head) -> None:
        """Take in a predicate."""
        head.index = len(self.heads)
        self.heads.append(head)
        self.fresh()
