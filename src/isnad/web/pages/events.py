"""What was done beside the encounters: the list of events, and the page of one event."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import Field

from isnad.labels.terms import Lang
from isnad.query.events import count, events
from isnad.web.asking import EventFilter
from isnad.web.desk import missing, opened, shown
from isnad.web.face import address

router = APIRouter()
_SIZE = 50


class Listing(EventFilter):
    """The filter of a list, and which page of it is asked for."""

    page: int = Field(default=1, ge=1, le=100_000)


@router.get("/{lang}/events")
def every(request: Request, lang: Lang, asked: Annotated[Listing, Query()]) -> Response:
    """The events that a filter picks, newest first."""
    with opened(request) as reader:
        total = count(reader, asked.asked())
        found = list(events(reader, asked.asked(newest=_SIZE, skip=(asked.page - 1) * _SIZE)))
    given = asked.given()
    page = given.pop("page", 1)
    return shown(
        request,
        lang,
        "events.html",
        found=found[::-1],
        total=total,
        asked=asked,
        given=given,
        page=page,
        pages=-(-total // _SIZE),
    )


@router.get("/{lang}/event/{id_}")
def one(request: Request, lang: Lang, id_: str) -> Response:
    """One event: who did it to whom, where and when, as each report tells it, and on whose word."""
    with opened(request) as reader:
        event = reader.event(id_) if "\0" not in id_ else None
        if event is None:
            raise missing("event")
        if event.id != id_:
            return RedirectResponse(address(lang, "event", event.id), 308)
        contact = reader.contact(event.contact) if event.contact else None
    return shown(request, lang, "event.html", event=event, contact=contact)
