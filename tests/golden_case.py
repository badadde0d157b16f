"""Golden cases: what a reader of Arabic can check at a glance, parsed from `golden/*.case`.

A file holds any number of cases. ASCII keys carry ids, Arabic keys carry Arabic, so that no line mixes directions::

    case: visit.some-phenomenon
    published: 2026-03-15
    known: why it is not read yet
    العنوان: عنوان
    المتن:
      سطور مزاحة

    contact:
      kind: meeting | contact
      status: held
      sides: SAU EGY
      date: 2026-03-14
      الأطراف: وزير الخارجية السعودي ، فلان + فلان
      المكان: الرياض
      roles: host visitor
      rule: meeting.istiqbal | meeting.liqa
      المناصب: وزير الخارجية السعودي ، -
      المواضيع: العلاقات الثنائية ، الحدود
      الدليل: استقبل … في الرياض

or `contacts: none` where nothing may be read. A line that begins with `#` is a comment.

- published, known, the title: may be left out.
- kind, status: `|` separates alternatives where the guide allows more than one.
- sides: an underscore stands for a blank inside a group's name (`Syrian_opposition`).
- date: a day, month, year or A/B interval; `none`: no day may be given; left out: not compared.
- parties: one entry a side, in the order of `sides`; `-`: nobody named; `+`: several people of one side.
- place: `-`: none may be given; left out: not compared.
- roles: one a side, in the order of `sides`, of all its people; `-`: not compared.
- offices: one entry a side, like the parties; each must be the office of one of them, in full.
- topics: all of them, in any order; `-`: none may be given.
- evidence: the words of the contact's evidence, in full; `…` stands for what is between.
- `optional: yes`: the contact may be read or not, and is not compared any further.
"""

import re
from pathlib import Path
from typing import get_args

import msgspec

from isnad.model import ContactKind, Page, Status
from isnad.model.reading import Role

_KEY = re.compile(r"^(\s*)([^\s:][^:]*?)\s*:\s*(.*?)\s*$")
_DATE = re.compile(r"none|\d{4}(-\d\d(-\d\d)?)?(/\d{4}-\d\d-\d\d)?")
_SIDE = re.compile(r"[A-Z]{2,11}|[A-Z_]{2,11}|[A-Z][a-z]+(_[A-Za-z]+)*|unknown")
TITLE, BODY, PARTIES, PLACE = "العنوان", "المتن", "الأطراف", "المكان"
OFFICES, TOPICS, EVIDENCE = "المناصب", "المواضيع", "الدليل"
_CASE_KEYS = {"published", "known", TITLE}
_CONTACT_KEYS = {
    "kind", "status", "sides", "date", "optional", "roles", "rule", PARTIES, PLACE, OFFICES, TOPICS, EVIDENCE,
}  # fmt: skip
_ROLES = ("-", *get_args(Role))
_NONE = "-"


class CaseError(Exception):
    """A case file that does not hold; the message begins with file and line."""


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """A contact that the article tells. `parties[i]` are the people or offices of `sides[i]`; None: not compared.

    `line` counts from 1 in the file; `place` is empty, and `topics` are, where none may be given.
    """

    line: int
    kinds: tuple[str, ...]
    statuses: tuple[str, ...]
    sides: tuple[str, ...]
    parties: tuple[tuple[str, ...], ...]
    date: str | None = None
    place: str | None = None
    roles: tuple[str, ...] = ()
    offices: tuple[tuple[str, ...], ...] = ()
    topics: tuple[str, ...] | None = None
    rules: tuple[str, ...] = ()
    evidence: str | None = None
    optional: bool = False


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One article and all contacts that it tells. `known` is why it is not read yet, where it is not."""

    id: str
    line: int
    origin: str
    title: str
    body: str
    published: str | None
    contacts: tuple[Expected, ...]
    known: str | None = None

    def page(self) -> Page:
        """The article as `sources` would hand it on."""
        text = f"{self.title}\n{self.body}" if self.title else self.body
        return Page(key=self.id, origin=self.origin, text=text, title_end=len(self.title), date=self.published)


def load(folder: Path) -> tuple[Case, ...]:
    """All cases of the folder's `*.case` files; raises CaseError for a wrong one, a repeated id, or no case at all."""
    cases = tuple(case for path in sorted(folder.glob("*.case")) for case in parse(path.read_text("utf-8"), path.name))
    ids = [case.id for case in cases]
    if not cases:
        raise CaseError(f"{folder}: no case found")
    if doubled := sorted({i for i in ids if ids.count(i) > 1}):
        raise CaseError(f"{folder}: the id {doubled[0]} is used twice")
    return cases


def parse(text: str, origin: str) -> tuple[Case, ...]:
    """The cases of one file; `origin` is its name for messages."""
    return tuple(_Block(lines, origin).case() for lines in _split(text, origin))


