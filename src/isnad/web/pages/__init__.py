"""The pages, each an address in two languages."""

from fastapi import APIRouter

from isnad.web.pages import (
    actors,
    articles,
    contacts,
    days,
    entering,
    events,
    names,
    outlets,
    overviews,
    plans,
    reviewing,
    searching,
    stories,
    trying,
)

router = APIRouter(include_in_schema=False, prefix="")
for _part in (
    days, contacts, events, overviews, actors, outlets, stories, articles, searching, names, plans, reviewing, trying,
    entering,
):  # fmt: skip
    router.include_router(_part.router)
