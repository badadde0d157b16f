"""The map: its projection, the outline's decoder, and the SVG that comes of it."""

import json
import re
from itertools import pairwise
from math import cos, isclose, radians
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jinja2 import Environment, PackageLoader, StrictUndefined

from isnad.model import IsnadError
from isnad.web.drawing.labels import Box, extent
from isnad.web.drawing.map import Drawing, Layout, world_map
from isnad.web.drawing.outline import decoded, outline
from isnad.web.drawing.points import MapPoint, gathered
from isnad.web.drawing.projection import EAST, NORTH, inverse, project
from isnad.web.drawing.rings import Ring, cut, path, unrolled, windows, within
from isnad.web.drawing.view import fitted, whole

SVG = "{http://www.w3.org/2000/svg}"
LATS, LONS = st.floats(-89.9, 89.9), st.floats(-180, 180)


def point(lat: float, lon: float, number: int = 1, label: str = "مدينة", **more: object) -> MapPoint:
    return MapPoint(lat=lat, lon=lon, number=number, label=label, **more)  # type: ignore[arg-type]


DAMASCUS = point(33.51, 36.29, 9, "دمشق", href="?place=SYR", title="دمشق: 9")
MOSCOW = point(55.75, 37.62, 4, "موسكو", href="?place=RUS")
TOKYO, ANCHORAGE = point(35.69, 139.69, 1, "طوكيو"), point(61.22, -149.9, 1, "أنكوريج")

# the projection


def test_the_world_is_as_large_as_the_paper_says() -> None:
    assert isclose(EAST, 2.7066299836, rel_tol=1e-9)
    assert isclose(NORTH, 1.3173627591, rel_tol=1e-9)
    assert project(0, 0) == (0, 0)
    assert project(0, 180) == pytest.approx((EAST, 0))
    assert project(90, 0) == pytest.approx((0, NORTH))
    # the pole is a line of 0.59 times the equator's length
    assert project(90, 180)[0] / EAST == pytest.approx(0.5922, abs=1e-3)


@given(LATS, LONS)
def test_a_point_comes_back(lat: float, lon: float) -> None:
    assert inverse(*project(lat, lon)) == pytest.approx((lat, lon), abs=1e-6)


@given(LATS, LONS)
def test_east_and_west_north_and_south_mirror_each_other(lat: float, lon: float) -> None:
    x, y = project(lat, lon)
    assert project(-lat, -lon) == pytest.approx((-x, -y))


@given(st.floats(-85, 85), st.floats(-175, 175))
def test_areas_are_true(lat: float, lon: float) -> None:
    small = 1e-4
    east = project(lat, lon + small)[0] - project(lat, lon - small)[0]
    north = project(lat + small, lon)[1] - project(lat - small, lon)[1]
    # parallels are level, so the area of a cell is the product of its level width and its height
    assert east * north == pytest.approx(cos(radians(lat)) * radians(2 * small) ** 2, rel=1e-4)


def test_beyond_the_pole_there_is_the_pole() -> None:
    assert inverse(0, 2 * NORTH) == pytest.approx((90, 0))


# rings


def area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], *ring[:1]), strict=True)) / 2


FIJI = [(179.0, -16.0), (-179.0, -16.0), (-179.0, -18.0), (179.0, -18.0), (179.0, -16.0)]
ANTARCTICA = [(-180.0, -70.0), (-90.0, -75.0), (0.0, -70.0), (90.0, -75.0), (180.0, -70.0)]
BOX = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


def test_a_ring_across_the_antimeridian_is_unrolled() -> None:
    assert unrolled(FIJI) == ((179.0, -16.0), (181.0, -16.0), (181.0, -18.0), (179.0, -18.0))


def test_a_ring_around_the_pole_is_closed_along_it() -> None:
    ring = unrolled(ANTARCTICA)
    assert ring[-2:] == ((180.0, -90.0), (-180.0, -90.0))


