"""Which contacts are asked for, as SQL. Only the values of a question travel as parameters, never its text."""

from typing import NamedTuple

import msgspec

from isnad.arabic.fold import fold_word
from isnad.query.reader import ESCAPED, beginning, like

# a contact without a day counts on the days that bound it: news of it came out then
FROM, TO = "COALESCE(c.earliest, c.latest)", "COALESCE(c.latest, c.earliest)"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question for contacts; what is empty does not matter. Days are inclusive ISO days.

    `actors` are ids of the registry or parts of a name in any spelling, `sides` codes; a contact must have all of them.
    `places`: part of the name as the articles write it. Domestic contacts and rejected ones are left out unless asked.
    """

    actors: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    topic: str | None = None
    place: str | None = None
    outlet: str | None = None
    story: str | None = None
    conflicting: bool = False
    background: bool = True
    domestic: bool = False
    rejected: bool = False
    sources: int = 0
    newest: int | None = None


class Selection(NamedTuple):
    """A WHERE clause on `contacts c`, and its parameters."""

    where: str
    values: dict[str, object]


def selection(asked: Asked) -> Selection:
    """The clause that picks what is asked for."""
    terms: list[str] = []
    values: dict[str, object] = {}

    def term(sql: str, **given: object) -> None:
        terms.append(sql)
        values.update(given)

    for n, side in enumerate(asked.sides):
        term(
            f"EXISTS (SELECT 1 FROM parties p WHERE p.contact = c.id AND LOWER(p.side) = :side{n})",
            **{f"side{n}": side.lower()},
        )
    for n, actor in enumerate(asked.actors):
        sql = f"p.actor = :actor{n} OR p.actor LIKE :part{n} {ESCAPED} OR p.name LIKE :name{n} {ESCAPED}"
        name = like(fold_word(actor).strip())
        term(
            f"EXISTS (SELECT 1 FROM parties p WHERE p.contact = c.id AND ({sql}))",
            **{f"actor{n}": actor, f"name{n}": name, f"part{n}": like(actor.lower())},
        )
    for column, wanted in (("kind", asked.kinds), ("status", asked.statuses)):
        if wanted:
            names = {f"{column}{n}": value for n, value in enumerate(wanted)}
            term(f"c.{column} IN ({', '.join(f':{name}' for name in names)})", **names)
    if asked.since:
        term(f"{TO} >= :since", since=asked.since)
    if asked.until:
        term(f"{FROM} <= :until", until=asked.until)
    if asked.topic:
        term(
            f"EXISTS (SELECT 1 FROM topics t WHERE t.contact = c.id AND t.topic LIKE :topic {ESCAPED})",
            topic=like(fold_word(asked.topic)),
        )
    if asked.place:
        term(f"c.place LIKE :place {ESCAPED}", place=like(fold_word(asked.place)))
    if asked.outlet:
        of = f"SELECT 1 FROM reports r WHERE r.contact = c.id AND r.outlet LIKE :outlet {ESCAPED}"
        term(f"EXISTS ({of})", outlet=like(fold_word(asked.outlet)))
    if asked.story:
        term(f"c.story LIKE :story {ESCAPED}", story=beginning(asked.story))
    if asked.sources:
        term("c.independent >= :sources", sources=asked.sources)
    terms += ["c.conflicts > 0"] if asked.conflicting else []
    terms += [] if asked.background else ["NOT c.background"]
    terms += [] if asked.domestic else ["NOT c.domestic"]
    terms += [] if asked.rejected else ["(c.verdict IS NULL OR c.verdict <> 'reject')"]
    return Selection(" AND ".join(terms) or "1 = 1", values)
