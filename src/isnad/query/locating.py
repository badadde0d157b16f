"""The words of a place («أنقرة», «العاصمة القطرية الدوحة») to a point on the map."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import cos, hypot, radians

import msgspec

from isnad.arabic.clitics import without_false_article
from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon
from isnad.lexicon.index import Tags
from isnad.merge.gazetteer import Gazetteer, only
from isnad.query.coordinates import Point, coordinates, words

# a city and a state are told apart by the phrase's tags; a state's name says more than an adjective
_STATE = ("state", "weak_states", "loaded", "nisba")
_STRONG = ("capital", "city")
_REMEMBERED = 1 << 14
# one degree of latitude in kilometres; two points nearer than this are one place on any map that we draw
_DEGREE, _NEAR = 111.2, 25.0


class Located(msgspec.Struct, frozen=True, order=True):
    """A place on the map: its Arabic name, the state, latitude and longitude in degrees (WGS 84).

    `exact`: the city or region is known; else only the state, and the point is that of its capital. `state` is
    None where two states claim the place and the words do not say whose it is («القدس»).
    """

    name: str
    state: str | None
    lat: float
    lon: float
    exact: bool


def locate(place: str, lexicon: Lexicon, sides: Iterable[str] = ()) -> Located | None:
    """Where the words of a place lie («أنقرة», «العاصمة القطرية»); None where they name no place that is known.

    `sides` are the sides of the contact: they tell which of several states is meant («المملكة»), if one of them is.
    """
    return _finder(lexicon).locate(place, frozenset(sides))


@lru_cache(maxsize=2)
def _finder(lexicon: Lexicon) -> "_Finder":
    return _Finder(lexicon)


class _Finder:
    """Looks up the words of places; remembers what it has seen."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._index = lexicon.index
        self._gazetteer = Gazetteer(lexicon)
        self._capital_words = frozenset(map(fold_word, words().capital))
        self._states: dict[str, Located] = {}
        self._capitals: dict[str, Located] = {}
        # a name by its folded words, for each state that has a place of this name
        self._cities: dict[tuple[str, ...], dict[str, Located]] = defaultdict(dict)
        for id_, known in coordinates().items():
            self._learn(id_, lexicon.state_names[id_], known)
        for state in lexicon.collective.states:
            # a state that is one city: «سنغافورة»
            if state.capital.en == state.name.en and not (state.capital.ar or state.capital.weak):
                self._states[state.id] = self._capitals[state.id]
        self._longest = max(map(len, self._cities))
        self.locate = lru_cache(maxsize=_REMEMBERED)(self._locate)

    def _learn(self, state: str, own: str, known: dict[str, Point]) -> None:
        shown: dict[Point, str] = {}
        # the first spelling is shown: «عمان» rather than «العاصمة الأردنية عمان», if there is such a one
        for name in sorted(known, key=lambda name: not self._capital_words.isdisjoint(Tokens(name).forms)):
            if name != own:
                shown.setdefault(known[name], name)
        if own in known:
            self._states[state] = Located(own, state, *known[own], exact=False)
            self._capitals[state] = Located(shown.get(known[own], own), state, *known[own], exact=True)
        for name, point in known.items():
            if name != own:
                self._cities[tuple(Tokens(name).forms)][state] = Located(shown.get(point, name), state, *point, True)

    def _locate(self, place: str, sides: frozenset[str]) -> Located | None:
        located = self._understood(place, sides)
        bare = without_false_article(place)
        return located or (self._understood(bare, sides) if bare else None)

    def _understood(self, place: str, sides: frozenset[str]) -> Located | None:
        forms = Tokens(place).forms
        phrases = {phrase.first: phrase for phrase in self._gazetteer.phrases(place)}
        tags = [phrase.tags for phrase in phrases.values()]
        named = [s for facet in _STATE for of in tags if (s := _state(of, facet, sides)) in self._states]
        i = 0
        while i < len(forms):
            run = self._run(forms, i)
            phrase = phrases.get(i)
            # a name inside a longer one is no city: «سلطنة عمان»; the lexicon strips particles from what it knows
            if phrase is not None and phrase.last - i >= len(run):
                run = tuple(phrase.words.split())
            if city := self._city(run, named):
                return city
            i += max(len(run), 1)
        seat = next((s for of in tags if (s := only(of.get("seat")) or "") in self._capitals), None)
        if seat is not None:
            return self._capitals[seat]
        if not named:
            return None
        capital = self._capital_words.intersection(forms)
        return self._capitals[named[0]] if capital else self._states[named[0]]

    def _run(self, forms: list[str], i: int) -> tuple[str, ...]:
        """The longest name of the table that stands at token i, as it stands there."""
        runs = (tuple(forms[i:j]) for j in range(min(len(forms), i + self._longest), i, -1))
        return next((run for run in runs if run in self._cities), ())

    def _city(self, run: tuple[str, ...], named: Sequence[str]) -> Located | None:
        """The city of this name: in a state that the words name, or in the one whose name it is without support."""
        cities = self._cities.get(run)
        if not cities:
            return None
        tags = self._index.phrases.get(run, {})
        strong = (state for facet in _STRONG if (state := only(tags.get(facet))))
        state = next((s for s in (*named, *strong) if s in cities), None)
        if state is not None:
            return cities[state]
        first, *others = cities.values()
        if not others:
            return first
        near = all(_kilometres(first, other) < _NEAR for other in others)
        return msgspec.structs.replace(first, state=None) if near else None


def _state(tags: Tags, facet: str, sides: frozenset[str]) -> str:
    """The one state that a phrase names; '' where it names none, or several of which not one alone is a side."""
    if facet != "weak_states":
        return only(tags.get(facet)) or ""
    meant = tags.get(facet, ())
    if len(meant) > 1:
        meant = [state for state in meant if state in sides]
    return meant[0] if len(meant) == 1 else ""


def _kilometres(a: Located, b: Located) -> float:
    """The distance of two places that are not far from each other."""
    return _DEGREE * hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians(a.lat)))
