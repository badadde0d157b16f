"""The subject that stands before its verb, and where clauses begin."""

from isnad.arabic.endings import BOUND
from isnad.lexicon.statements import W
from isnad.statements.names import unknown
from isnad.statements.source import Source, united
from isnad.statements.sources import source_at
from isnad.statements.view import COMMAS, MARKS, STOPS, Named, View, bare

_BACK = 30
_NEAR = 9
_IDAFA = 4
_ENDING = (W.TEXTS, W.ANONYMOUS, W.BODIES, W.AGENCIES, W.MEDIA)
# nouns that speak themselves
SPEAKING = (*_ENDING, W.PEOPLES)
_PLAIN = (*SPEAKING, W.SETS, W.LATTER)


def subject_before(view: View, k: int, lo: int) -> Source | None:
    """The subject that stands before a verb at token k and opens its clause («وكان الوزير قد أعلن»)."""
    j = k - 1
    while j >= lo and j + 1 not in view.ends and view.isa(j, W.PARTICLES, W.ADVERBS):
        if view.isa(j, W.ALREADY):
            return None
        j -= 1
    if j > lo and j in view.opens:
        # «أن الوزير ونظيره "أعربا عن …"»
        j -= 1
    if j > lo and view.isa(j, W.THAT) and (beforehand := _beforehand(view, j, lo)) is not None:
        return beforehand
    if j < lo or view.forms[j] not in COMMAS:
        return _ending(view, j + 1, lo)
    return _described(view, j, lo) or _ending(view, j, lo) or _over_inset(view, j - 1, lo, k) or _of_trade(view, j, lo)


def _described(view: View, comma: int, lo: int) -> Source | None:
    """«روسيا، العضو الدائم في المجلس، تصر»: the subject before the phrase that says what it is, up to the comma."""
    last = view.ends.get(comma)
    first = last[0].first - 1 if last is not None and not last[0].clitic else lo
    held = view.ends.get(first) if first > lo and view.forms[first] in COMMAS else None
    if (
        held is None
        or bare(held[0].clitic)
        or not view.is_definite(first + 1)
        or not opens_clause(view, held[0].first, lo)
    ):
        return None
    return source_at(view, held[0].first, first) if held[0].kind == "state" else None


def _of_trade(view: View, comma: int, lo: int) -> Source | None:
    """«المحلل السياسي، فلان الفلاني، يتساءل»: a trade that opens the sentence, and a name between commas."""
    if not view.isa(lo, W.TRADES) or comma - lo > _NEAR:
        return None
    inset = next((x for x in range(lo + 1, comma) if view.forms[x] in COMMAS), None)
    source = unknown(view, lo, comma) if inset is not None else None
    return source if source is not None and source.name else None


def _beforehand(view: View, that: int, lo: int) -> Source | None:
    """«سبق للرئيس أن قال»: the one behind «ل» spoke."""
    held = view.ends.get(that)
    before = held is not None and held[0].first > lo and view.isa(held[0].first - 1, W.BEFOREHAND)
    return source_at(view, held[0].first, that, "ل") if held is not None and before else None


def _over_inset(view: View, j: int, lo: int, k: int) -> Source | None:
    """«لافروف، الذي يزور أنقرة، أكد»: the subject before an inset that ends at token j."""
    for x in range(j, max(lo, k - _BACK), -1):
        if view.forms[x] in STOPS:
            return None
        if view.forms[x] in COMMAS or view.isa(x, W.RELATIVES):
            found = _ending(view, x, lo) or (_ending(view, x - 1, lo) if view.forms[x - 1] in COMMAS else None)
            if found is not None and (
                view.isa(x, W.RELATIVES) or view.isa(x + 1, W.RELATIVES, W.ADVERBS, W.PREPOSITIONS)
            ):
                return found
    return None


def _ending(view: View, end: int, lo: int) -> Source | None:
    """The source that ends before token `end` and opens its clause."""
    held = view.ends.get(end)
    if held is None or held[0].first < lo:
        return _plain_ending(view, end, lo)
    group: list[Named] = [held]
    while group[0][0].clitic == "و" and (before := view.ends.get(group[0][0].first)) and before[0].first >= lo:
        group.insert(0, before)
    first = group[0][0].first
    text = next((x for x in range(first - 1, max(lo, first - _IDAFA) - 1, -1) if view.isa(x, *_ENDING)), None)
    if text is not None and opens_clause(view, text, lo):
        found = source_at(view, text, end)
        if found is not None and found.last >= end:
            return found
    if bare(group[0][0].clitic) or not opens_clause(view, first, lo):
        return None
    found = source_at(view, first, end)
    if found is None:
        return None
    for phrase, _ in group[1:]:
        other = source_at(view, phrase.first, end)
        if other is not None and (other.role == found.role or (other.actors and other.actors[0].name)):
            found.actors = united(found.actors, other.actors)
            found.last, found.number = other.last, "two" if len(found.actors) > 1 else found.number
    return found


def _plain_ending(view: View, end: int, lo: int) -> Source | None:
    for x in range(end - 1, max(lo, end - _NEAR) - 1, -1):
        if view.forms[x] in COMMAS or view.forms[x] in STOPS:
            return None
        if view.isa(x, *_PLAIN) and opens_clause(view, x, lo):
            found = source_at(view, x, end)
            return found if found is not None and found.last >= end - 1 else None
    return None


def joined_to(view: View, source: Source, hi: int) -> int:
    """The token after a subject and those joined to it («الوزير ونظيره»); they are added to its actors."""
    j = source.last
    while j < hi and source.role == "speaker" and (held := view.begins.get(j)) is not None and held[0].clitic == "و":
        other = source_at(view, j, hi)
        if other is None or other.role != "speaker" or other.state != source.state:
            break
        source.actors = united(source.actors, other.actors)
        source.number = "two" if len(source.actors) > 1 else source.number
        j = source.last = held[0].last
    return j


def opens_clause(view: View, first: int, lo: int) -> bool:
    """Whether token `first` stands where a clause begins."""
    if first <= lo:
        return True
    before = view.forms[first - 1]
    if before in COMMAS or before in STOPS or before in MARKS or before in (":", "-", "–", ")", "(", "و"):
        return True
    if view.isa(first - 1, W.THAT, W.OPENERS, W.PARTICLES, W.TURNS):
        return True
    return any(
        (word := view.isa(x, W.OPENERS, W.TURNS)) is not None and x + word.length == first
        for x in range(max(lo, first - 4), first)
    )


def is_owner(view: View, first: int, lo: int) -> bool:
    """Whether an actor at token `first` only owns the noun before it, which is no verb: «التقى محامي الرئيس»."""
    at = first - 1
    if at <= lo or first in view.opens or view.is_definite(at) or first in view.ends or not view.forms[at][0].isalpha():
        return False
    word = view.isa(at, *SPEAKING, W.TRADES)
    if word is None and (view.word(at) is not None or view.forms[at] in view.index.cues or at in view.times):
        return False
    # the first word of a clause is its verb, and a word in the accusative owns nothing
    opens = at == lo or opens_clause(view, at, lo)
    return not opens and not view.text(at, at + 1).endswith(BOUND)
