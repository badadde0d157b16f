"""Articles that are sent: read and forgotten, or kept in the record."""

import hashlib
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from isnad.clean import clean
from isnad.lexicon import load
from isnad.model import Reading, SourceError
from isnad.reading import read as understood
from isnad.web.api.answers import JSON, answered
from isnad.web.api.articles import with_text
from isnad.web.api.described import brings, refers, summary, writes
from isnad.web.api.shapes import Kept
from isnad.web.api.writing import merged, writing
from isnad.web.sent import Sent, SentArticle, page_from, sent

router = APIRouter()

_TEXT = {"type": "string", "minLength": 1, "description": "The article, its title in the first line."}
_PLAIN = {"type": "string", "maxLength": 500}
_FORM = {
    "type": "object",
    "properties": {
        "file": {"type": "string", "format": "binary", "description": "One article: .txt .md .html .json .csv"},
        "outlet": _PLAIN,
        "date": {"type": "string", "format": "date"},
        "url": _PLAIN,
        "key": _PLAIN,
    },
    "required": ["file"],
}
_BODY: dict[str, Any] = {
    JSON: {"schema": refers(SentArticle)},
    "multipart/form-data": {"schema": _FORM},
    "text/plain": {"schema": _TEXT},
    "text/html": {"schema": {"type": "string", "minLength": 1, "description": "A page of the web with one article."}},
}
_WRONG = (413, 415)
_READ = {200: summary(Reading)}
_KEPT = {201: summary(Kept), 200: "The record has this article already."}


@router.post("/read", **brings("read", Reading, "articles", done=_READ, body=_BODY, wrong=_WRONG))
def read(request: Request, what: Annotated[Sent, Depends(sent)]) -> Response:
    """Read an article that is sent: `isnad/reading/1` with its text. Nothing is kept."""
    article = clean(page_from(what))
    return answered(request, with_text(understood(article, load()), article.text))


@router.post("/articles", **writes(brings("addArticle", Kept, "articles", done=_KEPT, body=_BODY, wrong=_WRONG)))
def add(request: Request, what: Annotated[Sent, Depends(sent)]) -> Response:
    """Keep an article that is sent in the record, and merge what it tells with what is known."""
    page = page_from(what)
    with writing(request) as record:
        outcome = next(iter(record.add([page])))
        if isinstance(outcome, SourceError):
            raise HTTPException(422, outcome.what)
    merged(request)
    sha256 = hashlib.sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest()
    told = Kept(key=outcome.key, sha256=sha256, added=outcome.added, contacts=outcome.contacts)
    status = 200 if outcome.added == "known" else 201
    return answered(request, told, status=status, headers={"location": f"/api/v1/article/{sha256}"})
