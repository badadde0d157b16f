"""Writing the merged events: only what changed."""

from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import Connection, Table, bindparam, delete, select

from isnad.arabic.fold import fold_word
from isnad.model import RecordEvent
from isnad.store.schema import event_parties, event_reports, events


def replace_events(connection: Connection, made: Iterable[RecordEvent], ids: Mapping[str, int]) -> None:
    """Make the tables of events hold these; `ids`: the articles by address."""
    new = {e.id: e for e in made}
    docs = {id_: msgspec.json.encode(e).decode() for id_, e in new.items()}
    old = dict(connection.execute(select(events.c.id, events.c.doc)).all())
    gone = [{"gone": id_} for id_, doc in old.items() if docs.get(id_) != doc]
    for table, column in ((event_parties, event_parties.c.event), (event_reports, event_reports.c.event)):
        _drop(connection, table, column, gone)
    _drop(connection, events, events.c.id, gone)
    fresh = [new[id_] for id_, doc in docs.items() if old.get(id_) != doc]
    _insert(connection, events, [_row(e, docs[e.id]) for e in fresh])
    _insert(connection, event_parties, [row for e in fresh for row in _parties(e)])
    _insert(
        connection,
        event_reports,
        [
            {
                "id": r.event,
                "event": e.id,
                "article": ids[r.sha256],
                "outlet": fold_word(r.outlet) if r.outlet else None,
            }
            for e in fresh
            for r in e.reports
        ],
    )


def _row(e: RecordEvent, doc: str) -> dict[str, object]:
    return {
        "id": e.id,
        "act": e.act,
        "type": e.type,
        "status": e.status,
        "earliest": e.bounds.earliest,
        "latest": e.bounds.latest,
        "dated": e.time is not None,
        "place": fold_word(" ; ".join(e.places)) or None,
        "attributed": e.attributed,
        "background": e.background,
        "independent": e.sources.independent,
        "articles": e.sources.articles,
        "conflicts": len(e.conflicts),
        "contact": e.contact,
        "verdict": e.verdict,
        "doc": doc,
    }


def _parties(e: RecordEvent) -> list[dict[str, object]]:
    told = [(p, True) for p in e.actors] + [(p, False) for p in e.targets]
    return [
        {
            "event": e.id,
            "place": place,
            "acts": acts,
            "actor": p.actor,
            "side": p.side,
            "name": fold_word(p.name or p.office or ""),
        }
        for place, (p, acts) in enumerate(told)
    ]


def _drop(connection: Connection, table: Table, column: object, gone: list[dict[str, str]]) -> None:
    if gone:
        connection.execute(delete(table).where(column == bindparam("gone")), gone)


def _insert(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)
