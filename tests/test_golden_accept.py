"""`make accept-goldens`: what is read today becomes what is expected, and nothing else in the file changes."""

from collections.abc import Callable

import msgspec
import pytest

from isnad.model import ArticleInfo, Contact, Party, Reading, Span, TimeOf

from .golden_accept import accept
from .golden_case import Case, parse
from .golden_match import complaint

FILE = """# رأس الملف

case: first.example
published: 2026-03-15
المتن:
  استقبل وزير الخارجية السعودي أمس في الرياض نظيره المصري.

# قبل اللقاء
contact:
  kind: meeting | contact
# لماذا
  status: held
  sides: SAU EGY
  date: 2026-03-14
  الأطراف: وزير الخارجية السعودي ، نظيره المصري
  المكان: الرياض
  roles: host visitor
  rule: meeting.istiqbal
  المناصب: وزير الخارجية السعودي ، -
  المواضيع: -
  الدليل: استقبل … المصري

# بين الحالتين
case: second.example
المتن:
  لا شيء هنا.
contacts: none
"""
BODY = parse(FILE, "x.case")[0].body


def party(words: str, side: str, role: str) -> Party:
    at = BODY.index(words)
    return Party(actor=None, name=None, name_en=None, office=words, side=side, role=role, start=at, end=at + len(words))


HOST = party("وزير الخارجية السعودي", "SAU", "host")
GUEST = party("نظيره المصري", "EGY", "visitor")
CONTACT = Contact(
    id="1", kind="meeting", status="held", place="الرياض", rule="meeting.istiqbal", parties=(HOST, GUEST),
    time=TimeOf(text="أمس", value="2026-03-14", earliest="2026-03-14", latest="2026-03-14"),
    evidence=Span(0, len(BODY) - 1, BODY[:-1]),
)  # fmt: skip


def reader(*first: Contact, second: tuple[Contact, ...] = ()) -> Callable[[Case], Reading]:
    info = ArticleInfo(key="k", sha256="", outlet=None, outlet_basis=None, url=None, title="", language="ar")

    def read(case: Case) -> Reading:
        return Reading(article=info, zones=(), contacts=first if case.id.startswith("first") else second)

    return read


def changed(**fields: object) -> Contact:
    return msgspec.structs.replace(CONTACT, **fields)


def lines_that_differ(old: str, new: str) -> tuple[list[str], list[str]]:
    before, after = old.splitlines(), new.splitlines()
    return [line for line in before if line not in after], [line for line in after if line not in before]


def test_a_file_that_passes_stays_as_it_is() -> None:
    assert accept(FILE, "x.case", reader(CONTACT)) == (FILE, [])


@pytest.mark.parametrize(
    ("read", "old", "new"),
    [
        (changed(kind="visit"), "kind: meeting | contact", "kind: visit"),
        (changed(status="planned"), "status: held", "status: planned"),
        (changed(time=None), "date: 2026-03-14", "date: none"),
        (
            changed(time=TimeOf(text="", value=None, earliest="2026-03-01", latest="2026-03-14")),
            "date: 2026-03-14",
            "date: 2026-03-01/2026-03-14",
        ),
        (changed(place="جدة"), "المكان: الرياض", "المكان: جدة"),
        (changed(place=None), "المكان: الرياض", "المكان: -"),
        (changed(rule="meeting.other"), "rule: meeting.istiqbal", "rule: meeting.other"),
        (changed(topics=("الحدود", "التجارة")), "المواضيع: -", "المواضيع: الحدود ، التجارة"),
        (changed(evidence=Span(0, 6, "استقبل")), "الدليل: استقبل … المصري", "الدليل: استقبل"),
        (
            changed(parties=(HOST, msgspec.structs.replace(GUEST, role="participant"))),
            "roles: host visitor",
            "roles: host participant",
        ),
        (
            changed(parties=(msgspec.structs.replace(HOST, office="وزير الخارجية"), GUEST)),
            "المناصب: وزير الخارجية السعودي ، -",
            "المناصب: وزير الخارجية ، نظيره المصري",
        ),
    ],
)
def test_only_the_line_that_is_read_otherwise_is_rewritten(read: Contact, old: str, new: str) -> None:
    text, refused = accept(FILE, "x.case", reader(read))
    assert refused == []
    assert lines_that_differ(FILE, text) == ([f"  {old}"], [f"  {new}"])
    assert accept(text, "x.case", reader(read)) == (text, [])


