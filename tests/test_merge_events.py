"""Events of several articles: joined by act, sides, place and day under the laws of merging, with their conflicts."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.clean import clean
from isnad.lexicon import load
from isnad.merge import merge, witness
from isnad.merge.event_likeness import ENOUGH
from isnad.model import Appearance, Page, RecordEvent, Verdict, Witness
from isnad.reading import read

LEXICON = load()
TAKEN = "سيطرت قوات الدعم السريع على مدينة الفاشر يوم 12 مارس 2026."


def told(key: str, text: str, date: str = "2026-03-13") -> Witness:
    article = clean(Page(key=key, origin=key, text=text, date=date, outlet=f"صحيفة {key}"))
    return witness(read(article, LEXICON), article.text, [Appearance(key=key, outlet=f"صحيفة {key}", date=date)])


def merged(*witnesses: Witness, verdicts: tuple[Verdict, ...] = ()) -> tuple[RecordEvent, ...]:
    return merge(witnesses, LEXICON, verdicts).events


A = told("a", TAKEN)
B = told("b", "أعلنت مصادر محلية أن قوات الدعم السريع سيطرت على معظم مدينة الفاشر في 12 مارس 2026.")


def test_two_tellings_of_one_act_are_one_event_with_both_reports() -> None:
    (event,) = merged(A, B)
    assert {r.article for r in event.reports} == {"a", "b"}
    assert event.sources.independent == 2
    assert event.id == min(r.event for r in event.reports)
    assert event.joins[0].score >= ENOUGH


@pytest.mark.parametrize(
    "other",
    [
        "سيطرت قوات الدعم السريع على مدينة نيالا يوم 12 مارس 2026.",
        "سيطرت قوات الدعم السريع على مدينة الفاشر يوم 2 مارس 2026.",
        "سيطرت حركة الشباب على مدينة الفاشر يوم 12 مارس 2026.",
        "قصفت قوات الدعم السريع مدينة الفاشر يوم 12 مارس 2026.",
        "ستسيطر قوات الدعم السريع على مدينة الفاشر يوم 20 مارس 2026.",
    ],
    ids=["other-place", "other-day", "other-actor", "other-act", "to-come"],
)
def test_what_contradicts_is_another_event(other: str) -> None:
    assert all(len(e.reports) == 1 for e in merged(A, told("b", other)))


def test_two_acts_of_one_article_stay_two() -> None:
    twice = told("a", TAKEN + "\nوقصفت قوات الدعم السريع مدينة الفاشر يوم 12 مارس 2026.")
    assert len(merged(twice)) == 2


def test_most_of_a_city_is_in_conflict_with_all_of_it() -> None:
    (event,) = merged(A, B)
    (conflict,) = event.conflicts
    assert conflict.field == "extent"
    assert {c.value for c in conflict.claims} == {"all", "most"}


def test_tolls_that_cannot_both_be_right_are_in_conflict_and_the_newest_counts() -> None:
    first = told("a", "قتلت القوات النيجيرية 20 مسلحا في مدينة مايدوغوري يوم 12 مارس 2026.", "2026-03-12")
    later = told("b", "قتلت القوات النيجيرية 35 مسلحا في مدينة مايدوغوري يوم 12 مارس 2026.", "2026-03-14")
    (event,) = merged(later, first)
    assert [(n.what, n.min) for n in event.numbers] == [("killed", 35)]
    assert [c.field for c in event.conflicts] == ["number"]


def test_an_open_toll_agrees_with_a_higher_one() -> None:
    some = told("a", "قتلت القوات النيجيرية عشرات المسلحين في مدينة مايدوغوري يوم 12 مارس 2026.")
    many = told("b", "قتلت القوات النيجيرية 35 مسلحا في مدينة مايدوغوري يوم 12 مارس 2026.")
    (event,) = merged(some, many)
    assert not event.conflicts


def test_verdicts_hold() -> None:
    a, b = A.events[0].id, B.events[0].id
    assert len(merged(A, B, verdicts=(Verdict(kind="part", subject=a, other=b),))) == 2
    other = told("b", "سيطرت قوات الدعم السريع على مدينة نيالا يوم 12 مارس 2026.")
    (event,) = merged(A, other, verdicts=(Verdict(kind="join", subject=a, other=other.events[0].id),))
    assert len(event.reports) == 2
    (event,) = merged(A, verdicts=(Verdict(kind="reject", subject=a),))
    assert event.verdict == "reject"


def test_a_position_stands_whenever_it_is_told() -> None:
    spring = told("a", "وتدعم إريتريا الحكومة الصومالية في الخلاف.", "2026-03-13")
    autumn = told("b", "وتدعم إريتريا الحكومة الصومالية منذ أعوام.", "2026-10-02")
    (event,) = merged(spring, autumn)
    assert event.status == "standing"


def test_the_order_of_witnesses_is_nothing() -> None:
    third = told("c", "سيطرت قوات الدعم السريع على مدينة نيالا يوم 12 مارس 2026.")
    assert len({merged(*order) for order in permutations((A, B, third))}) == 1
    assert merged(A, B, third, A) == merged(A, B, third)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["سيطرت", "قوات الدعم السريع", "على", "مدينة الفاشر", "أمس", "، ", "قصف", "الجيش"]), max_size=12
    )
)
def test_every_event_of_a_reading_is_a_report_of_one_event(words: list[str]) -> None:
    seen = told("x", " ".join(words) + ".")
    reports = [r.event for e in merged(A, seen) for r in e.reports]
    assert sorted(reports) == sorted(e.id for w in (A, seen) for e in w.events)
