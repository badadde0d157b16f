"""The index: every phrase of the lexicon by its first folded word, and what each phrase may be.

Built once a process from the compiled sections. A phrase is a tuple of folded words; its tags say what it stands for:
`state`, `capital`, `seat`, `city`, `org`, `group`, `format`, `members`, `outlet`, `nisba`, `person`, `short`, `head`,
`comp`, `honor`, `institution`, `official`, `counterpart`, `set`, `leads`, `leaning`, `styled`, `company`, `verb`,
`noun`, `light`, `word`.
"""

from collections.abc import Callable, Collection, Iterable
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple

from isnad.arabic.clitics import ARTICLE, PRONOUNS, definite, readings
from isnad.arabic.fold import fold_word
from isnad.arabic.paradigms import (
    FIRST_PERSON,
    NounForm,
    Tense,
    VerbForm,
    nisba_forms,
    noun_forms,
    speaker_forms,
    verb_forms,
)
from isnad.arabic.remembered import Remembered
from isnad.arabic.tokens import Tokens
from isnad.lexicon.constructions import Construction
from isnad.lexicon.marks import TagMarks
from isnad.lexicon.sections import Sections
from isnad.lexicon.words import WordClass

Tags = dict[str, Any]
# after these letters the accusative is written otherwise
_DUAL_LIKE = ("ة", "ا", "ى", "ه")
_MIN_REST, _TWO = 2, 2
_ACTORS = frozenset(
    {"state", "weak_states", "capital", "seat", "city", "weak_city", "org", "weak_org", "group", "weak_group"}
)
_TENSES: dict[str, Tense] = {"ي": "present", "ت": "present", "س": "future"}


class Match(NamedTuple):
    """A phrase found at a token: the token after its last, the proclitic before it, and its tags."""

    last: int
    clitic: str
    tags: Tags


# as `Match` does, without its layer of Python: one is made for every other token of all texts
_match: Callable[[tuple[int, str, Tags]], Match] = partial(tuple.__new__, Match)


class FrameHit(NamedTuple):
    """A trigger: the frame's place in its list, and the form of the word that was seen."""

    frame: int
    form: Any


class Ahead(NamedTuple):
    """What a word may begin, by the particle stripped: what it is alone, the words that may come second, and all.

    `mark`: what it may be alone, as `lexicon.marks` has it; `hint`: what it may be for `lexicon.speech`.
    """

    alone: tuple[tuple[str, Tags], ...]
    seconds: Collection[str]
    options: tuple[tuple[str, "Beginning"], ...]
    mark: int
    hint: int


# most words begin nothing
_NOTHING = Ahead((), (), (), 0, 0)
_HINT = Ahead._fields.index("hint")


class Index:
    """Phrases by first word. `at` finds what begins at a token; analyses of single words are remembered."""

    def __init__(self, sections: Sections, hint: Callable[[str], int]) -> None:
        self._hint = hint
        self.phrases: dict[tuple[str, ...], Tags] = {}
        # folded like a title, told apart by the seat of their hamza
        self.towards = frozenset(fold_word(word) for word in sections.titles.particles.towards)
        self._marks = TagMarks()
        self._ahead: Remembered[Ahead] = Remembered(self._look)
        _collective(self, sections)
        _people(self, sections)
        _titles(self, sections)
        _frames(self, sections)
        self.first: dict[str, Beginning] = {}
        for phrase, tags in self.phrases.items():
            self.first.setdefault(phrase[0], Beginning()).file(phrase, tags)

    def add(self, words: str, tag: str, value: Any) -> None:
        """File a phrase under its folded words; list-valued tags gather, others keep the first value."""
        phrase = tuple(Tokens(words).forms)
        if not phrase:
            return
        tags = self.phrases.setdefault(phrase, {})
        if isinstance(value, list):
            have = tags.setdefault(tag, [])
            have.extend(v for v in value if v not in have)
        else:
            tags.setdefault(tag, value)

    def analyse(self, form: str) -> tuple[tuple[str, "Beginning"], ...]:
        """What phrases this word may begin, by the proclitic stripped: it goes only if the rest is known."""
        return self._ahead[form].options

    def along(self, forms: list[str]) -> tuple[list[list[Match] | None], bytearray, bytes]:
        """For each token of an article what begins there, as `at` gives it, the marks of that, and its hint."""
        words, count = list(map(self._ahead.__getitem__, forms)), len(forms)
        out: list[list[Match] | None] = [None] * count
        marks = bytearray(count)
        for i in [i for i, ahead in enumerate(words) if ahead is not _NOTHING]:
            alone, seconds, _, mark, _ = words[i]
            if seconds and i + 1 < count and forms[i + 1] in seconds:
                out[i] = found = self.at(forms, i)
                marks[i] = self.mark(found)
            elif alone:
                out[i] = [_match((i + 1, clitic, tags)) for clitic, tags in alone]
                marks[i] = mark
        return out, marks, bytes(map(itemgetter(_HINT), words))

    def mark(self, found: Iterable[Match] | None) -> int:
        """What some matches may be, as `lexicon.marks` has it."""
        return self._marks.of(tags for _, _, tags in found or ())

    def _look(self, form: str) -> Ahead:
        first = self.first
        options = [("", first[form])] if form in first else []
        options += [(c, first[rest]) for c, rest in readings(form) if len(rest) >= _MIN_REST and rest in first]
        hint = self._hint(form)
        if not options:
            return _NOTHING._replace(hint=hint) if hint else _NOTHING
        alone = tuple((clitic, b.alone) for clitic, b in options if b.alone is not None)
        longer = [b.longer for _, b in options if b.longer]
        # a word that begins thousands of phrases does so behind each of its particles
        seconds = longer[0] if len(longer) == 1 else frozenset().union(*longer)
        return Ahead(alone, seconds, tuple(options), self._marks.of(tags for _, tags in alone), hint)

    def at(self, forms: list[str], i: int) -> list[Match] | None:
        """What begins at token i, longest first, whole words before stripped ones; None where nothing does."""
        options = self._ahead[forms[i]].options
        if not options:
            return None
        following = forms[i + 1] if i + 1 < len(forms) else ""
        out: list[Match] = []
        void = False
        for clitic, beginning in options:
            for phrase, tags in beginning.longer.get(following, ()):
                n = len(phrase)
                if n == _TWO or tuple(forms[i + 2 : i + n]) == phrase[2:]:
                    out.append(Match(i + n, clitic, tags))
                    void = void or "void" in tags
            if beginning.alone is not None:
                out.append(Match(i + 1, clitic, beginning.alone))
        return (_without_void(out, i) if void else out) or None


