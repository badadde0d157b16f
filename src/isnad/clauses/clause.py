"""What the walk hands on: clauses, each with its predicate, its arguments and its place among the others."""

from collections.abc import Sequence
from enum import Enum
from typing import Literal

import msgspec

from isnad.clauses.units import Unit
from isnad.lexicon.index import FrameHit
from isnad.model.phrase import Actor

Form = Literal["verb", "noun", "carrier", "masdar", "saying"]
SubjectBasis = Literal["stated", "antecedent", "pronoun", "coordinated", "governing", "discourse", "carrier", "none"]


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


class Argument(msgspec.Struct, frozen=True):
    """Mentions under one marker: «مع أ وب». `at`: the place of the first in the sentence's row."""

    marker: str
    units: Sequence[Unit]
    at: int


class Clause(msgspec.Struct, frozen=True):
    """A predicate with its arguments.

    `at`: the predicate's place in the row; `hits`: what it may be; `parent`: index of the clause that it hangs on;
    `carrier`: index of the verb that carries a noun; `linker`: the folded word that hangs it there; `subject` and
    `basis`: who does it and how that is known, '' stands for nobody; `actors`: the discourse's own, where no word of
    this sentence names them; `passive_of`: the agent behind «من قبل».
    """

    at: int
    form: Form
    hits: Sequence[FrameHit]
    relation: Relation
    linker: str = ""
    parent: int | None = None
    carrier: int | None = None
    arguments: tuple[Argument, ...] = ()
    subject: Argument | None = None
    basis: SubjectBasis = "none"
    actors: tuple[Actor, ...] = ()
    joined: bool = False

    def under(self, *markers: str) -> list[Argument]:
        """The arguments under any of these markers."""
        return [a for a in self.arguments if a.marker in markers]
