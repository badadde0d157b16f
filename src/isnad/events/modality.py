"""Whether an act took place, goes on, is to come, is asked for, denied or only imagined; or is a standing position."""

from typing import NamedTuple

from isnad.events.arguments import Arguments
from isnad.events.scene import Scene
from isnad.events.triggers import Trigger
from isnad.lexicon.events import Act
from isnad.model.event import EventStatus

# so many tokens before a verb or its carrier a negation stands, and a condition or a call before a noun
_DENIED, _CONDITION, _CALLED = 2, 5, 3
_STANDING = frozenset({"SUPPORT", "REJECT", "REQUEST"})
# acts that are over once told: the present of a headline or a report tells what was done
_DONE = frozenset({"ACCUSE", "AGREE", "THREATEN", "CONCEDE"})


class Modality(NamedTuple):
    """The status of an act, and the rule that decided it."""

    status: EventStatus
    rule: str


def modality(scene: Scene, trigger: Trigger, args: Arguments) -> Modality:
    """The status of an act told by a word of a sentence."""
    at = args.carrier if args.carrier is not None else trigger.first
    if scene.any(at - _DENIED, at, scene.lexicon.words["negations"]):
        return Modality("denied", "negated")
    if scene.any(at - _CONDITION, at, scene.lexicon.words["conditions"]):
        return Modality("hypothetical", "condition")
    if scene.any(at - _CALLED, at, scene.lexicon.words["calls"]):
        return Modality("called-for", "called-for")
    return of_tense(scene, trigger.act, _tense(scene, trigger, args))


def of_tense(scene: Scene, act: Act, tense: str) -> Modality:
    """The status by the tense of the verb that tells the act; a noun alone has been."""
    if tense == "future":
        return Modality("announced", "future")
    if tense != "present" or scene.title or act.type in _DONE or act.victim:
        return Modality("occurred", "past" if tense == "past" else "noun")
    if act.verbal and act.type in _STANDING:
        return Modality("standing", "present")
    return Modality("occurred" if act.verbal else "ongoing", "present")


def _tense(scene: Scene, trigger: Trigger, args: Arguments) -> str:
    if trigger.verb:
        return trigger.form.tense
    if args.carrier is None:
        return ""
    form = scene.forms[args.carrier]
    bare = form.removeprefix("و").removeprefix("ف")
    if bare.startswith("س"):
        return "future"
    return (
        "present"
        if bare.startswith(("ي", "ت"))
        and scene.has(args.carrier, "lights")
        and len(bare) > 2
        and not bare.endswith("ت")
        else "past"
    )
