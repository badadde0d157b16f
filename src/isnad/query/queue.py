"""What waits for a person's eyes: merged contacts that nobody has judged, the doubtful ones first."""

from isnad.model import RecordContact
from isnad.query.reader import Reader

# a contact of several reports can be wrong in two ways: what was read, and what was joined
_WAITING = (
    "c.verdict IS NULL AND NOT c.domestic AND c.articles > 1 AND NOT EXISTS (SELECT 1 FROM verdicts v JOIN reports r "
    "ON r.id = v.subject WHERE r.contact = c.id AND v.kind IN ('accept', 'reject', 'correct'))"
)
_ORDER = "c.conflicts DESC, c.articles DESC, COALESCE(c.latest, '') DESC, c.id"


def waiting(reader: Reader, after: str | None = None) -> tuple[RecordContact | None, int]:
    """The first contact of the queue, or the one that comes after the one named; and how many wait."""
    row = reader.one(f"SELECT COUNT(*) FROM contacts c WHERE {_WAITING}")
    left = int(row[0]) if row else 0
    seen = reader.contact(after) if after else None
    if seen is not None:
        days = seen.bounds.latest or ""
        place = {
            "conflicts": len(seen.conflicts),
            "articles": seen.sources.articles,
            "latest": days,
            "id": seen.id,
        }
        beyond = (
            "(c.conflicts < :conflicts OR (c.conflicts = :conflicts AND (c.articles < :articles OR (c.articles = "
            ":articles AND (COALESCE(c.latest, '') < :latest OR (COALESCE(c.latest, '') = :latest AND c.id > :id))))))"
        )
        sql = f"SELECT c.doc FROM contacts c WHERE {_WAITING} AND {beyond} ORDER BY {_ORDER} LIMIT 1"
        found = next(reader.contacts(sql, **place), None)
        if found is not None:
            return found, left
    return next(reader.contacts(f"SELECT c.doc FROM contacts c WHERE {_WAITING} ORDER BY {_ORDER} LIMIT 1"), None), left
