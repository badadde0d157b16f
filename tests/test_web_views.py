"""What pages show, made by pure functions: passages, plans, the week, the drawings, the words of each language."""

import datetime
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from isnad.model import Days, RecordContact, Sources
from isnad.query.network import Bin, Network, Node, Tie
from isnad.web.asking import Filter
from isnad.web.drawing.circle import circle
from isnad.web.drawing.timeline import chart
from isnad.web.face import address, face, plural
from isnad.web.settings import Settings
from isnad.web.views.passage import Mark, around, pieces
from isnad.web.views.plans import fate

TEXT = "أجرى لافروف اتصالا بنظيره\nوقال إن الوضع خطير"


def contact(**fields: object) -> RecordContact:
    """A contact of which only what matters here is set."""
    plain: dict[str, object] = {
        "id": "1", "kind": "visit", "status": "planned", "parties": (), "time": None, "place": None, "topics": (),
        "bounds": Days(earliest=None, latest=None), "background": False, "domestic": False, "reports": (),
        "sources": Sources(independent=1, outlets=1, articles=1, roots=()), "conflicts": (),
    }  # fmt: skip
    return RecordContact(**{**plain, **fields})  # type: ignore[arg-type]


@given(
    st.text(min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70), st.sampled_from("abc")), max_size=8),
)
def test_pieces_are_exactly_the_text(text: str, spans: list[tuple[int, int, str]]) -> None:
    made = pieces(text, 0, len(text), [Mark(a, b, cls) for a, b, cls in spans])
    assert "".join(p.text for p in made) == text
    at = 0
    for piece in made:
        middle = at + len(piece.text)
        over = {cls for a, b, cls in spans if a <= at and b >= middle and a < b}
        assert set(piece.classes.split()) == over
        at = middle


def test_a_piece_leads_where_its_narrowest_mark_does() -> None:
    made = pieces(TEXT, 0, 25, [Mark(0, 25, "contact", "#c"), Mark(5, 11, "mention", "#m")])
    assert [(p.text, p.classes, p.href) for p in made] == [
        ("أجرى ", "contact", "#c"),
        ("لافروف", "contact mention", "#m"),
        (" اتصالا بنظيره", "contact", "#c"),
    ]


