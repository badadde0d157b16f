"""The record seen from above: timeline, network, map."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from isnad.labels.terms import Lang
from isnad.lexicon import load
from isnad.query.contacts import contacts, count
from isnad.query.network import By, Step, network, timeline
from isnad.query.places import Located, places
from isnad.web.asking import KINDS, STATUSES, Filter
from isnad.web.desk import opened, shown
from isnad.web.drawing.circle import circle
from isnad.web.drawing.map import Layout, world_map
from isnad.web.drawing.outline import outline
from isnad.web.drawing.points import MapPoint
from isnad.web.drawing.timeline import chart
from isnad.web.face import Face, address, face
from isnad.web.span import spanned

router = APIRouter()
_MONTHS = {"day": 2, "week": 12, "month": 120}
_TIES, _MONTH = 60, 31
# the map shows so much of the contacts; the rest is counted beside it
_SHARE = 0.8


class Spread(Filter):
    """A filter, and the length of a stretch of the timeline."""

    by: Literal["day", "week", "month"] = "day"


class Tied(Filter):
    """A filter, and what the nodes of the network are."""

    by: Literal["side", "person"] = "side"


@router.get("/{lang}/timeline")
def over_time(request: Request, lang: Lang, asked: Annotated[Spread, Query()]) -> Response:
    """How contacts spread over time."""
    step: Step = asked.by
    with opened(request) as reader:
        spanned(reader, asked, _MONTH * _MONTHS[step])
        question = asked.asked()
        bins = timeline(contacts(reader, question), step)
        total = count(reader, question)
    drawn = chart(bins, step, asked.since, asked.until)
    return shown(request, lang, "timeline.html", **_filter(asked), bins=bins, drawing=drawn, total=total)


@router.get("/{lang}/network")
def between(request: Request, lang: Lang, asked: Annotated[Tied, Query()]) -> Response:
    """Who talks to whom."""
    by: By = asked.by
    with opened(request) as reader:
        spanned(reader, asked, _MONTH)
        made = network(contacts(reader, asked.asked(background=False)), by)
    return shown(
        request,
        lang,
        "network.html",
        **_filter(asked),
        network=made,
        ties=made.ties[:_TIES],
        drawing=circle(made),
        nodes={n.id: n for n in made.nodes},
    )


@router.get("/{lang}/map")
def where(request: Request, lang: Lang, asked: Annotated[Filter, Query()], world: bool = False) -> Response:
    """Where contacts took place."""
    tongue = face(lang)
    with opened(request) as reader:
        spanned(reader, asked, _MONTH)
        found = places(contacts(reader, asked.asked(background=False)), load())
    given = asked.given()
    points = [
        MapPoint(
            lat=p.place.lat,
            lon=p.place.lon,
            number=p.contacts,
            label=_named(p.place, tongue),
            href=address(lang, "contacts", **{**given, "place": p.place.name}),
            title=f"{_named(p.place, tongue)}: {tongue.n(p.contacts, 'contact')}",
            exact=p.place.exact,
        )
        for p in found.places
    ]
    drawn = world_map(points, outline(), Layout(share=_SHARE, whole_world=world), title=tongue.w["nav_map"])
    rows = list(zip(found.places, points, strict=True))
    return shown(request, lang, "map.html", **_filter(asked), places=found, rows=rows, drawing=drawn, world=world)


def _named(place: Located, tongue: Face) -> str:
    """A place as the articles name it; a state as the language does."""
    return place.name if place.exact or not place.state else tongue.side(place.state)


def _filter(asked: Filter) -> dict[str, Any]:
    """What the form of the filter shows."""
    return {"asked": asked, "given": asked.given(), "kinds": KINDS, "statuses": STATUSES}
