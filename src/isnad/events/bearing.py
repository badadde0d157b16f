"""Whether a verbal act bears on another side: words among one's own people are no event between sides."""

from isnad.events.draft import Draft

# of nobody in particular
_NOBODY = frozenset({"unknown", "civilians"})
_REFUSALS = frozenset({"REJECT", "THREATEN"})
# what a state or a body says to nobody in particular; of a person's words this tells nothing
_TO_ALL = frozenset({"REQUEST", "ACCUSE", "AGREE", "CONCEDE"})


def bears_on(draft: Draft) -> bool:
    """Whether a verbal act has an actor whose side is known, and another side that it bears on or agrees with."""
    actors, targets = (sides - _NOBODY for sides in draft.sides)
    if not actors:
        return False
    if draft.act.type in _REFUSALS:
        return True
    if draft.act.type in _TO_ALL and all(p.actor is None and not p.office for p in draft.actors):
        return True
    # «انتقد الرئيس الأمريكي أعضاء الحلف»: of officials one need not know whose they are
    told = any(p.office for p in draft.actors) and any(p.side == "unknown" and p.office for p in draft.targets)
    return len(actors) > 1 or bool(targets - actors) or told
