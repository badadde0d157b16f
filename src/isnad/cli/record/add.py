"""`isnad add` and `isnad reread`: articles into the record."""

import datetime
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from isnad.cli.complaint import complain
from isnad.cli.record.guard import guarded
from isnad.cli.record.options import record_option

if TYPE_CHECKING:
    from isnad.model import Page, SourceError
    from isnad.store.record import Record

_FEW = 32


@click.command(short_help="Add articles to a record and merge their contacts.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@record_option
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Publication date of articles that have none.",
)
@click.option("--samples", is_flag=True, help="Add the sample articles that come with Isnad.")
@click.option(
    "--workers",
    type=click.IntRange(1, 1_000_000),
    default=None,
    metavar="N",
    help="Number of worker processes.  [default: all cores]",
)
@guarded
def add(
    paths: tuple[str, ...], record: str, published: datetime.datetime | None, samples: bool, workers: int | None
) -> bool:
    """Read the articles in each PATH into the record, then merge: one contact, all its reports.

    PATH is what `isnad read` takes. Adding the same article again changes nothing; an article is written whole or not
    at all, so an interrupted run can simply be repeated. What cannot be read gets one line, and the rest goes on.

    \b
    Examples:
      isnad add --samples
      isnad add articles/ feed.xml --record syria.db
      isnad add news.jsonl.xz --record postgresql://me@server/isnad
      isnad contacts --record syria.db

    Exit status: 0 when the record holds what could be read, 1 when nothing could be read, 2 for a wrong command line.
    """
    if samples:
        from isnad.samples import folder

        paths = (*paths, str(folder()))
    if not paths:
        raise click.UsageError("no PATH given: give files or directories, - for standard input, or --samples")
    from isnad.sources import read_pages
    from isnad.store.record import Record

    day = published.date().isoformat() if published else None
    with Record(record) as opened:
        return _run(opened, _dated(read_pages(paths), day), workers)


@click.command(short_help="Read all articles of a record again, with this Isnad's lexicon.")
@record_option
@click.option(
    "--workers",
    type=click.IntRange(1, 1_000_000),
    default=None,
    metavar="N",
    help="Number of worker processes.  [default: all cores]",
)
@guarded
def reread(record: str, workers: int | None) -> bool:
    """Read the stored articles again where another lexicon read them, and merge anew. Verdicts of people stay.

    \b
    Example:
      isnad reread --record syria.db
    """
    from isnad.query.reader import Reader
    from isnad.store.record import Record

    Reader(record).close()
    with Record(record) as opened:
        return _run(opened, opened.stored(), workers)


def _run(opened: "Record", pages: "Iterable[Page | SourceError]", workers: int | None) -> bool:
    from isnad.cli.progress import progress
    from isnad.model import SourceError

    counts: Counter[str] = Counter()
    first, many = _peeked(pages)
    with progress(hidden=False) as advance:
        for outcome in opened.add(first, workers or (_cores() if many else 1)):
            if isinstance(outcome, SourceError):
                counts["errors"] += 1
                complain(outcome)
                continue
            counts[outcome.added] += 1
            advance(outcome.key)
    opened.merge()
    _orphans(opened.where)
    told = "  ".join(f"{name}: {counts[key]}" for key, name in _COUNTS.items() if counts[key] or key == "new")
    click.echo(f"{opened.where}  {told}")
    sys.stdout.flush()
    return any(counts[key] for key in _COUNTS if key != "errors")


def _orphans(record: str) -> None:
    """Say where reading again has left a verdict without its subject."""
    from isnad.query.reader import Reader
    from isnad.query.verdicts import decided

    with Reader(record) as reader:
        lost = sum(item.orphan for item in decided(reader))
    if lost:
        click.echo(f"isnad: {lost} verdicts no longer match anything in the record; see `isnad review list`", err=True)


_COUNTS = {
    "new": "new articles",
    "elsewhere": "printed elsewhere too",
    "again": "read again",
    "known": "known already",
    "errors": "unreadable",
}


def _dated(pages: "Iterable[Page | SourceError]", day: str | None) -> "Iterator[Page | SourceError]":
    import msgspec

    from isnad.model import SourceError

    for page in pages:
        if isinstance(page, SourceError) or page.date or day is None:
            yield page
        else:
            yield msgspec.structs.replace(page, date=day)


def _peeked(pages: "Iterable[Page | SourceError]") -> "tuple[Iterator[Page | SourceError], bool]":
    """The pages, and whether there are enough of them for processes to pay."""
    from itertools import chain, islice

    pages = iter(pages)
    first = list(islice(pages, _FEW))
    return chain(first, pages), len(first) == _FEW


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
