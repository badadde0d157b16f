"""What may begin at each token of an article, so that reading passes over the rest by one look at a byte."""

from collections.abc import Mapping, Sequence

from isnad.lexicon import Match
from isnad.lexicon.index import Tags

OPENS, HEAD, LEANS, FORMAT = 1, 2, 4, 8
# the tags of matches with which a phrase may begin, each before those that it outweighs
OPENERS = (
    "counterpart", "person", "head", "honor", "private", "institution", "official", "courtesy", "set", "pair", "group",
    "org", "homeland", "loaded", "weak_states", "state", "seat", "capital", "city", "weak_city", "place_noun", "short",
    "nisba",
)  # fmt: skip
_OPENERS = frozenset(OPENERS)


class Marks:
    """Marks by the tags of a phrase of the lexicon, computed once a process; the tags live as long as their lexicon."""

    def __init__(self) -> None:
        self._of: dict[int, int] = {}

    def along(self, at: Sequence[list[Match] | None]) -> bytearray:
        """One byte a token: what the matches that begin there may open."""
        marks, known = bytearray(len(at)), self._of
        for i, found in enumerate(at):
            if found is not None:
                for match in found:
                    mark = known.get(id(match.tags))
                    marks[i] |= self._new(match.tags) if mark is None else mark
        return marks

    def _new(self, tags: Tags) -> int:
        mark = self._of[id(tags)] = mark_of(tags)
        return mark


def mark_of(tags: Mapping[str, object]) -> int:
    """What phrases of the lexicon with these tags may open."""
    mark = 0 if _OPENERS.isdisjoint(tags) else OPENS
    mark |= HEAD if "head" in tags else 0
    mark |= LEANS if "leaning" in tags else 0
    return mark | (FORMAT if "format" in tags else 0)
