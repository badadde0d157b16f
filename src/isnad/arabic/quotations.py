"""Quotation spans of every style: “ ” either way round, « », ASCII ", ″ and „ ‟, nested, mixed and unbalanced.

Whether a mark opens or closes is read from its neighbours, since outlets set “ and ” either way round; the mark's own
direction, then whether a quotation is open, decide only where the neighbours do not.
"""

import re
from typing import NamedTuple

from isnad.arabic.fold import INVISIBLE, MARKS, TATWEEL
from isnad.arabic.tokens import ENTITY, QUOTATION_MARK


class Quotation(NamedTuple):
    """A quotation's content: code points of the stored text, end exclusive, marks and blanks at the ends left out.

    `depth` is 0 for an outer quotation and counts up for one inside another.
    """

    start: int
    end: int
    depth: int


class _Mark(NamedTuple):
    start: int
    end: int
    char: str
    opens: bool


_TURN = re.compile(rf"[“”„‟″\"«»\n]|{ENTITY}")
_GUILLEMETS, _OPENERS = "«»", "“„‟«"
_DIRECTIONAL = "“”«»"
_SKIP = frozenset(chr(c) for c in range(0x10000) if re.match(f"[{INVISIBLE}{MARKS}]", chr(c)))
# what a quotation's first mark stands after, and its last mark before
_BEFORE_OPENING = frozenset("([{:–—-_/\\|=،؛,;#" + TATWEEL)
_AFTER_CLOSING = frozenset(")]}.,،؛;:!?؟…/\\|-–—%*")
# a proclitic may stand between a blank and an opening mark: «و"منع»
_PROCLITIC = re.compile(rf"(?<!\w)[وفبلك](?:ال)?[{MARKS}]*\Z")
_STOP = re.compile(r"[.!?؟]\s")
_PARAGRAPHS = 3


def quotations(text: str, start: int = 0, end: int | None = None) -> tuple[Quotation, ...]:
    """The quotations of text[start:end], in order of their start, outer before inner.

    A quotation stays inside its paragraph, unless its marks differ by direction and are balanced. A mark without a
    partner is no quotation; of two openings with one closing in the same sentence the first counts.
    """
    end = len(text) if end is None else min(end, len(text))
    pairs: list[tuple[_Mark, _Mark]] = []
    for family in (False, True):
        pairs += _pairs(text, start, end, guillemets=family)
    spans = []
    for opening, closing in pairs:
        first, last = _bare(text, opening.end, closing.start)
        if last > first:
            spans.append((first, last))
    return _with_depth(sorted(set(spans), key=lambda span: (span[0], -span[1])))


def _char(found: re.Match[str]) -> str:
    """The mark itself, of one in a page's own code as well."""
    return found.group() if len(found.group()) == 1 else QUOTATION_MARK


def _pairs(text: str, start: int, end: int, *, guillemets: bool) -> list[tuple[_Mark, _Mark]]:
    """Openings with their closings, of guillemets or of all other marks."""
    out: list[tuple[_Mark, _Mark]] = []
    waiting: list[_Mark] = []
    carried: _Mark | None = None
    paragraphs, line = 0, start
    for found in _TURN.finditer(text, start, end):
        char = _char(found)
        if char == "\n":
            directional = [mark for mark in waiting if mark.char in _DIRECTIONAL]
            if directional:
                carried, paragraphs = directional[0], 0
            # blank lines between two paragraphs are none
            paragraphs += bool(text[line : found.start()].strip())
            line = found.end()
            waiting = []
            continue
        if (char in _GUILLEMETS) != guillemets:
            continue
        mark = _Mark(found.start(), found.end(), char, _opens(text, found, start, end, bool(waiting)))
        if mark.opens:
            waiting.append(mark)
            carried = None
        elif waiting:
            _close(text, waiting, mark, out)
        elif carried and char in _DIRECTIONAL and char != carried.char and paragraphs <= _PARAGRAPHS:
            out.append((carried, mark))
            carried = None
    return out


def _close(text: str, waiting: list[_Mark], mark: _Mark, out: list[tuple[_Mark, _Mark]]) -> None:
    """Give the closing mark to the innermost opening; to the outermost where no closing follows for that one."""
    inner = waiting.pop()
    if waiting and not _closes_later(text, mark.end):
        while waiting and not _STOP.search(text, waiting[-1].end, inner.start):
            inner = waiting.pop()
    out.append((inner, mark))


def _closes_later(text: str, start: int) -> bool:
    """Whether the next mark of the paragraph is one that closes."""
    found = _TURN.search(text, start)
    return found is not None and found.group() != "\n" and not _opens(text, found, start, len(text), waiting=True)


def _opens(text: str, found: re.Match[str], start: int, end: int, waiting: bool) -> bool:
    """Whether this mark opens a quotation."""
    left, right = found.start() - 1, found.end()
    while left >= start and text[left] in _SKIP:
        left -= 1
    while right < end and text[right] in _SKIP:
        right += 1
    before = text[left] if left >= start else " "
    after = text[right] if right < end else " "
    free_before = before.isspace() or before in _BEFORE_OPENING or (before in _OPENERS and not waiting)
    free_after = after.isspace() or after in _AFTER_CLOSING
    if free_before != free_after:
        return free_before
    if free_before:
        # blanks on both sides: only the order of the marks can tell
        return not waiting
    if _PROCLITIC.search(text[max(start, left - 4) : left + 1]):
        return True
    return not waiting if _char(found) in '"″' else _char(found) in _OPENERS or not waiting


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in _SKIP):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _with_depth(spans: list[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The spans with their depth; one that crosses another's end is dropped, so that spans nest or stand apart."""
    out: list[Quotation] = []
    around: list[int] = []
    for start, end in spans:
        while around and around[-1] <= start:
            around.pop()
        if around and end > around[-1]:
            continue
        out.append(Quotation(start, end, len(around)))
        around.append(end)
    return tuple(out)
