"""What reports together say: status, day and bounds; and what a report says of its own days."""

from typing import Any

import pytest

from isnad.merge.days import Interval, ahead, interval, iso, publication, stated, weekday, window, yearless
from isnad.merge.outcome import outcome
from isnad.model import Published

from .report_cases import account, report

Fields = dict[str, Any]
NOVEMBER = ("2024-11-01", "2024-11-30")
TODAY = "2024-11-20"
OUT = interval(TODAY, TODAY)


def told(fields: Fields, key: str) -> Any:
    return account(key, **({"out": TODAY} | fields))


def said(*reports: Fields) -> Any:
    return outcome(sorted((told(f, key) for f, key in zip(reports, "abcd", strict=False)), key=lambda a: (a.out, a.id)))


def status(value: str, **more: Any) -> Fields:
    return {"status": value, **more}


# status


@pytest.mark.parametrize(
    ("one", "reports"),
    [
        ("held", [status("planned"), status("held"), status("ongoing")]),
        ("held", [status("held"), status("denied"), status("cancelled", out="2024-11-25")]),
        ("ongoing", [status("ongoing"), status("planned", out="2024-11-25")]),
        ("planned", [status("proposed"), status("planned", out="2024-11-21")]),
        ("proposed", [status("planned"), status("proposed", out="2024-11-21")]),
        ("cancelled", [status("planned"), status("cancelled")]),
        ("planned", [status("proposed"), status("planned")]),
        ("planned", [status("planned"), status("denied")]),
        ("planned", [status("planned"), status("denied", out="2024-11-21")]),
        ("denied", [status("denied"), status("denied", out="2024-11-21")]),
        ("proposed", [status("planned"), status("proposed", out=("2024-11-20", "2024-11-21"))]),
    ],
)
def test_one_status_of_many(one: str, reports: list[Fields]) -> None:
    assert said(*reports).status == one


def test_nothing_is_held_whose_reports_are_all_of_the_future() -> None:
    coming = status("held", days="2024-11-25")
    assert said(coming).status == "planned"
    assert said(coming).time.value == "2024-11-25"
    assert said(coming, status("planned", days="2024-11-25")).status == "planned"
    assert said(coming, status("held", out="2024-11-26")).status == "held"
    assert said(status("held", days=TODAY)).status == "held"


# the day


@pytest.mark.parametrize(
    ("day", "reports"),
    [
        pytest.param(None, [{}], id="none"),
        pytest.param(("2024-11-19", "2024-11-19"), [{"days": "2024-11-19"}, {}], id="of one"),
        pytest.param(("2024-11-19", "2024-11-19"), [{"days": NOVEMBER}, {"days": "2024-11-19"}], id="the narrowest"),
        pytest.param(
            ("2024-11-18", "2024-11-19"),
            [{"days": ("2024-11-12", "2024-11-19")}, {"days": ("2024-11-18", "2024-11-30")}],
            id="what both leave",
        ),
        pytest.param(("2024-11-12", "2024-11-12"), [{"days": "2024-11-12"}, {"days": "2024-11-14"}], id="the first"),
        pytest.param(
            ("2024-11-14", "2024-11-14"),
            [{"days": "2024-11-12", "out": "2024-11-21"}, {"days": "2024-11-14"}],
            id="the first that came out",
        ),
        pytest.param(
            ("2024-11-12", "2024-11-16"),
            [{"days": ("2024-11-12", "2024-11-16")}, status("planned", days="2024-11-17", out="2024-11-11")],
            id="what was held before what was planned",
        ),
        pytest.param(
            ("2024-11-19", "2024-11-19"), [{}, status("planned", days="2024-11-19", out="2024-11-11")], id="of the plan"
        ),
        pytest.param(
            ("2024-11-20", "2024-11-20"), [{}, status("planned", days=TODAY, out="2024-11-11")], id="of the plan, today"
        ),
        pytest.param(
            None, [{}, status("planned", days="2024-11-21", out="2024-11-11")], id="not after the news of what was held"
        ),
        pytest.param(
            ("2024-11-21", "2024-11-21"),
            [{}, {"out": "2024-11-22"}, status("planned", days="2024-11-21", out="2024-11-11")],
            id="not after the last news of what was held",
        ),
        pytest.param(
            ("2024-11-25", "2024-11-25"),
            [status("planned", days="2024-11-25")],
            id="of what is planned, after its news",
        ),
    ],
)
def test_one_day_of_many(day: tuple[str, str] | None, reports: list[Fields]) -> None:
    time = said(*reports).time
    assert (time and (time.earliest, time.latest)) == day
    if time is not None and time.earliest == time.latest:
        assert time.value == time.earliest


# bounds


@pytest.mark.parametrize(
    ("bounds", "reports"),
    [
        pytest.param((None, TODAY), [{}], id="held before its news"),
        pytest.param((None, TODAY), [{"out": "2024-11-22"}, {}], id="held before its first news"),
        pytest.param((TODAY, None), [status("planned")], id="planned after its news"),
        pytest.param(
            (TODAY, None), [status("proposed"), status("planned", out="2024-11-22")], id="after the first of it"
        ),
        pytest.param((None, None), [status("cancelled")], id="called off"),
        pytest.param(("2024-11-10", TODAY), [{}, status("planned", out="2024-11-10")], id="between plan and news"),
        pytest.param(
            ("2024-11-12", TODAY),
            [{}, status("planned", out="2024-11-10"), status("planned", out="2024-11-12")],
            id="after the last news of the plan",
        ),
        pytest.param((None, TODAY), [{}, status("planned", out="2024-11-21")], id="never inverted"),
        pytest.param((TODAY, TODAY), [{}, status("planned", out=TODAY)], id="plan and news of one day"),
        pytest.param(("2024-11-19", "2024-11-19"), [{"days": "2024-11-19"}], id="the day itself"),
        pytest.param(("2024-11-05", TODAY), [{"days": ("2024-11-05", None)}], id="no earlier than"),
        pytest.param((None, "2024-11-05"), [{"days": (None, "2024-11-05")}], id="no later than"),
    ],
)
def test_bounds(bounds: tuple[str | None, str | None], reports: list[Fields]) -> None:
    found = said(*reports).bounds
    assert (found.earliest, found.latest) == bounds


