"""Opening a record for writing: the file or the server's database, brought to the newest schema."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from isnad.model import RecordError
from isnad.store.schema import metadata
from isnad.store.version import HEAD

_BUSY_MS = 60_000
_RETRY = 0.05
_MIGRATING = 7_301_511


def is_url(where: str) -> bool:
    """Whether a record is named by a database URL; otherwise it is a file."""
    return "://" in where


def open_record(where: str) -> Engine:
    """The record, made if it is not there and brought to the newest schema.

    Raises RecordError where the file is no record, the server does not answer, or a newer Isnad has written it.
    """
    engine = None
    try:
        engine = _postgresql(where) if is_url(where) else _sqlite(Path(where))
        with engine.connect() as connection:
            version = _version(connection)
        if version != HEAD:
            _migrate(engine, where)
    except (DBAPIError, ArgumentError, ModuleNotFoundError, RecordError) as error:
        if engine is not None:
            engine.dispose()
        if isinstance(error, RecordError):
            raise
        raise RecordError(where, _reason(error), "check the path or URL of the record") from error
    return engine


def _sqlite(path: Path) -> Engine:
    if path.is_dir():
        raise RecordError(str(path), "is a directory", "give the path of a file")
    if not path.parent.exists():
        raise RecordError(str(path), "the directory does not exist", f"create {path.parent} first")
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _BUSY_MS / 1000})

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
        # transactions are begun by us: the driver's own begin comes too late to keep a second writer out
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Journal by write-ahead log. SQLite does not wait for a lock when it changes the journal: two that make one record
    at once have to try again."""
    until = time.monotonic() + _BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(_RETRY)
        else:
            return


def _postgresql(where: str) -> Engine:
    url = make_url(where)
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise RecordError(where, "unsupported database URL", "use a file path or postgresql://user@host/database")
    return create_engine(url.set(drivername="postgresql+psycopg"))


def _version(connection: Connection) -> str | None:
    """The schema's version in the database; None where it holds no record yet."""
    names = inspect(connection).get_table_names()
    if "alembic_version" in names:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    foreign = connection.dialect.name == "sqlite" and names
    if foreign or set(names) & set(metadata.tables):
        raise RecordError(
            str(connection.engine.url), "the database contains other tables and no record", "use another database"
        )
    return None


def _migrate(engine: Engine, where: str) -> None:
    config = Config()
    config.set_main_option("script_location", "isnad.store:migrations")
    script = ScriptDirectory.from_config(config)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _MIGRATING})
        version = _version(connection)
        if version is not None and version not in {s.revision for s in script.walk_revisions()}:
            raise RecordError(where, f"was written by a newer version of Isnad (schema {version})", "upgrade Isnad")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _reason(error: Exception) -> str:
    origin = getattr(error, "orig", None) or error
    return str(origin).strip().splitlines()[0] if str(origin).strip() else type(origin).__name__
