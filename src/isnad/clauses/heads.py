"""Open predicates and the contexts they stand in, while a sentence is walked."""

from collections.abc import Sequence

from isnad.clauses.clause import Form, Relation
from isnad.clauses.units import Unit
from isnad.lexicon.constructions import BY, GENITIVE, OBJECT, SUBJECT, Frame
from isnad.lexicon.frames import Light
from isnad.lexicon.index import FrameHit
from isnad.model.phrase import Actor

WITH, BETWEEN, BARE = "مع", "بين", ""
# what a verb that carries a noun may be told with before the noun: «أجرى مع نظيره محادثات», «تلقى من الأمير رسالة»
_CARRIED = frozenset({SUBJECT, WITH, BETWEEN, "من", "الي", "ل", "عن", BY})
_WHERE = frozenset({"في", "ب"})
_SAID = frozenset({SUBJECT, OBJECT, "عن"})
# no word stands between a noun and its genitive: «لقاء الرئيس», not «لقاء خاص الرئيس»
_GENITIVE_GAP = 0
_CITIES = frozenset({"city", "weak_city"})
# and between a participle and its object: «ملتقيا في مسقط أمس نظيره»
_ADVERBS = 4
# and between a noun and «ل»: «زيارة رسمية قصيرة للرئيس»
_FOR_GAP = 3
# and between a noun and its partner
_WITH_GAP = 5
# and units between a verb of discussion and its partner
_TALK_REACH = 10
# and between a verb and its subject
_SUBJECT_GAP = 6


class Group:
    """Mentions joined by «و» under one marker."""

    __slots__ = ("at", "joined", "marker", "units")

    def __init__(self, marker: str, unit: Unit, at: int, joined: bool = False) -> None:
        self.marker, self.units, self.at, self.joined = marker, [unit], at, joined

    @property
    def counterpart(self) -> bool:
        """Whether «نظيره» begins the group: of whoever the clause speaks."""
        phrase = self.units[0].phrase
        return phrase is not None and phrase.kind == "counterpart"

    @property
    def places(self) -> bool:
        """Whether all are places."""
        return all(u.is_place for u in self.units)


