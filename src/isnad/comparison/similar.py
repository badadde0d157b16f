"""How much two stretches of words say the same: weighed words that they share, in order and all told."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from isnad.comparison.clauses import Clause
from isnad.comparison.words import Word

# a region for a state in it is half a match
_HALF = 0.5
# the sides and people who speak or meet say little: every clause has them
_SIDE, _PERSON = 0.5, 0.25


class Likeness(NamedTuple):
    """`dice` of the weighed words (0 to 1), `cover` of the shorter one by the longer, and how many words are shared.

    `order` is the dice of the longest common subsequence: a reordered list of the same words has little of it.
    """

    dice: float
    cover: float
    order: float
    shared: int


NOTHING = Likeness(0.0, 0.0, 0.0, 0)


class Weights:
    """What each word of the set weighs: little where one article says it in many clauses."""

    def __init__(self, clauses: Iterable[Clause], sides: Iterable[str], people: Iterable[str]) -> None:
        """`people`: the stems of the words that name and title those who speak or meet."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for clause in clauses:
            for key in {w.key for w in clause.content}:
                counts[key][clause.article] += 1
        known = dict.fromkeys(people, _PERSON) | {f"=state:{side}": _SIDE for side in sides}
        self._weights = {key: known.get(key, 1.0) / (1.0 + log(max(c.values()))) for key, c in counts.items()}

    def of(self, word: Word) -> float:
        """The weight of a word; words without content have none."""
        return self._weights.get(word.key, 1.0) if word.content else 0.0


def likeness(a: Sequence[Word], b: Sequence[Word], weights: Weights) -> Likeness:
    """How alike two stretches of words are; symmetric."""
    left, right = _bag(a), _bag(b)
    common = left & right
    if not common:
        return NOTHING
    by_key = {w.key: w for w in (*a, *b)}
    shared = sum(n * weights.of(by_key[key]) for key, n in common.items())
    if _generalised(left - common, right - common, by_key) or _generalised(right - common, left - common, by_key):
        shared += _HALF
    total_a, total_b = (sum(n * weights.of(by_key[k]) for k, n in bag.items()) for bag in (left, right))
    least = min(total_a, total_b)
    if not least:
        return NOTHING
    run = sum(weights.of(a[i]) for i, _ in common_run([w for w in a if w.content], [w for w in b if w.content]))
    return Likeness(
        min(1.0, 2 * shared / (total_a + total_b)),
        min(1.0, shared / least),
        min(1.0, 2 * run / (total_a + total_b)),
        sum(common.values()),
    )


def _bag(words: Sequence[Word]) -> Counter[str]:
    return Counter(w.key for w in words if w.content)


def _generalised(left: Counter[str], right: Counter[str], by_key: dict[str, Word]) -> bool:
    """Whether one side names a region where the other names a state."""
    return any(by_key[k].kind == "place" for k in left) and any(k.startswith("=state:") for k in right)


def common_run(a: Sequence[Word], b: Sequence[Word]) -> list[tuple[int, int]]:
    """The longest common subsequence by key as pairs of indices; content counts before other words."""
    n, m = len(a), len(b)
    best = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        row, below = best[i], best[i + 1]
        gain = 3 if a[i].content else 1
        for j in range(m - 1, -1, -1):
            take = below[j + 1] + gain if a[i].key == b[j].key else 0
            row[j] = max(take, below[j], row[j + 1])
    out, i, j = [], 0, 0
    while i < n and j < m:
        gain = 3 if a[i].content else 1
        if a[i].key == b[j].key and best[i][j] == best[i + 1][j + 1] + gain:
            out.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return out
