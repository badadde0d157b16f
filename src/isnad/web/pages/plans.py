"""What was announced, and what became of it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from isnad.labels.terms import Lang
from isnad.query.contacts import contacts, followers
from isnad.query.days import last_day
from isnad.web.asking import Filter
from isnad.web.desk import opened, shown
from isnad.web.span import spanned
from isnad.web.views.plans import FATES, fate

router = APIRouter()
_DAYS, _MOST = 31, 200


@router.get("/{lang}/plans")
def announced(request: Request, lang: Lang, asked: Annotated[Filter, Query()]) -> Response:
    """The contacts that some report announced, by what became of them: held, put off, denied, or nothing heard."""
    with opened(request) as reader:
        last = last_day(reader)
        spanned(reader, asked, _DAYS, ahead=True)
        told: dict[str, list[object]] = {name: [] for name in FATES}
        for contact in contacts(reader, asked.asked(background=False)):
            if any(r.status in ("planned", "proposed") for r in contact.reports):
                after = followers(reader, contact)
                told[fate(contact, after, last or "")].append((contact, after))
    return shown(
        request,
        lang,
        "plans.html",
        asked=asked,
        given=asked.given(),
        told={name: list(reversed(found))[:_MOST] for name, found in told.items()},
        last=last,
    )
