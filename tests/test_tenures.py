"""What titles tell of the day of an article: posts by rank, terms that the law ends, words that only sound like one."""

import pytest

from isnad.clean import clean
from isnad.lexicon import Lexicon, load
from isnad.model import Page, Published
from isnad.reading import read


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def published(text: str, lexicon: Lexicon) -> Published | None:
    return read(clean(Page(key="x", origin="x", text=text)), lexicon).article.published


def test_a_spokeswoman_served_between_the_days_of_her_post(lexicon: Lexicon) -> None:
    told = published("رفضت المتحدثة باسم البيت الأبيض سارة ساندرز التعليق على الأمر.", lexicon)
    assert told is not None
    assert told.earliest is not None
    assert told.latest is not None
    assert "2017" in told.earliest
    assert "2019" in told.latest


def test_a_former_spokeswoman_bounds_nothing(lexicon: Lexicon) -> None:
    assert published("رفضت المتحدثة السابقة باسم البيت الأبيض سارة ساندرز التعليق على الأمر.", lexicon) is None


def test_a_bare_deputy_may_be_of_a_parliament(lexicon: Lexicon) -> None:
    assert published("رفض النائب بكر بوزداغ التعليق على الأمر.", lexicon) is None


def test_the_law_ends_a_term_that_is_still_open(lexicon: Lexicon) -> None:
    told = published("رفض الرئيس الفرنسي إيمانويل ماكرون التعليق على الأمر.", lexicon)
    assert told is not None
    assert told.latest is not None
    assert "2027" in told.latest


def test_a_term_without_a_limit_stays_open(lexicon: Lexicon) -> None:
    told = published("رفض الرئيس الإيطالي سيرجيو ماتاريلا التعليق على الأمر.", lexicon)
    assert told is not None
    assert told.latest is None


def test_a_pledge_is_no_era(lexicon: Lexicon) -> None:
    assert published("رحبت الصحف بتعهد رئيسة الوزراء البريطانية تيريزا ماي.", lexicon) is not None
    assert published("تذكرت الصحف عهد رئيسة الوزراء البريطانية تيريزا ماي.", lexicon) is None
