"""Events of the reading document: who did what to whom, where, how many, and on whose word (../shared: EVENTS.md)."""

from typing import Literal

import msgspec

from isnad.model.reading import Link, Party, Span, TimeOf

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EventStatus = Literal[
    "occurred", "ongoing", "standing", "announced", "promised", "called-for", "denied", "hypothetical"
]
Voice = Literal["outlet", "attributed", "ambiguous"]
Counted = Literal[
    "killed", "injured", "captured", "displaced", "released", "settlements", "forces", "aid", "meetings", "votes",
    "amount", "other",
]  # fmt: skip
Extent = Literal["all", "most", "part", "some"]


class EventPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event took place: the words, the place of the registry (None for others), and what it is to the act."""

    text: str
    start: int
    end: int
    place: str | None
    as_: Literal["at", "from", "to", "region"] = msgspec.field(name="as", default="at")


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """How many, from `min` to `max` (None where open), and the words that say so."""

    what: Counted
    min: int
    max: int | None
    start: int
    end: int
    text: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """An act that the article tells, in PLOVER's types and by our finer `act`.

    `actors` do it to `targets`; of a mutual act all are actors. `time_of`: whether `time` is the act's day or that of
    its announcement. `chain`: on whose word, outermost link first, the outlet included; `voice`: whether that is the
    outlet's own. `statements`: ids of those whose words tell it; `contact`: the id of that whose outcome it is.
    """

    id: str
    act: str
    type: EventType
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    status: EventStatus
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    mutual: bool = False
    time: TimeOf | None
    time_of: Literal["act", "announcement"] = "act"
    places: tuple[EventPlace, ...] = ()
    extent: Extent | None = None
    numbers: tuple[Number, ...] = ()
    object: Span | None = None
    chain: tuple[Link, ...] = ()
    voice: Voice
    statements: tuple[str, ...] = ()
    contact: str | None = None
    background: bool = False
    evidence: Span
    trigger: Span
    rule: str
    confidence: float | None = None
