"""A reading as a block for the terminal."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from isnad.cli.blocks import INDENT, LRM, Row, Screen, grid, line, printed, screen
from isnad.cli.explain import Note
from isnad.cli.view import ArticleView, ContactView
from isnad.labels.plain import plain
from isnad.labels.terms import Labels

_STYLES = {"held": "green", "ongoing": "green", "planned": "yellow", "proposed": "yellow"}
_UNREAL = "red"


def article(shown: ArticleView, words: Labels, on: Screen) -> str:
    """The block of one article: heading, its contacts, and why, where that was asked for; ends with a blank line."""
    outlet_last = (shown.key, shown.published, shown.outlet)
    heading = line(outlet_last if words.direction == "ltr" else outlet_last[::-1], words)
    blocks: list[RenderableType] = [Text(shown.title, "bold"), Text(heading, "dim")]
    blocks += [Padding(_contact(contact, words), (1, 0, 0, INDENT)) for contact in shown.contacts]
    if not shown.contacts:
        blocks.append(Padding(Text(words.phrases["no_contacts"], "dim"), (0, 0, 0, INDENT)))
    if shown.notes:
        blocks.append(Padding(grid(notes(shown.notes, words)), (1, 0, 0, INDENT)))
    return printed(on, [*blocks, ""])


def _contact(contact: ContactView, words: Labels) -> Group:
    style = _STYLES.get(contact.status_key, _UNREAL)
    head = Text(line((contact.day, contact.kind), words) + "  ", "bold")
    head.append(contact.status, style)
    head.append("".join(f"  ({flag})" for flag in contact.flags), "dim")
    rows: list[Row] = [
        (party.side, Text(line((party.name, party.office, party.role), words))) for party in contact.parties
    ]
    fields = (("place", contact.place), ("topics", " · ".join(contact.topics)), ("words", f"«{contact.words}»"))
    rows += [(words.fields[name], Text(line((value,), words))) for name, value in fields if value]
    for told in contact.said:
        rows.append((words.fields["said"], Text(line((told.who, told.cue, f"«{told.words}»"), words))))
        rows.append(("", Text(line((told.chain, *told.around), words), "dim")))
    return Group(head, Padding(grid(rows + notes(contact.notes, words)), (0, 0, 0, INDENT)))


def notes(said: tuple[Note, ...], words: Labels) -> list[Row]:
    """Reasons as rows: what was made of which words, where."""
    return [(note.label, Text(line(_parts(note, words), words), "dim")) for note in said]


def _parts(note: Note, words: Labels) -> tuple[str, ...]:
    says = tuple(plain(word) for word in note.says)
    quoted = (f"«{plain(note.words)}»",) if note.words else ()
    where = (f"[{note.span[0]}:{note.span[1]}]",) if note.span else ()
    return (*says, *quoted, *where) if words.direction == "ltr" else (*quoted, *says, *where)


__all__ = ["LRM", "Screen", "article", "notes", "screen"]
