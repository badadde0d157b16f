"""The three forms of output: JSON Lines for programs, a table for the terminal, a Markdown brief; functions to bytes"""

from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Literal, NamedTuple

import msgspec

from isnad.cli.batch import Tally
from isnad.labels.terms import Lang, labels
from isnad.model import Reading

if TYPE_CHECKING:
    from isnad.lexicon import Lexicon

FormName = Literal["table", "jsonl", "markdown"]


class Form(NamedTuple):
    """How one reading (with its article's stored text) is written, and what stands at the end of all."""

    reading: Callable[[Reading, str], bytes]
    end: Callable[[Tally], bytes]


JSONL = Form(lambda reading, text: msgspec.json.encode(reading) + b"\n", lambda tally: b"")


def form(name: FormName, output: IO[bytes], lang: Lang, lexicon: "Lexicon", *, explain: bool) -> Form:
    """The form of that name; the table takes its width and colours from `output` where that is a terminal."""
    if name == "jsonl":
        return JSONL
    from isnad.cli import markdown, table
    from isnad.cli.explain import slots
    from isnad.cli.sides import side_names
    from isnad.cli.view import view

    words, names = labels(lang), side_names(lexicon)
    screen, explained = table.screen(output), slots(lexicon) if explain else None

    def reading_(reading: Reading, text: str) -> bytes:
        shown = view(reading, text, lang, names, explain=explained)
        written = markdown.article(shown, words) if name == "markdown" else table.article(shown, words, screen)
        return written.encode(errors="replace")

    def end(tally: Tally) -> bytes:
        counts = "  ".join(f"{words.counts[count]}: {getattr(tally, count)}" for count in tally.__struct_fields__)
        return (f"---\n\n{counts}\n" if name == "markdown" else f"{counts}\n").encode()

    return Form(reading_, end)
