"""The room's composition: the cues of each sentence, how far their words reach, who speaks, and the chain behind."""

import hashlib
from collections.abc import Sequence

import msgspec

from isnad.lexicon.collective import Outlet
from isnad.lexicon.index import Match
from isnad.lexicon.statements import SpeechIndex
from isnad.arabic.quotations import Quotation
from isnad.arabic.tokens import Tokens
from isnad.model import Cue, Party, Span, Statement
from isnad.model.reading import Link, QuoteSpan
from isnad.model.phrase import Actor
from isnad.statements.chain import Chains, Encounter, Placed
from isnad.statements.extent import content_end, form_of
from isnad.statements.find import cues
from isnad.statements.told import Told
from isnad.statements.view import COMMAS, MARKS, Sentence, View

_MIN = 2
_NEAR = 5


class Setting(msgspec.Struct, frozen=True):
    """What the reading knows of the article besides its words: its hash, its outlet, and the encounters that it tells."""

    sha256: str
    outlet: str | None
    home: Outlet | None
    encounters: tuple[Encounter, ...]
    times: tuple[tuple[int, int], ...] = ()


def read_statements(
    tokens: Tokens, at: list[list[Match] | None], index: SpeechIndex, outlets: dict[str, Outlet],
    sentences: Sequence[Sentence], quotations: Sequence[Quotation], setting: Setting,
) -> tuple[Statement, ...]:  # fmt: skip
    """The statements of an article in text order.

    `sentences`: token range, whether it is the title, and its phrases with their actors; `quotations`: the text's.
    """
    view = View(tokens, at, index, outlets, sentences, quotations, setting.times)
    chains = Chains(view, setting.home, setting.encounters)
    placed: list[Placed] = []
    for number, (span, title, phrases) in enumerate(sentences):
        lo, hi = span.start, span.stop
        while hi > lo and tokens.forms[hi - 1] in ("\n", ".", "،"):
            hi -= 1
        if hi - lo < _MIN:
            continue
        found = cues(view, lo, hi, title=title)
        chains.sentence(number, lo, hi, title, phrases)
        placed += _place(view, found, lo, hi, number, chains, placed, title=title)
    placed = chains.later(placed)
    return tuple(_statement(view, p, setting, ids) for ids in [_ids(view, placed, setting)] for p in placed)


def _place(
    view: View, found: list[Told], lo: int, hi: int, number: int, chains: Chains, before: list[Placed], *, title: bool
) -> list[Placed]:
    """The statements of one sentence with their extents, speakers and chains."""
    attributions = [t for t in found if t.opener == "according"]
    spoken = [t for t in found if t.opener != "according"]
    for t in spoken:
        t.end = content_end(view, t, found, hi)
    spoken = [t for t in spoken if t.end - t.start >= 1]
    out: list[Placed] = []
    prefix: list[Told] = []
    for t in attributions:
        made = _attributed(view, t, spoken, lo, hi, before)
        if made is not None and any(q.told.start < made.end and made.start < q.told.end for q in out):
            continue
        if made is None:
            prefix.append(t)
        else:
            out += [Placed(made, number, title)]
    if (
        len(attributions)
        and not spoken
        and not out
        and before
        and attributions[0].first - lo <= 1
        and attributions[-1].last >= hi - 1
    ):
        chains.amend(before, attributions[0], number)
        return []
    out += [Placed(t, number, title) for t in spoken]
    out.sort(key=lambda p: (p.told.start, -p.told.end) if p.told.opener == "according" else (p.told.first, -p.told.end))
    _parents(out, before)
    kept: list[Placed] = []
    for p in sorted(out, key=lambda p: (p.depth, p.told.first)):
        if chains.settle(p, prefix, kept):
            kept.append(p)
    kept.sort(key=lambda p: p.told.first)
    chains.close(kept, prefix)
    return kept


