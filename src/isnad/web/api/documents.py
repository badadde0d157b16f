"""The API about itself: its OpenAPI document, and that document as a page for people."""

from functools import lru_cache
from typing import Any
from urllib.parse import quote

import msgspec
from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import Response

from isnad.web.api.answers import answered
from isnad.web.api.examples import Example, examples
from isnad.web.api.openapi import document
from isnad.web.desk import shown

router = APIRouter(include_in_schema=False)


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """An operation as the page shows it."""

    id: str
    method: str
    path: str
    summary: str
    parameters: list[dict[str, Any]]
    bodies: list[str]
    answers: list[tuple[str, str, str, list[str]]]
    token: bool
    call: str
    example: str


@router.get("/openapi.json")
def openapi(request: Request) -> Response:
    """The OpenAPI document."""
    return answered(request, _document(request.app))


@router.get("/docs")
def docs(request: Request) -> Response:
    """The OpenAPI document as a page."""
    made = _document(request.app)
    base = str(request.base_url).rstrip("/")
    groups = [(tag, [_told(*each, base) for each in _of(made, tag["name"])]) for tag in made["tags"]]
    return shown(request, "en", "api.html", about=made["info"]["description"].split("\n\n"), groups=groups)


@lru_cache(maxsize=1)
def _document(app: FastAPI) -> dict[str, Any]:
    """The routes of a server do not change while it runs."""
    return document(app)


def _of(made: dict[str, Any], tag: str) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (method.upper(), path, operation)
        for path, methods in made["paths"].items()
        for method, operation in methods.items()
        if tag in operation["tags"]
    ]


def _told(method: str, path: str, operation: dict[str, Any], base: str) -> Operation:
    example = examples().get(operation["operationId"])
    answer = msgspec.json.format(msgspec.json.encode(example.answer), indent=2).decode() if example else ""
    return Operation(
        id=operation["operationId"],
        method=method,
        path=path,
        summary=operation["description"],
        parameters=[_parameter(each) for each in operation.get("parameters", ()) if each["in"] != "header"],
        bodies=list(operation.get("requestBody", {}).get("content", {})),
        answers=[_answer(status, each) for status, each in sorted(operation["responses"].items())],
        token=bool(operation.get("security")),
        call=_call(method, path, operation, example, base),
        example=answer if example and example.answer is not None else "",
    )


def _answer(status: str, told: dict[str, Any]) -> tuple[str, str, str, list[str]]:
    """The status, what it means, the schema of its document, and the media types."""
    content = told.get("content", {})
    schemas = [of["schema"].get("$ref", "").rpartition("/")[2] for of in content.values()]
    return status, told["description"], next((name for name in schemas if name), ""), list(content)


def _parameter(told: dict[str, Any]) -> dict[str, Any]:
    schema = told["schema"]
    inner = schema.get("items", schema)
    kind = " | ".join(inner["enum"]) if "enum" in inner else inner.get("format") or inner.get("type", "")
    bounds = [f"{sign} {schema[name]}" for name, sign in (("minimum", "≥"), ("maximum", "≤")) if name in schema]
    default = schema.get("default")
    return {
        "name": told["name"],
        "where": told["in"],
        "kind": " ".join([kind, *bounds]),
        "many": schema.get("type") == "array",
        "required": told.get("required", False),
        "default": "" if default in (None, [], "", False, 0) else str(default),
        "what": told.get("description", ""),
    }


def _call(method: str, path: str, operation: dict[str, Any], example: Example | None, base: str) -> str:
    """A line for the shell that asks this."""
    parts = ["curl"]
    parts += [f"-X {method}"] if method not in ("GET", "POST") else []
    parts += ["-H 'Authorization: Bearer TOKEN'"] if operation.get("security") else []
    if example and example.body is not None:
        body = msgspec.json.encode(example.body).decode().replace("'", "'\\''")
        parts += ["-H 'Content-Type: application/json'", f"-d '{body}'"]
    at = quote(example.path, safe="/?=&%:") if example else path
    return " ".join([*parts, f"'{base}{at}'"])
