"""A cue in its place in the article, and what it was settled to be."""

import msgspec

from isnad.model import Speaker, TimeOf
from isnad.model.phrase import Actor
from isnad.model.reading import Link
from isnad.statements.attribution import Attribution
from isnad.statements.occasion import Occasion
from isnad.statements.source import Source
from isnad.statements.view import Named


class Encounter(msgspec.Struct, frozen=True):
    """A contact of the article: id, token of its trigger, parties, characters of its evidence, its sentence."""

    id: str
    trigger: int
    parties: tuple[Actor, ...]
    start: int
    end: int
    sentence: int = 0


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

    told: Attribution
    sentence: int
    title: bool
    parent: "Placed | None" = None
    depth: int = 0
    speakers: list[Speaker] = []
    source: Source | None = None
    chain: list[Link] = []
    addressee: Speaker | None = None
    counterpart_only: bool = False
    contacts: tuple[str, ...] = ()
    about: str | None = None
    occasion: Occasion | None = None
    time: TimeOf | None = None
