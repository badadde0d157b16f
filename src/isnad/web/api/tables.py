"""Contacts and networks as files for other programs: JSON Lines, CSV, GraphML."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

import msgspec

from isnad.labels.plain import plain
from isnad.labels.record import iso_days, parties, record_labels
from isnad.model import RecordContact
from isnad.query.contacts import documents_of
from isnad.query.network import Network
from isnad.query.reader import Reader

HEADS = ("id", "day", "kind", "status", "parties", "place", "sources", "articles", "conflicts")
_CHUNK = 500
_GRAPH = "http://graphml.graphdrawing.org/xmlns"
_DECODER = msgspec.json.Decoder(RecordContact)


def lines(where: str, ids: Sequence[str]) -> Iterator[bytes]:
    """The documents of the contacts, one a line."""
    return _chunks(where, ids, lambda documents: "".join(f"{document}\n" for document in documents).encode())


def rows(where: str, ids: Sequence[str]) -> Iterator[bytes]:
    """The contacts as rows of a table, as `isnad contacts --format csv` writes them."""
    yield table([HEADS])
    yield from _chunks(where, ids, lambda documents: table(map(_row, map(_DECODER.decode, documents))))


def _chunks(where: str, ids: Sequence[str], write: Callable[[list[str]], bytes]) -> Iterator[bytes]:
    """A chunk at a time, each read by a reader of its own: every step may run in another thread, and somebody slow who
    asks must not hold the record open."""
    for start in range(0, len(ids), _CHUNK):
        with Reader(where) as reader:
            documents = documents_of(reader, ids[start : start + _CHUNK])
        yield write(documents)


def table(cells: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV, in UTF-8."""
    page = io.StringIO()
    csv.writer(page, lineterminator="\n").writerows(cells)
    return page.getvalue().encode()


def _row(contact: RecordContact) -> tuple[str, ...]:
    return (
        contact.id,
        iso_days(contact),
        contact.kind,
        contact.status,
        parties(contact, "en"),
        plain(contact.place),
        str(contact.sources.independent),
        str(contact.sources.articles),
        record_labels("en").phrases["separator"].join(conflict.field for conflict in contact.conflicts),
    )


def edges(made: Network) -> bytes:
    """The ties of a network as CSV: the ends, the number of contacts, of those held, the first and the last day."""
    heads = ("a", "b", "contacts", "held", "first", "last")
    ties = ((t.a, t.b, str(t.contacts), str(t.held), t.first or "", t.last or "") for t in made.ties)
    return table([heads, *ties])


def graphml(made: Network) -> bytes:
    """A network as GraphML, for Gephi and its kin."""
    keys = [("name", "node", "string"), ("name_en", "node", "string"), ("side", "node", "string")]
    keys += [("contacts", "node", "int"), ("weight", "edge", "int"), ("held", "edge", "int")]
    keys += [("first", "edge", "string"), ("last", "edge", "string")]
    out = ['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{_GRAPH}">']
    out += [f'<key id="{of[0]}-{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>' for name, of, kind in keys]
    out.append('<graph edgedefault="undirected">')
    for node in made.nodes:
        told = _data("n", name=node.name, name_en=node.name_en, side=node.side, contacts=node.contacts)
        out.append(f"<node id={quoteattr(_legal(node.id))}>{told}</node>")
    for tie in made.ties:
        told = _data("e", weight=tie.contacts, held=tie.held, first=tie.first, last=tie.last)
        ends = f"source={quoteattr(_legal(tie.a))} target={quoteattr(_legal(tie.b))}"
        out.append(f"<edge {ends}>{told}</edge>")
    return "\n".join([*out, "</graph>", "</graphml>", ""]).encode()


def _data(of: str, **given: object) -> str:
    return "".join(
        f'<data key="{of}-{name}">{escape(_legal(str(value)))}</data>'
        for name, value in given.items()
        if value is not None
    )


def _legal(text: str) -> str:
    """Text that XML can hold."""
    return "".join(c for c in text if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
