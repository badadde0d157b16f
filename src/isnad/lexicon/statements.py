"""Section `speech`: verbs of saying and the small words around them (resources/statements/*.yml), and their index."""

from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
import yaml

from isnad.arabic.fold import fold_word
from isnad.arabic.paradigms import verb_forms
from isnad.arabic.tokens import Tokens
from isnad.model import LexiconError

SpeechClass = Literal[
    "say",
    "affirm",
    "add",
    "announce",
    "stress",
    "express",
    "condemn",
    "accuse",
    "describe",
    "believe",
    "hope",
    "demand",
    "ask",
    "propose",
    "pledge",
    "warn",
    "refuse",
    "welcome",
    "deny",
    "claim",
    "agree",
]
Texts = tuple[str, ...]
_JOINS = ("", "و", "ف")
_PARTICIPLE = ("ا", "ه", "ين", "ان", "تين", "ات", "ون")
_SHORT = 3


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb of saying or of stance; `takes` says what opens the words told: that, quote, noun, or a preposition."""

    id: str
    cls: SpeechClass = msgspec.field(name="class")
    takes: Texts
    example: str
    not_: str = msgspec.field(name="not")
    past: str | None = None
    present: str | None = None
    masdars: Texts = ()
    participles: Texts = ()
    weak: bool = False
    needs: Texts = ()
    relays: bool = False
    impersonal: bool = False
    stance: bool = False
    continues: bool = False


class According(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that attribute a clause: before a source (`to`), or before a verb of saying with its subject (`clause`)."""

    id: str
    example: str
    not_: str = msgspec.field(name="not")
    to: Texts = ()
    clause: Texts = ()


class SpeechGrammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The small words around a statement."""

    that: Texts
    prepositions: Texts
    adverbs: Texts
    particles: Texts
    negations: Texts
    openers: Texts
    adversatives: Texts
    trades: Texts
    relatives: Texts
    returns: Texts
    turns: Texts
    according: tuple[According, ...]
    texts: Texts
    social: Texts
    agencies: Texts
    media: Texts
    sites: Texts
    relayed: Texts
    anonymous: Texts
    bodies: Texts
    peoples: Texts
    distancing: Texts
    mounts: Texts
    named: Texts
    declines: Texts
    abstains: Texts
    reports: Texts
    feminine: Texts
    venues: Texts
    resumptive: Texts
    past: Texts
    trailing: Texts
    whereby: Texts
    despite: Texts
    whatever: Texts
    clausal: Texts
    alike: Texts
    so_called: Texts
    latter: Texts
    sets: Texts


class SpeechRules(msgspec.Struct, frozen=True):
    """The section: its verbs and its grammar."""

    verbs: tuple[Verb, ...]
    grammar: SpeechGrammar


class CueForm(NamedTuple):
    """One form of a verb: its place in `verbs`, tense (participle and masdar too), number, gender, object pronoun."""

    verb: int
    tense: str
    number: str
    female: bool
    pronoun: str


class Word(NamedTuple):
    """A phrase of the grammar at a token: its length in tokens, its classes, and whether «و» or «ف» is glued to it."""

    length: int
    classes: dict[str, str]
    joined: bool


Options = tuple[tuple[tuple[str, ...], dict[str, str], bool], ...]
_CUING = frozenset({"to", "glued", "clause", "reports"})


class SpeechIndex:
    """Cue forms by folded word, and phrases of the grammar by first folded word. Built once, never altered."""

    def __init__(self, rules: SpeechRules) -> None:
        self.verbs = rules.verbs
        self.takes = tuple(frozenset(fold_word(t) for t in v.takes) for v in rules.verbs)
        self.needs = tuple(frozenset(fold_word(t) for t in v.needs) for v in rules.verbs)
        self.cues: dict[str, tuple[CueForm, ...]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], dict[str, str]]]] = {}
        self._found: dict[str, Options] = {}
        self._may_cue: dict[str, bool] = {}
        for place, verb in enumerate(rules.verbs):
            self._verb(place, verb)
        self._joined()
        g = rules.grammar
        for name in SpeechGrammar.__struct_fields__:
            if name != "according":
                for words in getattr(g, name):
                    self._add(words, name, name)
                    if name == "anonymous" and " " not in words and words[-1] not in "ةانى":
                        self._add(words + "ا", name, name)
        for rule in g.according:
            for kind in ("to", "clause"):
                for words in getattr(rule, kind):
                    glued = words.endswith(" ل")
                    self._add(words[:-2] if glued else words, "glued" if glued else kind, rule.id)
        for options in self._phrases.values():
            options.sort(key=lambda option: -len(option[0]))

    def _verb(self, place: int, verb: Verb) -> None:
        if verb.past and verb.present:
            for built in verb_forms(verb.past, verb.present):
                if built.tense == "jussive":
                    # only after a negation, where nothing is said
                    continue
                self._cue(built.form, CueForm(place, built.tense, built.number, built.female, built.pronoun))
        # a weak past in ى folds to ي, as does a masdar or an imperfect: the stored letters decide elsewhere
        for word in verb.participles:
            if word.endswith("ا"):
                self._cue(fold_word(word), CueForm(place, "participle", "one", False, ""))
                continue
            for ending in _PARTICIPLE:
                stem = fold_word(word)
                number = "two" if ending in ("تين", "ان") else "many" if ending in ("ين", "ات", "ون") else "one"
                self._cue(stem + ending, CueForm(place, "participle", number, ending in ("ه", "تين", "ات"), ""))
        for word in verb.masdars:
            stem = fold_word(word)
            base = stem[:-1] + "ت" if stem.endswith("ه") else stem
            for form in (stem, "ال" + stem):
                self._cue(form, CueForm(place, "masdar", "one", stem.endswith("ه"), ""))
            for pronoun in ("ه", "ها", "هم", "هما"):
                self._cue(base + pronoun, CueForm(place, "masdar", "one", False, pronoun))

    def _cue(self, form: str, cue: CueForm) -> None:
        have = self.cues.get(form, ())
        if all(c.verb != cue.verb or c.tense != cue.tense for c in have):
            self.cues[form] = (*have, cue)

    def _joined(self) -> None:
        for form, cues in list(self.cues.items()):
            for join in ("و", "ف"):
                if join + form not in self.cues:
                    self.cues[join + form] = cues

    def _add(self, words: str, name: str, value: str) -> None:
        phrase = tuple(Tokens(words).forms)
        options = self._phrases.setdefault(phrase[0], [])
        for known, classes in options:
            if known == phrase:
                classes[name] = value
                return
        options.append((phrase, {name: value}))

    def tensed(self, form: str, *tenses: str) -> bool:
        """Whether a word may be a verb form of one of these tenses."""
        return any(c.tense in tenses for c in self.cues.get(form, ()))

    def may_cue(self, form: str) -> bool:
        """Whether a cue may begin with this word: a verb form, or words that attribute or report."""
        known = self._may_cue.get(form)
        if known is None:
            found = self._options(form)
            known = form in self.cues or any(not _CUING.isdisjoint(classes) for _, classes, _ in found)
            self._may_cue[form] = known
        return known

    def word(self, forms: list[str], i: int) -> Word | None:
        """The longest phrase of the grammar that begins at token i; None where none does."""
        options = self._found.get(forms[i])
        if options is None:
            options = self._options(forms[i])
        best: Word | None = None
        for phrase, classes, joined in options:
            n = len(phrase)
            if (best is None or n > best.length) and (n == 1 or tuple(forms[i + 1 : i + n]) == phrase[1:]):
                best = Word(n, classes, joined)
        return best

    def _options(self, form: str) -> Options:
        """The phrases that may begin with this word, whole or behind a joining particle; remembered."""
        found = []
        for join in _JOINS:
            if form.startswith(join) and len(form) - len(join) > (1 if join else 0):
                found += [(p, c, bool(join)) for p, c in self._phrases.get(form[len(join) :], ())]
        if len(self._found) > 1 << 17:
            self._found.clear()
            self._may_cue.clear()
        options = self._found[form] = tuple(found)
        return options


def load_statements(directory: Path) -> SpeechRules:
    """The section of a resources folder. Raises LexiconError with file, rule and field."""

    try:
        name = "verbs.yml"
        verbs = msgspec.convert(yaml.safe_load((directory / name).read_bytes()), tuple[Verb, ...])
        name = "grammar.yml"
        rules = SpeechRules(verbs, msgspec.convert(yaml.safe_load((directory / name).read_bytes()), SpeechGrammar))
    except (msgspec.ValidationError, yaml.YAMLError) as fault:
        raise LexiconError(name, "-", "-", str(fault)) from None
    seen: set[str] = set()
    for verb in rules.verbs:
        if verb.id in seen:
            raise LexiconError("verbs.yml", verb.id, "id", "used twice")
        seen.add(verb.id)
    return rules
