"""The map of places: circles on an outline of the world, as data from which a template makes SVG."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor, sqrt

import msgspec

from isnad.web.drawing.labels import Box, Circle, Label, labelled
from isnad.web.drawing.points import MapPoint, gathered
from isnad.web.drawing.rings import Ring, path, windows, within
from isnad.web.drawing.view import View, fitted, whole

# the distance of the grid's lines in degrees: the widest that still draws this many from south to north
_STEPS, _LINES = (30, 20, 10, 5, 2, 1), 3
_BENT = 24
# what is drawn beyond the picture's edge, so that no cut shows
_SPILL = 8.0
# pixels left free at the sides for labels
_ASIDE = 64.0
# the number of contacts from which the largest circle is as large as it may be
_MANY = 16


class PlaceCircle(msgspec.Struct, frozen=True, kw_only=True):
    """A circle to draw, in pixels, with the words and the link of its point."""

    x: float
    y: float
    r: float
    label: str
    href: str
    title: str
    exact: bool


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """A map: `sea`, `land` and `grid` are `d` attributes of paths ('' where there is nothing), lengths are pixels.

    Circles come largest first, so that a small one lies upon a large one. `land` needs the fill rule `evenodd`.
    `outside` is the sum of the numbers of points that lie outside the part of the world that is shown.
    """

    title: str
    width: float
    height: float
    sea: str
    land: str
    grid: str
    circles: tuple[PlaceCircle, ...]
    labels: tuple[Label, ...]
    outside: int


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """How a map is drawn; lengths are pixels.

    It shows the part of the world that holds `share` of the sum of numbers, those nearest to each other, and is at
    least `least` degrees high; or the whole world. The area of a circle grows with its number; its radius is between
    `smallest` and `largest`. The `labels` largest are labelled in a font of `size`.
    """

    width: float = 960
    height: float = 480
    whole_world: bool = False
    share: float = 1.0
    least: float = 20
    largest: float = 20
    smallest: float = 2.5
    labels: int = 12
    size: float = 14


def world_map(
    points: Iterable[MapPoint], outline: Sequence[Ring], layout: Layout | None = None, *, title: str = ""
) -> Drawing:
    """The map of the points on the outline (rings of longitude and latitude, as `outline` gives them)."""
    layout = layout or Layout()
    width, height, largest, size = layout.width, layout.height, layout.largest, layout.size
    points = sorted(points, key=lambda p: (-p.number, p.label, p.lat, p.lon))
    room = (largest + _ASIDE, largest + 2 * size)
    shown = [(p.lat, p.lon) for p in gathered(points, layout.share)]
    view = whole(width, height) if layout.whole_world else fitted(shown, width, height, room=room, least=layout.least)
    unit = largest / sqrt(max(_MANY, *(p.number for p in points), 1))
    drawn = [(Circle(*view.pixel(p.lat, p.lon), max(layout.smallest, unit * sqrt(p.number))), p) for p in points]
    drawn = [(c, p) for c, p in drawn if 0 <= c.x <= width and 0 <= c.y <= height]
    return Drawing(
        title=title,
        width=width,
        height=height,
        sea=_rings([_sphere(view)], view),
        land=_rings((part for ring in outline for part in windows(ring, view.middle)), view),
        grid="".join(_grid(view)),
        circles=tuple(_circle(c, p) for c, p in drawn),
        labels=tuple(labelled([(c, p.label) for c, p in drawn], layout.labels, Box(0, 0, width, height), size)),
        outside=sum(p.number for p in points) - sum(p.number for _, p in drawn),
    )


def _circle(circle: Circle, point: MapPoint) -> PlaceCircle:
    x, y, r = (round(length, 1) for length in (circle.x, circle.y, circle.r))
    return PlaceCircle(x=x, y=y, r=r, label=point.label, href=point.href, title=point.title, exact=point.exact)


def _rings(rings: Iterable[Ring], view: View) -> str:
    """Rings of longitude and latitude within 180 degrees of the view's middle, as one path."""
    drawn = ((view.flat(lat, lon) for lon, lat in ring) for ring in rings)
    east, south = view.width + _SPILL, view.height + _SPILL
    return "".join(path(within(tuple(ring), -_SPILL, -_SPILL, east, south), closed=True) for ring in drawn)


def _sphere(view: View) -> Ring:
    """The edge of the world: up one side of the antimeridian, down the other."""
    up = [180 * n / _BENT / 2 - 90 for n in range(2 * _BENT + 1)]
    return (*((view.middle + 180, lat) for lat in up), *((view.middle - 180, lat) for lat in reversed(up)))


def _grid(view: View) -> Iterator[str]:
    """Meridians and parallels at round degrees."""
    west, south, east, north = view.extent()
    step = next((s for s in _STEPS if (north - south) / s >= _LINES), _STEPS[-1])
    for lat in range(ceil(south / step) * step, floor(north / step) * step + 1, step):
        if abs(lat) < 90:
            yield path((view.flat(lat, west), view.flat(lat, east)), closed=False)
    for lon in range(ceil(west / step) * step, floor(east / step) * step + 1, step):
        lats = (south + (north - south) * n / _BENT for n in range(_BENT + 1))
        yield path((view.flat(lat, lon) for lat in lats), closed=False)