def _attributed(view: View, told: Told, spoken: list[Told], lo: int, hi: int, before: list[Placed]) -> Told | None:
    """An according-clause with the words that it attributes; None where it only names the source of a statement."""
    k, last = told.first, told.last
    top = [
        t for t in spoken if not (t.form is not None and t.form.tense in ("masdar", "participle")) and not t.relative
    ]
    if k - lo <= 1:
        start = last
        while start < hi and (
            view.forms[start] in COMMAS or view.forms[start] in MARKS or view.isa(start, "particles", "that")
        ):
            start += 1
        if start >= hi or any(_main(t, start) for t in top):
            return None
        told.start, told.end = start, _cut(view, start, hi, [t for t in top if t.first > start])
        return told if told.end - told.start >= _MIN else None
    if any(_main(t, lo) and t.first < k for t in top):
        return None
    inner = [t for t in top if t.first < k]
    final = last >= hi - 1
    told.start = lo
    while told.start < k and view.isa(told.start, "openers", "turns"):
        told.start += 1
    told.end = k if final else hi
    cuts = [t for t in inner if not t.before]
    if cuts:
        told.end = min(told.end, cuts[0].first)
    elif not final:
        later = [t.first for t in spoken if t.first > last and not t.relative]
        later += [j for j in range(last, hi) if view.isa(j, "to", "glued")]
        told.end = _cut(view, last, min([hi, *later]), [])
    while told.end > told.start and (
        view.forms[told.end - 1] in COMMAS or view.isa(told.end - 1, "openers", "particles")
    ):
        told.end -= 1
    return told if told.end - told.start > _MIN else None


def _main(told: Told, lo: int) -> bool:
    """Whether a cue is the main verb of a clause that begins at token `lo`."""
    first = told.source.first if told.before and told.source is not None else told.first
    return first - lo <= _NEAR


def _cut(view: View, start: int, hi: int, cuts: list[Told]) -> int:
    end = min([hi, *(t.first for t in cuts)])
    while end > start and (view.forms[end - 1] in COMMAS or view.isa(end - 1, "openers", "particles", "returns")):
        end -= 1
    return end


def _parents(placed: list[Placed], before: list[Placed]) -> None:
    """Each statement's innermost statement around its cue."""
    for p in placed:
        if p.told.opener == "according":
            continue
        around = [
            q for q in [*before[-3:], *placed]
            if q is not p and q.told.start <= p.told.first < q.told.end and q.told.end - q.told.start > p.told.end - p.told.start
        ]  # fmt: skip
        if around:
            p.parent = min(around, key=lambda q: q.told.end - q.told.start)
            p.depth = p.parent.depth + 1


def _ids(view: View, placed: list[Placed], setting: Setting) -> dict[int, str]:
    out: dict[int, str] = {}
    ordinal: dict[str, int] = {}
    for p in placed:
        stem = f"{setting.sha256}:statement:{view.tokens.starts[p.told.start]}:{view.tokens.ends[p.told.end - 1]}"
        n = ordinal[stem] = ordinal.get(stem, 0) + 1
        out[id(p)] = hashlib.sha256(f"{stem}:{n}".encode()).hexdigest()[:16]
    return out


def _statement(view: View, p: Placed, setting: Setting, ids: dict[int, str]) -> Statement:
    told, tokens = p.told, view.tokens
    form, inside = form_of(view, told, told.start, told.end)
    first = told.start
    if first in view.opens and first + 1 < told.end <= view.quotes[view.opens[first]].last:
        first += 1
    start, end = tokens.starts[first], tokens.ends[told.end - 1]
    cue_start, cue_end = tokens.starts[told.first], tokens.ends[told.last - 1]
    cue = Cue(start=cue_start, end=cue_end, text=tokens.text[cue_start:cue_end], lemma=told.verb.past if told.verb else tokens.text[cue_start:cue_end],
              cls=told.cls if told.opener != "according" else "according-to")  # fmt: skip
    outlet = Link(
        role="outlet",
        name=setting.outlet,
        actor=None,
        basis="resolved" if setting.outlet else "unstated",
        start=None,
        end=None,
    )
    return Statement(
        id=ids[id(p)], speakers=tuple(p.speakers), joint=len(p.speakers) > 1,
        addressee=p.addressee, polarity=told.polarity,  # type: ignore[arg-type]
        counterpart_only=p.counterpart_only, cue=cue, form=form, content=Span(start, end, tokens.text[start:end]),
        quotes=tuple(QuoteSpan(view.quotes[n].start, view.quotes[n].end) for n in inside), chain=(outlet, *p.chain),
        parent=ids.get(id(p.parent)) if p.parent is not None else None, contact=p.contact, rule=told.rule,
    )  # fmt: skip


__all__ = ["Actor", "Encounter", "Party", "Setting", "read_statements"]
