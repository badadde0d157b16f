"""Where the title stands in a text that does not say so, and the section label above it."""

from collections.abc import Sequence

from isnad.clean.lines import HEADLINE, Line, begins_with_verb, is_prose
from isnad.clean.rules import rules
from isnad.clean.view import View
from isnad.model import Zone

LABEL_WORDS, LABEL_LENGTH = 4, 32
_LOOK = 6


def title_zones(text: str, found: Sequence[Line]) -> tuple[Zone, ...]:
    """The title of a plain text and the section label above it: the first line that reads as a headline.

    Empty where the first line is prose already, or nothing follows it.
    """
    plain = [line for line in found[:_LOOK] if not _is_residue(text, line)]
    if len(plain) < 2:
        return ()
    first, second, *rest = plain
    if rest and _is_label(first.of(text)) and _stands_over(text, second, rest[0]) and first.end < second.start:
        return Zone("section", *first[:2]), Zone("title", *second[:2])
    return (Zone("title", *first[:2]),) if _stands_over(text, first, second) else ()


def _is_residue(text: str, line: Line) -> bool:
    view = View(text, line.start, line.end)
    return any(rules(at).read(view) for at in ("line", "edge", "start"))


def _is_label(label: str) -> bool:
    few = len(label.split()) <= LABEL_WORDS and len(label) <= LABEL_LENGTH
    return few and not begins_with_verb(label) and not any(mark in label for mark in '.!?؟:؛"”“«»…')


def _stands_over(text: str, line: Line, below: Line) -> bool:
    """Whether the line is short, without a full stop, of several words, and the one below does not read shorter."""
    words = line.of(text)
    if len(words) > HEADLINE + 30 or len(words.split()) < 2:
        return False
    closed = words.rstrip("\"”»“″') ")
    if closed.endswith(".") and not closed.endswith(".."):
        return False
    return below.end - below.start > len(words) or is_prose(below.of(text)) or not is_prose(words)
