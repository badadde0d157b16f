"""Quotations that no cue attributes: the article's own, left open, and those of an embedded post."""

from collections.abc import Sequence

from isnad.model import Party
from isnad.model.reading import Link
from isnad.statements.placed import Placed
from isnad.statements.told import Told
from isnad.statements.view import Quote, View

_LONG = 8
_ACCOUNT = 12


def unattributed(
    view: View, placed: Sequence[Placed], bodies: Sequence[tuple[int, int]], embeds: Sequence[tuple[int, int]]
) -> list[Placed]:
    """Long quotations of the body that stand in no statement's words, with nobody to say them; quotations of posts.

    `bodies` are the sentences read, as token ranges, `embeds` the zones of embedded posts, as characters.
    """
    taken = sorted((p.told.start, p.told.end) for p in placed)
    out: list[Placed] = []
    at = sentence = reach = 0
    for quote in view.quotes:
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
        while sentence < len(bodies) and bodies[sentence][1] <= quote.first:
            sentence += 1
        inside = sentence < len(bodies) and bodies[sentence][0] <= quote.first
        if inside and quote.last - quote.first >= _LONG:
            out.append(_open(quote, sentence))
    return out


def _open(quote: Quote, sentence: int) -> Placed:
    # its place is that of the opening mark, outside the quotation
    mark = quote.first - 1
    told = Told(mark, mark, None, None, "say", "unattributed", quote.first, "quote", end=quote.last)
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
            party = Party(
                actor=name[0].id if name else None,
                name=name[0].name.ar if name else handle,
                name_en=name[0].name.en if name else None,
                office=None,
                side=(name[0].state if name else None) or "unknown",
                start=start,
                end=end,
            )
            placed.speakers = [party]
            break
    return placed
