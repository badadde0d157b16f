"""Where an act took place, and how much of it."""

from typing import Literal

from isnad.arabic.markers import Marker
from isnad.events.arguments import Arguments
from isnad.events.participants import Participant
from isnad.events.scene import Scene
from isnad.events.triggers import Trigger
from isnad.model.event import EventPlace, Extent

# so many tokens before an act the place in front of it stands
_BEFORE = 6


def places(scene: Scene, trigger: Trigger, args: Arguments) -> tuple[EventPlace, ...]:
    """The places of an act, in text order: those in its stretch, and one in front of it."""
    words = scene.lexicon.words["at"]
    at = [p for p in scene.participants if p.is_place and p.lead in args.stretch and _of_act(p, trigger, args, words)]
    if not at:
        at = [
            p
            for p in scene.participants
            if p.is_place and 0 <= args.stretch.start - p.last <= _BEFORE and p.marker == Marker.IN
        ][-1:]
    return tuple(_place(scene, p) for p in at)


def of_words(scene: Scene, stretch: range) -> tuple[EventPlace, ...]:
    """The places of which some words tell, under a preposition of place."""
    words = scene.lexicon.words["at"]
    return tuple(_place(scene, p) for p in scene.participants if p.is_place and p.lead in stretch and p.marker in words)


def _of_act(p: Participant, trigger: Trigger, args: Arguments, at: frozenset[str]) -> bool:
    """Whether a place is the act's own: under a preposition of place, or what is attacked or taken."""
    if p in args.actors:
        return False
    return (
        p.marker in at or p in args.targets or (not p.marker and trigger.act.type in ("COERCE", "ASSAULT", "PROTEST"))
    )


def _place(scene: Scene, p: Participant) -> EventPlace:
    tokens = scene.told.tokens
    start, end = tokens.starts[p.first] + len(p.clitic), tokens.ends[p.last - 1]
    known = p.actor.key if p.actor is not None else None
    to = p.marker in scene.lexicon.words["towards"]
    way: Literal["at", "from", "to"] = "from" if p.marker == Marker.FROM else "to" if to else "at"
    return EventPlace(text=tokens.text[start:end], start=start, end=end, place=known, as_=way)


def extent(scene: Scene, args: Arguments) -> Extent | None:
    """How much of its place an act took: «معظم المدينة»; None where nothing says it."""
    for p in scene.participants:
        if p.is_place and p.lead in args.stretch:
            for k in range(max(args.stretch.start, p.lead - 2), p.first):
                if scene.forms[k] in scene.lexicon.extents:
                    return scene.lexicon.extents[scene.forms[k]]
    return None