class Beginning:
    """The phrases that one word begins: what it is alone, and the longer ones by their second word, longest first."""

    __slots__ = ("alone", "longer")

    def __init__(self) -> None:
        self.alone: Tags | None = None
        self.longer: dict[str, list[tuple[tuple[str, ...], Tags]]] = {}

    def file(self, phrase: tuple[str, ...], tags: Tags) -> None:
        """Add a phrase that this word begins."""
        if len(phrase) == 1:
            self.alone = tags
        else:
            options = self.longer.setdefault(phrase[1], [])
            options.append((phrase, tags))
            options.sort(key=lambda option: -len(option[0]))


def _without_void(found: list[Match], i: int) -> list[Match]:
    """The matches less the names that a longer phrase gives another sense («مجلس الأمن» in «مجلس الأمن القومي»)."""
    void = max((m.last for m in found if "void" in m.tags and len(m.tags) == 1), default=i)
    if void == i:
        return found
    return [m for m in found if m.last >= void or not _ACTORS & m.tags.keys()]


def _all(index: Index, words: Iterable[str], tag: str, value: Any) -> None:
    for word in words:
        index.add(word, tag, value)


def _collective(index: Index, sections: Sections) -> None:
    c = sections.collective
    for state in c.states:
        _all(index, (state.name.ar, *state.names), "state", state.id)
        _all(index, state.weak, "weak_states", [state.id])
        _all(index, state.capital.ar if state.capital else (), "capital", state.id)
        _all(index, state.seats, "seat", state.id)
        _all(index, state.cities, "city", state.id)
        _all(index, (x.text for x in state.loaded), "loaded", state.id)
        _nisba(index, state.nisba, state.id)
        _nisba(index, state.weak_nisba, state.id, "weak_nisba")
        _all(index, (*state.weak_cities, *(state.capital.weak if state.capital else ())), "weak_city", state.id)
        _all(index, (x.text for x in state.weak_loaded), "weak_loaded", state.id)
        for word in state.nisba_irregular:
            for form in (word, word if definite(word) else ARTICLE + word):
                index.add(form, "nisba", [(state.id, True)])
        _all(index, state.unless, "void", True)
    for org in c.organisations:
        _all(index, (org.name.ar, *org.names, *org.seats, *org.bodies), "org", org.id)
        _all(index, (*org.weak, *org.weak_bodies), "weak_org", org.id)
        _nisba(index, (*org.nisba, *org.weak_nisba), org.id)
        _all(index, org.unless, "void", True)
    for group in c.groups:
        side = group.side or group.id
        _all(index, (group.name.ar, *group.names), "group", side)
        _all(index, group.weak, "weak_group", side)
        _all(index, (x.text for x in group.loaded), "group", side)
        _nisba(index, group.nisba, side)
        _nisba(index, group.weak_nisba, side, "weak_nisba")
        for word in group.nisba_irregular:
            for form in (word, word if definite(word) else ARTICLE + word):
                index.add(form, "nisba", [(side, True)])
        _all(index, group.unless, "void", True)
    _formats(index, sections)