@pytest.mark.parametrize("middle", [0.0, 11.0, 36.0, -120.0, 179.0])
@pytest.mark.parametrize("ring", [FIJI, ANTARCTICA, [*BOX, BOX[0]]])
def test_no_streak_crosses_the_map_and_nothing_is_lost(ring: list[tuple[float, float]], middle: float) -> None:
    parts = list(windows(unrolled(ring), middle))
    assert sum(abs(area(part)) for part in parts) == pytest.approx(abs(area(unrolled(ring))))
    for part in parts:
        assert all(middle - 180 <= lon <= middle + 180 for lon, _ in part)


@given(st.lists(st.tuples(LONS, st.floats(-80, 80)), min_size=3, max_size=12), st.floats(-180, 180))
def test_no_edge_is_longer_than_half_a_turn(ring: list[tuple[float, float]], middle: float) -> None:
    closed = unrolled([*ring, ring[0]])
    assert all(abs(a[0] - b[0]) < 180 + 1e-9 or abs(a[1]) == 90 for a, b in pairwise(closed))
    parts = list(windows(closed, middle))
    assert sum(map(area, parts)) == pytest.approx(area(closed), abs=1e-5)


def test_what_is_cut_is_closed_along_the_cut() -> None:
    assert area(cut(BOX, 0, 4.0, above=True)) == pytest.approx(60)
    assert area(cut(BOX, 1, 4.0, above=False)) == pytest.approx(40)
    assert cut(BOX, 0, 11.0, above=True) == ()
    assert area(within(BOX, 2, 3, 5, 20)) == pytest.approx(21)
    assert within(BOX, 20, 20, 30, 30) == ()


def test_a_path_is_written_to_a_tenth_of_a_pixel() -> None:
    assert path(BOX, closed=True) == "M0.0,0.0L10.0,0.0L10.0,10.0L0.0,10.0Z"
    assert path([(0, 0), (0.01, 0.01), (0.02, 0)], closed=True) == "", "smaller than can be seen"
    assert path([(1, 1), (2, 2)], closed=False) == "M1.0,1.0L2.0,2.0"


# the decoder


def topology(**transform: list[float]) -> dict[str, object]:
    """Two countries that share a border, the second with a hole; the positions are steps where a transform is given."""
    arcs = [
        [[10, 10], [0, -10]] if transform else [[10, 10], [10, 0]],
        [[10, 0], [-10, 0], [0, 10], [10, 0]] if transform else [[10, 0], [0, 0], [0, 10], [10, 10]],
        [[10, 0], [10, 0], [0, 10], [-10, 0]] if transform else [[10, 0], [20, 0], [20, 10], [10, 10]],
        [[14, 4], [2, 0], [0, 2], [-2, -2]] if transform else [[14, 4], [16, 4], [16, 6], [14, 4]],
    ]
    geometries = [
        {"type": "Polygon", "arcs": [[0, 1]]},
        {"type": "MultiPolygon", "arcs": [[[~0, ~2], [3]]]},
        {"type": None},
    ]
    made = {
        "type": "Topology",
        "arcs": arcs,
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
    }
    return made | ({"transform": transform} if transform else {})


def test_arcs_are_stitched_forwards_and_backwards() -> None:
    west, east, hole = decoded(topology(), "countries")
    assert west == ((10, 10), (10, 0), (0, 0), (0, 10))
    assert abs(area(east)) == 100
    assert abs(area(hole)) == 2


def test_quantized_positions_are_summed_and_scaled() -> None:
    plain = tuple(decoded(topology(), "countries"))
    same = tuple(decoded(topology(scale=[1, 1], translate=[0, 0]), "countries"))
    assert same == plain
    moved = tuple(decoded(topology(scale=[2, 0.5], translate=[-30, 5]), "countries"))
    assert moved == tuple(tuple((2 * x - 30, 0.5 * y + 5) for x, y in ring) for ring in plain)


@given(st.lists(st.tuples(st.integers(-170, 170), st.integers(-80, 80)), min_size=3, max_size=9, unique=True))
def test_any_ring_comes_back_from_its_steps(ring: list[tuple[int, int]]) -> None:
    closed = [*ring, ring[0]]
    assume(all(abs(a[0] - b[0]) < 180 for a, b in pairwise(closed)))
    steps = [closed[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(closed))]
    made = {
        "arcs": [steps],
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "objects": {"one": {"type": "Polygon", "arcs": [[0]]}},
    }
    assert list(decoded(made, "one")) == [tuple(ring)]


