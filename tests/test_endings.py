"""Endings and articles that a word may lose: an example and a near miss of each."""

import pytest

from isnad.arabic.clitics import unglued, without_false_article
from isnad.arabic.endings import unended


@pytest.mark.parametrize(
    ("form", "among"),
    [
        ("سيادتها", {"سيادت", "سياده"}),
        ("سيادتهما", {"سيادت", "سياده"}),
        ("موقفهم", {"موقف"}),
        ("موقفنا", {"موقف"}),
        ("الوزيرين", {"الوزير", "الوزيران", "الوزيرون"}),
        ("الوزيران", {"الوزير"}),
        ("اتفاقات", {"اتفاق"}),
        ("وزيرون", {"وزير"}),
        ("اكدوا", {"اكد"}),
        ("موقفه", {"موقف"}),
        ("موقفي", {"موقف"}),
        ("موقفا", {"موقف"}),
    ],
)
def test_what_a_word_may_be_without_its_ending(form: str, among: set[str]) -> None:
    assert among <= set(unended(form, 3))


@pytest.mark.parametrize("form", ["موقف", "وزير", "دعم"])
def test_a_word_without_an_ending(form: str) -> None:
    assert list(unended(form, 3)) == []


def test_so_many_letters_are_left() -> None:
    assert list(unended("يدها", 3)) == ["يده"]
    assert "يد" in unended("يدها", 2)


def test_a_name_that_begins_with_the_letter_of_a_particle() -> None:
    assert unglued("للندن", "ل") == "الندن"
    assert without_false_article("الندن") == "لندن"
    assert without_false_article("لندن") is None
