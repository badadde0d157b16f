"""The outlet that an article is of: as the input names it, or as its correspondents and accounts show."""

from bisect import bisect_left
from collections.abc import Sequence

from isnad.lexicon.collective import Outlet
from isnad.lexicon.statements import WordClass as W
from isnad.model.reading import Link
from isnad.statements.outlets import outlet_at
from isnad.statements.placed import Placed
from isnad.statements.source import Source
from isnad.statements.view import View

_SIGNATURE = 6
_DASHES = frozenset("—–-")


def outlet_of(
    view: View, placed: Sequence[Placed], given: str | None, home: Outlet | None, embeds: Sequence[tuple[int, int]]
) -> Link:
    """The outermost link: the input's outlet, or the one whose correspondent or account the article shows."""
    if given:
        return Link(
            role="outlet",
            name=given,
            actor=home.id if home else None,
            basis="resolved",
            start=None,
            end=None,
        )
    own = {}
    for p in placed:
        source = p.source
        if source is not None and source.outlet is not None and view.isa(source.first, W.REPORTERS):
            own[source.outlet.id] = source
    if not own:
        # an embedded account tells the article's outlet only where no other outlet is its source
        own = _accounts(view, embeds)
        told = {link.actor or "" for p in placed for link in p.chain if link.role in ("agency", "media")}
        own = own if told <= own.keys() else {}
    if len(own) == 1:
        (outlet, source), *_ = own.items()
        start, end = view.tokens.starts[source.first], view.tokens.ends[source.last - 1]
        name = source.outlet.name.ar if source.outlet is not None else source.name
        return Link(role="outlet", name=name, actor=outlet, basis="resolved", start=start, end=end)
    return Link(role="outlet", name=None, actor=None, basis="unstated", start=None, end=None)


def _accounts(view: View, embeds: Sequence[tuple[int, int]]) -> dict[str, Source]:
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
