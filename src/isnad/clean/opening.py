"""The head of an article: stamps, bylines and datelines before its first words, also where they were run together."""

from collections.abc import Sequence

from isnad.clean.lines import HEADLINE, JOINT, Line, is_prose, trim
from isnad.clean.rules import rules
from isnad.clean.view import View
from isnad.model import Zone

OPENING_LINES, PARTS = 5, 4


def opening_zones(text: str, line: Line, title: str) -> tuple[list[Zone], int]:
    """The zones at the beginning of one of the first lines, and where the article's own words go on."""
    zones: list[Zone] = []
    at = line.start
    for _ in range(PARTS):
        hit = rules("opening").read(View(text, at, line.end))
        if hit is None or hit.end <= at:
            break
        end = line.end if hit.rule.takes == "line" else hit.end
        zones += hit.zones(text, end)
        stamped = hit.rule.zone == "stamp"
        at, _end = trim(text, end, line.end)
        if stamped and at < line.end:
            run_on, at = _run_together(text, at, line.end, title)
            zones += run_on
    return zones, at


def _run_together(text: str, start: int, end: int, title: str) -> tuple[list[Zone], int]:
    """The title told again and the picture's caption, where a stamp and three blanks stand before them."""
    zones: list[Zone] = []
    at = start
    for piece, after in _pieces(text, start, end):
        words = text[at:piece]
        if title and words == title:
            zones.append(Zone("title", at, piece))
        elif is_prose(words) and len(words) > HEADLINE:
            break
        elif zones or title:
            zones.append(Zone("caption", at, piece))
        else:
            break
        at = after
        if len(zones) == 2:
            break
    return zones, at


def _pieces(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Where each block of a line that was run together ends, and where the next begins."""
    joints = [(joint.start(), joint.end()) for joint in JOINT.finditer(text, start, end)]
    return [*joints, (end, end)] if joints else []
