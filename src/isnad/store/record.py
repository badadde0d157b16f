"""A record open for writing: pages in, merged contacts out, people's verdicts kept."""

import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, Self

import msgspec
from sqlalchemy import select
from sqlalchemy.exc import DataError

from isnad.lexicon import Lexicon, load
from isnad.model import Page, SourceError, Verdict, defect
from isnad.run import spread
from isnad.store.adding import Added, add, known
from isnad.store.entry import Entry, address, appeared, entry
from isnad.store.merging import refresh
from isnad.store.opening import open_record
from isnad.store.schema import articles, verdicts


class Outcome(NamedTuple):
    """What became of one page: its key, how it was added, and the number of its contacts."""

    key: str
    added: Added
    contacts: int


class Record:
    """A record for writing. Close it, or use it as a context: merging waits for `merge`."""

    def __init__(self, where: str, lexicon: Lexicon | None = None) -> None:
        self.where = where
        self.lexicon = lexicon or load()
        self.engine = open_record(where)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def add(self, pages: Iterable[Page | SourceError], workers: int = 1) -> Iterator[Outcome | SourceError]:
        """Read and write the pages, each in a transaction of its own; what is known already is not read again."""
        unread: list[Outcome | SourceError] = []

        def fresh() -> Iterator[Page]:
            for page in pages:
                if isinstance(page, SourceError):
                    unread.append(page)
                elif known(self.engine, address(page), appeared(page), self.lexicon.hash):
                    unread.append(Outcome(page.key, "known", 0))
                else:
                    yield page

        work, start = (_entries, _start) if workers > 1 else (self._entries, _nothing)
        for made in spread(fresh(), work, workers, start):
            yield from unread
            unread.clear()
            if isinstance(made, SourceError):
                yield made
            else:
                yield self._written(made)
        yield from unread

    def _written(self, made: Entry) -> Outcome | SourceError:
        """Write one entry; what the database refuses costs that article, not the batch."""
        try:
            return Outcome(made.appearance.key, add(self.engine, made), made.contacts)
        except DataError as error:
            return SourceError(
                made.appearance.key, f"the database rejected the article: {str(error.orig).splitlines()[0]}"
            )

    def stored(self) -> Iterator[Page]:
        """The pages of the record as they came in, for reading them again with a better lexicon."""
        with self.engine.connect() as connection:
            ids = list(connection.execute(select(articles.c.id).order_by(articles.c.id)).scalars())
        decode = msgspec.json.Decoder(Page).decode
        for id_ in ids:
            with self.engine.connect() as connection:
                blob = connection.execute(select(articles.c.page).where(articles.c.id == id_)).scalar_one()
            yield decode(zlib.decompress(blob))

    def merge(self, *, anyway: bool = False) -> bool:
        """Bring the merged contacts up to date; whether there was anything to do."""
        return refresh(self.engine, self.lexicon, anyway=anyway)

    def decide(self, verdict: Verdict) -> int:
        """Keep a person's verdict, and give its number; it counts from the next merge on."""
        values = msgspec.structs.asdict(verdict) | {
            "correction": msgspec.json.encode(dict(verdict.correction)).decode(),
            "merged": False,
        }
        with self.engine.begin() as connection:
            made = connection.execute(verdicts.insert().values(**values).returning(verdicts.c.id)).scalar_one()
        return int(made)

    def withdraw(self, number: int) -> bool:
        """Take back the verdict of this number; whether there was one. Merge with `anyway` for it to count."""
        with self.engine.begin() as connection:
            return connection.execute(verdicts.delete().where(verdicts.c.id == number)).rowcount > 0

    def _entries(self, pages: tuple[Page, ...]) -> list[Entry | SourceError]:
        return [_entry(page, self.lexicon) for page in pages]


@cache
def _lexicon() -> Lexicon:
    return load()


def _start() -> None:
    _lexicon()


def _nothing() -> None:
    pass


def _entries(pages: tuple[Page, ...]) -> list[Entry | SourceError]:
    return [_entry(page, _lexicon()) for page in pages]


def _entry(page: Page, lexicon: Lexicon) -> Entry | SourceError:
    """The entry of a page. Reading is total; should it fail all the same, one page must not cost the others."""
    try:
        return entry(page, lexicon)
    except Exception as error:
        return defect(page.origin, error)
