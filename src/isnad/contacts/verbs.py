"""Contacts that a verb tells by itself: «التقى», «استقبل», «اجتمع», «زار», «استدعى» …"""

from isnad.arabic.fold import fold_word
from isnad.arabic.paradigms import VerbForm
from isnad.contacts.clause import Chunk, Slot, arguments, counterparts, place_in, subject_before
from isnad.contacts.draft import Draft, Scene, actors_of, agrees, emit, settle
from isnad.contacts.slots import clashes, markers, only_place, partner_slot
from isnad.contacts.travels import dispatch, female, travel
from isnad.lexicon.frames import Frame
from isnad.model.phrase import Actor

_NEAR, _FEWEST = 4, 3
_PRONOUNS = frozenset({"انه", "انها"})


def read_verb(scene: Scene, k: int, frame: Frame, form: object) -> bool:
    """File what the verb at chunk k tells by this frame; returns whether anything was filed."""
    if frame.within and not any(c.form in {fold_word(w) for w in frame.within} for c in scene.row[:k]):
        return False
    slots = arguments(scene.row, k, through=frame.build == "attend")
    tense = getattr(form, "tense", "")
    number = getattr(form, "number", "one")
    last = slots[-1].at if slots else k
    draft = Draft(
        frame.kind, frame.id, [], scene.row, k, tense=tense, arrival=frame.arrival, last=last, stay=frame.stay
    )
    draft.place = place_in(scene.row, k, draft.last + 8)
    before = actors_of(subject_before(scene.row, k), states=frame.topic, pair=scene.pair)
    if number == "one":
        before = (
            [a for a in before if agrees(a, form.female)] if isinstance(form, VerbForm) and len(before) == 1 else before
        )
        slots = [s for s in slots if not clashes(s, form)] if isinstance(form, VerbForm) and not before else slots
    if frame.build in ("travel", "depart"):
        return travel(scene, draft, frame, slots, before, form)
    if frame.build == "dispatch":
        return dispatch(scene, draft, frame, slots, before)
    if frame.build == "attend":
        return _attend(scene, draft, slots, before)
    if frame.build == "summon":
        return _summon(scene, draft, slots, before)
    return _meet(scene, draft, frame, slots, before, form)


def _meet(scene: Scene, draft: Draft, frame: Frame, slots: list[Slot], before: list[Actor], form: object) -> bool:
    pronoun, number = getattr(form, "pronoun", ""), getattr(form, "number", "one")
    states = frame.topic or frame.kind == "call"
    roles = (frame.roles.get("subject", "participant"), frame.roles.get("object", "participant"))
    called = _call_mark(scene.row, draft.trigger)
    if called and draft.kind in ("contact", "message"):
        draft.kind = "call"
    if not called and draft.kind == "contact" and any(_delegation(c) for c in scene.row[: draft.trigger + _NEAR]):
        # a delegation talks face to face
        draft.kind = "meeting"
    if (
        not before
        and slots
        and slots[0].marker == ""
        and only_place(slots[0])
        and "" in markers(frame.object)
        and not states
    ):
        # «تستقبل مصر ضيوفها»: the state itself is the subject
        return False
    bare = [s for s in slots if s.marker == "" and (not only_place(s) or (called and len(s.chunks) > 1))]
    if number == "two" and not before and (both := _both_resolved(scene, draft.trigger)):
        # «قرر الطرفان أن يلتقيا»
        return emit(scene, draft, both, [])
    agent = [s for s in slots if s.marker == "by"]
    if agent:
        patient = before or (actors_of(bare[0].chunks) if bare else scene.spoken_of(draft.trigger))
        return bool(patient) and emit(scene, draft, actors_of(agent[0].chunks), patient, roles)
    allowed = markers(frame.object)
    if pronoun:
        patient = scene.spoken_of(0)
        if pronoun not in ("ه", "ها") and len(patient) < 2:
            # «استقبلهم»: more than the one spoken of
            return False
        doer = before or (actors_of(bare[0].chunks) if bare else [])
        if patient and doer:
            return emit(scene, draft, doer, patient, roles)
        return False
    subject = before
    rest = slots
    if not subject and bare:
        subject, rest = actors_of(bare[0].chunks, states, scene.pair), slots[slots.index(bare[0]) + 1 :]
        if len({a.side for a in subject if a.side}) > 1 and not partner_slot(rest, allowed - {""}):
            if (
                frame.topic
                and not called
                and not all(a.phrase_kind in ("person", "office", "counterpart") for a in subject)
            ):
                return False
            return emit(scene, draft, subject, [], roles)
    found = partner_slot(rest, allowed)
    if found is None and subject and before and len({a.side for a in subject if a.side}) > 1 and not frame.topic:
        return emit(scene, draft, subject, [], roles)
    if found is None and len({a.side for a in before if a.side}) > 1 and frame.topic:
        return (
            emit(scene, draft, subject, [], roles)
            if all(a.phrase_kind in ("person", "office", "counterpart") for a in subject)
            else False
        )
    if found is not None:
        if not subject and (not frame.topic or found.at <= draft.trigger + _NEAR):
            subject = _told_by(scene.row, draft.trigger) or scene.spoken_of(draft.trigger, female(form))
        partner = actors_of(found.chunks, states and found.marker != "")
        if found.marker == "" and any(c.is_place for c in found.chunks):
            partner = actors_of(found.chunks)
        if subject and frame.kind == "meeting" and any(counterparts(c) for c in found.chunks):
            # «اجتمع بنظيريه التركي والإيراني»: all at one table
            left, right = settle(scene, subject, partner)
            return emit(scene, draft, left + right, [])
        return bool(subject and partner) and emit(scene, draft, subject, partner, roles)
    # a verb alone with one actor: its subject may be the one spoken of
    if subject and not before and "" in allowed and number == "one":
        told = _told_by(scene.row, draft.trigger)
        doer = [a for a in told or scene.spoken_of(draft.trigger, female(form)) if a.key != subject[0].key]
        adding = draft.trigger <= 1 and (scene.row[draft.trigger].clitic or draft.trigger == 1)
        spoken = scene.here or bool(told or adding) or scene.silent(draft.trigger)
        return bool(doer) and spoken and emit(scene, draft, doer, subject, roles)
    return _session(scene, draft, subject)


