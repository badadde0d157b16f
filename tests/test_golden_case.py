"""The golden harness itself: what it parses, what it refuses, and that it notices every kind of fault."""

import re
from pathlib import Path

import msgspec
import pytest

from isnad.arabic.fold import fold_word
from isnad.model import ArticleInfo, Contact, Party, Reading, Span, TimeOf

from .golden_case import Case, CaseError, Expected, load, parse
from .golden_match import (
    DATE,
    EVIDENCE,
    KIND,
    OFFICES,
    PARTIES,
    PLACE,
    ROLES,
    RULE,
    SIDES,
    STATUS,
    TOPICS,
    complaint,
    differences,
)  # fmt: skip

FOLDER = Path(__file__).parent / "golden"
GOOD = """# ملاحظة
case: meeting.example
published: 2026-03-15
العنوان: عنوان
المتن:
  استقبل وزير الخارجية السعودي أمس 14 مارس في الرياض نظيره المصري فلان الفلاني.

  سطر ثان.

contact:
  kind: meeting | contact
  status: held
  sides: SAU EGY
  date: 2026-03-14
  الأطراف: وزير الخارجية السعودي ، نظيره المصري فلان الفلاني
  المكان: الرياض
contact:
  kind: visit
  status: held
  sides: EGY SAU
  optional: yes

case: none.example
المتن:
  لا شيء هنا.
contacts: none
"""


def _cases() -> tuple[Case, ...]:
    return parse(GOOD, "x.case")


def _contact() -> Contact:
    text = _cases()[0].page().text
    host, guest = "وزير الخارجية السعودي", "نظيره المصري فلان الفلاني"

    def party(words: str, name: str | None, side: str) -> Party:
        at = text.index(words)
        return Party(
            actor=None, name=name, name_en=None, office="وزير الخارجية", side=side, start=at, end=at + len(words)
        )

    return Contact(
        id="1", kind="meeting", status="held", place="العاصمة السعودية الرياض", rule="r",
        parties=(party(host, None, "SAU"), party(guest, "فلان الفلاني", "EGY")),
        time=TimeOf(text="أمس", value="2026-03-14", earliest="2026-03-14", latest="2026-03-14"),
        evidence=Span(0, 5, text[:5]),
    )  # fmt: skip


def _reading(*contacts: Contact) -> Reading:
    info = ArticleInfo(key="k", sha256="", outlet=None, outlet_basis=None, url=None, title="", language="ar")
    return Reading(article=info, zones=(), contacts=contacts)


def test_parses_case_and_page() -> None:
    first, second = _cases()
    page = first.page()
    assert page.text.startswith("عنوان\nاستقبل")
    assert page.text.endswith("\n\nسطر ثان.")
    assert page.title_end == len("عنوان")
    assert page.date == "2026-03-15"
    assert second.page().title_end == 0
    assert second.published is None
    assert second.contacts == ()
    meeting, visit = first.contacts
    assert meeting.kinds == ("meeting", "contact")
    assert meeting.sides == ("SAU", "EGY")
    assert meeting.place == "الرياض"
    assert meeting.parties == (("وزير الخارجية السعودي",), ("نظيره المصري فلان الفلاني",))
    assert visit.optional
    assert visit.parties == ()
    assert visit.date is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: visit", "kind: visite", "`kind` is one of"),
        ("  status: held\n  sides: SAU", "  status: hold\n  sides: SAU", "`status` is one of"),
        ("sides: EGY SAU", "sides: EGY", "two or more"),
        ("sides: EGY SAU", "sides: egypt SAU", "two or more"),
        ("السعودي ، نظيره", "السعودي نظيره", "2 sides but 1 entries"),
        ("date: 2026-03-14", "date: yesterday", "not a date"),
        ("contacts: none", "", "needs `contact:`"),
        ("  لا شيء هنا.", "", "no text"),
        ("optional: yes", "optional: no", "`optional`"),
        ("optional: yes", "optionnal: yes", "not expected"),
        ("المكان: الرياض", "المكان:", "`-` says that there is none"),
        ("المكان: الرياض", "المواضيع:", "`-` says that there is none"),
        ("المكان: الرياض", "roles: host guest", "`roles` are among"),
        ("المكان: الرياض", "roles: host", "2 sides but 1 entries of roles"),
        ("المكان: الرياض", "المناصب: وزير", "2 sides but 1 entries of offices"),
        ("published: 2026-03-15", "published: 15 March", "not a day"),
        ("# ملاحظة", "case", "before the first"),
    ],
)
def test_refuses_a_wrong_file(old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(CaseError, match=message) as error:
        parse(GOOD.replace(old, new, 1), "x.case")
    assert re.match(r"x\.case:\d+: ", str(error.value))


def test_known_keeps_its_reason() -> None:
    text = GOOD.replace("published:", "known: a rule for this is missing\npublished:", 1)
    assert [case.known for case in parse(text, "x.case")] == ["a rule for this is missing", None]


def test_no_case_and_a_repeated_id_are_errors(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no case"):
        load(tmp_path)
    (tmp_path / "a.case").write_text(GOOD, "utf-8")
    (tmp_path / "b.case").write_text(GOOD, "utf-8")
    with pytest.raises(CaseError, match="twice"):
        load(tmp_path)


def test_a_right_reading_has_no_fault() -> None:
    assert complaint(_cases()[0], _reading(_contact())) == ""
    assert complaint(_cases()[1], _reading()) == ""


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "call"}, KIND),
        ({"status": "planned"}, STATUS),
        ({"place": "جدة"}, PLACE),
        ({"place": None}, PLACE),
        ({"time": None}, DATE),
        ({"time": TimeOf(text="", value=None, earliest="2026-03-13", latest="2026-03-14")}, DATE),
    ],
)
def test_every_wrong_field_is_noticed(change: dict[str, object], field: str) -> None:
    case = _cases()[0]
    read = msgspec.structs.replace(_contact(), **change)
    assert differences(case.contacts[0], read, case.page().text) == [field]
    assert field in complaint(case, _reading(read))


