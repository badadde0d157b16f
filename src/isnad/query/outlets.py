"""The outlets of a record: how much each tells, on whose word it relies."""

from collections import Counter

import msgspec

from isnad.arabic.fold import fold_word
from isnad.model import RecordContact, Root
from isnad.query.contacts import contacts
from isnad.query.reader import Reader
from isnad.query.selection import Asked


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet by its name, the number of its articles, of those that report contacts, and its first and last day."""

    name: str
    articles: int
    reporting: int
    first: str | None
    last: str | None


class Reliance(msgspec.Struct, frozen=True, kw_only=True):
    """On whose word an outlet's reports rest: each root and the number of reports, most first; and the contacts that
    it alone reports."""

    roots: tuple[tuple[Root, int], ...]
    reports: int
    copies: int
    contacts: tuple[RecordContact, ...]
    alone: tuple[RecordContact, ...]


def outlets(reader: Reader) -> tuple[Outlet, ...]:
    """All outlets that the articles name, those with most articles first."""
    sql = (
        "SELECT a.outlet, COUNT(*), MIN(a.earliest), MAX(a.earliest) FROM articles a WHERE a.outlet IS NOT NULL "
        "GROUP BY a.outlet ORDER BY COUNT(*) DESC, a.outlet"
    )
    telling = (
        "SELECT a.outlet, COUNT(*) FROM articles a WHERE a.id IN (SELECT article FROM reports) "
        "AND a.outlet IS NOT NULL GROUP BY a.outlet"
    )
    reporting = {str(name): int(number) for name, number in reader.rows(telling)}
    return tuple(
        Outlet(name=name, articles=number, reporting=reporting.get(name, 0), first=first, last=last)
        for name, number, first, last in reader.rows(sql)
    )


def reliance(reader: Reader, outlet: str, newest: int) -> Reliance:
    """What the newest contacts that an outlet reports rest on."""
    found = tuple(contacts(reader, Asked(outlet=outlet, newest=newest)))
    roots: Counter[Root] = Counter()
    reports = copies = 0
    alone = []
    name = fold_word(outlet)
    for contact in found:
        own = [r for r in contact.reports if r.outlet and fold_word(r.outlet) == name]
        reports += len(own)
        copies += sum(r.copy_of is not None for r in own)
        for report in own:
            roots.update(report.roots)
        if own and len(own) == len(contact.reports):
            alone.append(contact)
    ranked = sorted(roots.items(), key=lambda pair: (-pair[1], pair[0]))
    return Reliance(roots=tuple(ranked), reports=reports, copies=copies, contacts=found, alone=tuple(alone))
