"""Verdicts: what people decided about contacts, merges and statements."""

import datetime
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import Response
from starlette.requests import ClientDisconnect

from isnad.model import UnknownIdError, Verdict
from isnad.query.reader import Reader
from isnad.query.verdicts import Decided, decided, judgement
from isnad.web.api.answers import JSON, answered, listed
from isnad.web.api.described import brings, refers, summary, tells, writes
from isnad.web.api.parameters import Pages, VerdictNumber
from isnad.web.api.shapes import Decision, VerdictList
from isnad.web.api.writing import merged, writing
from isnad.web.desk import opened

router = APIRouter()
_BODY: dict[str, Any] = {JSON: {"schema": refers(Decision)}}
_DECIDE = brings("decide", Decided, "review", done={201: summary(Decided)}, body=_BODY, wrong=(413, 415))
_WITHDRAW = brings("withdraw", None, "review", done={204: "Done."}, wrong=(404,))
_PAIRS = frozenset({"join", "part"})


@router.get("/verdicts", **tells("verdicts", VerdictList, "review", paged=True))
def verdicts(request: Request, q: Annotated[Pages, Query()]) -> Response:
    """List what people decided, newest first; `orphan` marks a verdict whose subject is gone."""
    with opened(request) as reader:
        found = tuple(decided(reader))[::-1]
    return listed(request, q, len(found), verdicts=found[q.skip : q.skip + q.size])


@router.get("/verdicts/{number}", **tells("verdict", Decided, "review", also=(404,)))
def verdict(request: Request, number: VerdictNumber) -> Response:
    """One verdict by its number."""
    with opened(request) as reader:
        return answered(request, _numbered(reader, number))


async def decision(request: Request) -> Decision:
    """The verdict that a request brings. Raises HTTPException where it is none: 413, 415, 422."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON:
        raise HTTPException(415, f"unsupported content type: send {JSON}")
    try:
        told = msgspec.json.decode(await request.body(), type=Decision)
    except ClientDisconnect:
        raise HTTPException(413, "request body too large") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise HTTPException(422, f"invalid body: {error}") from None
    return _sound(told)


def _sound(told: Decision) -> Decision:
    """The decision, where its parts belong together. Raises HTTPException 422 where they do not."""
    fields = _fields(told)
    wrong = (
        (
            "`other` is required for join and part, and allowed only there",
            (told.kind in _PAIRS) != (told.other is not None),
        ),
        ("`correction` is required for correct, and allowed only there", (told.kind == "correct") != bool(fields)),
        ("text must not contain NUL characters", any("\0" in text for text in (told.by, told.note, *fields.values()))),
    )
    for what, is_so in wrong:
        if is_so:
            raise HTTPException(422, what)
    try:
        datetime.date.fromisoformat(fields.get("day", "2000-01-01"))
    except ValueError as error:
        raise HTTPException(422, f"correction.day: {error}") from None
    return told


def _fields(told: Decision) -> dict[str, str]:
    given: dict[str, str] = msgspec.to_builtins(told.correction) if told.correction else {}
    return given


def _draft(told: Decision) -> Verdict:
    correction = tuple(sorted(_fields(told).items()))
    other = told.other or ""
    return Verdict(kind=told.kind, subject=told.subject, other=other, correction=correction, by=told.by, note=told.note)


@router.post("/verdicts", **writes(_DECIDE))
def decide(request: Request, told: Annotated[Decision, Depends(decision)]) -> Response:
    """Accept, reject or correct a contact or statement, or say that two reports are one contact, or are not."""
    with opened(request) as reader:
        try:
            made = judgement(reader, _draft(told))
        except UnknownIdError as error:
            raise HTTPException(422, error.what) from None
    with writing(request) as record:
        number = record.decide(made)
    merged(request)
    location = {"location": f"/api/v1/verdicts/{number}"}
    with opened(request) as reader:
        return answered(request, _numbered(reader, number), status=201, headers=location)


@router.delete("/verdicts/{number}", **writes(_WITHDRAW))
def withdraw(request: Request, number: VerdictNumber) -> Response:
    """Take a verdict back; what it decided is decided by the readings again."""
    with writing(request) as record:
        if not record.withdraw(number):
            raise HTTPException(404, f"no verdict number {number}")
    merged(request, anyway=True)
    return Response(None, 204)


def _numbered(reader: Reader, number: int) -> Decided:
    found = next((each for each in decided(reader) if each.number == number), None)
    if found is None:
        raise HTTPException(404, f"no verdict number {number}")
    return found
