"""`isnad show`: one contact with all its witnesses."""

import sys
from typing import TYPE_CHECKING

import click

from isnad.cli.record.guard import guarded
from isnad.cli.record.options import lang_option, opened, record_option

if TYPE_CHECKING:
    from isnad.labels.terms import Lang


@click.command(short_help="Show a contact with all its reports.")
@click.argument("id_", metavar="ID")
@record_option
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl", "csv", "markdown"]), default="table", show_default=True
)
@lang_option
@guarded
def show(id_: str, record: str, form: str, lang: "Lang") -> bool:
    """Show a contact: its parties, days and sources, every report with its chain, and the readouts side by side.

    ID is the id of the contact, of one of its reports, one that it had before, or the beginning of any. csv gives one
    line a report.

    \b
    Examples:
      isnad show 85415aac
      isnad show 85415aac --lang ar --format markdown
    """
    import msgspec

    from isnad.model import RecordError
    from isnad.query.contacts import statements_of

    with opened(record) as reader:
        contact = reader.contact(id_)
        if contact is None:
            raise RecordError(
                record, f"no contact, or more than one, matches the id {id_!r}", "`isnad contacts` lists them"
            )
        if form == "jsonl":
            sys.stdout.buffer.write(msgspec.json.encode(contact) + b"\n")
            return True
        if form == "csv":
            from isnad.cli.record.rows import Row
            from isnad.cli.record.rows import show as listed
            from isnad.labels.record import interval

            heads = ("id", "article", "outlet", "day", "status", "words")
            rows = (
                Row(
                    (
                        r.contact,
                        r.article,
                        r.outlet or "",
                        interval(r.time.earliest, r.time.latest) if r.time else "",
                        r.status,
                        r.evidence.text,
                    ),
                    b"",
                )
                for r in contact.reports
            )
            return listed(heads, rows, "csv", lang, "")
        from isnad.cli.record.page import Heading, written
        from isnad.cli.record.told import facts, head, readouts, why, witnesses

        told = statements_of(reader, contact)
        blocks = [
            Heading(1, (*head(contact, lang), contact.id)),
            *facts(contact, lang),
            *witnesses(contact, lang),
            *readouts(contact, told, lang),
            *why(contact, lang),
        ]
        click.echo(written(blocks, "markdown" if form == "markdown" else "table", lang), nl=False)
        return True
