"""The lines of a text without the blanks around them, and how they read: as a headline or as prose."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from isnad.arabic.clitics import JOINS
from isnad.arabic.fold import INVISIBLE, fold_word
from isnad.clean.patterns import compiled, named
from isnad.lexicon.clean import load

HEADLINE = 170
# where blocks of a page were run together into one line
JOINT = re.compile(r"[ \t\u00a0]{3,}+")
_TRIM = " \t\r\f\v\u00a0\u1680\u2028\u2029\u202f\u3000\x1c\x1d\x1e\x85" + "".join(map(chr, range(0x2000, 0x200B)))
_HIDDEN = "".join(chr(c) for c in range(0xAD, 0xFF00) if re.match(f"[{INVISIBLE}]", chr(c)))
_BLANKS = _TRIM + _HIDDEN + "\x1f"


class Line(NamedTuple):
    """A line that is not blank: its span without the blanks at its ends, and whether a blank line stands before it."""

    start: int
    end: int
    after_gap: bool

    def of(self, text: str) -> str:
        """The line's characters."""
        return text[self.start : self.end]


def lines(text: str, start: int = 0) -> Iterator[Line]:
    """The lines that hold something, in order."""
    gap = False
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        raw = text[start:end]
        bare = raw.lstrip(_BLANKS)
        if bare:
            first = start + len(raw) - len(bare)
            yield Line(first, first + len(bare.rstrip(_BLANKS)), gap)
        gap = not bare
        start = end + 1


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the blanks at its ends; empty where there is nothing else."""
    raw = text[start:end]
    bare = raw.lstrip(_BLANKS + "\n")
    first = end - len(bare)
    return first, first + len(bare.rstrip(_BLANKS + "\n"))


@cache
def _carries_on() -> re.Pattern[str]:
    words = named(load().words)
    joins = "".join(JOINS)
    source = f"(?:(?:[{joins}])?{words['lede_verb']}|{words['connective']}){words['gap']}"
    return compiled(source, "connective", "words.yml")


def is_prose(text: str) -> bool:
    """Whether a line reads as a sentence of a report: long, closed by a full stop, or carrying a story on."""
    if len(text) > HEADLINE:
        return True
    closed = text.rstrip("\"”»“″') ]")
    if closed.endswith(".") and not closed.endswith(".."):
        return True
    return _carries_on().match(fold_word(text[:60])) is not None


def is_headline(text: str) -> bool:
    """Whether a line can be a headline: some words, no full stop, no word that carries a story on."""
    return len(text.split()) > 2 and not is_prose(text)


def begins_with_verb(text: str) -> bool:
    """Whether the first word is a verb that opens a report."""
    words = text.split(None, 1)
    return bool(words) and fold_word(words[0]) in _verbs()


@cache
def _verbs() -> frozenset[str]:
    return frozenset(fold_word(verb) for verb in load().words["lede_verb"])
