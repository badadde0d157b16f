"""Agencies and outlets named as sources: by the registry, or by a noun and a name («وكالة …», «صحيفة "…"»)."""

from typing import NamedTuple

from isnad.arabic.clitics import DEFINITE_FRONTS, unglued
from isnad.lexicon.collective import Outlet
from isnad.lexicon.statements import WordClass as W
from isnad.model.reading import LinkRole
from isnad.statements.source import Source
from isnad.statements.view import COMMAS, MARKS, View

_NOUNS = (W.AGENCIES, W.MEDIA, W.SITES)
_REACH = 7
_ALIAS = 3


def outlet_at(view: View, i: int, stop: int, clitic: str) -> Source | None:
    """The outlet that is named at token i, before `stop`; `clitic` is the particle that its first word may bear."""
    named = view.outlet(i, clitic)
    if named is not None:
        outlet, end = named
        name = view.text(i, end)
        last = _close(view, end, stop)
        role: LinkRole = "agency" if outlet.kind == "agency" else "media"
        name = unglued(name, clitic) if clitic else name
        return Source(i, last, role, view.text(i, last), name=name, side=outlet.state, outlet=outlet)
    word = view.isa(i, *_NOUNS)
    classes = word.classes if word is not None else view.behind(i, clitic) if clitic else None
    if classes is None or not any(noun in classes for noun in _NOUNS):
        return None
    return _called(view, i, stop, clitic, classes)


def carried_to(view: View, i: int) -> bool:
    """Whether token i names, behind «ل», the outlet that words were given to: «لوكالة سانا», «لرويترز»."""
    if not view.forms[i].startswith("ل"):
        return False
    if view.outlet(i) is not None and view.outlet(i, "") is None:
        return True
    classes = view.behind(i, "ل")
    return classes is not None and (W.AGENCIES in classes or W.MEDIA in classes)


class _Title(NamedTuple):
    """What follows a noun for outlets: where it ends, the name there, and the outlet of the registry."""

    last: int
    name: str | None = None
    outlet: Outlet | None = None


def _called(view: View, i: int, stop: int, clitic: str, classes: frozenset[W]) -> Source | None:
    """A noun for outlets with the name after it; alone and definite it means the outlet told before."""
    title = _title(view, i, stop)
    if title is None or (W.SITES in classes and title.name is None):
        return None
    last, name, outlet = title
    definite = last == i + 1
    if definite and outlet is None and not view.forms[i].startswith(DEFINITE_FRONTS):
        return None
    agency = W.AGENCIES in classes and (outlet is None or outlet.kind == "agency")
    words = unglued(view.text(i, last), clitic) if clitic else view.text(i, last)
    side = outlet.state if outlet is not None else view.side_in(i, last)
    role: LinkRole = "agency" if agency else "media"
    return Source(i, last, role, words, name=name or words, side=side, outlet=outlet, definite=definite)


def _title(view: View, i: int, stop: int) -> _Title | None:
    """The words behind a noun for outlets that belong to it; None where it is a page on a social network."""
    last = i + 1
    for j in range(i + 1, min(stop, i + _REACH)):
        if view.isa(j, W.SOCIAL):
            return None
        if (found := _name(view, j, last, stop)) is not None:
            return found
        if not view.forms[j][0].isalpha() or view.isa(j, W.THAT, W.PREPOSITIONS, W.ADVERBS):
            break
        if view.forms[j] in view.index.cues:
            break
        last = j + 1
    return _Title(last)


def _name(view: View, j: int, last: int, stop: int) -> _Title | None:
    """A name at token j: the registry's, in marks, or in brackets; None where words may go on."""
    inside = view.outlet(j)
    if inside is not None:
        outlet, end = inside
        return _Title(_close(view, end, stop), view.text(j, end), outlet)
    if j in view.opens:
        if not view.is_name(view.opens[j]):
            return _Title(last)
        quote = view.quotes[view.opens[j]]
        known = view.outlet(quote.first)
        name = view.text(quote.first, quote.last)
        return _Title(min(quote.last + 1, stop), name, known[0] if known is not None else None)
    if view.forms[j] == "(":
        close = _bracket(view, j, stop)
        return _Title(close + 1, view.text(j + 1, close)) if close else _Title(last)
    return None


def _bracket(view: View, i: int, stop: int) -> int:
    """The token that closes the bracket at token i; 0 where none does soon."""
    return next((k for k in range(i + 1, min(stop, i + _REACH)) if view.forms[k] == ")"), 0)


def _is_alias(view: View, mark: int, stop: int) -> bool:
    """«وكالة الأنباء اليمنية "سبأ نيو"، التابعة …»: a second name in marks, before an apposition or «أن»."""
    quote = view.quotes[view.opens[mark]]
    after = quote.last + 1
    if quote.last - quote.first > _ALIAS or after >= stop:
        return False
    if view.forms[after] in COMMAS and after + 1 < stop:
        return view.is_definite(after + 1)
    return view.isa(after, W.THAT) is not None


def _close(view: View, last: int, stop: int) -> int:
    """The end of a name with its closing mark, short form («(وام)») or adjectives («سانا الرسمية»)."""
    if last + 2 < stop and view.forms[last] == "(":
        last = _bracket(view, last, stop) + 1 or last
    while last < stop and ((view.forms[last] in MARKS and last not in view.opens) or view.forms[last] == ")"):
        last += 1
    if last in view.opens and _is_alias(view, last, stop):
        last = view.quotes[view.opens[last]].last + 1
    while last < stop and view.is_definite(last) and not view.isa(last, W.ADVERBS) and last not in view.begins:
        last += 1
    return last