def _split(text: str, origin: str) -> list[list[tuple[int, str]]]:
    blocks: list[list[tuple[int, str]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            continue
        if line.startswith("case:"):
            blocks.append([])
        elif not blocks:
            if line.strip():
                raise CaseError(f"{origin}:{number}: a line before the first `case:`")
            continue
        blocks[-1].append((number, line))
    return blocks


class _Block:
    """The lines of one case, being read."""

    def __init__(self, lines: list[tuple[int, str]], origin: str) -> None:
        self.lines, self.origin, self.first = lines, origin, lines[0][0]
        self.head: dict[str, str] = {}
        self.body: list[str] = []
        self.contacts: list[tuple[int, dict[str, str]]] = []
        self.at, self.none = "head", False

    def fail(self, number: int, what: str) -> CaseError:
        return CaseError(f"{self.origin}:{number}: {what}")

    def case(self) -> Case:
        for number, line in self.lines:
            if self.at == "body" and (not line.strip() or line.startswith("  ")):
                self.body.append(line[2:])
            elif line.strip():
                self.take(number, line)
        text = "\n".join(self.body).strip("\n")
        if not text:
            raise self.fail(self.first, "no text under the key of the body")
        if self.none == bool(self.contacts):
            raise self.fail(self.first, "needs `contact:` blocks or `contacts: none`, and not both")
        published = self.head.get("published")
        if published and not re.fullmatch(r"\d{4}-\d\d-\d\d", published):
            raise self.fail(self.first, "`published` is not a day")
        return Case(
            id=self.head["case"],
            line=self.first,
            origin=self.origin,
            title=self.head.get(TITLE, ""),
            body=text,
            published=published,
            contacts=tuple(self.expected(number, fields) for number, fields in self.contacts),
            known=self.head.get("known"),
        )

    def take(self, number: int, line: str) -> None:
        """Put a line with a key where it belongs; raises CaseError for one that belongs nowhere."""
        match = _KEY.match(line)
        if not match:
            raise self.fail(number, f"neither `key: value` nor an indented line: {line!r}")
        indent, key, value = match.groups()
        if not (self.of_contact(key, value) if indent else self.of_case(number, key, value)):
            raise self.fail(number, f"{key!r} is not expected here")

    def of_contact(self, key: str, value: str) -> bool:
        """Whether an indented key may stand here; it is taken where it may."""
        if self.at != "contact" or key not in _CONTACT_KEYS or key in self.contacts[-1][1]:
            return False
        self.contacts[-1][1][key] = value
        return True

    def of_case(self, number: int, key: str, value: str) -> bool:
        """Whether a key at the margin may stand here; it is taken where it may."""
        if key == BODY and not value:
            self.at = "body"
        elif key == "contact" and not value:
            self.at = "contact"
            self.contacts.append((number, {}))
        elif key == "contacts" and value == "none":
            self.none = True
        elif key in {*_CASE_KEYS, "case"} and self.at == "head" and key not in self.head and value:
            self.head[key] = value
        else:
            return False
        return True

    def expected(self, number: int, fields: dict[str, str]) -> Expected:
        for key in ("kind", "status", "sides"):
            if not fields.get(key):
                raise self.fail(number, f"the contact has no `{key}`")
        sides = tuple(side.replace("_", " ") if side[1:2].islower() else side for side in fields["sides"].split())
        bad = [side for side in fields["sides"].split() if not _SIDE.fullmatch(side)]
        if bad or len(sides) < 2:
            raise self.fail(number, f"`sides` wants two or more codes, not {fields['sides']!r}")
        if not _DATE.fullmatch(fields.get("date", "none")):
            raise self.fail(number, f"not a date: {fields['date']!r}")
        if fields.get("optional", "yes") != "yes":
            raise self.fail(number, "`optional` is `yes` or left out")
        roles = tuple(fields.get("roles", "").split())
        if not set(roles) <= set(_ROLES):
            raise self.fail(number, f"`roles` are among {', '.join(_ROLES)}, not {fields['roles']!r}")
        found = Expected(
            line=number, sides=sides, roles=roles, optional="optional" in fields,
            kinds=self.choice(number, "kind", fields["kind"], get_args(ContactKind)),
            statuses=self.choice(number, "status", fields["status"], get_args(Status)),
            date=fields.get("date"), place=self.stated(number, fields, PLACE),
            parties=self.entries(fields, PARTIES), offices=self.entries(fields, OFFICES),
            topics=self.entry_list(number, fields, TOPICS), evidence=fields.get(EVIDENCE),
            rules=tuple(rule.strip() for rule in fields.get("rule", "").split("|") if rule.strip()),
        )  # fmt: skip
        for key, entries in (("parties", found.parties), ("offices", found.offices), ("roles", found.roles)):
            if entries and len(entries) != len(sides):
                raise self.fail(number, f"{len(sides)} sides but {len(entries)} entries of {key}")
        return found

    def stated(self, number: int, fields: dict[str, str], key: str) -> str | None:
        """The value of a key; empty where it says that there is none, None where it is left out."""
        if fields.get(key) == "":
            raise self.fail(number, f"nothing after {key!r}: `-` says that there is none")
        value = fields.get(key)
        return "" if value == _NONE else value

    def entries(self, fields: dict[str, str], key: str) -> tuple[tuple[str, ...], ...]:
        """The people or offices of each side; empty where the key is left out."""
        return tuple(self.people(entry) for entry in re.split("[،,]", fields[key])) if key in fields else ()

    def entry_list(self, number: int, fields: dict[str, str], key: str) -> tuple[str, ...] | None:
        value = self.stated(number, fields, key)
        return None if value is None else tuple(part.strip() for part in re.split("[،,]", value) if part.strip())

    def choice(self, number: int, key: str, value: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        values = tuple(part.strip() for part in value.split("|"))
        if not set(values) <= set(allowed):
            raise self.fail(number, f"`{key}` is one of {', '.join(allowed)}, not {value!r}")
        return values

    @staticmethod
    def people(entry: str) -> tuple[str, ...]:
        return tuple(name.strip() for name in entry.split("+") if name.strip() not in {"", "-"})
