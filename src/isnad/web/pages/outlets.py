"""Outlets: the list, and the page of one: on whom it relies, what it drops, what it calls whom."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from isnad.comparison import compare
from isnad.labels.terms import Lang
from isnad.lexicon import load
from isnad.query.contacts import witnesses_of
from isnad.query.naming import AskedNames, names
from isnad.query.outlets import outlets, reliance
from isnad.web.desk import missing, opened, shown
from isnad.web.views.dropped import dropped

router = APIRouter()
_NEWEST, _COMPARED, _NAMES = 300, 12, 40


@router.get("/{lang}/outlets")
def every(request: Request, lang: Lang) -> Response:
    """The outlets of the record."""
    with opened(request) as reader:
        return shown(request, lang, "outlets.html", outlets=outlets(reader))


@router.get("/{lang}/outlet/{name:path}")
def one(request: Request, lang: Lang, name: str) -> Response:
    """One outlet."""
    with opened(request) as reader:
        known = next((o for o in outlets(reader) if o.name == name), None)
        if known is None:
            raise missing("outlet")
        rests = reliance(reader, name, _NEWEST)
        shared = [c for c in reversed(rests.contacts) if c.sources.outlets > 1][:_COMPARED]
        lost = [
            (contact, found)
            for contact in shared
            if (found := dropped(name, contact, compare(contact, witnesses_of(reader, contact), load())))
        ]
        used = names(reader, AskedNames(outlet=name))
    return shown(
        request,
        lang,
        "outlet.html",
        outlet=known,
        reliance=rests,
        newest=_NEWEST,
        compared=len(shared),
        lost=lost,
        names=[n for n in used if n.stance != "neutral" and n.outlet == name][:_NAMES],
    )
