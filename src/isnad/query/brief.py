"""A brief: the contacts of some articles or of a day, put in the order in which an analyst reads them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from isnad.model import RecordContact, Report, Statement

Part = Literal["done", "ahead", "unheld", "undated", "history"]
_DONE = frozenset({"held", "ongoing"})
_AHEAD = frozenset({"planned", "proposed"})
_SAID = 3


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of a contact with the report that tells it."""

    report: Report
    statement: Statement


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One contact, and the best of what was said in it: quotations first, each once, a few a report."""

    contact: RecordContact
    said: tuple[Said, ...]


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """Items of one part; `day` is set where the part is told day by day."""

    part: Part
    day: str | None
    items: tuple[Item, ...]


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """The whole page: its sections, and how many articles and outlets stand behind it."""

    sections: tuple[Section, ...]
    articles: tuple[str, ...]
    outlets: tuple[str, ...]


_ORDER: tuple[Part, ...] = ("done", "undated", "ahead", "unheld", "history")


def brief(contacts: Iterable[RecordContact], said: Mapping[str, Sequence[Statement]]) -> Brief:
    """The brief of the contacts. `said` gives each report's statements by the report's id."""
    sections: dict[tuple[int, str], list[Item]] = {}
    told = list(contacts)
    for contact in told:
        part, day = _part(contact), _day(contact)
        key = (_ORDER.index(part), day if part in ("done", "ahead") else "")
        sections.setdefault(key, []).append(Item(contact=contact, said=_best(contact, said)))
    reports = [r for c in told for r in c.reports]
    return Brief(
        sections=tuple(
            Section(
                part=_ORDER[place],
                day=day or None,
                items=tuple(sorted(items, key=lambda i: (-i.contact.sources.articles, _day(i.contact), i.contact.id))),
            )
            for (place, day), items in sorted(sections.items())
        ),
        articles=tuple(sorted({r.article for r in reports})),
        outlets=tuple(sorted({r.outlet for r in reports if r.outlet})),
    )


def _part(contact: RecordContact) -> Part:
    if contact.background:
        return "history"
    if contact.status in _DONE:
        return "done" if _single(contact) else "undated"
    return "ahead" if contact.status in _AHEAD else "unheld"


def _single(contact: RecordContact) -> bool:
    return (
        contact.time is not None and contact.time.earliest is not None and contact.time.earliest == contact.time.latest
    )


def _day(contact: RecordContact) -> str:
    return (contact.time.earliest or "") if contact.time is not None and _single(contact) else ""


def _best(contact: RecordContact, said: Mapping[str, Sequence[Statement]]) -> tuple[Said, ...]:
    out: list[Said] = []
    for report in contact.reports:
        found = [s for s in said.get(report.contact, ()) if not _tells(s, report)]
        found.sort(key=lambda s: (s.form == "paraphrase", s.content.start))
        fresh: list[Statement] = []
        for s in found:
            if len(fresh) < _SAID and not any(_within(s, o) for o in (*(said.statement for said in out), *fresh)):
                fresh.append(s)
        out += [Said(report=report, statement=s) for s in sorted(fresh, key=lambda s: s.content.start)]
    return tuple(out)


def _tells(statement: Statement, report: Report) -> bool:
    """Whether the statement is the report of the contact itself, not what was said in it."""
    return statement.content.start <= report.evidence.start < statement.content.end


def _within(a: Statement, b: Statement) -> bool:
    return a.content.text in b.content.text or b.content.text in a.content.text
