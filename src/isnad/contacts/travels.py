"""Visits: the places that a verb or noun of travel leads to, and who goes there; one visit a state."""

import msgspec

from isnad.arabic.paradigms import VerbForm
from isnad.contacts.clause import Chunk, Slot, place_kind
from isnad.contacts.draft import Draft, Scene, actors_of, emit
from isnad.contacts.slots import genitive, markers, only_place
from isnad.lexicon.frames import Frame
from isnad.model.phrase import Actor

_NEAR, _SUBJECT_REACH = 3, 8
IN = "في"
_ALONE = (["person"], ["office"], ["counterpart"])
# «وصل جوا», «وصل قادما من …»: a circumstance
_ACCUSATIVE = "ا"


def travel(scene: Scene, draft: Draft, frame: Frame, slots: list[Slot], before: list[Actor], form: object) -> bool:
    allowed = markers(frame.object)
    if frame.within:
        # the legs of a tour stand together, right after the verb
        slots = [s for s in slots if s.marker in allowed and only_place(s)][:1]
    targets = destinations(slots, allowed)
    near = scene.row[draft.trigger].last + _SUBJECT_REACH
    visitors = before or next(
        (a for s in slots if s.marker == "" and s.chunks[0].first <= near and (a := actors_of(s.chunks))), []
    )
    # «وصل مطار القاهرة» names no subject, «وصل فريق إلى القاهرة» does
    direct = any(s.marker == "" and destinations([s], allowed) for s in slots)
    if not visitors and (direct or not _other_subject(scene, draft.trigger)):
        visitors = scene.spoken_of(draft.trigger, female(form))
    if getattr(form, "number", "one") == "many" and [a.phrase_kind for a in visitors] in _ALONE:
        # «قال فلان إن عددا من المبعوثين سيتوجهون إلى …»
        return False
    filed = False
    if frame.build == "depart":
        left = destinations(slots, {""})
        if left and visitors and not targets:
            draft.ended = True
            filed = visit(scene, draft, visitors, left)
    if visitors and targets:
        filed = visit(scene, draft, visitors, targets) or filed
    return filed


def visit_of(scene: Scene, draft: Draft, frame: Frame, slots: list[Slot], agents: list[Actor], pronoun: bool) -> bool:
    slots = [s for s in slots if s.marker != IN or _beside(scene.row, draft.trigger, s)]
    after = genitive(scene.row, draft.trigger, slots)
    people = [a for a in actors_of(after) if a.side]
    targets = destinations(slots, markers(frame.partner) - {""})
    if not targets and after and after[0].is_place:
        targets = [c for c in after if c.is_place]
    if frame.build == "tour":
        targets = _legs(slots, frame)
    visitors = (people if not pronoun else []) or agents
    if scene.row[draft.trigger].clitic == "ل" and scene.drafts and scene.drafts[-1].rule == "message.dawa":
        # «دعاه إلى زيارة …»: the invited would be the visitor
        visitors, draft.proposed = [scene.drafts[-1].parties[-1][0]], True
    if not visitors and targets and intended(scene.row, draft.trigger):
        # «أعرب عن نيته زيارة …»
        visitors = scene.spoken_of(draft.trigger)
    if not visitors:
        visitors = next((a for s in slots if s.marker == "ل" and (a := actors_of(s.chunks))), [])
    k = draft.trigger
    if (
        not visitors
        and targets
        and (any(c.form in ("له", "لها") for c in scene.row[k + 1 : k + 4]) or (scene.here and event(scene.row, k)))
    ):
        # «بعد زيارة قصيرة إلى …», «في زيارة له إلى …»: the one spoken of
        visitors = _inner(scene.row, k) or scene.spoken_of(k)
    if (
        pronoun
        and visitors
        and targets
        and all(t.actor is not None and t.actor.side == visitors[0].side for t in targets)
    ):
        # «ناقش المسؤولون الأمر مع فلان خلال زيارته إلى بلدهم»: the guest, not the host who is spoken of
        told = [
            c
            for c in scene.row[: draft.trigger]
            if c.phrase is not None and c.phrase.kind in ("person", "office", "counterpart")
        ]
        guests = [a for a in actors_of(told) if a.side and a.side != visitors[0].side]
        visitors = guests[-1:] or visitors
    return bool(visitors and targets) and visit(scene, draft, visitors, targets)


def _inner(row: list[Chunk], k: int) -> list[Actor]:
    """«أعلن فلان أن محادثات المبعوث، في زيارة له إلى …»: the person of the clause within."""
    joined = max((j for j in range(k) if row[j].phrase is None and row[j].word("joins")), default=k)
    told = [c for c in row[joined:k] if c.phrase is not None and c.phrase.kind in ("person", "office", "counterpart")]
    return actors_of(told[-1:])


