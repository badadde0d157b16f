"""What the room hands out: the clauses of a sentence, each with its predicate, its arguments and who does it."""

from collections.abc import Sequence
from enum import Enum
from typing import Literal

import msgspec

from isnad.clauses.units import Unit
from isnad.lexicon.constructions import Frame
from isnad.lexicon.frames import Light
from isnad.model.phrase import Actor

Form = Literal["verb", "noun", "carrier", "masdar", "saying"]


class Relation(Enum):
    """How a clause hangs on the one above it."""

    MAIN = "main"
    COORDINATE = "coordinate"
    CONTENT = "content"
    RELATIVE = "relative"
    WHERE = "where"
    ADJUNCT = "adjunct"
    PURPOSE = "purpose"
    CARRIED = "carried"
    OBJECT = "object"


class Doing(Enum):
    """By what it is known who does what a predicate says: his own words, his place, or the clause around."""

    NAMED = "named"
    FRONTED = "fronted"
    GENITIVE = "genitive"
    OWNER = "owner"
    COORDINATED = "coordinated"
    ANTECEDENT = "antecedent"
    AROUND = "around"
    SPOKEN_OF = "spoken-of"
    ALTERNATIVE = "alternative"
    NOBODY = "nobody"


class Discourse(msgspec.Struct, frozen=True):
    """What earlier sentences left in mind: who is spoken of, those joined with him, the pair told last, all pairs."""

    subject: Actor | None = None
    group: tuple[Actor, ...] = ()
    pair: tuple[Actor, ...] = ()
    pairs: tuple[tuple[Actor, ...], ...] = ()

    def of_rank(self, rank: str) -> "Discourse":
        """The same, where «الرئيسان» means the last pair of that rank."""
        if not rank or all(a.rank == rank for a in self.pair):
            return self
        pair = next((p for p in reversed(self.pairs) if all(a.rank == rank for a in p)), self.pair)
        return msgspec.structs.replace(self, pair=pair)


class Argument(msgspec.Struct, frozen=True):
    """Mentions joined under one marker: «مع أ وب». `at`: the place of the first in the sentence's row."""

    marker: str
    units: tuple[Unit, ...]
    at: int

    @property
    def places(self) -> bool:
        """Whether all are places."""
        return all(u.is_place for u in self.units)


class Clause(msgspec.Struct, frozen=True):
    """A predicate with its arguments. Other clauses are named by their `index` in the sentence.

    `at`: the predicate's place in the row; `frames`: what it may tell, best first; `light`: what its subject is to the
    noun that it carries; `linker`: the folded word that hangs it on its parent.

    `parent`: the clause above; `carrier`: the verb that lends a noun its subject; `described_by`: verbs in clauses that
    describe a noun; `describes`: the noun that the clause around this predicate describes; `governor`: the predicate
    that opened the clause around it.

    `subject`: the mention behind the verb; `fronted`: the mention before it that is its subject.

    `doers`: who does it, states among them, and `by` what that is known; `alternative`: who would do it if `subject`
    were another party: «والتقى نظيره»; `owners`: whose a noun without its party is; `possessors`: whose it is by its
    own words first; `in_mind`: of whom the discourse speaks. All but `doers` are empty where there are no frames.
    """

    index: int
    at: int
    form: Form
    relation: Relation
    frames: Sequence[Frame] = ()
    light: Light | None = None
    tense: str = ""
    number: str = "one"
    pronoun: str = ""
    definite: bool = False
    joined: bool = False
    linker: str = ""
    parent: int | None = None
    carrier: int | None = None
    described_by: tuple[int, ...] = ()
    describes: int | None = None
    governor: int | None = None
    arguments: tuple[Argument, ...] = ()
    subject: Argument | None = None
    fronted: Argument | None = None
    doers: tuple[Actor, ...] = ()
    by: Doing = Doing.NOBODY
    alternative: tuple[Actor, ...] = ()
    owners: tuple[Actor, ...] = ()
    possessors: tuple[Actor, ...] = ()
    in_mind: tuple[Actor, ...] = ()

    @property
    def finite(self) -> bool:
        """Whether this is a verb with a subject of its own."""
        return self.form in ("verb", "carrier", "saying")

    @property
    def lends(self) -> str:
        """A carrying verb's subject to its noun: agent, recipient, bearer, mutual, host, proposer, none; else ''."""
        return self.light.subject if self.light is not None else ""
