"""A record open for reading: plain SQL on the driver of the database."""

import re
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from isnad.model import Page, Reading, RecordContact, RecordError, RecordEvent, Story, UnknownIdError
from isnad.store.version import HEAD

Row = tuple[Any, ...]
ESCAPED = "ESCAPE '\\'"
_NAMED = re.compile(r"(?<![:\w]):(\w+)")
_CONTACT = msgspec.json.Decoder(RecordContact)
_STORY = msgspec.json.Decoder(Story)
_EVENT = msgspec.json.Decoder(RecordEvent)
_PAGE, _READING = msgspec.json.Decoder(Page), msgspec.json.Decoder(Reading)


class Reader:
    """Reads a record. Raises RecordError where there is none, or another version of Isnad wrote it."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.server = "://" in where
        self._connection = _server(where) if self.server else _file(Path(where))
        try:
            version = self._version()
        except RecordError:
            self.close()
            raise
        if version != HEAD:
            self.close()
            raise RecordError(where, f"has schema {version or 'none'}, expected {HEAD}", "`isnad add` upgrades it")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def rows(self, sql: str, **values: object) -> Iterator[Row]:
        """The rows of a SELECT; parameters are named `:name`."""
        if self.server:
            sql = _parameters(sql)
        try:
            cursor = self._connection.cursor()
            cursor.execute(sql, values)
            yield from cursor
        except Exception as error:  # the two drivers share no base of their errors
            if isinstance(error, RecordError) or type(error).__module__.split(".")[0] not in ("sqlite3", "psycopg"):
                raise
            raise RecordError(self.where, str(error).splitlines()[0], "check that this is an Isnad record") from error

    def one(self, sql: str, **values: object) -> Row | None:
        """The first row, or None."""
        return next(iter(self.rows(sql, **values)), None)

    def stale(self) -> bool:
        """Whether something was added or decided that is not merged yet."""
        return any(
            self.one(f"SELECT 1 FROM {table} WHERE NOT merged LIMIT 1") is not None
            for table in ("articles", "verdicts")
        )

    def contact(self, id_: str) -> RecordContact | None:
        """A contact by any id that it, one of its reports or a former contact has or had, or by the id's beginning.

        Raises UnknownIdError where several contacts have reports whose ids begin so.
        """
        for sql in (
            "SELECT doc FROM contacts WHERE id = :id",
            "SELECT doc FROM contacts WHERE id = (SELECT contact FROM reports WHERE id = :id)",
            "SELECT doc FROM contacts WHERE id = (SELECT contact FROM reports "
            "WHERE id = (SELECT new FROM redirects WHERE old = :id))",
        ):
            row = self.one(sql, id=id_)
            if row is not None:
                return _CONTACT.decode(row[0])
        sql = f"SELECT DISTINCT contact FROM reports WHERE id LIKE :id {ESCAPED} LIMIT 2"
        likely = list(self.rows(sql, id=beginning(id_)))
        if len(likely) > 1:
            raise UnknownIdError(self.where, f"ambiguous id {id_!r}: several contacts match", "give more characters")
        return self.contact(likely[0][0]) if likely else None

    def contacts(self, sql: str, **values: object) -> Iterator[RecordContact]:
        """The contacts whose documents a SELECT gives in its first column."""
        return (_CONTACT.decode(row[0]) for row in self.rows(sql, **values))

    def events(self, sql: str, **values: object) -> Iterator[RecordEvent]:
        """The events whose documents a SELECT gives in its first column."""
        return (_EVENT.decode(row[0]) for row in self.rows(sql, **values))

    def event(self, id_: str) -> RecordEvent | None:
        """An event by its id or that of one of its reports, or by the beginning of either.

        Raises UnknownIdError where several events have reports whose ids begin so.
        """
        sql = f"SELECT DISTINCT event FROM event_reports WHERE id LIKE :id {ESCAPED} LIMIT 2"
        likely = list(self.rows(sql, id=beginning(id_)))
        if len(likely) > 1:
            raise UnknownIdError(self.where, f"ambiguous id {id_!r}: several events match", "give more characters")
        if not likely:
            return None
        row = self.one("SELECT doc FROM events WHERE id = :id", id=likely[0][0])
        return None if row is None else _EVENT.decode(row[0])

    def stories(self, sql: str, **values: object) -> Iterator[Story]:
        """The stories whose documents a SELECT gives in its first column."""
        return (_STORY.decode(row[0]) for row in self.rows(sql, **values))

    def article(self, sha256: str) -> tuple[Page, Reading] | None:
        """An article as it came in, and its reading."""
        row = self.one("SELECT page, reading FROM articles WHERE sha256 = :sha", sha=sha256)
        if row is None:
            return None
        return _PAGE.decode(zlib.decompress(row[0])), _READING.decode(zlib.decompress(row[1]))

    def text(self, sha256: str) -> str | None:
        """The stored text of an article."""
        row = self.one("SELECT page FROM articles WHERE sha256 = :sha", sha=sha256)
        return None if row is None else _PAGE.decode(zlib.decompress(row[0])).text

    def _version(self) -> str | None:
        try:
            row = self.one("SELECT version_num FROM alembic_version")
        except RecordError as error:
            raise RecordError(self.where, "contains no record", "create one with `isnad add PATH...`") from error
        return None if row is None else str(row[0])


def like(text: str) -> str:
    """A pattern for LIKE that finds the text anywhere; its signs mean nothing, and nothing is found by no text."""
    return f"%{_literal(text)}%" if text else ""


def beginning(text: str) -> str:
    """A pattern for LIKE that finds what begins with the text."""
    return f"{_literal(text)}%" if text else ""


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _parameters(sql: str) -> str:
    """`:name` as the driver of PostgreSQL wants it."""
    return _NAMED.sub(r"%(\1)s", sql.replace("%", "%%"))


def _file(path: Path) -> Any:
    if not path.is_file():
        raise RecordError(
            str(path), "no record found", "create one with `isnad add PATH...`, or give its path with --record"
        )
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _server(where: str) -> Any:
    scheme = where.partition("://")[0]
    if scheme not in ("postgresql", "postgres", "postgresql+psycopg"):
        raise RecordError(where, "unsupported database URL", "use a file path or postgresql://user@host/database")
    import psycopg

    try:
        return psycopg.connect(where.replace("+psycopg", ""), autocommit=True)
    except psycopg.Error as error:
        raise RecordError(where, str(error).strip().splitlines()[0], "check that the server is running") from error
