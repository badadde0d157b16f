"""The page docs/constructions.md, made from resources/contacts/constructions.yml."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import msgspec

from isnad.lexicon.constructions import Construction, Frame, Slot
from isnad.lexicon.loading import load
from isnad.model import ContactKind

PAGE = Path(__file__).resolve().parent.parent / "docs" / "constructions.md"
HEAD = """# Constructions

Made by `make constructions` from `src/isnad/resources/contacts/constructions.yml`; change the data, not this page.

A construction is a predicate (a verb, a noun, or both) and the places around it. Each place has a marker: `subject`,
`object`, `genitive` (right behind a noun), or the preposition that stands before it. What fills the place gets the role
beside it; in brackets is what may fill it:

- person: somebody named, an office, a body that acts;
- human: a person, never a state or a place;
- side: these, or a bare state;
- place: a state, its capital or a city;
- envoy: an ambassador or chargé;
- body: an organisation whose session it is.

A test reads each example by its own construction, and reads no contact in its near miss.
"""
FORMS = {
    "verb": "verb", "finite": "verb, these forms only", "nouns": "noun", "first_person": "noun, with «my»",
    "participles": "participle", "masdars": "verbal noun",
}  # fmt: skip
CONDITIONS = {
    "within": "only behind", "needs": "only with", "unless": "not with", "not_after": "not right behind",
    "several": "several encounters",
}  # fmt: skip


def page(frames: Sequence[Frame]) -> str:
    """The page's text: the kinds in the order of the reading document, rows in the order of the file."""
    kinds = [kind for kind in get_args(ContactKind) if any(f.row.kind == kind for f in frames)]
    parts = [HEAD, *(part for kind in kinds for part in _kind(kind, [f for f in frames if f.row.kind == kind]))]
    return "\n".join(parts)


def _kind(kind: str, frames: Sequence[Frame]) -> Iterator[str]:
    yield f"## {kind}\n"
    yield from (_section(frame) for frame in frames)


def _section(frame: Frame) -> str:
    row = frame.row
    lines = [f"### {row.id}\n", "| | |", "| --- | --- |"]
    lines += [
        f"| {name} | {value} |" for name, value in (*_words(row, FORMS), *_slots(frame), *_words(row, CONDITIONS))
    ]
    if marks := [f.name for f in msgspec.structs.fields(row) if getattr(row, f.name) is True]:
        lines.append(f"| marks | {', '.join(marks)} |")
    if row.purpose:
        lines.append(f"| purpose | {row.purpose} |")
    lines += [f"| example | {row.example} |", f"| near miss | {row.not_} |", ""]
    return "\n".join(lines)


def _words(row: Construction, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The lists of a row that are not empty, each with the name that the page gives it."""
    for field, name in names.items():
        if words := getattr(row, field):
            yield name, "، ".join(words)


def _slots(frame: Frame) -> Iterator[tuple[str, str]]:
    # as the row spells them: the frame's markers are folded
    for marker, options in zip(frame.row.slots, frame.slots.values(), strict=True):
        yield marker, ", ".join(_slot(option) for option in options)


def _slot(slot: Slot) -> str:
    return f"{'not a party' if slot.role == 'none' else slot.role} ({slot.takes})"


def main() -> int:
    """Write the page; returns the exit status."""
    PAGE.write_text(page(load().frames), "utf-8")
    print(f"{PAGE.name}: {len(load().frames)} constructions", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
