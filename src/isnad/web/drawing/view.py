"""What part of the world a map shows: its middle meridian, its scale, its middle point."""

from collections.abc import Iterable
from math import radians

import msgspec

from isnad.web.drawing.projection import EAST, NORTH, inverse, project

_TURN, _HALF = 360.0, 180.0
# this meridian in the middle cuts no land but a strip of Chukotka and the Antarctic
_WHOLE = 11.0
# a part that is nearly the whole world is drawn as the whole world
_NEARLY = 1.3


class View(msgspec.Struct, frozen=True):
    """A part of the world in a picture.

    `middle` is a longitude in degrees, `scale` in pixels a globe's radius, (`x`, `y`) the projected point in the
    middle of the picture, `width` and `height` in pixels.
    """

    middle: float
    scale: float
    x: float
    y: float
    width: float
    height: float

    def pixel(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a place is drawn, at the side of the antimeridian where it lies."""
        return self.flat(lat, (lon - self.middle + _HALF) % _TURN - _HALF + self.middle)

    def flat(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point is drawn whose longitude lies within 180 degrees of the middle."""
        x, y = project(lat, lon - self.middle)
        return self.width / 2 + self.scale * (x - self.x), self.height / 2 - self.scale * (y - self.y)

    def extent(self) -> tuple[float, float, float, float]:
        """West, south, east, north in degrees: the smallest such box that holds all that is seen."""
        half_x, half_y = self.width / 2 / self.scale, self.height / 2 / self.scale
        south, north = (inverse(0, self.y + side * half_y)[0] for side in (-1, 1))
        lons = [
            max(-_HALF, min(_HALF, inverse(self.x + side * half_x, project(lat, 0)[1])[1]))
            for side in (-1, 1)
            # meridians bend inwards to the poles: the widest stretch is at one end, the narrowest at the equator
            for lat in (south, north, max(south, min(0.0, north)))
        ]
        return self.middle + min(lons), south, self.middle + max(lons), north


def whole(width: float, height: float) -> View:
    """The whole world."""
    return View(_WHOLE, min(width / 2 / EAST, height / 2 / NORTH), 0.0, 0.0, width, height)


def fitted(
    places: Iterable[tuple[float, float]], width: float, height: float, *, room: tuple[float, float], least: float
) -> View:
    """The part of the world that holds the places (latitude, longitude in degrees).

    `room` are the pixels left free at the sides, and above and below; the part is at least `least` degrees high.
    """
    places = list(places)
    world = whole(width, height)
    if not places:
        return world
    middle = _middle([lon for _, lon in places])
    at = [project(lat, (lon - middle + _HALF) % _TURN - _HALF) for lat, lon in places]
    xs, ys = [x for x, _ in at], [y for _, y in at]
    high = max(max(ys) - min(ys), radians(least))
    wide = max(max(xs) - min(xs), radians(least))
    scale = min(max(width - 2 * room[0], 1.0) / wide, max(height - 2 * room[1], 1.0) / high)
    if scale <= _NEARLY * world.scale:
        return world
    return View(middle, scale, (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, width, height)


def _middle(lons: Iterable[float]) -> float:
    """The middle of the shortest stretch of longitudes that holds all, which may cross the antimeridian."""
    around = sorted(lon % _TURN for lon in lons)
    gaps = [(after - here, after) for here, after in zip(around, (*around[1:], around[0] + _TURN), strict=True)]
    widest, start = max(gaps)
    middle = start + (_TURN - widest) / 2
    return (middle + _HALF) % _TURN - _HALF
