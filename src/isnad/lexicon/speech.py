"""The index of section `speech`: what verb of saying a word is a form of, and what small words stand where."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from isnad.arabic.clitics import JOINS
from isnad.arabic.fold import fold_word
from isnad.arabic.paradigms import (
    FIRST_PERSON_FRONTS,
    THIRD_PERSON_FRONTS,
    Number,
    Tense,
    noun_forms,
    participle_forms,
    verb_forms,
)
from isnad.arabic.remembered import Remembered
from isnad.arabic.signs import COMMAS, MARKS, SEMICOLONS, STOPS
from isnad.arabic.tokens import Tokens
from isnad.lexicon.statements import ATTRIBUTING, Opener, SpeechClass, SpeechGrammar, SpeechRules, Verb, WordClass

CueTense = Tense | Literal["participle"]
# a word that ends so takes no «ا» in the accusative
_NO_TANWIN = frozenset(("ة", "ا", "ن", "ى"))
_VERBLESS = frozenset({"participle", "masdar"})


class CueForm(NamedTuple):
    """One form of a verb: its place in `verbs`, tense (participle and masdar too), number, gender, object pronoun."""

    verb: int
    tense: CueTense
    number: Number
    female: bool
    pronoun: str


class SpeechVerb(NamedTuple):
    """A word form as a form of a verb of saying: the verb's id and class, and what the form tells of its subject.

    `pronoun` is the object pronoun that it bears, folded, or empty.
    """

    id: str
    cls: SpeechClass
    tense: CueTense
    number: Number
    female: bool
    pronoun: str


class Word(NamedTuple):
    """A phrase of the grammar at a token: its length in tokens, its classes, and whether «و» or «ف» is glued to it."""

    length: int
    classes: frozenset[WordClass]
    joined: bool


class _Options(NamedTuple):
    """What may begin with one word form: the phrase of that word alone, and longer ones by their further words."""

    alone: Word | None
    longer: tuple[tuple[tuple[str, ...], Word], ...]

    def has(self, classes: frozenset[WordClass]) -> bool:
        """Whether a phrase of one of these classes may begin."""
        if self.alone is not None and not classes.isdisjoint(self.alone.classes):
            return True
        return any(not classes.isdisjoint(word.classes) for _, word in self.longer)


# with most words nothing begins
_NOTHING = _Options(None, ())
# hints of what may stand at a token: a phrase of the grammar, a cue, what may end words told, what may open a clause or
# a quotation
PHRASE, CUE, BREAK, OPEN = 1, 2, 4, 8
_CUING = ATTRIBUTING | {WordClass.REPORTS, WordClass.BY_SAYING, WordClass.OWN_WORDS, WordClass.THAT_CAME}
_TURNING = frozenset({WordClass.ADVERSATIVES, WordClass.DESPITE})
_OPENING = frozenset({WordClass.THAT})
_BREAKING, _SIGNS = COMMAS | SEMICOLONS, COMMAS | STOPS | MARKS | {":"}


class SpeechIndex:
    """Cue forms by folded word, and phrases of the grammar by first folded word. Built once; remembers word forms."""

    def __init__(self, rules: SpeechRules) -> None:
        self.verbs = rules.verbs
        self.takes = tuple(frozenset(fold_word(t) for t in v.takes) for v in rules.verbs)
        self.needs_before = tuple(frozenset(fold_word(t) for t in v.needs_before) for v in rules.verbs)
        self.needs = tuple(frozenset(fold_word(t) for t in v.needs) for v in rules.verbs)
        self.cues: dict[str, tuple[CueForm, ...]] = {}
        self._phrases: dict[str, dict[tuple[str, ...], set[WordClass]]] = {}
        for place, verb in enumerate(rules.verbs):
            self._verb(place, verb)
        self._joined()
        # without verbs that look like prepositions («بين»), which only the room of statements tells apart
        self.unmistakable = {
            form: rest
            for form, cues in self.cues.items()
            if (rest := tuple(c for c in cues if not self.verbs[c.verb].close))
        }
        self._grammar(rules.grammar)
        self._known: Remembered[_Options] = Remembered(self._options)
        marks = rules.grammar.marks
        self.on, self.to = fold_word(marks.upon), fold_word(marks.to)
        # whatever may open words told
        self.anything = frozenset(
            {Opener.THAT, Opener.QUOTE, Opener.NOUN, self.on, self.to, fold_word(marks.about), marks.by}
        )

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
            for agreeing in participle_forms(word):
                self._cue(agreeing.form, CueForm(place, "participle", agreeing.number, agreeing.female, ""))
        for word in verb.masdars:
            for form in noun_forms(word):
                # an indefinite accusative is an adverb: «تأكيدا»
                if form.definite or form.form == fold_word(word):
                    female = not form.pronoun and word.endswith("ة")
                    self._cue(form.form, CueForm(place, "masdar", "one", female, form.pronoun))

    def _cue(self, form: str, cue: CueForm) -> None:
        have = self.cues.get(form, ())
        if all(c.verb != cue.verb or c.tense != cue.tense for c in have):
            self.cues[form] = (*have, cue)

    def _joined(self) -> None:
        for form, cues in list(self.cues.items()):
            for join in ("و", "ف"):
                if join + form not in self.cues:
                    self.cues[join + form] = cues

    def _grammar(self, grammar: SpeechGrammar) -> None:
        for name, listed in grammar.words.items():
            for words in listed.words:
                self._add(words, name)
                if name == WordClass.ANONYMOUS and " " not in words and words[-1] not in _NO_TANWIN:
                    self._add(words + "ا", name)
        for rule in grammar.according:
            for words in rule.to:
                glued = words.endswith(" ل")
                self._add(words[:-2] if glued else words, WordClass.GLUED if glued else WordClass.TO)
            for words in rule.clause:
                self._add(words, WordClass.CLAUSE)

    def _add(self, words: str, name: WordClass) -> None:
        phrase = tuple(Tokens(words).forms)
        self._phrases.setdefault(phrase[0], {}).setdefault(phrase, set()).add(name)

    def verb_of(self, form: str) -> SpeechVerb | None:
        """The verb of saying, announcing, agreeing or asking of which a folded word is a finite form; None if of none.

        «و» or «ف» may be glued to it. Where a form is of several verbs, the first of verbs.yml.
        """
        return next((v for v in self.readings_of(form) if v.tense not in _VERBLESS), None)

    def readings_of(self, form: str) -> tuple[SpeechVerb, ...]:
        """All that a folded word may be among forms of verbs of saying, participles and masdars too."""
        return tuple(
            SpeechVerb(self.verbs[c.verb].id, self.verbs[c.verb].cls, c.tense, c.number, c.female, c.pronoun)
            for c in self.unmistakable.get(form, ())
        )

    def tensed(self, form: str, *tenses: CueTense) -> bool:
        """Whether a word may be a verb form of one of these tenses."""
        return any(c.tense in tenses for c in self.cues.get(form, ()))

    def first_person(self, form: str) -> bool:
        """Whether a word may be the present of a verb of saying in the first person: «نعتقد», «أؤكد»."""
        if not form.startswith(FIRST_PERSON_FRONTS) or self.tensed(form, "past"):
            return False
        known = self.word((form,), 0)
        third = THIRD_PERSON_FRONTS[0] + form[1:]
        return self.tensed(third, "present") and not (known and WordClass.NAMESAKES in known.classes)

    def word(self, forms: Sequence[str], i: int) -> Word | None:
        """The longest phrase of the grammar that begins at token i; None where none does."""
        alone, longer = self._known[forms[i]]
        for more, word in longer:
            if tuple(forms[i + 1 : i + word.length]) == more:
                return word
        return alone

    def hint(self, form: str) -> int:
        """What may stand at a word, of PHRASE, CUE, BREAK, OPEN. Not remembered here: the scan keeps it."""
        hint = CUE if form in self.cues else 0
        options = self._options(form)
        if options is not _NOTHING:
            hint |= PHRASE | CUE * options.has(_CUING) | BREAK * options.has(_TURNING) | OPEN * options.has(_OPENING)
        return hint | BREAK * (form in _BREAKING) | OPEN * (form in _SIGNS)

    def _options(self, form: str) -> _Options:
        """The phrases that may begin with this word, whole or behind a joining particle."""
        found: list[tuple[tuple[str, ...], Word]] = []
        readings = ((form, False), (form[1:], True)) if form[:1] in JOINS and len(form) > 2 else ((form, False),)
        for rest, joined in readings:
            if rest in self._phrases:
                known = self._phrases[rest]
                found += [(phrase[1:], Word(len(phrase), frozenset(c), joined)) for phrase, c in known.items()]
        if not found:
            return _NOTHING
        # an unglued reading comes before a glued one of the same length
        found.sort(key=lambda option: -option[1].length)
        alone = next((word for more, word in found if not more), None)
        return _Options(alone, tuple(o for o in found if o[0]))
