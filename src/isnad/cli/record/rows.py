"""A list in one of the four forms. A row has its cells for people and its document for programs."""

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from isnad.cli.record.options import FormName

if TYPE_CHECKING:
    from isnad.labels.terms import Lang


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
        "actors",
        "targets",
        "whom",
    }
)
_IDS = frozenset({"id", "subject", "with"})
_SHORT, _LEAST, _GAP = 8, 20, 2


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
    from isnad.labels.record import record_labels

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

    from isnad.cli.blocks import grid, line, printed, screen
    from isnad.labels.terms import labels

    words, on = labels(lang), screen(sys.stdout.buffer)
    shown = [place for place, _ in enumerate(heads) if any(row.cells[place] for row in rows)]
    cells = [[_cell(heads[place], row.cells[place]) for place in shown] for row in rows]
    least = [_least(heads[place], named[place], [row[n] for row in cells]) for n, place in enumerate(shown)]
    if sum(least) + _GAP * len(least) > on.width:
        # too narrow for a table: one block a row
        blocks = (
            grid([(named[p], Text(line((c,), words))) for p, c in zip(shown, row, strict=True) if c]) for row in cells
        )
        return printed(on, [part for block in blocks for part in (block, "")])
    table = Table(box=None, padding=(0, _GAP, 0, 0), header_style="cyan", show_edge=False)
    for place, width in zip(shown, least, strict=True):
        table.add_column(named[place], min_width=width, overflow="fold")
    for row in cells:
        table.add_row(*(Text(line((cell,), words)) for cell in row))
    return printed(on, [table])


def _cell(head: str, cell: str) -> str:
    """An id by its first characters; an interval breaks between its days."""
    return cell[:_SHORT] if head in _IDS else cell.replace("..", ".. ") if head == "day" else cell


def _least(head: str, name: str, cells: Sequence[str]) -> int:
    """The width below which a column is no use: that of its longest word, or enough for a line of names."""
    longest = max((len(word) for cell in cells for word in cell.split()), default=0)
    full = max((len(cell) for cell in cells), default=0)
    return max(len(name), min(full, _LEAST if head in _WRAPPED else longest))
