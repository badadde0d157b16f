"""Statements of the record: who said what, in which contact."""

from collections.abc import Iterator

import msgspec

from isnad.arabic.fold import fold_word
from isnad.model import Days, Statement
from isnad.query.reader import ESCAPED, Reader, like

# the last verdict on a statement counts
_NOT_REJECTED = (
    "COALESCE((SELECT v.kind FROM verdicts v WHERE v.subject = s.id ORDER BY v.id DESC LIMIT 1), '') <> 'reject'"
)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with its article and, where it was made in one, the record's contact."""

    article: str
    outlet: str | None
    published: Days
    contact: str | None
    statement: Statement


class AskedSaid(msgspec.Struct, frozen=True, kw_only=True):
    """A question for statements: speaker (id or part of the name), side, contact of the record, days of publication."""

    speaker: str | None = None
    side: str | None = None
    contact: str | None = None
    since: str | None = None
    until: str | None = None
    newest: int | None = None


def said(reader: Reader, asked: AskedSaid) -> Iterator[Said]:
    """The statements asked for, by the day of their articles; those that a reviewer rejected are left out."""
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
        terms.append("r.contact = :contact")
        values["contact"] = asked.contact
    if asked.since:
        terms.append("a.latest >= :since")
        values["since"] = asked.since
    if asked.until:
        terms.append("a.earliest <= :until")
        values["until"] = asked.until
    order = (
        "a.earliest DESC, a.sha256, s.id LIMIT :newest" if asked.newest is not None else "a.earliest, a.sha256, s.id"
    )
    sql = (
        "SELECT a.sha256, a.key, a.outlet, a.earliest, a.latest, r.contact, s.id "
        "FROM statements s JOIN articles a ON a.id = s.article "
        f"LEFT JOIN reports r ON r.id = s.contact WHERE {' AND '.join(terms)} ORDER BY {order}"
    )
    if asked.newest is not None:
        values["newest"] = asked.newest
    of: dict[str, Statement] = {}
    at = ""
    for sha256, key, outlet, earliest, latest, contact, id_ in list(reader.rows(sql, **values)):
        if sha256 != at:
            found = reader.article(sha256)
            of, at = {s.id: s for s in found[1].statements} if found else {}, sha256
        if id_ in of:
            yield Said(
                article=key,
                outlet=outlet,
                published=Days(earliest=earliest, latest=latest),
                contact=contact,
                statement=of[id_],
            )