def _told_by(row: list[Chunk], k: int) -> list[Actor]:
    """«أكد فلان …، معلنا أنه سيلتقي …»: the pronoun before the verb at k is of him whom a verb of speech named last."""
    if k < _FEWEST or row[k - 1].form not in _PRONOUNS:
        return []
    for j in range(k - 2, 0, -1):
        phrase = row[j].phrase
        if phrase is not None and phrase.kind in ("person", "office") and row[j - 1].word("speech"):
            return actors_of([row[j]])
    return []


def _both_resolved(scene: Scene, k: int) -> list[Actor]:
    """The two of whom a clause before the dual verb at k speaks: a set, and one word between."""
    both = scene.row[k - 2] if k > 1 else None
    return actors_of([both], pair=scene.pair) if both and both.phrase and both.phrase.kind == "set" else []


def _delegation(chunk: Chunk) -> bool:
    return chunk.phrase is not None and chunk.phrase.number == "delegation"


def _session(scene: Scene, draft: Draft, subject: list[Actor]) -> bool:
    """«اجتمع وزراء خارجية الناتو بمشاركة فلان»: an organisation's session and who joined it."""
    hosts = [
        a for a in subject if a.phrase_kind in ("officials", "organisation") and scene.home(a.side or "") == a.side
    ]
    if len(subject) != 1 or not hosts:
        return False
    for j in range(draft.trigger + 1, len(scene.row) - 1):
        if scene.row[j].word("company") and scene.row[j + 1].phrase is not None:
            draft.kind = "multilateral"
            return emit(scene, draft, hosts, actors_of([scene.row[j + 1]]))
    return False


def _call_mark(row: list[Chunk], k: int) -> bool:
    """Whether the words up to the next verb, or a circumstance before this one, say that they spoke by telephone."""
    for j in range(1, k):
        if row[j].word("call_nouns") and (row[j - 1].word("events") or row[j - 1].word("prepositions")):
            return True
    for j in range(k + 1, len(row)):
        if row[j].word("call_marks"):
            return True
        if row[j].phrase is None and (row[j].word("joins") or row[j].tag("verb")):
            return False
    return False


def _attend(scene: Scene, draft: Draft, slots: list[Slot], before: list[Actor]) -> bool:
    people = (
        before
        or next((a for s in slots if s.marker == "" and (a := actors_of(s.chunks))), [])
        or scene.spoken_of(draft.trigger)
    )
    hosts = [a for s in slots for a in actors_of(s.chunks) if a.phrase_kind == "organisation"]
    people = [a for a in people if a.phrase_kind in ("person", "office")]
    return bool(people and hosts) and emit(scene, draft, people, hosts)


def _summon(scene: Scene, draft: Draft, slots: list[Slot], before: list[Actor]) -> bool:
    bare = [a for s in slots if s.marker == "" for a in actors_of(s.chunks, states=True)]
    envoys = [a for a in bare if a.rank == "ambassador"]
    summoner = (before or [a for a in bare if a.rank != "ambassador"])[:1]
    if not before:
        bodies = [a for s in slots for a in actors_of(s.chunks) if a.rank == "institution"]
        summoner = bodies[:1] or summoner
    # a body that does not say whose it is may be the envoy's own: «استدعت وزارة الخارجية سفيرها»
    summoner = [a for a in summoner if a.side]
    return bool(envoys and summoner) and emit(scene, draft, summoner, envoys[:1], ("host", "visitor"))