def _beside(row: list[Chunk], k: int, slot: Slot) -> bool:
    """«زيارته في القاهرة», not «زيارته قبل أيام من الانتخابات في أفغانستان»."""
    before = max((c.last for c in row[k : slot.at] if c.phrase is not None), default=row[k].last)
    return slot.chunks[0].first - before <= _NEAR


def event(row: list[Chunk], k: int) -> bool:
    """Whether the noun is a circumstance of its sentence: «بعد زيارة …», «خلال زيارة …»."""
    return k > 0 and row[k - 1].word("events")


def intended(row: list[Chunk], k: int) -> bool:
    """Whether the noun is what somebody intends or wishes: «نيته زيارة …»."""
    return k > 0 and row[k - 1].word("intents")


def _legs(slots: list[Slot], frame: Frame) -> list[Chunk]:
    """The places of a tour: those named together right after it."""
    out: list[Chunk] = []
    for slot in slots:
        if not all(c.is_place for c in slot.chunks) or slot.marker not in markers(frame.partner) | {""}:
            if out:
                break
            continue
        if out and slot.chunks[0].first - out[-1].last > _NEAR:
            break
        out += slot.chunks
    return out


def visit(scene: Scene, draft: Draft, visitors: list[Actor], targets: list[Chunk]) -> bool:
    """File one visit a state among the places, for visitors who are people of another side."""
    people = [
        a
        for a in visitors
        if a.phrase_kind in ("person", "office", "officials", "counterpart")
        and a.rank != "institution"
        # «زيارة الإثيوبيين»: anybody's
        and a.strength != "people"
    ]
    done: set[str] = set()
    filed = False
    for target in targets:
        host = target.actor
        if _at_mission(draft.row, draft.trigger, target):
            continue
        if host is None or host.side is None or host.side in done or not people:
            continue
        guests = [a for a in people if a.side and a.side != host.side and scene.home(a.side) != host.side]
        if not guests:
            continue
        done.add(host.side)
        copy = Draft(
            draft.kind,
            draft.rule,
            [],
            draft.row,
            draft.trigger,
            draft.light,
            target,
            draft.tense,
            draft.arrival,
            draft.proposed,
            draft.last,
        )
        copy.kind = "visit"
        copy.after, copy.ended, copy.stay = draft.after, draft.ended, draft.stay
        filed = (
            emit(
                scene,
                copy,
                [guests[0], *(g for g in guests[1:] if g.side == guests[0].side)],
                [host],
                ("visitor", "host"),
            )
            or filed
        )
    return filed


def _at_mission(row: list[Chunk], k: int, target: Chunk) -> bool:
    """«زار قنصلية بلاده في إسطنبول»: who goes to an embassy or consulate may live where it is."""
    return any(c.word("missions") for c in row[k + 1 :] if c.first < target.last)


def destinations(slots: list[Slot], allowed: set[str]) -> list[Chunk]:
    out: list[Chunk] = []
    for slot in slots:
        if out and slot.chunks[0].first - out[-1].last > _NEAR:
            # «زيارته إلى واشنطن وموقفها من الوضع في غزة»: the places of a visit stand together
            break
        if slot.marker in allowed:
            out += [c for c in slot.chunks if place_kind(c) and not (c.phrase and c.phrase.strength == "seat")]
    return out


def _other_subject(scene: Scene, k: int) -> bool:
    """Whether an ordinary noun right after a verb of travel is its subject: «وصل فريق الدفاع إلى …»."""
    after = scene.row[k + 1] if k + 1 < len(scene.row) else None
    if after is None or not after.ordinary or after.first in scene.timed:
        return False
    return not after.form.endswith(_ACCUSATIVE)


def dispatch(scene: Scene, draft: Draft, frame: Frame, slots: list[Slot], before: list[Actor]) -> bool:
    bare = [s for s in slots if s.marker == ""]
    people = [a for s in bare for a in actors_of(s.chunks)]
    sender = before or actors_of([c for s in bare[:1] for c in s.chunks], states=True)
    envoy = [a for a in people if a not in sender]
    if envoy and envoy[0].side is None and sender:
        msgspec.structs.force_setattr(envoy[0], "side", sender[0].side)
    return bool(envoy) and visit(scene, draft, envoy, destinations(slots, markers(frame.object)))


def female(form: object) -> bool | None:
    """The gender of a singular verb; None where it tells none."""
    return form.female if isinstance(form, VerbForm) and form.number == "one" else None
