"""What follows what, and what is of one story: in records of articles made by hand."""

from functools import partial
from typing import Any

import pytest

from isnad.lexicon import load
from isnad.merge import merge
from isnad.merge.crawled import came_out, crawl_days
from isnad.merge.days import interval
from isnad.model import Contact, Record, RecordContact, Verdict, Witness

from .report_cases import EGYPT, TURKIYE, article, party, report

Fields = dict[str, Any]
GUEST, HOST = party("EGY", "بدر عبد العاطي", role="visitor"), party("TUR", role="host")
VISIT = partial(report, "v", kind="visit", parties=(GUEST, HOST), words="زار بدر عبد العاطي تركيا")
IRAN = party("IRN", "عباس عراقجي")


APART = Verdict(kind="part", subject="v", other="w")


def merged(*witnesses: Witness) -> Record:
    """The record, in which a person keeps the two visits v and w apart."""
    return merge(witnesses, load(), [APART])


def told(*contacts: tuple[Contact, Any]) -> dict[str, RecordContact]:
    """The contacts of a record by the ids of their reports; each report in an article of its own, with its day."""
    record = merged(*(article(contact.id, contact, out=out) for contact, out in contacts))
    return {r.contact: c for c in record.contacts for r in c.reports}


# talks on a visit


@pytest.mark.parametrize(
    ("follows", "visit", "talks"),
    [
        pytest.param(True, {"days": "2024-11-26"}, {"days": "2024-11-26"}, id="of the day"),
        pytest.param(True, {"days": "2024-11-26"}, {"days": "2024-11-28"}, id="two days later"),
        pytest.param(False, {"days": "2024-11-26"}, {"days": "2024-11-29"}, id="three days later"),
        pytest.param(False, {"days": "2024-11-26"}, {"days": "2024-11-25"}, id="the day before"),
        pytest.param(True, {"days": "2024-11-26"}, {"days": "2024-11-26", "kind": "multilateral"}, id="of many"),
        pytest.param(False, {"days": "2024-11-26"}, {"days": "2024-11-26", "kind": "call"}, id="a call"),
        pytest.param(False, {"days": "2024-11-26", "background": True}, {"days": "2024-11-26"}, id="history"),
        pytest.param(False, {"days": "2024-11-26"}, {"days": "2024-11-26", "background": True}, id="talks of history"),
        pytest.param(False, {"days": "2024-11-26", "status": "cancelled"}, {"days": "2024-11-26"}, id="called off"),
        pytest.param(False, {"days": "2024-11-26", "status": "denied"}, {"days": "2024-11-26"}, id="denied"),
        pytest.param(
            True,
            {"days": "2024-11-26", "status": "cancelled"},
            {"days": "2024-11-26", "status": "planned"},
            id="called off with its talks",
        ),
        pytest.param(
            False,
            {"days": "2024-11-26"},
            {"days": "2024-11-26", "parties": (party("EGY", "سامح شكري"), TURKIYE)},
            id="of somebody else",
        ),
        pytest.param(
            False, {"days": "2024-11-26", "parties": (party("EGY", role="visitor"), HOST)}, {}, id="of nobody"
        ),
        pytest.param(False, {"days": "2024-11-26", "parties": (GUEST, TURKIYE)}, {"days": "2024-11-26"}, id="no host"),
        pytest.param(True, {"days": "2024-11-26"}, {"days": "2024-11-26", "place": "أنقرة"}, id="there"),
        pytest.param(True, {"days": "2024-11-26"}, {"days": "2024-11-26", "place": "قصر الضيافة"}, id="somewhere"),
        pytest.param(False, {"days": "2024-11-26"}, {"days": "2024-11-26", "place": "الدوحة"}, id="elsewhere"),
        pytest.param(True, {"days": ("2024-08-29", "2024-11-30")}, {"days": "2024-11-26"}, id="in 93 days"),
        pytest.param(False, {"days": ("2024-08-28", "2024-11-30")}, {"days": "2024-11-26"}, id="in 94 days"),
    ],
)
def test_talks_on_a_visit(follows: bool, visit: Fields, talks: Fields) -> None:
    found = told((VISIT(**visit), "2024-11-30"), (report("t", **talks), "2024-11-30"))
    assert (found["t"].follows, found["t"].follows_as) == (("v", "on_visit") if follows else (None, None))
    assert found["v"].follows is None


@pytest.mark.parametrize(
    ("follows", "out", "place"),
    [
        (True, "2024-11-14", None),
        (False, "2024-11-15", None),
        (True, "2024-11-15", "أنقرة"),
    ],
)
def test_without_a_day_the_news_of_a_visit_is_fresh_for_a_fortnight(follows: bool, out: str, place: str) -> None:
    found = told((VISIT(status="planned"), "2024-10-31"), (report("t", place=place), out))
    assert (found["t"].follows == "v") is follows


