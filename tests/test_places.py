"""Places: where the words of a place lie, and how many contacts each place saw."""

import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import yaml

import isnad
from isnad.lexicon import Lexicon, load
from isnad.merge import merge
from isnad.model import LexiconError
from isnad.query import coordinates as table
from isnad.query.coordinates import coordinates
from isnad.query.places import Located, locate, places

from .record_cases import HELD, MOSCOW, TALKS, VISIT, told

PLACES = Path(isnad.__file__).parent / "resources" / "places"
# «latitude longitude» as an atlas gives them, to a tenth of a degree
ATLAS = {
    "إدلب": (35.93, 36.63),
    "حلب": (36.2, 37.15),
    "دمشق": (33.5, 36.3),
    "بيروت": (33.9, 35.5),
    "طرابلس": (32.9, 13.2),
    "بنغازي": (32.1, 20.1),
    "القاهرة": (30.05, 31.25),
    "شرم الشيخ": (27.9, 34.3),
    "الخرطوم": (15.6, 32.5),
    "بورتسودان": (19.6, 37.2),
    "أديس أبابا": (9.0, 38.75),
    "نيروبي": (-1.3, 36.8),
    "مقديشو": (2.05, 45.3),
    "صنعاء": (15.35, 44.2),
    "عدن": (12.8, 45.0),
    "الرياض": (24.7, 46.7),
    "جدة": (21.5, 39.2),
    "نيوم": (28.0, 35.2),
    "الدوحة": (25.3, 51.5),
    "المنامة": (26.2, 50.6),
    "أبوظبي": (24.45, 54.4),
    "مسقط": (23.6, 58.4),
    "عمان": (31.95, 35.9),
    "بغداد": (33.3, 44.4),
    "أربيل": (36.2, 44.0),
    "طهران": (35.7, 51.4),
    "قم": (34.64, 50.88),
    "أنقرة": (39.9, 32.85),
    "إسطنبول": (41.0, 28.95),
    "غزة": (31.5, 34.47),
    "رام الله": (31.9, 35.2),
    "القدس": (31.78, 35.22),
    "تل أبيب": (32.08, 34.78),
    "نيقوسيا": (35.17, 33.36),
    "أثينا": (37.98, 23.73),
    "روما": (41.9, 12.5),
    "باريس": (48.85, 2.35),
    "برلين": (52.5, 13.4),
    "ميونيخ": (48.14, 11.58),
    "جنيف": (46.2, 6.15),
    "دافوس": (46.8, 9.84),
    "فيينا": (48.2, 16.37),
    "لاهاي": (52.08, 4.3),
    "بروكسل": (50.85, 4.35),
    "لندن": (51.5, -0.12),
    "أوسلو": (59.9, 10.75),
    "هلسنكي": (60.2, 24.9),
    "موسكو": (55.75, 37.6),
    "سوتشي": (43.6, 39.7),
    "كييف": (50.45, 30.5),
    "أستانا": (51.15, 71.45),
    "إسلام آباد": (33.7, 73.05),
    "نيودلهي": (28.6, 77.2),
    "بكين": (39.9, 116.4),
    "طوكيو": (35.7, 139.7),
    "نيويورك": (40.7, -74.0),
    "واشنطن": (38.9, -77.04),
    "كامب ديفيد": (39.65, -77.46),
    "أنكوريج": (61.2, -149.9),
    "برازيليا": (-15.8, -47.9),
    "بريتوريا": (-25.75, 28.2),
    "كانبيرا": (-35.3, 149.1),
    "الجزائر العاصمة": (36.75, 3.06),
    "الرباط": (34.0, -6.83),
    "العيون": (27.15, -13.2),
    "نواكشوط": (18.1, -15.95),
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def found(place: str, lexicon: Lexicon) -> Located:
    located = locate(place, lexicon)
    assert located is not None, place
    return located


@pytest.mark.parametrize(("place", "point"), ATLAS.items())
def test_a_city_lies_where_the_atlas_has_it(place: str, point: tuple[float, float], lexicon: Lexicon) -> None:
    located = found(place, lexicon)
    assert located.exact
    assert (located.lat, located.lon) == pytest.approx(point, abs=0.1)


@pytest.mark.parametrize(
    ("place", "name", "state", "exact"),
    [
        ("العاصمة القطرية الدوحة", "الدوحة", "QAT", True),
        ("العاصمة القطرية", "الدوحة", "QAT", True),
        ("العاصمة عمان", "عمان", "JOR", True),
        ("سلطنة عمان", "سلطنة عمان", "OMN", False),
        ("مدينة جدة السعودية", "جدة", "SAU", True),
        ("قصر السلام بجدة", "جدة", "SAU", True),
        ("البيت الأبيض", "واشنطن", "USA", True),
        ("قصر قرطاج", "قرطاج", "TUN", True),
        ("مقر الأمم المتحدة في نيويورك", "نيويورك", "USA", True),
        ("مقر السفارة الأمريكية في دمشق", "دمشق", "SYR", True),
        ("مدينة إنزبروك النمساوية", "إنسبروك", "AUT", True),
        ("واشنطون", "واشنطن", "USA", True),
        ("قطاع غزة", "غزة", "PSE", True),
        ("الجزائر", "الجزائر", "DZA", False),
        ("العاصمة الجزائرية", "الجزائر العاصمة", "DZA", True),
        ("سنغافورة", "سنغافورة", "SGP", True),
        ("إقليم دارفور", "دارفور", "SDN", True),
        ("الدولة العبرية", "إسرائيل", "ISR", False),
        ("الندن", "لندن", "GBR", True),
        ("الشام", "سوريا", "SYR", False),
        ("اسرائيل", "إسرائيل", "ISR", False),
        ("طرابلس", "طرابلس", "LBY", True),
        ("طرابلس اللبنانية", "طرابلس", "LBN", True),
        ("رفح المصرية", "رفح", "EGY", True),
    ],
)
def test_the_words_of_an_article_are_understood(
    place: str, name: str, state: str, exact: bool, lexicon: Lexicon
) -> None:
    located = found(place, lexicon)
    assert (located.name, located.state, located.exact) == (name, state, exact)


@pytest.mark.parametrize("place", ["القدس", "القدس المحتلة", "القرم", "كشمير", "رفح"])
def test_a_place_that_two_states_claim_is_given_to_neither(place: str, lexicon: Lexicon) -> None:
    assert found(place, lexicon).state is None


@pytest.mark.parametrize(
    ("place", "sides", "state"),
    [
        ("المملكة", ("LBN", "SAU"), "SAU"),
        ("المملكة", ("GBR", "USA"), "GBR"),
        ("المملكة", ("SAU", "JOR"), None),
        ("المملكة", ("LBN",), None),
        ("الكونغو", ("COD", "FRA"), "COD"),
        ("القدس", ("PSE", "FRA"), None),
    ],
)
def test_the_sides_tell_which_of_several_states_is_meant(
    place: str, sides: tuple[str, ...], state: str | None, lexicon: Lexicon
) -> None:
    located = locate(place, lexicon, sides)
    assert (located.state if located else None) == state


@pytest.mark.parametrize("place", ["", "المملكة", "الكونغو", "مكان ما", "الأمم المتحدة", ":", "123"])
def test_what_is_not_known_is_not_guessed(place: str, lexicon: Lexicon) -> None:
    assert locate(place, lexicon) is None


def test_every_state_and_nearly_every_city_of_the_registry_is_located(lexicon: Lexicon) -> None:
    lost = []
    for state in lexicon.collective.states:
        for name in (state.name.ar, *state.names):
            # «الكويت» is the state; «العاصمة الجزائر» its capital
            assert found(name, lexicon).state == state.id, name
        for name in (*state.capital.ar, *state.capital.weak, *state.cities, *state.weak_cities):
            located = locate(name, lexicon)
            if located is None or not located.exact:
                lost.append(name)
            elif name not in state.weak_cities:
                assert located.state == state.id, name
    assert len(lost) <= 2, lost


def test_contacts_are_counted_by_place(lexicon: Lexicon) -> None:
    witnesses = (
        told("held", HELD, "2024-12-19"),
        told("talks", TALKS, "2024-12-02"),
        told("visit", VISIT, "2024-12-01"),
        told("call", MOSCOW, "2024-11-30"),
    )
    contacts = merge(witnesses, lexicon, ()).contacts
    answer = places(contacts, lexicon)
    assert [(p.place.name, p.contacts) for p in answer.places] == [("أنقرة", 2), ("القاهرة", 1)]
    assert (answer.unstated, answer.unknown) == (1, 0), "a call has no place"
    assert {id_ for p in answer.places for id_ in p.ids} == {c.id for c in contacts if c.place}
    elsewhere = [msgspec.structs.replace(c, place="مكان ما") for c in contacts]
    assert (places(elsewhere, lexicon).places, places(elsewhere, lexicon).unknown) == ((), len(contacts))
    assert places([], lexicon).places == ()


def test_every_place_that_is_kept_by_hand_has_a_source() -> None:
    lines = (PLACES / "coordinates-by-hand.yml").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line.startswith("  ")]
    assert entries
    assert [
        line for line in entries if not re.search(r"\d  # .+ \((GeoNames \d+|Wikipedia(, unchecked)?)\)$", line)
    ] == []


def test_the_table_credits_its_source_and_holds_no_place_twice(lexicon: Lexicon) -> None:
    text = (PLACES / "coordinates.yml").read_text(encoding="utf-8")
    assert "GeoNames" in text
    assert "CC BY 4.0" in text
    made, by_hand = (yaml.safe_load((PLACES / name).read_text(encoding="utf-8")) for name in table._TABLES)
    assert set(made) == lexicon.states
    assert [(s, name) for s, names in by_hand.items() for name in names if name in made[s]] == []


@pytest.mark.parametrize("entry", ["دمشق: 33.51", "دمشق: [33.51, 36.29]", "دمشق: 133.51 36.29", "دمشق: هنا هناك"])
def test_an_entry_that_is_no_point_is_named(entry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "_text", lambda name: f"SYR: {{{entry}}}".encode())
    coordinates.cache_clear()
    with pytest.raises(LexiconError, match="دمشق"):
        coordinates()
    coordinates.cache_clear()


def test_the_command_line_does_not_load_the_table() -> None:
    code = "import sys, isnad.cli; print([m for m in sys.modules if m.startswith('isnad.query.')])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "isnad.query.places" not in told.stdout
    assert "isnad.query.coordinates" not in told.stdout
