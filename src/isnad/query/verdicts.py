"""What people decided, what of it has lost its subject, and a new decision in the form in which it is kept."""

import datetime
from collections.abc import Iterator

import msgspec

from isnad.merge.judged import SEEN
from isnad.model import UnknownIdError, Verdict
from isnad.query.reader import ESCAPED, Reader, beginning


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


def judgement(reader: Reader, draft: Verdict) -> Verdict:
    """A draft with its ids in full and the present moment; `store.Record.decide` keeps it.

    `subject` and `other` of a draft may be the beginning of an id, `at` is ignored. Raises UnknownIdError where an id
    names nothing or several things, or where a report would be joined with itself.
    """
    subject, other = _subject(reader, draft.subject), _subject(reader, draft.other) if draft.other else ""
    if other and subject == other:
        raise UnknownIdError(
            reader.where,
            "a report cannot be joined with itself or parted from itself",
            "give the ids of two different reports",
        )
    correction = dict(draft.correction)
    contact = reader.contact(subject) if draft.kind == "reject" else None
    if contact is not None:
        # new witnesses will open it again
        correction[SEEN] = " ".join(r.contact for r in contact.reports)
    return msgspec.structs.replace(
        draft,
        subject=subject,
        other=other,
        correction=tuple(sorted(correction.items())),
        at=datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds"),
    )


def _subject(reader: Reader, id_: str) -> str:
    """The id that a verdict will hold: the report's own where a report is named, else the contact's or statement's."""
    found = {
        str(row[0])
        for table in ("reports", "statements")
        for row in reader.rows(f"SELECT id FROM {table} WHERE id LIKE :id {ESCAPED} LIMIT 2", id=beginning(id_))
    }
    if len(found) == 1:
        return found.pop()
    if found:
        raise UnknownIdError(
            reader.where, f"ambiguous id {id_!r}: several reports or statements match", "give more characters"
        )
    contact = reader.contact(id_)
    if contact is None:
        raise UnknownIdError(
            reader.where, f"no contact, report or statement with the id {id_!r}", "`isnad contacts` lists them"
        )
    return contact.id
