"""Gender: whether a verb can have this noun phrase as its subject."""

from isnad.arabic.paradigms import FEMININE_ENDINGS, MEN_ENDINGS
from isnad.lexicon.speech import CueForm
from isnad.lexicon.statements import W
from isnad.statements.source import Source
from isnad.statements.view import View

_PERSONS = frozenset({"person", "office", "counterpart"})


def is_female(view: View, source: Source) -> bool | None:
    """The gender of a noun phrase; None where its words do not tell."""
    word = view.isa(source.first, W.FEMININE, W.MASCULINE)
    if word is not None:
        return W.FEMININE in word.classes
    phrase = source.phrase
    if phrase is not None and phrase.kind in _PERSONS:
        return _person(source)
    first = source.words.split(" ")[0]
    if phrase is not None and phrase.kind == "state" and phrase.strength != "seat":
        # states and cities are feminine but for those that a list names
        return True
    outlet = source.outlet is not None or source.role in ("agency", "media")
    bare = source.name is not None and phrase is None and source.words.startswith(source.name)
    if bare and not outlet and source.role != "statement":
        # «أسامة» is a man's name
        return None
    if first.endswith(FEMININE_ENDINGS):
        return True
    if _is_strange(view, source):
        return None
    if phrase is not None and phrase.kind == "group":
        return None
    if outlet:
        return None
    return False if source.number == "one" and source.role != "anonymous" else None


def _person(source: Source) -> bool | None:
    """A title or «نظيره» is masculine or feminine; a name alone says nothing."""
    if source.female:
        return True
    actor, phrase = source.actors[0] if source.actors else None, source.phrase
    titled = phrase is None or phrase.name is None or phrase.name[0] > phrase.first
    if titled and source.words.split(" ")[0].endswith("ة"):
        return True
    known = actor is not None and (actor.rank or actor.likened)
    return False if known else None


def is_plural(words: str) -> bool:
    """Whether a noun phrase begins with a sound plural of men: «مسؤولون», «مراقبين»."""
    return words.split(" ")[0].endswith(MEN_ENDINGS)


def may_speak(view: View, cue: CueForm, source: Source) -> bool:
    """Whether a verb before its subject may have this one: it agrees in gender, and is always in the singular."""
    if cue.number != "one" or (source.phrase is None and _is_oblique(view, source)):
        return False
    gender = is_female(view, source)
    return gender is None or gender == cue.female or (cue.female and _is_people(view, source))


def _is_people(view: View, source: Source) -> bool:
    """A broken plural of people takes either: «قالت مصادر», «قال مصادر»."""
    return view.isa(source.first, W.PEOPLES, W.ANONYMOUS) is not None


def _is_strange(view: View, source: Source) -> bool:
    """Whether it is one bare word that no list knows, as a company's name is: «أعلنت سامبا أن»."""
    lone = source.phrase is None and source.last - source.first == 1
    named = lone and view.isa(source.last, W.THAT) is not None
    return named and view.word(source.first) is None and not view.is_definite(source.first)


def _is_oblique(view: View, source: Source) -> bool:
    """«المشاركين» is an object or owned, never a subject, which ends in «ون»."""
    return view.is_definite(source.first) and source.words.split(" ")[0].endswith(MEN_ENDINGS[1])
