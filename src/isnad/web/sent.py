"""What somebody sends to be read: an article in JSON, in a form, as text or as a page of the web; bounded."""

import hashlib
import re
from typing import Annotated

import msgspec
from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from isnad.model import Page, SourceError
from isnad.sources import read_bytes
from isnad.sources.records import Stated, page_of

LONGEST = 100_000
_FIELD = 500
_NAME = re.compile(r"[^\w.\- ]+")
_JSON = ""
# a body has no name of its own
_NAMES = {"text/plain": "page.txt", "text/html": "page.html", "application/xhtml+xml": "page.html"}
# years of which there is news: beyond them calendars run out of days
DAY = r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"

Field = Annotated[str, msgspec.Meta(max_length=_FIELD)]


class SentArticle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An article with what is known of it. `date` is an ISO day: evidence of the day of publication, not truth."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST)]
    title: Field = ""
    outlet: Field | None = None
    date: Annotated[str, msgspec.Meta(pattern=DAY)] | None = None
    url: Field | None = None
    key: Field | None = None


class Sent(msgspec.Struct, frozen=True):
    """A document as it was sent: its name, which says what it holds, its bytes, and the fields sent beside it."""

    name: str
    data: bytes
    fields: dict[str, str]


async def sent(request: Request) -> Sent:
    """What a request brings.

    Raises HTTPException 413 where it is too large, 415 where it is of no kind that is read, 422 where it is broken.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == "application/json":
            return Sent(_JSON, await request.body(), {})
        if kind in _NAMES:
            return Sent(_NAMES[kind], await request.body(), {})
        if kind == "multipart/form-data":
            return await _form(request)
    except ClientDisconnect:
        # the gate lets go of a body that is too large; whoever really hung up does not hear the answer
        raise HTTPException(413, "request body too large") from None
    raise HTTPException(
        415, "unsupported content type: send application/json, multipart/form-data, text/plain or text/html"
    )


async def _form(request: Request) -> Sent:
    try:
        async with request.form(max_files=1, max_fields=8, max_part_size=4 * LONGEST) as form:
            given = {name: value for name, value in form.items() if isinstance(value, str)}
            file = next((value for value in form.values() if isinstance(value, UploadFile)), None)
            if file is None:
                return Sent(_JSON, msgspec.json.encode(given), {})
            name = _NAME.sub(" ", (file.filename or "").rpartition("/")[2]).strip()[-100:] or "page"
            return Sent(name, await file.read(), given)
    except HTTPException as error:
        raise HTTPException(422, f"invalid form data: {error.detail}") from None
    except (ValueError, KeyError) as error:
        raise HTTPException(422, f"invalid form data: {type(error).__name__}") from None


def page_from(what: Sent) -> Page:
    """The one article of a document. Raises HTTPException 422 where there is none, or more than one; 413 where it is
    too long."""
    try:
        page = _json(what.data) if what.name == _JSON else _document(what)
    except SourceError as error:
        raise HTTPException(422, f"{error.what} ({error.advice})" if error.advice else error.what) from error
    if len(page.text) > LONGEST:
        raise HTTPException(413, f"article longer than {LONGEST:,} characters")
    return page


def _json(data: bytes) -> Page:
    try:
        told = msgspec.json.decode(data, type=SentArticle)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise HTTPException(422, f"invalid body: {error}") from None
    return page_of(
        told.key or told.url or _hashed(told.text),
        "request",
        told.title,
        told.text,
        Stated(told.outlet, told.url, told.date),
    )


def _document(what: Sent) -> Page:
    try:
        fields = msgspec.convert(what.fields | {"text": "-"}, SentArticle, strict=False)
    except msgspec.ValidationError as error:
        raise HTTPException(422, f"invalid body: {error}") from None
    found = read_bytes(what.name, what.data)
    page = next(found, None)
    if isinstance(page, SourceError):
        raise page
    if page is None:
        raise SourceError(what.name, "no article found")
    if next(found, None) is not None:
        raise SourceError(what.name, "several articles in one document", "send them one by one")
    given = {name: getattr(fields, name) for name in ("outlet", "date", "url", "key") if getattr(fields, name)}
    if "key" not in given and page.key in ("", "page"):
        given["key"] = page.url or _hashed(page.text)
    return msgspec.structs.replace(page, origin="request", **given)


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
