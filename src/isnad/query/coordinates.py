"""Where places lie: the table of coordinates, read once a process when somebody first asks for it."""

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from isnad.model import LexiconError

Point = tuple[float, float]
# what is kept by hand is read last, and wins
_TABLES = ("coordinates.yml", "coordinates-by-hand.yml")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say which place of a state is meant; `capital`: its capital."""

    capital: tuple[str, ...]


@cache
def coordinates() -> dict[str, dict[str, Point]]:
    """Each state's places by Arabic name: latitude and longitude in degrees, WGS 84.

    The state's own name has its representative point. Raises LexiconError for an entry that is no such pair.
    """
    made: dict[str, dict[str, Point]] = {}
    for table in _TABLES:
        # the loader that leaves scalars as they are takes half the time
        raw = yaml.load(_text(table), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        for state, places in raw.items():
            known = made.setdefault(state, {})
            for name, pair in places.items():
                known[name] = _point(pair, table, state, name)
    return made


@cache
def words() -> Words:
    """The words of `words.yml`."""
    return msgspec.convert(yaml.safe_load(_text("words.yml")), Words)


def _point(pair: Any, table: str, state: str, name: str) -> Point:
    try:
        lat, lon = map(float, pair.split())
    except (AttributeError, ValueError):
        raise LexiconError(table, state, name, f"{pair!r} is no latitude and longitude") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise LexiconError(table, state, name, f"{pair!r} lies outside the world")
    return lat, lon


def _text(name: str) -> bytes:
    return files("isnad").joinpath("resources", "places", name).read_bytes()
