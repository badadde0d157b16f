"""Where the title stands in a text that does not say so, and the section label above it."""

from collections.abc import Sequence

from isnad.clean.lines import HEADLINE, JOINT, Line, begins_with_verb, is_prose, trim
from isnad.clean.rules import rules
from isnad.clean.view import View
from isnad.model import Zone

LABEL_WORDS, LABEL_LENGTH = 4, 32
_LOOK = 6


def title_zones(text: str, found: Sequence[Line]) -> tuple[Zone, ...]:
    """The title of a plain text and the section label above it: the first line that reads as a headline.

    Empty where the first line is prose already, or nothing follows it.
    """
    plain = [line for line in (_words(text, line) for line in found[:_LOOK]) if line is not None]
    if len(plain) < 2:
        return ()
    first, second, *rest = plain
    if rest and _is_label(first.of(text)) and _is_under(text, first, second) and _stands_over(text, second, rest[0]):
        return Zone("section", *first[:2]), Zone("title", *second[:2])
    return (Zone("title", *first[:2]),) if _stands_over(text, first, second) else ()


def _words(text: str, line: Line) -> Line | None:
    """The line without a stamp before its words; None where it is wholly a stamp, a byline, a dateline or a button."""
    view = View(text, line.start, line.end)
    if any(rules(at).read(view) for at in ("line", "edge")):
        return None
    hit = rules("opening").read(view)
    if hit is None:
        return line
    start, end = trim(text, hit.end, line.end)
    if start >= end:
        return None
    if hit.rule.zone != "stamp":
        return line
    joint = JOINT.search(text, start, end)
    return Line(start, joint.start() if joint else end, line.after_gap)


def _is_under(text: str, label: Line, line: Line) -> bool:
    """Whether the line under a label is longer than it, and more than a name."""
    return line.end - line.start > label.end - label.start and len(line.of(text).split()) > LABEL_WORDS - 1


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
