"""Events of a record: which are asked for, and the positions that a side holds."""

from collections.abc import Iterator

import msgspec

from isnad.arabic.fold import fold_word
from isnad.model import RecordEvent
from isnad.query.reader import ESCAPED, Reader, like

FROM, TO = "COALESCE(e.earliest, e.latest)", "COALESCE(e.latest, e.earliest)"
# what a side holds, asks, refuses: the acts that say where it stands
POSITIONS = ("SUPPORT", "REJECT", "REQUEST", "ACCUSE", "THREATEN", "AGREE", "CONCEDE")


class AskedEvents(msgspec.Struct, frozen=True, kw_only=True):
    """A question for events; what is empty does not matter. Days are inclusive ISO days.

    `actors`, `targets`: ids, parts of a name in any spelling, or codes of sides; `pair`: two sides, whichever acts.
    `voice`: outlet for what some report tells in its outlet's own voice, attributed for the rest. `newest` of them,
    after the first `skip`.
    """

    types: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    pair: tuple[str, str] | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    voice: str | None = None
    contact: str | None = None
    outlet: str | None = None
    sources: int = 0
    conflicting: bool = False
    background: bool = True
    rejected: bool = False
    newest: int | None = None
    skip: int = 0


def events(reader: Reader, asked: AskedEvents) -> Iterator[RecordEvent]:
    """The events asked for, in the order of their days; those whose day nobody knows first."""
    where, values = _terms(asked)
    order = f"{FROM} IS NOT NULL, {FROM}, e.id"
    sql = f"SELECT e.doc FROM events e WHERE {where}"
    if asked.newest is not None:
        newest = f"{sql} ORDER BY {FROM} IS NULL, {FROM} DESC, e.id LIMIT :newest OFFSET :skip"
        found = list(reader.events(newest, **values, newest=asked.newest, skip=asked.skip))
        return iter(sorted(found, key=lambda e: (e.bounds.earliest or e.bounds.latest or "", e.id)))
    return reader.events(f"{sql} ORDER BY {order}", **values)


def documents(reader: Reader, asked: AskedEvents) -> list[str]:
    """The documents of the events asked for, newest first, as JSON."""
    where, values = _terms(asked)
    order = f"{FROM} IS NULL, {FROM} DESC, e.id"
    sql = f"SELECT e.doc FROM events e WHERE {where} ORDER BY {order} LIMIT :newest OFFSET :skip"
    return [row[0] for row in reader.rows(sql, **values, newest=asked.newest, skip=asked.skip)]


def count(reader: Reader, asked: AskedEvents) -> int:
    """How many events are asked for, whatever `newest` says."""
    where, values = _terms(asked)
    row = reader.one(f"SELECT COUNT(*) FROM events e WHERE {where}", **values)
    return int(row[0]) if row else 0


def _terms(asked: AskedEvents) -> tuple[str, dict[str, object]]:
    terms: list[str] = []
    values: dict[str, object] = {}
    for column, wanted in (("type", asked.types), ("act", asked.acts), ("status", asked.statuses)):
        if wanted:
            names = {f"{column}{n}": value for n, value in enumerate(wanted)}
            terms.append(f"e.{column} IN ({', '.join(f':{name}' for name in names)})")
            values |= names
    for role, acts, names_ in (("actor", True, asked.actors), ("target", False, asked.targets)):
        for n, name in enumerate(names_):
            term, held = _party(name, f"{role}{n}", acts=acts)
            terms.append(term)
            values |= held
    for n, name in enumerate(asked.pair or ()):
        term, held = _party(name, f"pair{n}", acts=None)
        terms.append(term)
        values |= held
    for term, held in (*_days(asked), *_marks(asked)):
        terms.append(term)
        values |= held
    return " AND ".join(terms) or "1 = 1", values


def _party(name: str, key: str, *, acts: bool | None) -> tuple[str, dict[str, object]]:
    role = "" if acts is None else "p.acts AND " if acts else "NOT p.acts AND "
    sql = (
        f"EXISTS (SELECT 1 FROM event_parties p WHERE p.event = e.id AND {role}(LOWER(p.side) = :{key} "
        f"OR p.actor = :{key} OR p.actor LIKE :{key}_part {ESCAPED} OR p.name LIKE :{key}_name {ESCAPED}))"
    )
    held: dict[str, object] = {
        key: name.lower(),
        f"{key}_part": like(name.lower()),
        f"{key}_name": like(fold_word(name).strip()),
    }
    return sql, held


def _days(asked: AskedEvents) -> Iterator[tuple[str, dict[str, object]]]:
    if asked.since:
        yield f"{TO} >= :since", {"since": asked.since}
    if asked.until:
        yield f"{FROM} <= :until", {"until": asked.until}


def _marks(asked: AskedEvents) -> Iterator[tuple[str, dict[str, object]]]:
    if asked.place:
        yield f"e.place LIKE :place {ESCAPED}", {"place": like(fold_word(asked.place))}
    if asked.outlet:
        sql = f"EXISTS (SELECT 1 FROM event_reports r WHERE r.event = e.id AND r.outlet LIKE :outlet {ESCAPED})"
        yield sql, {"outlet": like(fold_word(asked.outlet))}
    if asked.contact:
        yield "e.contact = :contact", {"contact": asked.contact}
    if asked.voice:
        yield "e.attributed" if asked.voice == "attributed" else "NOT e.attributed", {}
    if asked.sources:
        yield "e.independent >= :sources", {"sources": asked.sources}
    unless = (
        ("e.conflicts > 0", not asked.conflicting),
        ("NOT e.background", asked.background),
        ("(e.verdict IS NULL OR e.verdict <> 'reject')", asked.rejected),
    )
    yield from ((where, {}) for where, all_of_them in unless if not all_of_them)
