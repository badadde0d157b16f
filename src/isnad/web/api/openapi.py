"""The OpenAPI document: what FastAPI knows of parameters, and the schemas of what is really answered."""

from collections.abc import Iterator
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from isnad.model import Comparison, Reading, RecordContact, RecordEvent, Story
from isnad.query.brief import Brief
from isnad.query.network import Network
from isnad.query.verdicts import Decided
from isnad.web.api import examples, shapes
from isnad.web.api.counted import Timeline
from isnad.web.api.described import REF
from isnad.web.sent import SentArticle
from isnad.web.trouble import HttpProblem

_ASKED = (SentArticle, shapes.Decision, shapes.Correction)
_TOLD = (
    *(RecordContact, RecordEvent, Reading, Comparison, Story, Brief, Network, Timeline, Decided, HttpProblem),
    *(
        shapes.ContactList,
        shapes.StatementList,
        shapes.EventList,
        shapes.StoryList,
        shapes.ActorList,
        shapes.Actor,
        shapes.ArticleList,
    ),
    *(shapes.OutletList, shapes.NameList, shapes.ReferentList, shapes.HitList, shapes.ConflictList),
    *(shapes.VerdictList, shapes.Kept),
)
_TAGS = {
    "contacts": "Who contacted whom, when, by what channel, on whose word.",
    "statements": "Who said what, with the chain of sources.",
    "events": "Who did what to whom, where, how many, on whose word.",
    "stories": "Articles and contacts of one affair.",
    "articles": "The articles, what was read in them, and reading others.",
    "actors": "People with dated offices; states, organisations, groups.",
    "outlets": "Outlets, and what they call whom.",
    "counts": "Timeline, network, and the brief of a day.",
    "review": "What people decided about what was read and merged.",
}
_ABOUT = """Everything that the pages show, for programs. Contacts are `isnad/contact/1`, readings `isnad/reading/1`.

Days are ISO days, intervals inclusive; spans are code points of the stored text, end exclusive. What is not known is
null. Errors are `application/problem+json` (RFC 9457). Answers have an ETag; HEAD is GET without the body. Lists have
`total` and the address of the `next` page, which stands in the `Link` header too. What is written is kept at once; the
record is merged anew beside the server, and an answer waits for that no longer than ten seconds."""
# two structs of one name: the statement of the record, and the one that a brief quotes
_NAMES = {"isnad_query_brief_Said": "Quoted", "isnad_query_statements_Said": "Said"}


def document(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI 3.1 document of the server's API."""
    made = get_openapi(
        title="Isnad",
        version=app.version,
        summary=app.summary,
        description=_ABOUT,
        routes=app.routes,
        tags=[{"name": name, "description": what} for name, what in _TAGS.items()],
    )
    public = app.state.settings.public
    for operation in operations(made):
        for parameter in operation.get("parameters", ()):
            _tidy(parameter)
        if public:
            operation["security"] = [{"token": []}]
        examples.put(operation)
    made["components"] = {
        "schemas": _schemas(),
        "securitySchemes": {
            "token": {"type": "http", "scheme": "bearer", "description": "The token that `isnad serve` was given."}
        },
    }
    return made


def operations(made: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The operations of a document, in its order."""
    return (operation for path in made["paths"].values() for operation in path.values())


def _tidy(parameter: dict[str, Any]) -> None:
    """An address holds no null, and a title that repeats the name says nothing."""
    schema = parameter["schema"]
    some = [each for each in schema.pop("anyOf", ()) if each.get("type") != "null" and each.get("const") != ""]
    schema.update(some[0] if some else {})
    schema.pop("title", None)
    if schema.get("default", "") is None:
        del schema["default"]
    told = schema.pop("examples", None)
    if told:
        parameter["example"] = told[0]
    # the description stands beside the schema
    schema.pop("description", None)


def _schemas() -> dict[str, Any]:
    _, found = msgspec.json.schema_components([*_ASKED, *_TOLD], ref_template=REF)
    text = msgspec.json.encode(found).decode()
    for long, short in _NAMES.items():
        text = text.replace(long, short)
    schemas: dict[str, Any] = msgspec.json.decode(text)
    shorter = {cls.__name__ for cls in _structs(msgspec.Struct) if cls.__struct_config__.omit_defaults}
    for name, schema in schemas.items():
        if name not in shorter and name not in {cls.__name__ for cls in _ASKED}:
            # what has a default is always there in an answer
            there = [field for field, of in schema.get("properties", {}).items() if "default" in of]
            schema["required"] = list(dict.fromkeys([*schema.get("required", ()), *there]))
        for of in schema.get("properties", {}).values():
            of.pop("default", None)
    return dict(sorted(schemas.items()))


def _structs(of: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    for cls in of.__subclasses__():
        yield cls
        yield from _structs(cls)
