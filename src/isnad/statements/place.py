"""The statements of one sentence: its cues with their extents, each inside which other, and what attributes what."""

from collections.abc import Sequence

from isnad.lexicon.statements import W
from isnad.statements.attribution import Attribution
from isnad.statements.chain import Chains
from isnad.statements.extent import content_end
from isnad.statements.placed import Placed
from isnad.statements.view import COMMAS, MARKS, View

_MIN = 2
_NEAR = 5
_BEFORE = 3
# how many statements of a sentence are looked back at
_WINDOW = 24


def place(
    view: View, found: list[Attribution], chains: Chains, before: Sequence[Placed], last: tuple[int, int]
) -> list[Placed]:
    """The statements of the sentence that `chains` stands in, in text order; `found` are its cues.

    `before` are the statements placed so far, `last` the tokens of the sentence before, which an attribution that is a
    sentence of its own is about.
    """
    here = chains.place
    spoken = [t for t in found if not t.according and t.start < here.hi]
    attributions = [t for t in found if t.according]
    for t in spoken:
        t.end = content_end(view, t, found, here.hi)
    spoken = [t for t in spoken if t.end > t.start]
    held = _quoted_before(view, before, here.lo)
    if held is not None and (closing := [t for t in attributions if t.first > view.quotes[view.inner[here.lo]].last]):
        # «"… انتهت المهلة. ولن نعود"، وفق ما ذكرت وكالة …»: the quotation began in a sentence before
        chains.amend([held], closing[0])
        attributions.remove(closing[0])
    if attributions and not spoken and _alone(attributions, here.lo, here.hi):
        recent = [p for p in before if p.sentence == here.number - 1 and not p.title]
        if recent:
            chains.amend(recent, attributions[0])
            return []
        attributions[0].start, attributions[0].end = last
        return _settled(chains, [Placed(attributions[0], here.number, here.title)], [])
    out: list[Placed] = []
    prefix: list[Attribution] = []
    for t in attributions:
        if not _attributed(view, t, spoken, here.lo, here.hi):
            prefix.append(t)
        elif not any(q.told.start < t.end and t.start < q.told.end for q in out):
            out.append(Placed(t, here.number, here.title))
    out += [Placed(t, here.number, here.title) for t in spoken]
    _nest(out, before[-_BEFORE:])
    return _settled(chains, out, prefix)


def _quoted_before(view: View, before: Sequence[Placed], lo: int) -> Placed | None:
    """The statement whose quotation began in a sentence before and still goes on at token `lo`."""
    place = view.inner.get(lo)
    if place is None or view.quotes[place].first >= lo:
        return None
    return next((p for p in reversed(before[-_BEFORE:]) if p.told.holds(lo)), None)


def _alone(attributions: list[Attribution], lo: int, hi: int) -> bool:
    """«وذلك وفقا لوكالة …»: the attribution is the whole sentence."""
    return attributions[0].first - lo <= 1 and attributions[-1].last >= hi - 1


def _settled(chains: Chains, placed: list[Placed], prefix: list[Attribution]) -> list[Placed]:
    """Those that somebody speaks, outer before inner; and the sentence is left."""
    kept: list[Placed] = []
    for p in sorted(placed, key=lambda p: (p.depth, p.told.first)):
        if p.told.end > p.told.start and chains.settle(p, prefix, kept[-_WINDOW:]):
            kept.append(p)
    kept.sort(key=lambda p: p.told.first)
    chains.leave(kept, prefix)
    return kept


def _attributed(view: View, told: Attribution, spoken: list[Attribution], lo: int, hi: int) -> bool:
    """Find the words that an according-clause attributes; False where it only names the source of a statement."""
    k, last = told.first, told.last
    main = [t for t in spoken if not t.tensed("masdar", "participle") and not t.relative]
    if k - lo <= 1:
        start = last
        while start < hi and (
            view.forms[start] in COMMAS or view.forms[start] in MARKS or view.isa(start, W.PARTICLES, W.THAT)
        ):
            start += 1
        if start >= hi or any(_leads(t, start) for t in main):
            return False
        told.start, told.end = start, _trim(view, start, min([hi, *(t.first for t in main if t.first > start)]))
        return told.end - told.start >= _MIN
    if any(_leads(t, lo) and t.first < k for t in main):
        return False
    told.start = lo
    while told.start < k and view.isa(told.start, W.OPENERS, W.TURNS):
        told.start += 1
    inner = [t.first for t in main if t.first < k and not t.before]
    if inner:
        told.end = _trim(view, told.start, inner[0])
    elif not any(view.forms[j] in COMMAS or j in view.opens for j in range(last, hi)):
        told.end = _trim(view, told.start, k)
    else:
        later = [t.first for t in spoken if t.first > last and not t.relative]
        later += [j for j in range(last, hi) if view.isa(j, W.TO, W.GLUED)]
        told.end = _trim(view, last, min([hi, *later]))
    return told.end - told.start > _MIN


def _leads(told: Attribution, lo: int) -> bool:
    """Whether a cue is the main verb of a clause that begins at token `lo`."""
    first = told.source.first if told.before and told.source is not None else told.first
    return first - lo <= _NEAR


def _trim(view: View, start: int, end: int) -> int:
    while end > start and (view.forms[end - 1] in COMMAS or view.isa(end - 1, W.OPENERS, W.PARTICLES, W.RETURNS)):
        end -= 1
    return end


def _nest(placed: list[Placed], before: Sequence[Placed]) -> None:
    """Give each statement the innermost one whose words hold its cue, among those near it."""
    placed.sort(key=lambda p: p.told.first)
    clauses = [p for p in placed if p.told.according][:_WINDOW]
    for n, p in enumerate(placed):
        if p.told.opener == "according":
            continue
        size = p.told.end - p.told.start
        near = (*before, *placed[max(0, n - _WINDOW) : n], *clauses)
        around = [q for q in near if q.told.holds(p.told.first) and q.told.end - q.told.start > size]
        if around:
            p.parent = min(around, key=lambda q: q.told.end - q.told.start)
            p.depth = p.parent.depth + 1
