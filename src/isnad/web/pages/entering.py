"""Showing the token: whoever has it may write, and reads a server that is not bound to one machine."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from isnad.labels.terms import Lang
from isnad.web.asking import Words
from isnad.web.desk import settings, shown
from isnad.web.gate import COOKIE

router = APIRouter()


@router.get("/{lang}/enter")
def ask(request: Request, lang: Lang, token: Words = None) -> Response:
    """The form; an address that brings the token enters at once."""
    if token:
        return _entered(request, lang, token)
    return shown(request, lang, "enter.html", wrong=False)


@router.post("/{lang}/enter")
def entered(request: Request, lang: Lang, token: Annotated[str, Form(max_length=400)] = "") -> Response:
    """Exchange the token for a cookie."""
    return _entered(request, lang, token)


@router.post("/{lang}/leave")
def left(request: Request, lang: Lang) -> Response:
    """Forget who showed the token."""
    out = RedirectResponse(f"/{lang}/", 303)
    out.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
    return out


def _entered(request: Request, lang: Lang, token: str) -> Response:
    told = settings(request)
    if not told.proven(token):
        return shown(request, lang, "enter.html", status=401, wrong=True)
    out = RedirectResponse(f"/{lang}/", 303)
    secure = request.url.scheme == "https"
    out.set_cookie(COOKIE, told.session(), path="/", httponly=True, samesite="strict", secure=secure)
    return out
