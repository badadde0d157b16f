"""Which reports become one contact: enough points, no rival, no contradiction in the cluster, and people's word."""

from typing import Any

import pytest

from isnad.merge.accounts import Account
from isnad.merge.joining import clusters
from isnad.merge.prints import originals
from isnad.model import Verdict

from .report_cases import EGYPT, TURKIYE, account, party

Fields = dict[str, Any]
UNKNOWN: Fields = {"out": None}
SOMEBODY = party("TUR")
IRAN = party("IRN", "عباس عراقجي")


def joined(*reports: Account, verdicts: tuple[Verdict, ...] = ()) -> list[str]:
    """The contacts as the ids of their reports: "a b" is one contact of the reports a and b."""
    found = clusters(reports, verdicts)
    assert found == clusters(reports[::-1], verdicts[::-1]), "order is nothing"
    assert all(len(joins) == len(members) - 1 for members, joins in found)
    return [" ".join(member.id for member in members) for members, _ in found]


# enough


@pytest.mark.parametrize(
    ("contacts", "fields"),
    [
        pytest.param(["a b"], {"place": "تركيا"}, id="4.5 points"),
        pytest.param(["a", "b"], {"topics": ("النفط",)}, id="4.25 points"),
    ],
)
def test_so_many_points_are_enough(contacts: list[str], fields: Fields) -> None:
    assert joined(account("a", **UNKNOWN, **fields), account("b", **UNKNOWN, **fields)) == contacts


SURE: Fields = {"place": "أنقرة"}
NOT_SURE: Fields = {"place": "تركيا", "topics": ("النفط",)}
# persons named elsewhere 1.0, news of one day 1.5
WEAK: Fields = {"parties": (EGYPT, IRAN), "bare": True}


@pytest.mark.parametrize(
    ("shared", "other", "contacts"),
    [
        pytest.param(SURE, {"place": "طهران"}, ["a1 b1", "a2 b2"], id="6.5 points vouch for 3.5"),
        pytest.param(NOT_SURE, {"place": "طهران"}, ["a1 b1", "a2", "b2"], id="6.25 points vouch for nothing"),
        pytest.param(
            SURE, {"place": "إيران", "topics": ("النفط",)}, ["a1 b1", "a2", "b2"], id="3.25 points are not enough"
        ),
        pytest.param(
            SURE, {"place": "طهران", "earlier": True}, ["a1 b1", "a2", "b2"], id="history is vouched for by nothing"
        ),
    ],
)
def test_a_sure_pair_vouches_for_another_of_its_articles(shared: Fields, other: Fields, contacts: list[str]) -> None:
    reports = [
        account(key, id_=f"{key}{n}", **fields) for key in ("a", "b") for n, fields in ((1, shared), (2, WEAK | other))
    ]
    assert joined(*reports) == contacts


def test_a_pair_does_not_vouch_for_itself() -> None:
    # 7.0 points less 3.0: told in other words, of persons named elsewhere
    weak: Fields = {"bare": True, "place": "أنقرة"}
    assert joined(account("a", **weak), account("b", **weak)) == ["a", "b"]


def test_why_they_are_one_is_told() -> None:
    ((_, (join,)),) = clusters([account("b"), account("a")])
    assert (join.a, join.b, join.score) == ("a", "b", 5.5)
    assert "news of the same day" in join.reasons
    pairs = [
        account(key, id_=f"{key}{n}", **f) for key in ("a", "b") for n, f in ((1, SURE), (2, WEAK | {"place": "طهران"}))
    ]
    _, (_, (vouched,)) = clusters(pairs)
    assert vouched.score == 4.5
    assert vouched.reasons[-1] == "the two articles share another contact"


# rivals: an undated report between two encounters

LOOSE: Fields = {"out": "2024-12-01"}


@pytest.mark.parametrize(
    ("others", "contacts"),
    [
        pytest.param({"b": {"days": "2024-11-30"}}, ["a b"], id="no rival"),
        pytest.param({"b": {"days": "2024-11-30"}, "c": {"days": "2024-12-01"}}, ["a", "b", "c"], id="a rival"),
        pytest.param(
            {"b": {"days": "2024-11-30"}, "c": {"days": "2024-12-01", "topics": ("النفط",)}},
            ["a", "b", "c"],
            id="a rival is a quarter of a point stronger",
        ),
        pytest.param(
            {"b": {"days": "2024-11-30"}, "c": {"days": "2024-12-01", "place": "تركيا"}},
            ["a c", "b"],
            id="half a point decides",
        ),
        pytest.param(
            {"b": {"days": "2024-11-30"}, "c": {"days": "2024-12-01"}, "d": {"days": "2024-12-01"}},
            ["a", "b", "c d"],
            id="two articles rival one",
        ),
        pytest.param(
            {"b": {"days": "2024-11-30"}} | {key: {"days": "2024-12-01"} for key in "cde"},
            ["a c d e", "b"],
            id="three articles outnumber one",
        ),
        pytest.param(
            {"b": {"days": "2024-11-30"}}
            | {key: {"days": "2024-12-01", "family": "f", "words": f"التقاه {key}"} for key in "cde"},
            ["a", "b", "c d e"],
            id="copies outnumber nobody",
        ),
    ],
)
def test_what_is_ambiguous_stays_alone(others: dict[str, Fields], contacts: list[str]) -> None:
    loose = account("a", **LOOSE, topics=("النفط",), place="تركيا", kind="meeting")
    dated = [account(key, out="2024-12-01", **fields) for key, fields in others.items()]
    assert joined(loose, *dated) == contacts


