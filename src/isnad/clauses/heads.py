"""Open predicates and the contexts they stand in, while a sentence is walked. Nothing here leaves the room."""

from collections.abc import Sequence

from isnad.arabic.markers import Marker
from isnad.arabic.paradigms import NounForm, VerbForm
from isnad.clauses.clause import Form, Relation
from isnad.clauses.units import Unit
from isnad.lexicon.constructions import Frame
from isnad.lexicon.frames import Light
from isnad.lexicon.speech import CueForm

# what a verb that carries a noun may take before the noun: «أجرى مع نظيره محادثات», «تلقى من الأمير رسالة»
_CARRIED = frozenset(
    {
        Marker.SUBJECT, Marker.WITH, Marker.BETWEEN, Marker.FROM, Marker.TO, Marker.FOR, Marker.ABOUT, Marker.BY,
    }
)  # fmt: skip
_SAID = frozenset({Marker.SUBJECT, Marker.OBJECT, Marker.ABOUT, Marker.FOR})
Shape = VerbForm | NounForm | CueForm


class Group:
    """Mentions joined by «و» under one marker; `joined`: «و» stands before them: «من الأمير ومن الملك»."""

    __slots__ = ("at", "joined", "marker", "units")

    def __init__(self, marker: str, unit: Unit, at: int, joined: bool = False) -> None:
        self.marker, self.units, self.at, self.joined = marker, [unit], at, joined

    @property
    def places(self) -> bool:
        """Whether all are places."""
        return all(u.is_place for u in self.units)

    @property
    def counterpart(self) -> bool:
        """Whether «نظيره» begins the group: of whoever the clause speaks."""
        phrase = self.units[0].phrase
        return phrase is not None and phrase.kind == "counterpart"


class Head:
    """A predicate whose arguments are still being collected.

    `wants`: the markers it takes; `fronted`: its subject where that stands before it; `nobody`: its subject is no
    mention; `impersonal`: it has none («يُتوقع»); `urges`: what follows its object is the object's to do; `kept`: a
    mention that is its object where no other comes; `closed`: a circumstance behind whose comma the main clause goes
    on.
    The rest is as in `Clause`.
    """

    __slots__ = (
        "arguments", "at", "carrier", "closed", "context", "definite", "described_by", "feminine", "form", "frames",
        "fronted", "impersonal", "index", "joined", "kept", "light", "linker", "nobody", "number", "parent", "pronoun",
        "relation", "subject", "tense", "unit", "urges", "wants",
    )  # fmt: skip

    def __init__(self, at: int, unit: Unit, form: Form, shape: Shape | None = None) -> None:
        self.at, self.unit, self.form, self.index = at, unit, form, -1
        self._shape(shape)
        self.frames: Sequence[Frame] = ()
        self.light: Light | None = None
        self.wants: frozenset[str] = frozenset()
        self.relation = Relation.MAIN
        self.linker = ""
        self.parent: Head | None = None
        self.carrier: Head | None = None
        self.context: Context | None = None
        self.described_by: list[Head] = []
        self.subject: Group | None = None
        self.fronted: Group | None = None
        self.kept: Group | None = None
        self.arguments: list[Group] = []
        self.closed = self.joined = self.nobody = self.impersonal = self.urges = False

    def _shape(self, shape: Shape | None) -> None:
        """What the form of the word shows; a noun shows no tense, gender of a subject or number."""
        self.pronoun = shape.pronoun if shape is not None else ""
        self.definite = isinstance(shape, NounForm) and shape.definite
        verbal = None if shape is None or isinstance(shape, NounForm) else shape
        self.tense: str = verbal.tense if verbal is not None else ""
        self.number: str = verbal.number if verbal is not None else "one"
        self.feminine: bool | None = verbal.female if verbal is not None else None

    @property
    def finite(self) -> bool:
        """Whether this is a verb with a subject of its own."""
        return self.form in ("verb", "carrier", "saying")

    @property
    def female(self) -> bool | None:
        """The gender that a finite verb asks of its subject; None where it asks none."""
        return self.feminine if self.finite else None

    def has(self, marker: str) -> bool:
        """Whether it has an argument under this marker already."""
        return any(a.marker == marker for a in self.arguments)

    @property
    def genitive(self) -> Group | None:
        """Whose the noun is, by its own words."""
        return next((g for g in self.arguments if g.marker == Marker.GENITIVE), None)

    def give(self, group: Group, marker: str) -> None:
        """Take mentions as an argument under a marker."""
        group.marker = marker
        if marker == Marker.SUBJECT:
            self.subject = group
        else:
            self.arguments.append(group)


class Context:
    """A stretch in which predicates stand side by side: the sentence, a clause of content, a relative clause.

    `governor`: the predicate that opened it; `above`: the context around it; `heads`: the predicates that may still
    take arguments, the last one innermost; `verb`: its last finite verb; `topic`: a mention before its verb; `weak`:
    one of something else; `antecedent`, `noun`: what it describes; `comma`: one stood in it; `start`: the unit behind
    «أن».
    """

    __slots__ = ("above", "antecedent", "comma", "governor", "heads", "kind", "noun", "start", "topic", "verb", "weak")

    def __init__(self, kind: Relation, governor: Head | None = None) -> None:
        self.kind, self.governor = kind, governor
        self.above: Context | None = None
        self.comma = False
        self.start: Unit | None = None
        self.heads: list[Head] = []
        self.verb: Head | None = None
        self.topic: Group | None = None
        self.weak: Group | None = None
        self.antecedent: Group | None = None
        self.noun: Head | None = None

    @property
    def top(self) -> Head | None:
        """The predicate that takes arguments first."""
        return self.heads[-1] if self.heads else None


def wanted(frames: Sequence[Frame] = (), light: Light | None = None) -> frozenset[str]:
    """The markers that the predicate of some frames takes, and those of a verb that carries a noun."""
    out = frozenset(m for f in frames for m in f.slots)
    if light is not None:
        out |= _CARRIED | ({Marker.OBJECT} if light.subject == "bearer" else set())
    return out


SAYING_WANTS: frozenset[str] = frozenset(_SAID)
