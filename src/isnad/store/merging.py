"""Bringing the merged record up to date with what was added and decided: one transaction, only what changed is written.

Merging always takes in every witness, so the record does not depend on the order or the batches of adding.
"""

import zlib
from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, Engine, Table, bindparam, delete, select, text, update

from isnad.arabic.fold import fold_word
from isnad.lexicon import Lexicon
from isnad.merge import merge
from isnad.model import Appearance, RecordContact, Story, Verdict, Witness
from isnad.store.adding import rank
from isnad.store.merging_events import replace_events
from isnad.store.schema import appearances, articles, contacts, parties, redirects, reports, stories, topics, verdicts
from isnad.store.succession import followed, successors

_MERGING = 7_301_512


def refresh(engine: Engine, lexicon: Lexicon, *, anyway: bool = False) -> bool:
    """Merge again where something was added or decided since the last time; whether that was so."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _MERGING})
        # locked until they are marked: another writer's change to one of them waits, and is seen next time
        unmerged = select(articles.c.id).where(~articles.c.merged).with_for_update()
        new = list(connection.execute(unmerged).scalars())
        decided = list(connection.execute(select(verdicts.c.id).where(~verdicts.c.merged)).scalars())
        if not (new or decided or anyway):
            return False
        ids, witnesses = _witnesses(connection)
        said, known = verdicts_of(connection), redirected(connection)
        record = merge(witnesses, lexicon, followed(said, known))
        lost = _lost(connection, record.contacts)
        if lost:
            # verdicts on what is gone hold for what took its place
            known = {old: lost.get(new, new) for old, new in known.items()} | lost
            record = merge(witnesses, lexicon, followed(said, known))
            _redirect(connection, known)
        _replace_contacts(connection, record.contacts, ids)
        _replace_stories(connection, record.stories)
        replace_events(connection, record.events, ids)
        # only what this transaction saw is marked: an article added meanwhile waits for the next merge
        _mark(connection, articles, new)
        _mark(connection, verdicts, decided)
        return True


def verdicts_of(connection: Connection) -> list[Verdict]:
    """Everything that people decided."""
    return [
        Verdict(
            kind=row.kind,
            subject=row.subject,
            other=row.other,
            correction=tuple(sorted(msgspec.json.decode(row.correction, type=dict[str, str]).items())),
            by=row.by,
            at=row.at,
            note=row.note,
        )
        for row in connection.execute(select(verdicts))
    ]


def _witnesses(connection: Connection) -> tuple[dict[str, int], list[Witness]]:
    """The articles' ids by address, and what the articles testify, each with all its publications."""
    # articles first: one that another writer adds in between has publications in the second answer only
    told = select(articles.c.id, articles.c.sha256, articles.c.witness).where(articles.c.witness.is_not(None))
    rows = connection.execute(told).all()
    seen: dict[int, list[Appearance]] = {}
    for row in connection.execute(select(appearances)):
        made = Appearance(date=row.date, outlet=row.outlet, key=row.key, url=row.url)
        seen.setdefault(row.article, []).append(made)
    decode = msgspec.msgpack.Decoder(Witness).decode
    ids, out = {}, []
    for id_, sha256, blob in rows:
        ids[sha256] = id_
        told_by = decode(zlib.decompress(blob))
        out.append(msgspec.structs.replace(told_by, appearances=tuple(sorted(seen[id_], key=rank))))
    return ids, out


