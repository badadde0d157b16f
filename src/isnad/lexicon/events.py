"""Section `events`: acts and the small words around them (resources/events/*.yml), and their index by word form."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple, cast

import msgspec
import yaml

from isnad.arabic.clitics import ARTICLE, readings
from isnad.arabic.fold import fold_word
from isnad.arabic.paradigms import noun_forms, verb_forms
from isnad.arabic.remembered import Remembered
from isnad.model import LexiconError
from isnad.model.event import Counted, EventType, Extent

Texts = tuple[str, ...]
TriggerForm = Literal["verb", "passive", "noun"]
Genitive = Literal["actor", "target", "either", "none"]
HeadClass = Literal["force", "militant", "stranger", "people", "holding"]
# the glued particles after which a verb of the past or present may stand
_VERBAL_FRONTS = ("", "و", "ف")


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of act: its PLOVER type, the words that tell it, and where actor and target stand around them.

    `target`: where the target stands behind the verb or noun: object, content (the words said), or a preposition;
    `genitive`: who follows the noun. `verbal`: done by saying so, by whoever speaks. `heads`: its noun counts only at
    the head of what somebody expresses, or with its own actor. `victim`: a verb whose one party may be the one that
    suffers it («قتل عشرة أشخاص»); `passives`: verbs whose subject always does («أصيب»). `agentless`: its words never
    say who did it. `seizes`: what it takes was another's. `counts`: what a number of its target is. `needs`, `unless`:
    one of these words must, or must not, stand close behind. `cues`: ids of verbs of saying that do it.
    """

    id: str
    type: EventType
    example: str
    not_: str = msgspec.field(name="not")
    modes: Texts = ()
    contexts: Texts = ()
    cameo: str = ""
    verbs: tuple[tuple[str, str], ...] = ()
    passives: tuple[tuple[str, str], ...] = ()
    nouns: Texts = ()
    cues: Texts = ()
    target: Texts = ("object",)
    genitive: Genitive = "actor"
    mutual: bool = False
    verbal: bool = False
    heads: bool = False
    victim: bool = False
    seizes: bool = False
    agentless: bool = False
    counts: Counted | None = None
    needs: Texts = ()
    unless: Texts = ()


class Heads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that stand for those who act or suffer, where no name does; `side`: theirs where nothing tells it."""

    id: str
    cls: HeadClass = msgspec.field(name="class")
    words: Texts
    example: str
    not_: str = msgspec.field(name="not")
    side: str | None = None


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of small words; `value`: what each stands for, where that is a number or a name."""

    id: str
    words: Texts
    example: str
    not_: str = msgspec.field(name="not")
    value: str = ""


class EventRules(msgspec.Struct, frozen=True):
    """The section."""

    acts: tuple[Act, ...]
    heads: tuple[Heads, ...]
    words: tuple[Words, ...]


class ActForm(NamedTuple):
    """One form of a word as an act's: its place in `acts`, how it stands, and the particle glued to its front."""

    act: int
    form: TriggerForm
    tense: str = ""
    number: str = "one"
    female: bool = False
    pronoun: str = ""
    definite: bool = False
    clitic: str = ""
    more: tuple[str, ...] = ()


class HeadForm(NamedTuple):
    """One form of a head noun: its list, whether it bears the article, and the particle glued to its front."""

    heads: int
    definite: bool
    clitic: str = ""
    possessed: bool = False