# the days of one report


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({}, None),
        ({"days": "2024-11-19"}, ("2024-11-19", "2024-11-19")),
        ({"days": (None, "2024-11-19")}, (None, "2024-11-19")),
        ({"days": TODAY}, (TODAY, TODAY)),
        # held after its own news; inverted: either is misread
        ({"days": "2024-11-21"}, None),
        ({"days": "2024-11-21", "status": "ongoing"}, None),
        ({"days": "2024-11-21", "status": "planned"}, ("2024-11-21", "2024-11-21")),
        ({"days": ("2024-11-19", "2024-11-18")}, None),
        # what goes on is of the day of its news
        ({"days": ("2024-11-01", "2024-12-02"), "status": "ongoing"}, ("2024-11-01", "2024-12-02")),
        ({"days": ("2024-11-01", "2024-12-03"), "status": "ongoing"}, None),
        ({"days": ("2024-11-01", "2024-12-03")}, ("2024-11-01", "2024-12-03")),
    ],
)
def test_the_days_that_a_report_gives(fields: Fields, days: tuple[str, str] | None) -> None:
    found = stated(report(**fields), OUT)
    assert (found and (iso(found.lo), iso(found.hi))) == days


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"days": "2024-11-21"}, True),
        ({"days": TODAY}, False),
        ({"days": ("2024-11-22", "2024-11-21")}, False),
        ({"days": "2024-11-21", "status": "planned"}, False),
        ({"value": "P1D"}, False),
        ({}, False),
    ],
)
def test_what_is_told_as_held_after_its_own_news(fields: Fields, days: bool) -> None:
    assert (ahead(report(**fields), OUT) is not None) is days


@pytest.mark.parametrize(
    ("fields", "out", "days"),
    [
        ({"days": "2024-11-19"}, (TODAY, TODAY), ("2024-11-19", "2024-11-19")),
        ({}, (TODAY, TODAY), ("2024-11-10", TODAY)),
        ({"status": "ongoing"}, ("2024-11-18", TODAY), ("2024-11-08", TODAY)),
        ({"background": True}, (TODAY, TODAY), (None, TODAY)),
        ({"earlier": True}, (TODAY, TODAY), (None, TODAY)),
        ({"status": "planned"}, (TODAY, TODAY), (TODAY, "2025-01-19")),
        ({"status": "proposed"}, (TODAY, TODAY), (TODAY, "2024-12-20")),
        ({"status": "cancelled"}, (TODAY, TODAY), ("2024-11-10", "2025-01-19")),
        ({}, (None, TODAY), (None, TODAY)),
        ({"status": "planned"}, (TODAY, None), (TODAY, None)),
        # what is planned for a time that has begun is of what is left of it
        ({"status": "planned", "days": NOVEMBER}, (TODAY, TODAY), (TODAY, "2024-11-30")),
        ({"status": "proposed", "days": NOVEMBER}, ("2024-11-30", "2024-11-30"), ("2024-11-30", "2024-11-30")),
        ({"status": "planned", "days": NOVEMBER}, ("2024-12-01", "2024-12-01"), NOVEMBER),
        ({"status": "planned", "days": NOVEMBER}, ("2024-10-31", "2024-10-31"), NOVEMBER),
        ({"status": "held", "days": NOVEMBER}, (TODAY, TODAY), NOVEMBER),
        (
            {"status": "planned", "days": ("2024-11-14", "2024-11-21")},
            (TODAY, TODAY),
            ("2024-11-14", "2024-11-21"),
        ),
        ({"status": "planned", "days": ("2024-11-14", "2024-11-22")}, (TODAY, TODAY), (TODAY, "2024-11-22")),
    ],
)
def test_the_days_on_which_it_can_lie(fields: Fields, out: tuple[str, str], days: tuple[str, str]) -> None:
    found = window(report(**fields), interval(*out))
    assert (iso(found.lo), iso(found.hi)) == days


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ({"days": "2024-11-18"}, 1),
        ({"days": ("2024-11-18", "2024-11-19")}, None),
        ({"value": "XXXX-WXX-3"}, 3),
        ({"value": "XXXX-WXX-3TMO"}, 3),
        ({"value": "2024-W47"}, None),
        ({}, None),
    ],
)
def test_its_day_of_the_week(fields: Fields, number: int | None) -> None:
    assert weekday(report(**fields), OUT) == number


def test_its_day_of_the_year() -> None:
    assert yearless(report(value="XXXX-11-30")) == (11, 30)
    assert yearless(report(value="XXXX-11-30TMO")) is None
    assert yearless(report(days="2024-11-30")) is None
    assert yearless(report()) is None


def test_intervals() -> None:
    a, b = interval("2024-11-10", "2024-11-12"), interval("2024-11-15", "2024-11-15T10:00")
    assert (a.width, b.width) == (2, 0)
    assert not a.meets(b, 2)
    assert a.meets(b, 3)
    assert b.meets(a, 3)
    assert not b.meets(a, 2)
    assert a.meets(interval("2024-11-12", None))
    assert interval(None, None) == Interval() == publication(None)
    assert publication(Published(earliest=TODAY, latest=TODAY)) == OUT
