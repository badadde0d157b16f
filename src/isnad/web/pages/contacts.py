"""The list of contacts, and the page of one contact."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from isnad.comparison import compare, outline
from isnad.labels.plain import plain
from isnad.labels.terms import Lang
from isnad.lexicon import load
from isnad.model import RecordContact
from isnad.query.contacts import count, followers, listed, witnesses_of
from isnad.query.naming import AskedNames, names
from isnad.query.reader import Reader
from isnad.web.asking import KINDS, STATUSES, Filter
from isnad.web.desk import missing, opened, shown
from isnad.web.face import address
from isnad.web.views.evidence import evidence
from isnad.web.views.readouts import columns

router = APIRouter()
_SIZE = 50


class Listing(Filter):
    """The filter of a list, and which page of it is asked for."""

    page: Annotated[int, Query(ge=1, le=100_000)] = 1


@router.get("/{lang}/contacts")
def every(request: Request, lang: Lang, asked: Annotated[Listing, Query()]) -> Response:
    """The contacts that a filter picks, newest first."""
    with opened(request) as reader:
        total = count(reader, asked.asked())
        found = listed(reader, asked.asked(), _SIZE, (asked.page - 1) * _SIZE)
    given = asked.given()
    page = given.pop("page", 1)
    return shown(
        request,
        lang,
        "contacts.html",
        found=found,
        total=total,
        asked=asked,
        given=given,
        page=page,
        pages=-(-total // _SIZE),
        kinds=KINDS,
        statuses=STATUSES,
    )


@router.get("/{lang}/contact/{id_}")
def one(request: Request, lang: Lang, id_: str) -> Response:
    """One contact: who, when, on whose word, and what each side said."""
    with opened(request) as reader:
        contact = reader.contact(id_) if "\0" not in id_ else None
        if contact is None:
            raise missing("contact")
        if contact.id != id_:
            return RedirectResponse(address(lang, "contact", contact.id), 308)
        witnesses = witnesses_of(reader, contact)
        made = compare(contact, witnesses, load())
        # a readout may hold the words around a statement of the contact too, which are none of its own
        said = {s.id: (w.key, s) for w in witnesses for s in w.statements}
        addresses = tuple(sorted({r.sha256 for r in contact.reports}))
        named = names(reader, AskedNames(articles=addresses))
        loaded = {n.referent for n in named if n.stance != "neutral"}
        return shown(
            request,
            lang,
            "contact.html",
            contact=contact,
            columns=columns(made, said),
            comparison=made,
            findings=outline(made),
            evidence=evidence(reader, contact),
            outlets={r.article: plain(r.outlet) for r in contact.reports},
            names=[n for n in named if n.referent in loaded],
            before=_followed(reader, contact),
            after=followers(reader, contact),
            kinds=KINDS,
            statuses=STATUSES,
        )


def _followed(reader: Reader, contact: RecordContact) -> RecordContact | None:
    return reader.contact(contact.follows) if contact.follows else None
