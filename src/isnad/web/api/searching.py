"""Full-text search of the articles."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field, StringConstraints

from isnad.lexicon import load
from isnad.query.search import count
from isnad.query.search import search as query
from isnad.web.api.answers import listed
from isnad.web.api.described import tells
from isnad.web.api.parameters import MOST, Pages
from isnad.web.api.shapes import HitList
from isnad.web.desk import opened

router = APIRouter()


class SearchQuery(Pages):
    """What is searched for."""

    q: Annotated[str, StringConstraints(min_length=1, max_length=MOST)] = Field(
        description="Words that an article must hold, all of them, in any spelling of hamza; particles do not matter.",
    )
    size: int = Field(default=20, ge=1, le=50, description="How many on a page.")


@router.get("/search", **tells("search", HitList, "articles", paged=True))
def search(request: Request, q: Annotated[SearchQuery, Query()]) -> Response:
    """Find the articles that hold all words, with the stretches of text that answer; newest first."""
    lexicon = load()
    with opened(request) as reader:
        hits = tuple(query(reader, q.q, lexicon, q.size, q.skip))
        return listed(request, q, count(reader, q.q, lexicon), hits=hits)
