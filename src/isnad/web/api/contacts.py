"""Contacts: the list, one, what its articles say side by side, and what was said in it."""

from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic import Field

from isnad.comparison import compare as align
from isnad.lexicon import load
from isnad.model import Comparison, RecordContact
from isnad.query import contacts as query
from isnad.query.reader import Reader
from isnad.query.statements import AskedSaid, count, said
from isnad.web.api.answers import CSV, JSONL, answered, listed, moved, raw, streamed
from isnad.web.api.described import tells
from isnad.web.api.parameters import ContactId, Pages
from isnad.web.api.shapes import ConflictList, ContactList, Contested, StatementList
from isnad.web.api.tables import lines, rows
from isnad.web.asking import Filter
from isnad.web.desk import opened, settings

router = APIRouter()
_FULL = 16


class ContactsQuery(Filter, Pages):
    """Which contacts, and in which form."""

    format: Literal["json", "jsonl", "csv"] = Field(
        default="json",
        description="json: a page of them. jsonl, csv: all of them by day, as `isnad contacts` writes them.",
    )


class ConflictsQuery(Filter, Pages):
    """Which contacts, and which page of them."""


_FORMS = {JSONL: "One `RecordContact` a line.", CSV: "One contact a row."}


@router.get("/contacts", **tells("contacts", ContactList, "contacts", forms=_FORMS, paged=True))
def contacts(request: Request, q: Annotated[ContactsQuery, Query()]) -> Response:
    """List contacts: who, by what channel, when, on whose word; newest first."""
    with opened(request) as reader:
        if q.format == "json":
            documents = query.page(reader, q.asked(), q.size, q.skip)
            return listed(request, q, query.count(reader, q.asked()), contacts=raw(documents))
        ids = query.ids(reader, q.asked())
    where = settings(request).record
    if q.format == "csv":
        return streamed(rows(where, ids), f"{CSV}; charset=utf-8", "contacts.csv")
    return streamed(lines(where, ids), JSONL, "contacts.jsonl")


@router.get("/contact/{id}", **tells("contact", RecordContact, "contacts", also=(308, 404)))
def contact(request: Request, id: ContactId) -> Response:
    """One contact with all its reports: `isnad/contact/1`."""
    with opened(request) as reader:
        found = present(reader, id)
    return _there(request, id, found) or answered(request, found)


@router.get("/contact/{id}/compare", **tells("compare", Comparison, "contacts", also=(308, 404)))
def compare(request: Request, id: ContactId) -> Response:
    """Compare what the articles of a contact say: in common, in one readout or outlet only, contradicting, left out."""
    with opened(request) as reader:
        found = present(reader, id)
        elsewhere = _there(request, id, found, "/compare")
        if elsewhere is not None:
            return elsewhere
        witnesses = query.witnesses_of(reader, found)
    return answered(request, align(found, witnesses, load()))


_SAID = tells("contactStatements", StatementList, "contacts", also=(308, 404), paged=True)


@router.get("/contact/{id}/statements", **_SAID)
def statements(request: Request, id: ContactId, q: Annotated[Pages, Query()]) -> Response:
    """List what was said in a contact, in all its articles."""
    with opened(request) as reader:
        found = present(reader, id)
        elsewhere = _there(request, id, found, "/statements")
        if elsewhere is not None:
            return elsewhere
        asked = AskedSaid(contact=found.id, newest=q.size, skip=q.skip)
        return listed(request, q, count(reader, asked), statements=tuple(said(reader, asked)))


@router.get("/conflicts", **tells("conflicts", ConflictList, "contacts", paged=True))
def conflicts(request: Request, q: Annotated[ConflictsQuery, Query()]) -> Response:
    """List the contacts whose reports contradict each other, with each claim; newest first."""
    asked = q.asked(conflicting=True)
    with opened(request) as reader:
        found = query.listed(reader, asked, q.size, q.skip)
        total = query.count(reader, asked)
    told = tuple(Contested(contact=c.id, conflicts=c.conflicts) for c in found)
    return listed(request, q, total, conflicts=told)


def present(reader: Reader, id_: str) -> RecordContact:
    """The contact of any id. Raises HTTPException 404 where there is none, UnknownIdError where there are several."""
    found = reader.contact(id_)
    if found is None:
        raise HTTPException(404, f"no contact with the id {id_!r}")
    return found


def _there(request: Request, id_: str, found: RecordContact, below: str = "") -> Response | None:
    """The way to the present id, where a whole id was given that is an old one or a report's."""
    if len(id_) < _FULL or id_ == found.id:
        return None
    return moved(request, f"/api/v1/contact/{found.id}{below}")
