"""Articles of a record: by their address or key, where they were printed, what contacts they report."""

from isnad.model import Appearance
from isnad.query.reader import ESCAPED, Reader, beginning

_SHORT = 8


def address_of(reader: Reader, id_: str) -> str | None:
    """The SHA-256 of an article by its beginning (eight digits at least) or by the key of one of its publications."""
    if len(id_) >= _SHORT:
        sql = f"SELECT sha256 FROM articles WHERE sha256 LIKE :id {ESCAPED} LIMIT 2"
        found = list(reader.rows(sql, id=beginning(id_)))
        if len(found) == 1:
            return str(found[0][0])
    sql = "SELECT a.sha256 FROM articles a JOIN appearances p ON p.article = a.id WHERE p.key = :key ORDER BY a.id"
    row = reader.one(sql, key=id_)
    return str(row[0]) if row else None


def appearances(reader: Reader, sha256: str) -> list[Appearance]:
    """The publications of an article."""
    sql = (
        "SELECT p.date, p.outlet, p.key, p.url FROM appearances p JOIN articles a ON a.id = p.article "
        "WHERE a.sha256 = :sha ORDER BY p.date = '', p.date, p.outlet"
    )
    rows = reader.rows(sql, sha=sha256)
    return [Appearance(date=date, outlet=outlet, key=key, url=url) for date, outlet, key, url in rows]


def contacts_of(reader: Reader, sha256: str) -> dict[str, str]:
    """The record's contact of each contact that the article reports, by the id that its own reading gives it."""
    sql = "SELECT r.id, r.contact FROM reports r JOIN articles a ON a.id = r.article WHERE a.sha256 = :sha"
    return {str(own): str(contact) for own, contact in reader.rows(sql, sha=sha256)}
