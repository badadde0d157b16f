"""The gate in front of every request: who may ask what, how much may come in, and what the browser may do with it."""

from http.cookies import CookieError, SimpleCookie
from typing import Literal
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from isnad.web.settings import Settings

COOKIE = "isnad"
# requests that send something and change nothing
_HARMLESS = ("/read", "/enter")
# the whole address: the key of an article may end so too
_ENTRY = ("/ar/enter", "/en/enter")
_ASKING = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
Refusal = Literal["host", "token", "origin", "size"]


class Gate:
    """ASGI middleware. What it refuses it hands to `refuse`, an application that finds the reason in the scope."""

    def __init__(self, app: ASGIApp, settings: Settings, refuse: ASGIApp) -> None:
        self.app, self.settings, self.refuse = app, settings, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        headers = Headers(scope=scope)
        scope["isnad.writer"] = self._writer(headers)
        reason = self._refused(scope, headers)
        if reason is not None:
            scope["isnad.refusal"] = reason
            await self.refuse(scope, receive, guarded)
            return
        await self.app(scope, self._bounded(receive), guarded)

    def _writer(self, headers: Headers) -> bool:
        """Whether the request shows the token, in its header or by the cookie that the token was exchanged for."""
        scheme, _, shown = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.settings.proven(shown.strip()):
            return True
        return self.settings.remembered(_cookie(headers))

    def _refused(self, scope: Scope, headers: Headers) -> Refusal | None:
        host = headers.get("host", "")
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        if "*" not in self.settings.hosts and name.lower() not in self.settings.hosts:
            # a name that somebody else pointed at this machine
            return "host"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self.settings.upload:
            return "size"
        path, asking = scope["path"], scope["method"] in _ASKING
        harmless = asking or path.endswith(_HARMLESS)
        if not scope["isnad.writer"]:
            entering = path in _ENTRY or path.startswith("/static/")
            if (self.settings.public and not entering) or not harmless:
                return "token"
        if not asking and "authorization" not in headers and not _same_origin(headers, host):
            # a cookie is sent along by any page; a form of another site must not decide anything, nor keep us reading
            return "origin"
        return None

    def _bounded(self, receive: Receive) -> Receive:
        """A body that ends where it grows too long, whatever length it said it has."""
        seen = 0

        async def bounded() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.settings.upload:
                return {"type": "http.disconnect"}
            return message

        return bounded


def _cookie(headers: Headers) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None


def _same_origin(headers: Headers, host: str) -> bool:
    origin = headers.get("origin")
    if origin is not None:
        try:
            return urlsplit(origin).netloc == host
        except ValueError:
            return False
    return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
