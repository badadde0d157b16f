"""What may begin at each token of an article, as one byte: the rooms pass over the rest by one look at it."""

from collections.abc import Iterable, Mapping
from typing import Any

from isnad.lexicon.words import WordClass

# a phrase that names somebody may open, its office, its leaning, a format; a contact may be told; a word of speech
# stands there, one that tells sides by itself («الروسية», «اللجنة الرباعية»), or a phrase that names nobody
OPENS, HEAD, LEANS, FORMAT, TELLS, SPEAKS, SIDES, VOID = 1, 2, 4, 8, 16, 32, 64, 128
# the tags of matches with which a phrase may begin, each before those that it outweighs
OPENERS = (
    "counterpart", "person", "head", "honor", "private", "institution", "official", "courtesy", "set", "pair", "group",
    "org", "homeland", "loaded", "weak_states", "state", "seat", "capital", "city", "weak_city", "place_noun", "short",
    "nisba",
)  # fmt: skip
_OPENERS, _TELLING, _SIDED = frozenset(OPENERS), frozenset({"verb", "noun"}), frozenset({"nisba", "members"})
Tags = Mapping[str, Any]


class TagMarks:
    """Marks by the tags of a phrase of the lexicon, each computed once; the tags live as long as their lexicon."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def of(self, several: Iterable[Tags]) -> int:
        """What phrases with any of these tags may be."""
        out, known = 0, self._known
        for tags in several:
            mark = known.get(id(tags))
            if mark is None:
                mark = known[id(tags)] = mark_of(tags)
            out |= mark
        return out


def mark_of(tags: Tags) -> int:
    """What phrases of the lexicon with these tags may be."""
    mark = 0 if _OPENERS.isdisjoint(tags) else OPENS
    mark |= HEAD if "head" in tags else 0
    mark |= LEANS if "leaning" in tags else 0
    mark |= FORMAT if "format" in tags else 0
    words = tags.get("word", ())
    # «قال لنظيره هاتفيا»: any verb of saying may tell a call
    mark |= 0 if _TELLING.isdisjoint(tags) and WordClass.CALL_MARK not in words else TELLS
    mark |= SPEAKS if WordClass.SPEECH in words else 0
    mark |= VOID if "void" in tags else 0
    return mark | (0 if _SIDED.isdisjoint(tags) else SIDES)