def test_without_the_file_there_is_no_outline(tmp_path: Path) -> None:
    assert outline(tmp_path / "none.json") == ()
    drawing = world_map([DAMASCUS], ())
    assert drawing.land == ""
    assert drawing.grid
    assert drawing.circles


def test_the_file_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "world.json"
    file.write_text(json.dumps(topology()), encoding="utf-8")
    assert len(outline(file)) == 3
    assert outline(file) is outline(file)


@pytest.mark.parametrize(
    "text", ['{"arcs": []}', '{"arcs": [], "objects": {}}', "[]", '{"arcs": 1, "objects": 2}', "{"]
)
def test_a_file_that_is_no_topology_is_told(text: str, tmp_path: Path) -> None:
    file = tmp_path / "world.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(IsnadError, match=r"world\.json"):
        outline(file)


# the view


def test_the_view_holds_its_points_and_is_never_too_near() -> None:
    view = fitted([(33.51, 36.29)], 960, 480, room=(90, 54), least=20)
    assert view.pixel(33.51, 36.29) == pytest.approx((480, 240))
    _, south, _, north = view.extent()
    assert 20 < north - south < 40


@given(st.lists(st.tuples(st.floats(-70, 80), LONS), min_size=1, max_size=12))
def test_every_point_is_in_the_picture(places: list[tuple[float, float]]) -> None:
    view = fitted(places, 960, 480, room=(90, 54), least=20)
    for lat, lon in places:
        x, y = view.pixel(lat, lon)
        assert -0.01 <= x <= 960.01
        assert -0.01 <= y <= 480.01


def test_the_pacific_is_crossed_the_short_way() -> None:
    view = fitted([(p.lat, p.lon) for p in (TOKYO, ANCHORAGE)], 960, 480, room=(90, 54), least=20)
    assert view.pixel(TOKYO.lat, TOKYO.lon)[0] < view.pixel(ANCHORAGE.lat, ANCHORAGE.lon)[0]
    assert view.scale > 1.5 * whole(960, 480).scale


def test_without_points_the_world_is_shown() -> None:
    assert fitted([], 960, 480, room=(0, 0), least=20) == whole(960, 480)
    assert whole(960, 480).extent() == pytest.approx((-169, -90, 191, 90))


# the drawing


def test_the_area_of_a_circle_grows_with_its_number() -> None:
    drawing = world_map([point(30, 30, 25), point(30, 40, 100), point(20, 30, 4)], (), Layout(largest=30, smallest=1))
    assert [c.r for c in drawing.circles] == [30, 15, 6]
    assert world_map([point(30, 30, 1)], (), Layout(largest=24)).circles[0].r == 6, (
        "a single contact makes no large circle"
    )


def test_north_is_up_and_east_is_right() -> None:
    damascus, moscow = world_map([DAMASCUS, MOSCOW], ()).circles
    assert moscow.y < damascus.y
    assert damascus.x < moscow.x
    assert (damascus.label, damascus.href, damascus.title) == ("دمشق", "?place=SYR", "دمشق: 9")