def _formats(index: Index, sections: Sections) -> None:
    c = sections.collective
    for fmt in c.formats:
        _all(index, (fmt.name.ar, *fmt.names), "format", fmt.id)
        _all(index, (fmt.name.ar, *fmt.names), "members", tuple(fmt.members))
        if fmt.envoys:
            _all(index, (fmt.name.ar, *fmt.names), "format_side", fmt.envoys)
    for outlet in c.outlets:
        _all(index, (outlet.name.ar, *outlet.names), "outlet", outlet.id)


def _nisba(index: Index, adjectives: Iterable[str], side: str, tag: str = "nisba") -> None:
    for adjective in adjectives:
        for form, plural in nisba_forms(adjective):
            index.add(form, tag, [(side, plural)])


def _people(index: Index, sections: Sections) -> None:
    for i, person in enumerate(sections.people):
        _all(index, (*person.full_forms(), *person.hyphened_forms()), "person", [i])
        _all(index, person.short_forms(), "short", [i])


def _heads(index: Index, sections: Sections) -> None:
    t = sections.titles
    for i, head in enumerate(t.heads):
        for number, words in (("one", head.words), ("two", head.two), ("many", head.many)):
            _all(index, words, "head", (i, number))
    for i, head in enumerate(t.heads):
        # the accusative of an indefinite head, where it is not a dual too: «مبعوثا أمميا»
        single = (w for w in head.words if " " not in w and not definite(w) and w[-1] not in _DUAL_LIKE)
        _all(index, (w + "ا" for w in single), "head", (i, "one"))


def _titles(index: Index, sections: Sections) -> None:
    t = sections.titles
    _heads(index, sections)
    for private in t.private:
        _all(index, private.words, "private", private.id)
    _all(index, t.complements, "comp", True)
    _all(index, t.honorifics, "honor", True)
    _all(index, t.before_names, "styled", True)
    for i, institution in enumerate(t.institutions):
        _all(index, institution.words, "institution", i)
    for i, official in enumerate(t.officials):
        _all(index, official.words, "official", i)
    for number, words in (("one", t.counterparts.one), ("two", t.counterparts.two), ("many", t.counterparts.many)):
        _all(index, words, "counterpart", number)
    _all(index, t.sets.two, "set", "two")
    _all(index, t.sets.states, "set", "states")
    _all(index, t.heads_of_delegation, "leads", True)
    _all(index, t.company, "company", True)
    _all(index, t.place_nouns, "place_noun", True)
    _all(index, t.name_links, "name_link", True)
    for pair in t.pairs:
        _all(index, pair.words, "pair", pair.sides)
    _all(index, t.homeland, "homeland", True)
    for i, courtesy in enumerate(t.courtesy):
        _all(index, courtesy.words, "courtesy", i)
    _all(index, t.spokesman_links, "of_spokesman", True)
    _all(index, t.posting_links, "posting", True)
    for i, leaning in enumerate(t.leanings):
        _all(index, leaning.words, "leaning", i)


def _construction(index: Index, i: int, row: Construction) -> None:
    """File the forms of a row's predicate; verbal nouns and participles stand as written."""
    if row.verb is not None:
        for form in (*verb_forms(*row.verb), *speaker_forms(row.verb[0])):
            if row.exact and form.pronoun:
                # «تهنئه» folds into the noun «تهنئة»
                continue
            index.add(form.form, "verb", [FrameHit(i, form)])
    for word in row.masdars:
        index.add(word, "verb", [FrameHit(i, VerbForm(fold_word(word), "masdar", "one", False))])
    for word in (*row.participles, *row.finite):
        tense = _TENSES.get(word[0], "past") if word in row.finite else "past"
        female = word in row.participles and word.endswith("ة")
        index.add(word, "verb", [FrameHit(i, VerbForm(fold_word(word), tense, "one", female, _of_phrase(word)))])
    for word in row.nouns:
        for noun in noun_forms(word):
            index.add(noun.form, "noun", [FrameHit(i, noun)])
    for word in row.first_person:
        index.add(word, "noun", [FrameHit(i, NounForm(fold_word(word), True, FIRST_PERSON))])


def _of_phrase(word: str) -> str:
    """The pronoun at the end of a predicate of several words: «في استقباله»; '' for a single word."""
    last = fold_word(word)
    return next((p for p in PRONOUNS if " " in word and last.endswith(p)), "")


def _frames(index: Index, sections: Sections) -> None:
    for i, row in enumerate(sections.constructions):
        _construction(index, i, row)
    g = sections.grammar
    for i, light in enumerate(g.light):
        for form in (*verb_forms(light.past, light.present), *speaker_forms(light.past)):
            if light.bare and form.pronoun:
                continue
            index.add(form.form, "light", [FrameHit(i, form)])
    _all(index, g.masdars, "light", [FrameHit(-1, VerbForm("", "masdar", "one", False))])
    for name in WordClass:
        _all(index, getattr(g, name.value), "word", [name])
    for topic in sections.topics:
        _all(index, topic.words, "topic", topic.name)
    for i, cue in enumerate(g.status):
        _all(index, cue.words, "status", [i])


__all__ = ["FrameHit", "Index", "Match", "NounForm", "Tags"]
