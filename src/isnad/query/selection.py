"""Which contacts are asked for, as SQL. Only the values of a question travel as parameters, never its text."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from isnad.arabic.fold import fold_word
from isnad.query.reader import ESCAPED, beginning, like

# a contact without a day counts on the days that bound it: news of it came out then
FROM, TO = "COALESCE(c.earliest, c.latest)", "COALESCE(c.latest, c.earliest)"
_PARTY = "EXISTS (SELECT 1 FROM parties p WHERE p.contact = c.id AND {})"
_WORDS = {
    "topic": f"EXISTS (SELECT 1 FROM topics t WHERE t.contact = c.id AND t.topic LIKE :topic {ESCAPED})",
    "place": f"c.place LIKE :place {ESCAPED}",
    "outlet": f"EXISTS (SELECT 1 FROM reports r WHERE r.contact = c.id AND r.outlet LIKE :outlet {ESCAPED})",
}


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question for contacts; what is empty does not matter. Days are inclusive ISO days.

    `actors` are ids of the registry or parts of a name in any spelling, `sides` codes; a contact must have all of them.
    `places`: part of the name as the articles write it. Domestic contacts and rejected ones are left out unless asked.
    `confidence`: at least so much, 0 to 1; 0 for all, also those without one.
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
    confidence: float = 0.0
    newest: int | None = None


class Selection(NamedTuple):
    """A WHERE clause on `contacts c`, and its parameters."""

    where: str
    values: dict[str, object]


def selection(asked: Asked) -> Selection:
    """The clause that picks what is asked for."""
    terms = [*_parties(asked), *_choices(asked), *_days(asked), *_words(asked), *_marks(asked)]
    values = {name: value for term in terms for name, value in term.values.items()}
    return Selection(" AND ".join(term.where for term in terms) or "1 = 1", values)


def _parties(asked: Asked) -> Iterator[Selection]:
    for n, side in enumerate(asked.sides):
        yield Selection(_PARTY.format(f"LOWER(p.side) = :side{n}"), {f"side{n}": side.lower()})
    for n, actor in enumerate(asked.actors):
        sql = f"(p.actor = :actor{n} OR p.actor LIKE :part{n} {ESCAPED} OR p.name LIKE :name{n} {ESCAPED})"
        name = like(fold_word(actor).strip())
        yield Selection(_PARTY.format(sql), {f"actor{n}": actor, f"name{n}": name, f"part{n}": like(actor.lower())})


def _choices(asked: Asked) -> Iterator[Selection]:
    for column, wanted in (("kind", asked.kinds), ("status", asked.statuses)):
        names: dict[str, object] = {f"{column}{n}": value for n, value in enumerate(wanted)}
        if names:
            yield Selection(f"c.{column} IN ({', '.join(f':{name}' for name in names)})", names)


def _days(asked: Asked) -> Iterator[Selection]:
    if asked.since:
        yield Selection(f"{TO} >= :since", {"since": asked.since})
    if asked.until:
        yield Selection(f"{FROM} <= :until", {"until": asked.until})


def _words(asked: Asked) -> Iterator[Selection]:
    """Parts of a topic, a place or an outlet's name; of a story's id the beginning."""
    for name, value in (("topic", asked.topic), ("place", asked.place), ("outlet", asked.outlet)):
        if value:
            yield Selection(_WORDS[name], {name: like(fold_word(value))})
    if asked.story:
        yield Selection(f"c.story LIKE :story {ESCAPED}", {"story": beginning(asked.story)})


def _marks(asked: Asked) -> Iterator[Selection]:
    if asked.confidence:
        yield Selection("c.confidence >= :confidence", {"confidence": asked.confidence})
    if asked.sources:
        yield Selection("c.independent >= :sources", {"sources": asked.sources})
    unless = (
        ("c.conflicts > 0", not asked.conflicting),
        ("NOT c.background", asked.background),
        ("NOT c.domestic", asked.domestic),
        ("(c.verdict IS NULL OR c.verdict <> 'reject')", asked.rejected),
    )
    yield from (Selection(where, {}) for where, all_of_them in unless if not all_of_them)
