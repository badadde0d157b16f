"""An act as it is read, before its records are made."""

from typing import NamedTuple

from isnad.events.modality import Modality
from isnad.events.voice import Attributed
from isnad.lexicon.events import Act
from isnad.model import Party, TimeOf
from isnad.model.event import EventPlace, Extent, Number


class Draft(NamedTuple):
    """One telling of an act; `span` the characters that tell it, `trigger` those of its word, `sentence` its number."""

    act: Act
    modality: Modality
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    voiced: Attributed
    span: tuple[int, int]
    trigger: tuple[int, int]
    sentence: int
    title: bool
    rule: str
    time: TimeOf | None = None
    places: tuple[EventPlace, ...] = ()
    extent: Extent | None = None
    numbers: tuple[Number, ...] = ()
    contact: str | None = None
    type: str = ""

    @property
    def sides(self) -> tuple[frozenset[str], frozenset[str]]:
        """The sides of actors and targets."""
        return frozenset(p.side for p in self.actors), frozenset(p.side for p in self.targets)
