"""Folding: the one comparison form of Arabic text, with an exact map back to the stored characters.

Alef seats become ا, ى becomes ي, ة becomes ه, hamza on waw or ya becomes its seat; harakat, tatweel, zero-width and
bidi marks vanish; Arabic-Indic digits become ASCII; presentation forms become their letters; Latin is lowered.
"""

import unicodedata
from collections.abc import Callable
from operator import methodcaller

import msgspec

from isnad.arabic.remembered import Remembered

# harakat and signs of recitation, those of the extended blocks and the presentation forms of harakat that stand alone
MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff"
    "\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe7f"
)
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
TATWEEL = "\u0640"

_SEATS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ئ": "ي",
    "ؤ": "و",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ک": "ك",
}


def _ranges(spec: str) -> list[str]:
    out, i = [], 0
    while i < len(spec):
        if i + 2 < len(spec) and spec[i + 1] == "-":
            out += [chr(c) for c in range(ord(spec[i]), ord(spec[i + 2]) + 1)]
            i += 3
        else:
            out.append(spec[i])
            i += 1
    return out


def _table() -> dict[int, str]:
    # letters that stay are in it too: what is missing costs an exception
    table = {code: chr(code) for code in range(0x20, 0x700)}
    table |= {ord(c): "" for c in _ranges(MARKS + INVISIBLE + TATWEEL)}
    table |= {ord(k): v for k, v in _SEATS.items()}
    for zero in (0x0660, 0x06F0):
        table |= {zero + n: str(n) for n in range(10)}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            table[code] = plain.translate(table).strip()
    for code in range(0x41, 0x250):
        low = chr(code).lower()
        if low != chr(code):
            table[code] = low
    return table


TABLE = _table()


# the comparison form of one word; no offsets kept. A lookup, for every word of every text asks
fold_word: Callable[[str], str] = Remembered[str](methodcaller("translate", TABLE)).__getitem__


class Folded(msgspec.Struct, frozen=True):
    """A folded text and, for each of its characters, the offset of the stored character that it came from."""

    text: str
    origin: tuple[int, ...]
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stored span (end exclusive) that the folded span [start, end) stands for."""
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else self.length
            return at, at
        return self.origin[start], self.origin[end - 1] + 1


def fold(text: str) -> Folded:
    """The folded view of any text with the map back to it."""
    folded, origin = [], []
    for at, char in enumerate(text):
        for out in TABLE.get(ord(char), char):
            folded.append(out)
            origin.append(at)
    return Folded("".join(folded), tuple(origin), len(text))
