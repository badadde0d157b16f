"""Where contacts took place: how many contacts each place on the map saw."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from isnad.lexicon import Lexicon
from isnad.model import RecordContact
from isnad.query.locating import Located, locate

__all__ = ["Located", "PlaceCount", "Places", "locate", "places"]


class PlaceCount(msgspec.Struct, frozen=True):
    """A place, the number of contacts that took place there, and their ids in the order given."""

    place: Located
    contacts: int
    ids: tuple[str, ...]


class Places(msgspec.Struct, frozen=True):
    """The places, most contacts first; the number of contacts that state no place, or one that is not known."""

    places: tuple[PlaceCount, ...]
    unstated: int
    unknown: int


def places(contacts: Iterable[RecordContact], lexicon: Lexicon) -> Places:
    """The places of contacts: a palace or headquarters counts as its city, a state apart from its cities."""
    found: dict[Located, list[str]] = defaultdict(list)
    unstated = unknown = 0
    for contact in contacts:
        if not contact.place:
            unstated += 1
        elif located := locate(contact.place, lexicon, (party.side for party in contact.parties)):
            found[located].append(contact.id)
        else:
            unknown += 1
    counts = [PlaceCount(place, len(ids), tuple(ids)) for place, ids in found.items()]
    return Places(tuple(sorted(counts, key=lambda c: (-c.contacts, c.place.name, c.place.lat))), unstated, unknown)
