"""The answers of the API that are no documents of the record themselves: lists of them, and what was written."""

from typing import Annotated, Literal

import msgspec

from isnad.lexicon.people import Person
from isnad.model import Conflict, ContactKind, Days, RecordContact, RecordEvent, Status, Story
from isnad.query.naming import NameUse, Referent
from isnad.query.outlets import Outlet
from isnad.query.search import Hit
from isnad.query.statements import Said
from isnad.query.verdicts import Decided
from isnad.registry.search import Collective
from isnad.web.sent import DAY

Note = Annotated[str, msgspec.Meta(max_length=500)]
Id = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{4,16}$")]


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a list: how many there are in all, and the address of the next page, null on the last."""

    total: int
    next: str | None


class ContactList(Listed, frozen=True, kw_only=True):
    """Contacts, newest first."""

    contacts: tuple[RecordContact, ...]


class StatementList(Listed, frozen=True, kw_only=True):
    """Statements, those of the newest articles first."""

    statements: tuple[Said, ...]


class EventList(Listed, frozen=True, kw_only=True):
    """Events, newest first."""

    events: tuple[RecordEvent, ...]


class StoryList(Listed, frozen=True, kw_only=True):
    """Stories, newest first."""

    stories: tuple[Story, ...]


class ActorList(Listed, frozen=True, kw_only=True):
    """What the registry knows: people, and states, organisations, groups, formats and outlets; best first."""

    actors: tuple[Collective, ...]
    people: tuple[Person, ...]


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor of the registry, a person or a collective one, and how often the record has it.

    `contacts` counts those that are not domestic, and that no reviewer rejected; `first` and `last` are their ISO days.
    """

    id: str
    person: Person | None
    collective: Collective | None
    contacts: int
    statements: int
    first: str | None
    last: str | None


class ArticleHead(msgspec.Struct, frozen=True, kw_only=True):
    """An article of the record: its address, and its contacts in the record."""

    sha256: str
    key: str
    title: str
    outlet: str | None
    published: Days
    contacts: tuple[str, ...]


class ArticleList(Listed, frozen=True, kw_only=True):
    """Articles, newest first."""

    articles: tuple[ArticleHead, ...]


class OutletList(Listed, frozen=True, kw_only=True):
    """Outlets, those with most articles first."""

    outlets: tuple[Outlet, ...]


class NameList(Listed, frozen=True, kw_only=True):
    """Loaded names by outlet and voice, most used first."""

    names: tuple[NameUse, ...]


class ReferentList(Listed, frozen=True, kw_only=True):
    """Those who bear loaded names, most often named first."""

    referents: tuple[Referent, ...]


class HitList(Listed, frozen=True, kw_only=True):
    """Articles that answer a search, newest first."""

    hits: tuple[Hit, ...]


class Contested(msgspec.Struct, frozen=True, kw_only=True):
    """A contact by its id, and what its reports contradict each other in."""

    contact: str
    conflicts: tuple[Conflict, ...]


class ConflictList(Listed, frozen=True, kw_only=True):
    """Contacts whose reports contradict each other, newest first."""

    conflicts: tuple[Contested, ...]


class VerdictList(Listed, frozen=True, kw_only=True):
    """What people decided, newest first."""

    verdicts: tuple[Decided, ...]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an article that was sent: `known` changed nothing, `elsewhere` is another publication of a text
    that the record has, `again` was read with another lexicon. `contacts` is how many its reading has."""

    key: str
    sha256: str
    added: Literal["new", "known", "again", "elsewhere"]
    contacts: int


class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a contact should be; what is left out stays."""

    kind: ContactKind | None = None
    status: Status | None = None
    day: Annotated[str, msgspec.Meta(pattern=DAY)] | None = None
    place: Annotated[str, msgspec.Meta(min_length=1, max_length=200)] | None = None


class Decision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verdict to be kept. `subject` is the id of a contact, report or statement, or the beginning of it; `other` is
    the second report of join and part; `correction` belongs to correct."""

    kind: Literal["join", "part", "accept", "reject", "correct"]
    subject: Id
    other: Id | None = None
    correction: Correction | None = None
    by: Annotated[str, msgspec.Meta(max_length=100)] = ""
    note: Note = ""
