"""The HTTP API under /api/v1."""

from fastapi import APIRouter

from isnad.web.api import (
    actors,
    articles,
    contacts,
    counted,
    documents,
    events,
    outlets,
    reading,
    searching,
    statements,
    stories,
    verdicts,
)

router = APIRouter(prefix="/api/v1")
for part in (
    contacts,
    statements,
    events,
    stories,
    articles,
    searching,
    reading,
    actors,
    outlets,
    counted,
    verdicts,
    documents,
):
    router.include_router(part.router)
