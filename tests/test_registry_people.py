"""The registry of people: every term has a source, no two people hold one post, no name leads to two in office."""

import unicodedata
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from isnad.arabic.fold import fold_word
from isnad.lexicon.people import Person, load_people
from isnad.model import LexiconError

REGION = [
    "SAU", "ARE", "QAT", "KWT", "BHR", "OMN", "YEM", "IRQ", "SYR", "LBN", "JOR", "PSE", "EGY",
    "LBY", "TUN", "DZA", "MAR", "MRT", "SDN", "SOM", "DJI", "COM", "IRN", "TUR", "ISR",
]  # fmt: skip


GOOD = """
- id: salim-nasser
  name: {ar: سالم عبد الله الناصر, en: Salim Nasser}
  short: [الناصر]
  side: XAA
  offices:
    - {office: foreign-minister, from: 2010-03-01, to: 2014, source: A list}
    - {office: head-of-government, from: 2015-02, to: null, source: A list}
"""

OTHER = """
- id: karim-haddad
  name: {ar: كريم الحداد, en: Karim Haddad}
  side: XAA
  offices:
    - {office: head-of-government, from: 2009-01-01, to: 2015-02-20, source: A list}
"""


@pytest.fixture(scope="module")
def people() -> tuple[Person, ...]:
    with as_file(files("isnad") / "resources" / "people") as directory:
        return load_people(directory)


def holders(people: tuple[Person, ...], side: str, office: str, day: str) -> list[str]:
    return [
        person.id
        for person in people
        for term in person.offices
        if term.office == office and (term.side or person.side) == side and term.may_hold(day)
    ]


def load(tmp_path: Path, *texts: str) -> tuple[Person, ...]:
    for n, text in enumerate(texts):
        (tmp_path / f"{n}.yml").write_text(text, encoding="utf-8")
    return load_people(tmp_path)


def test_every_name_is_plain_text(people: tuple[Person, ...]) -> None:
    for person in people:
        for form in (person.name.ar, *person.spellings, *person.short):
            assert unicodedata.is_normalized("NFC", form)
            assert len(fold_word(form)) <= len(form)
            assert fold_word(form).strip()


def test_spellings_do_not_repeat_what_folding_unifies(people: tuple[Person, ...]) -> None:
    for person in people:
        forms = [fold_word(form) for form in (person.name.ar, *person.spellings)]
        assert len(forms) == len(set(forms)), person.id


def test_every_term_names_its_source(people: tuple[Person, ...]) -> None:
    assert all(term.source.strip() for person in people for term in person.offices)


@pytest.mark.parametrize("side", REGION)
@pytest.mark.parametrize("day", ["2009-06-15", "2018-04-15", "2024-11-15"])
@pytest.mark.parametrize("office", ["head-of-state", "foreign-minister"])
def test_the_region_has_office_holders(people: tuple[Person, ...], side: str, day: str, office: str) -> None:
    if (side, day, office) == ("LBN", "2024-11-15", "head-of-state"):
        assert not holders(people, side, office, day)
    else:
        assert holders(people, side, office, day)


@pytest.mark.parametrize(
    ("side", "office", "day", "who"),
    [
        ("TUR", "foreign-minister", "2015-10-01", ["feridun-sinirlioglu"]),
        ("TUR", "foreign-minister", "2018-04-13", ["mevlut-cavusoglu"]),
        ("TUR", "foreign-minister", "2024-11-30", ["hakan-fidan"]),
        ("SYR", "head-of-state", "2024-12-07", ["bashar-al-assad"]),
        ("SYR", "head-of-state", "2024-12-20", []),
        ("SYR", "foreign-minister", "2025-02-01", ["asaad-al-shaibani"]),
        ("SAU", "foreign-minister", "2018-12-01", ["adel-al-jubeir"]),
        ("SAU", "crown-prince", "2017-06-20", ["muhammad-bin-nayef"]),
        ("IRN", "foreign-minister", "2024-06-10", ["ali-bagheri-kani"]),
        ("ISR", "defence-minister", "2024-12-01", ["israel-katz"]),
        ("TUN", "head-of-state", "2019-08-15", ["mohamed-ennaceur"]),
        ("EGY", "head-of-state", "2013-07-20", ["adly-mansour"]),
        ("Hezbollah", "leader", "2024-09-01", ["hassan-nasrallah"]),
    ],
)
def test_who_held_an_office_on_a_day(
    people: tuple[Person, ...], side: str, office: str, day: str, who: list[str]
) -> None:
    found = holders(people, side, office, day)
    assert sorted(found) == who if office != "leader" else who[0] in found


