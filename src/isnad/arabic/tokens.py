"""Tokens and sentences. Offsets are code points of the stored text, end exclusive."""

import re
from itertools import accumulate, compress, pairwise

from isnad.arabic.fold import INVISIBLE, MARKS, TATWEEL, fold_word

# no mark is among them, or a token could have an empty form
_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\ufb50-\ufc5d\ufc64-\ufcf1\ufcf5-\ufd3d\ufd50-\ufdff\ufe80-\ufefc"
)
# a word, a number, a Latin word, a mark; «#ريك_مشار» reads as its words
_TOKEN = re.compile(
    rf"([{_LETTERS}][{_LETTERS}{MARKS}{TATWEEL}]*(?:[{INVISIBLE}]+[{_LETTERS}{MARKS}{TATWEEL}]+)*"
    r"|[0-9\u0660-\u0669\u06f0-\u06f9]+"
    r"|[A-Za-z\u00c0-\u024f]+(?:['’.-][A-Za-z\u00c0-\u024f]+)*"
    rf"|\n|[^\s{MARKS}{INVISIBLE}{TATWEEL}#_])"
)
_STOPS = frozenset(".!?؟\n…")
_SMALL = 2


class Tokens:
    """The tokens of one text as parallel lists: where each stands and its folded form. Read only.

    `breaks` holds the token indices at which sentences begin, and the number of tokens at its end: sentence k is
    `range(breaks[k], breaks[k + 1])`. A newline is a token of its own and closes its sentence.
    """

    __slots__ = ("breaks", "ends", "forms", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        # what lies between two tokens, and a token, in turn
        parts = _TOKEN.split(text)
        edges = list(accumulate(map(len, parts)))
        self.starts, self.ends = edges[:-1:2], edges[1::2]
        self.forms = list(map(fold_word, parts[1::2]))
        self.breaks = _breaks(self)

    def __len__(self) -> int:
        return len(self.forms)

    def words(self, first: int, last: int) -> str:
        """The stored characters from token `first` up to, not including, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def sentences(self) -> list[range]:
        """Token ranges, one a sentence, in order; together they cover all tokens."""
        return [range(a, b) for a, b in pairwise(self.breaks)]


def _breaks(tokens: Tokens) -> list[int]:
    forms, starts, ends = tokens.forms, tokens.starts, tokens.ends
    out, count = [0], len(forms)
    for at in compress(range(count), map(_STOPS.__contains__, forms)):
        form = forms[at]
        if at + 1 >= count:
            continue
        if form == ".":
            before, after = forms[at - 1] if at else "", forms[at + 1]
            glued = at and ends[at - 1] == starts[at] and starts[at + 1] == ends[at]
            # an abbreviation (أ.ف.ب) or a decimal is no end of a sentence
            if glued and (len(before) < _SMALL or (before[-1:].isdigit() and after[:1].isdigit())):
                continue
            if len(before) == 1 and before.isalpha():
                continue
        if forms[at + 1] in _STOPS or forms[at + 1] in '”"»″)':
            # the stop belongs to a run, or a closing mark still follows
            if forms[at + 1] not in _STOPS and at + 2 < count and form != "\n" and _closes(tokens, at + 1):
                out.append(at + 2)
            elif form == "\n":
                out.append(at + 1)
            continue
        out.append(at + 1)
    if out[-1] != count:
        out.append(count)
    return sorted(set(out)) if count else [0]


def _closes(tokens: Tokens, at: int) -> bool:
    """Whether the quotation mark at this token is glued to what precedes it, so that it closes."""
    return tokens.ends[at - 1] == tokens.starts[at]
