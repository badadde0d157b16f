"""How far the words told reach, and in which form they stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from isnad.arabic.clitics import JOINS, PRONOUNS
from isnad.lexicon.statements import Opener, W
from isnad.statements.attribution import Attribution
from isnad.statements.view import COMMAS, MARKS, SEMICOLONS, STOPS, View

_LONG = 6
_JOIN = 5
# no sentence of a person is longer; keeps the time linear where a text has no stops
_LIMIT = 400
_CLAUSES = frozenset({Opener.THAT, Opener.COLON, Opener.QUOTE})
_SAY = "say"
_ACTORS = frozenset({"person", "office", "counterpart", "institution"})
# «و» and a verb of three letters
_VERB = 4


_BODIES = frozenset({"statement", "agency", "media", "anonymous", "spokesperson"})
_TRAIL = frozenset(",،.؛:!…-– \n") | {"و"}
Form = Literal["quoted", "mixed", "paraphrase"]


def content_end(view: View, told: Attribution, others: Sequence[Attribution], hi: int) -> int:
    """The token after the last of the words told by `told`; `others` are the cues of its sentence, in text order."""
    place = view.inner.get(told.first)
    if place is not None and told.start < view.quotes[place].last:
        hi = min(hi, view.quotes[place].last)
    level = view.quotes[place].depth + 1 if place is not None else 0
    low = bisect_right(others, told.start, key=lambda t: t.first)
    near = others[low : bisect_left(others, told.start + _LIMIT, key=lambda t: t.first)]
    at, whole = _quoted(view, told, near, hi)
    if whole:
        return at
    cuts = {t.first for t in near if t is not told and t.first > at and _cuts(view, told, t, near)}
    reach, stop = at, min(hi, told.start + _LIMIT)
    for j in sorted({at, *view.breaking_in(at, stop), *(cut for cut in cuts if cut < stop), *_quotes(view, at, stop)}):
        if j < reach:
            continue
        inner = view.inner.get(j)
        if inner is not None and view.quotes[inner].depth >= level and view.quotes[inner].last > j:
            # what stands in marks ends nothing
            reach = view.quotes[inner].last
            if reach >= hi:
                return reach
        elif j > told.start and _breaks(view, told, j, cuts, near):
            stop = reach = j
            break
    return max(_trimmed(view, max(stop, reach), told.start), told.start + 1)


def _quotes(view: View, lo: int, hi: int) -> list[int]:
    """The first tokens of the quotations that begin in [lo, hi)."""
    low, high = (bisect_left(view.quotes, at, key=lambda q: q.first) for at in (lo, hi))
    return [quote.first for quote in view.quotes[low:high]]


def _quoted(view: View, told: Attribution, near: Sequence[Attribution], hi: int) -> tuple[int, bool]:
    """Where a quotation at the head of the words ends, and whether the words end with it."""
    first = view.opens.get(told.start - 1) if told.opener in (Opener.QUOTE, Opener.COLON) else None
    if first is not None:
        end = _coordinated(view, first)
        return end, end - view.quotes[first].first >= _LONG or _ends(view, end + 1, near, hi)
    begun = view.opens.get(told.start)
    if begun is None:
        return told.start, False
    end = _coordinated(view, begun)
    while (more := _resumes(view, end + 1, near, hi)) is not None:
        end = view.quotes[more].last
    return end, end >= hi or _ends(view, end + 1, near, hi)


def _coordinated(view: View, place: int) -> int:
    """The end of a quotation, or of those joined to it: «…", و"…"»."""
    forms, count = view.forms, len(view.forms)
    while True:
        end = at = view.quotes[place].last
        at += 1
        while at < count and forms[at] in COMMAS:
            at += 1
        following = view.opens.get(at + 1) if at < count and forms[at] == "و" else None
        if following is None or following <= place:
            return end
        place = following


def _resumes(view: View, at: int, near: Sequence[Attribution], hi: int) -> int | None:
    """The quotation that goes on after a comma and a joined word: «…"، ويجب "…»; None where other words come first."""
    if at + 1 >= hi or view.forms[at] not in COMMAS or view.forms[at + 1][0] != "و":
        return None
    for j in range(at + 1, min(hi, at + _JOIN)):
        if j in view.opens:
            return view.opens[j]
        if view.forms[j] in COMMAS or any(t.first == j for t in near):
            return None
    return None


def _ends(view: View, at: int, near: Sequence[Attribution], hi: int) -> bool:
    """Whether the clause is over at token `at`: punctuation, a new cue, or the outlet's own words."""
    if at >= hi:
        return True
    form = view.forms[at]
    if form in COMMAS or form in STOPS or form in ")}":
        return True
    if view.isa(at, W.RETURNS, W.TO, W.GLUED, W.RELATIVES, W.ADVERBS, W.PREPOSITIONS) is not None:
        return True
    if view.isa(at, W.OPENERS) and not view.isa(at, W.THAT):
        # «"لا لقاء" قبل أن يغادر»
        return True
    return any(t.first == at for t in near)


def _breaks(view: View, told: Attribution, j: int, cuts: set[int], near: Sequence[Attribution]) -> bool:
    """Whether the words are over before token j."""
    if j in cuts or (told.opener == Opener.NOUN and view.isa(j, W.DESPITE) is not None):
        return True
    if view.forms[j] in COMMAS:
        if told.relative and view.forms[told.antecedent - 1] in COMMAS:
            # «…، التي اتهمت الكرملين بتمويلها، عن …»: the inset is over
            return True
        return _leaves(view, j + 1, cuts) or (told.opener not in _CLAUSES and _new_clause(view, j + 1))
    if view.forms[j] in SEMICOLONS:
        return _new_clause(view, j + 1)
    word = view.isa(j, W.ADVERSATIVES)
    if word is None:
        return False
    # «لكن …» brings somebody's next words
    reach = j + word.length
    return any(j < _lead(t) <= reach + _LONG and (t.source is not None or t.first == reach) for t in near if _main(t))


