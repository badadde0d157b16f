"""The record seen from above: timeline, network, map."""

import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from isnad.labels.terms import Lang
from isnad.query.contacts import contacts, count
from isnad.query.days import last_day
from isnad.query.network import By, Step, network, timeline
from isnad.query.reader import Reader
from isnad.web.asking import KINDS, STATUSES, Filter
from isnad.web.desk import opened, shown
from isnad.web.drawing.circle import circle
from isnad.web.drawing.timeline import chart

router = APIRouter()
_MONTHS = {"day": 2, "week": 12, "month": 120}
_TIES = 60


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
        _bounded(reader, asked, months=_MONTHS[step])
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
        _bounded(reader, asked, months=1)
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


def _filter(asked: Filter) -> dict[str, Any]:
    """What the form of the filter shows."""
    return {"asked": asked, "given": asked.given(), "kinds": KINDS, "statuses": STATUSES}


def _bounded(reader: Reader, asked: Filter, months: int) -> None:
    """Without days asked for, the last months that the record tells of."""
    if asked.since or asked.until:
        return
    last = last_day(reader)
    if last:
        asked.until = datetime.date.fromisoformat(last)
        asked.since = asked.until - datetime.timedelta(days=31 * months - 1)
