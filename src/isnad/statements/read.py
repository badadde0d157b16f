"""The room's composition: the cues of each sentence, how far their words reach, who speaks, and the chain behind."""

import hashlib
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from isnad.arabic.quotations import Quotation
from isnad.arabic.tokens import Tokens
from isnad.lexicon.collective import Outlet
from isnad.lexicon.index import Match
from isnad.lexicon.statements import SpeechIndex
from isnad.lexicon.statements import WordClass as W
from isnad.model import Cue, Span, Statement
from isnad.model.reading import Link, QuoteSpan
from isnad.statements.chain import Chains, foretold
from isnad.statements.encounters import Encounters
from isnad.statements.extent import form_of
from isnad.statements.find import cues
from isnad.statements.outlets import outlet_at
from isnad.statements.place import place
from isnad.statements.placed import Encounter, Place, Placed
from isnad.statements.source import Source
from isnad.statements.told import Told
from isnad.statements.unattributed import unattributed
from isnad.statements.view import Sentence, View

_MIN = 2
_SIGNATURE = 6
_DASHES = frozenset("—–-")
_HEAD = 3
_CLOSERS = frozenset({"\n", ".", "،"})


class Setting(msgspec.Struct, frozen=True):
    """What the reading knows of the article besides its words: its hash, its outlet, its encounters and times.

    `outlet` is its outlet as the input names it, `home` the registry's; `times` are token ranges,
    `embeds` the zones of embedded posts, as characters.
    """

    sha256: str
    outlet: str | None
    home: Outlet | None
    encounters: tuple[Encounter, ...]
    times: tuple[tuple[int, int], ...] = ()
    embeds: tuple[tuple[int, int], ...] = ()


def read_statements(
    tokens: Tokens,
    at: list[list[Match] | None],
    index: SpeechIndex,
    outlets: dict[str, Outlet],
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    setting: Setting,
) -> tuple[Statement, ...]:
    """The statements of an article in text order.

    `sentences`: token range, whether it is the title, and its phrases with their actors; `quotations`: the text's.
    """
    view = View(tokens, at, index, outlets, sentences, quotations, setting.times)
    chains = Chains(view, setting.home, setting.encounters)
    placed: list[Placed] = []
    last = (0, 0)
    number = 0
    for span, title, phrases in sentences:
        lo, hi = span.start, span.stop
        while hi > lo and tokens.forms[hi - 1] in _CLOSERS:
            hi -= 1
        if hi - lo < _MIN:
            continue
        number += 1
        turned = any(view.isa(i, W.TURNS, W.ANSWERS) for i in range(lo, min(hi, lo + _HEAD)))
        chains.enter(Place(number, lo, hi, title, phrases, turned, view.isa(lo, W.PAST) is not None))
        placed += place(view, cues(view, lo, hi, title=title), chains, placed, last)
        last = (lo, hi)
    foretold(placed)
    bodies = [(span.start, span.stop) for span, title, _ in sentences if not title]
    placed += unattributed(view, placed, bodies, setting.embeds)
    placed.sort(key=lambda p: p.told.first)
    where = Encounters(setting.encounters, tokens)
    for p in placed:
        p.contact = where.of(p)
    ids = _ids(tokens, placed, setting.sha256)
    outlet = _outlet(view, placed, setting)
    return tuple(_statement(view, p, outlet, ids) for p in placed)


def _ids(tokens: Tokens, placed: list[Placed], sha256: str) -> dict[int, str]:
    """Ids by the article's hash, the span of the words, and an ordinal: a better lexicon keeps them."""
    out: dict[int, str] = {}
    ordinal: dict[str, int] = {}
    for p in placed:
        stem = f"{sha256}:statement:{tokens.starts[p.told.start]}:{tokens.ends[p.told.end - 1]}"
        n = ordinal[stem] = ordinal.get(stem, 0) + 1
        out[id(p)] = hashlib.sha256(f"{stem}:{n}".encode()).hexdigest()[:16]
    return out


def _outlet(view: View, placed: list[Placed], setting: Setting) -> Link:
    """The outermost link: the input's outlet, or the one whose correspondent or account the article shows."""
    if setting.outlet:
        return Link(
            role="outlet",
            name=setting.outlet,
            actor=setting.home.id if setting.home else None,
            basis="resolved",
            start=None,
            end=None,
        )
    own = {}
    for p in placed:
        source = p.source
        if source is not None and source.outlet is not None and source.words.startswith("مراسل"):
            own[source.outlet.id] = source
    if not own:
        # an embedded account tells the article's outlet only where no other outlet is its source
        own = _accounts(view, setting.embeds)
        told = {link.actor or "" for p in placed for link in p.chain if link.role in ("agency", "media")}
        own = own if told <= own.keys() else {}
    if len(own) == 1:
        (outlet, source), *_ = own.items()
        start, end = view.tokens.starts[source.first], view.tokens.ends[source.last - 1]
        name = source.outlet.name.ar if source.outlet is not None else source.name
        return Link(role="outlet", name=name, actor=outlet, basis="resolved", start=start, end=end)
    return Link(role="outlet", name=None, actor=None, basis="unstated", start=None, end=None)


def _accounts(view: View, embeds: tuple[tuple[int, int], ...]) -> dict[str, Source]:
    """The outlets whose accounts sign embedded posts: «— قناة كذا (@account)», by their ids."""
    found: dict[str, Source] = {}
    starts, forms = view.tokens.starts, view.forms
    for low, high in embeds:
        first = bisect_left(starts, low)
        for i in range(first + 1, bisect_left(starts, high)):
            if forms[i - 1] not in _DASHES or "@" not in forms[i : i + _SIGNATURE]:
                continue
            source = outlet_at(view, i, i + _SIGNATURE, "")
            if source is not None and source.outlet is not None:
                found[source.outlet.id] = source
    return found


def _statement(view: View, p: Placed, outlet: Link, ids: dict[int, str]) -> Statement:
    told, tokens = p.told, view.tokens
    form, inside = form_of(view, told)
    first = told.start
    if first in view.opens and first + 1 < told.end <= view.quotes[view.opens[first]].last:
        # wholly in marks: the words begin behind the opening one
        first += 1
    start, end = tokens.starts[first], tokens.ends[told.end - 1]
    return Statement(
        id=ids[id(p)],
        speakers=tuple(p.speakers),
        joint=len(p.speakers) > 1,
        addressee=p.addressee,
        polarity=told.polarity,
        counterpart_only=p.counterpart_only,
        cue=_cue(tokens, told) if told.last > told.first else None,
        form=form,
        content=Span(start, end, tokens.text[start:end]),
        quotes=tuple(QuoteSpan(view.quotes[n].start, view.quotes[n].end) for n in inside),
        chain=(outlet, *p.chain),
        parent=ids.get(id(p.parent)) if p.parent is not None else None,
        contact=p.contact,
        rule=told.rule,
    )


def _cue(tokens: Tokens, told: Told) -> Cue:
    start, end = tokens.starts[told.first], tokens.ends[told.last - 1]
    words = tokens.text[start:end]
    lemma = (told.verb.past or told.verb.participles[0]) if told.verb is not None else words
    return Cue(start=start, end=end, text=words, lemma=lemma, cls=told.cls)
