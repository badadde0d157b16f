"""Where a place lies, whose an institution is, and who leads, as far as the registry tells."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon
from isnad.lexicon.index import Tags

_CITY = ("capital", "city", "weak_city")
_SIDE = ("state", "nisba", "capital", "seat", "org", "group")
_HEADS = frozenset({"head-of-state", "head-of-government", "leader"})
_REMEMBERED = 1 << 16


class Place(NamedTuple):
    """A place: the state it lies in, the folded words of the city; None where the registry does not know."""

    state: str | None
    city: str | None
    words: frozenset[str]


class Found(NamedTuple):
    """A phrase of the lexicon in a text: its tokens [first, last), its folded words without particle, its tags."""

    first: int
    last: int
    words: str
    tags: Tags


class Gazetteer:
    """Looks up places and sides in the lexicon's index; remembers what it has seen."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._index = lexicon.index
        self.summits = frozenset(frame.id for frame in lexicon.frames if frame.row.heads)
        self.place_nouns = lexicon.events.words["places"]
        self.purposes = {frame.id: frame.row.purpose for frame in lexicon.frames}
        self.heads = frozenset(p.id for p in lexicon.people if any(t.office in _HEADS for t in p.offices))
        self.place = lru_cache(maxsize=_REMEMBERED)(self._place)
        self.side = lru_cache(maxsize=_REMEMBERED)(self._side)

    def _place(self, text: str) -> Place:
        states: dict[str, str] = {}
        city = None
        for _, _, words, tags in self.phrases(text):
            for facet in (*_CITY, "state", "nisba"):
                one = only(tags.get(facet))
                if one:
                    states.setdefault("city" if facet in _CITY else facet, one)
                    city = self._bare(words, one) if facet in _CITY else city
                    break
        state = next((states[facet] for facet in ("city", "state", "nisba") if facet in states), None)
        return Place(state, city, frozenset(Tokens(text).forms))

    def _bare(self, words: str, state: str) -> str:
        """The city alone, of a phrase of the lexicon that ends with its name: «the interim capital Aden»."""
        forms = tuple(words.split())
        for first in range(len(forms) - 1, 0, -1):
            tags = self._index.phrases.get(forms[first:], {})
            if any(only(tags.get(facet)) == state for facet in _CITY):
                return " ".join(forms[first:])
        return words

    def _side(self, text: str) -> str | None:
        found = (only(tags.get(facet)) for *_, tags in self.phrases(text) for facet in _SIDE)
        return next((side for side in found if side), None)

    def phrases(self, text: str) -> Iterator[Found]:
        """The longest phrase of the lexicon at each word, left to right, none inside another."""
        forms = Tokens(text).forms
        i = 0
        while i < len(forms):
            found = self._index.at(forms, i)
            if not found:
                i += 1
                continue
            last, clitic, tags = found[0]
            yield Found(i, last, " ".join((forms[i][len(clitic) :], *forms[i + 1 : last])), tags)
            i = last


def only(value: object) -> str | None:
    """The one actor that a tag's value names; None where it names none or several."""
    if isinstance(value, str):
        return value
    return value[0][0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], tuple) else None