STATED = {
    "roles": ("host", "visitor"),
    "offices": (("وزير الخارجية السعودي",), ()),
    "topics": ("الحدود", "التجارة"),
    "rules": ("meeting.liqa", "meeting.istiqbal"),
    "evidence": "استقبل … السعودي",
    "place": "",
}


def _stated() -> tuple[Expected, Contact]:
    """A case that states everything, and the contact that is read as it says."""
    expected = msgspec.structs.replace(_cases()[0].contacts[0], **STATED)
    host, guest = _contact().parties
    parties = (
        msgspec.structs.replace(host, role="host", office="وزير الخارجيّة السعودي"),
        msgspec.structs.replace(guest, role="visitor"),
    )
    evidence = Span(0, 1, "استقبل أمس وزير الخارجية السعودي")
    read = msgspec.structs.replace(
        _contact(),
        parties=parties,
        topics=("التجارة", "الحدود"),
        rule="meeting.istiqbal",
        evidence=evidence,
        place=None,
    )
    return expected, read


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"topics": ("الحدود",)}, TOPICS),
        ({"topics": ("الحدود", "التجارة", "الأمن")}, TOPICS),
        ({"rule": "meeting.other"}, RULE),
        ({"place": "الرياض"}, PLACE),
        ({"evidence": Span(0, 1, "كما استقبل أمس وزير الخارجية السعودي")}, EVIDENCE),
        ({"evidence": Span(0, 1, "استقبل أمس وزير الخارجية السعودي نظيره")}, EVIDENCE),
        ({"evidence": Span(0, 1, "السعودي استقبل")}, EVIDENCE),
        ({"parties": 0, "role": "participant"}, ROLES),
        ({"parties": 1, "role": "host"}, ROLES),
        ({"parties": 0, "office": "وزير الخارجية"}, OFFICES),
        ({"parties": 0, "office": None}, OFFICES),
    ],
)
def test_what_a_case_states_further_is_compared(change: dict[str, object], field: str) -> None:
    expected, read = _stated()
    text = _cases()[0].page().text
    if "parties" in change:
        at, new = change["parties"], {key: value for key, value in change.items() if key != "parties"}
        parties = [msgspec.structs.replace(p, **new) if i == at else p for i, p in enumerate(read.parties)]
        change = {"parties": tuple(parties)}
    assert differences(expected, read, text) == []
    assert differences(expected, msgspec.structs.replace(read, **change), text) == [field]
    silent = _cases()[0].contacts[0]
    assert set(differences(silent, msgspec.structs.replace(read, **change), text)) <= {PLACE}


