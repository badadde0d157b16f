"""The record open for writing, in the time of one request."""

from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import Request
from sqlalchemy.exc import SQLAlchemyError

from isnad.model import RecordError
from isnad.query.reader import Reader
from isnad.store.record import Record
from isnad.web.desk import settings


@contextmanager
def writing(request: Request) -> Iterator[Record]:
    """The record that the server shows. Raises RecordError where it is not there, or cannot be written now."""
    where = settings(request).record
    # a server shows a record, it makes none
    Reader(where).close()
    try:
        with Record(where) as record:
            yield record
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).strip().splitlines()
        raise RecordError(where, said[0] if said else type(error).__name__) from error
