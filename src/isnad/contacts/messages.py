"""Letters, cables, invitations, credentials and summonses that a noun tells."""

import msgspec

from isnad.contacts.carriers import Carrier, subjects_of
from isnad.contacts.clause import Slot, marker_of
from isnad.contacts.draft import Draft, Scene, actors_of, emit, state_of
from isnad.lexicon.frames import Light
from isnad.model.phrase import Actor


def message(scene: Scene, draft: Draft, slots: list[Slot], agents: list[Actor], light: Carrier | None) -> bool:
    sender = actors_of([c for s in slots if s.marker == "من" for c in s.chunks][:1], states=True)
    receiver = actors_of([c for s in slots if s.marker in ("الي", "ل") for c in s.chunks][:1], states=True)
    roles = ("initiator", "recipient")
    if receiver and draft.rule == "message.risala" and all(a.phrase_kind == "state" for a in receiver):
        # «رسالة قاسية إلى طهران»: a figure of speech
        return False
    if light is None:
        sender = sender or agents[:1]
        return bool(sender and receiver) and emit(scene, draft, sender, receiver, roles)
    subject = light[1].subject
    if subject == "recipient":
        return bool(sender and agents) and emit(scene, draft, sender, agents[:1], roles)
    if subject == "bearer":
        if not receiver:
            row = scene.row[light[0] : draft.trigger]
            receiver = actors_of(
                [
                    c
                    for j, c in enumerate(row)
                    if c.phrase is not None and (marker_of(c.clitic)[1] == "ل" or row[j - 1].form in ("الي", "ل"))
                ]
            )
        if not receiver and len(agents) > 1:
            receiver, agents = agents[1:2], agents[:1]
        if sender and receiver:
            return emit(scene, draft, sender, receiver, roles)
        return bool(agents and receiver) and emit(scene, draft, agents[:1], receiver, roles)
    return bool(agents and receiver) and emit(scene, draft, sender or agents[:1], receiver, roles)


def bearers(scene: Scene, k: int, light: Carrier | None, lights: tuple[Light, ...]) -> tuple[Actor, ...]:
    """Who hands over the message at chunk k: «نقل الوزير رسالة من الملك», «رسالة من الملك نقلها الوزير»."""
    if light is not None and light.rule.subject == "bearer":
        return tuple(subjects_of(scene, k, light)[:1])
    for j, chunk in enumerate(scene.row[k + 1 : -1], k + 1):
        hits = chunk.tag("light") if chunk.phrase is None else None
        if any(h.frame >= 0 and h.form.pronoun and lights[h.frame].subject == "bearer" for h in hits or ()):
            return tuple(actors_of(scene.row[j + 1 : j + 2]))
        if chunk.word("joins"):
            break
    return ()


def credentials(scene: Scene, draft: Draft, slots: list[Slot], agents: list[Actor], light: Carrier | None) -> bool:
    everybody = agents + [a for s in slots for a in actors_of(s.chunks)]
    envoys = [a for a in everybody if a.rank == "ambassador"]
    hosts = [a for a in everybody if a.rank != "ambassador"]
    if light is None or not envoys or not hosts:
        return False
    return emit(scene, draft, hosts[:1], envoys[:1], ("host", "visitor"))


def summons(scene: Scene, draft: Draft, slots: list[Slot]) -> bool:
    people = [a for s in slots for a in actors_of(s.chunks, states=True)]
    envoys = [a for a in people if a.rank == "ambassador"]
    if not envoys:
        return False
    host = next((a for a in people if a.rank != "ambassador" and a.side and a.side != envoys[0].side), None)
    if host is None and envoys[0].posted:
        host = msgspec.structs.replace(state_of(envoys[0]), side=envoys[0].posted, key=f"state:{envoys[0].posted}")
    return host is not None and emit(scene, draft, [host], envoys[:1], ("host", "visitor"))
