"""Comparing the contacts of a reading with those of a golden case, and saying in Arabic what differs."""

import calendar
import re
from datetime import date

from isnad.arabic.tokens import Tokens
from isnad.model import Contact, Party, Reading

from .golden_case import Case, Expected

KIND, STATUS, SIDES, DATE, PARTIES, PLACE = "النوع", "الحال", "الجهات", "التاريخ", "الأطراف", "المكان"
ROLES, OFFICES, TOPICS, RULE, EVIDENCE = "الأدوار", "المناصب", "المواضيع", "القاعدة", "الدليل"
_WEEK = 7
_SHORT = 3


def complaint(case: Case, reading: Reading) -> str:
    """What the reading got wrong, one block a fault; empty where nothing is wrong.

    Contacts of one side, domestic ones and those told as background are never faults, as in the guide.
    """
    text = case.page().text
    reads = compared(reading)
    pairs = pair(case.contacts, reads, text)
    faults = []
    for i, expected in enumerate(case.contacts):
        if i in pairs:
            faults += _fault(expected, reads[pairs[i]], text)
        elif not expected.optional:
            faults.append("لقاء منتظر لم يُقرأ:\n" + _show_expected(expected))
    for j, read in enumerate(reads):
        if j not in pairs.values() and not read.background:
            faults.append("مقروء لا أصل له في المتن:\n" + _show_read(read))
    return "\n\n".join([f"{case.origin} {case.id}", text, *faults] if faults else [])


def compared(reading: Reading) -> list[Contact]:
    """The contacts of a reading that a case speaks of: between two sides that are known, and not within a state."""
    return [c for c in reading.contacts if not c.domestic and len(_sides(c)) > 1]


def pair(expected: tuple[Expected, ...], reads: list[Contact], text: str) -> dict[int, int]:
    """Which read contact stands for which expected one: fewest differences first, required before optional."""
    options = sorted(
        (e.optional, len(differences(e, r, text)), i, j)
        for i, e in enumerate(expected)
        for j, r in enumerate(reads)
        if _near(e, r)
    )
    pairs: dict[int, int] = {}
    for _, _, i, j in options:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _near(expected: Expected, read: Contact) -> bool:
    """Whether the two may be one contact: two sides in common, or a side and the kind; background is never required."""
    if read.background and not expected.optional:
        return False
    common = len(_codes(expected.sides) & _sides(read))
    same = read.kind in expected.kinds
    return (common > 1 and (same or not expected.optional)) or (common > 0 and same and not expected.optional)


def _fault(expected: Expected, read: Contact, text: str) -> list[str]:
    if expected.optional or not (wrong := differences(expected, read, text)):
        return []
    head = f"يختلف: {'، '.join(wrong)}"
    return [f"{head}\nالمنتظر:\n{_show_expected(expected)}\nالمقروء:\n{_show_read(read)}"]


def differences(expected: Expected, read: Contact, text: str) -> list[str]:
    """The Arabic names of the fields in which a read contact is not what was expected."""
    checks = {
        KIND: read.kind in expected.kinds,
        STATUS: read.status in expected.statuses,
        SIDES: _sides(read) == _codes(expected.sides),
        DATE: expected.date is None or _date_right(expected.date, read),
        PARTIES: _parties_right(expected, read, text),
        PLACE: expected.place is None or _place_right(expected.place, read.place or ""),
        ROLES: _roles_right(expected, read),
        OFFICES: _offices_right(expected, read),
        TOPICS: expected.topics is None or sorted(map(_words, expected.topics)) == sorted(map(_words, read.topics)),
        RULE: not expected.rules or read.rule in expected.rules,
        EVIDENCE: expected.evidence is None or _evidence_right(expected.evidence, read.evidence.text),
    }
    return [name for name, right in checks.items() if not right]


def _code(side: str) -> str:
    return "".join(c for c in side.casefold() if c.isalnum())


def _codes(sides: tuple[str, ...]) -> set[str]:
    return {_code(side) for side in sides} - {"unknown"}


def _sides(read: Contact) -> set[str]:
    return {_code(party.side) for party in read.parties} - {"unknown"}


def _interval(value: str) -> tuple[date, date]:
    if "/" in value:
        first, last = value.split("/")
        return _interval(first)[0], _interval(last)[1]
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(*parts, 1), date(*parts, calendar.monthrange(*parts)[1])
    return date(*parts), date(*parts)


