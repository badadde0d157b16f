"""`isnad dates`: the time expressions of articles, and how each article was dated."""

import datetime
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from isnad.cli.blocks import Screen
    from isnad.labels.terms import Lang
    from isnad.model import Reading

# whose problems speak of days
_ROOMS = frozenset({"when", "dating", "actors"})


@click.command(short_help="Show the time expressions of articles and how they were dated.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Publication date of articles that have none.",
)
@click.option("--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True, help="Language of the table.")
@click.option("--format", "name", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
def dates(paths: tuple[str, ...], published: datetime.datetime | None, lang: "Lang", name: str) -> None:
    """List the time expressions of the articles in each PATH, and argue for the day of publication step by step.

    PATH is whatever `isnad read` takes, - for standard input too. Each expression comes with its TIMEX3 value, the
    first and last day that it can mean (unknown days stay unknown) and the rule that read it. Each step of the argument
    says what was seen, by which rule, and which days it leaves; what contradicts it is told as a problem.

    \b
    Examples:
      isnad dates article.txt
      isnad dates article.txt --published 2024-11-30
      isnad dates folder/ --format jsonl

    Exit status: 0 when something was read, 1 when nothing could be read, 2 for a wrong command line.
    """
    import msgspec

    from isnad.cli.batch import readings
    from isnad.cli.blocks import screen
    from isnad.cli.complaint import complain
    from isnad.lexicon import load
    from isnad.model import SourceError

    day = published.date().isoformat() if published else None
    count, on = 0, screen(sys.stdout.buffer)
    for item in readings(paths, load(), day, with_text=False):
        if isinstance(item, SourceError):
            complain(item)
            continue
        count += 1
        reading = item[1]
        if name == "jsonl":
            article, problems = reading.article, [p for p in reading.problems if p.room in _ROOMS]
            told = {"article": article.key, "published": article.published, "times": reading.times}
            click.echo(msgspec.json.encode({**told, "problems": problems}))
        else:
            click.echo(_block(reading, lang, on), nl=False)
    raise SystemExit(0 if count else 1)


def _block(reading: "Reading", lang: "Lang", on: "Screen") -> str:
    from rich.console import RenderableType
    from rich.padding import Padding
    from rich.text import Text

    from isnad.cli.blocks import INDENT, columns, grid, line, printed
    from isnad.cli.explain import dating
    from isnad.cli.table import notes
    from isnad.labels.plain import plain
    from isnad.labels.terms import labels

    words, article = labels(lang), reading.article
    days = words.days(article.published.earliest, article.published.latest) if article.published else None
    told = f"{words.fields['published']}: {days}" if days else words.phrases["published_unknown"]
    heads = (words.fields[head] for head in ("words", "value", "days", "rule"))
    rows = [
        (plain(t.text), t.value or "", words.days(t.earliest, t.latest) or words.phrases["day_unknown"], t.rule)
        for t in reading.times
    ]
    blocks: list[RenderableType] = [
        Text(plain(article.title) or words.phrases["untitled"], "bold"),
        Text(line((plain(article.key), told), words), "dim"),
        Padding(columns(heads, rows, words) if rows else Text(words.phrases["no_times"], "dim"), (1, 0, 0, INDENT)),
    ]
    if argument := dating(reading, words):
        blocks.append(Padding(grid(notes(argument, words)), (1, 0, 0, INDENT)))
    return printed(on, [*blocks, ""])