@given(st.text(alphabet="اب \n", max_size=200), st.data())
def test_what_stands_around_a_span_holds_it_and_stays_in_its_paragraph(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = around(text, start, end, 20)
    assert 0 <= first <= start <= end <= last <= len(text)
    assert "\n" not in text[first:start]
    assert "\n" not in text[end:last]
    assert start - first <= 20
    assert last - end <= 20


@pytest.mark.parametrize(
    ("number", "says"),
    [(0, "لا وقائع"), (1, "واقعة واحدة"), (2, "واقعتان"), (3, "3 وقائع"), (10, "10 وقائع"), (11, "11 واقعة"),
     (100, "100 واقعة"), (103, "103 وقائع"), (200, "200 واقعة")],
)  # fmt: skip
def test_things_are_counted_as_arabic_counts(number: int, says: str) -> None:
    assert face("ar").n(number, "contact") == says


def test_things_are_counted_as_english_counts() -> None:
    assert [face("en").n(n, "article") for n in (0, 1, 2, 11)] == [
        "0 articles",
        "1 article",
        "2 articles",
        "11 articles",
    ]
    assert plural(1_000_003) == "few"


def test_both_languages_have_the_same_words() -> None:
    text = files("isnad").joinpath("resources", "labels-web.yml").read_text(encoding="utf-8")
    told = yaml.safe_load(text)
    assert set(told["ar"]["words"]) == set(told["en"]["words"])
    assert set(told["ar"]["counts"]) == set(told["en"]["counts"])
    for forms in (*told["ar"]["counts"].values(), *told["en"]["counts"].values()):
        assert "{n}" in forms["other"]


def test_addresses_are_quoted_and_leave_out_what_is_empty() -> None:
    assert address("ar", "outlet", "أ/ب?") == "/ar/outlet/%D8%A3%2F%D8%A8%3F"
    assert address("en", "contacts", side=["RUS", "TUR"], topic=None, kind=[]) == "/en/contacts?side=RUS&side=TUR"
    assert address("en", "") == "/en/"


def test_a_filter_is_the_question_of_the_record() -> None:
    asked = Filter.model_validate({"side": ["RUS", ""], "since": "", "topic": " سوريا\0 ", "until": "2024-12-01"})
    assert asked.asked().sides == ("RUS",)
    assert asked.asked().since is None
    assert asked.asked().topic == "سوريا"
    assert asked.given() == {"side": ["RUS"], "topic": "سوريا", "until": "2024-12-01"}


@pytest.mark.parametrize(
    ("status", "bounds", "after", "is_"),
    [
        ("held", ("2024-12-01", "2024-12-01"), None, "held"),
        ("planned", ("2024-12-01", "2024-12-01"), None, "silent"),
        ("planned", ("2024-12-20", "2024-12-20"), None, "ahead"),
        ("planned", ("2024-12-01", None), None, "ahead"),
        ("planned", ("2024-10-01", None), None, "silent"),
        ("planned", ("2012-07-10", "2025-07-10"), None, "silent"),
        ("planned", ("2024-01-01", "2025-01-20"), None, "ahead"),
        ("planned", ("2024-12-01", "2024-12-01"), ("on_visit", "held"), "held"),
        ("planned", ("2024-12-01", "2024-12-01"), ("on_visit", "planned"), "silent"),
        ("cancelled", ("2024-12-01", "2024-12-01"), ("rescheduled", "planned"), "moved"),
        ("cancelled", ("2024-12-01", "2024-12-01"), None, "cancelled"),
        ("denied", (None, None), None, "denied"),
        ("proposed", (None, None), None, "ahead"),
    ],
)
def test_what_became_of_a_plan(
    status: str, bounds: tuple[str | None, str | None], after: tuple[str, str] | None, is_: str
) -> None:
    days = Days(earliest=bounds[0], latest=bounds[1])
    followed = [contact(id="2", status=after[1], follows="1", follows_as=after[0])] if after else []
    assert fate(contact(id="1", status=status, bounds=days), followed, "2024-12-10") == is_


def test_a_timeline_stands_on_its_scale() -> None:
    first = Bin("2024-11-30", "2024-11-30", 7, {"call": 5, "visit": 2}, ())
    bins = (first, Bin("2024-12-03", "2024-12-03", 1, {"call": 1}, ()))
    made = chart(bins, "day")
    assert [b.start for b in made.bars] == ["2024-11-30", "2024-12-01", "2024-12-02", "2024-12-03"]
    assert [n for _, n in made.lines] == [0, 2, 4, 6, 8]
    heights = [sum(p.height for p in b.parts) for b in made.bars]
    assert heights[1] == heights[2] == 0
    assert heights[0] == pytest.approx(7 * heights[3], rel=0.01)
    assert all(b.x + b.width <= made.width for b in made.bars)
    assert chart((), "week").bars == ()


@given(st.lists(st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 1, 1)), min_size=1, max_size=6, unique=True))
def test_a_long_timeline_keeps_every_bar_in_the_picture(days: list[datetime.date]) -> None:
    bins = [Bin(d.isoformat(), d.isoformat(), 1, {"call": 1}, ()) for d in sorted(days)]
    made = chart(bins, "day")
    assert {b.start for b in made.bars if b.parts} == {d.isoformat() for d in days}
    assert all(b.x >= 0 and b.x + b.width <= made.width + 1 for b in made.bars)


def test_a_network_shows_the_busiest_and_says_how_many_it_leaves_out() -> None:
    ids = [f"S{n:02}" for n in range(40)]
    nodes = tuple(Node(id_, id_, id_, id_, 40 - n) for n, id_ in enumerate(ids))
    ties = tuple(Tie("S00", id_, 1, 1, {"call": 1}, None, None) for id_ in ids[1:])
    made = circle(Network(nodes=nodes, ties=ties))
    assert len(made.dots) + made.left_out == 40
    assert made.dots[0].id == "S00"
    assert len({(d.x, d.y) for d in made.dots}) == len(made.dots)
    assert circle(Network(nodes=(), ties=())).dots == ()


def test_a_token_is_proven_and_never_guessed_from_nothing() -> None:
    with_token, without = Settings(record="r", token="secret"), Settings(record="r")
    assert with_token.proven("secret")
    assert not with_token.proven("Secret")
    assert not with_token.proven("")
    assert not without.proven("")
    assert not without.proven(None)
    assert with_token.remembered(with_token.session())
    assert not without.remembered(without.session())
    assert "secret" not in with_token.session()
