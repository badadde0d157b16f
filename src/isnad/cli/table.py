"""A reading as a block for the terminal.

Terminals turn Arabic by themselves, each in its own way, and a line that mixes scripts comes out shuffled. So the
English table begins its lines in Latin script and closes each Arabic part with a left-to-right mark, and the Arabic
table keeps its lines Arabic.
"""

import io
import os
import shutil
from typing import IO, Literal, NamedTuple

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from isnad.cli.explain import Note
from isnad.cli.labels import Labels
from isnad.cli.view import ArticleView, ContactView, plain

_WIDTH, _NARROWEST, _WIDEST, _INDENT = 100, 40, 120, 2
_STYLES = {"held": "green", "ongoing": "green", "planned": "yellow", "proposed": "yellow"}
_UNREAL = "red"
LRM = "\u200e"


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


def article(shown: ArticleView, words: Labels, on: Screen) -> str:
    """The block of one article: heading, its contacts, and why, where that was asked for; ends with a blank line."""
    page = io.StringIO()
    system: Literal["standard"] | None = "standard" if on.colour else None
    console = Console(file=page, width=on.width, force_terminal=on.colour, color_system=system, highlight=False)
    console.print(Text(shown.title, "bold"))
    outlet_last = (shown.key, shown.published, shown.outlet)
    console.print(Text(_line(outlet_last if words.direction == "ltr" else outlet_last[::-1], words), "dim"))
    for contact in shown.contacts:
        console.print(Padding(_contact(contact, words), (1, 0, 0, _INDENT)))
    if not shown.contacts:
        console.print(Padding(Text(words.phrases["no_contacts"], "dim"), (0, 0, 0, _INDENT)))
    if shown.notes:
        console.print(Padding(_grid(_notes(shown.notes, words)), (1, 0, 0, _INDENT)))
    console.print()
    return "".join(line.rstrip() + "\n" for line in page.getvalue().splitlines())


Row = tuple[str, Text]


def _contact(contact: ContactView, words: Labels) -> Group:
    style = _STYLES.get(contact.status_key, _UNREAL)
    head = Text(_line((contact.day, contact.kind), words) + "  ", "bold")
    head.append(contact.status, style)
    head.append("".join(f"  ({flag})" for flag in contact.flags), "dim")
    rows: list[Row] = [
        (party.side, Text(_line((party.name, party.office, party.role), words))) for party in contact.parties
    ]
    fields = (("place", contact.place), ("topics", " · ".join(contact.topics)), ("words", f"«{contact.words}»"))
    rows += [(words.fields[name], Text(_line((value,), words))) for name, value in fields if value]
    return Group(head, Padding(_grid(rows + _notes(contact.notes, words)), (0, 0, 0, _INDENT)))


def _notes(notes: tuple[Note, ...], words: Labels) -> list[Row]:
    return [(note.label, Text(_line(_parts(note, words), words), "dim")) for note in notes]


def _parts(note: Note, words: Labels) -> tuple[str, ...]:
    says = tuple(plain(word) for word in note.says)
    quoted = (f"«{plain(note.words)}»",) if note.words else ()
    where = (f"[{note.span[0]}:{note.span[1]}]",) if note.span else ()
    return (*says, *quoted, *where) if words.direction == "ltr" else (*quoted, *says, *where)


def _line(parts: tuple[str, ...], words: Labels) -> str:
    """Parts side by side; in a left-to-right line an Arabic part is closed, lest it turn what follows it."""
    close = LRM if words.direction == "ltr" else ""
    return "  ".join(part + close if words.foreign(part) else part for part in parts if part)


def _grid(rows: list[Row]) -> Table:
    grid = Table.grid(padding=(0, _INDENT, 0, 0))
    grid.add_column(style="cyan", max_width=24)
    grid.add_column()
    for label, value in rows:
        grid.add_row(label, value)
    return grid
