"""What a corpus tells about offices that the registry does not: proposals for a person to judge, never facts."""

from typing import Literal

import msgspec

FindingKind = Literal["person", "term", "contradiction"]


class Seen(msgspec.Struct, frozen=True):
    """The words of one article that call the person so."""

    article: str
    text: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One person called by one office, by several articles, beyond or against the registry.

    `person`: not in the registry. `term`: listed, but not with this office then, and nobody else is. `contradiction`:
    on those days the registry has another, `holders`. `registry` is the id of a listed person; `like` the holder of
    whose name this one may be a spelling. First and last are the ISO days on which articles call him so, None where no
    article is dated; the days of taking and leaving the office they are not.
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
