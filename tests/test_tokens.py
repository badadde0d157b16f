"""Tokens and sentences on any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.arabic.fold import INVISIBLE, MARKS, TATWEEL, fold_word
from isnad.arabic.tokens import Tokens

PIECES = st.sampled_from([*'اأبتةىو .!؟،\n"”»)(٣7aé\u200f\u064bـ…-', "قال", "أ.ف.ب", "3.5", "د. ", "\u200c", "ﻻ"])
ANY = st.one_of(st.text(), st.lists(PIECES).map("".join), st.text(st.characters(exclude_categories=())))


@given(ANY)
def test_spans_lie_in_order_and_hold_their_forms(text: str) -> None:
    tokens = Tokens(text)
    assert len(tokens) == len(tokens.starts) == len(tokens.ends) == len(tokens.forms)
    at = 0
    for start, end, form in zip(tokens.starts, tokens.ends, tokens.forms, strict=True):
        assert at <= start < end <= len(text)
        assert fold_word(text[start:end]) == form
        at = end


@given(ANY)
def test_what_no_token_holds_is_blank_or_mark(text: str) -> None:
    tokens = Tokens(text)
    held = {at for start, end in zip(tokens.starts, tokens.ends, strict=True) for at in range(start, end)}
    for at, char in enumerate(text):
        assert at in held or char.isspace() or not fold_word(char) or char in TATWEEL + "#_", hex(ord(char))


@given(ANY)
def test_sentences_tile_the_tokens(text: str) -> None:
    tokens = Tokens(text)
    assert [at for sentence in tokens.sentences() for at in sentence] == list(range(len(tokens)))


@given(ANY)
def test_a_newline_closes_its_sentence(text: str) -> None:
    tokens = Tokens(text)
    for sentence in tokens.sentences():
        assert all(tokens.forms[at] != "\n" for at in sentence[:-1])


@given(ANY, st.data())
def test_words_are_the_stored_characters(text: str, data: st.DataObject) -> None:
    tokens = Tokens(text)
    if not len(tokens):
        assert tokens.words(0, 0) == ""
        return
    first = data.draw(st.integers(0, len(tokens) - 1))
    last = data.draw(st.integers(first + 1, len(tokens)))
    assert tokens.words(first, last) == text[tokens.starts[first] : tokens.ends[last - 1]]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("وصل الوزير. ثم غادر.", ["وصل الوزير .", "ثم غادر ."]),
        ("نقلت أ.ف.ب عن الوزير قوله", ["نقلت ا . ف . ب عن الوزير قوله"]),
        ("بلغت 3.5 في المئة. وانتهى", ["بلغت 3 . 5 في الميه .", "وانتهي"]),
        ("قال: «نرحب.» ثم مضى", ["قال : « نرحب . »", "ثم مضي"]),
        ("عنوان\nمتن الخبر", ["عنوان \n", "متن الخبر"]),
        ("هل وصل؟ نعم!", ["هل وصل ؟", "نعم !"]),
        ("التقى د. سامي الوفد", ["التقي د . سامي الوفد"]),
        ("وصل الوفد.وغادر الوزير", ["وصل الوفد .", "وغادر الوزير"]),
        ("بلغ عددهم 12. وصل آخرون", ["بلغ عددهم 12 .", "وصل اخرون"]),
        ("بلغ عددهم 12.وصل آخرون", ["بلغ عددهم 12 .", "وصل اخرون"]),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    tokens = Tokens(text)
    assert [" ".join(tokens.forms[at] for at in sentence) for sentence in tokens.sentences()] == sentences


def test_harakat_and_marks_stay_inside_their_word() -> None:
    tokens = Tokens("اتّصالًا\u200f هاتفـيًّا")
    assert tokens.forms == ["اتصالا", "هاتفيا"]
    assert all(not set(form) & set(MARKS[:1] + INVISIBLE + TATWEEL) for form in tokens.forms)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("القاهرةوقال", ["القاهره", "وقال"]),
        ("زيارةً رسميةَ\u200fفي", ["زياره", "رسميه", "في"]),
        ("قضي\u200dة", ["قضيه"]),
        ("وزيرالخارجية", ["وزير", "الخارجيه"]),
        ("ورئيسالوزراء", ["ورييس", "الوزراء"]),
        ("عبدالله ونورالدين", ["عبدالله", "ونورالدين"]),
        ("وزيران ووزيرالا", ["وزيران", "ووزيرالا"]),
        ("بوزيرالدين", ["بوزيرالدين"]),
        ("ةة", ["ه", "ه"]),
    ],
)
def test_words_that_were_run_together_come_apart(text: str, forms: list[str]) -> None:
    assert Tokens(text).forms == forms
