"""A stretch of an article with marks laid over it, cut into pieces that a template can draw one after the other."""

from collections.abc import Iterable
from itertools import pairwise

import msgspec

_AROUND = 280


class Mark(msgspec.Struct, frozen=True):
    """Characters [start, end) of the stored text, the class under which they are drawn, and where they lead."""

    start: int
    end: int
    cls: str
    href: str = ""
    title: str = ""


class Piece(msgspec.Struct, frozen=True):
    """Text over which the same marks lie; it leads where the narrowest of them does."""

    text: str
    classes: str = ""
    href: str = ""
    title: str = ""


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text from start to end, cut wherever a mark begins or ends; together the pieces are exactly that text."""
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    cuts = sorted({start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)})
    inside.sort(key=lambda m: (m.start, -m.end))
    out, first = [], 0
    for a, b in pairwise(cuts):
        while first < len(inside) and inside[first].end <= a:
            first += 1
        over = [m for m in inside[first:] if m.start <= a and m.end >= b]
        if not over:
            out.append(Piece(text[a:b]))
            continue
        narrow = min((m for m in over if m.href), key=lambda m: m.end - m.start, default=over[0])
        classes = " ".join(dict.fromkeys(c for m in over for c in m.cls.split()))
        out.append(Piece(text[a:b], classes, narrow.href, narrow.title))
    return tuple(out)


def around(text: str, start: int, end: int, room: int = _AROUND) -> tuple[int, int]:
    """The bounds of the paragraph around a span, and of no more than `room` characters on either side, at a space."""
    first = max(text.rfind("\n", 0, start) + 1, start - room)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + room)
    if first and text[first - 1] != "\n":
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    if last < len(text) and text[last] != "\n":
        space = text.rfind(" ", end, last)
        last = space if space >= 0 else last
    return first, last
