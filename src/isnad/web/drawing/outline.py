"""The countries' outlines, out of a TopoJSON file: Natural Earth (public domain), as `world-atlas` packs it.

Borders are drawn as Natural Earth has them, by who holds a territory; nobody's claim is meant by them.
The format: M. Bostock, C. Metcalf, "The TopoJSON Format Specification" (2013), version 1.
"""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from isnad.model import IsnadError
from isnad.web.drawing.rings import Ring, unrolled

# where the front-end build puts the file; it may not have run
WORLD = Path(__file__).parents[1] / "static" / "vendor" / "countries-110m.json"
_OBJECT = "countries"
_CORNERS = 3


@lru_cache(maxsize=4)
def outline(path: Path = WORLD) -> tuple[Ring, ...]:
    """The rings of all countries, longitude and latitude in degrees, unrolled; none where the file is absent.

    Raises IsnadError for a file that is no TopoJSON with an object `countries`.
    """
    if not path.is_file():
        return ()
    try:
        return tuple(decoded(json.loads(path.read_bytes()), _OBJECT))
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        what = f"is no TopoJSON with an object {_OBJECT!r}: {error!r}"
        raise IsnadError(f"{path}: {what} (run the front-end build again, or remove the file)") from error


def decoded(topology: dict[str, Any], name: str) -> Iterator[Ring]:
    """The rings of an object's polygons, outer rings and holes alike, in the order of the file."""
    transform = topology.get("transform")
    arcs = [_arc(arc, transform) for arc in topology["arcs"]]
    for polygon in _polygons(topology["objects"][name]):
        for numbers in polygon:
            ring = unrolled(_stitched(numbers, arcs))
            if len(ring) >= _CORNERS:
                yield ring


def _arc(arc: Sequence[Sequence[float]], transform: dict[str, Any] | None) -> Ring:
    """An arc's positions: where they are quantized, each is the step from the one before it."""
    if transform is None:
        return tuple((float(x), float(y)) for x, y, *_ in arc)
    (east, north), (west, south) = transform["scale"], transform["translate"]
    steps = accumulate(((x, y) for x, y, *_ in arc), lambda a, b: (a[0] + b[0], a[1] + b[1]))
    return tuple((x * east + west, y * north + south) for x, y in steps)


def _polygons(geometry: dict[str, Any]) -> Iterator[Sequence[Sequence[int]]]:
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        for inner in geometry["geometries"]:
            yield from _polygons(inner)
    elif kind == "Polygon":
        yield geometry["arcs"]
    elif kind == "MultiPolygon":
        yield from geometry["arcs"]


def _stitched(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs in a row, each beginning where the one before it ends; ~n is arc n backwards."""
    out: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        out.extend(arc[1:] if out else arc)
    return tuple(out)