def test_roles_that_are_not_stated_and_topics_that_may_not_be_there() -> None:
    expected, read = _stated()
    text = _cases()[0].page().text
    open_host = msgspec.structs.replace(expected, roles=("-", "visitor"))
    other_host = msgspec.structs.replace(read.parties[0], role="participant")
    assert differences(open_host, msgspec.structs.replace(read, parties=(other_host, read.parties[1])), text) == []
    bare = msgspec.structs.replace(expected, topics=())
    assert differences(bare, read, text) == [TOPICS]
    assert differences(bare, msgspec.structs.replace(read, topics=()), text) == []


def test_parses_what_a_case_states_further() -> None:
    more = """  roles: host -
  rule: meeting.liqa | meeting.istiqbal
  المناصب: وزير الخارجية السعودي ، -
  المواضيع: الحدود ، التجارة
  الدليل: استقبل … السعودي
"""
    stated = parse(GOOD.replace("  المكان: الرياض\n", "  المكان: -\n" + more), "x.case")[0].contacts[0]
    assert {key: getattr(stated, key) for key in STATED} == STATED | {"roles": ("host", "-")}
    none = parse(GOOD.replace("  المكان: الرياض\n", "  المواضيع: -\n"), "x.case")[0].contacts[0]
    assert (none.topics, none.place, none.roles, none.rules, none.evidence) == ((), None, (), (), None)


def test_cases_and_contacts_know_their_lines() -> None:
    lines = GOOD.splitlines()
    assert [lines[case.line - 1] for case in _cases()] == ["case: meeting.example", "case: none.example"]
    assert [lines[contact.line - 1] for contact in _cases()[0].contacts] == ["contact:"] * 2


def test_wrong_parties_and_sides_are_noticed() -> None:
    case, good = _cases()[0], _contact()
    host, guest = good.parties
    short = msgspec.structs.replace(guest, name="فلان", start=0, end=0)
    swapped = msgspec.structs.replace(host, side="EGY"), msgspec.structs.replace(guest, side="SAU")
    third = msgspec.structs.replace(guest, side="KWT")
    for parties, field in (((host, short), PARTIES), (swapped, PARTIES), ((host, guest, third), SIDES)):
        read = msgspec.structs.replace(good, parties=parties)
        assert differences(case.contacts[0], read, case.page().text) == [field]


def test_missing_and_surplus_contacts_are_noticed() -> None:
    case, good = _cases()[0], _contact()
    assert "لم يُقرأ" in complaint(case, _reading())
    assert "لا أصل له" in complaint(_cases()[1], _reading(good))
    assert "لا أصل له" in complaint(case, _reading(good, msgspec.structs.replace(good, kind="message")))
    assert complaint(_cases()[1], _reading(msgspec.structs.replace(good, background=True))) == ""
    assert complaint(_cases()[1], _reading(msgspec.structs.replace(good, domestic=True))) == ""
    assert complaint(case, _reading(good, msgspec.structs.replace(good, kind="visit"))) == ""


def test_background_never_stands_for_a_required_contact() -> None:
    assert "لم يُقرأ" in complaint(_cases()[0], _reading(msgspec.structs.replace(_contact(), background=True)))


def test_none_refuses_an_invented_day() -> None:
    case, good = _cases()[0], _contact()
    expected = msgspec.structs.replace(case.contacts[0], date="none")
    year = TimeOf(text="", value="2026", earliest="2026-01-01", latest="2026-12-31")
    assert differences(expected, good, case.page().text) == [DATE]
    assert differences(expected, msgspec.structs.replace(good, time=year), case.page().text) == []
    assert differences(expected, msgspec.structs.replace(good, time=None), case.page().text) == []


@pytest.mark.parametrize("case", load(FOLDER), ids=lambda case: case.id)
def test_the_words_of_the_case_stand_in_its_article(case: Case) -> None:
    """An author's slip in a name or place would make a case that nothing can pass."""
    text = fold_word(case.page().text)
    for contact in case.contacts:
        evidence = (contact.evidence or "").split("…")
        for words in (*(entry for entries in contact.parties for entry in entries), contact.place or "", *evidence):
            for word in fold_word(words).split():
                assert word.removeprefix("ال") in text, f"{case.origin} {case.id}: {words}"


def test_the_cases_are_many_and_some_are_near_misses() -> None:
    cases = load(FOLDER)
    assert len(cases) >= 70
    assert sum(not case.contacts for case in cases) >= 15
