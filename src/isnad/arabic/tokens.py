"""Tokens and sentences. Offsets are code points of the stored text, end exclusive."""

import re
from itertools import accumulate, compress, pairwise

from isnad.arabic.clitics import ARTICLE, JOINS
from isnad.arabic.fold import INVISIBLE, MARKS, TATWEEL, fold_word

# no mark is among them, or a token could have an empty form
_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\ufb50-\ufc5d\ufc64-\ufcf1\ufcf5-\ufd3d\ufd50-\ufdff\ufe80-\ufefc"
)
_SIGNS = f"{MARKS}{TATWEEL}"
_WORD = rf"[{_LETTERS}][{_LETTERS}{_SIGNS}]*(?:[{INVISIBLE}]+[{_LETTERS}{_SIGNS}]+)*"
# quotation marks that a page left in its own code; «#187;» has lost its ampersand
ENTITY = r"&(?:#34|quot|#8220|#8221|laquo|raquo|#171|#187);|#(?:171|187);"
QUOTATION_MARK = '"'
# a number, a Latin word, a mark; «#ريك_مشار» reads as its words
_OTHER = (
    rf"{ENTITY}|"
    r"[0-9\u0660-\u0669\u06f0-\u06f9]+"
    r"|[A-Za-z\u00c0-\u024f]+(?:['’.-][A-Za-z\u00c0-\u024f]+)*"
    rf"|\n|[^\s{_SIGNS}{INVISIBLE}#_]"
)
_TOKEN = re.compile(f"({_WORD}|{_OTHER})")
# words that were run together come apart behind a ta marbuta, which ends its word («القاهرةوقال»), and behind a title
# before the article of what it governs («وزيرالخارجية»)
_TA = "ة"
_TITLES = ("وزير", "رئيس")
_BARE = _LETTERS.replace("\u0620-\u063f", "\u0620-\u0628\u062a-\u063f")
_APART = re.compile(
    rf"([{''.join(JOINS)}]?(?:{'|'.join(_TITLES)})(?={ARTICLE}[{_LETTERS}]{{3}})"
    rf"|[{_BARE}][{_BARE}{_SIGNS}]*(?:[{INVISIBLE}]+[{_BARE}{_SIGNS}]+)*(?:[{INVISIBLE}]*{_TA}[{_SIGNS}]*)?"
    rf"|{_TA}[{_SIGNS}]*|{_OTHER})"
)
_JOINT = re.compile(rf"{_TA}[{_SIGNS}{INVISIBLE}]*[{_LETTERS}]")
_GLUED = tuple(title + ARTICLE for title in _TITLES)
_MARKED = re.compile(ENTITY)
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
        glued = _JOINT.search(text) or any(words in text for words in _GLUED)
        parts = (_APART if glued else _TOKEN).split(text)
        edges = list(accumulate(map(len, parts)))
        self.starts, self.ends = edges[:-1:2], edges[1::2]
        words = parts[1::2]
        if _MARKED.search(text):
            words = [_MARKED.sub(QUOTATION_MARK, word) for word in words]
        self.forms = list(map(fold_word, words))
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
