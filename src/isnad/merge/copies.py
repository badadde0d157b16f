"""Copies: articles that share most of their words are one text that several outlets printed.

MinHash over shingles of folded words (Broder 1997); candidates by banded locality-sensitive hashing.
"""

from collections.abc import Iterable

from rensa import RMinHash

from isnad.arabic.tokens import Tokens
from isnad.merge.weights import COPY, FEWEST

PERMUTATIONS = 128
_BANDS = 32
_ROWS = PERMUTATIONS // _BANDS
_SHINGLE = 3
_SEED = 20180301


def signature(text: str) -> tuple[int, ...]:
    """The MinHash of a text's words; empty for a text too short to be told from others."""
    words = [form for form in Tokens(text).forms if form[0].isalnum()]
    if len(words) < FEWEST:
        return ()
    made = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    made.update([" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)])
    return tuple(made.digest())


def likeness(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """The estimated share of shingles that two texts have in common, 0 to 1."""
    return sum(x == y for x, y in zip(a, b, strict=True)) / PERMUTATIONS if a and b else 0.0


def families(signed: Iterable[tuple[str, tuple[int, ...]]]) -> dict[str, str]:
    """The family of each article (sha256, signature): the smallest sha256 among those that are copies of each other."""
    signatures = dict(sorted(signed))
    parent = {sha: sha for sha in signatures}

    def root(sha: str) -> str:
        while parent[sha] != sha:
            parent[sha] = parent[parent[sha]]
            sha = parent[sha]
        return sha

    buckets: dict[tuple[int, tuple[int, ...]], list[str]] = {}
    for sha, made in signatures.items():
        for band in range(_BANDS if made else 0):
            bucket = buckets.setdefault((band, made[band * _ROWS : (band + 1) * _ROWS]), [])
            for other in bucket:
                if root(other) != root(sha) and likeness(made, signatures[other]) >= COPY:
                    first, second = sorted((root(other), root(sha)))
                    parent[second] = first
            bucket.append(sha)
    return {sha: root(sha) for sha in signatures}
