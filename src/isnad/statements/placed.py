"""A cue in its place in the article, and what it was settled to be."""

import msgspec

from isnad.model import Party
from isnad.model.phrase import Actor
from isnad.model.reading import Link
from isnad.statements.source import Source
from isnad.statements.told import Told
from isnad.statements.view import Named


class Encounter(msgspec.Struct, frozen=True):
    """A contact of the article: its id, the token of its trigger, its parties, and the characters of its evidence."""

    id: str
    trigger: int
    parties: tuple[Actor, ...]
    start: int
    end: int


class Place(msgspec.Struct):
    """A sentence, tokens [lo, hi), with its number, its phrases, and whether it is of the title.

    `turned`: it gives the word to somebody else («من جهته»); `past`: it tells what was before («وكان …»).
    """

    number: int
    lo: int
    hi: int
    title: bool
    phrases: list[Named]
    turned: bool
    past: bool


class Placed(msgspec.Struct, eq=False):
    """A cue in its sentence, the statement around it, and once settled its speakers, chain and contact."""

    told: Told
    sentence: int
    title: bool
    parent: "Placed | None" = None
    depth: int = 0
    speakers: list[Party] = []
    source: Source | None = None
    chain: list[Link] = []
    addressee: Party | None = None
    counterpart_only: bool = False
    contact: str | None = None
