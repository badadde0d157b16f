"""Stories: articles and contacts of one affair."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic import Field

from isnad.model import Story
from isnad.query.reader import ESCAPED, beginning
from isnad.web.api.answers import answered, listed, moved, raw
from isnad.web.api.described import tells
from isnad.web.api.parameters import Paged, StoryId
from isnad.web.api.shapes import StoryList
from isnad.web.desk import opened

router = APIRouter()
_FULL = 16


class StoriesQuery(Paged):
    """Which stories."""

    single: bool = Field(default=False, description="Also stories of a single article.")


@router.get("/stories", **tells("stories", StoryList, "stories", paged=True))
def stories(request: Request, q: Annotated[StoriesQuery, Query()]) -> Response:
    """List stories, newest first; `contacts?story=ID` lists the contacts of one."""
    days = {name: day for name, day in q.days().items() if day}
    terms = ["articles >= :few"]
    terms += ["COALESCE(latest, earliest) >= :since"] if "since" in days else []
    terms += ["COALESCE(earliest, latest) <= :until"] if "until" in days else []
    where, values = " AND ".join(terms), {"few": 1 if q.single else 2, **days}
    order = "COALESCE(latest, earliest) IS NULL, COALESCE(latest, earliest) DESC, id"
    sql = f"SELECT doc FROM stories WHERE {where} ORDER BY {order} LIMIT :size OFFSET :skip"
    with opened(request) as reader:
        documents = [row[0] for row in reader.rows(sql, **values, size=q.size, skip=q.skip)]
        row = reader.one(f"SELECT COUNT(*) FROM stories WHERE {where}", **values)
    return listed(request, q, int(row[0]) if row else 0, stories=raw(documents))


@router.get("/story/{id}", **tells("story", Story, "stories", also=(308, 404)))
def story(request: Request, id: StoryId) -> Response:
    """One story: its articles, and the ids of its contacts."""
    sql = f"SELECT doc FROM stories WHERE id LIKE :id {ESCAPED} LIMIT 2"
    with opened(request) as reader:
        found = [row[0] for row in reader.rows(sql, id=beginning(id))]
        # a story has the smallest id of its contacts: one that joined another is found by its contact
        contact = reader.contact(id) if not found and len(id) == _FULL else None
    if contact is not None and contact.story:
        return moved(request, f"/api/v1/story/{contact.story}")
    if len(found) != 1:
        raise HTTPException(404, f"{'several stories match' if found else 'no story matches'} the id {id!r}")
    return answered(request, found[0])
