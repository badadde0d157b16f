"""Constructions: how a predicate's arguments become the parties of a contact (resources/contacts/constructions.yml)."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

import msgspec

from isnad.arabic.fold import fold_word
from isnad.arabic.markers import Marker
from isnad.model import ContactKind
from isnad.model.errors import LexiconError

Role = Literal["participant", "host", "visitor", "initiator", "recipient", "bearer", "none"]
Filler = Literal["person", "human", "side", "place", "envoy", "body"]
_MARKERS = frozenset(Marker) - {Marker.BARE, Marker.BY}


class Construction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A predicate class: the words that are its predicate, and which argument plays which role.

    `slots`: marker → role, or «role/filler»; several where the filler decides. `said`: every verb of saying is its
    predicate, with one of `needs` behind it: «قال لنظيره هاتفيا». `interview`: it may be a reporter's, and is nobody's
    who is only spoken of.
    """

    id: str
    kind: ContactKind
    slots: dict[str, str | tuple[str, ...]]
    example: str
    not_: str = msgspec.field(name="not")
    verb: tuple[str, str] | None = None
    nouns: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    masdars: tuple[str, ...] = ()
    finite: tuple[str, ...] = ()
    exact: bool = False
    opening: bool = False
    discusses: bool = False
    arrival: bool = False
    departure: bool = False
    stay: bool = False
    possessed: bool = False
    owned: bool = False
    heads: bool = False
    attends: bool = False
    single: bool = False
    tours: bool = False
    halt: bool = False
    said: bool = False
    aside: bool = False
    fronted: bool = False
    interview: bool = False
    several: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    purpose: str = ""


class Slot(NamedTuple):
    """The role that an argument plays, and what may fill it."""

    role: Role
    takes: Filler


class Frame(NamedTuple):
    """A construction ready for use: its slots by folded marker, its conditions folded."""

    row: Construction
    slots: Mapping[str, tuple[Slot, ...]]
    within: frozenset[str]
    needs: tuple[str, ...]
    unless: frozenset[str]
    not_after: frozenset[str]
    nominal: frozenset[str]
    roles: frozenset[Role]

    @property
    def id(self) -> str:
        """The id of the row."""
        return self.row.id


def frame(row: Construction) -> Frame:
    """The frame of a row. Raises LexiconError for a marker, role or filler that is not known."""
    slots = {}
    for marker, value in row.slots.items():
        if fold_word(marker) not in _MARKERS:
            raise LexiconError("constructions.yml", row.id, "slots", f"unknown marker {marker!r}")
        values = (value,) if isinstance(value, str) else value
        slots[fold_word(marker)] = tuple(_slot(row.id, v) for v in values)
    return Frame(
        row,
        slots,
        frozenset(fold_word(w) for w in row.within),
        tuple(fold_word(w) for w in row.needs),
        frozenset(fold_word(w) for w in row.unless),
        frozenset(fold_word(w) for w in row.not_after),
        frozenset(fold_word(w) for w in (*row.participles, *row.masdars)),
        frozenset(s.role for options in slots.values() for s in options),
    )


def _slot(row: str, value: str) -> Slot:
    role, _, takes = value.partition("/")
    takes = takes or "person"
    if role not in get_args(Role) or takes not in get_args(Filler):
        raise LexiconError("constructions.yml", row, "slots", f"unknown role or filler {value!r}")
    return Slot(role, takes)  # type: ignore[arg-type]
