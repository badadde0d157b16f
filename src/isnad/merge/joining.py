"""Joining: which reports are of one contact.

Every pair that nothing forbids and that enough speaks for is an edge. An edge that another, contradicting one rivals is
dropped: ambiguous stays ambiguous. Then the strongest edges join first, as long as no two reports of a cluster
contradict each other. A report that copies print is one report here: the first print speaks for all. Nothing depends
on the order of the input: edges are sorted by score and ids.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from isnad.merge.accounts import Account
from isnad.merge.contradiction import contradiction
from isnad.merge.days import Interval
from isnad.merge.growing import Clusters, Pair, ordered
from isnad.merge.likeness import likeness, told_alike
from isnad.merge.prints import originals
from isnad.merge.weights import ENOUGH, OUTNUMBERED, RIVAL, SHARED_CONTACT, SLACK, SURE
from isnad.model import Join, Verdict

_WIDEST_SLACK = max(SLACK.values())
_Days = tuple[Interval, str, tuple[int, int] | None]
_Support = tuple[float, frozenset[str]]


def clusters(
    accounts: Sequence[Account], verdicts: Iterable[Verdict] = ()
) -> list[tuple[tuple[Account, ...], tuple[Join, ...]]]:
    """The accounts of each contact, sorted by id, and the joins that hold them together."""
    known = {account.id: account for account in sorted(accounts, key=lambda a: a.id)}
    must, never = decided(known, verdicts)
    parted = {id_ for pair in never for id_ in pair}
    prints = {id_: id_ if id_ in parted else first for id_, first in originals(known.values()).items()}
    # a report that a person brought in does not keep out those that fit its partner
    guests = {id_ for pair in must for id_ in pair}
    growing = Clusters(known, never, set(prints.values()) - guests, contradiction)
    for a, b in sorted(must):
        growing.join(Join(a=a, b=b, score=0.0, reasons=("a person said so",)))
    for id_ in sorted(id_ for id_, first in prints.items() if id_ != first):
        growing.join(_print(known[prints[id_]], known[id_]))
    speaking = {id_: known[first] for id_, first in prints.items()}
    for edge in _unrivalled(speaking, _edges(known, never)):
        if growing.may_join(edge):
            growing.join(edge)
    return growing.made()


def _print(original: Account, copy: Account) -> Join:
    score, reasons = likeness(original, copy)
    a, b = ordered(original.id, copy.id)
    return Join(a=a, b=b, score=score, reasons=reasons)


def decided(known: Mapping[str, object], verdicts: Iterable[Verdict]) -> tuple[set[Pair], set[Pair]]:
    """The pairs of reports that people joined, and those that they kept apart; of a pair the last word counts."""
    last: dict[Pair, Verdict] = {}
    for verdict in sorted(verdicts, key=lambda v: (v.at, v)):
        if verdict.subject in known and verdict.other in known and verdict.kind in ("join", "part"):
            a, b = sorted((verdict.subject, verdict.other))
            last[a, b] = verdict
    must = {pair for pair, verdict in last.items() if verdict.kind == "join"}
    return must, last.keys() - must


def _edges(known: dict[str, Account], never: set[Pair]) -> list[Join]:
    """Pairs that may be one contact, strongest first. Another sure pair of the same two articles counts for a pair."""
    weighed = []
    sure: dict[Pair, set[Pair]] = defaultdict(set)
    for a, b in _candidates(known.values()):
        if (a.id, b.id) in never or contradiction(a, b):
            continue
        score, reasons = likeness(a, b)
        if score >= ENOUGH - SHARED_CONTACT.points:
            weighed.append((a, b, score, reasons))
            if score >= SURE:
                sure[ordered(a.article, b.article)].add((a.id, b.id))
    edges = []
    for a, b, score, reasons in weighed:
        if told_alike(a, b) and sure.get(ordered(a.article, b.article), set()) - {(a.id, b.id)}:
            score, reasons = score + SHARED_CONTACT.points, (*reasons, SHARED_CONTACT.reason)
        if score >= ENOUGH:
            edges.append(Join(a=a.id, b=b.id, score=score, reasons=reasons))
    return sorted(edges, key=lambda e: (-e.score, e.a, e.b))


def _candidates(accounts: Iterable[Account]) -> Iterator[tuple[Account, Account]]:
    """Pairs of reports with two sides in common whose days can meet; each once, the smaller id first."""
    blocks: dict[tuple[str, ...], list[Account]] = defaultdict(list)
    for account in accounts:
        for sides in combinations(sorted(account.sides), 2) if len(account.sides) > 1 else (tuple(account.sides),):
            blocks[sides].append(account)
    seen: set[Pair] = set()
    for block in blocks.values():
        block.sort(key=lambda a: (a.window.lo, a.id))
        for i, a in enumerate(block):
            for b in block[i + 1 :]:
                if b.window.lo > a.window.hi + _WIDEST_SLACK:
                    break
                pair = (a, b) if a.id < b.id else (b, a)
                key = (pair[0].id, pair[1].id)
                if key not in seen:
                    seen.add(key)
                    yield pair


def _unrivalled(speaking: dict[str, Account], edges: list[Join]) -> list[Join]:
    """Edges less those of a report that could as well be of another contact on other days. `speaking` gives for each
    report the one that speaks for it: the days of a print are those of its original."""
    around: dict[str, dict[_Days, _Support]] = defaultdict(dict)
    for edge in edges:
        for one, other in ((edge.a, speaking[edge.b]), (edge.b, speaking[edge.a])):
            days = _days(other)
            score, families = around[one].get(days, (0.0, frozenset()))
            around[one][days] = max(edge.score, score), families | {other.family}
    return [
        e
        for e in edges
        if not _rivalled(e.score, _days(speaking[e.b]), around[e.a])
        and not _rivalled(e.score, _days(speaking[e.a]), around[e.b])
    ]


def _days(account: Account) -> _Days:
    """What tells the days of two reports apart."""
    return account.window, account.kind, account.yearless


def _rivalled(score: float, days: _Days, others: dict[_Days, _Support]) -> bool:
    """Whether as much speaks for other days. One article does not rival many that name the same days."""
    rivals = {rival for rival in others if rival != days and not _meet(rival, days)}
    against = frozenset().union(*(others[r][1] for r in rivals if others[r][0] >= score - RIVAL))
    if not against:
        return False
    held = frozenset().union(
        *(of for d, (_, of) in others.items() if _meet(d, days) and not any(_meet(d, r) for r in rivals))
    )
    return len(held) < OUTNUMBERED * len(against)


def _meet(a: _Days, b: _Days) -> bool:
    return a[0].meets(b[0], SLACK.get(a[1], 0) if a[1] == b[1] else 0)
