"""Events in the record: what many articles together tell of each act. `isnad/event/1` is a contract."""

from typing import Literal

import msgspec

from isnad.model.event import EventPlace, EventStatus, EventType, Extent, Number, Voice
from isnad.model.reading import Link, Span
from isnad.model.record import Claim, Days, Join, RecordContact, RecordTime, ReportParty, Root, Sources, Story

EVENT_SCHEMA = "isnad/event/1"

EventField = Literal["day", "actor", "target", "place", "number", "extent", "status"]


class EventConflict(msgspec.Struct, frozen=True, kw_only=True):
    """Reports of one event that cannot all be right; of each claim `contact` is the event's id in its reading."""

    field: EventField
    claims: tuple[Claim, ...]


class EventReport(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One article's account of an event. `event` is the id that the article's own reading gives it."""

    article: str
    event: str
    sha256: str
    title: str
    outlet: str | None
    published: Days | None
    act: str
    status: EventStatus
    actors: tuple[ReportParty, ...]
    targets: tuple[ReportParty, ...]
    time: RecordTime | None
    places: tuple[EventPlace, ...]
    extent: Extent | None
    numbers: tuple[Number, ...]
    voice: Voice
    chain: tuple[Link, ...]
    roots: tuple[Root, ...]
    evidence: Span
    copy_of: str | None = None


class RecordEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One real act with all its reports; its id is the smallest id among theirs.

    `time` is what reports state; `bounds` is what their days of publication leave besides. `numbers` are those of the
    newest report that has them. `contact`: the id of the record's contact whose outcome it is. `attributed`: no report
    tells it in its outlet's own voice.
    """

    schema: str = EVENT_SCHEMA
    id: str
    act: str
    type: EventType
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    status: EventStatus
    actors: tuple[ReportParty, ...]
    targets: tuple[ReportParty, ...]
    mutual: bool
    time: RecordTime | None
    bounds: Days
    places: tuple[str, ...]
    extent: Extent | None
    numbers: tuple[Number, ...]
    background: bool
    attributed: bool
    contact: str | None
    reports: tuple[EventReport, ...]
    sources: Sources
    conflicts: tuple[EventConflict, ...]
    joins: tuple[Join, ...] = ()
    verdict: str | None = None


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the witnesses together tell, contacts and events by id."""

    contacts: tuple[RecordContact, ...]
    stories: tuple[Story, ...]
    events: tuple[RecordEvent, ...] = ()
