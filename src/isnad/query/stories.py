"""Stories of a record."""

from isnad.model import Story
from isnad.query.reader import Reader

_SEVERAL = "articles >= 2"


def stories(reader: Reader, size: int, skip: int = 0) -> tuple[list[Story], int]:
    """A page of the stories that more than one article tells, newest first, and how many there are in all."""
    sql = (
        f"SELECT doc FROM stories WHERE {_SEVERAL} "
        "ORDER BY COALESCE(latest, earliest) IS NULL, COALESCE(latest, earliest) DESC, id LIMIT :size OFFSET :skip"
    )
    row = reader.one(f"SELECT COUNT(*) FROM stories WHERE {_SEVERAL}")
    return list(reader.stories(sql, size=size, skip=skip)), int(row[0]) if row else 0


def story(reader: Reader, id_: str) -> Story | None:
    """A story by its id, or by that of one of its contacts."""
    contact = reader.contact(id_)
    wanted = contact.story if contact is not None and contact.story else id_
    return next(reader.stories("SELECT doc FROM stories WHERE id = :id", id=wanted), None)
