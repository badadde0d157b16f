"""A page of headings and labelled lines, for the terminal or as Markdown."""

import sys
from collections.abc import Iterable
from typing import Literal, NamedTuple

from isnad.cli.markdown import set_in
from isnad.labels.terms import Lang, labels


class Heading(NamedTuple):
    """A heading; level 1 is the page's own."""

    level: int
    parts: tuple[str, ...]


class Field(NamedTuple):
    """A labelled line: what its label is, the parts of its text, and how deep it stands."""

    label: str
    parts: tuple[str, ...]
    depth: int = 0


Block = Heading | Field


def written(blocks: Iterable[Block], form: Literal["table", "markdown"], lang: Lang) -> str:
    """The page as text; every part keeps its own direction."""
    return _markdown(blocks, lang) if form == "markdown" else _terminal(blocks, lang)


def _markdown(blocks: Iterable[Block], lang: Lang) -> str:
    words, lines = labels(lang), []
    for block in blocks:
        parts = " · ".join(set_in(part, words) for part in block.parts if part)
        if isinstance(block, Heading):
            lines += ["", f"{'#' * block.level} {parts}", ""]
        else:
            label = f"{block.label}: " if block.label else ""
            lines.append(f"{'  ' * block.depth}- {label}{parts}")
    return "\n".join(lines).strip("\n") + "\n"


def _terminal(blocks: Iterable[Block], lang: Lang) -> str:
    from rich.console import RenderableType
    from rich.padding import Padding
    from rich.text import Text

    from isnad.cli.blocks import INDENT, grid, line, printed, screen

    words = labels(lang)
    out: list[RenderableType] = []
    rows: list[tuple[str, Text]] = []

    def flush() -> None:
        if rows:
            out.append(Padding(grid(rows), (0, 0, 0, INDENT)))
            rows.clear()

    for block in blocks:
        text = line(block.parts, words)
        if isinstance(block, Heading):
            flush()
            out += [*([""] if out and block.level <= 2 else []), Text(text, "bold" if block.level > 1 else "bold cyan")]
        else:
            rows.append((" " * block.depth + block.label, Text(text, "dim" if block.depth else "")))
    flush()
    return printed(screen(sys.stdout.buffer), out)
