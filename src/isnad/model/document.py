"""The reading document itself."""

import msgspec

from isnad.model.article import Zone
from isnad.model.event import Event
from isnad.model.reading import (
    SCHEMA,
    ArticleInfo,
    Contact,
    Mention,
    Naming,
    Problem,
    Statement,
    TimeExpression,
)


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was read in one article; `msgspec.json.encode` of it is one line of the contract."""

    schema: str = SCHEMA
    article: ArticleInfo
    zones: tuple[Zone, ...]
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    contacts: tuple[Contact, ...] = ()
    statements: tuple[Statement, ...] = ()
    namings: tuple[Naming, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
