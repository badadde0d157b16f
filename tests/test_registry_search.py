"""Searching the registry: either script, any accents, sides, offices, days."""

import pytest

from isnad.lexicon import Lexicon, load
from isnad.registry import Query, search
from isnad.registry.search import keys


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def people(lexicon: Lexicon, **query: str) -> list[str]:
    return [person.id for person in search(lexicon, Query(**query)).people]


@pytest.mark.parametrize(
    "words", ["لافروف", "سيرغي لافروف", "سيرجي لافروف", "Lavrov", "sergey lavrov", "LAVR", "sergey-lavrov"]
)
def test_a_person_is_found_by_any_form_of_his_name(lexicon: Lexicon, words: str) -> None:
    assert people(lexicon, words=words)[0] == "sergey-lavrov"


@pytest.mark.parametrize("words", ["Çavuşoğlu", "cavusoglu", "CAVUSOGLU", "جاويش اوغلو", "جاويش أوغلو"])
def test_accents_case_and_hamza_do_not_matter(lexicon: Lexicon, words: str) -> None:
    assert "mevlut-cavusoglu" in people(lexicon, words=words)


def test_all_words_must_fit_one_name(lexicon: Lexicon) -> None:
    assert people(lexicon, words="sergey fidan") == []
    assert people(lexicon, words="nobody-of-that-name") == []


def test_a_whole_name_comes_before_a_beginning(lexicon: Lexicon) -> None:
    found = search(lexicon, Query(words="مصر")).actors
    assert found[0].id == "EGY"
    assert len(found) > 1


@pytest.mark.parametrize(
    ("day", "who"),
    [
        ("2015-10-01", ["feridun-sinirlioglu"]),
        ("2020-01-27", ["mevlut-cavusoglu"]),
        ("2024-11-30", ["hakan-fidan"]),
    ],
)
def test_who_held_an_office_on_a_day(lexicon: Lexicon, day: str, who: list[str]) -> None:
    assert people(lexicon, side="TUR", office="foreign-minister", on=day) == who


def test_only_the_terms_asked_for_are_shown(lexicon: Lexicon) -> None:
    (person,) = search(lexicon, Query(side="TUR", office="foreign-minister", on="2020-01-27")).people
    assert [term.start for term in person.offices] == ["2015-11-24"]
    (whole,) = search(lexicon, Query(words="mevlut-cavusoglu")).people
    assert len(whole.offices) > 1


def test_sides_are_told_by_code_in_any_case(lexicon: Lexicon) -> None:
    assert people(lexicon, side="tur") == people(lexicon, side="TUR") != []
    assert [actor.id for actor in search(lexicon, Query(side="EU")).actors] == ["EU"]


def test_collective_actors_hold_no_office(lexicon: Lexicon) -> None:
    assert search(lexicon, Query(words="روسيا")).actors[0].id == "RUS"
    assert search(lexicon, Query(words="روسيا", office="foreign-minister")).actors == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("Binali Yıldırım", ("binali", "yildirim")),
        ("آل ثاني", ("ال", "ثاني")),
        ("  ؟ ", ()),
    ],
)
def test_keys(text: str, expected: tuple[str, ...]) -> None:
    assert keys(text) == expected


def test_a_search_without_words_keeps_the_order_of_offices(lexicon: Lexicon) -> None:
    found = search(lexicon, Query(side="RUS", office="head-of-state")).people
    assert [person.id for person in found][-1] == "vladimir-putin"
