"""Spans in which no time is looked for."""

import pytest

from isnad.lexicon.when import Moment, TimeHit
from isnad.when.blocked import Blocked


def hit(start: int, end: int) -> TimeHit:
    return TimeHit(first=0, last=1, start=start, end=end, rule="a", meaning=Moment())


@pytest.mark.parametrize(
    ("spans", "touched"),
    [
        ([], None),
        ([(0, 10)], None),
        ([(20, 30)], None),
        ([(0, 11)], (0, 11)),
        ([(19, 30)], (19, 30)),
        ([(10, 20)], (10, 20)),
        ([(12, 15)], None),
        ([(10, 15)], None),
        ([(15, 20)], None),
        ([(5, 25)], (5, 25)),
        ([(9, 20)], (9, 20)),
        ([(10, 21)], (10, 21)),
        ([(12, 14), (18, 25)], (18, 25)),
        ([(19, 30), (5, 11)], (5, 11)),
        ([(5, 25), (12, 14)], (5, 25)),
    ],
)
def test_a_hit_is_barred_by_what_it_touches_and_does_not_hold(spans: list[tuple[int, int]], touched: object) -> None:
    assert Blocked(spans).touching(hit(10, 20)) == touched


def test_spans_are_walked_once_from_left_to_right() -> None:
    blocked = Blocked([(0, 5), (8, 12), (30, 40)])
    assert [blocked.touching(hit(a, b)) for a, b in ((3, 7), (6, 8), (11, 20), (35, 50), (50, 60))] == [
        (0, 5),
        None,
        (8, 12),
        (30, 40),
        None,
    ]