def _date_right(expected: str, read: Contact) -> bool:
    """The read days lie within the expected ones and are not much narrower; `none` bears nothing of a week or less."""
    days = None
    if read.time and read.time.earliest and read.time.latest:
        days = date.fromisoformat(read.time.earliest), date.fromisoformat(read.time.latest)
    length = (days[1] - days[0]).days + 1 if days else 0
    if expected == "none":
        return not 0 < length <= _WEEK
    first, last = _interval(expected)
    wanted = (last - first).days + 1
    return days is not None and first <= days[0] and days[1] <= last and (wanted <= _SHORT or length * 4 >= wanted)


def _parties_right(expected: Expected, read: Contact, text: str) -> bool:
    return all(
        any(is_party(entry, party, text) for party in of_side(read, side))
        for side, entries in zip(expected.sides, expected.parties, strict=False)
        for entry in entries
    )


def of_side(read: Contact, side: str) -> list[Party]:
    """The parties of a side; all of them for `unknown`."""
    return [party for party in read.parties if side == "unknown" or _code(party.side) == _code(side)]


def _roles_right(expected: Expected, read: Contact) -> bool:
    return all(
        role == "-" or all(party.role == role for party in of_side(read, side))
        for side, role in zip(expected.sides, expected.roles, strict=False)
    )


def _offices_right(expected: Expected, read: Contact) -> bool:
    return all(
        any(_words(entry) == _words(party.office or "") for party in of_side(read, side))
        for side, entries in zip(expected.sides, expected.offices, strict=False)
        for entry in entries
    )


def _place_right(wanted: str, have: str) -> bool:
    return _contains(have, wanted) if wanted else not have


def _evidence_right(wanted: str, have: str) -> bool:
    """All of the words, in order and nothing but they, with anything in the place of each `…`."""
    parts = [" ".join(_words(part)) for part in wanted.split("…")]
    return re.fullmatch(".*".join(map(re.escape, parts)), " ".join(_words(have))) is not None


def is_party(entry: str, party: Party, text: str) -> bool:
    """A name must be there in full; of a description («نظيره المصري») at least half of the words."""
    words = _words(entry)
    name = _words(party.name or "")
    have = name + _words(party.office or "") + _words(text[party.start : party.end])
    found = sum(any(_same(word, other) for other in have) for word in words)
    named = any(_same(word, other) for word in words for other in name)
    return found == len(words) if named else found * 2 >= len(words)


def _contains(have: str, wanted: str) -> bool:
    """Either place's words are all among the other's, and there are some."""
    a, b = _words(have), _words(wanted)
    return bool(a and b) and (
        all(any(_same(x, y) for y in a) for x in b) or all(any(_same(x, y) or _same(y, x) for y in b) for x in a)
    )


def _words(text: str) -> list[str]:
    return [form for form in Tokens(text).forms if form[0].isalnum()]


def _same(word: str, other: str) -> bool:
    """Equal in folded form, or `other` is `word` behind a clitic."""
    if word == other:
        return True
    stem = word[2:] if word.startswith("ال") else word
    return len(stem) > 2 and other.endswith(stem) and 0 < len(other) - len(stem) <= 3


def _show_expected(expected: Expected) -> str:
    people = "، ".join(" + ".join(entries) or "-" for entries in expected.parties)
    kinds, statuses = " | ".join(expected.kinds), " | ".join(expected.statuses)
    codes = [kinds, statuses, *expected.sides, expected.date, *expected.roles, *expected.rules]
    offices = "، ".join(" + ".join(entries) or "-" for entries in expected.offices)
    more = [people, offices, expected.place, *(expected.topics or ()), expected.evidence]
    return "\n".join(f"  {line}" for line in [" ".join(filter(None, codes)), *filter(None, more)])


def _show_read(read: Contact) -> str:
    days = f"{read.time.earliest}/{read.time.latest}" if read.time else ""
    people = "، ".join(f"{party.office or ''} {party.name or ''}".strip() or "-" for party in read.parties)
    sides = " ".join(f"{party.side}/{party.role}" for party in read.parties)
    more = [people, read.place, *read.topics, f"«{read.evidence.text}»"]
    return "\n".join(
        f"  {line}" for line in [f"{read.kind} {read.status} {sides} {days} {read.rule}", *filter(None, more)]
    )
