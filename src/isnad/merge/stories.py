"""Stories: the articles and contacts of one affair.

Articles that tell of a common contact belong together while their news is fresh: one contact in common within days,
half of the shorter article's contacts within a fortnight. History told as background ties nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from isnad.merge.days import FIRST, LAST, Interval, interval, iso
from isnad.model import RecordContact, Report, Story

_FRESH, _LASTING = 3, 14
_SHARE = 0.5


def stories(contacts: Sequence[RecordContact]) -> tuple[Story, ...]:
    """The stories of a record, by id; every contact is in one, if only its own."""
    news = [c for c in contacts if not c.background]
    parent = {c.id: c.id for c in contacts}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            parent[id_] = parent[parent[id_]]
            id_ = parent[id_]
        return id_

    told: dict[str, list[RecordContact]] = defaultdict(list)
    out: dict[str, Interval] = {}
    for contact in news:
        for report in contact.reports:
            told[report.sha256].append(contact)
            out[report.sha256] = _out(report)
    for contact in news:
        for a, b in combinations(sorted({r.sha256 for r in contact.reports}), 2):
            if _tied(a, b, told, out):
                # the fresh contacts of both articles are one affair
                for other in told[a] + told[b]:
                    first, second = sorted((root(contact.id), root(other.id)))
                    parent[second] = first
    members: dict[str, list[RecordContact]] = defaultdict(list)
    for contact in contacts:
        members[root(contact.id)].append(contact)
    return tuple(_story(id_, members[id_]) for id_ in sorted(members))


def _tied(a: str, b: str, told: dict[str, list[RecordContact]], out: dict[str, Interval]) -> bool:
    if FIRST in (out[a].lo, out[b].lo) or LAST in (out[a].hi, out[b].hi):
        apart = 0 if out[a].meets(out[b]) else _LASTING + 1
    else:
        apart = max(0, out[a].lo - out[b].hi, out[b].lo - out[a].hi)
    if apart <= _FRESH:
        return True
    shared = {c.id for c in told[a]} & {c.id for c in told[b]}
    return apart <= _LASTING and len(shared) >= _SHARE * min(len(told[a]), len(told[b]))


def _story(id_: str, contacts: list[RecordContact]) -> Story:
    """Named after the first article of the contact that most articles tell of."""
    main = min(contacts, key=lambda c: (c.background, -c.sources.articles, c.id))
    reports = {r.article: r for c in contacts for r in c.reports}
    days = [_out(r) for r in reports.values() if r.published]
    lo = min((d.lo for d in days if d.lo != FIRST), default=FIRST)
    hi = max((d.hi for d in days if d.hi != LAST), default=LAST)
    title = next((r.title for r in main.reports if r.title), main.reports[0].evidence.text)
    return Story(
        id=id_,
        title=title,
        earliest=iso(lo),
        latest=iso(hi),
        contacts=tuple(sorted(c.id for c in contacts)),
        articles=tuple(sorted(reports)),
    )


def _out(report: Report) -> Interval:
    return interval(report.published.earliest, report.published.latest) if report.published else Interval()