def other_visit(days: Any) -> Contact:
    return report("w", kind="visit", parties=(GUEST, HOST), days=days)


@pytest.mark.parametrize(
    ("one", "other", "talks"),
    [
        pytest.param("2024-11-12", "2024-11-26", ("2024-11-13", "2024-11-26"), id="nearer"),
        pytest.param(("2024-11-25", "2024-11-26"), "2024-11-26", "2024-11-26", id="better known"),
    ],
)
def test_of_two_visits_the_nearer(one: Any, other: Any, talks: Any) -> None:
    visits = (VISIT(days=one), "2024-11-30"), (other_visit(other), "2024-11-30")
    found = told(*visits, (report("t", days=talks), "2024-11-30"))
    assert found["t"].follows == "w"


@pytest.mark.parametrize(("first", "follows"), [("2024-08-29", True), ("2024-08-28", False)])
def test_of_two_visits_none_where_the_talks_are_hardly_dated(first: str, follows: bool) -> None:
    visit, other = (VISIT(days="2024-11-26"), "2024-11-30"), (other_visit("2024-10-01"), "2024-10-01")
    talks = report("t", days=(first, "2024-11-30"))
    assert (told(visit, other, (talks, "2024-11-30"))["t"].follows is not None) is follows
    assert told(visit, (talks, "2024-11-30"))["t"].follows == "v"


def test_a_visit_bounds_its_talks() -> None:
    bounds = told((VISIT(days="2024-11-26"), "2024-11-30"), (report("t"), "2024-11-28"))["t"].bounds
    assert (bounds.earliest, bounds.latest) == ("2024-11-26", "2024-11-28")
    bounds = told((VISIT(days="2024-11-26"), "2024-11-30"), (report("t", days="2024-11-27"), "2024-11-28"))["t"].bounds
    assert (bounds.earliest, bounds.latest) == ("2024-11-27", "2024-11-27")


def test_a_visit_never_inverts_the_bounds_of_its_talks() -> None:
    # the talks were told before the visit and after it: their bounds end before it begins
    early, late = report("t"), report("u", words="اجتمع بدر عبد العاطي بهاكان فيدان", place="أنقرة")
    found = told((VISIT(days="2024-11-26"), "2024-11-30"), (early, "2024-11-24"), (late, "2024-11-27"))
    assert found["t"] is found["u"]
    assert (found["t"].follows, found["t"].bounds.latest) == ("v", "2024-11-24")
    assert found["t"].bounds.earliest is None


# what was called off


@pytest.mark.parametrize(
    ("follows", "off", "then"),
    [
        pytest.param(True, {}, {}, id="a later day"),
        pytest.param(True, {}, {"days": "2024-12-31", "status": "planned"}, id="sixty days later"),
        pytest.param(False, {}, {"days": "2025-01-01", "status": "planned"}, id="sixty-one days later"),
        pytest.param(False, {}, {"days": "2024-10-31"}, id="an earlier day"),
        pytest.param(True, {}, {"kind": "multilateral"}, id="of many"),
        pytest.param(False, {}, {"kind": "call"}, id="a call"),
        pytest.param(True, {"kind": "call"}, {"kind": "call"}, id="calls"),
        pytest.param(False, {}, {"status": "cancelled"}, id="called off as well"),
        pytest.param(False, {"status": "denied"}, {}, id="denied"),
        pytest.param(False, {}, {"parties": (EGYPT, party("TUR", "ياشار غولر"))}, id="of somebody else"),
        pytest.param(True, {}, {"parties": (EGYPT, TURKIYE, party("TUR", "ياشار غولر"))}, id="of one more"),
        pytest.param(False, {}, {"parties": (EGYPT, party("TUR"))}, id="of one less"),
        pytest.param(False, {"parties": (party("EGY"), party("TUR"))}, {}, id="of nobody"),
    ],
)
def test_an_encounter_takes_the_place_of_one_that_was_called_off(follows: bool, off: Fields, then: Fields) -> None:
    plain: Fields = {"status": "cancelled", "days": "2024-11-01"}
    later = {"days": "2024-11-20"} | then
    found = told((report("a", **(plain | off)), "2024-10-30"), (report("b", **later), "2024-11-20"))
    assert (found["b"].follows, found["b"].follows_as) == (("a", "rescheduled") if follows else (None, None))
    assert found["a"].follows is None


def test_without_a_day_the_news_tells_which_came_later() -> None:
    off, then = report("a", status="cancelled"), report("b", status="planned", words="سيلتقي", days="2024-12-20")
    assert told((off, "2024-11-20"), (then, "2024-11-21"))["b"].follows in (None, "a")
    held = report("b", days="2024-12-10")
    assert told((off, "2024-11-20"), (held, "2024-12-10"))["b"].follows == "a"


