"""The acts that the words of a sentence tell."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from isnad.arabic.markers import Marker
from isnad.events.arguments import Arguments, arguments, group, spoken_of
from isnad.events.bearing import bears_on
from isnad.events.draft import Draft
from isnad.events.modality import modality
from isnad.events.numbers import numbers
from isnad.events.parties import parties
from isnad.events.places import extent, places
from isnad.events.scene import Scene
from isnad.events.times import time_of
from isnad.events.triggers import Trigger, triggers
from isnad.events.voice import speaking, voice
from isnad.lexicon.events import Act
from isnad.model import Party

_JOINS = ("و", "ف")
_ATTACK, _PEOPLE = "attack", frozenset({"person", "office", "counterpart"})
# what a noun under a demand, a denial or a condition tells has not been
_NOT_TOLD = frozenset({"called-for", "denied", "hypothetical"})


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
    if not actors and trigger.verb and not (act.victim or act.agentless) and trigger.form.number != "speaker":
        actors = _going_on(scene, trigger, number, before)
    where = places(scene, trigger, args)
    if act.seizes or act.type in ("ASSAULT", "MOBILIZE"):
        targets = _other_side(scene, act, actors, targets, args)
    actors, targets = _apart(actors, targets, mutual=act.mutual)
    if act.type == "PROTEST" and not actors:
        actors = (_people(scene, trigger),)
    mood = modality(scene, trigger, args)
    lead = min([args.stretch.start, *(p.lead for p in (*args.actors, *args.targets))])
    count = numbers(scene, range(lead, args.stretch.stop), act, numerals)
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
    blow = any(d.sentence == number and d.act.type == "ASSAULT" for d in before)
    return draft if _tells(scene._replace(violent=scene.violent or blow), draft, trigger, args) else None


def _tells(scene: Scene, draft: Draft, trigger: Trigger, args: Arguments) -> bool:
    """Whether enough is known: an act of somebody or to somebody; a noun also says where, when or how many."""
    if draft.act.id == _ATTACK and any(p.phrase is not None and p.phrase.kind in _PEOPLE for p in args.actors):
        # «الوزير يهاجم خصومه»: with words
        return False
    if draft.act.agentless:
        return bool(draft.places or draft.numbers) and not trigger.form.definite
    if draft.act.victim and not draft.actors and not scene.violent:
        # who lost his life in an accident
        return False
    if draft.act.verbal:
        own = trigger.verb or not draft.act.heads or bool(args.actors)
        if scene.title and not draft.targets:
            return False
        return own and draft.modality.status in ("occurred", "standing") and bears_on(draft)
    if trigger.verb and trigger.form.tense == "present" and scene.has(trigger.first - 1, "relatives"):
        # «الذين يقاتلون الجيش»: who they are
        return False
    if trigger.verb:
        # what an act needs is what it is done with: «فرقت الشرطة مظاهرة»
        alone = draft.act.mutual or draft.act.needs or draft.act.type == "PROTEST"
        suffered = bool(draft.targets or draft.places or "none" in draft.act.target or alone)
        return suffered and (bool(draft.actors) or (draft.act.victim and bool(draft.targets)))
    if draft.modality.status in _NOT_TOLD:
        return False
    return _noun_tells(scene, draft, trigger, args)


def _noun_tells(scene: Scene, draft: Draft, trigger: Trigger, args: Arguments) -> bool:
    """Whether a noun tells an act rather than speaks of one: «الهجوم على المدينة» alone does not."""
    known = any(p.side != "unknown" for p in draft.actors), any(p.side != "unknown" for p in draft.targets)
    # «تواصلت الاحتجاجات في بغداد»
    goes_on = draft.act.type == "PROTEST" and scene.has(trigger.first - 1, "goes-on")
    there = bool(draft.places) and (goes_on or not trigger.form.definite)
    circumstance = scene.has(trigger.first - 1, "prepositions") or bool(trigger.form.clitic)
    if draft.act.mutual and there and args.carrier is None and not circumstance:
        # «اشتباكات عنيفة في وسط المدينة»
        return True
    if args.aimed:
        return bool(draft.targets)
    if draft.act.victim and bool(draft.numbers) and bool(draft.targets):
        # «مقتل 20 مسلحا»
        return True
    if draft.act.type == "ASSAULT" and circumstance and scene.violent and not trigger.form.definite:
        # «قتل خمسة جنود في هجوم على نقطة عسكرية»
        return bool(draft.targets or draft.places)
    brought_about = args.carrier is not None and bool(draft.actors)
    done = goes_on or scene.has(trigger.first - 1, "done") or scene.has(trigger.first - 2, "done")
    anchored = there or bool(draft.time or draft.numbers) or brought_about or done
    return (
        all(known)
        or (draft.act.mutual and len(draft.actors) > 1)
        or ((any(known) or args.carrier is not None) and anchored)
    )


def _people(scene: Scene, trigger: Trigger) -> Party:
    """Those who protest where nobody is named: people."""
    tokens = scene.told.tokens
    start, end = tokens.starts[trigger.first], tokens.ends[trigger.last - 1]
    return Party(actor=None, name=None, name_en=None, office=None, side="civilians", start=start, end=end)


def _going_on(scene: Scene, trigger: Trigger, number: int, before: Sequence[Draft]) -> tuple[Party, ...]:
    """Whose act the one before was, or of whom the sentence speaks, where a verb goes on without a subject."""
    joined = trigger.form.clitic in _JOINS or scene.forms[trigger.first - 1] in _JOINS
    if trigger.first == scene.lo:
        return before[-1].actors if before and before[-1].sentence == number - 1 and joined else ()
    if not joined:
        return ()
    if before and before[-1].sentence == number:
        return before[-1].actors
    subject = spoken_of(scene, trigger.first)
    return parties(scene.told, group(scene, subject)) if subject is not None else ()


def _other_side(
    scene: Scene, act: Act, actors: tuple[Party, ...], targets: tuple[Party, ...], args: Arguments
) -> tuple[Party, ...]:
    """Whom a blow or a seizure struck where nothing tells it: of a war between a state and one group, the other."""
    own, ours = {p.side for p in actors}, scene.told.ours
    losers = [p for p in scene.participants if p.marker == Marker.FROM and p.lead in args.stretch and not p.is_place]
    if act.seizes and losers and losers[0].sides:
        return parties(scene.told, losers[:1])
    known = tuple(t for t in targets if t.side != "unknown" and not (act.seizes and t.side in own))
    if known or not actors or not ours.home:
        return known or targets
    groups = own - {ours.home}
    foe = ours.home if groups and ours.groups.get(min(groups)) == ours.home else ""
    if own == {ours.home} and (act.seizes or act.type == "MOBILIZE"):
        foe = ours.militants
    there = [p for p in scene.participants if p.lead in args.stretch and (p.is_place or p in args.targets)]
    if not foe:
        return targets
    if there:
        return parties(scene.told, [there[0]._replace(sides=(foe,), actor=None)])
    tokens = scene.told.tokens
    start, end = tokens.starts[args.stretch.start], tokens.ends[args.stretch.start]
    return (Party(actor=None, name=None, name_en=None, office=None, side=foe, start=start, end=end),)


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
