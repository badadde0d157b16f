"""Clusters that grow join by join, as long as no two of their members contradict each other."""

from collections.abc import Callable, Mapping, Set
from typing import Generic, TypeVar

from isnad.model import Join

T = TypeVar("T")
Pair = tuple[str, str]


class Clusters(Generic[T]):
    """Clusters of reports by their ids. `speaking`: those that may keep two clusters apart: a print has no say."""

    def __init__(
        self,
        known: Mapping[str, T],
        never: Set[Pair],
        speaking: Set[str],
        contradiction: Callable[[T, T], str | None],
    ) -> None:
        self._known, self._never, self._speaking, self._contradiction = known, never, speaking, contradiction
        self._home = {id_: [id_] for id_ in known}
        self._joins: dict[str, list[Join]] = {id_: [] for id_ in known}

    def may_join(self, edge: Join) -> bool:
        """Whether the clusters of two reports may be one: nobody kept any two of them apart, no two contradict."""
        ours, theirs = self._home[edge.a], self._home[edge.b]
        return not any(ordered(x, y) in self._never or self._contradict(x, y) for x in ours for y in theirs)

    def _contradict(self, x: str, y: str) -> bool:
        heard = x in self._speaking and y in self._speaking
        return heard and self._contradiction(self._known[x], self._known[y]) is not None

    def join(self, made: Join) -> None:
        """Make the clusters of two reports one; nothing where they are one already."""
        ours, theirs = self._home[made.a], self._home[made.b]
        if ours is theirs:
            return
        both = ours + theirs
        self._joins[both[0]] = [*self._joins[ours[0]], *self._joins[theirs[0]], made]
        self._home |= dict.fromkeys(both, both)

    def made(self) -> list[tuple[tuple[T, ...], tuple[Join, ...]]]:
        """The clusters, by their smallest id, strongest joins first."""
        homes = [home for id_, home in self._home.items() if min(home) == id_]
        return [
            (
                tuple(self._known[id_] for id_ in sorted(home)),
                tuple(sorted(self._joins[home[0]], key=lambda j: (-j.score, j.a, j.b))),
            )
            for home in homes
        ]


def ordered(x: str, y: str) -> Pair:
    """Two ids, the smaller first."""
    return (x, y) if x < y else (y, x)
