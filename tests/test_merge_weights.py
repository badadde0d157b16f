"""What speaks for two reports being of one contact: each weight by what it adds, each limit from both sides."""

from typing import Any

import pytest

from isnad.merge.contradiction import same_city
from isnad.merge.gazetteer import Place
from isnad.merge.likeness import likeness, told_alike

from .report_cases import EGYPT, TURKIYE, account, gazetteer, party

Fields = dict[str, Any]
UNKNOWN: Fields = {"out": None}
MINISTER = party("TUR", office="وزير الخارجية")
LONG = "عقد وزير الخارجية المصري بدر عبد العاطي لقاء مع نظيره التركي هاكان فيدان"
LIKE = "عقد وزير الخارجية بدر عبد العاطي لقاء مع نظيره التركي هاكان فيدان أمس"
UNLIKE = "عقد وزير الخارجية بدر عبد العاطي لقاء مطولا تناول ملفات عدة مع الوزير التركي هاكان فيدان"
HEADS: Fields = {"led": frozenset({"EGY", "TUR"}), "out": None}
PLAN: Fields = {"status": "planned"}
HISTORY: Fields = {"earlier": True}


def of(*parties: Any, **more: Any) -> Fields:
    return {"parties": parties, "out": None, **more}


def out(first: str, last: str | None = None, **more: Any) -> Fields:
    return {"out": (first, last or first), **more}


def days(first: str, last: str | None = None, **more: Any) -> Fields:
    return {"days": (first, last or first), "out": None, **more}


