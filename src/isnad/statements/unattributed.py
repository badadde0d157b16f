"""Quotations that no cue attributes: the article's own, left open, and those of an embedded post."""

from collections.abc import Mapping, Sequence

from isnad.lexicon.statements import Opener
from isnad.model import Speaker
from isnad.model.reading import Link
from isnad.statements.attribution import Attribution
from isnad.statements.links import carried
from isnad.statements.placed import Place, Placed
from isnad.statements.view import Quote, View

_LONG = 8
_SHORT = 5
# who tells what happened: what is quoted on goes on from them
_TELLING = frozenset({"agency", "media", "statement"})
_ACCOUNT = 12


def unattributed(
    view: View, placed: Sequence[Placed], places: Sequence[Place], embeds: Sequence[tuple[int, int]]
) -> list[Placed]:
    """Quotations of the body that stand in no statement's words; quotations of posts.

    One that goes on with what a source told is its; a long one otherwise has nobody to say it. `embeds` are the zones
    of embedded posts, as characters.
    """
    taken = sorted((p.told.start, p.told.end) for p in placed)
    told = _last_told(placed)
    bodies = [place for place in places if not place.title]
    out: list[Placed] = []
    at = here = reach = 0
    for n, quote in enumerate(view.quotes):
        if quote.depth:
            continue
        while at < len(taken) and taken[at][0] <= quote.first + 1:
            reach = max(reach, taken[at][1])
            at += 1
        if quote.first < reach:
            continue
        post = next((e for e in embeds if e[0] <= quote.start and quote.end <= e[1]), None)
        if post is not None:
            out.append(_posted(view, quote, post))
            continue
        while here < len(bodies) and bodies[here].hi <= quote.first:
            here += 1
        if here < len(bodies) and bodies[here].lo <= quote.first and not view.is_name(n):
            out += _loose(view, quote, bodies[here], told)
    return out


def _last_told(placed: Sequence[Placed]) -> dict[int, Placed]:
    """The last statement of each sentence that is nobody's words inside another's."""
    return {p.sentence: p for p in placed if p.parent is None and not p.title}


def _loose(view: View, quote: Quote, place: Place, told: Mapping[int, Placed]) -> list[Placed]:
    """A quotation in the outlet's telling: its source's where one governs, else nobody's."""
    length = quote.last - quote.first
    source = None if view.turns(place.lo, place.hi) else told.get(place.number) or told.get(place.number - 1)
    if source is not None and length >= _SHORT and any(link.role in _TELLING for link in source.chain):
        found = _open(quote, place.number)
        found.source, found.speakers, found.chain = source.source, source.speakers, carried(source.chain)
        found.told.rule = "goes-on"
        return [found]
    return [_open(quote, place.number)] if length >= _LONG else []


def _open(quote: Quote, sentence: int) -> Placed:
    # its place is that of the opening mark, outside the quotation
    mark = quote.first - 1
    told = Attribution(mark, mark, None, None, "say", "unattributed", quote.first, Opener.QUOTE, end=quote.last)
    return Placed(told, sentence, False)


def _posted(view: View, quote: Quote, post: tuple[int, int]) -> Placed:
    """A quotation in an embedded post, with the account that follows it: «— القناة (@channel)»."""
    tokens = view.tokens
    placed = _open(quote, -1)
    for j in range(quote.last, min(len(tokens), quote.last + _ACCOUNT)):
        if tokens.starts[j] >= post[1]:
            break
        if tokens.forms[j] == "@" and j + 1 < len(tokens):
            start, end = tokens.starts[j], tokens.ends[j + 1]
            handle = tokens.text[start:end]
            placed.chain = [Link(role="social", name=handle, actor=None, basis="stated", start=start, end=end)]
            name = next((found for i in range(quote.last, j) if (found := view.outlet(i)) is not None), None)
            if name is not None:
                outlet = name[0]
                placed.chain.append(
                    Link(role="media", name=outlet.name.ar, actor=outlet.id, basis="stated", start=start, end=end)
                )
            party = Speaker(
                actor=name[0].id if name else None,
                name=name[0].name.ar if name else handle,
                name_en=name[0].name.en if name else None,
                office=None,
                side=name[0].state if name else None,
                start=start,
                end=end,
            )
            placed.speakers = [party]
            break
    return placed
