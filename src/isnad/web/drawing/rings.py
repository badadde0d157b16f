"""Rings of points: unrolled over the antimeridian, cut at lines, written as the `d` attribute of a path."""

from collections.abc import Iterable, Iterator
from math import floor

Ring = tuple[tuple[float, float], ...]
_TURN, _HALF = 360.0, 180.0
_POLE = 90.0
_CORNERS = 3


def unrolled(ring: Iterable[tuple[float, float]]) -> Ring:
    """A ring of (longitude, latitude) without its closing point, no edge longer than half a turn.

    Its longitudes may leave ±180. A ring around a pole is closed along the pole.
    """
    out: list[tuple[float, float]] = []
    for lon, lat in ring:
        if out:
            lon -= _TURN * floor((lon - out[-1][0] + _HALF) / _TURN)
        out.append((lon, lat))
    if len(out) > 1 and out[0][1] == out[-1][1]:
        turned = round((out[-1][0] - out[0][0]) / _TURN)
        if turned:
            pole = _POLE if sum(lat for _, lat in out) > 0 else -_POLE
            out += [(out[-1][0], pole), (out[0][0], pole)]
        elif out[0] == out[-1]:
            del out[-1]
    return tuple(out)


def windows(ring: Ring, middle: float) -> Iterator[Ring]:
    """The parts of an unrolled ring between `middle` - 180 and `middle` + 180 degrees, each moved into that window."""
    west, east = min(lon for lon, _ in ring), max(lon for lon, _ in ring)
    first, last = floor((west - middle + _HALF) / _TURN), floor((east - middle + _HALF) / _TURN)
    for turn in range(first, last + 1):
        moved = tuple((lon - turn * _TURN, lat) for lon, lat in ring)
        part = (
            moved if first == last else cut(cut(moved, 0, middle - _HALF, above=True), 0, middle + _HALF, above=False)
        )
        if len(part) >= _CORNERS:
            yield part


def cut(ring: Ring, axis: int, bound: float, *, above: bool) -> Ring:
    """What of a ring lies above (or not above) a bound on an axis, closed along the bound.

    I. E. Sutherland, G. W. Hodgman, "Reentrant polygon clipping", Communications of the ACM 17 (1974) 1, 32-42.
    """
    out: list[tuple[float, float]] = []
    for n, here in enumerate(ring):
        before = ring[n - 1]
        inside, was = ((p[axis] >= bound) == above or p[axis] == bound for p in (here, before))
        if inside != was:
            share = (bound - before[axis]) / (here[axis] - before[axis])
            other = before[1 - axis] + share * (here[1 - axis] - before[1 - axis])
            out.append((bound, other) if axis == 0 else (other, bound))
        if inside:
            out.append(here)
    return tuple(out)


def within(ring: Ring, west: float, north: float, east: float, south: float) -> Ring:
    """What of a ring lies in a box, y growing downwards."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    if not ring or max(xs) < west or min(xs) > east or max(ys) < north or min(ys) > south:
        return ()
    if min(xs) < west:
        ring = cut(ring, 0, west, above=True)
    if max(xs) > east:
        ring = cut(ring, 0, east, above=False)
    if min(ys) < north:
        ring = cut(ring, 1, north, above=True)
    if max(ys) > south:
        ring = cut(ring, 1, south, above=False)
    return ring


def path(points: Iterable[tuple[float, float]], *, closed: bool) -> str:
    """The `d` attribute of a line or ring, to a tenth of a pixel; '' where all its points are one."""
    written = [f"{x:.1f},{y:.1f}" for x, y in points]
    kept = [here for n, here in enumerate(written) if n == 0 or here != written[n - 1]]
    if len(kept) < (_CORNERS if closed else _CORNERS - 1):
        return ""
    return f"M{'L'.join(kept)}{'Z' if closed else ''}"
