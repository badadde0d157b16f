"""What each operation says of itself in the OpenAPI document: its answers, and what can go wrong."""

from collections.abc import Mapping
from typing import Any

import msgspec
from fastapi.responses import Response

from isnad.web.api.answers import JSON
from isnad.web.trouble import PROBLEM

REF = "#/components/schemas/{name}"
_WRONG = {
    401: "The token is missing or wrong.",
    404: "The record holds nothing of this id, or more than one thing.",
    409: "What is asked for cannot be done to the record as it is.",
    413: "What was sent is too large.",
    415: "What was sent is of no kind that is read.",
    421: "The server is not asked under one of its names.",
    422: "The request is not understood; `detail` names the parameter or field.",
    503: "The record cannot be opened or written now.",
}
_ALWAYS = (401, 421, 422, 503)
_MOVED: dict[int | str, dict[str, Any]] = {
    308: {
        "description": "The id is an old one; `Location` is the present address.",
        "headers": {"Location": {"schema": {"type": "string"}, "description": "The present address."}},
    }
}
_TAG = {"description": "Strong tag of the body, for If-None-Match.", "schema": {"type": "string"}}
_LINK = {"description": "Addresses of the next and previous page (RFC 8288).", "schema": {"type": "string"}}
_SEEN = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "ETag of an earlier answer: 304 where it is still the same.",
    "schema": {"type": "string", "maxLength": 200},
}


def tells(
    name: str,
    model: type[msgspec.Struct],
    tag: str,
    *,
    forms: Mapping[str, str] | None = None,
    wrong: tuple[int, ...] = (),
    moves: bool = False,
    paged: bool = False,
) -> dict[str, Any]:
    """Keywords for the route of a question: its id, the struct that it answers with, further `forms` as media type and
    description, further statuses that it may go wrong with."""
    content: dict[str, Any] = {JSON: {"schema": refers(model)}}
    for media, what in (forms or {}).items():
        content[media] = {"schema": {"type": "string", "description": what}}
    headers = {"ETag": _TAG} | ({"Link": _LINK} if paged else {})
    answers: dict[int | str, dict[str, Any]] = {
        200: {"description": (model.__doc__ or "").partition("\n\n")[0], "content": content, "headers": headers},
        304: {"description": "The answer is what If-None-Match names."},
        **(_MOVED if moves else {}),
        **problems(*_ALWAYS, *wrong),
    }
    return {
        "operation_id": name,
        "tags": [tag],
        "response_class": Response,
        "responses": answers,
        "openapi_extra": {"parameters": [_SEEN]},
    }


def writes(
    name: str,
    model: type[msgspec.Struct] | None,
    tag: str,
    *,
    status: int,
    body: Mapping[str, Any] | None = None,
    wrong: tuple[int, ...] = (),
    also: Mapping[int, str] | None = None,
    token: bool = True,
) -> dict[str, Any]:
    """Keywords for the route of a request that brings something: the status that it answers with, `also` others with
    the same document, and the media types of its body with their schemas."""
    answers: dict[int | str, dict[str, Any]] = {}
    for code, what in {status: (model.__doc__ or "") if model else "Done.", **(also or {})}.items():
        answers[code] = {"description": what.partition("\n\n")[0]}
        if model:
            answers[code]["content"] = {JSON: {"schema": refers(model)}}
    extra: dict[str, Any] = {"security": [{"token": []}]} if token else {}
    if body:
        extra["requestBody"] = {"required": True, "content": dict(body)}
    return {
        "operation_id": name,
        "tags": [tag],
        "status_code": status,
        "response_class": Response,
        "responses": {**answers, **problems(*_ALWAYS, *wrong)},
        "openapi_extra": extra,
    }


def refers(model: type[msgspec.Struct]) -> dict[str, str]:
    """A reference to the schema of a struct."""
    return {"$ref": REF.format(name=model.__name__)}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The answers to requests that go wrong."""
    return {
        status: {
            "description": _WRONG[status],
            "content": {PROBLEM: {"schema": {"$ref": REF.format(name="HttpProblem")}}},
        }
        for status in sorted(set(statuses))
    }
