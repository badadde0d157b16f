"""The tables of the model card, written between its marks."""

from collections.abc import Iterable, Sequence
from pathlib import Path


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def fill(path: Path, name: str, text: str) -> None:
    """Put text between `<!-- NAME -->` and `<!-- end of NAME -->`. Raises ValueError where the marks are not there."""
    first, last = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    page = path.read_text("utf-8")
    start = page.index(first) + len(first)
    path.write_text(page[:start] + text + "\n" + page[page.index(last, start) :], "utf-8")
