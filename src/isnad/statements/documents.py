"""Statements as the reading document has them."""

import hashlib
from collections.abc import Sequence

from isnad.arabic.tokens import Tokens
from isnad.model import Cue, Span, Statement
from isnad.model.reading import Link, QuoteSpan
from isnad.statements.attribution import Attribution
from isnad.statements.extent import form_of
from isnad.statements.placed import Placed
from isnad.statements.view import View


def statements(view: View, placed: Sequence[Placed], sha256: str, outlet: Link) -> tuple[Statement, ...]:
    """The documents of settled statements, in their order; `outlet` is the outermost link of every chain."""
    ids = _ids(view.tokens, placed, sha256)
    return tuple(_statement(view, p, outlet, ids) for p in placed)


def _ids(tokens: Tokens, placed: Sequence[Placed], sha256: str) -> dict[int, str]:
    """Ids by the article's hash, the span of the words, and an ordinal: a better lexicon keeps them."""
    out: dict[int, str] = {}
    ordinal: dict[str, int] = {}
    for p in placed:
        stem = f"{sha256}:statement:{tokens.starts[p.told.start]}:{tokens.ends[p.told.end - 1]}"
        n = ordinal[stem] = ordinal.get(stem, 0) + 1
        out[id(p)] = hashlib.sha256(f"{stem}:{n}".encode()).hexdigest()[:16]
    return out


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
        contact=p.contacts[0] if p.contacts else None,
        contacts=p.contacts,
        occasion=p.occasion,
        time=p.time,
        rule=told.rule,
    )


def _cue(tokens: Tokens, told: Attribution) -> Cue:
    start, end = tokens.starts[told.first], tokens.ends[told.last - 1]
    words = tokens.text[start:end]
    lemma = (told.verb.past or told.verb.participles[0]) if told.verb is not None else words
    return Cue(start=start, end=end, text=words, lemma=lemma, cls=told.cls)
