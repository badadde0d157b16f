"""Statements across the record: who said what."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from isnad.query.statements import AskedSaid, count, said
from isnad.web.api.answers import listed
from isnad.web.api.described import tells
from isnad.web.api.parameters import Paged
from isnad.web.api.shapes import StatementList
from isnad.web.asking import Words
from isnad.web.desk import opened

router = APIRouter()


class StatementsQuery(Paged):
    """Whose statements, of articles published when."""

    speaker: Words = Field(default=None, description="Id of the registry, or part of the speaker's name.")
    side: Words = Field(default=None, description="Code of the speaker's side.")
    min_confidence: float = Field(
        default=0, ge=0, le=1, description="Only statements that are right with at least this probability, 0 to 1."
    )


@router.get("/statements", **tells("statements", StatementList, "statements", paged=True))
def statements(request: Request, q: Annotated[StatementsQuery, Query()]) -> Response:
    """List statements with their chains of sources; those of the newest articles first."""
    asked = AskedSaid(
        speaker=q.speaker, side=q.side, newest=q.size, skip=q.skip, confidence=q.min_confidence, **q.days()
    )
    with opened(request) as reader:
        return listed(request, q, count(reader, asked), statements=tuple(said(reader, asked)))
