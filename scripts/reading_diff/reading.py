"""The part of `isnad/reading/1` that is compared. Own types: fields that a revision adds or lacks do no harm."""

import msgspec


class Span(msgspec.Struct, frozen=True):
    """Characters of the stored text, code points, end exclusive."""

    start: int
    end: int


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Who takes part in a contact, or who speaks."""

    side: str
    actor: str | None = None
    name: str | None = None
    office: str | None = None
    role: str = "participant"


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """Inclusive ISO days."""

    earliest: str | None = None
    latest: str | None = None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a chain of sources, outermost first."""

    role: str
    name: str | None = None
    actor: str | None = None


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """An encounter that the article reports."""

    kind: str
    status: str
    evidence: Span
    parties: tuple[Party, ...] = ()
    time: Time | None = None
    place: str | None = None
    topics: tuple[str, ...] = ()
    background: bool = False
    domestic: bool = False
    earlier: bool = False
    again: bool = False
    rule: str = ""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Words or a position attributed to a source."""

    content: Span
    speakers: tuple[Party, ...] = ()
    chain: tuple[Link, ...] = ()
    polarity: str = "said"
    form: str = "paraphrase"
    rule: str = ""


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """The article read; `text` is what the spans count in."""

    key: str
    sha256: str
    text: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What one revision read in one article."""

    article: Article
    contacts: tuple[Contact, ...] = ()
    statements: tuple[Statement, ...] = ()
