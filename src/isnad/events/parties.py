"""Participants as parties of the reading document."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.clitics import unglued
from isnad.events.participants import Participant
from isnad.events.scene import Told
from isnad.model import Party, Speaker

_UNKNOWN = "unknown"


def parties(told: Told, group: Sequence[Participant]) -> tuple[Party, ...]:
    """One party a participant and side, in text order; a place stands for the side whose it is."""
    out: dict[tuple[str | None, str], Party] = {}
    for p in group:
        for party in _of(told, p):
            out.setdefault((party.actor, party.side), party)
    return tuple(out.values())


def as_party(speaker: Speaker) -> Party:
    """A speaker as the actor of what his words are."""
    fields = msgspec.structs.asdict(speaker)
    return Party(**{**fields, "side": speaker.side_or_unknown})


def _of(told: Told, p: Participant) -> list[Party]:
    tokens, actor = told.tokens, p.actor
    start, end = tokens.starts[p.first] + len(p.clitic), tokens.ends[p.last - 1]
    words = unglued(tokens.text[tokens.starts[p.first] : end], p.clitic)
    named = actor is not None and bool(actor.name) and not p.is_place
    return [
        Party(
            actor=actor.key if named and actor is not None else None,
            name=actor.name if named and actor is not None else words,
            name_en=actor.name_en if named and actor is not None else None,
            office=actor.office if actor is not None and not p.is_place else None,
            side=side,
            start=start,
            end=end,
        )
        for side in p.sides or (_UNKNOWN,)
    ]
