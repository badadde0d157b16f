"""The acts that the words of a sentence tell."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from isnad.events.arguments import Arguments, arguments
from isnad.events.draft import Draft
from isnad.events.modality import modality
from isnad.events.numbers import numbers
from isnad.events.parties import parties
from isnad.events.places import extent, places
from isnad.events.scene import Scene
from isnad.events.times import time_of
from isnad.events.triggers import Trigger, triggers
from isnad.events.voice import speaking, voice
from isnad.model import Party

_JOINS = ("و", "ف")


def acts_of(
    scene: Scene, number: int, numerals: Mapping[str, int], taken: AbstractSet[int], before: Sequence[Draft]
) -> list[Draft]:
    """The drafts of a sentence; `taken`: characters of triggers that statements told; `before`: all drafts so far."""
    nearby = triggers(scene)
    out: list[Draft] = []
    for trigger in nearby:
        if scene.told.tokens.starts[trigger.first] in taken:
            continue
        draft = _draft(scene, trigger, arguments(scene, trigger, nearby), number, numerals, (*before, *out))
        if draft is not None:
            out.append(draft)
    return out


def _draft(
    scene: Scene, trigger: Trigger, args: Arguments, number: int, numerals: Mapping[str, int], before: Sequence[Draft]
) -> Draft | None:
    told, act = scene.told, trigger.act
    actors, targets = parties(told, args.actors), parties(told, args.targets)
    if not actors and trigger.verb and not act.victim and trigger.form.number != "speaker":
        actors = _going_on(scene, trigger, number, before)
    where = places(scene, trigger, args)
    if act.seizes:
        targets = _holder(scene, actors, targets, args)
    actors, targets = _apart(actors, targets, mutual=act.mutual)
    mood = modality(scene, trigger, args)
    count = numbers(scene, args.stretch, act, numerals)
    start = told.tokens.starts[args.stretch.start]
    voiced = voice(told, start)
    if act.verbal and mood.status != "standing":
        voiced = speaking(told, voiced, args.actors)
    draft = Draft(
        act=act,
        modality=mood,
        actors=actors,
        targets=targets,
        voiced=voiced,
        span=_span(scene, trigger, args),
        trigger=(told.tokens.starts[trigger.first], told.tokens.ends[trigger.last - 1]),
        sentence=number,
        title=scene.title,
        rule=f"{act.id}.{trigger.form.form}",
        time=time_of(scene, args.stretch),
        places=where,
        extent=extent(scene, args),
        numbers=count,
    )
    return draft if _tells(draft, trigger, args) else None


def _tells(draft: Draft, trigger: Trigger, args: Arguments) -> bool:
    """Whether enough is known: an act of somebody or to somebody; a noun also says where, when or how many."""
    known = any(p.side != "unknown" for p in draft.actors), any(p.side != "unknown" for p in draft.targets)
    if draft.act.verbal:
        return (
            known[0]
            and draft.modality.status in ("occurred", "standing")
            and (trigger.verb or not draft.act.heads or bool(args.actors))
        )
    if trigger.verb:
        suffered = bool(draft.targets or draft.places or "none" in draft.act.target or draft.act.mutual)
        return any(known) and suffered and (bool(draft.actors) or draft.act.victim)
    anchored = bool(draft.places or draft.time or draft.numbers) or (args.carrier is not None and bool(draft.actors))
    both = all(known) or (draft.act.mutual and len(draft.actors) > 1)
    return both or (any(known) and anchored)


def _going_on(scene: Scene, trigger: Trigger, number: int, before: Sequence[Draft]) -> tuple[Party, ...]:
    """Whose act the one before was, where a verb goes on without a subject: «وسيطرت كذلك على»."""
    if not before or before[-1].sentence not in (number, number - 1):
        return ()
    goes_on = trigger.form.clitic in _JOINS or trigger.first == scene.lo
    return before[-1].actors if goes_on and (before[-1].sentence == number or trigger.first == scene.lo) else ()


def _holder(scene: Scene, actors: tuple[Party, ...], targets: tuple[Party, ...], args: Arguments) -> tuple[Party, ...]:
    """Whose a place was that was taken: of a named loser, or of its state where another takes it."""
    own = {p.side for p in actors}
    losers = [
        p for p in scene.participants if p.marker == "من" and p.lead in args.stretch and not p.is_place and p.sides
    ]
    if losers:
        return parties(scene.told, losers[:1])
    named = tuple(t for t in targets if t.side not in own and t.side != "unknown")
    if named or not scene.told.home or scene.told.home in own or not actors:
        return named
    there = [p for p in scene.participants if p.is_place and p.lead in args.stretch]
    return parties(scene.told, [p._replace(sides=(scene.told.home,)) for p in there[:1]])


def _apart(
    actors: tuple[Party, ...], targets: tuple[Party, ...], *, mutual: bool
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Nobody acts upon himself; of a mutual act both are actors."""
    if mutual:
        return tuple({p.side: p for p in (*actors, *targets)}.values()), ()
    own = {p.start for p in actors}
    return actors, tuple(t for t in targets if t.start not in own)


def _span(scene: Scene, trigger: Trigger, args: Arguments) -> tuple[int, int]:
    """The characters from who does it, or the word that tells it, to the last of its arguments."""
    tokens = scene.told.tokens
    parts = [p for p in (*args.actors, *args.targets) if abs(p.first - trigger.first) < len(args.stretch) + 4]
    parts += [p for p in scene.participants if p.is_place and p.lead in args.stretch]
    first = min([args.stretch.start, *(p.lead for p in parts)])
    last = max([trigger.last, *(p.last for p in parts)])
    return tokens.starts[first], tokens.ends[min(last, scene.hi) - 1]