def test_it_takes_the_place_of_the_last_one() -> None:
    first, second = (
        report(key, status="cancelled", days=day) for key, day in (("a", "2024-11-01"), ("b", "2024-11-05"))
    )
    held = report("c", days="2024-11-20")
    assert told((second, "2024-11-04"), (first, "2024-10-30"), (held, "2024-11-20"))["c"].follows == "b"


# stories


def stories(*witnesses: Witness) -> list[str]:
    """The stories as the ids of their contacts."""
    record = merged(*witnesses)
    of = {c.id: "+".join(r.contact for r in c.reports) for c in record.contacts}
    assert all(c.story == s.id for s in record.stories for c in record.contacts if c.id in s.contacts)
    return [" ".join(of[id_] for id_ in s.contacts) for s in record.stories]


def meeting(id_: str, **more: Any) -> Contact:
    return report(id_, days="2024-11-26", **more)


def aside(id_: str, **more: Any) -> Contact:
    return report(id_, days="2024-11-26", parties=(EGYPT, IRAN), **more)


def test_what_one_article_tells_goes_with_what_several_tell() -> None:
    assert stories(article("x", meeting("a"), aside("b")), article("y", meeting("c"))) == ["a+c b"]
    assert stories(article("x", meeting("a")), article("y", aside("b"))) == ["a", "b"]


def test_history_ties_nothing() -> None:
    assert stories(article("x", meeting("a"), aside("b", background=True)), article("y", meeting("c"))) == ["a+c", "b"]


@pytest.mark.parametrize(
    ("articles", "found"), [(4, ["a1+a2+a3+a4 b1+b2+b3+b4"]), (5, ["a1+a2+a3+a4+a5", "b1+b2+b3+b4+b5"])]
)
def test_half_of_the_articles_of_the_lesser_tell_of_both(articles: int, found: list[str]) -> None:
    both = [article(f"x{n}", meeting(f"a{n}"), aside(f"b{n}")) for n in (1, 2)]
    one = [article(f"x{n}", meeting(f"a{n}")) for n in range(3, articles + 1)]
    other = [article(f"y{n}", aside(f"b{n}")) for n in range(3, articles + 1)]
    assert stories(*both, *one, *other) == found


@pytest.mark.parametrize(("out", "together"), [("2024-11-14", True), ("2024-11-15", False)])
def test_a_contact_goes_with_its_visit_while_that_is_news(out: str, together: bool) -> None:
    visit, talks = VISIT(days="2024-11-12", status="planned"), report("t", days="2024-11-13")
    found = stories(article("x", visit, out="2024-10-31"), article("y", talks, out=out))
    assert (len(found) == 1) is together


def test_a_story_is_named_after_its_first_article_and_lasts_from_its_first_day_to_its_last() -> None:
    record = merged(
        article("x", meeting("a"), aside("b"), out="2024-11-28"),
        article("y", meeting("c"), out="2024-11-27"),
        article("z", meeting("d"), out=("2024-11-01", "2024-12-30")),
        article("w", meeting("e"), out=None),
    )
    (story,) = record.stories
    assert (story.earliest, story.latest) == ("2024-11-27", "2024-11-28")
    assert story.articles == ("w", "x", "y", "z")
    assert story.title == "التقى بدر عبد العاطي هاكان فيدان"
    (lone,) = merged(article("w", meeting("e"), out=None)).stories
    assert (lone.earliest, lone.latest) == (None, None)


# days of a crawl


def pages(many: int, day: str, outlet: str | None = "الشرق") -> list[Witness]:
    return [article(f"{outlet}{day}{n}", out=day, outlet=outlet) for n in range(many)]


@pytest.mark.parametrize(
    ("crawled", "heap", "others"),
    [
        pytest.param(True, 30, 0, id="thirty"),
        pytest.param(False, 29, 0, id="twenty-nine"),
        pytest.param(False, 30, 10, id="three times as many as usual"),
        pytest.param(True, 31, 10, id="more than that"),
    ],
)
def test_days_of_a_crawl(crawled: bool, heap: int, others: int) -> None:
    days = crawl_days([*pages(heap, "2024-11-30"), *pages(others, "2024-11-29"), *pages(others // 2, "2024-11-28")])
    assert days == ({("الشرق", interval("2024-11-30", None).lo)} if crawled else set())


def test_pages_without_outlet_or_day_are_no_crawl() -> None:
    assert crawl_days(pages(40, "2024-11-30", None)) == frozenset()
    loose = [article(f"x{n}", out=("2024-11-29", "2024-11-30"), outlet="الشرق") for n in range(40)]
    assert crawl_days(loose) == frozenset()


def test_an_article_of_a_crawl_came_out_no_later() -> None:
    crawled = crawl_days(pages(30, "2024-11-30"))
    assert came_out(article("x", outlet="الشرق"), crawled) == interval(None, "2024-11-30")
    day = interval("2024-11-30", "2024-11-30")
    assert came_out(article("x", outlet="الغرب"), crawled) == day
    assert came_out(article("x", outlet=None), crawled) == day
