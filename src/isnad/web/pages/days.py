"""The day view: what happened, as a brief with its sources; and the start, which is the last day that has contacts."""

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from isnad.labels.terms import Lang
from isnad.model import RecordContact
from isnad.query.brief import brief
from isnad.query.contacts import contacts, statements_of
from isnad.query.days import last_day
from isnad.query.events import AskedEvents, events
from isnad.query.selection import Asked
from isnad.web.asking import Several, Words
from isnad.web.desk import missing, opened, shown
from isnad.web.face import LANGS, address
from isnad.web.trouble import language
from isnad.web.views.week import week

router = APIRouter()
_CHIPS, _LOOSE = 12, 14
_EVENTS = 10


@router.get("/")
def root(request: Request) -> Response:
    """To the start in the reader's language."""
    return RedirectResponse(f"/{language(request)}/", 307)


@router.get("/{lang}")
@router.get("/{lang}/")
def start(request: Request, lang: str) -> Response:
    """To the last day that has contacts; where the record holds none, what to do about it."""
    if lang not in LANGS:
        raise missing("page")
    with opened(request) as reader:
        day = last_day(reader)
    if day is None:
        return shown(request, language(request), "empty.html")
    return RedirectResponse(address(lang, "day", day), 307)


@router.get("/{lang}/day/{day}")
def one_day(
    request: Request,
    lang: Lang,
    day: datetime.date,
    topic: Words = None,
    side: Annotated[Several, Query()] = [],  # noqa: B006 - FastAPI copies it
) -> Response:
    """One day: what was held, what was announced or called off, each with its sources."""
    on = day.isoformat()
    with opened(request) as reader:
        every = [c for c in contacts(reader, Asked(since=on, until=on)) if _near(c)]
        wanted = Asked(since=on, until=on, topic=topic, sides=tuple(side))
        found = [c for c in contacts(reader, wanted) if _near(c)] if topic or side else every
        said = {id_: told for contact in found for id_, told in statements_of(reader, contact).items()}
        strip = week(reader, day)
        told = AskedEvents(since=on, until=on, background=False)
        done = [e for e in events(reader, told) if e.time is not None and e.bounds.earliest == e.bounds.latest == on]
    return shown(
        request,
        lang,
        "day.html",
        day=on,
        strip=strip,
        brief=brief(found, said),
        dated=sum(_on(contact, on) for contact in found),
        found=len(found),
        topics=_counted(topic for c in every for topic in c.topics),
        sides=_counted(side for c in every for side in sorted({p.side for p in c.parties}) if side != "unknown"),
        topic=topic,
        side=side,
        events=sorted(done, key=lambda e: (-e.sources.articles, e.id))[:_EVENTS],
        happened=len(done),
    )


def _near(contact: RecordContact) -> bool:
    """Whether the days of a contact are known well enough for it to stand on a day's page."""
    days = contact.bounds
    if not (days.earliest and days.latest):
        return True
    width = datetime.date.fromisoformat(days.latest) - datetime.date.fromisoformat(days.earliest)
    return width.days <= _LOOSE


def _on(contact: RecordContact, day: str) -> bool:
    """Whether the reports state this very day."""
    return contact.time is not None and contact.time.earliest == contact.time.latest == day


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    return Counter(values).most_common(_CHIPS)
