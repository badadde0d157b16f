"""Lists of contacts, in the order of their days."""

import zlib
from collections.abc import Iterator, Sequence

import msgspec

from isnad.model import (
    Appearance,
    ContactKind,
    RecordContact,
    RecordTime,
    ReportParty,
    Statement,
    Status,
    Witness,
)
from isnad.query.reader import Reader
from isnad.query.selection import FROM, TO, Asked, selection

_WITNESS = msgspec.msgpack.Decoder(Witness)


def documents(reader: Reader, asked: Asked) -> Iterator[str]:
    """The contacts asked for as the record keeps them, `isnad/contact/1`, in the order of their days."""
    where, values = selection(asked)
    # a contact that nothing bounds comes first, on every database
    first = f"COALESCE({TO}, ''), COALESCE({FROM}, ''), c.id"
    sql = f"SELECT c.doc FROM contacts c WHERE {where} ORDER BY {first}"
    if asked.newest is not None:
        last = f"COALESCE({TO}, '') DESC, COALESCE({FROM}, '') DESC, c.id DESC"
        chosen = f"SELECT c.* FROM contacts c WHERE {where} ORDER BY {last} LIMIT :newest"
        sql = f"SELECT c.doc FROM ({chosen}) c ORDER BY {first}"
        values["newest"] = asked.newest
    return (row[0] for row in reader.rows(sql, **values))


def contacts(reader: Reader, asked: Asked) -> Iterator[RecordContact]:
    """The contacts asked for."""
    decode = msgspec.json.Decoder(RecordContact).decode
    return (decode(doc) for doc in documents(reader, asked))


def listed(reader: Reader, asked: Asked, size: int, skip: int = 0) -> list[RecordContact]:
    """A page of the contacts asked for: `size` of them after the first `skip`, newest first."""
    decode = msgspec.json.Decoder(RecordContact).decode
    return [decode(doc) for doc in page(reader, asked, size, skip)]


def page(reader: Reader, asked: Asked, size: int, skip: int = 0) -> list[str]:
    """A page as `listed` gives it, in the documents as the record keeps them."""
    where, values = selection(asked)
    last = f"COALESCE({TO}, '') DESC, COALESCE({FROM}, '') DESC, c.id DESC"
    # the documents are large: only those of the page are carried through the sorting
    chosen = f"SELECT c.id FROM contacts c WHERE {where} ORDER BY {last} LIMIT :size OFFSET :skip"
    sql = f"SELECT c.doc FROM contacts c WHERE c.id IN ({chosen}) ORDER BY {last}"
    return [row[0] for row in reader.rows(sql, **values, size=size, skip=skip)]


def ids(reader: Reader, asked: Asked) -> list[str]:
    """The ids of the contacts asked for, in the order of their days."""
    where, values = selection(asked)
    first = f"COALESCE({TO}, ''), COALESCE({FROM}, ''), c.id"
    return [row[0] for row in reader.rows(f"SELECT c.id FROM contacts c WHERE {where} ORDER BY {first}", **values)]


def documents_of(reader: Reader, wanted: Sequence[str]) -> list[str]:
    """The documents of these contacts, in this order; those that are gone meanwhile are left out."""
    values = {f"id{n}": id_ for n, id_ in enumerate(wanted)}
    names = ", ".join(f":{name}" for name in values)
    sql = f"SELECT c.id, c.doc FROM contacts c WHERE c.id IN ({names})"
    found = {str(id_): str(doc) for id_, doc in reader.rows(sql, **values)} if wanted else {}
    return [found[id_] for id_ in wanted if id_ in found]


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """Of a contact what is counted: who, how, and when. Decoding the rest would take most of the time."""

    id: str
    kind: ContactKind
    status: Status
    parties: tuple[ReportParty, ...]
    time: RecordTime | None


def outlines(reader: Reader, asked: Asked) -> Iterator[Outline]:
    """The contacts asked for in outline, in the order of their days."""
    decode = msgspec.json.Decoder(Outline).decode
    return (decode(doc) for doc in documents(reader, asked))


def followers(reader: Reader, contact: RecordContact) -> list[RecordContact]:
    """The contacts that follow this one: talks held on the visit, the encounter that took the place of the plan."""
    sides = {f"side{n}": side for n, side in enumerate(sorted({p.side for p in contact.parties}))}
    same = [f"c.id IN (SELECT contact FROM parties WHERE side = :{name})" for name in sides]
    # what follows has the same sides: that narrows what the document is searched in
    sql = f"SELECT c.doc FROM contacts c WHERE {' AND '.join([*same, 'c.doc LIKE :link'])} ORDER BY c.earliest, c.id"
    made = reader.contacts(sql, **sides, link=f'%"follows":"{contact.id}"%')
    return [c for c in made if c.follows == contact.id]


def count(reader: Reader, asked: Asked) -> int:
    """How many contacts are asked for."""
    where, values = selection(asked)
    row = reader.one(f"SELECT COUNT(*) FROM contacts c WHERE {where}", **values)
    return int(row[0]) if row else 0


def statements_of(reader: Reader, contact: RecordContact) -> dict[str, tuple[Statement, ...]]:
    """What each report tells that was said in the contact, by the report's id."""
    told = {w.sha256: w.statements for w in witnesses_of(reader, contact)}
    out = {}
    for report in contact.reports:
        wanted = set(report.statements)
        out[report.contact] = tuple(s for s in told.get(report.sha256, ()) if s.id in wanted)
    return out


def witnesses_of(reader: Reader, contact: RecordContact) -> list[Witness]:
    """The witnesses of a contact: what each article behind it testifies, with its publications."""
    out = []
    for sha256 in sorted({report.sha256 for report in contact.reports}):
        row = reader.one("SELECT id, witness FROM articles WHERE sha256 = :sha", sha=sha256)
        if row is None or row[1] is None:
            continue
        seen = reader.rows("SELECT date, outlet, key, url FROM appearances WHERE article = :id", id=row[0])
        made = [Appearance(date=date, outlet=outlet, key=key, url=url) for date, outlet, key, url in seen]
        told = _WITNESS.decode(zlib.decompress(row[1]))
        out.append(msgspec.structs.replace(told, appearances=tuple(sorted(made, key=lambda a: (not a.date, a)))))
    return out
