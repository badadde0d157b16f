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
    404: "The id matches nothing in the record, or more than one thing.",
    413: "The request body is too large.",
    415: "Unsupported content type.",
    421: "The Host header is not one of the server's names.",
    422: "The request is invalid; `detail` names the parameter or field.",
    503: "The record cannot be opened or written at the moment.",
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
    also: tuple[int, ...] = (),
    paged: bool = False,
) -> dict[str, Any]:
    """Keywords for the route of a question: its id, the struct that it answers with, further `forms` as media type and
    description, further statuses (308 and those of errors) that it may answer with."""
    content: dict[str, Any] = {JSON: {"schema": refers(model)}}
    for media, what in (forms or {}).items():
        content[media] = {"schema": {"type": "string", "description": what}}
    headers = {"ETag": _TAG} | ({"Link": _LINK} if paged else {})
    answers: dict[int | str, dict[str, Any]] = {
        200: {"description": summary(model), "content": content, "headers": headers},
        304: {"description": "The answer is what If-None-Match names."},
        **{status: answer for status, answer in _MOVED.items() if status in also},
        **problems(*_ALWAYS, *(status for status in also if status in _WRONG)),
    }
    return {
        "operation_id": name,
        "tags": [tag],
        "response_class": Response,
        "responses": answers,
        "openapi_extra": {"parameters": [_SEEN]},
    }


def brings(
    name: str,
    model: type[msgspec.Struct] | None,
    tag: str,
    *,
    done: Mapping[int, str],
    body: Mapping[str, Any] | None = None,
    wrong: tuple[int, ...] = (),
) -> dict[str, Any]:
    """Keywords for the route of a request that brings something: the statuses of success with what each says, the
    usual one first (all answer with the struct), the media types of its body with their schemas, further errors."""
    answers: dict[int | str, dict[str, Any]] = {status: {"description": what} for status, what in done.items()}
    if model:
        for answer in answers.values():
            answer["content"] = {JSON: {"schema": refers(model)}}
    return {
        "operation_id": name,
        "tags": [tag],
        "status_code": next(iter(done)),
        "response_class": Response,
        "responses": {**answers, **problems(*_ALWAYS, *wrong)},
        "openapi_extra": {"requestBody": {"required": True, "content": dict(body)}} if body else {},
    }


def writes(route: Mapping[str, Any]) -> dict[str, Any]:
    """The same keywords for a route that changes the record: it wants the token."""
    return {**route, "openapi_extra": {"security": [{"token": []}], **route["openapi_extra"]}}


def summary(model: type[msgspec.Struct]) -> str:
    """What a struct is: the first paragraph of its documentation."""
    return (model.__doc__ or "").partition("\n\n")[0]


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
