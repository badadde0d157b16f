"""`isnad statements`: who said what, and on whose word."""

import datetime
from typing import TYPE_CHECKING, Any, cast

import click
import msgspec

from isnad.cli.record.options import confidence_option, record_option

if TYPE_CHECKING:
    from isnad.cli.record.options import FormName
    from isnad.labels.plain import SideName
    from isnad.labels.said import SaidView
    from isnad.labels.terms import Lang
    from isnad.model import Reading


@click.command(short_help="Show who said what, with the chain of sources.")
@click.argument("paths", nargs=-1, metavar="[FILE]...")
@click.option(
    "--format",
    "name",
    type=click.Choice(["lines", "jsonl", "citron", "annotations", "table", "csv", "markdown"]),
    default=None,
    help="Of files: lines to read, or a JSON document an article: jsonl (our own), citron, annotations (W3C). "
    "Of the record: table, jsonl, csv, markdown.  [default: lines, table]",
)
@click.option("--lang", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="Language of the lines.")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Publication date of articles that have none.",
)
@click.option("--samples", is_flag=True, help="Read the sample articles that come with Isnad.")
@record_option
@click.option("--speaker", metavar="NAME", help="Of the record: id or part of the speaker's name.")
@click.option("--side", metavar="CODE", help="Of the record: the speaker's side.")
@click.option("--contact", metavar="ID", help="Of the record: what was said in this contact.")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Of the record: published since."
)
@click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Of the record: published until."
)
@confidence_option
def statements(
    paths: tuple[str, ...],
    name: str | None,
    lang: "Lang",
    published: datetime.datetime | None,
    samples: bool,
    record: str,
    **options: Any,
) -> None:
    """List the statements of each FILE: the speaker, the verb, the words, and through whom they came.

    The chain is drawn from the outlet to the speaker. FILE is what `isnad read` takes, - for standard input. Without
    FILE the statements of the record are listed.

    \b
    Examples:
      isnad statements article.txt
      isnad statements --samples --lang en
      isnad statements news.jsonl --format citron > quotes.jsonl
      isnad statements --record syria.db --speaker لافروف --since 2024-11-30
      isnad statements --contact 85415aac --format csv
      isnad statements article.txt --min-confidence 0.8

    Exit status: 0 when something was read, 1 when nothing could be read, 2 for a wrong command line.
    """
    from isnad.cli.batch import readings
    from isnad.cli.complaint import complain
    from isnad.cli.sides import side_names
    from isnad.lexicon import load
    from isnad.model import SourceError

    if samples:
        from isnad.samples import folder

        paths = (*paths, str(folder()))
    asked = any(value for option, value in options.items() if option != "confidence")
    recorded = not paths and (asked or _exists(record))
    allowed = ("table", "jsonl", "csv", "markdown") if recorded else ("lines", "jsonl", "citron", "annotations")
    name = name or allowed[0]
    if name not in allowed:
        raise click.UsageError(
            f"--format {name} is not for {'a record' if recorded else 'files'}: {', '.join(allowed)}"
        )
    if recorded:
        from isnad.cli.record.said import listed

        return listed(record, cast("FormName", name), lang, options)
    if paths and asked:
        raise click.UsageError(
            "--speaker, --side, --contact, --since and --until query the record and cannot be combined with FILE"
        )
    if not paths:
        raise click.UsageError(
            "no FILE given and no record found: give files or directories, - for standard input, or --samples"
        )
    day = published.date().isoformat() if published else None
    lexicon, count = load(), 0
    sides = side_names(lexicon)
    for item in readings(paths, lexicon, day, with_text=False, least=options["confidence"]):
        if isinstance(item, SourceError):
            complain(item)
            continue
        count += 1
        article, reading = item
        click.echo(_shown(name, reading, article.text, lang, sides))
    raise SystemExit(0 if count else 1)


def _exists(record: str) -> bool:
    from pathlib import Path

    return "://" in record or Path(record).is_file()


def _shown(name: str, reading: "Reading", text: str, lang: "Lang", side_name: "SideName") -> str | bytes:
    from isnad.export import annotations, citron

    if name == "citron":
        return msgspec.json.encode(citron(reading, text))
    if name == "annotations":
        return msgspec.json.encode(annotations(reading, text))
    if name == "jsonl":
        told = {"article": reading.article.key, "statements": reading.statements, "namings": reading.namings}
        return msgspec.json.encode(told)
    return lines(reading, text, lang, side_name)


def lines(reading: "Reading", text: str, lang: "Lang", side_name: "SideName") -> str:
    """The statements and the loaded names of a reading, for a person to read."""
    from isnad.labels.plain import plain
    from isnad.labels.said import labels, met, said

    words = labels(lang)
    contacts = {c.id: met(c, lang, side_name) for c in reading.contacts}
    out = [f"== {plain(reading.article.key)}  {plain(reading.article.title)}"]
    for number, s in enumerate(reading.statements, 1):
        out += ["", *_statement(number, said(s, lang, side_name))]
        if s.contacts:
            out.append(f"   {words.phrases['belongs']}: {'; '.join(contacts[id_] for id_ in s.contacts)}")
    if not reading.statements:
        out += ["", f"   {words.phrases['nothing']}"]
    if reading.namings:
        out += ["", f"   {words.phrases['namings']}:"]
        for n in reading.namings:
            by = f" ({plain(n.by)})" if n.by else ""
            out.append(f"   - «{plain(n.text)}»  {words.stances[n.stance]}, {words.voices[n.voice]}{by}")
    return "\n".join([*out, ""])


def _statement(number: int, told: "SaidView") -> list[str]:
    cue = f" | {told.cue}" if told.cue else ""
    return [f"{number}. {told.who}{cue}  [{', '.join(told.notes)}]", f"   «{told.words}»", f"   {told.chain}"]
