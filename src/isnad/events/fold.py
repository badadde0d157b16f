"""One record a real act: tellings of one act become one, and the numbers of a blow go to the blow."""

from collections.abc import Sequence

from isnad.events.draft import Draft
from isnad.events.numbers import of_scene
from isnad.model import Party

_VICTIMS = frozenset({"kill", "wound"})
_OF_NOBODY = frozenset({"unknown", "civilians"})


def folded(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each real act once, in text order of its fullest telling."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.trigger):
        victims = next((k for k, d in enumerate(out) if _in_it(d, draft)), None)
        if victims is not None:
            # «قتل خمسة جنود في هجوم شنه مسلحون»
            lost = out[victims]
            out[victims] = draft._replace(
                targets=_struck(lost, draft),
                places=draft.places or lost.places,
                time=draft.time or lost.time,
                numbers=of_scene(draft.numbers, lost.numbers),
                span=(lost.span[0], max(lost.span[1], draft.span[1])),
                trigger=lost.trigger,
            )
            continue
        host = next((k for k in range(len(out) - 1, -1, -1) if _toll(out[k], draft)), None)
        if host is not None:
            out[host] = out[host]._replace(
                numbers=of_scene(out[host].numbers, draft.numbers), span=_reach(out[host], draft)
            )
            continue
        twin = next((k for k, d in enumerate(out) if _same(d, draft)), None)
        if twin is None:
            out.append(draft)
        else:
            out[twin] = _fuller(out[twin], draft)
    return sorted(out, key=lambda d: d.trigger)


def _toll(blow: Draft, draft: Draft) -> bool:
    """«غارات … أسفرت عن مقتل 20»: whether a draft tells only how many an attack before it killed or hurt."""
    if draft.act.id not in _VICTIMS or draft.actors or blow.act.type != "ASSAULT":
        return False
    return blow.sentence == draft.sentence or (blow.sentence == draft.sentence - 1 and bool(draft.numbers))


def _in_it(victims: Draft, blow: Draft) -> bool:
    """Whether a draft told before a blow of its sentence tells only whom it killed or hurt."""
    alone = victims.act.id in _VICTIMS and not victims.actors and blow.act.id not in _VICTIMS
    return alone and blow.act.type == "ASSAULT" and victims.sentence == blow.sentence


def _struck(victims: Draft, blow: Draft) -> tuple[Party, ...]:
    """Whom a blow struck: those who died, where one knows whose they are, else what it was aimed at."""
    if any(t.side not in _OF_NOBODY for t in victims.targets):
        return victims.targets
    aimed = any(t.side not in _OF_NOBODY for t in blow.targets)
    return blow.targets if aimed else victims.targets or blow.targets


def _reach(blow: Draft, draft: Draft) -> tuple[int, int]:
    return blow.span if draft.span[1] - blow.span[0] > 160 else (blow.span[0], max(blow.span[1], draft.span[1]))


def _same(a: Draft, b: Draft) -> bool:
    """Whether two tellings are of one act: of one kind by one side to one side, and nothing sets them apart."""
    # «استعاد الجيش السيطرة على المدينة»: the verb and the noun that it carries are one act
    carried = a.act.type == b.act.type and _overlap(a, b) and not (a.sides[0] and b.sides[0])
    if (
        a.act.type != b.act.type
        or (a.sides[0] != b.sides[0] and not carried)
        or not (a.sides[1] == b.sides[1] or not a.sides[1] or not b.sides[1])
    ):
        return False
    if a.act.verbal and not (a.title or b.title or _overlap(a, b)):
        return False
    if a.act.modes != b.act.modes and a.act.modes and b.act.modes:
        return False
    there = {p.text for p in a.places}, {p.text for p in b.places}
    if there[0] and there[1] and not there[0] & there[1]:
        return False
    if a.modality.status != b.modality.status and "occurred" not in (a.modality.status, b.modality.status):
        return False
    days = [(t.earliest, t.latest) for t in (a.time, b.time) if t is not None]
    if len(days) == 2 and all(all(d) for d in days):
        (x, y), (u, v) = days
        return bool(x and y and u and v and x <= v and u <= y)
    return True


def _overlap(a: Draft, b: Draft) -> bool:
    return a.span[0] < b.span[1] and b.span[0] < a.span[1]


def _fuller(a: Draft, b: Draft) -> Draft:
    """Of two tellings the one that says more, with what only the other says."""
    score = [
        (not d.title) * 9 + 2 * len(d.targets) + len(d.places) + (d.time is not None) + len(d.numbers) for d in (a, b)
    ]
    best, other = (a, b) if score[0] >= score[1] else (b, a)
    return best._replace(
        actors=best.actors or other.actors,
        targets=best.targets or other.targets,
        places=best.places or other.places,
        time=best.time or other.time,
        numbers=of_scene(best.numbers, other.numbers),
    )
