"""Folding: the comparison form and its map back to the stored characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.arabic.fold import TABLE, fold, fold_word

ARABIC = st.text(
    st.one_of(st.characters(min_codepoint=0x600, max_codepoint=0x6FF), st.sampled_from(" \u200f\u200eـ\ufefbﷺ٣Aé\n"))
)
ANY = st.one_of(st.text(), ARABIC, st.text(st.characters(exclude_categories=())))


@given(ANY)
def test_the_folded_text_is_the_same_by_either_way(text: str) -> None:
    assert fold(text).text == fold_word(text)


@given(ANY, st.data())
def test_a_folded_span_maps_back_to_characters_that_fold_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first <= last <= len(text)
    # one stored character may fold to several: the stored span then holds all of them
    assert folded.text[start:end] in fold_word(text[first:last])


@given(ANY, st.data())
def test_a_piece_of_whole_characters_maps_back_exactly(text: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    folded, piece = fold(text), fold_word(text[first:last])
    start = len(fold_word(text[:first]))
    assert folded.text[start : start + len(piece)] == piece
    if piece:
        a, b = folded.span(start, start + len(piece))
        assert first <= a < b <= last
        assert fold_word(text[a:b]) == piece


@given(ANY)
def test_the_map_goes_forward_and_stays_inside(text: str) -> None:
    folded = fold(text)
    assert folded.length == len(text)
    assert len(folded.origin) == len(folded.text)
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= at < len(text) for at in folded.origin)


@given(ANY)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_word(fold_word(text)) == fold_word(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أُعلِنَ", "اعلن"),
        ("إيران", "ايران"),
        ("آب", "اب"),
        ("مصطفى", "مصطفي"),
        ("وزارة", "وزاره"),
        ("مسؤول", "مسوول"),
        ("الـقاهـــرة", "القاهره"),
        ("١٢/٣", "12/3"),
        ("\u200fدمشق\u200e", "دمشق"),
        ("ﻻ", "لا"),
        ("CNN", "cnn"),
        ("اتصالاً", "اتصالا"),
    ],
)
def test_forms_that_are_one_word(written: str, folded: str) -> None:
    assert fold_word(written) == folded


def test_an_empty_span_stands_where_it_begins() -> None:
    folded = fold("أب")
    assert folded.span(1, 1) == (1, 1)
    assert folded.span(2, 2) == (2, 2)


def test_no_letter_folds_to_a_character_that_folds_further() -> None:
    assert all(ord(char) not in TABLE or TABLE[ord(char)] == char for out in TABLE.values() for char in out)