def test_another_side_takes_its_people_with_it() -> None:
    guest = msgspec.structs.replace(GUEST, side="Syrian opposition", role="participant")
    text, refused = accept(FILE, "x.case", reader(changed(parties=(guest, HOST), kind="meeting")))
    assert refused == []
    removed, added = lines_that_differ(FILE, text)
    assert "  sides: SAU Syrian_opposition" in added
    assert "  roles: host participant" in added
    assert "  المناصب: وزير الخارجية السعودي ، نظيره المصري" in added
    assert len(removed) == len(added) == 3


def test_a_contact_that_is_not_read_goes_and_its_comments_stay() -> None:
    text, refused = accept(FILE, "x.case", reader())
    assert refused == []
    assert [case.contacts for case in parse(text, "x.case")] == [(), ()]
    assert text.count("contacts: none") == 2
    assert lines_that_differ(FILE, text)[1] == []
    for comment in ("# رأس الملف", "# قبل اللقاء", "# لماذا", "# بين الحالتين"):
        assert comment in text.splitlines()


def test_a_contact_that_no_case_expects_comes_after_the_others() -> None:
    visit = changed(kind="visit", parties=(GUEST, HOST), place=None, time=None)
    text, refused = accept(FILE, "x.case", reader(CONTACT, visit))
    assert refused == []
    contacts = parse(text, "x.case")[0].contacts
    assert [contact.kinds for contact in contacts] == [("meeting", "contact"), ("visit",)]
    assert contacts[1].sides == ("EGY", "SAU")
    assert contacts[1].parties == (("نظيره المصري",), ("وزير الخارجية السعودي",))
    assert (contacts[1].date, contacts[1].place) == ("none", None)
    assert lines_that_differ(FILE, text)[0] == []


def test_a_case_without_contacts_may_gain_one() -> None:
    read = changed(parties=tuple(msgspec.structs.replace(p, office=None, start=0, end=0) for p in CONTACT.parties))
    text, refused = accept(FILE, "x.case", reader(CONTACT, second=(read,)))
    assert refused == []
    assert "contacts: none" not in text
    assert parse(text, "x.case")[1].contacts[0].parties == ((), ())


def test_contacts_that_may_be_read_or_not_stay() -> None:
    optional = FILE.replace("  roles: host visitor\n", "  roles: host visitor\n  optional: yes\n")
    assert accept(optional, "x.case", reader()) == (optional, [])
    visit = changed(kind="visit", parties=(GUEST, HOST))
    text, _ = accept(optional, "x.case", reader(visit))
    assert [contact.optional for contact in parse(text, "x.case")[0].contacts] == [True, False]


def test_a_known_case_keeps_what_it_expects_until_it_is_read() -> None:
    known = FILE.replace("published:", "known: a reason\npublished:")
    assert accept(known, "x.case", reader(changed(status="planned"))) == (known, [])
    assert accept(known, "x.case", reader(CONTACT)) == (FILE, [])


def test_only_the_wanted_cases_are_rewritten() -> None:
    read = reader(changed(status="planned"))
    assert accept(FILE, "x.case", read, ["second"]) == (FILE, [])
    assert accept(FILE, "x.case", read, ["second", "first"])[0] != FILE


def test_what_a_case_cannot_say_is_refused_and_left() -> None:
    strange = msgspec.structs.replace(GUEST, side="no such side!")
    read = reader(changed(parties=(HOST, strange)))
    assert accept(FILE, "x.case", read) == (FILE, ["first.example"])
    assert complaint(parse(FILE, "x.case")[0], read(parse(FILE, "x.case")[0]))
