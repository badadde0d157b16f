"""How far the words told reach, and in which form they stand."""

from collections.abc import Sequence
from typing import Literal

from isnad.statements.told import Told
from isnad.statements.view import COMMAS, MARKS, STOPS, View

_LONG = 6
_JOIN = 5
_TRAIL = frozenset(",،.؛:!…-– \n") | {"و", "كما", "ولكن", "لكن", "ثم", "حيث", "فيما", "بينما", "لكنه", "ولكنه"}
Form = Literal["quoted", "mixed", "paraphrase"]


def content_end(view: View, told: Told, others: Sequence[Told], hi: int) -> int:
    """The token after the last of the words told by `told`; `others` are the cues of its sentence."""
    place = view.inner.get(told.first)
    if place is not None:
        hi = min(hi, view.quotes[place].last) if told.start < view.quotes[place].last else hi
    level = view.quotes[place].depth + 1 if place is not None else 0
    at = told.start
    first = view.opens.get(at - 1) if told.opener in ("quote", "colon") else None
    if first is not None:
        end = _coordinated(view, first)
        quote = view.quotes[first]
        if end - quote.first >= _LONG or _ends(view, end + 1, others, hi):
            return end
        at = end
    elif (begun := view.opens.get(at)) is not None:
        quote = view.quotes[begun]
        end = _coordinated(view, begun)
        while (more := _resumes(view, end + 1, others, hi)) is not None:
            end = max(end, view.quotes[more].last)
        if _ends(view, end + 1, others, max(hi, end + 1)) or end >= hi:
            return end
        at = end
    cuts = {t.first: t for t in others if t is not told and t.first > at and _cuts(view, told, t)}
    j = at
    while j < hi:
        inner = view.inner.get(j)
        if inner is not None and view.quotes[inner].depth >= level and view.quotes[inner].last > j:
            j = view.quotes[inner].last
            if j >= hi:
                return j
            continue
        if j > told.start and (
            j in cuts or (view.forms[j] in COMMAS and _leaves(view, j + 1, cuts)) or _turns(view, j, others)
        ):
            break
        if told.opener == "noun" and j > told.start and view.forms[j] in ("رغم", "برغم"):
            break
        j += 1
    return max(_trimmed(view, j, told.start), told.start + 1)


def _coordinated(view: View, place: int) -> int:
    """The end of a quotation, or of those joined to it: «…", و"…"»."""
    quote = view.quotes[place]
    at = quote.last + 1
    forms, count = view.forms, len(view.forms)
    while at < count and forms[at] in COMMAS:
        at += 1
    if at + 1 < count and forms[at] == "و" and at + 1 in view.opens and view.opens[at + 1] != place:
        return _coordinated(view, view.opens[at + 1])
    return quote.last


def _resumes(view: View, at: int, others: Sequence[Told], hi: int) -> int | None:
    """The quotation that goes on after a comma and a joined word or two: «…"، ويجب "…»; None where a cue or other words come first."""
    if at >= hi or view.forms[at] not in COMMAS or view.forms[at + 1][0] != "و":
        return None
    for j in range(at + 1, min(hi, at + _JOIN)):
        if j in view.opens:
            return view.opens[j]
        if any(t.first == j for t in others) or view.forms[j] in COMMAS:
            return None
    return None


def _ends(view: View, at: int, others: Sequence[Told], hi: int) -> bool:
    """Whether the clause is over at token `at`: punctuation, a new cue, or the outlet's own words."""
    if at >= hi:
        return True
    form = view.forms[at]
    if form in COMMAS or form in STOPS or form in ")}":
        return True
    return any(t.first == at for t in others) or bool(
        view.isa(at, "returns", "to", "glued", "relatives", "adverbs", "prepositions")
    )


def _cuts(view: View, told: Told, other: Told) -> bool:
    """Whether another cue ends the words of this one, rather than standing inside them."""
    if other.inset >= 0 or other.opener == "according":
        return True
    if other.relative or (other.form is not None and other.form.tense == "masdar"):
        return False
    if (view.inner.get(other.first) is not None) and view.inner.get(other.first) != view.inner.get(told.first):
        return False
    body = (
        told.source is not None
        and told.source.role in ("statement", "agency", "media", "anonymous", "spokesperson")
        and told.opener in ("that", "colon", "according")
    )
    if other.form is not None and other.form.tense == "participle":
        mate = told.form is None or told.form.female == other.form.female
        return not body or mate
    if other.before:
        return (
            view.forms[other.source.first - 1] in COMMAS
            if other.source is not None and other.source.first > 0
            else False
        )
    before = view.forms[other.first - 1]
    starts = (
        before in COMMAS
        or before in MARKS
        or view.isa(other.first - 1, "openers", "particles") is not None
        or view.forms[other.first][0] in "وف"
    )
    if not starts:
        return False
    if before in ("ان", "بان", "انه", "انها"):
        return False
    if (
        other.source is None
        and other.form is not None
        and other.form.tense == "present"
        and told.opener == "that"
        and (
            view.forms[told.start - 1] in ("انه", "انها", "انهم")
            and view.forms[other.first][0] == "و"
            and other.verb is not None
            and other.verb.stance
        )
    ):
        # «إنه متفائل، ويعتقد أن»: the same sentence of the same speaker
        return False
    return not (
        body
        and (other.source is not None or (other.form is not None and other.form.number == "two"))
        and other.cls != "add"
        and not view.forms[other.first].startswith("وقال")
    )


def _turns(view: View, j: int, others: Sequence[Told]) -> bool:
    """Whether «لكن …» at token j brings somebody's next words."""
    word = view.isa(j, "adversatives")
    return word is not None and any(j < t.first <= j + word.length + _LONG and (t.source is not None or t.first == j + word.length) and
                                    (t.form is None or t.form.tense not in ("masdar", "participle")) and not t.relative for t in others)  # fmt: skip


def _leaves(view: View, at: int, cuts: dict[int, Told]) -> bool:
    """Whether the outlet takes the word back, or another cue begins, at the token after a comma."""
    if view.forms[at : at + 1] == ["كما"] and at + 1 < len(view.forms) and not view.isa(at + 1, "that"):
        return True
    if at in cuts or view.isa(at, "to", "glued", "returns", "turns") is not None:
        return at in cuts or view.isa(at, "returns", "to", "glued", "turns") is not None
    return any(at + n in cuts for n in (1, 2) if view.isa(at, "openers", "particles", "relatives"))


def _trimmed(view: View, end: int, start: int) -> int:
    while end > start and (view.forms[end - 1] in _TRAIL or (end - 1 in view.opens)):
        end -= 1
    return end


def form_of(view: View, told: Told, start: int, end: int) -> tuple[Form, list[int]]:
    """The form of the words in tokens [start, end), and the places of the quotations in them."""
    place = view.inner.get(told.first)
    level = view.quotes[place].depth + 1 if place is not None else 0
    inside = [
        n
        for n, q in enumerate(view.quotes)
        if q.depth == level and q.first < end and q.last > start and (told.opener != "according" or not view.is_name(n))
    ]
    if told.opener != "according" and told.inset < 0:
        inside = [n for n in inside if not view.is_name(n) or view.quotes[n].first <= start]
    if not inside:
        return "paraphrase", []
    held: set[int] = set()
    for n in inside:
        held.update(range(view.quotes[n].first - 1, view.quotes[n].last + 1))
    plain = [j for j in range(start, end) if j not in held and view.forms[j][0].isalpha()]
    rest = [j for j in plain if not view.isa(j, "mounts", "that", "distancing")]
    return ("mixed" if rest else "quoted"), inside
