"""`isnad contacts`: the contacts of a record."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from isnad.cli.record.guard import guarded
from isnad.cli.record.options import FormName, asked, asked_options, format_option, lang_option, opened, record_option

if TYPE_CHECKING:
    from isnad.cli.record.rows import Row
    from isnad.labels.terms import Lang
    from isnad.model import RecordContact

HEADS = ("id", "day", "kind", "status", "parties", "place", "sources", "articles", "conflicts")
_NEWEST = 20


@click.command(short_help="List the contacts of a record.")
@record_option
@asked_options
@click.option("--conflicting", is_flag=True, help="Only contacts whose reports contradict each other.")
@click.option("--story", metavar="ID", help="Only contacts of this story.")
@click.option(
    "--newest", type=click.IntRange(1, 1_000_000), metavar="N", help=f"The N newest.  [default: {_NEWEST} in a table]"
)
@format_option
@lang_option
@guarded
def contacts(record: str, form: FormName, lang: "Lang", newest: int | None, **options: Any) -> bool:
    """List contacts in the order of their days: who, by what channel, on how many independent sources.

    Days not stated in any report stay empty; such a contact is found by the day of its news.

    \b
    Examples:
      isnad contacts
      isnad contacts --pair RUS TUR --since 2024-11-01 --kind call
      isnad contacts --actor لافروف --topic سوريا --lang ar
      isnad contacts --sources 2 --format csv > contacts.csv
      isnad contacts --min-confidence 0.9 --since 2024-11-30
      isnad contacts --format jsonl

    Exit status: 0 when something was found, 1 when nothing was, 2 for a wrong command line.
    """
    from isnad.query import contacts as query

    newest = newest or (_NEWEST if form in ("table", "markdown") else None)
    question = asked({**options, "newest": newest})
    with opened(record) as reader:
        if form == "jsonl":
            return _documents(query.documents(reader, question))
        from isnad.cli.record.rows import show
        from isnad.labels.record import record_labels

        rows = (row(contact, lang, codes=form == "csv") for contact in query.contacts(reader, question))
        phrases = record_labels(lang).phrases
        found = show(HEADS, rows, form, lang, phrases["nothing"])
        total = query.count(reader, question) if found and newest else 0
        if newest and total > newest:
            click.echo(f"isnad: {newest} / {total}: {phrases['more']}", err=True)
        return found


def _documents(found: Iterator[str]) -> bool:
    any_ = False
    for document in found:
        any_ = True
        sys.stdout.buffer.write(document.encode() + b"\n")
    sys.stdout.buffer.flush()
    if not any_:
        click.echo("isnad: no matching contacts", err=True)
    return any_


def row(contact: "RecordContact", lang: "Lang", *, codes: bool = False) -> "Row":
    """A contact as a row of the list; with `codes` in the contract's own words."""
    import msgspec

    from isnad.cli.record.rows import Row
    from isnad.labels.plain import plain
    from isnad.labels.record import iso_days, parties, record_labels
    from isnad.labels.terms import labels

    words, record_words = labels(lang), record_labels(lang)
    conflicts = record_words.phrases["separator"].join(
        c.field if codes else record_words.conflicts[c.field] for c in contact.conflicts
    )
    cells = (
        contact.id,
        iso_days(contact),
        contact.kind if codes else words.kinds[contact.kind],
        contact.status if codes else words.statuses[contact.status],
        parties(contact, lang),
        plain(contact.place),
        str(contact.sources.independent),
        str(contact.sources.articles),
        conflicts,
    )
    return Row(cells, msgspec.json.encode(contact))
