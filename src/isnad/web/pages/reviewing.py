"""Review: one contact at a time, decided with one key; and everything that was decided."""

import getpass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from isnad.labels.terms import Lang
from isnad.model import RecordError, Verdict
from isnad.model.reading import ContactKind, Status
from isnad.query.contacts import statements_of
from isnad.query.queue import waiting
from isnad.query.verdicts import decided, judgement
from isnad.web.api.writing import writing
from isnad.web.asking import KINDS, STATUSES, Day, Words
from isnad.web.desk import merger, opened, shown
from isnad.web.face import address
from isnad.web.trouble import answered
from isnad.web.views.evidence import evidence

router = APIRouter()
_PATIENCE = 1.5


@router.get("/{lang}/review")
def queue(request: Request, lang: Lang, after: Words = None) -> Response:
    """The contact that most needs a person's eyes, after the one just seen."""
    with opened(request) as reader:
        contact, left = waiting(reader, after)
        return shown(
            request,
            lang,
            "review.html",
            contact=contact,
            left=left,
            evidence=evidence(reader, contact) if contact else {},
            said=statements_of(reader, contact) if contact else {},
            kinds=KINDS,
            statuses=STATUSES,
        )


@router.get("/{lang}/verdicts")
def verdicts(request: Request, lang: Lang) -> Response:
    """Everything that people decided, the last first."""
    with opened(request) as reader:
        return shown(request, lang, "verdicts.html", decided=list(reversed(list(decided(reader)))))


class Decision(BaseModel):
    """The form of a verdict; `queue`: whether the next contact of the queue is wanted after it."""

    kind: Literal["accept", "reject", "correct", "join", "part"]
    subject: str = Field(max_length=64)
    other: str = Field(default="", max_length=64)
    note: str = Field(default="", max_length=2000)
    new_kind: ContactKind | Literal[""] = ""
    new_status: Status | Literal[""] = ""
    new_day: Day = None
    new_place: str = Field(default="", max_length=200)
    queue: bool = False

    def correction(self) -> tuple[tuple[str, str], ...]:
        """The fields to correct, sorted by name; none for verdicts of other kinds."""
        day = self.new_day.isoformat() if self.new_day else ""
        given = {"kind": self.new_kind, "status": self.new_status, "day": day, "place": self.new_place}
        fields = {name: value.replace("\0", "") for name, value in given.items() if value}
        return tuple(sorted(fields.items())) if self.kind == "correct" else ()

    def draft(self) -> Verdict:
        """The verdict as far as the form knows it."""
        note = self.note.replace("\0", "")
        correction = self.correction()
        return Verdict(
            kind=self.kind, subject=self.subject, other=self.other, correction=correction, by=_name(), note=note
        )


@router.post("/{lang}/review")
def decide(request: Request, lang: Lang, told: Annotated[Decision, Form()]) -> Response:
    """Keep a verdict, and go on: to the next contact of the queue, or back to the contact."""
    draft = told.draft()
    if told.kind == "correct" and not draft.correction:
        return answered(request, 422, "nothing-corrected")
    try:
        with opened(request) as reader:
            verdict = judgement(reader, draft)
    except RecordError as error:
        return answered(request, 422, "unclear", error.what)
    with writing(request) as record:
        record.decide(verdict)
    back = address(lang, "review", after=told.subject) if told.queue else address(lang, "contact", told.subject)
    return _on(request, lang, back)


@router.post("/{lang}/withdraw")
def withdraw(request: Request, lang: Lang, number: Annotated[int, Form(ge=1, le=2**31 - 1)]) -> Response:
    """Take a verdict back."""
    with writing(request) as record:
        if not record.withdraw(number):
            return answered(request, 404, "verdict")
    return _on(request, lang, address(lang, "verdicts"), anyway=True)


def _on(request: Request, lang: Lang, where: str, *, anyway: bool = False) -> Response:
    """To the next page, once the record is merged or the reader's patience is over."""
    merger(request).ask(anyway=anyway)
    merger(request).wait(_PATIENCE)
    return RedirectResponse(where, 303)


def _name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "web"
