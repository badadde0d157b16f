"""What blocks for the terminal are made of.

Terminals turn Arabic by themselves, each in its own way, and a line that mixes scripts comes out shuffled. So English
blocks begin their lines in Latin script and close each Arabic part with a left-to-right mark, and Arabic blocks keep
their lines Arabic.
"""

import io
import os
import shutil
from collections.abc import Iterable
from typing import IO, Literal, NamedTuple

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from isnad.labels.terms import Labels

INDENT = 2
_WIDTH, _NARROWEST, _WIDEST = 100, 40, 120
LRM = "\u200e"

Row = tuple[str, Text]


class Screen(NamedTuple):
    """Columns of the output, and whether it shows colours."""

    width: int
    colour: bool


def screen(output: IO[bytes]) -> Screen:
    """What is known of the output: a terminal's own width and colours, a readable width for files and pipes."""
    terminal = output.isatty()
    known = terminal or "COLUMNS" in os.environ
    width = shutil.get_terminal_size((_WIDTH, 24)).columns if known else _WIDTH
    return Screen(max(_NARROWEST, min(width, _WIDEST)), terminal and "NO_COLOR" not in os.environ)


def printed(on: Screen, blocks: Iterable[RenderableType]) -> str:
    """The blocks one under the other as the screen shows them, without spaces at the ends of lines."""
    page = io.StringIO()
    system: Literal["standard"] | None = "standard" if on.colour else None
    console = Console(file=page, width=on.width, force_terminal=on.colour, color_system=system, highlight=False)
    for block in blocks:
        console.print(block)
    return "".join(line.rstrip() + "\n" for line in page.getvalue().splitlines())


def line(parts: Iterable[str], words: Labels) -> str:
    """Parts side by side; in a left-to-right line an Arabic part is closed, lest it turn what follows it."""
    close = LRM if words.direction == "ltr" else ""
    return "  ".join(part + close if words.foreign(part) else part for part in parts if part)


def grid(rows: Iterable[Row]) -> Table:
    """Labels and what they label."""
    made = Table.grid(padding=(0, INDENT, 0, 0))
    made.add_column(style="cyan", max_width=24)
    made.add_column()
    for label, value in rows:
        made.add_row(label, value)
    return made


def columns(heads: Iterable[str], rows: Iterable[Iterable[str | Text]], words: Labels) -> Table:
    """A table with a line of heads; each cell keeps one direction."""
    made = Table(*heads, box=None, padding=(0, INDENT, 0, 0), header_style="cyan", show_edge=False)
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else Text(line((cell,), words)) for cell in row))
    return made
