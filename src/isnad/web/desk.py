"""What a request is answered with: the record it asks, the face it is shown, the page that is rendered."""

from functools import cache
from pathlib import Path
from typing import Any

from fastapi import HTTPException, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from isnad import __version__
from isnad.labels.plain import plain
from isnad.labels.terms import Lang
from isnad.query.reader import Reader
from isnad.web.face import face
from isnad.web.merger import Merger
from isnad.web.settings import Settings
from isnad.web.views.card import few

FOLDER = Path(__file__).parent


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        # nothing from an article is ever markup
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["plain"] = plain
    made.filters["few"] = few
    made.globals["version"] = __version__
    made.globals["vendored"] = {f.name for f in (FOLDER / "static" / "vendor").glob("*") if f.is_file()}
    return made


def settings(request: Request) -> Settings:
    """The settings of the server that a request came to."""
    told: Settings = request.app.state.settings
    return told


def merger(request: Request) -> Merger:
    """What merges the record after it was written to."""
    told: Merger = request.app.state.merger
    return told


def opened(request: Request) -> Reader:
    """The record, open for reading; use it as a context. Raises RecordError where it cannot be opened."""
    return Reader(settings(request).record)


def shown(request: Request, lang: Lang, name: str, *, status: int = 200, **told: Any) -> HTMLResponse:
    """A template as a page of one language."""
    path = request.url.path
    other: Lang = "en" if lang == "ar" else "ar"
    query = f"?{request.url.query}" if request.url.query else ""
    there = f"/{other}{path[3:]}{query}" if path[1:3] in ("ar", "en") else f"/{other}/"
    html = (
        _environment()
        .get_template(name)
        .render(
            face=face(lang),
            w=face(lang).w,
            terms=face(lang).terms,
            more=face(lang).more,
            other=other,
            other_face=face(other),
            there=there,
            here=path,
            narrowed=bool(request.url.query),
            writer=bool(request.scope.get("isnad.writer")),
            writable=settings(request).token is not None,
            merging=merger(request).busy,
            **told,
        )
    )
    return HTMLResponse(html, status_code=status)


def missing(what: str) -> HTTPException:
    """The error of an address that names nothing; `what` is a key of the page's words."""
    return HTTPException(404, what)
