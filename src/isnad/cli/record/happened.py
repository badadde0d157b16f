"""The events of a record, for `isnad events`, and `isnad positions`."""

from typing import TYPE_CHECKING, Any

import click

from isnad.cli.record.guard import guarded
from isnad.cli.record.options import FormName, format_option, lang_option, opened, record_option

if TYPE_CHECKING:
    from isnad.cli.record.rows import Row
    from isnad.labels.terms import Lang
    from isnad.model import RecordEvent

_NEWEST = 20
_HEADS = ("id", "day", "type", "status", "actors", "targets", "place", "numbers", "sources", "voice", "words")
_FEW = ("id", "day", "type", "actors", "targets", "place", "numbers", "sources", "words")
_POSITIONS = ("since", "type", "whom", "sources", "voice", "words")


@guarded
def listed(record: str, form: FormName, lang: "Lang", options: dict[str, Any]) -> bool:
    """List the events that `options` ask for; tables show the newest."""
    from isnad.cli.record.rows import show
    from isnad.labels.events import event_labels
    from isnad.model import RecordError
    from isnad.query.events import AskedEvents, count, events

    few = form in ("table", "markdown")
    days = {name: options[name].date().isoformat() if options[name] else None for name in ("since", "until")}
    newest = options["newest"] or (_NEWEST if few else None)
    phrases = event_labels(lang).phrases
    with opened(record) as reader:
        contact = options["contact"]
        if contact:
            found = reader.contact(contact)
            if found is None:
                raise RecordError(record, f"no contact with the id {contact!r}", "`isnad contacts` lists them")
            contact = found.id
        types = tuple(t.upper() for t in options["types"])
        asked = AskedEvents(**{**options, **days, "types": types, "contact": contact, "newest": newest})
        heads = _FEW if few else _HEADS
        shown = show(heads, (_row(e, lang, heads) for e in events(reader, asked)), form, lang, phrases["nothing"])
        total = count(reader, asked) if shown and newest else 0
    if newest and total > newest:
        click.echo(f"isnad: {newest} / {total}: {phrases['more']}", err=True)
    return shown


def _row(event: "RecordEvent", lang: "Lang", heads: tuple[str, ...]) -> "Row":
    import msgspec

    from isnad.cli.record.rows import Row
    from isnad.labels.events import event_view
    from isnad.labels.record import interval, side

    told = event_view(event, lang, side)
    cells = {
        **told._asdict(),
        "id": event.id,
        "day": interval(event.time.earliest, event.time.latest) if event.time else "",
        "sources": str(event.sources.independent),
        "since": event.bounds.earliest or "",
        "whom": told.targets,
    }
    return Row(tuple(cells[head] for head in heads), msgspec.json.encode(event))


@click.command(short_help="Show where a side stands: what it supports, rejects, demands, of whom.")
@click.argument("who")
@record_option
@click.option("--towards", metavar="NAME", help="Only towards this side: its code or part of a name.")
@format_option
@lang_option
@guarded
def positions(who: str, record: str, towards: str | None, form: FormName, lang: "Lang") -> bool:
    """List what WHO (a side's code or part of a name) supports, rejects, demands, threatens and agrees to, by day.

    \b
    Examples:
      isnad positions TUR
      isnad positions لافروف --towards SYR --lang ar
      isnad positions IRN --format csv > iran.csv
    """
    from isnad.cli.record.rows import show
    from isnad.labels.events import event_labels
    from isnad.query.events import POSITIONS, AskedEvents, events

    asked = AskedEvents(actors=(who,), targets=(towards,) if towards else (), types=POSITIONS)
    heads = _POSITIONS if form in ("table", "markdown") else ("id", *_POSITIONS)
    with opened(record) as reader:
        rows = (_row(e, lang, heads) for e in events(reader, asked))
        return show(heads, rows, form, lang, event_labels(lang).phrases["no_positions"])
