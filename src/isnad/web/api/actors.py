"""Actors: people and collective actors of the registry, and how often the record has them."""

from functools import lru_cache
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic import Field

from isnad.lexicon import load
from isnad.lexicon.people import OfficeId
from isnad.query.reader import Reader
from isnad.registry.search import Collective, Found, search
from isnad.registry.search import Query as Asked
from isnad.web.api.answers import answered, listed
from isnad.web.api.described import tells
from isnad.web.api.parameters import ActorId, Pages
from isnad.web.api.shapes import Actor, ActorList
from isnad.web.asking import Day, Words
from isnad.web.desk import opened

router = APIRouter()
_SHOWN = "NOT c.domestic AND (c.verdict IS NULL OR c.verdict <> 'reject')"


class ActorsQuery(Pages):
    """Whom the registry is asked for."""

    q: Words = Field(default=None, description="Words of a name in Arabic or Latin letters, or of the id.")
    side: Words = Field(default=None, description="Code of the side that is represented.")
    office: OfficeId | Literal[""] | None = Field(default=None, description="Only people who held this office.")
    on: Day = Field(default=None, description="Only offices held on this ISO day.", examples=["2024-11-30"])


@router.get("/actors", **tells("actors", ActorList, "actors", paged=True))
def actors(request: Request, q: Annotated[ActorsQuery, Query()]) -> Response:
    """Search the registry: people with their dated offices, and collective actors; best first."""
    on = q.on.isoformat() if q.on else None
    found = _searched(Asked(words=q.q or "", side=q.side, office=q.office or None, on=on))
    both = [*found.actors, *found.people][q.skip : q.skip + q.size]
    return listed(
        request,
        q,
        len(found.actors) + len(found.people),
        actors=[a for a in both if isinstance(a, Collective)],
        people=[a for a in both if not isinstance(a, Collective)],
    )


@lru_cache(maxsize=256)
def _searched(asked: Asked) -> Found:
    """The registry does not change while the server runs."""
    return search(load(), asked)


@router.get("/actor/{id}", **tells("actor", Actor, "actors", also=(404,)))
def actor(request: Request, id: ActorId) -> Response:
    """One actor of the registry, and how often the record has it."""
    person = next((p for p in load().people if p.id == id), None)
    collective = None if person else _collective(id)
    if person is None and collective is None:
        raise HTTPException(404, f"no actor with the id {id!r} in the registry")
    column = "actor" if person else "side"
    # groups go by their names as sides
    key = id if person else _side(id)
    with opened(request) as reader:
        contacts, first, last = _contacts(reader, column, key)
        sql = f"SELECT COUNT(DISTINCT p.statement) FROM speakers p WHERE p.{column} = :key"
        row = reader.one(sql, key=key)
    told = Actor(
        id=id,
        person=person,
        collective=collective,
        contacts=contacts,
        statements=int(row[0]) if row else 0,
        first=first,
        last=last,
    )
    return answered(request, told)


def _collective(id_: str) -> Collective | None:
    return next((found for found in _searched(Asked(words=id_)).actors if found.id == id_), None)


def _side(id_: str) -> str:
    return next((group.side for group in load().collective.groups if group.id == id_), id_)


def _contacts(reader: Reader, column: str, key: str) -> tuple[int, str | None, str | None]:
    sql = (
        "SELECT COUNT(*), MIN(COALESCE(c.earliest, c.latest)), MAX(COALESCE(c.latest, c.earliest)) FROM contacts c "
        f"WHERE c.id IN (SELECT p.contact FROM parties p WHERE p.{column} = :key) AND {_SHOWN}"
    )
    row = reader.one(sql, key=key) or (0, None, None)
    return int(row[0]), row[1], row[2]