def test_visits_within_their_days_do_not_rival() -> None:
    visit: Fields = {"kind": "visit", "out": "2024-12-01"}
    assert joined(
        account("a", **visit), account("b", days="2024-11-30", **visit), account("c", days="2024-12-01", **visit)
    ) == ["a b c"]


def test_visits_six_days_apart_are_found() -> None:
    visit: Fields = {"kind": "visit", "place": "أنقرة", "out": None}
    day, week, later = (
        account(key, days=days, **visit)
        for key, days in (("a", "2024-11-20"), ("b", "2024-11-26"), ("c", "2024-11-27"))
    )
    assert joined(day, week) == ["a b"]
    assert joined(day, later) == ["a", "c"]


# clusters


def test_no_two_of_a_cluster_contradict_each_other() -> None:
    a = account("a", days="2024-11-29", place="أنقرة")
    b = account("b", days=("2024-11-29", "2024-11-30"), place="أنقرة")
    c = account("c", days="2024-11-30")
    assert joined(b, c) == ["b c"]
    assert joined(a, b, c) == ["a b", "c"]


def test_sides_that_one_of_several_has_in_common() -> None:
    three, two = account("a", kind="multilateral", parties=(EGYPT, TURKIYE, IRAN)), account("b", kind="multilateral")
    assert joined(three, two) == ["a b"]


def test_a_contact_inside_one_side() -> None:
    alone: Fields = {"parties": (EGYPT, party("EGY", "سامح شكري")), "days": "2024-11-29"}
    assert joined(account("a", **alone), account("b", **alone)) == ["a b"]


# people


def test_what_a_person_joined_does_not_keep_out_others() -> None:
    a, b = account("a", days="2024-11-29"), account("b", days="2024-11-29", words="اجتمعا")
    guest = account("c", days="2024-11-25")
    assert joined(a, b, guest, verdicts=(Verdict(kind="join", subject="c", other="a"),)) == ["a b c"]
    assert joined(a, b, guest, verdicts=(Verdict(kind="accept", subject="c", other="a"),)) == ["a b", "c"]
    part = Verdict(kind="part", subject="c", other="b", at="2")
    assert joined(a, b, guest, verdicts=(Verdict(kind="join", subject="c", other="a", at="1"), part)) == ["a c", "b"]
    assert joined(a, b, verdicts=(Verdict(kind="join", subject="a", other="gone"),)) == ["a b"]


# prints

MONDAY, TUESDAY = "2024-11-25", "2024-11-26"
PRINT: Fields = {"family": "f", "place": "أنقرة"}


def prints() -> tuple[Account, Account, Account]:
    """A text, its copy, and its copy of a day later, whose «yesterday» is another day."""
    return (
        account("a", days=MONDAY, out=TUESDAY, **PRINT),
        account("b", days=MONDAY, out=TUESDAY, **PRINT),
        account("c", days=TUESDAY, out="2024-11-27", **PRINT),
    )


def test_a_later_print_parts_nobody() -> None:
    a, b, c = prints()
    assert joined(a, b) == ["a b"]
    assert joined(a, b, c) == ["a b c"]


def test_another_witness_does_not_part_prints() -> None:
    a, b, c = prints()
    first, later = account("d", days=MONDAY, words="اجتمعا"), account("e", days=TUESDAY, words="اجتمعا")
    assert joined(a, b, c, first) == ["a b c d"]
    assert joined(a, b, c, later) == ["a b c", "e"]
    assert joined(a, b, c, first, later) == ["a b c d", "e"]


def test_a_person_parts_prints() -> None:
    a, b, c = prints()
    assert joined(a, b, c, verdicts=(Verdict(kind="part", subject="c", other="a"),)) == ["a b", "c"]


@pytest.mark.parametrize(
    ("same", "fields"),
    [
        pytest.param(True, {"days": TUESDAY, "out": "2024-11-27"}, id="later"),
        pytest.param(False, {"family": "g"}, id="of another text"),
        pytest.param(False, {"words": "اجتمع بدر عبد العاطي مع هاكان فيدان"}, id="in other words"),
        pytest.param(False, {"kind": "visit"}, id="of another kind"),
        pytest.param(False, {"parties": (EGYPT, IRAN)}, id="of other sides"),
        pytest.param(False, {"parties": (EGYPT, party("TUR", "ياشار غولر"))}, id="of other people"),
        pytest.param(True, {"parties": (EGYPT, SOMEBODY)}, id="of people not named"),
    ],
)
def test_what_is_a_print(same: bool, fields: Fields) -> None:
    a = account("a", **{"days": MONDAY, "out": TUESDAY, **PRINT})
    b = account("b", **{"days": MONDAY, "out": "2024-11-28", **PRINT, **fields})
    assert originals([b, a]) == {"a": "a", "b": "a" if same else "b"}


@pytest.mark.parametrize(
    ("a", "b"), [(TUESDAY, None), (TUESDAY, ("2024-11-20", TUESDAY)), (TUESDAY, "2024-11-27"), (TUESDAY, TUESDAY)]
)
def test_the_original_is_the_print_whose_day_is_known_best_then_the_first(a: Any, b: Any) -> None:
    assert originals([account("b", out=b, **PRINT), account("a", out=a, **PRINT)]) == {"a": "a", "b": "a"}


def test_two_encounters_in_the_same_words_are_two() -> None:
    twice = [account(key, id_=f"{key}{n}", **PRINT) for key in ("a", "b") for n in (1, 2)]
    assert originals(twice) == {"a1": "a1", "a2": "a2", "b1": "a1", "b2": "a2"}
