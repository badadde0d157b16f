"""Outlets, and what they call whom."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from isnad.query import naming
from isnad.query.outlets import outlets as query
from isnad.web.api.answers import listed
from isnad.web.api.described import tells
from isnad.web.api.parameters import OfOutlet, Pages
from isnad.web.api.shapes import NameList, OutletList, ReferentList
from isnad.web.asking import Words
from isnad.web.desk import opened

router = APIRouter()


class NamesQuery(OfOutlet):
    """Whose names, in which outlet, published when."""

    referent: Words = Field(default=None, description="Id of the actor that is named; `names/referents` lists them.")

    def asked(self) -> naming.AskedNames:
        """The question as the record takes it."""
        days = self.days()
        return naming.AskedNames(referent=self.referent, outlet=self.outlet, since=days["since"], until=days["until"])


@router.get("/outlets", **tells("outlets", OutletList, "outlets", paged=True))
def outlets(request: Request, q: Annotated[Pages, Query()]) -> Response:
    """List the outlets of the articles: how much each has, and when."""
    with opened(request) as reader:
        found = query(reader)
    return listed(request, q, len(found), outlets=found[q.skip : q.skip + q.size])


@router.get("/names", **tells("names", NameList, "outlets", paged=True))
def names(request: Request, q: Annotated[NamesQuery, Query()]) -> Response:
    """List who calls whom what: loaded names by outlet, and by the voice that uses them."""
    with opened(request) as reader:
        found = naming.names(reader, q.asked())
    return listed(request, q, len(found), names=found[q.skip : q.skip + q.size])


@router.get("/names/referents", **tells("referents", ReferentList, "outlets", paged=True))
def referents(request: Request, q: Annotated[NamesQuery, Query()]) -> Response:
    """List those for whom names that take a stance are used."""
    with opened(request) as reader:
        found = naming.referents(reader, q.asked())
    return listed(request, q, len(found), referents=found[q.skip : q.skip + q.size])