def _replace_contacts(connection: Connection, made: Iterable[RecordContact], ids: dict[str, int]) -> None:
    new = {c.id: c for c in made}
    docs = {id_: msgspec.json.encode(c).decode() for id_, c in new.items()}
    old = dict(connection.execute(select(contacts.c.id, contacts.c.doc)).all())
    gone = [id_ for id_, doc in old.items() if docs.get(id_) != doc]
    for table, column in ((parties, parties.c.contact), (topics, topics.c.contact), (reports, reports.c.contact)):
        if gone:
            connection.execute(delete(table).where(column == bindparam("gone")), [{"gone": id_} for id_ in gone])
    _drop(connection, contacts, gone)
    fresh = [new[id_] for id_, doc in docs.items() if old.get(id_) != doc]
    _insert(connection, contacts, [_row(c, docs[c.id]) for c in fresh])
    _insert(
        connection,
        parties,
        [
            {"contact": c.id, "place": place, "actor": p.actor, "side": p.side, "name": fold_word(p.name or "")}
            for c in fresh
            for place, p in enumerate(c.parties)
        ],
    )
    _insert(
        connection,
        topics,
        [{"contact": c.id, "topic": t} for c in fresh for t in sorted({fold_word(t) for t in c.topics})],
    )
    _insert(
        connection,
        reports,
        [
            {
                "id": r.contact,
                "contact": c.id,
                "article": ids[r.sha256],
                "outlet": fold_word(r.outlet) if r.outlet else None,
            }
            for c in fresh
            for r in c.reports
        ],
    )


def _replace_stories(connection: Connection, made: Iterable[Story]) -> None:
    new = {s.id: s for s in made}
    docs = {id_: msgspec.json.encode(s).decode() for id_, s in new.items()}
    old = dict(connection.execute(select(stories.c.id, stories.c.doc)).all())
    _drop(connection, stories, [id_ for id_, doc in old.items() if docs.get(id_) != doc])
    fresh = [new[id_] for id_, doc in docs.items() if old.get(id_) != doc]
    rows: list[dict[str, object]] = [
        {
            "id": s.id,
            "earliest": s.earliest,
            "latest": s.latest,
            "contacts": len(s.contacts),
            "articles": len(s.articles),
            "doc": docs[s.id],
        }
        for s in fresh
    ]
    _insert(connection, stories, rows)


def _row(c: RecordContact, doc: str) -> dict[str, object]:
    return {
        "id": c.id,
        "kind": c.kind,
        "status": c.status,
        "earliest": c.bounds.earliest,
        "latest": c.bounds.latest,
        "dated": c.time is not None,
        "place": fold_word(c.place) if c.place else None,
        "background": c.background,
        "domestic": c.domestic,
        "independent": c.sources.independent,
        "outlets": c.sources.outlets,
        "articles": c.sources.articles,
        "conflicts": len(c.conflicts),
        "verdict": c.verdict,
        "confidence": c.confidence,
        "story": c.story,
        "doc": doc,
    }


def redirected(connection: Connection) -> dict[str, str]:
    """Ids of reports that are gone, and the ids of the reports that took their place."""
    return dict(connection.execute(select(redirects.c.old, redirects.c.new)).all())


def _lost(connection: Connection, new: Iterable[RecordContact]) -> dict[str, str]:
    """The reports that the record holds and the readings no longer give, with their successors."""
    made = list(new)
    there = {r.contact for c in made for r in c.reports}
    rows = connection.execute(select(reports.c.id, reports.c.contact)).all()
    touched = {contact for id_, contact in rows if id_ not in there}
    if not touched:
        return {}
    decode = msgspec.json.Decoder(RecordContact).decode
    docs = connection.execute(select(contacts.c.id, contacts.c.doc))
    return successors([decode(doc) for id_, doc in docs if id_ in touched], made)


def _redirect(connection: Connection, known: dict[str, str]) -> None:
    connection.execute(delete(redirects))
    connection.execute(redirects.insert(), [{"old": old, "new": new} for old, new in sorted(known.items())])


def _drop(connection: Connection, table: Table, gone: list[str]) -> None:
    if gone:
        connection.execute(delete(table).where(table.c.id == bindparam("gone")), [{"gone": id_} for id_ in gone])


def _insert(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def _mark(connection: Connection, table: Table, ids: list[int]) -> None:
    if ids:
        rows = [{"seen": id_} for id_ in ids]
        connection.execute(update(table).where(table.c.id == bindparam("seen")).values(merged=True), rows)
