"""The record: what many articles together tell of each contact. `isnad/contact/1` is a contract, as the reading is."""

from typing import Literal

import msgspec

from isnad.model.event import Event
from isnad.model.reading import Contact, ContactKind, Link, Published, Role, Span, Statement, Status

CONTACT_SCHEMA = "isnad/contact/1"

ConflictField = Literal["day", "party", "place", "number", "status"]
FollowsAs = Literal["rescheduled", "on_visit"]
RootKind = Literal["side", "agency", "outlet", "anonymous", "article"]


class Appearance(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One publication of a text: an article is its text, and several outlets may have printed it.

    `date` is the metadata's date as given, unchecked; the smallest appearance is the one that the reading was made of.
    """

    date: str = ""
    outlet: str = ""
    key: str
    url: str = ""


class Witness(msgspec.Struct, frozen=True, kw_only=True):
    """What one article testifies: its contacts, events and the statements of its reading, less everything else.

    `signature`: the MinHash of its words, one unsigned 64-bit value a permutation.
    """

    sha256: str
    appearances: tuple[Appearance, ...]
    title: str
    outlet: str | None
    published: Published | None
    signature: tuple[int, ...]
    contacts: tuple[Contact, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...] = ()

    @property
    def key(self) -> str:
        """The name of the article: that of its first appearance."""
        return self.appearances[0].key


class Root(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """On whose word a report rests in the end: a side, an agency, an outlet, or an article whose outlet is unknown."""

    kind: RootKind
    key: str
    name: str


class ReportParty(msgspec.Struct, frozen=True, kw_only=True):
    """A party of a recorded contact, in the fullest form that any of its reports gives."""

    actor: str | None
    name: str | None
    name_en: str | None
    office: str | None
    side: str
    role: Role


class RecordTime(msgspec.Struct, frozen=True, kw_only=True):
    """The inclusive days that the reports leave together, and the words of the report that is narrowest."""

    text: str
    value: str | None
    earliest: str | None
    latest: str | None


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """An inclusive interval of ISO days, open where an end is None."""

    earliest: str | None
    latest: str | None


class Report(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One article's account of a contact. `contact` is the id that the article's own reading gives it.

    `copy_of`: the key of the article of which this one is a copy, for all but the first of a family of copies.
    """

    article: str
    contact: str
    sha256: str
    title: str
    outlet: str | None
    published: Days | None
    kind: ContactKind
    status: Status
    parties: tuple[ReportParty, ...]
    time: RecordTime | None
    place: str | None
    chain: tuple[Link, ...]
    roots: tuple[Root, ...]
    evidence: Span
    statements: tuple[str, ...] = ()
    copy_of: str | None = None


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """How many stand behind a contact: roots of chains once copies are folded, outlets that are known, articles."""

    independent: int
    outlets: int
    articles: int
    roots: tuple[Root, ...]


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says in a conflict, with the characters that say it."""

    article: str
    contact: str
    value: str
    start: int
    end: int


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Reports of one contact that cannot all be right."""

    field: ConflictField
    claims: tuple[Claim, ...]


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """Why two reports were taken for one contact: reading's contact ids, score, and the reasons that add up to it."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


class RecordContact(msgspec.Struct, frozen=True, kw_only=True):
    """One real encounter with all its reports; its id is the smallest id among theirs.

    `time` is what reports state; `bounds` is what their days of publication and linked contacts leave besides.
    `follows` is the id of the plan, the visit or the cancelled encounter that this one follows, `follows_as` how.
    `verdict` is what a person said of it.
    """

    schema: str = CONTACT_SCHEMA
    id: str
    kind: ContactKind
    status: Status
    parties: tuple[ReportParty, ...]
    time: RecordTime | None
    bounds: Days
    place: str | None
    topics: tuple[str, ...]
    background: bool
    domestic: bool
    reports: tuple[Report, ...]
    sources: Sources
    conflicts: tuple[Conflict, ...]
    follows: str | None = None
    follows_as: FollowsAs | None = None
    story: str | None = None
    joins: tuple[Join, ...] = ()
    verdict: str | None = None
    # that of the surest report; None where all were read before there was one
    confidence: float | None = None


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Articles and contacts of one affair; its id is the smallest id among its contacts."""

    id: str
    title: str
    earliest: str | None
    latest: str | None
    contacts: tuple[str, ...]
    articles: tuple[str, ...]


class Verdict(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """What a person decided. `kind` says of what; `subject` is an id of a contact, a statement or a report.

    join / part: the reports `subject` and `other` must be one contact, or must not. accept / reject / correct: of a
    contact (any id that it ever had) or a statement; `correction` maps fields to what they should be.
    """

    kind: Literal["join", "part", "accept", "reject", "correct"]
    subject: str
    other: str = ""
    correction: tuple[tuple[str, str], ...] = ()
    by: str = ""
    at: str = ""
    note: str = ""
