"""Events: who did what to whom, where, how many, on whose word."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from isnad.model import RecordEvent
from isnad.query.events import count, documents
from isnad.web.api.answers import answered, listed, moved, raw
from isnad.web.api.described import tells
from isnad.web.api.parameters import EventId, Pages
from isnad.web.api.shapes import EventList
from isnad.web.asking import EventFilter
from isnad.web.desk import opened

router = APIRouter()


class EventsQuery(Pages, EventFilter):
    """Which events, and which page of them."""


@router.get("/events", **tells("events", EventList, "events", paged=True))
def events(request: Request, q: Annotated[EventsQuery, Query()]) -> Response:
    """List events, newest first; those whose day nobody knows come last."""
    with opened(request) as reader:
        found = documents(reader, q.asked(newest=q.size, skip=q.skip))
        total = count(reader, q.asked())
    return listed(request, q, total, events=raw(found))


@router.get("/event/{id}", **tells("event", RecordEvent, "events", also=(308, 404)))
def event(request: Request, id: EventId) -> Response:
    """One event with all its reports and what they differ in."""
    with opened(request) as reader:
        found = reader.event(id)
    if found is None:
        raise HTTPException(404, f"no event matches the id {id!r}")
    if found.id != id:
        return moved(request, f"/api/v1/event/{found.id}")
    return answered(request, found)
