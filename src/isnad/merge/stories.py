"""Stories: the articles and contacts of one affair.

Two contacts that several articles tell of belong together where half of the articles of the lesser one tell of both. A
contact of one article goes with the one among its neighbours of which most articles tell. A contact goes with the visit
or plan that it follows while its news is fresh. History told as background ties nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from isnad.merge.days import FIRST, LAST, Interval, interval, iso
from isnad.merge.weights import LASTING, SHARE
from isnad.model import RecordContact, Report, Story


def stories(contacts: Sequence[RecordContact]) -> tuple[Story, ...]:
    """The stories of a record, by id; every contact is in one, if only its own."""
    parent = {c.id: c.id for c in contacts}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            parent[id_] = parent[parent[id_]]
            id_ = parent[id_]
        return id_

    for a, b in _ties([c for c in contacts if not c.background]):
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    members: dict[str, list[RecordContact]] = defaultdict(list)
    for contact in contacts:
        members[root(contact.id)].append(contact)
    return tuple(_story(id_, members[id_]) for id_ in sorted(members))


def _ties(news: Sequence[RecordContact]) -> list[tuple[str, str]]:
    articles = {c.id: {r.sha256 for r in c.reports} for c in news}
    told: dict[str, list[str]] = defaultdict(list)
    for contact in news:
        for sha256 in articles[contact.id]:
            told[sha256].append(contact.id)
    shared: Counter[tuple[str, str]] = Counter()
    ties = []
    for ids in told.values():
        many = sorted(id_ for id_ in ids if len(articles[id_]) > 1)
        shared.update(combinations(many, 2))
        main = min(ids, key=lambda id_: (-len(articles[id_]), id_))
        ties += [(main, id_) for id_ in ids if len(articles[id_]) == 1]
    ties += [(a, b) for (a, b), n in shared.items() if n >= SHARE * min(len(articles[a]), len(articles[b]))]
    by_id = {c.id: c for c in news}
    ties += [(c.id, c.follows) for c in news if c.follows in by_id and _near(c, by_id[c.follows])]
    return ties


def _near(a: RecordContact, b: RecordContact) -> bool:
    return any(_out(x).meets(_out(y), LASTING) and _out(y).width <= LASTING for x in a.reports for y in b.reports)


def _story(id_: str, contacts: list[RecordContact]) -> Story:
    """Named after the first article of the contact that most articles tell of."""
    main = min(contacts, key=lambda c: (c.background, -c.sources.articles, c.id))
    reports = {r.article: r for c in contacts for r in c.reports}
    days = [out for out in (_out(r) for r in reports.values()) if out.width <= LASTING]
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