@given(st.lists(st.builds(point, st.floats(-60, 70), LONS, st.integers(1, 500)), max_size=30), st.booleans())
def test_labels_lie_inside_and_never_upon_each_other(points: list[MapPoint], whole_world: bool) -> None:
    drawing = world_map(points, (), Layout(whole_world=whole_world))
    assert len(drawing.circles) == len(points)
    assert drawing.outside == 0
    boxes = [extent(label, 14) for label in drawing.labels]
    assert len(boxes) <= 12
    assert not any(a.shared(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert all(b.west >= 0 and b.east <= 960 and b.north >= 0 and b.south <= 480 for b in boxes)


def test_the_largest_are_labelled_first() -> None:
    crowd = [point(30, 30, n, f"مكان {n}") for n in range(1, 20)]
    labels = [label.text for label in world_map(crowd, ()).labels]
    assert labels[0] == "مكان 19"
    assert len(set(labels)) == len(labels)
    assert world_map(crowd, (), Layout(labels=0)).labels == ()


def test_a_share_of_the_contacts_draws_the_map_near_and_counts_the_rest() -> None:
    points = [point(33, 36, 50), point(30, 31, 30), point(39, 33, 10), point(-35, 149, 2), point(39, -77, 8)]
    near = world_map(points, (), Layout(share=0.9))
    assert len(near.circles) == 3
    assert near.outside == 10
    assert gathered(points, 1.0) == points
    assert gathered([], 0.5) == []


def test_land_and_sea_are_cut_to_the_picture() -> None:
    syria = unrolled([(35.0, 33.0), (42.0, 33.0), (42.0, 37.0), (35.0, 37.0), (35.0, 33.0)])
    rings = (syria, unrolled(ANTARCTICA), unrolled(FIJI))
    for drawing in (world_map([], rings), world_map([DAMASCUS], rings), world_map([point(-17, 179.9)], rings)):
        for d in (drawing.land, drawing.sea):
            numbers = [tuple(map(float, pair.split(","))) for pair in re.findall(r"-?[\d.]+,-?[\d.]+", d)]
            assert numbers
            assert all(-10 <= x <= drawing.width + 10 and -10 <= y <= drawing.height + 10 for x, y in numbers)


def test_no_streak_on_the_whole_world() -> None:
    drawing = world_map([], (unrolled(FIJI),), Layout(whole_world=True))
    (ring,) = re.findall(r"M([^MZ]+)Z", drawing.land)
    xs = [float(pair.split(",")[0]) for pair in ring.split("L")]
    assert max(xs) - min(xs) < 10


# the template


def svg(drawing: Drawing) -> tuple[str, ElementTree.Element]:
    pages = Environment(loader=PackageLoader("isnad.web"), autoescape=True, undefined=StrictUndefined)
    text = pages.from_string('{% from "drawing/map.html" import map %}{{ map(drawing) }}').render(drawing=drawing)
    return text, ElementTree.fromstring(text)


def test_the_picture_is_read_out_and_its_circles_are_links() -> None:
    text, root = svg(world_map([DAMASCUS, MOSCOW], [((35, 33), (42, 33), (42, 37))], title="خريطة"))
    assert root.attrib["aria-label"] == "خريطة"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == "خريطة"
    assert (root.attrib["dir"], root.attrib["direction"]) == ("ltr", "ltr")
    links = root.findall(f"{SVG}a")
    assert [(a.attrib["href"], a.attrib["aria-label"]) for a in links] == [
        ("?place=SYR", "دمشق: 9"),
        ("?place=RUS", "موسكو"),
    ]
    classes = {element.attrib.get("class") for element in root.iter()}
    assert classes >= {"map", "sea", "land", "grid", "place", "place-label"}
    assert [t.text for t in root.iter(f"{SVG}text")] == ["دمشق", "موسكو"]
    assert "style" not in text


def test_without_links_it_is_an_image() -> None:
    _, root = svg(world_map([TOKYO], (), title="خريطة"))
    assert root.attrib["role"] == "img"
    assert svg(world_map([DAMASCUS], ()))[1].attrib["role"] == "group"
    assert svg(world_map([], ()))[1].attrib["role"] == "img"


def test_a_place_known_by_its_state_looks_otherwise() -> None:
    _, root = svg(world_map([point(33.5, 36.3, exact=False)], ()))
    assert [c.attrib["class"] for c in root.iter(f"{SVG}circle")] == ["place place-state"]


def test_what_comes_from_an_article_is_no_markup() -> None:
    wicked = point(1, 1, label='<script>"', href='javascript:"><b>', title="<b>&")
    text, root = svg(world_map([wicked], (), title='<i>"'))
    assert "<script" not in text
    assert "<b>" not in text
    assert root.attrib["aria-label"] == '<i>"'
    assert next(root.iter(f"{SVG}text")).text == '<script>"'


def test_boxes_share_what_they_share() -> None:
    assert Box(0, 0, 2, 2).shared(Box(1, 1, 3, 3)) == 1
    assert Box(0, 0, 2, 2).shared(Box(2, 0, 4, 2)) == 0
