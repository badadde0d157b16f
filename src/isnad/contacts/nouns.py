"""Contacts that a noun tells: which reading of it fits, who carries it, and the frame's own way to its parties."""

import msgspec

from isnad.arabic.fold import fold_word
from isnad.arabic.paradigms import NounForm
from isnad.contacts.carriers import (
    Carrier,
    both_of,
    carrier_after,
    carrier_of,
    owner_of,
    promised_after,
    subjects_of,
    verb_after,
)
from isnad.contacts.clause import Chunk, Slot, arguments, place_in, subject_before
from isnad.contacts.draft import COMING, FAMILIES, Draft, Scene, actors_of
from isnad.contacts.meetings import meeting
from isnad.contacts.messages import bearers, credentials, message, summons
from isnad.contacts.schedule import set_for
from isnad.contacts.slots import only_place
from isnad.contacts.travels import visit_of
from isnad.lexicon.frames import Frame, Light

_NEAR, _BESIDE = 3, 3


def read_noun(scene: Scene, k: int, frame: Frame, form: object, lights: tuple[Light, ...]) -> bool:
    """File what the noun at chunk k tells by this frame; returns whether anything was filed."""
    if not _fits(scene.row, k, frame):
        return False
    slots = arguments(scene.row, k, passing=True)
    draft, light = _draft(scene, k, frame, slots, lights)
    if frame.build == "message":
        draft.bearers = bearers(scene, k, light, lights)
    if _read(scene, k, frame, form, slots, draft, light):
        return True
    return _echo(scene, draft, FAMILIES.get(frame.kind, ""), form, slots)


def _echo(scene: Scene, draft: Draft, family: str, form: object, slots: list[Slot]) -> bool:
    """File the encounter told before, where the noun means it: «وعُقد الاجتماع أمس», «القمة المقررة في 12 يونيو»."""
    if not isinstance(form, NounForm) or not form.definite or form.pronoun:
        return False
    if set_for(scene.row, draft.trigger):
        parties = scene.told.get(f"{family}{COMING}", [])
        slots = [s for s in slots if s.marker not in ("في", "ب") or not only_place(s)]
    else:
        parties = scene.told.get(family, []) if draft.tense in ("past", "future") else []
    if not parties or any(a for s in slots for a in actors_of(s.chunks, states=True)):
        return False
    scene.drafts.append(msgspec.structs.replace(draft, parties=parties, echo=True))
    return True


def _draft(
    scene: Scene, k: int, frame: Frame, slots: list[Slot], lights: tuple[Light, ...]
) -> tuple[Draft, Carrier | None]:
    """What the noun tells before its parties are known, and the verb that carries it."""
    row = scene.row
    light = carrier_of(row, k, lights, frame.kind)
    last = slots[-1].at if slots else k
    draft = Draft(frame.kind, frame.id, [], row, k, light=light[0] if light else None, last=last, stay=frame.stay)
    if light is None and (following := verb_after(row, last)) is not None:
        draft.after, told = following
        draft.tense, draft.proposed = ("", True) if told == "wished" else (told, False)
    draft.place = place_in(row, k, last + 8)
    if (promised := promised_after(row, k)) is not None:
        # «بعد محادثات أجراها تمهيدا للقمة التي ستعقد …»: its own verb tells of it
        light, draft.light, draft.after, draft.tense = None, None, promised, "future"
    if light:
        draft.tense = light[2]
        draft.proposed = light[1].subject == "proposer"
        draft.arrival = light[1].begins
        if light[1].subject == "host" and draft.place is None:
            host = subject_before(row, light[0]) or [c for c in row[light[0] + 1 : k] if c.is_place]
            draft.place = next((c for c in host if c.is_place), None)
    if draft.place is None and light:
        draft.place = place_in(row, light[0], k)
    return draft, light


def _read(
    scene: Scene, k: int, frame: Frame, form: object, slots: list[Slot], draft: Draft, light: Carrier | None
) -> bool:
    row = scene.row
    pronoun = getattr(form, "pronoun", "")
    agents = (
        owner_of(scene, k) if pronoun in ("ه", "ها") else both_of(scene, k) if pronoun else subjects_of(scene, k, light)
    )
    carried = carrier_after(row, k)
    if carried is not None:
        told = actors_of([c for s in slots if s.marker == "" and s.at > carried for c in s.chunks][:1])
        agents = told or agents or scene.spoken_of(k)
        slots = [s for s in slots if s.marker != "" or s.at < carried]
    if frame.build == "message":
        return message(scene, draft, slots, agents, light)
    if frame.build == "credentials":
        return credentials(scene, draft, slots, agents, light)
    if frame.build in ("travel", "tour"):
        if pronoun and pronoun not in ("ه", "ها"):
            agents = scene.group if len(scene.group) > 1 else []
        return visit_of(scene, draft, frame, slots, agents, bool(getattr(form, "pronoun", "")))
    if frame.build == "summon":
        return summons(scene, draft, slots)
    return meeting(scene, draft, frame, slots, agents, light, getattr(form, "pronoun", ""))


def _fits(row: list[Chunk], k: int, frame: Frame) -> bool:
    """Whether the words right after the noun allow this reading of it."""
    following = [c.form for c in row[k + 1 : k + 1 + _NEAR + 1]]
    if k and row[k - 1].form in {fold_word(w) for w in frame.not_after}:
        return False
    if frame.unless and any(fold_word(w) in following for w in frame.unless):
        return False
    if frame.possessed and not any(h.form.pronoun for h in row[k].tag("noun") or ()):
        return False
    if frame.needs:
        text = " ".join(c.form for c in row[max(0, k - _BESIDE) if frame.build == "message" else k : k + 12])
        near = text if frame.kind == "call" else " ".join(following)
        return any(f" {fold_word(w)} " in f" {near} " for w in frame.needs) or any(
            f.startswith(fold_word(w)) for w in frame.needs if w.startswith("ل") for f in following
        )
    return True
