"""A list in one of the four forms. A row has its cells for people and its document for programs."""

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from isnad.cli.record.options import FormName

if TYPE_CHECKING:
    from isnad.cli.labels import Lang


Heads = Sequence[str]
_WRAPPED = frozenset(
    {
        "parties",
        "title",
        "words",
        "said",
        "claims",
        "contacts",
        "names",
        "with_whom",
        "note",
        "chain",
        "speaker",
        "kinds",
    }
)
_IDS = frozenset({"id", "subject", "with"})
_SHORT, _LEAST, _DAY = 8, 24, 12


class Row(NamedTuple):
    """Cells in the order of the heads, and the document: JSON text or bytes."""

    cells: tuple[str, ...]
    document: str | bytes


def show(heads: Heads, rows: Iterable[Row], form: FormName, lang: "Lang", nothing: str) -> bool:
    """Write the rows; whether there were any. `nothing` is said, on standard error, where there were none.

    `heads` are keys of the labels: programs get them as they are, people in their language.
    """
    if form == "jsonl":
        found = False
        for row in rows:
            found = True
            document = row.document.encode() if isinstance(row.document, str) else row.document
            sys.stdout.buffer.write(document + b"\n")
        sys.stdout.buffer.flush()
    else:
        listed = list(rows)
        found = bool(listed)
        if found or form == "csv":
            click.echo(_written(heads, listed, form, lang), nl=False)
    if not found:
        click.echo(f"isnad: {nothing}", err=True)
    return found


def _written(heads: Heads, rows: list[Row], form: FormName, lang: "Lang") -> str:
    if form == "csv":
        page = io.StringIO()
        writer = csv.writer(page, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(row.cells for row in rows)
        return page.getvalue()
    from isnad.cli.record.words import record_labels

    named = [record_labels(lang).heads[head] for head in heads]
    if form == "markdown":
        lines = [" | ".join(named), " | ".join("---" for _ in named)]
        lines += [" | ".join(cell.replace("|", "\\|") for cell in row.cells) for row in rows]
        return "".join(f"| {line} |\n" for line in lines)
    return _table(heads, named, rows, lang)


def _table(heads: Heads, named: Sequence[str], rows: list[Row], lang: "Lang") -> str:
    """For the terminal: ids by their first characters, which every command understands; empty columns are left out."""
    from rich.table import Table
    from rich.text import Text

    from isnad.cli.blocks import line, printed, screen
    from isnad.cli.labels import labels

    words = labels(lang)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="cyan", show_edge=False)
    shown = [place for place, _ in enumerate(heads) if any(row.cells[place] for row in rows)]
    for place in shown:
        head = heads[place]
        least = _LEAST if head in _WRAPPED else max(len(named[place]), _DAY if head == "day" else 0)
        table.add_column(named[place], min_width=least, max_width=_DAY if head == "day" else None, overflow="fold")
    for row in rows:
        cells = [row.cells[place][:_SHORT] if heads[place] in _IDS else row.cells[place] for place in shown]
        # an interval breaks between its days
        cells = [
            cell.replace("..", ".. ") if heads[place] == "day" else cell
            for place, cell in zip(shown, cells, strict=True)
        ]
        table.add_row(*(Text(line((cell,), words)) for cell in cells))
    return printed(screen(sys.stdout.buffer), [table])
