"""A ticker: headlines of other reports run together into one line above the article."""

from isnad.clean.lines import JOINT, Line, is_prose

HEADLINES = 4


def is_ticker(text: str, line: Line) -> bool:
    """Whether a line is nothing but several headlines with wide gaps between them."""
    if len(JOINT.findall(text, line.start, line.end)) < HEADLINES - 1:
        return False
    pieces = [piece for piece in JOINT.split(line.of(text)) if piece]
    return len(pieces) >= HEADLINES and not any(is_prose(piece) for piece in pieces)
