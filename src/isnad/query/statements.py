"""Statements of the record: who said what, in which contact."""

import zlib
from collections.abc import Iterator

import msgspec

from isnad.arabic.fold import fold_word
from isnad.model import Days, Statement
from isnad.query.reader import ESCAPED, Reader, like

# the last verdict on a statement counts
_NOT_REJECTED = (
    "s.id NOT IN (SELECT v.subject FROM verdicts v WHERE v.kind = 'reject' "
    "AND v.id = (SELECT MAX(w.id) FROM verdicts w WHERE w.subject = v.subject))"
)
_FROM = "FROM statements s JOIN articles a ON a.id = s.article LEFT JOIN reports r ON r.id = s.contact"


class _Reading(msgspec.Struct, frozen=True):
    """Of a reading only what is asked for: decoding all of it takes most of the time."""

    statements: tuple[Statement, ...]


_SAID = msgspec.json.Decoder(_Reading)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with its article and, where it was made in one, the record's contact."""

    article: str
    outlet: str | None
    published: Days
    contact: str | None
    statement: Statement


class AskedSaid(msgspec.Struct, frozen=True, kw_only=True):
    """A question for statements: speaker (id or part of the name), side, contact of the record, days of publication.

    `confidence`: at least so much, 0 to 1; 0 for all. `newest` of them, after the first `skip`; all where it is None.
    """

    speaker: str | None = None
    side: str | None = None
    contact: str | None = None
    since: str | None = None
    until: str | None = None
    confidence: float = 0.0
    newest: int | None = None
    skip: int = 0


def said(reader: Reader, asked: AskedSaid) -> Iterator[Said]:
    """The statements asked for, by the day of their articles; those that a reviewer rejected are left out."""
    where, values = _terms(reader, asked)
    # undated articles are the oldest, on every database
    order = "a.earliest NULLS FIRST, a.sha256, s.id"
    if asked.newest is not None:
        order = "a.earliest DESC NULLS LAST, a.sha256, s.id LIMIT :newest OFFSET :skip"
        values |= {"newest": asked.newest, "skip": asked.skip}
    sql = (
        "SELECT a.sha256, a.key, a.outlet, a.earliest, a.latest, r.contact, s.id "
        f"{_FROM} WHERE {where} ORDER BY {order}"
    )
    of: dict[str, Statement] = {}
    at = ""
    for sha256, key, outlet, earliest, latest, contact, id_ in list(reader.rows(sql, **values)):
        if sha256 != at:
            of, at = {s.id: s for s in _statements(reader, sha256)}, sha256
        if id_ in of:
            yield Said(
                article=key,
                outlet=outlet,
                published=Days(earliest=earliest, latest=latest),
                contact=contact,
                statement=of[id_],
            )


def _statements(reader: Reader, sha256: str) -> tuple[Statement, ...]:
    row = reader.one("SELECT reading FROM articles WHERE sha256 = :sha", sha=sha256)
    return _SAID.decode(zlib.decompress(row[0])).statements if row else ()


def count(reader: Reader, asked: AskedSaid) -> int:
    """How many statements are asked for, whatever `newest` and `skip` say."""
    where, values = _terms(reader, asked)
    row = reader.one(f"SELECT COUNT(*) {_FROM} WHERE {where}", **values)
    return int(row[0]) if row else 0


def _terms(reader: Reader, asked: AskedSaid) -> tuple[str, dict[str, object]]:
    terms = [_NOT_REJECTED]
    values: dict[str, object] = {}
    if asked.speaker:
        terms.append(
            "s.id IN (SELECT p.statement FROM speakers p "
            f"WHERE p.actor = :actor OR p.actor LIKE :part {ESCAPED} OR p.name LIKE :name {ESCAPED})"
        )
        values |= {"actor": asked.speaker, "name": like(fold_word(asked.speaker)), "part": like(asked.speaker.lower())}
    if asked.side:
        terms.append("s.id IN (SELECT p.statement FROM speakers p WHERE LOWER(p.side) = :side)")
        values["side"] = asked.side.lower()
    if asked.contact:
        told = _told_in(reader, asked.contact)
        terms.append(f"s.id IN ({', '.join(f':{name}' for name in told) or 'NULL'})")
        values |= told
    if asked.confidence:
        terms.append("s.confidence >= :confidence")
        values["confidence"] = asked.confidence
    if asked.since:
        terms.append("a.latest >= :since")
        values["since"] = asked.since
    if asked.until:
        terms.append("a.earliest <= :until")
        values["until"] = asked.until
    return " AND ".join(terms), values


def _told_in(reader: Reader, contact: str) -> dict[str, str]:
    """What the contact's reports tell was said in it, by parameter; a row names only the first contact of its words."""
    found = reader.contact(contact)
    said = dict.fromkeys(id_ for report in found.reports for id_ in report.statements) if found else {}
    return {f"said{n}": id_ for n, id_ in enumerate(said)}
