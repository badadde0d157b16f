"""The question for contacts that an address puts: the same words on the pages and in the API."""

import datetime
import re
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from isnad.model import ContactKind, EventStatus, EventType, Status
from isnad.query.events import AskedEvents
from isnad.query.selection import Asked

KINDS = ("call", "message", "meeting", "visit", "multilateral", "contact")
STATUSES = ("held", "ongoing", "planned", "proposed", "cancelled", "denied")
_MOST, _FEW = 200, 8
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _some(value: Any) -> Any:
    """A form sends what was left empty as empty text; NUL is in no text that a record holds."""
    if not isinstance(value, str):
        return value
    return value.replace("\0", "").strip() or None


def _several(value: Any) -> Any:
    given = value if isinstance(value, list | tuple) else [value]
    return [some for v in given if (some := _some(v)) is not None]


def _day(value: Any) -> Any:
    """A number is no day, though it could be taken for seconds."""
    given = _some(value)
    if isinstance(given, str) and not _ISO.fullmatch(given):
        raise ValueError("invalid date, use YYYY-MM-DD")
    return given


Day = Annotated[datetime.date | None, BeforeValidator(_day)]
Page = Annotated[int, Field(ge=1, le=100_000)]
Word = Annotated[str, Field(max_length=_MOST)]
Words = Annotated[Word | None, BeforeValidator(_some)]
Several = Annotated[list[Word], BeforeValidator(_several), Field(max_length=_FEW)]
Kinds = Annotated[list[ContactKind], BeforeValidator(_several), Field(max_length=_FEW)]
Statuses = Annotated[list[Status], BeforeValidator(_several), Field(max_length=_FEW)]


class Between(BaseModel):
    """Two inclusive days, either of which may be left open."""

    model_config = ConfigDict(extra="ignore")

    since: Day = Field(default=None, description="First day, inclusive, ISO.", examples=["2024-11-30"])
    until: Day = Field(default=None, description="Last day, inclusive, ISO.", examples=["2024-11-30"])

    @model_validator(mode="after")
    def in_order(self) -> Self:
        """The days, where they are in their order. Raises ValueError where they are not."""
        if self.since and self.until and self.since > self.until:
            raise ValueError("since must not be later than until")
        return self

    def days(self) -> dict[str, str | None]:
        """Both days as ISO text."""
        return {
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
        }


class Filter(Between):
    """Which contacts are asked for; what is left out does not matter."""

    actor: Several = Field(default=[], description="Id of the registry or part of a name in any spelling; repeat.")
    side: Several = Field(default=[], description="Code of a side: RUS, UN, Hamas …; repeat for all of several.")
    kind: Kinds = Field(default=[], description=f"Kind, any of: {', '.join(KINDS)}; repeat.")
    status: Statuses = Field(default=[], description=f"Status, any of: {', '.join(STATUSES)}; repeat.")
    topic: Words = Field(default=None, description="Part of a topic, in Arabic.")
    place: Words = Field(default=None, description="Part of the place, as the articles write it.")
    outlet: Words = Field(default=None, description="Part of the name of an outlet that reports it.")
    story: Words = Field(default=None, description="Id of a story.")
    sources: Annotated[int, BeforeValidator(lambda v: _some(v) or 0)] = Field(
        default=0, ge=0, le=1_000_000, description="At least so many independent sources."
    )
    min_confidence: Annotated[float, BeforeValidator(lambda v: _some(v) or 0)] = Field(
        default=0, ge=0, le=1, description="Only contacts that are right with at least this probability, 0 to 1."
    )
    conflicting: bool = Field(default=False, description="Only contacts whose reports contradict each other.")
    domestic: bool = Field(default=False, description="Also contacts inside one state.")
    rejected: bool = Field(default=False, description="Also contacts that a reviewer rejected.")

    def asked(self, **more: Any) -> Asked:
        """The question as the record takes it."""
        return Asked(
            **{
                "actors": tuple(self.actor),
                "sides": tuple(self.side),
                "kinds": tuple(self.kind),
                "statuses": tuple(self.status),
                **self.days(),
                "topic": self.topic,
                "place": self.place,
                "outlet": self.outlet,
                "story": self.story,
                "conflicting": self.conflicting,
                "domestic": self.domestic,
                "rejected": self.rejected,
                "sources": self.sources,
                "confidence": self.min_confidence,
            }
            | more
        )

    def given(self) -> dict[str, Any]:
        """What was asked for, as the query of an address."""
        return self.model_dump(mode="json", exclude_defaults=True)


TYPES = (
    *("AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    *("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
EventTypes = Annotated[list[EventType], BeforeValidator(_several), Field(max_length=16)]
EventStatuses = Annotated[list[EventStatus], BeforeValidator(_several), Field(max_length=_FEW)]
Voiced = Annotated[Literal["outlet", "attributed"] | None, BeforeValidator(_some)]


class EventFilter(Between):
    """Which events are asked for; what is left out does not matter."""

    type: EventTypes = Field(default=[], description=f"Type, any of: {', '.join(TYPES)}; repeat.")
    status: EventStatuses = Field(default=[], description="Status of the act; repeat for any of several.")
    actor: Several = Field(default=[], description="Who acts: code of a side, or part of a name; repeat for all.")
    target: Several = Field(default=[], description="Whom it is done to, likewise.")
    place: Words = Field(default=None, description="Part of the place, as the articles write it.")
    outlet: Words = Field(default=None, description="Part of the name of an outlet that reports it.")
    voice: Voiced = Field(default=None, description="outlet: told by some outlet itself; attributed: by others only.")
    sources: Annotated[int, BeforeValidator(lambda v: _some(v) or 0)] = Field(
        default=0, ge=0, le=1_000_000, description="At least so many independent sources."
    )
    conflicting: bool = Field(default=False, description="Only events whose reports contradict each other.")

    def asked(self, **more: Any) -> AskedEvents:
        """The question as the record takes it."""
        return AskedEvents(
            **{
                "types": tuple(self.type),
                "statuses": tuple(self.status),
                "actors": tuple(self.actor),
                "targets": tuple(self.target),
                **self.days(),
                "place": self.place,
                "outlet": self.outlet,
                "voice": self.voice,
                "sources": self.sources,
                "conflicting": self.conflicting,
            }
            | more
        )

    def given(self) -> dict[str, Any]:
        """What was asked for, as the query of an address."""
        return self.model_dump(mode="json", exclude_defaults=True)