class Head:
    """A predicate whose arguments are still being collected."""

    __slots__ = (
        "after", "antecedent", "arguments", "at", "before", "carrier", "closed", "context", "form", "frames", "hits", "joined", "light",
        "impersonal", "linker", "nobody", "parent", "pronoun", "relation", "shape", "subject", "unit", "urges", "wants", "index",
    )

    def __init__(self, at: int, unit: Unit, form: Form, shape: object = None) -> None:
        self.at, self.unit, self.form, self.shape = at, unit, form, shape
        self.hits: Sequence[FrameHit] = ()
        self.frames: list[Frame] = []
        self.light: Light | None = None
        self.wants: frozenset[str] = frozenset()
        self.relation = Relation.MAIN
        self.linker = ""
        self.parent: Head | None = None
        self.carrier: Head | None = None
        self.after: list[Head] = []
        self.closed = False
        self.antecedent: Group | None = None
        self.before: Group | None = None
        self.subject: Group | None = None
        self.arguments: list[Group] = []
        self.joined = False
        self.pronoun = ""
        self.urges = False
        self.nobody = False
        self.impersonal = False
        self.index = -1
        self.context: Context | None = None

    @property
    def finite(self) -> bool:
        """Whether this is a verb with a subject of its own."""
        return self.form in ("verb", "carrier", "saying")

    @property
    def tense(self) -> str:
        """The tense of a verb; '' of a noun."""
        return getattr(self.shape, "tense", "")

    @property
    def female(self) -> bool | None:
        """The gender that a finite verb asks of its subject; None where it asks none."""
        return getattr(self.shape, "female", None) if self.finite else None

    @property
    def number(self) -> str:
        """The number that a finite verb shows: one, two, many."""
        return getattr(self.shape, "number", "one")

    def has(self, marker: str) -> bool:
        """Whether it has an argument under this marker already."""
        return any(a.marker == marker for a in self.arguments)

    def accepts(self, group: Group, gap: int) -> str | None:
        """Under which marker this predicate takes a group of mentions, `gap` plain words after it; None for not."""
        if group.marker == BARE:
            return self._bare(group, gap)
        if group.marker == BY:
            return BY if self.finite or self.form == "noun" else None
        if group.marker not in self.wants:
            return group.marker if self.finite and group.places and group.marker in _WHERE else None
        if group.places and not self._place(group.marker):
            return None
        if group.marker == "ل" and self.form == "noun" and gap > _FOR_GAP:
            return None
        if group.marker in (WITH, BETWEEN) and self.form == "noun" and gap > _WITH_GAP:
            return None
        far = group.at - self.at > _TALK_REACH and not group.counterpart
        if group.marker == WITH and far and any(f.row.discusses for f in self.frames):
            return None
        if self.has(group.marker) and not group.joined and not self._takes_place(group.marker):
            return None
        return group.marker

    def _takes_place(self, marker: str) -> bool:
        return any(slot.takes == "place" for f in self.frames for slot in f.slots.get(marker, ()))

    def _place(self, marker: str) -> bool:
        """Whether a place may stand under a marker."""
        return any(
            slot.takes in ("place", "side", "body") for f in self.frames for slot in f.slots.get(marker, ())
        ) or self.form in ("carrier", "masdar")

    def _bare(self, group: Group, gap: int) -> str | None:
        if self.form in ("noun", "masdar"):
            return self._after_noun(group, gap)
        travels = bool(self.frames) and all(self._leads_to_places(f) for f in self.frames)
        free = self.subject is None and self.before is None and not self.nobody and gap <= _SUBJECT_GAP
        if free and not (travels and group.places) and self._may_act(group):
            return SUBJECT
        partnered = any(a.marker in (WITH, "ب") and not a.places for a in self.arguments)
        if self._fits(OBJECT, group) and not self.has(OBJECT) and not self.pronoun and not partnered:
            return OBJECT
        return None

    def _fits(self, marker: str, group: Group) -> bool:
        """Whether a slot under this marker may be filled by a group: places by places, people by people."""
        if self.form in ("saying", "carrier"):
            return marker in self.wants
        takes = {slot.takes for f in self.frames for slot in f.slots.get(marker, ())}
        return bool(takes & {"place", "side", "body"}) if group.places else bool(takes - {"place"})

    def _leads_to_places(self, frame: Frame) -> bool:
        return any(s.takes == "place" for options in frame.slots.values() for s in options)

    def _may_act(self, group: Group) -> bool:
        """Whether a mention behind a verb can be its subject: «وصلت طائرة تقل دبلوماسيين» has another."""
        actor = group.units[0].actor
        if group.units[0].is_place and group.units[0].phrase.strength in _CITIES:
            return False
        return not (self.female and actor is not None and actor.phrase_kind == "officials")

    def _after_noun(self, group: Group, gap: int) -> str | None:
        if self.hits and GENITIVE not in self.wants:
            # a participle: «ملتقيا نظيره»
            return OBJECT if gap <= _ADVERBS and self._fits(OBJECT, group) and not self.has(OBJECT) else None
        owned = self.pronoun or self.has(GENITIVE)
        if not self.pronoun and getattr(self.shape, "definite", False):
            # «حضر اللقاء الوزير»: a noun with the article owns nothing
            return None
        if not owned and gap <= _GENITIVE_GAP and GENITIVE in self.wants and not self.arguments:
            return GENITIVE
        if owned and OBJECT in self.wants and not self.has(OBJECT) and gap <= _GENITIVE_GAP + 1:
            return OBJECT
        return None


class Context:
    """A stretch in which predicates stand side by side: the sentence, a clause of content, a relative clause."""

    __slots__ = ("above", "comma", "governor", "heads", "kind", "noun", "pronoun", "antecedent", "topic", "verb", "weak")

    def __init__(self, kind: Relation, governor: Head | None = None) -> None:
        self.kind, self.governor = kind, governor
        self.above: Context | None = None
        self.comma = False
        self.heads: list[Head] = []
        self.verb: Head | None = None
        self.topic: Group | None = None
        self.weak: Group | None = None
        self.antecedent: Group | None = None
        self.noun: Head | None = None
        self.pronoun = ""


def wanted(frames: Sequence[Frame], light: Light | None, saying: bool) -> frozenset[str]:
    """The markers that a predicate takes."""
    out = frozenset(m for f in frames for m in f.slots)
    if light is not None:
        out |= _CARRIED | ({OBJECT} if light.subject == "bearer" else set())
    return out | _SAID if saying else out


__all__ = ["Actor", "Context", "Group", "Head", "wanted"]
