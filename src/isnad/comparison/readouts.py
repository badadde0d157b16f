"""Whose word is it: the statements by their root, what roots have alone and in common, and what is second-hand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from isnad.comparison.clauses import Clause, excerpt, part
from isnad.lexicon import Lexicon
from isnad.model import Common, Excerpt, Point, Readout, Root, SecondHand, Statement

# words that make two clauses touch on one matter: so many of their own, neither names nor common turns, and such a
# share of the shorter clause between two readouts, or between others
_MIN_RARE, _SHARE, _MOST = 3, 0.4, 0.7


class Told:
    """The points that the articles tell: each a group of clauses, and the clauses that stand alone."""

    def __init__(
        self, points: Sequence[tuple[str | None, tuple[tuple[Clause, ...], ...]]], people: frozenset[str]
    ) -> None:
        """`people`: the stems of the words that name those who speak or meet; they are no matter of their talks."""
        self.points = points
        self.people = people

    def point(self, n: int) -> Point:
        """Point n with every place that tells it."""
        utterance, runs = self.points[n]
        return Point(excerpts=tuple(sorted(excerpt(run) for run in runs)), utterance=utterance)

    def roots(self, n: int) -> frozenset[Root]:
        """The roots on whose word point n is told."""
        return frozenset(run[0].root for run in self.points[n][1])


def readouts(told: Told, whole: Mapping[Root, Sequence[Excerpt]]) -> tuple[Readout, ...]:
    """One readout a root, sides first."""
    out = []
    for root in sorted(whole, key=lambda r: (r.kind != "side", r)):
        only = [told.point(n) for n in range(len(told.points)) if told.roots(n) == {root}] if len(whole) > 1 else []
        out.append(
            Readout(
                root=root,
                articles=tuple(sorted({e.article for e in whole[root]})),
                statements=tuple(sorted(whole[root])),
                only=tuple(sorted(only, key=lambda p: p.excerpts)),
            )
        )
    return tuple(out)


def common(told: Told, parties: frozenset[str]) -> tuple[Common, ...]:
    """What is told on the word of more than one root, and where clauses of two roots touch on one matter."""
    out = []
    for n, (utterance, _) in enumerate(told.points):
        roots = told.roots(n)
        if len(roots) > 1:
            held = told.point(n).excerpts
            out.append(Common(kind="same", roots=tuple(sorted(roots)), excerpts=held, utterance=utterance))
    for a, b in combinations(range(len(told.points)), 2):
        if len(told.roots(a)) == len(told.roots(b)) == 1 and told.roots(a) != told.roots(b):
            sides = all(r.kind == "side" and r.key in parties for r in told.roots(a) | told.roots(b))
            if keys := _touching(told, a, b, _SHARE if sides else _MOST):
                out.append(_matter(told, a, b, keys))
    return tuple(sorted(out, key=lambda c: (c.kind != "same", c.excerpts)))


def _matter(told: Told, a: int, b: int, keys: frozenset[str]) -> Common:
    runs = sorted((told.points[n][1][0] for n in (a, b)), key=excerpt)
    texts = [part(c, w.start, w.end).text for c in runs[0] for w in c.words if w.key in keys]
    return Common(
        kind="matter",
        roots=tuple(sorted(told.roots(a) | told.roots(b))),
        excerpts=tuple(excerpt(run) for run in runs),
        shared=tuple(dict.fromkeys(texts)),
    )


def _touching(told: Told, a: int, b: int, share: float) -> frozenset[str]:
    """The keys that two points share where they touch on one matter: enough words, and a share of the shorter one."""
    keys = [{w.key: w for c in told.points[n][1][0] for w in c.words if w.content} for n in (a, b)]
    shared = {key: w for key, w in keys[0].items() if key in keys[1] and w.kind != "place"}
    rare = [w for key, w in shared.items() if w.kind == "word" and key not in told.people]
    enough = len(rare) >= _MIN_RARE and len(shared) >= share * min(map(len, keys))
    return frozenset(shared) if enough else frozenset()


def _told_too(told: Told, n: int, side: str) -> bool:
    """Whether a side itself tells of the matter of a point that is said to be its words."""
    others = (m for m in range(len(told.points)) if side in {r.key for r in told.roots(m)})
    return any(_touching(told, n, m, _SHARE) for m in others if m != n)


def second_hand(told: Told, parties: frozenset[str], lexicon: Lexicon) -> tuple[SecondHand, ...]:
    """Words of a party known only on another party's word."""
    out = []
    heard = {root.key for n in range(len(told.points)) for root in told.roots(n) if root.kind == "side"}
    for n, (_, runs) in enumerate(told.points):
        roots = told.roots(n)
        own = {r.key for r in roots}
        by = sorted(r for r in roots if r.kind == "side" and r.key in parties)
        if not by or len(roots) != 1:
            continue
        sides, joint = _whose(runs, parties, lexicon)
        for side in sorted(sides - own):
            # joint words are worth telling where the other's own readout is at hand and lacks them
            if side in heard if joint else not _told_too(told, n, side):
                out.append(SecondHand(side=side, by=by[0], kind="joint" if joint else "own", point=told.point(n)))
    return tuple(sorted(out, key=lambda s: (s.side, s.kind != "own", s.point.excerpts)))


def _whose(
    runs: Sequence[tuple[Clause, ...]], parties: frozenset[str], lexicon: Lexicon
) -> tuple[frozenset[str], bool]:
    """The parties whose words a point is said to be, and whether they are joint words."""
    clauses = [run[0] for run in runs]
    sides = frozenset.union(*(c.sides for c in clauses)) & parties
    if any(len(c.sides & parties) > 1 for c in clauses):
        return sides, True
    if any(_speaks_for_both(c, lexicon) for c in clauses):
        return parties, True
    return sides, False


def _speaks_for_both(clause: Clause, lexicon: Lexicon) -> bool:
    """A text that tells what «الطرفان» want, near the beginning of the clause."""
    statement: Statement = clause.statement
    if not statement.chain or statement.chain[-1].role != "statement":
        return False
    text = statement.content.text
    at = statement.content.start
    head = [text[w.start - at : w.end - at] for w in clause.words][:3]
    return any(lexicon.is_pair(word) for word in head)


def by_root(excerpts: Sequence[tuple[Root, Excerpt]]) -> dict[Root, list[Excerpt]]:
    """Excerpts by the root on whose word they rest."""
    out: dict[Root, list[Excerpt]] = defaultdict(list)
    for root, words in excerpts:
        out[root].append(words)
    return out
