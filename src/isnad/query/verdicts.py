"""What people decided, and what of it has lost its subject."""

from collections.abc import Iterator

import msgspec

from isnad.model import Verdict
from isnad.query.reader import Reader


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict, its number, and whether nothing in the record bears its subject's id any more."""

    number: int
    verdict: Verdict
    orphan: bool


def decided(reader: Reader) -> Iterator[Decided]:
    """All verdicts, in the order in which they were given."""
    sql = 'SELECT id, kind, subject, other, correction, "by", at, note FROM verdicts ORDER BY id'
    for number, kind, subject, other, correction, by, at, note in list(reader.rows(sql)):
        verdict = Verdict(
            kind=kind,
            subject=subject,
            other=other,
            correction=tuple(sorted(msgspec.json.decode(correction, type=dict[str, str]).items())),
            by=by,
            at=at,
            note=note,
        )
        orphan = not all(known(reader, id_) for id_ in (subject, other) if id_)
        yield Decided(number=number, verdict=verdict, orphan=orphan)


def known(reader: Reader, id_: str) -> bool:
    """Whether a contact, a report or a statement of the record bears or bore the id."""
    return reader.contact(id_) is not None or reader.one("SELECT 1 FROM statements WHERE id = :id", id=id_) is not None
