"""When something is wrong: a page written for people, or problem+json (RFC 9457) for programs."""

from collections.abc import Mapping
from http import HTTPStatus

import msgspec
from fastapi import Request
from fastapi.responses import Response
from starlette.routing import Match

from isnad.labels.terms import Lang
from isnad.web.desk import shown
from isnad.web.face import LANGS, face

PROBLEM = "application/problem+json"


class HttpProblem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong (RFC 9457): `title` is that of the status, `detail` says it of this request."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None
    instance: str


def answered(
    request: Request, status: int, what: str, detail: str = "", headers: Mapping[str, str] | None = None
) -> Response:
    """The answer to a request that went wrong; `what` is a key of the page's words, or words themselves."""
    lang = language(request)
    if request.url.path.startswith("/api/"):
        return _problem(request, status, detail or face("en").w.get(f"error-{what}", what), headers or {})
    told = face(lang).w.get(f"error-{what}", what)
    return shown(request, lang, "error.html", status=status, code=status, told=told, detail=detail)


def _problem(request: Request, status: int, detail: str, headers: Mapping[str, str]) -> Response:
    title = HTTPStatus(status).phrase
    told = HttpProblem(
        title=title, status=status, detail=detail if detail != title else None, instance=request.url.path
    )
    more = {"www-authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else {}
    return Response(msgspec.json.encode(told), status, {**headers, **more}, media_type=PROBLEM)


def allowed(request: Request) -> str:
    """The methods that an address can be asked with: several routes may share it."""
    found = [
        method
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE")
        if any(r.matches({**request.scope, "method": method})[0] is Match.FULL for r in request.app.routes)
    ]
    return ", ".join(["HEAD", *found] if "GET" in found else found)


def language(request: Request) -> Lang:
    """The language of an address; of one that names none, that which the browser asks for first, else Arabic."""
    named = request.url.path[1:].partition("/")[0]
    if named in LANGS:
        return "en" if named == "en" else "ar"
    for wanted in request.headers.get("accept-language", "").lower().split(","):
        code = wanted.strip()[:2]
        if code in LANGS:
            return "en" if code == "en" else "ar"
    return "ar"
