"""Titles against the terms of the registry: what is reported, and what is not."""

import pytest

from isnad.clean import clean
from isnad.lexicon import load
from isnad.model import Page, Problem
from isnad.reading import read
from isnad.reading.offices import titled_persons

FIDAN = "أعلن وزير الخارجية التركي هاكان فيدان أن بلاده ترحب بالاتفاق."


def problems(text: str, day: str | None) -> list[Problem]:
    reading = read(clean(Page(key="a", origin="a", text=text, title_end=0, date=day)), load())
    return [problem for problem in reading.problems if problem.room == "actors"]


def test_an_office_that_another_held_is_a_problem() -> None:
    (problem,) = problems(FIDAN, "2020-03-01")
    assert FIDAN[problem.start : problem.end] == "وزير الخارجية التركي هاكان فيدان"
    assert "mevlut-cavusoglu" in problem.message
    assert "hakan-fidan: 2023-06-03.." in problem.message


@pytest.mark.parametrize("day", ["2024-11-30", "2023-06-04", None])
def test_the_holder_is_none_and_without_a_day_nothing_is_known(day: str | None) -> None:
    assert problems(FIDAN, day) == []


def test_a_month_before_the_term_he_may_be_designated() -> None:
    assert problems(FIDAN, "2023-05-10") == []
    assert problems(FIDAN, "2023-04-10") != []


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوفد وزير الخارجية التركي السابق مولود جاويش أوغلو في أنقرة.",
        "التقى الوفد مولود جاويش أوغلو، وزير الخارجية التركي الأسبق، في أنقرة.",
        "أشاد بالرئيس المصري الراحل حسني مبارك.",
        "شهدت البلاد توسعا في عهد الرئيس المصري حسني مبارك.",
        "قال إن الرئيس المصري آنذاك حسني مبارك رفض المقترح.",
        "وقع الرئيس المصري حسني مبارك الاتفاق في عام 2008.",
    ],
)
def test_what_is_told_of_former_days_is_no_problem(text: str) -> None:
    assert problems(text, "2024-11-30") == []


def test_the_same_title_without_such_a_word_is_one() -> None:
    assert len(problems("التقى الوفد وزير الخارجية التركي مولود جاويش أوغلو في أنقرة.", "2024-11-30")) == 1


def test_one_problem_a_person_and_office() -> None:
    assert len(problems(f"{FIDAN} {FIDAN}", "2020-03-01")) == 1


@pytest.mark.parametrize(
    "text",
    [
        # a name and the title of another, without a comma between
        "شكر لافروف الرئيس التركي قبل مغادرته أنقرة.",
        # ministers of state, deputies, and whoever serves the bearer of the title
        "أكد وزير الدولة للشؤون الخارجية الإماراتي أنور قرقاش موقف بلاده.",
        "قال نائب وزير الخارجية الروسي ميخائيل بوغدانوف إن المحادثات مفيدة.",
        "قال مستشار الأمن القومي للرئيس الأمريكي جون بولتون إن القوات باقية.",
    ],
)
def test_a_title_that_is_not_his_is_not_held_against_him(text: str) -> None:
    assert problems(text, "2018-08-01") == []


def test_words_of_former_days_have_an_example_and_a_near_miss() -> None:
    words, lexicon = load().titles.not_serving, load()
    titled = {
        text: list(titled_persons(clean(Page(key="a", origin="a", text=f"{text}.", title_end=0)), lexicon))
        for text in (words.example, words.not_)
    }
    assert titled[words.example] == []
    assert len(titled[words.not_]) == 1


def test_rival_governments_contradict_nobody() -> None:
    assert problems("قال رئيس الوزراء الليبي فتحي باشاغا إن حكومته مستعدة.", "2022-06-01") == []
    assert problems("قال رئيس الوزراء الليبي عبد الحميد الدبيبة إن حكومته مستعدة.", "2022-06-01") == []
