"""Labels beside circles, the largest first; one that finds no free side is left out."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

Anchor = Literal["start", "middle", "end"]
# the mean width of a letter, the height of a line and the depth of its base, in parts of the font's size, as Arabic
# place names have them; then pixels between circle and label, and beside a label
_LETTER, _LINE, _BASE, _GAP, _APART = 0.52, 1.25, 0.36, 3.0, 3.0
# a label over this share of its box in circles reads badly, and hides them
_MUCH = 0.6


class Circle(msgspec.Struct, frozen=True):
    """A circle, in pixels."""

    x: float
    y: float
    r: float


class Label(msgspec.Struct, frozen=True):
    """A text, its base line at (x, y) in pixels, and which end of it stands there."""

    x: float
    y: float
    text: str
    anchor: Anchor


class Box(msgspec.Struct, frozen=True):
    """A box in pixels, y growing downwards."""

    west: float
    north: float
    east: float
    south: float

    def shared(self, other: "Box") -> float:
        """The area that two boxes share, in square pixels."""
        wide = min(self.east, other.east) - max(self.west, other.west)
        high = min(self.south, other.south) - max(self.north, other.north)
        return wide * high if wide > 0 and high > 0 else 0.0


def labelled(circles: Sequence[tuple[Circle, str]], number: int, frame: Box, size: float) -> list[Label]:
    """Labels for the first `number` circles, inside the frame, none upon another.

    Each takes the side that hides least of all circles; where every side hides much, there is no label. `size` is the
    font's size in pixels.
    """
    out: list[Label] = []
    taken: list[Box] = []
    covered = [Box(c.x - c.r, c.y - c.r, c.x + c.r, c.y + c.r) for c, _ in circles]
    for circle, text in circles[:number]:
        # a state's circle around its capital's has one edge with it
        far = max(c.r for c, _ in circles if (c.x, c.y) == (circle.x, circle.y))
        free = [
            (hidden, n, box, label)
            for n, (box, label) in enumerate(_sides(circle, far, text, size))
            if text and _inside(box, frame) and not any(box.shared(other) for other in taken)
            if (hidden := sum(box.shared(other) for other in covered)) < _MUCH * box.shared(box)
        ]
        if free:
            _, _, box, label = min(free)
            taken.append(box)
            out.append(label)
    return out


def extent(label: Label, size: float) -> Box:
    """The box that a label takes, by the mean width of letters, and a little room beside it."""
    wide, high = _LETTER * size * len(label.text), _LINE * size
    west = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    north = label.y - _BASE * size - high / 2
    return Box(west - _APART, north, west + wide + _APART, north + high)


def _sides(circle: Circle, radius: float, text: str, size: float) -> Iterator[tuple[Box, Label]]:
    """A label to the right, to the left, above, below, and at the four corners."""
    far, level = radius + _GAP, circle.y + _BASE * size
    slant = 0.7 * radius + _GAP
    up, down = -_LINE * size / 2, _LINE * size / 2
    sides: tuple[tuple[float, float, Anchor], ...] = (
        (far, 0.0, "start"),
        (-far, 0.0, "end"),
        (0.0, up - far, "middle"),
        (0.0, down + far, "middle"),
        (slant, up - slant, "start"),
        (-slant, up - slant, "end"),
        (slant, down + slant, "start"),
        (-slant, down + slant, "end"),
    )
    for x, y, anchor in sides:
        label = Label(circle.x + x, level + y, text, anchor)
        yield extent(label, size), label


def _inside(box: Box, frame: Box) -> bool:
    return box.west >= frame.west and box.east <= frame.east and box.north >= frame.north and box.south <= frame.south
