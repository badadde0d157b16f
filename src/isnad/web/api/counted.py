"""What is counted over many contacts: the timeline, the network, and the brief of a day."""

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from isnad.query.brief import Brief
from isnad.query.brief import brief as make
from isnad.query.contacts import contacts, outlines, statements_of
from isnad.query.days import last_day
from isnad.query.network import Bin, By, Network, Step
from isnad.query.network import network as woven
from isnad.query.network import timeline as binned
from isnad.query.selection import Asked
from isnad.web.api.answers import CSV, GRAPHML, answered
from isnad.web.api.described import tells
from isnad.web.api.tables import edges, graphml
from isnad.web.asking import Day, Filter
from isnad.web.desk import opened

router = APIRouter()


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The contacts whose stated days lie in one stretch, stretch by stretch; empty stretches are left out."""

    by: Step
    bins: tuple[Bin, ...]


class TimelineQuery(Filter):
    """Which contacts, and the length of a stretch."""

    by: Step = Field(default="day", description="How long a stretch is.")


class NetworkQuery(Filter):
    """Which contacts, what the nodes are, and in which form."""

    by: By = Field(default="side", description="What a node is.")
    top: int = Field(default=0, ge=0, le=1_000_000, description="Only so many of the strongest ties; 0: all.")
    format: Literal["json", "csv", "graphml"] = Field(default="json", description="csv has the ties alone.")


class BriefQuery(BaseModel):
    """Of which day."""

    model_config = ConfigDict(extra="ignore")

    on: Day = Field(
        default=None, description="The day, ISO; without it the last that has contacts.", examples=["2024-11-30"]
    )


@router.get("/timeline", **tells("timeline", Timeline, "counts"))
def timeline(request: Request, q: Annotated[TimelineQuery, Query()]) -> Response:
    """Count contacts by day, week or month."""
    with opened(request) as reader:
        bins = binned(outlines(reader, q.asked()), q.by)
    return answered(request, Timeline(by=q.by, bins=bins))


_FORMS = {CSV: "One tie a row.", GRAPHML: "The network as GraphML."}


@router.get("/network", **tells("network", Network, "counts", forms=_FORMS))
def network(request: Request, q: Annotated[NetworkQuery, Query()]) -> Response:
    """Show who is in contact with whom, strongest ties first."""
    with opened(request) as reader:
        made = woven(outlines(reader, q.asked()), q.by)
    if q.top:
        ties = made.ties[: q.top]
        tied = {end for tie in ties for end in (tie.a, tie.b)}
        made = Network(nodes=tuple(node for node in made.nodes if node.id in tied), ties=ties)
    if q.format == "csv":
        return answered(request, edges(made), media=CSV)
    return answered(request, graphml(made), media=GRAPHML) if q.format == "graphml" else answered(request, made)


@router.get("/brief", **tells("brief", Brief, "counts"))
def brief(request: Request, q: Annotated[BriefQuery, Query()]) -> Response:
    """Brief on a day: what was held, what lies ahead, what was denied, and the best of what was said."""
    with opened(request) as reader:
        day = q.on.isoformat() if q.on else last_day(reader)
        found = list(contacts(reader, Asked(since=day, until=day))) if day else []
        said = {report: told for contact in found for report, told in statements_of(reader, contact).items()}
    return answered(request, make(found, said))
