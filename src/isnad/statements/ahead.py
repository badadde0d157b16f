"""What the words ahead of a token tell a walk: where a clause opens, and which words can only be a subject."""

from isnad.arabic.clitics import ARTICLE, BY_THE, FOR_THE, PRONOUNS
from isnad.lexicon.statements import Opener, W
from isnad.statements.view import COMMAS, STOPS, View, bare

_REACH = 16
_SOON = 7
_MIN_GLUED = 4
_COMMAS = 2
_GLUED = ("و", "ل", "ب")
_MIN_OWNED = 4
_ADJECTIVE = 2


def that_ahead(view: View, j: int, hi: int, takes: frozenset[str], *, marks: bool = True) -> int:
    """The token of an opener of a clause from token j on, before the clause ends; 0 where there is none.

    Without `marks`, a quotation is none.
    """
    if not takes & {Opener.THAT, Opener.QUOTE}:
        return 0
    commas, end = 0, min(hi, j + _REACH)
    for x in view.opening_in(j, end):
        form = view.forms[x]
        if form in STOPS:
            return 0
        if form in COMMAS:
            commas += 1
            after = x + 1 < end and view.index.tensed(view.forms[x + 1], "participle", "past")
            if commas > _COMMAS or after:
                return 0
        if x > j and (view.isa(x, W.THAT) or form == ":"):
            # «إلا أنه» turns to something else
            return 0 if view.isa(x - 1, W.ADVERSATIVES) is not None else x
        if marks and x > j and x in view.opens and not view.is_name(view.opens[x]):
            return x
    return 0


def object_ahead(view: View, j: int, hi: int) -> int:
    """The actor soon after strange words at token j («اتهم ضابط كبير موسكو»); 0 where there is none."""
    for x in range(j, min(hi, j + _SOON)):
        if x in view.begins:
            return 0 if bare(view.begins[x][0].clitic) else x
        if view.forms[x] in COMMAS or view.isa(x, W.PREPOSITIONS):
            return 0
    return 0


def definite_subject(view: View, j: int, hi: int, *, clause: bool) -> int:
    """The token after a definite noun behind its verb that can only be its subject; 0 where it may be what is told.

    It is one before a clause, where the verb takes one (`clause`), or before an indefinite noun: «أعلن النادي تعاقده».
    """
    last = j
    while last < hi and view.is_definite(last) and last not in view.begins and view.word(last) is None:
        last += 1
    if last - j > _ADJECTIVE and not _agree(view, j, last - 1):
        # «ويرفض الحزب القواعد الأجنبية»: the last word is of the noun before it, which is no adjective
        return j + 1
    if last in (j, hi):
        return 0
    after = view.forms[last]
    if clause and (after in COMMAS or view.isa(last, W.PREPOSITIONS, W.THAT, W.ADVERBS)):
        return last
    indefinite = after[0].isalpha() and not after.startswith((ARTICLE, *_GLUED)) and view.word(last) is None
    return last if indefinite else 0


def _agree(view: View, noun: int, adjective: int) -> bool:
    return view.forms[noun].endswith("ه") == view.forms[adjective].endswith("ه")


def breaks(view: View, x: int) -> bool:
    """Whether a noun phrase that no list knows is over at token x."""
    return (
        view.forms[x] in COMMAS
        or x in view.opens
        or x in view.times
        or view.isa(x, W.PREPOSITIONS, W.ADVERBS, W.RELATIVES, W.PRONOUNS) is not None
    )


def is_possessed(view: View, x: int) -> bool:
    """Whether a noun bears a possessive pronoun: «دعمه», «رفضهم»."""
    form = view.forms[x]
    if len(form) < _MIN_OWNED or view.is_definite(x) or x in view.begins or view.word(x) is not None:
        return False
    return form.endswith(PRONOUNS) and not view.text(x, x + 1).endswith("ة")


def bears(form: str, mark: str) -> bool:
    """Whether a word may bear this particle."""
    return form.startswith(mark) and len(form) >= _MIN_GLUED


def whole(view: View, j: int) -> bool:
    """Whether a word's first letter belongs to it: «بين», «بيان», «لقاء»."""
    form, found = view.forms[j], view.at[j]
    if found is not None and any(m.clitic == "" and m.last == j + 1 and "nisba" not in m.tags for m in found):
        return True
    return form in view.index.cues and not form.startswith((BY_THE, FOR_THE))