def test_two_libyan_governments_stand_side_by_side(people: tuple[Person, ...]) -> None:
    found = holders(people, "LBY", "head-of-government", "2022-06-01")
    assert sorted(found) == ["abdul-hamid-dbeibeh", "fathi-bashagha"]


def test_joined_forms_are_made(tmp_path: Path) -> None:
    (person,) = load(tmp_path, GOOD)
    assert person.full_forms() == ("سالم عبد الله الناصر", "سالم عبدالله الناصر")
    assert person.short_forms() == ("الناصر",)


def test_a_year_or_month_leaves_its_days_open(tmp_path: Path) -> None:
    (person,) = load(tmp_path, GOOD)
    minister, premier = person.offices
    assert minister.may_hold("2014-12-31")
    assert not minister.may_hold("2015-01-01")
    assert minister.certain() == ("2010-03-01", "2014-01-01")
    assert premier.may_hold("2015-02-01")
    assert not premier.may_hold("2015-01-31")
    assert premier.certain()[0] == "2015-02-28"


def test_a_handover_within_what_is_known_is_no_overlap(tmp_path: Path) -> None:
    assert len(load(tmp_path, GOOD, OTHER)) == 2


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("id: salim-nasser", "id: Salim Nasser", "id"),
        ("office: foreign-minister", "office: foreign-minster", "$.offices[0].office"),
        ("from: 2010-03-01", "from: 2010-3-1", "from"),
        ("from: 2010-03-01", "from: 2016-03-01", "to"),
        ("to: 2014", "to: then", "to"),
        ("source: A list}\n    - {", "source: ''}\n    - {", "source"),
        ("سالم عبد الله الناصر", "سالم عبد الله النـاصر", "name"),
        ("سالم عبد الله الناصر", "الناصر", "spellings"),
        ("[الناصر]", "['الناصر\u200f']", "short"),
        ("side: XAA", "sides: XAA", "-"),
    ],
)
def test_a_fault_is_named_with_file_rule_and_field(tmp_path: Path, old: str, new: str, field: str) -> None:
    assert old in GOOD
    with pytest.raises(LexiconError) as caught:
        load(tmp_path, GOOD.replace(old, new, 1))
    assert caught.value.file == "0.yml"
    assert caught.value.rule in ("salim-nasser", "Salim Nasser")
    assert caught.value.field == field


def test_two_holders_of_one_post(tmp_path: Path) -> None:
    longer = OTHER.replace("2015-02-20", "2016-01-01")
    with pytest.raises(LexiconError, match="overlaps"):
        load(tmp_path, GOOD, longer)
    for mark in ("acting: true", "rival: true"):
        assert len(load(tmp_path, GOOD, longer.replace("source:", f"{mark}, source:"))) == 2


def test_one_name_for_two_in_office(tmp_path: Path) -> None:
    twin = GOOD.replace("salim-nasser", "salim-nasser-the-other").replace("XAA", "XBB")
    with pytest.raises(LexiconError, match="is also"):
        load(tmp_path, GOOD, twin)
    marked = [text.replace("  side:", "  ambiguous: true\n  side:") for text in (GOOD, twin)]
    assert len(load(tmp_path, *marked)) == 2


def test_one_id_for_two(tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as caught:
        load(tmp_path, GOOD, OTHER.replace("karim-haddad", "salim-nasser"))
    assert caught.value.field == "id"


def test_a_file_that_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(LexiconError):
        load(tmp_path, "id: nobody")
    with pytest.raises(LexiconError):
        load(tmp_path, "- [")
