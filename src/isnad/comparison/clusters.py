"""Clauses that render the same words, across articles and inside one: a false alignment is worse than a missing one."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from isnad.comparison.clauses import Clause
from isnad.comparison.similar import Likeness, Weights, likeness
from isnad.comparison.words import Word

# renderings of one original in two articles; in one article sentences are meant to differ, so that more is asked
_ACROSS, _WITHIN, _MIN_ORDER = 0.5, 0.6, 0.35
_COVER, _COVER_SHARED, _COVER_DICE = 0.8, 4, 0.4
_MIN_SHARED, _SHORT_SHARED, _SHORT_DICE = 3, 2, 0.8
# one of two speakers where another article names both, and an old article's words told again, must be nearly the same
_LOOSE, _LOOSE_ORDER, _LOOSE_SHARED, _APART = 0.7, 0.6, 4, 2
# members of one group that met through a third one must look alike too
_KIN = 0.4
_LONGEST_RUN = 3
Run = tuple[Clause, ...]
Group = tuple[Run, ...]


def clusters(clauses: Sequence[Clause], weights: Weights) -> tuple[Group, ...]:
    """Groups of at least two runs of neighbouring clauses that say the same thing on the same side's behalf."""
    by_statement: dict[tuple[str, str], list[Clause]] = defaultdict(list)
    for clause in clauses:
        if not clause.frame:
            by_statement[clause.article, clause.statement.id].append(clause)
    links: list[tuple[float, Run, Run]] = []
    for a, b in combinations([by_statement[k] for k in sorted(by_statement)], 2):
        if _one_voice(a[0], b[0]) or _part_voice(a[0], b[0]):
            links += _pairs(a, b, weights)
    links.sort(key=lambda link: (-link[0], _key(link[1]), _key(link[2])))
    return _gather(links, weights)


def alike(a: Run, b: Run, weights: Weights) -> Likeness | None:
    """The likeness of two runs that render the same words; None where they do not."""
    found = likeness(_words(a), _words(b), weights)
    if not _one_voice(a[0], b[0]) or _apart(a[0], b[0]):
        near = found.dice >= _LOOSE and found.order >= _LOOSE_ORDER and found.shared >= _LOOSE_SHARED
        return found if near else None
    if found.dice < _LOOSE and not _same_head(_words(a), _words(b)):
        return None
    threshold = _WITHIN if a[0].article == b[0].article else _ACROSS
    if found.shared >= _MIN_SHARED and found.dice >= threshold and found.order >= _MIN_ORDER:
        return found
    if found.shared >= _SHORT_SHARED and found.dice >= _SHORT_DICE:
        return found
    if found.shared >= _COVER_SHARED and found.cover >= _COVER and found.dice >= _COVER_DICE:
        return found
    return None


def _words(run: Run) -> list[Word]:
    return [w for clause in run for w in clause.words]


def _same_head(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether the one opens with a word of the other: two things said of one long name have little else in common."""
    keys = [[w.key for w in words if w.content] for words in (a, b)]
    return keys[0][0] in keys[1] or keys[1][0] in keys[0]


def _key(run: Run) -> tuple[str, int, int, str]:
    return run[0].article, run[0].start, run[-1].end, run[0].statement.id


def _one_voice(a: Clause, b: Clause) -> bool:
    """Whether two clauses may be the same words: said by the same sides, or by a text that tells what its side said."""
    if a.statement.polarity != b.statement.polarity:
        return False
    if a.sides == b.sides and a.sides - {"unknown"}:
        return True
    # «وقالت الوزارة إن الجانبين …» tells joint words without a statement of theirs inside
    return a.root == b.root and a.root.kind == "side" and (_is_text(a) or _is_text(b))


def _part_voice(a: Clause, b: Clause) -> bool:
    """Whether two clauses may be the same words on one root's word, the one said by some of the other's speakers."""
    known = a.root == b.root and a.root.kind == "side" and a.statement.polarity == b.statement.polarity
    return known and bool((a.sides & b.sides) - {"unknown"})


def _apart(a: Clause, b: Clause) -> bool:
    """Whether the articles certainly appeared some days from each other."""
    ends = [(c.published.earliest, c.published.latest) if c.published else (None, None) for c in (a, b)]
    (first, last), (other_first, other_last) = ends
    gaps = [(last, other_first), (other_last, first)]
    return any(x and y and (date.fromisoformat(y) - date.fromisoformat(x)).days > _APART for x, y in gaps)


def _is_text(clause: Clause) -> bool:
    chain = clause.statement.chain
    return bool(chain) and chain[-1].role in ("statement", "spokesperson")


def _pairs(a: Sequence[Clause], b: Sequence[Clause], weights: Weights) -> list[tuple[float, Run, Run]]:
    """The best pairs of runs of two statements, no clause in two of them."""
    found = []
    for left in _runs(a):
        for right in _runs(b):
            if (like := alike(left, right, weights)) is not None:
                found.append((like.dice, left, right))
    found.sort(key=lambda x: (-x[0], len(x[1]) + len(x[2]), _key(x[1]), _key(x[2])))
    used: set[tuple[str, int]] = set()
    out = []
    for score, left, right in found:
        places = {("a", c.place) for c in left} | {("b", c.place) for c in right}
        if not places & used:
            used |= places
            out.append((score, left, right))
    return out


def _runs(clauses: Sequence[Clause]) -> list[Run]:
    """The runs of up to three neighbouring clauses of one statement."""
    out: list[Run] = []
    for i in range(len(clauses)):
        for n in range(1, _LONGEST_RUN + 1):
            run = tuple(clauses[i : i + n])
            if len(run) == n and run[-1].place - run[0].place == n - 1:
                out.append(run)
    return out


def _gather(links: Sequence[tuple[float, Run, Run]], weights: Weights) -> tuple[Group, ...]:
    """Groups grown from the strongest link down; a link that would join what is not alike is left out."""
    home: dict[tuple[str, str, int], list[Clause]] = {}
    for _, a, b in links:
        members = {_id(c): c for c in (*a, *b)}
        for clause in (*a, *b):
            members |= {_id(c): c for c in home.get(_id(clause), ())}
        group = sorted(members.values(), key=lambda c: (c.article, c.statement.id, c.place))
        if _coherent(group, weights):
            for key in members:
                home[key] = group
    distinct = {id(g): _as_runs(g) for g in home.values()}
    return tuple(sorted((tuple(sorted(g, key=_key)) for g in distinct.values()), key=lambda g: _key(g[0])))


def _id(clause: Clause) -> tuple[str, str, int]:
    return clause.article, clause.statement.id, clause.place


def _as_runs(group: Sequence[Clause]) -> list[Run]:
    by_statement: dict[tuple[str, str], list[Clause]] = defaultdict(list)
    for clause in group:
        by_statement[clause.article, clause.statement.id].append(clause)
    return [tuple(run) for run in by_statement.values()]


def _coherent(group: Sequence[Clause], weights: Weights) -> bool:
    """Whether every two runs of a group look alike, and each run is one stretch of its statement."""
    runs = _as_runs(group)
    if any(run[-1].place - run[0].place != len(run) - 1 or len(run) > _LONGEST_RUN for run in runs):
        return False
    for a, b in combinations(runs, 2):
        like = likeness(_words(a), _words(b), weights)
        if max(like.dice, like.cover if like.shared >= _MIN_SHARED else 0.0) < _KIN:
            return False
        if a[0].article == b[0].article and alike(a, b, weights) is None:
            return False
    return True
