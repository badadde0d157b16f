"""`isnad read`: articles in, contacts out."""

import datetime
import errno
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

import click

from isnad.cli.complaint import complain
from isnad.cli.record.options import confidence_option

if TYPE_CHECKING:
    from isnad.cli.forms import FormName
    from isnad.labels.terms import Lang


class Shown(NamedTuple):
    """How readings are written."""

    name: "FormName"
    lang: "Lang"
    with_text: bool
    explain: bool
    confidence: float


@click.command(short_help="Read articles and print the contacts that they report.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format",
    "name",
    type=click.Choice(["table", "jsonl", "markdown"]),
    default="table",
    show_default=True,
    help="table for the terminal, jsonl for programs (one reading a line), markdown for a brief.",
)
@click.option(
    "--lang",
    type=click.Choice(["ar", "en"]),
    default="en",
    show_default=True,
    help="Language of table and markdown.",
)
@click.option("--with-text", is_flag=True, help="jsonl: put the stored text into each reading.")
@click.option("--explain", is_flag=True, help="table and markdown: say which rule read what from which words.")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day of publication of the articles that come without a date.",
)
@confidence_option
@click.option("--samples", is_flag=True, help="Read the sample articles that come with Isnad.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    default="-",
    metavar="FILE",
    help="Write to FILE.",
)
def read(
    paths: tuple[str, ...], published: datetime.datetime | None, samples: bool, output: Path, **shown: Any
) -> None:
    """Read the articles in each PATH and print the diplomatic contacts that they report.

    PATH is a file (.txt .md .html .jsonl, RSS or Atom; also inside .gz .xz .zip), a folder, a pattern, or - for
    standard input. What cannot be read gets one line on standard error, and the rest goes on.

    \b
    Examples:
      isnad read --samples
      isnad read --samples --lang ar --explain
      isnad read article.txt --published 2024-11-30
      isnad read folder/ --format jsonl --with-text -o readings.jsonl
      isnad read folder/ --min-confidence 0.9
      curl URL | isnad read - --format markdown

    Exit status: 0 when something was read, 1 when nothing could be read, 2 for a wrong command line.
    """
    from isnad.model import IsnadError

    if samples:
        from isnad.samples import folder

        paths = (*paths, str(folder()))
    if not paths:
        raise click.UsageError("no PATH: name files or folders, - for standard input, or --samples")
    day = published.date().isoformat() if published else None
    try:
        with _opened(output, paths) as file:
            count = _run(paths, day, file, Shown(**shown))
    except IsnadError as error:
        complain(error)
        count = 0
    except OSError as error:
        if error.errno != errno.EPIPE:
            raise
        # the reader of our output has seen enough; what is still in the buffer has nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        count = 1
    raise SystemExit(0 if count else 1)


def _opened(output: Path, paths: tuple[str, ...]) -> AbstractContextManager[IO[bytes]]:
    """The file to write to; one that cannot be opened, or that is also to be read, is a wrong command line."""
    if str(output) == "-":
        return nullcontext(sys.stdout.buffer)
    if output.exists() and any(Path(path).exists() and output.samefile(path) for path in paths):
        raise click.UsageError(f"{output} is to be read: name another file to write to")
    try:
        return output.open("wb")
    except OSError as error:
        raise click.UsageError(f"{output}: {error.strerror or error}") from error


def _run(paths: tuple[str, ...], published: str | None, output: IO[bytes], shown: Shown) -> int:
    """Read all, write all; the number of articles read."""
    from isnad.cli.batch import Tally, readings
    from isnad.cli.forms import form
    from isnad.cli.progress import progress
    from isnad.lexicon import load
    from isnad.model import SourceError

    lexicon, tally = load(), Tally()
    shape = form(shown.name, output, shown.lang, lexicon, explain=shown.explain)
    with progress(hidden=output.isatty()) as advance:
        for item in readings(paths, lexicon, published, with_text=shown.with_text, least=shown.confidence):
            if isinstance(item, SourceError):
                tally.errors += 1
                complain(item)
                continue
            article, reading = item
            tally.articles += 1
            tally.contacts += len(reading.contacts)
            output.write(shape.reading(reading, article.text))
            output.flush()
            advance(article.key)
    output.write(shape.end(tally))
    output.flush()
    return tally.articles
