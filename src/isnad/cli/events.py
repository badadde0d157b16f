"""`isnad events`: who did what to whom, in articles or in a record."""

import datetime
from typing import TYPE_CHECKING, Any, cast

import click
import msgspec

from isnad.cli.record.options import gathered, record_option

if TYPE_CHECKING:
    from isnad.cli.record.options import FormName
    from isnad.labels.plain import SideName
    from isnad.labels.terms import Lang
    from isnad.model import Reading

_TYPES = (
    "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
_STATUSES = ("occurred", "ongoing", "standing", "announced", "promised", "called-for", "denied", "hypothetical")
_day = click.DateTime(["%Y-%m-%d"])
_OF_BOTH = (
    click.option(
        "--type", "types", multiple=True, type=click.Choice(_TYPES, case_sensitive=False), help="Type; repeat for any."
    ),
    click.option("--status", "statuses", multiple=True, type=click.Choice(_STATUSES), help="Status; repeat for any."),
)
_OF_RECORD = (
    click.option("--actor", "actors", multiple=True, metavar="NAME", help="Who acts: a side's code or part of a name."),
    click.option("--target", "targets", multiple=True, metavar="NAME", help="Whom it is done to, likewise."),
    click.option("--pair", nargs=2, metavar="A B", help="Two parties, whichever of them acts."),
    click.option("--place", metavar="WORD", help="Part of the place, as the articles write it."),
    click.option("--since", type=_day, metavar="YYYY-MM-DD", help="First day, inclusive."),
    click.option("--until", type=_day, metavar="YYYY-MM-DD", help="Last day, inclusive."),
    click.option(
        "--voice", type=click.Choice(["outlet", "attributed"]), help="Told by some outlet itself, or by others' words."
    ),
    click.option("--contact", metavar="ID", help="What was agreed, asked, … in this contact."),
    click.option("--outlet", metavar="NAME", help="Part of the name of an outlet that reports it."),
    click.option("--sources", type=click.IntRange(0, 1_000_000), default=0, metavar="N", help="At least N sources."),
    click.option("--conflicting", is_flag=True, help="Only events whose reports contradict each other."),
    click.option("--newest", type=click.IntRange(1, 1_000_000), metavar="N", help="The N newest.  [default: 20]"),
)


@click.command(short_help="Show who did what to whom, on whose word.")
@click.argument("paths", nargs=-1, metavar="[FILE]...")
@click.option(
    "--format",
    "name",
    type=click.Choice(["lines", "jsonl", "table", "csv", "markdown"]),
    default=None,
    help="Of files: lines to read, or jsonl. Of the record: table, jsonl, csv, markdown.  [default: lines, table]",
)
@click.option("--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True, help="Language.")
@click.option("--published", type=_day, metavar="YYYY-MM-DD", help="Publication date of articles that have none.")
@click.option("--samples", is_flag=True, help="Read the sample articles that come with Isnad.")
@record_option
@gathered("wanted", *_OF_BOTH)
@gathered("options", *_OF_RECORD)
def events(
    paths: tuple[str, ...],
    name: str | None,
    lang: "Lang",
    published: datetime.datetime | None,
    samples: bool,
    record: str,
    **given: Any,
) -> None:
    """List the events of each FILE: what was done beside the encounters, by whom, to whom, where, and who says so.

    FILE is what `isnad read` takes, - for standard input. Without FILE the events of the record are listed, each with
    the sources of all its reports. Types are PLOVER's.

    \b
    Examples:
      isnad events article.txt
      isnad events --samples --lang ar
      isnad events news.jsonl --type ASSAULT --type COERCE --format jsonl
      isnad events --record syria.db --actor SYR --since 2024-11-27 --place حلب
      isnad events --pair RUS TUR --type AGREE
      isnad events --conflicting --lang ar

    Exit status: 0 when something was read, 1 when nothing could be read or found, 2 for a wrong command line.
    """
    wanted, options = given["wanted"], given["options"]
    if samples:
        from isnad.samples import folder

        paths = (*paths, str(folder()))
    allowed = ("lines", "jsonl") if paths else ("table", "jsonl", "csv", "markdown")
    name = name or allowed[0]
    if name not in allowed:
        raise click.UsageError(f"--format {name} is not for {'files' if paths else 'a record'}: {', '.join(allowed)}")
    if not paths:
        from isnad.cli.record.happened import listed

        return listed(record, cast("FormName", name), lang, {**wanted, **options})
    if any(options.values()):
        raise click.UsageError("--actor, --target, --place, … query the record and cannot be combined with FILE")
    raise SystemExit(0 if _read(paths, name, lang, published.date().isoformat() if published else None, wanted) else 1)


def _read(paths: tuple[str, ...], name: str, lang: "Lang", day: str | None, wanted: dict[str, Any]) -> bool:
    from isnad.cli.batch import readings
    from isnad.cli.complaint import complain
    from isnad.cli.sides import side_names
    from isnad.lexicon import load
    from isnad.model import SourceError

    lexicon, any_ = load(), False
    sides = side_names(lexicon)
    for item in readings(paths, lexicon, day, with_text=False):
        if isinstance(item, SourceError):
            complain(item)
            continue
        any_ = True
        _, reading = item
        kept = tuple(
            e for e in reading.events if _fits(e.type, wanted["types"]) and _fits(e.status, wanted["statuses"])
        )
        reading = msgspec.structs.replace(reading, events=kept)
        if name == "jsonl":
            click.echo(msgspec.json.encode({"article": reading.article.key, "events": kept}))
        else:
            click.echo(lines(reading, lang, sides))
    return any_


def _fits(value: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or value in wanted


def lines(reading: "Reading", lang: "Lang", side_name: "SideName") -> str:
    """The events of a reading, for a person to read."""
    from isnad.labels.events import chain, event_labels, event_view
    from isnad.labels.plain import plain

    more = event_labels(lang)
    out = [f"== {plain(reading.article.key)}  {plain(reading.article.title)}"]
    for number, event in enumerate(reading.events, 1):
        told = event_view(event, lang, side_name)
        notes = [told.status, told.day, told.place, told.numbers, more.phrases["history"] if event.background else ""]
        targets = f" {more.phrases['arrow']} {told.targets}" if told.targets else ""
        out += [
            "",
            f"{number}. {told.actors or '—'} | {told.type}{targets}  [{', '.join(n for n in notes if n)}]",
            f"   «{told.words}»",
            f"   {told.voice}: {chain(event.chain, lang)}",
        ]
    if not reading.events:
        out += ["", f"   {more.phrases['nothing_read']}"]
    return "\n".join([*out, ""])