# two persons are named in both reports unless a case says otherwise: that is 4 points; nobody knows when they came out
PERSONS = 4.0
PARTIES: dict[str, tuple[float, Fields, Fields]] = {
    "two persons": (4.0, UNKNOWN, UNKNOWN),
    "a person and a side": (2.5, UNKNOWN, of(EGYPT, party("TUR"))),
    "two sides": (1.0, of(party("EGY"), party("TUR")), of(party("EGY"), party("TUR"))),
    "an office": (3.0, of(EGYPT, MINISTER), of(EGYPT, MINISTER)),
    "a head": (3.0, of(EGYPT, party("TUR"), led={"TUR"}), of(EGYPT, party("TUR"), led={"TUR"})),
    "the head in one of them": (2.5, of(EGYPT, party("TUR"), led={"TUR"}), of(EGYPT, party("TUR"), led={"EGY"})),
    "a host": (3.5, of(EGYPT, party("TUR"), kind="visit"), of(EGYPT, party("TUR"), kind="visit")),
    "a host who is named once": (2.5, of(EGYPT, TURKIYE, kind="visit"), of(EGYPT, party("TUR"), kind="visit")),
    "persons named elsewhere": (1.0, {"bare": True, **UNKNOWN}, UNKNOWN),
    "several sides": (5.0, of(EGYPT, TURKIYE, party("IRN")), of(EGYPT, TURKIYE, party("IRN"))),
    "several sides in one": (4.0, of(EGYPT, TURKIYE, party("IRN")), UNKNOWN),
    # the two best sides count
    "a third person": (5.0, of(EGYPT, TURKIYE, party("IRN", "عراقجي")), of(EGYPT, TURKIYE, party("IRN", "عراقجي"))),
    # two plans of one summit, one of which does not name the heads
    "a summit": (3.5, {**of(party("EGY"), party("TUR"), **PLAN), **HEADS}, {**UNKNOWN, **PLAN, **HEADS}),
    "a summit with the heads named twice": (4.0, {**UNKNOWN, **PLAN, **HEADS}, {**UNKNOWN, **PLAN, **HEADS}),
    "a summit that was held": (2.0, {**of(party("EGY"), party("TUR")), **HEADS}, {**UNKNOWN, **PLAN, **HEADS}),
    "a summit of one head": (
        1.5,
        {**of(party("EGY"), party("TUR"), **PLAN), **HEADS},
        {**of(EGYPT, TURKIYE, **PLAN), "led": frozenset({"EGY"})},
    ),
    "a coming visit of heads": (
        2.0,
        {**of(party("EGY"), party("TUR"), status="planned", kind="visit"), **HEADS},
        {**of(EGYPT, TURKIYE, status="planned", kind="visit"), **HEADS},
    ),
}
WORDING: dict[str, tuple[float, Fields, Fields]] = {
    "copies": (7.0, {"family": "f", **UNKNOWN}, {"family": "f", **UNKNOWN}),
    "the same words": (PERSONS + 2.0, out("2024-11-01", "2024-12-02", words=LONG), out("2024-11-30", words=LIKE)),
    "the same words of a longer time": (
        PERSONS,
        out("2024-11-01", "2024-12-03", words=LONG),
        out("2024-11-30", words=LIKE),
    ),
    "the same words in a fortnight": (PERSONS + 2.0, out("2024-11-01", words=LONG), out("2024-11-15", words=LONG)),
    "the same words after a fortnight": (PERSONS, out("2024-11-01", words=LONG), out("2024-11-16", words=LONG)),
    "fifty letters": (PERSONS + 3.5, {"words": LONG[:50]}, {"words": LONG[:50]}),
    "forty-nine letters": (PERSONS + 1.5, {"words": LONG[:49]}, {"words": LONG[:50]}),
    "other words": (PERSONS + 1.5, {"words": LONG}, {"words": UNLIKE}),
    "one does not say how": (3.25, {"kind": "contact", **UNKNOWN}, UNKNOWN),
    "neither says how": (4.0, {"kind": "contact", **UNKNOWN}, {"kind": "contact", **UNKNOWN}),
    "of many and of two": (4.0, {"kind": "multilateral", **UNKNOWN}, UNKNOWN),
    "a second meeting": (2.75, {"again": True, **UNKNOWN}, UNKNOWN),
    "a second visit": (4.0, {"again": True, "kind": "visit", **UNKNOWN}, {"kind": "visit", **UNKNOWN}),
    "a topic": (4.25, {"topics": ("الهدنة", "النفط"), **UNKNOWN}, {"topics": ("الهدنة",), **UNKNOWN}),
    "other topics": (4.0, {"topics": ("النفط",), **UNKNOWN}, {"topics": ("الهدنة",), **UNKNOWN}),
}
TIMES: dict[str, tuple[float, Fields, Fields]] = {
    "one day": (3.0, days("2024-11-20"), days("2024-11-20")),
    "a day of two": (2.0, days("2024-11-20"), days("2024-11-20", "2024-11-21")),
    "a day of a week": (2.0, days("2024-11-20"), days("2024-11-20", "2024-11-27")),
    "a day of more than a week": (1.5, days("2024-11-20"), days("2024-11-20", "2024-11-28")),
    "two days of a week": (1.5, days("2024-11-20", "2024-11-21"), days("2024-11-20", "2024-11-27")),
    "a day of a month": (1.5, days("2024-11-20"), days("2024-11-01", "2024-12-02")),
    "a day of more than a month": (-1.0, days("2024-11-20"), days("2024-11-01", "2024-12-03")),
    "half of the narrower": (1.5, days("2024-11-20", "2024-11-23"), days("2024-11-22", "2024-11-25")),
    "less than half of the narrower": (-1.0, days("2024-11-20", "2024-11-23"), days("2024-11-23", "2024-11-26")),
    "a day of the year": (3.0, {"value": "XXXX-11-20", **UNKNOWN}, days("2024-11-20")),
    "a day of the year in a span": (3.0, days("2024-11-19", "2024-11-21"), {"value": "XXXX-11-20", **UNKNOWN}),
    "another day of the year": (0.0, {"value": "XXXX-11-20", **UNKNOWN}, days("2024-11-21")),
    # a day, and news that gives none
    "held, news a day later": (1.5, days("2024-11-20"), out("2024-11-21")),
    "held, news two days later": (1.0, days("2024-11-20"), out("2024-11-22")),
    "held, news three days later": (1.0, days("2024-11-20"), out("2024-11-23")),
    "held, news four days later": (0.0, days("2024-11-20"), out("2024-11-24")),
    "the first of both does not matter": (1.0, out("2024-11-23"), days("2024-11-20")),
    "called, news a day later": (1.5, days("2024-11-20", kind="call"), out("2024-11-21", kind="call")),
    "called, news two days later": (0.0, days("2024-11-20", kind="call"), out("2024-11-22", kind="call")),
    "held in a week, news of its end": (1.5, days("2024-11-20", "2024-11-27"), out("2024-11-28")),
    "held in more than a week": (0.0, days("2024-11-20", "2024-11-28"), out("2024-11-28")),
    "news of four days": (1.5, days("2024-11-20"), out("2024-11-18", "2024-11-21")),
    "news of five days": (0.0, days("2024-11-20"), out("2024-11-17", "2024-11-21")),
    "planned, told a fortnight before": (0.5, days("2024-11-20"), out("2024-11-06", **PLAN)),
    "planned, told earlier": (0.0, days("2024-11-20"), out("2024-11-05", **PLAN)),
    "planned, told three days before": (1.0, days("2024-11-20"), out("2024-11-17", **PLAN)),
    "two plans, one without its day, a day apart": (
        1.5,
        {"days": "2024-12-31", **out("2024-11-05", **PLAN)},
        out("2024-11-06", **PLAN),
    ),
    "a plan called off, and another without its day": (
        0.0,
        {"days": "2024-12-31", **out("2024-11-05", status="cancelled")},
        out("2024-11-06", **PLAN),
    ),
    # neither gives a day, or one gives a month
    "news of one day": (1.5, out("2024-11-20"), out("2024-11-20")),
    "news of the next day": (1.5, out("2024-11-20"), out("2024-11-21")),
    "news of two days later": (1.0, out("2024-11-20"), out("2024-11-22")),
    "news of four days later": (0.0, out("2024-11-20"), out("2024-11-24")),
    "calls, news of the next day": (1.5, out("2024-11-20", kind="call"), out("2024-11-21", kind="call")),
    "calls, news of two days later": (0.0, out("2024-11-20", kind="call"), out("2024-11-22", kind="call")),
    "plans, news of two weeks later": (0.5, out("2024-11-06", **PLAN), out("2024-11-20", **PLAN)),
    "plans, news of later": (0.0, out("2024-11-06", **PLAN), out("2024-11-21", **PLAN)),
    "wishes, news of three days later": (1.0, out("2024-11-17", status="proposed"), out("2024-11-20", **PLAN)),
    "wishes, news of four days later": (0.0, out("2024-11-16", status="proposed"), out("2024-11-20", **PLAN)),
    "a month, and news of the next day": (
        1.5,
        {"days": ("2024-10-20", "2024-11-20"), **out("2024-11-20")},
        out("2024-11-21"),
    ),
    "more than a month": (0.0, {"days": ("2024-10-19", "2024-11-20"), **out("2024-11-20")}, out("2024-11-21")),
    "history": (0.0, out("2024-11-20", **HISTORY), out("2024-11-20")),
    "history beside a day": (0.0, days("2024-11-20"), out("2024-11-20", background=True)),
    "history of a day": (3.0, days("2024-11-20", **HISTORY), days("2024-11-20")),
    "nobody knows": (0.0, UNKNOWN, out("2024-11-20")),
    "no later than": (0.0, {"days": "2024-11-20", **UNKNOWN}, UNKNOWN),
}
PLACES: dict[str, tuple[float, Fields, Fields]] = {
    "one city": (1.0, {"place": "مدينة عدن", **UNKNOWN}, {"place": "العاصمة المؤقتة عدن", **UNKNOWN}),
    "two cities of a state": (-1.0, {"place": "أنقرة", **UNKNOWN}, {"place": "إسطنبول", **UNKNOWN}),
    "cities of two states": (-2.0, {"place": "أنقرة", **UNKNOWN}, {"place": "القاهرة", **UNKNOWN}),
    "one state": (0.5, {"place": "تركيا", **UNKNOWN}, {"place": "إسطنبول", **UNKNOWN}),
    "two states": (-2.0, {"place": "تركيا", **UNKNOWN}, {"place": "القاهرة", **UNKNOWN}),
    "words in common": (0.5, {"place": "قصر الضيافة", **UNKNOWN}, {"place": "قصر المؤتمرات", **UNKNOWN}),
    "no words in common": (0.0, {"place": "قصر الضيافة", **UNKNOWN}, {"place": "مقر الوزارة", **UNKNOWN}),
    "a state and other words": (0.0, {"place": "تركيا", **UNKNOWN}, {"place": "مقر الوزارة", **UNKNOWN}),
    "one place only": (0.0, {"place": "أنقرة", **UNKNOWN}, UNKNOWN),
    "the place of a call": (
        0.0,
        {"place": "أنقرة", "kind": "call", **UNKNOWN},
        {"place": "أنقرة", "kind": "call", **UNKNOWN},
    ),
    "the state of a visit": (
        0.0,
        {"place": "تركيا", "kind": "visit", **UNKNOWN},
        {"place": "أنقرة", "kind": "visit", **UNKNOWN},
    ),
    "the city of a visit": (
        1.0,
        {"place": "أنقرة", "kind": "visit", **UNKNOWN},
        {"place": "أنقرة", "kind": "visit", **UNKNOWN},
    ),
    "the city of a plan": (1.0, {"place": "أنقرة", **UNKNOWN, **PLAN}, {"place": "أنقرة", **UNKNOWN}),
    "another city of a plan": (0.0, {"place": "أنقرة", **UNKNOWN, **PLAN}, {"place": "القاهرة", **UNKNOWN}),
}


