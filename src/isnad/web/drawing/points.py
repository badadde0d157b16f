"""The points of a map, and which of them lie together."""

from collections.abc import Sequence
from math import cos, radians, sin

import msgspec

# the middle of the points is sought among this many of the largest
_LIKELY = 40


class MapPoint(msgspec.Struct, frozen=True, kw_only=True):
    """A place to draw: latitude and longitude in degrees, a number of at least 1, and the caller's words and link.

    `label` stands beside the circle, `title` is what is read out. `exact` is False for a place known only by its state.
    """

    lat: float
    lon: float
    number: int
    label: str
    href: str = ""
    title: str = ""
    exact: bool = True


def gathered(points: Sequence[MapPoint], share: float) -> list[MapPoint]:
    """The points nearest to the middle of all, as many as hold this share of the sum of their numbers.

    The middle is the point, among the largest, from which the others are least far. All points where `share` is 1.
    """
    if share >= 1 or not points:
        return list(points)
    at = [_vector(p) for p in points]
    likely = sorted(range(len(points)), key=lambda n: -points[n].number)[:_LIKELY]
    middle = max(likely, key=lambda n: sum(p.number * _nearness(at[n], v) for p, v in zip(points, at, strict=True)))
    wanted = share * sum(p.number for p in points)
    out: list[MapPoint] = []
    for n in sorted(range(len(points)), key=lambda n: -_nearness(at[middle], at[n])):
        if wanted <= 0:
            break
        wanted -= points[n].number
        out.append(points[n])
    return out


def _vector(point: MapPoint) -> tuple[float, float, float]:
    lat, lon = radians(point.lat), radians(point.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def _nearness(a: tuple[float, float, float], b: tuple[float, float, float]) -> float:
    """The cosine of the angle between two points of the globe."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