def _new_clause(view: View, at: int) -> bool:
    """Whether a new verb with its own subject begins at token `at`: «، وسعى رئيس الوزراء إلى»."""
    if at + 1 >= len(view.forms) or not view.forms[at].startswith("و") or view.isa(at, W.THAT, W.PREPOSITIONS):
        return False
    held = view.begins.get(at + 1)
    actor = held is not None and not held[0].clitic and held[0].kind in _ACTORS
    return actor and at not in view.begins and not view.is_definite(at) and len(view.forms[at]) >= _VERB


def _main(told: Attribution) -> bool:
    """Whether a cue is the verb of a clause of its own."""
    return not told.relative and not told.tensed("masdar", "participle")


def _lead(told: Attribution) -> int:
    """The token at which a cue's clause begins: its subject, or its verb."""
    return told.source.first if told.before and told.source is not None else told.first


def _leaves(view: View, at: int, cuts: set[int]) -> bool:
    """Whether the outlet takes the word back, or another cue begins, at the token after a comma."""
    if at in cuts or view.isa(at, W.TO, W.GLUED, W.RETURNS, W.TURNS) is not None:
        return True
    if view.isa(at, W.LIKEWISE) and not view.isa(at + 1, W.THAT):
        return True
    return bool({at + 1, at + 2} & cuts) and view.isa(at, W.OPENERS, W.PARTICLES, W.RELATIVES) is not None


def _cuts(view: View, told: Attribution, other: Attribution, near: Sequence[Attribution]) -> bool:
    """Whether another cue ends the words of this one, rather than standing inside them."""
    if other.opener == "according":
        return True
    if other.relative or other.tensed("masdar"):
        return False
    if view.inner.get(other.first, view.inner.get(told.first)) != view.inner.get(told.first):
        return False
    # a body's text or an unnamed source tells what others said; a person's own words rather end there
    body = told.source is not None and told.source.role in _BODIES and told.opener in (Opener.THAT, Opener.COLON)
    if other.form is not None and other.tensed("participle"):
        return not body or told.form is None or told.form.female == other.form.female
    if other.before:
        return other.source is not None and view.forms[other.source.first - 1] in COMMAS
    if not _opens(view, other.first) or _parallel(view, told, other):
        return False
    if body and other.source is None and _goes_on(told, other, near):
        return False
    own = other.source is not None or (other.form is not None and other.form.number == "two")
    return not (body and own) or other.cls == "add" or (other.verb is not None and other.verb.id == _SAY)


def _goes_on(told: Attribution, other: Attribution, near: Sequence[Attribution]) -> bool:
    """«قال المتحدث إن الوزير شدد على …، وحذر من»: a verb coordinated with one inside the words has its subject."""
    inside = [t for t in near if told.start <= t.first < other.first and t.source is not None and _main(t)]
    inner = inside[-1] if inside else None
    return inner is not None and inner.form is not None and other.form is not None and (
        inner.form.female == other.form.female
    )  # fmt: skip


def _opens(view: View, first: int) -> bool:
    before = view.forms[first - 1]
    if view.isa(first - 1, W.THAT) is not None:
        return False
    if before in COMMAS or before in MARKS or view.forms[first][0] in JOINS:
        return True
    j = first - 1
    while j > 0 and view.isa(j, W.OPENERS, W.PARTICLES):
        j -= 1
    # «هرب عندما طلبت منه», «أن تكون بغداد قد رفضت»: the verb stands in a clause inside the words
    return j < first - 1 and (view.forms[j] in COMMAS or view.isa(j + 1, W.RETURNS) is not None)


def _parallel(view: View, told: Attribution, other: Attribution) -> bool:
    """«إنه متفائل، ويعتقد أن»: the same sentence of the same speaker."""
    stance = other.verb is not None and other.verb.stance and other.source is None and other.tensed("present")
    pronoun = told.opener == Opener.THAT and view.forms[told.start - 1].endswith(PRONOUNS)
    return stance and pronoun and view.forms[other.first][0] == "و"


def _trimmed(view: View, end: int, start: int) -> int:
    while end > start and (view.forms[end - 1] in _TRAIL or end - 1 in view.opens or view.isa(end - 1, W.TRAILING)):
        end -= 1
    return end


def form_of(view: View, told: Attribution) -> tuple[Form, list[int]]:
    """The form of a statement's words, and the places of the quotations in them. Names in marks are no quotations."""
    place = view.inner.get(told.first)
    level = view.quotes[place].depth + 1 if place is not None else 0
    low = bisect_left(view.quotes, told.start, key=lambda q: q.first)
    # a quotation may have begun before the words, around them
    low = max(0, low - 2)
    inside: list[int] = []
    for n in range(low, bisect_left(view.quotes, told.end, key=lambda q: q.first)):
        quote = view.quotes[n]
        if (
            quote.depth == level
            and quote.last > told.start
            and not (view.is_name(n) and (told.according or quote.first > told.start))
        ):
            inside.append(n)
    if not inside:
        return "paraphrase", []
    held = {j for n in inside for j in range(view.quotes[n].first - 1, view.quotes[n].last + 1)}
    plain = (j for j in range(told.start, told.end) if j not in held and view.forms[j][0].isalpha())
    return "mixed" if any(not view.isa(j, W.MOUNTS, W.THAT, W.DISTANCING) for j in plain) else "quoted", inside
