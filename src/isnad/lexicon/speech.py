"""The index of section `speech`: what verb of saying a word is a form of, and what small words stand where."""

from collections.abc import Callable, Sequence
from itertools import compress
from typing import Literal, NamedTuple, TypeVar

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
from isnad.arabic.tokens import Tokens
from isnad.lexicon.statements import ATTRIBUTING, Opener, SpeechClass, SpeechGrammar, SpeechRules, Verb, WordClass

_JOINS = ("", "و", "ف")
CueTense = Tense | Literal["participle"]
# a word that ends so takes no «ا» in the accusative
_NO_TANWIN = frozenset(("ة", "ا", "ن", "ى"))
_REMEMBERED = 1 << 17
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


_CUING = ATTRIBUTING | {WordClass.REPORTS, WordClass.BY_SAYING, WordClass.OWN_WORDS, WordClass.THAT_CAME}


# stands for a word form with which longer phrases begin too
_LONGER = Word(0, frozenset(), False)
_Value = TypeVar("_Value")


class Remembered(dict[str, _Value]):
    """What is known of a word form, found once and kept; emptied when it grows too large."""

    def __init__(self, find: Callable[[str], _Value]) -> None:
        self._find = find

    def __missing__(self, form: str) -> _Value:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[form] = self._find(form)
        return found


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
        self._grammar(rules.grammar)
        self._known: Remembered[_Options] = Remembered(self._options)
        self._alone: Remembered[Word | None] = Remembered(self._word_alone)
        self._beginning: dict[tuple[frozenset[WordClass], frozenset[str]], Remembered[bool]] = {}
        self._cuing: Remembered[bool] = Remembered(self._is_cuing)
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
            for c in self.cues.get(form, ())
        )

    def tensed(self, form: str, *tenses: CueTense) -> bool:
        """Whether a word may be a verb form of one of these tenses."""
        return any(c.tense in tenses for c in self.cues.get(form, ()))

    def first_person(self, form: str) -> bool:
        """Whether a word may be the present of a verb of saying in the first person: «نعتقد», «أؤكد»."""
        third = (front + form[1:] for front in THIRD_PERSON_FRONTS[:1])
        return form.startswith(FIRST_PERSON_FRONTS) and any(self.tensed(word, "present") for word in third)

    def may_cue(self, forms: Sequence[str]) -> list[int]:
        """The tokens of an article at which a cue may begin: a verb form, or words that attribute or report."""
        return list(compress(range(len(forms)), map(self._cuing.__getitem__, forms)))

    def beginning(self, forms: Sequence[str], classes: frozenset[WordClass], signs: frozenset[str]) -> list[int]:
        """The tokens at which a phrase of one of these classes may begin, or one of these signs stands."""
        table = self._beginning.get((classes, signs))
        if table is None:
            table = self._beginning[classes, signs] = Remembered(
                lambda form: form in signs or any(not classes.isdisjoint(word.classes) for word in self._words_of(form))
            )
        return list(compress(range(len(forms)), map(table.__getitem__, forms)))

    def _words_of(self, form: str) -> list[Word]:
        options = self._known[form]
        words = [word for _, word in options.longer]
        return words if options.alone is None else [*words, options.alone]

    def word(self, forms: Sequence[str], i: int) -> Word | None:
        """The longest phrase of the grammar that begins at token i; None where none does."""
        found = self._alone[forms[i]]
        return self._longest(forms, i) if found is _LONGER else found

    def _longest(self, forms: Sequence[str], i: int) -> Word | None:
        options = self._known[forms[i]]
        for more, word in options.longer:
            if tuple(forms[i + 1 : i + word.length]) == more:
                return word
        return options.alone

    def _word_alone(self, form: str) -> Word | None:
        options = self._known[form]
        return _LONGER if options.longer else options.alone

    def _is_cuing(self, form: str) -> bool:
        return form in self.cues or any(not _CUING.isdisjoint(word.classes) for word in self._words_of(form))

    def _options(self, form: str) -> _Options:
        """The phrases that may begin with this word, whole or behind a joining particle."""
        found: list[tuple[tuple[str, ...], Word]] = []
        for join in _JOINS:
            if form.startswith(join) and len(form) - len(join) > (1 if join else 0):
                known = self._phrases.get(form[len(join) :], {})
                found += [(phrase[1:], Word(len(phrase), frozenset(c), bool(join))) for phrase, c in known.items()]
        # an unglued reading comes before a glued one of the same length
        found.sort(key=lambda option: -option[1].length)
        alone = next((word for more, word in found if not more), None)
        return _Options(alone, tuple(o for o in found if o[0]))
