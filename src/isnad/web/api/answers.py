"""How the API answers: JSON with a strong ETag, 304 where the asker has it already, streams, and redirects."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

import msgspec
from fastapi import Request
from fastapi.responses import Response, StreamingResponse

from isnad.web.api.parameters import Pages

JSON, JSONL, CSV, GRAPHML = "application/json", "application/x-ndjson", "text/csv", "application/graphml+xml"
_FRESH = {"cache-control": "no-cache"}
_TAG = 32


def answered(
    request: Request, told: object, *, media: str = JSON, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """An answer: bytes and text as they are, everything else as JSON."""
    body = told if isinstance(told, bytes) else told.encode() if isinstance(told, str) else msgspec.json.encode(told)
    tag = f'"{hashlib.sha256(body).hexdigest()[:_TAG]}"'
    more = {**_FRESH, "etag": tag, **(headers or {})}
    if request.method == "GET" and _has(request.headers.get("if-none-match", ""), tag):
        return Response(None, 304, more)
    return Response(body, status, more, media_type=f"{media}; charset=utf-8" if media == CSV else media)


def listed(request: Request, at: Pages, total: int, **items: object) -> Response:
    """A page of a list under its name, with the number of all and the addresses of its neighbours (RFC 8288)."""
    page, more = at.page, total > at.page * at.size
    links = {"next": page + 1} if more else {}
    links |= {"prev": page - 1, "first": 1} if page > 1 else {}
    told = {**items, "total": total, "next": _at(request, page + 1) if more else None}
    header = ", ".join(f'<{_at(request, number)}>; rel="{rel}"' for rel, number in links.items())
    return answered(request, told, headers={"link": header} if header else None)


def streamed(parts: Iterator[bytes], media: str, name: str) -> Response:
    """A file that is sent while it is made. It has no ETag: nobody has seen all of it yet."""
    headers = {**_FRESH, "content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(parts, headers=headers, media_type=media)


def moved(request: Request, path: str) -> Response:
    """The way to the present address of what an old id names."""
    query = f"?{request.url.query}" if request.url.query else ""
    return Response(None, 308, {**_FRESH, "location": path + query})


def raw(documents: list[str]) -> list[msgspec.Raw]:
    """Documents that are JSON already."""
    return [msgspec.Raw(document.encode()) for document in documents]


def _at(request: Request, page: int) -> str:
    given: list[tuple[str, Any]] = [(k, v) for k, v in request.query_params.multi_items() if k != "page"]
    return f"{request.url.path}?{urlencode([*given, ('page', page)])}"


def _has(shown: str, tag: str) -> bool:
    """Whether an If-None-Match names the tag; weakly compared, as RFC 9110 wants it."""
    return shown.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in shown.split(","))
