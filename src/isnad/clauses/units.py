"""A sentence as a row of units: a mention, or a word with what the lexicon knows of it."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from isnad.arabic.clitics import DEFINITE, JOINS
from isnad.arabic.endings import BOUND
from isnad.arabic.tokens import Tokens
from isnad.lexicon.index import FrameHit, Match
from isnad.lexicon.words import WordClass
from isnad.model.phrase import Actor, Phrase

COMMAS = frozenset("،,;؛:")
QUOTES = frozenset('"”“«»″()')
_NONE: frozenset[WordClass] = frozenset()
_GLUED = ("ب", "ل", "ك")
_SHORTEST = 2
_WORD, _NOUN, _VERB = "word", "noun", "verb"
_LONG = frozenset({_WORD, _NOUN, _VERB, "status", "company"})
_PLACES = frozenset({"state", "capital", "seat", "city", "weak_state", "weak_city", "homeland", "shared"})


class Unit(msgspec.Struct, frozen=True, gc=False):
    """Tokens [first, last) that the walk takes as one: a mention with its actor, or a word.

    `form`: the folded first word. `joined`: «و» or «ف» is glued to it; `marker`: the preposition that is glued to it.
    `verbs`, `nouns`, `lights`: the predicates that the word may be; `raw`: an ordinary word as it is spelt.
    """

    first: int
    last: int
    form: str
    matches: Sequence[Match] | None = None
    phrase: Phrase | None = None
    actor: Actor | None = None
    clitic: str = ""
    joined: bool = False
    marker: str = ""
    classes: frozenset[WordClass] = _NONE
    verbs: Sequence[FrameHit] = ()
    nouns: Sequence[FrameHit] = ()
    lights: Sequence[FrameHit] = ()
    raw: str = ""

    def tag(self, name: str) -> Any:
        """The value of a tag in any match of this word; None where it has none."""
        for match in self.matches or ():
            if name in match.tags:
                return match.tags[name]
        return None

    def word(self, name: WordClass) -> bool:
        """Whether this word belongs to a class of the grammar."""
        return name in self.classes

    @property
    def ordinary(self) -> bool:
        """Whether this is a word of which the lexicon knows nothing."""
        return self.phrase is None and not self.matches and self.form[0].isalpha()

    @property
    def owning(self) -> bool:
        """Whether this is a noun that what follows may own: «تصريحات», «نجل»; not «الجديدة», «بمكتبه», «هاتفيا»."""
        form = self.form
        return (
            self.ordinary
            and len(form) > _SHORTEST
            and not form.startswith(DEFINITE)
            and not self.bound
            and not form[0].isdigit()
        )

    @property
    def bound(self) -> bool:
        """Whether a pronoun ends this word: «مكتبه», «جولتها»."""
        return self.raw.endswith(BOUND)

    @property
    def naming(self) -> bool:
        """Whether an ordinary word right behind a verb is its subject: «وصل فريق», not «وصل جوا», «استقبل بمكتبه»."""
        return len(self.form) > _SHORTEST and not self.form.startswith(_GLUED) and not self.bound

    @property
    def predicate(self) -> bool:
        """Whether this word tells a contact, or lends one a subject."""
        return bool(self.verbs or self.nouns or self.lights)

    @property
    def is_place(self) -> bool:
        """Whether this is a place that may stand for its state."""
        return self.phrase is not None and self.phrase.kind == "state"


def marker_of(clitic: str) -> tuple[bool, str]:
    """Whether a particle joins («و»), and the preposition it brings."""
    join = clitic.startswith(JOINS)
    return join, clitic[1:] if join else clitic


def segment(
    tokens: Tokens, at: Sequence[Any], phrases: Iterable[tuple[Phrase, Actor | None]], span: range
) -> list[Unit]:
    """The units of a sentence; `at` are the matches by token, `phrases` those of this sentence, in order."""
    out: list[Unit] = []
    queue = iter(phrases)
    following = next(queue, None)
    i, last, forms = span.start, span.stop, tokens.forms
    while i < last:
        while following is not None and following[0].first < i:
            following = next(queue, None)
        if following is not None and following[0].first == i:
            phrase, actor = following
            joined, marker = marker_of(phrase.clitic)
            nouns = _session(at[i]) if phrase.kind == "organisation" else ()
            unit = Unit(i, phrase.last, forms[i], at[i], phrase, actor, phrase.clitic, joined, marker, nouns=nouns)
            out.append(unit)
            i = phrase.last
            continue
        unit = _word(tokens, at[i], i, last if following is None else min(last, following[0].first))
        out.append(unit)
        i = unit.last
    return out


def _session(matches: Sequence[Match] | None) -> Sequence[FrameHit]:
    """The noun that a body's name begins with: «القمة العربية»."""
    return next((m.tags[_NOUN] for m in matches or () if _NOUN in m.tags), ())


def _word(tokens: Tokens, found: Sequence[Match] | None, i: int, last: int) -> Unit:
    """The unit of a word: with the longest phrase of the grammar, or the longest predicate, that it begins."""
    form = tokens.forms[i]
    matches = [m for m in found if m.last <= last] if found else None
    if not matches:
        return Unit(i, i + 1, form, raw=tokens.words(i, i + 1))
    end = i + 1
    classes: frozenset[WordClass] = _NONE
    verbs: Sequence[FrameHit] = ()
    nouns: Sequence[FrameHit] = ()
    lights: Sequence[FrameHit] = ()
    for match in matches:
        tags = match.tags
        if _VERB in tags and i + 1 < match.last < last:
            # «كان في القاهرة» is a verb of its own, «كان في استقباله» none
            continue
        if match.last > end and not _LONG.isdisjoint(tags):
            end = match.last
        if not classes and _WORD in tags:
            classes = frozenset(tags[_WORD])
        verbs = verbs or tags.get(_VERB, ())
        nouns = nouns or tags.get(_NOUN, ())
        lights = lights or tags.get("light", ())
    clitic = matches[0].clitic
    joined, marker = marker_of(clitic)
    return Unit(i, end, form, matches, None, None, clitic, joined, marker, classes, verbs, nouns, lights)


def not_yet(row: Sequence[Unit], i: int) -> bool:
    """«لم يتحدد بعد موعد القمة»: whether unit i is an adverb, and no circumstance."""
    return i > 1 and row[i].word(WordClass.YET) and row[i - 2].word(WordClass.NOT)


def place_kind(unit: Unit) -> str:
    """The strength of a place: state, capital, seat, city; '' where it is no place."""
    return unit.phrase.strength if unit.phrase is not None and unit.phrase.strength in _PLACES else ""