class EventIndex:
    """Acts, head nouns and small words by folded word form."""

    def __init__(self, rules: EventRules) -> None:
        self.acts, self.heads = rules.acts, rules.heads
        self._verbs: dict[str, list[ActForm]] = {}
        self._nouns: dict[str, list[ActForm]] = {}
        self._heads: dict[str, HeadForm] = {}
        self.words = {row.id: frozenset(fold_word(w) for w in row.words) for row in rules.words}
        self.values = {
            fold_word(w): int(row.value) for row in rules.words if row.id.startswith("number-") for w in row.words
        }
        self.scales = {w: int(n) for w, n in _valued(rules.words, "scale-").items()}
        self.counted = cast(dict[str, Counted], _valued(rules.words, "counted-"))
        # whom a word calls occupier: of whose land, and whose he is
        self.occupiers = {w: tuple(v.split()) for w, v in _valued(rules.words, "occupiers").items()}
        self.extents = cast(dict[str, Extent], _valued(rules.words, "extent-"))
        self.needs = tuple(frozenset(fold_word(w) for w in a.needs) for a in rules.acts)
        # «object», «content», «none», and folded prepositions
        self.targets = tuple(tuple(fold_word(t) if t[0] > "z" else t for t in a.target) for a in rules.acts)
        self.unless = tuple(frozenset(fold_word(w) for w in a.unless) for a in rules.acts)
        self.by_cue: dict[str, int] = {cue: place for place, act in enumerate(rules.acts) for cue in act.cues}
        for place, act in enumerate(rules.acts):
            self._act(place, act)
        for place, row in enumerate(rules.heads):
            for word in row.words:
                for form in noun_forms(word):
                    if not form.pronoun or row.cls == "force":
                        head = HeadForm(place, form.definite, possessed=bool(form.pronoun))
                        self._heads.setdefault(form.form, head)
        self._known: Remembered[tuple[ActForm, ...]] = Remembered(self._read)
        self._headed: Remembered[HeadForm | None] = Remembered(self._head)
        self._placed: Remembered[str | None] = Remembered(self._place)

    def _act(self, place: int, act: Act) -> None:
        kinds: list[tuple[TriggerForm, tuple[str, str]]] = [("verb", v) for v in act.verbs]
        kinds += [("passive", v) for v in act.passives]
        for kind, (past, present) in kinds:
            (word, *more), (imperfect, *_) = past.split(), present.split()
            rest = tuple(map(fold_word, more))
            for f in verb_forms(word, imperfect):
                if rest and f.pronoun:
                    # «سيطرتها على» is a noun
                    continue
                form = ActForm(place, kind, f.tense, f.number, f.female, f.pronoun, more=rest)
                self._verbs.setdefault(f.form, []).append(form)
        for noun in act.nouns:
            word, *more = noun.split()
            rest = tuple(map(fold_word, more))
            for n in noun_forms(word):
                if not (rest and n.pronoun):
                    form = ActForm(place, "noun", pronoun=n.pronoun, definite=n.definite, more=rest)
                    self._nouns.setdefault(n.form, []).append(form)

    def at(self, form: str) -> tuple[ActForm, ...]:
        """The acts that a folded word may tell, as a verb or a noun."""
        return self._known[form]

    def head(self, form: str) -> HeadForm | None:
        """The head noun that a folded word is, behind whatever particle."""
        return self._headed[form]

    def place(self, form: str) -> str | None:
        """The particle before a noun of a place («مدينة», «للبلدة»); None where a folded word is none."""
        return self._placed[form]

    def _place(self, form: str) -> str | None:
        places = self.words["places"]
        if form in places or form.removeprefix(ARTICLE) in places:
            return ""
        found = (c for c, rest in readings(form) if rest in places or rest.removeprefix(ARTICLE) in places)
        return next(found, None)

    def _read(self, form: str) -> tuple[ActForm, ...]:
        out = list(self._verbs.get(form, ()))
        out += self._nouns.get(form, ())
        for clitic, rest in readings(form):
            if clitic in _VERBAL_FRONTS:
                out += [v._replace(clitic=clitic) for v in self._verbs.get(rest, ())]
            out += [n._replace(clitic=clitic) for n in self._nouns.get(rest, ())]
        return tuple(out)

    def _head(self, form: str) -> HeadForm | None:
        found = self._heads.get(form)
        if found is not None:
            return found
        for clitic, rest in readings(form):
            if rest in self._heads:
                return self._heads[rest]._replace(clitic=clitic)
        return None


def _valued(rows: Sequence[Words], prefix: str) -> dict[str, str]:
    """The words of the lists whose id begins so, with what each stands for."""
    return {fold_word(w): row.value for row in rows if row.id.startswith(prefix) for w in row.words}


def load_events(directory: Path) -> EventRules:
    """The section of a resources folder. Raises LexiconError with file, rule and field."""
    name = "acts.yml"
    try:
        acts = msgspec.convert(_rows(directory / name), tuple[Act, ...])
        name = "heads.yml"
        heads = msgspec.convert(_rows(directory / name), tuple[Heads, ...])
        name = "words.yml"
        words = msgspec.convert(_rows(directory / name), tuple[Words, ...])
    except (msgspec.ValidationError, yaml.YAMLError) as fault:
        raise LexiconError(name, "-", "-", str(fault)) from None
    for file, rows in (("acts.yml", acts), ("heads.yml", heads), ("words.yml", words)):
        _unique(file, [row.id for row in rows])
    return EventRules(acts, heads, words)


def _rows(path: Path) -> object:
    return yaml.safe_load(path.read_bytes())


def _unique(file: str, ids: Sequence[str]) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise LexiconError(file, name, "id", "used twice")
        seen.add(name)
