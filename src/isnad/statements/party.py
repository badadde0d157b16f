"""Who is accused, asked or warned: the object of a verb, never its speaker («واتهم موسكو بـ», «ودعا ألمانيا إلى»)."""

from enum import Enum

from isnad.arabic.clitics import POSSESSIVES
from isnad.lexicon.speech import CueForm
from isnad.lexicon.statements import Opener
from isnad.lexicon.statements import WordClass as W
from isnad.statements.agreement import is_female, may_speak
from isnad.statements.ahead import bears, whole
from isnad.statements.attribution import Attribution
from isnad.statements.source import Source
from isnad.statements.sources import source_at
from isnad.statements.subject import SPEAKING, joined_to
from isnad.statements.view import COMMAS, View, bare

_CLAUSAL = frozenset({Opener.THAT, Opener.QUOTE, Opener.NOUN})
_GLUED = ("ب", "ل")
_INSET = 8


class Role(Enum):
    """What a lone noun phrase behind a verb of accusing or asking can be."""

    SUBJECT = "subject"
    PARTY = "party"
    EITHER = "either"


def lone(view: View, k: int, place: int, hi: int) -> tuple[Source, int] | None:
    """The one noun phrase between the verb at token k and its matter, and where that begins; None where two do."""
    at = k + 1
    while at < hi and at not in view.begins and view.isa(at, W.ADVERBS, W.RESUMPTIVE, W.PARTICLES):
        at += 1
    found = source_at(view, at, hi)
    if found is None or found.role in ("agency", "media"):
        return None
    if view.is_definite(found.first) and any(_is_body(view, x) for x in range(found.first + 1, found.last)):
        # «واتهم الوزير المعارضة»: two definite nouns side by side are two
        return None
    end = joined_to(view, found, hi)
    matter = _matter(view, end, place, hi)
    return (found, matter) if matter else None


def described(view: View, k: int, hi: int) -> int:
    """Where what is said of a thing begins behind the verb at token k («ووصف اجتماع الوزراء بأنه ناجح»); 0 of no thing.

    A thing is a word that the lexicon knows and that names no actor and no trade.
    """
    first = k + 1
    if (
        first >= hi
        or first in view.begins
        or not view.at[first]
        or view.isa(first, *SPEAKING, W.TRADES, W.PREPOSITIONS)
    ):
        return 0
    for x in range(first + 1, min(hi, first + _INSET)):
        if view.forms[x] in COMMAS:
            return 0
        if view.isa(x, W.THAT):
            return x + 1 if view.forms[x].startswith("ب") else 0
    return 0


def _matter(view: View, at: int, place: int, hi: int) -> int:
    """Where what the verb is about begins: token `at`, or behind an inset there («في مؤتمر صحفي»); 0 where nowhere."""
    marks = view.index.takes[place] - _CLAUSAL
    words = view.index.needs[place]
    inset = False
    for x in range(at, min(hi, at + _INSET)):
        form = view.forms[x]
        if form in words or form in marks or (Opener.THAT in view.index.takes[place] and view.isa(x, W.THAT)):
            return x
        if x not in view.begins and not whole(view, x) and any(m in marks and bears(form, m) for m in _GLUED):
            return x
        if view.isa(x, W.PREPOSITIONS) and x not in view.begins:
            inset = True
        elif x in view.times or view.isa(x, W.ADVERBS) or form in ")(":
            continue
        elif form in COMMAS or not inset or (x in view.begins and not _in_inset(view, x)):
            return 0
    return 0


def _is_body(view: View, x: int) -> bool:
    return view.is_definite(x) and view.isa(x, W.BODIES, W.PEOPLES) is not None


def _in_inset(view: View, x: int) -> bool:
    """Whether a phrase is part of an inset: behind a preposition or a particle of its own."""
    return bool(bare(view.begins[x][0].clitic)) or view.isa(x - 1, W.PREPOSITIONS) is not None


def role_of(view: View, k: int, cue: CueForm, source: Source, *, joined: bool, relative: bool) -> Role:
    """What the lone noun phrase behind the verb at token k is to it."""
    verb = view.index.verbs[cue.verb]
    if cue.pronoun:
        return Role.SUBJECT
    if relative:
        return Role.PARTY if is_antecedents(view, k, cue) else Role.SUBJECT
    if verb.party == "needed" or not may_speak(view, cue, source):
        return Role.PARTY
    return Role.EITHER if joined else Role.SUBJECT


def is_antecedents(view: View, k: int, cue: CueForm) -> bool:
    """Whether the verb of a relative clause agrees with the pronoun before it, so that this is its subject."""
    word = view.isa(k - 1, W.WHO_SHE, W.WHO_MANY)
    if word is None:
        return cue.number == "one" and not cue.female
    if cue.number == "many":
        return W.WHO_MANY in word.classes
    return cue.number == "two" or (W.WHO_SHE in word.classes and cue.female)


def possesses(view: View, source: Source, told: Attribution) -> bool:
    """Whether a pronoun in the words told is the noun's: «طالب العراق بإغلاق معسكرات المسلحين على أراضيه»."""
    female = is_female(view, source)
    endings = POSSESSIVES[female] if female is not None else ()
    return any(
        view.forms[j].endswith(endings) and not view.text(j, j + 1).endswith("ة") and view.word(j) is None
        for j in range(max(told.start, source.last), told.end)
    )
