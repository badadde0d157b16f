"""When something is wrong: a page written for people, or problem+json (RFC 9457) for programs."""

import msgspec
from fastapi import Request
from fastapi.responses import Response

from isnad.labels.terms import Lang
from isnad.web.desk import shown
from isnad.web.face import LANGS, face

_FOUND_NOTHING, _UNCLEAR, _SERVER = 404, 422, 500


def answered(request: Request, status: int, what: str, detail: str = "") -> Response:
    """The answer to a request that went wrong; `what` is a key of the page's words, or words themselves."""
    lang = language(request)
    told = _words(lang, what)
    if request.url.path.startswith("/api/"):
        problem = {
            "type": "about:blank",
            "title": _words("en", what),
            "status": status,
            "detail": detail or None,
            "instance": request.url.path,
        }
        headers = {"www-authenticate": "Bearer"} if status == 401 else {}
        return Response(msgspec.json.encode(problem), status, headers, media_type="application/problem+json")
    return shown(request, lang, "error.html", status=status, code=status, told=told, detail=detail)


def _words(lang: Lang, what: str) -> str:
    known = face(lang).w
    return known.get(f"error-{what}", known.get(what, what))


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