def weighed(a: Fields, b: Fields) -> float:
    one, other = account(**{"key": "a", **a}), account(**{"key": "b", **b})
    points, reasons = likeness(one, other)
    assert likeness(other, one) == (points, reasons)
    assert len(set(reasons)) == len(reasons)
    return points


@pytest.mark.parametrize("name", PARTIES)
def test_who_met(name: str) -> None:
    points, a, b = PARTIES[name]
    assert weighed(a, b) == points


@pytest.mark.parametrize("name", WORDING)
def test_in_what_words(name: str) -> None:
    points, a, b = WORDING[name]
    assert weighed(a, b) == points


@pytest.mark.parametrize("name", TIMES)
def test_when(name: str) -> None:
    points, a, b = TIMES[name]
    assert weighed(a, b) == PERSONS + points


@pytest.mark.parametrize("name", PLACES)
def test_where(name: str) -> None:
    points, a, b = PLACES[name]
    assert weighed(a, b) == PERSONS + points


def test_reasons_name_the_side() -> None:
    _, reasons = likeness(account("a"), account("b"))
    assert set(reasons) == {"same person of EGY", "same person of TUR", "news of the same day"}


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("إسطنبول", "اسطنبول", True),
        ("دبي", "أبوظبي", False),
        ("مدينة عدن", "العاصمة المؤقتة عدن", True),
        ("صنعاء", "العاصمة المؤقتة عدن", False),
        ("شرم الشيخ", "مدينة شرم الشيخ", True),
    ],
)
def test_names_of_a_city(a: str, b: str, same: bool) -> None:
    assert same_city(gazetteer().place(a), gazetteer().place(b)) is same


@pytest.mark.parametrize(("other", "same"), [("استنبول", True), ("اسبول", True), ("اسطول", True), ("سطنب", False)])
def test_spellings_of_a_city(other: str, same: bool) -> None:
    a, b = (Place("TUR", city, frozenset()) for city in ("اسطنبول", other))
    assert same_city(a, b) is same
    assert not same_city(a, b._replace(state="SYR"))


@pytest.mark.parametrize(
    ("alike", "a", "b"),
    [
        (True, {}, {}),
        (False, {}, HISTORY),
        (False, {"background": True}, {}),
        (True, {"background": True, "days": "2024-11-29"}, {}),
        (False, {"kind": "call"}, {"kind": "call"}),
        (False, {"kind": "contact"}, {"kind": "call", **out("2024-11-27", "2024-11-30")}),
        (True, {"kind": "contact"}, {"kind": "call", **out("2024-11-26", "2024-11-30")}),
    ],
)
def test_another_contact_of_two_articles_vouches_for_this_one(alike: bool, a: Fields, b: Fields) -> None:
    assert told_alike(account(**{"key": "a", **a}), account(**{"key": "b", **b})) is alike
