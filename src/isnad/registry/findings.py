"""What a corpus tells about offices that the registry does not: proposals for a person to judge, never facts."""

from typing import Literal

import msgspec

FindingKind = Literal["person", "term", "spelling", "contradiction"]


class Seen(msgspec.Struct, frozen=True):
    """The words of one article that call the person so."""

    article: str
    text: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One person called by one office, by several articles, beyond or against the registry.

    `person`: not in the registry. `term`: listed, but not with this office then, and nobody else is. `spelling`: maybe
    a listed holder, `like`, by a name that the registry lacks. `contradiction`: on those days the registry has another.
    `holders` are the ids of those whom it has, most days first; `registry` is the id of a listed person. All articles
    that call him so lie within `first` and `last` (ISO days; None where none is dated); the days of taking and leaving
    the office these are not.
    """

    kind: FindingKind
    office: str
    side: str
    name: str
    registry: str | None
    first: str | None
    last: str | None
    articles: int
    outlets: tuple[str, ...]
    holders: tuple[str, ...] = ()
    like: str | None = None
    evidence: Seen
