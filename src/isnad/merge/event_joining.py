"""Joining: which reports are of one event. By the same laws as contacts: see `joining`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from isnad.merge.event_accounts import EventAccount
from isnad.merge.event_likeness import ENOUGH, contradiction, likeness
from isnad.merge.growing import Clusters, Pair, ordered
from isnad.merge.joining import decided
from isnad.model import Join, Verdict

_SLACK = 1


def event_clusters(
    accounts: Sequence[EventAccount], verdicts: Iterable[Verdict] = ()
) -> list[tuple[tuple[EventAccount, ...], tuple[Join, ...]]]:
    """The accounts of each event, sorted by id, and the joins that hold them together."""
    known = {account.id: account for account in sorted(accounts, key=lambda a: a.id)}
    must, never = decided(known, verdicts)
    growing = Clusters(known, never, known.keys() - {id_ for pair in must for id_ in pair}, contradiction)
    for a, b in sorted(must):
        growing.join(Join(a=a, b=b, score=0.0, reasons=("a person said so",)))
    for edge in _edges(known, never):
        if growing.may_join(edge):
            growing.join(edge)
    return growing.made()


def _edges(known: dict[str, EventAccount], never: set[Pair]) -> list[Join]:
    """Pairs that may be one event, strongest first."""
    edges = []
    for a, b in _candidates(known.values()):
        if (a.id, b.id) in never or contradiction(a, b):
            continue
        score, reasons = likeness(a, b)
        if score >= ENOUGH:
            edges.append(Join(a=a.id, b=b.id, score=score, reasons=reasons))
    return sorted(edges, key=lambda e: (-e.score, e.a, e.b))


def _candidates(accounts: Iterable[EventAccount]) -> Iterator[tuple[EventAccount, EventAccount]]:
    """Pairs of one type with an actor or a target in common whose days can meet, and prints of one text; each once."""
    blocks: dict[tuple[str, ...], list[EventAccount]] = defaultdict(list)
    prints: dict[tuple[str, ...], list[EventAccount]] = defaultdict(list)
    for account in accounts:
        prints[account.family, account.words].append(account)
        # of news whose day nobody knows only prints are compared: anything may be like anything
        for side in sorted(account.actors or account.targets) if account.known else ():
            blocks[account.event.type, side].append(account)
    seen: set[Pair] = set()
    for block in (*blocks.values(), *(p for p in prints.values() if len(p) > 1)):
        block.sort(key=lambda a: (a.window.lo, a.id))
        for i, a in enumerate(block):
            for b in block[i + 1 :]:
                if b.window.lo > a.window.hi + _SLACK:
                    break
                pair = ordered(a.id, b.id)
                if pair not in seen:
                    seen.add(pair)
                    yield (a, b) if pair[0] == a.id else (b, a)
