"""Agencies and outlets named as sources: by the registry, or by a noun and a name («وكالة …», «صحيفة "…"»)."""

from isnad.arabic.clitics import unglued
from isnad.lexicon.collective import Outlet
from isnad.lexicon.statements import WordClass as W
from isnad.model.reading import LinkRole
from isnad.statements.source import Source
from isnad.statements.view import MARKS, View

_NOUNS = (W.AGENCIES, W.MEDIA, W.SITES)
_REACH = 7


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


def _called(view: View, i: int, stop: int, clitic: str, classes: frozenset[W]) -> Source | None:
    """A noun for outlets with the name after it; alone and definite it means the outlet told before."""
    last = i + 1
    outlet: Outlet | None = None
    name: str | None = None
    for j in range(i + 1, min(stop, i + _REACH)):
        form = view.forms[j]
        if view.isa(j, W.SOCIAL):
            return None
        inside = view.outlet(j)
        if inside is not None:
            outlet, last = inside
            name = view.text(j, last)
            last = _close(view, last, stop)
            break
        if j in view.opens:
            if view.is_name(view.opens[j]):
                quote = view.quotes[view.opens[j]]
                name, last = view.text(quote.first, quote.last), min(quote.last + 1, stop)
                outlet = (view.outlet(quote.first) or (None, 0))[0]
            break
        if form == "(":
            close = _bracket(view, j, stop)
            if close:
                name, last = view.text(j + 1, close), close + 1
            break
        if not form[0].isalpha() or view.isa(j, W.THAT, W.PREPOSITIONS, W.ADVERBS) or form in view.index.cues:
            break
        last = j + 1
    definite = last == i + 1
    if W.SITES in classes and name is None:
        return None
    if definite and outlet is None and not view.forms[i].startswith(("ال", "وال", "لل")):
        return None
    agency = W.AGENCIES in classes and (outlet is None or outlet.kind == "agency")
    words = unglued(view.text(i, last), clitic) if clitic else view.text(i, last)
    side = outlet.state if outlet is not None else view.side_in(i, last)
    role: LinkRole = "agency" if agency else "media"
    return Source(i, last, role, words, name=name or words, side=side, outlet=outlet, definite=definite)


def _bracket(view: View, i: int, stop: int) -> int:
    """The token that closes the bracket at token i; 0 where none does soon."""
    return next((k for k in range(i + 1, min(stop, i + _REACH)) if view.forms[k] == ")"), 0)


def _close(view: View, last: int, stop: int) -> int:
    """The end of a name with its closing mark, short form («(وام)») or adjectives («سانا الرسمية»)."""
    if last + 2 < stop and view.forms[last] == "(":
        last = _bracket(view, last, stop) + 1 or last
    while last < stop and (view.forms[last] in MARKS or view.forms[last] == ")"):
        last += 1
    while (
        last < stop and view.forms[last].startswith("ال") and not view.isa(last, W.ADVERBS) and last not in view.begins
    ):
        last += 1
    return last
