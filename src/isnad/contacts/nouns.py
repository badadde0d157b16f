"""Contacts that a noun tells: «أجرى اتصالا بـ», «لقاؤه مع», «محادثات بين», «زيارته إلى», «رسالة من», «قمة روسية تركية»."""

from isnad.arabic.fold import fold_word
from isnad.contacts.clause import COMMAS, Chunk, Slot, arguments, marker_of, opens, place_in, subject_before
from isnad.contacts.draft import Draft, Scene, actors_of, emit, settle, state_of
from isnad.contacts.verbs import destinations, markers, visit
from isnad.lexicon.frames import Frame, Light
from isnad.lexicon.index import FrameHit
from isnad.model.phrase import Actor

_MAX_LIGHT = 14
_NEAR = 3
_MASDAR = Light(past="", present="", subject="agent")
_PRINCIPALS = frozenset({"president", "minister", "crown-prince", "envoy", "leader", "secretary-general"})


def read_noun(scene: Scene, k: int, frame: Frame, form: object, lights: tuple[Light, ...]) -> bool:
    """File what the noun at chunk k tells by this frame; returns whether anything was filed."""
    row = scene.row
    if not _fits(row, k, frame):
        return False
    light = _light(row, k, lights)
    slots = arguments(row, k, passing=True)
    last = slots[-1].at if slots else k
    draft = Draft(frame.kind, frame.id, [], row, k, light=light[0] if light else None, last=last)
    if light is None:
        draft.tense = _tense_after(row, last)
    draft.place = place_in(row, k, last + 8)
    if light:
        draft.tense = light[2]
        draft.proposed = light[1].subject == "proposer"
        draft.arrival = light[1].begins
        if light[1].subject == "host" and draft.place is None:
            host = subject_before(row, light[0]) or [c for c in row[light[0] + 1 : k] if c.is_place]
            draft.place = next((c for c in host if c.is_place), None)
    if draft.place is None and light:
        draft.place = place_in(row, light[0], k)
    pronoun = getattr(form, "pronoun", "")
    agents = _owner(scene, k) if pronoun in ("ه", "ها") else _both(scene, k) if pronoun else _agents(scene, k, light)
    carried = _carried(row, k)
    if carried is not None:
        told = actors_of([c for s in slots if s.marker == "" and s.at > carried for c in s.chunks][:1])
        agents = told or agents or scene.spoken_of(k)
        slots = [s for s in slots if s.marker != "" or s.at < carried]
    if frame.build == "message":
        return _message(scene, draft, slots, agents, light)
    if frame.build == "credentials":
        return _credentials(scene, draft, slots, agents, light)
    if frame.build in ("travel", "tour"):
        return _visit(scene, draft, frame, slots, agents, bool(getattr(form, "pronoun", "")))
    if frame.build == "summon":
        return _summons(scene, draft, slots)
    return _meeting(scene, draft, frame, slots, agents, light, getattr(form, "pronoun", ""))


def _fits(row: list[Chunk], k: int, frame: Frame) -> bool:
    """Whether the words right after the noun allow this reading of it."""
    following = [c.form for c in row[k + 1 : k + 1 + _NEAR + 1]]
    if frame.unless and any(fold_word(w) in following for w in frame.unless):
        return False
    if frame.possessed and not any(h.form.pronoun for h in row[k].tag("noun") or ()):
        return False
    if frame.needs:
        text = " ".join(c.form for c in row[k : k + 12])
        near = text if frame.kind == "call" else " ".join(following)
        return any(f" {fold_word(w)} " in f" {near} " for w in frame.needs) or any(
            f.startswith(fold_word(w)) for w in frame.needs if w.startswith("ل") for f in following
        )
    return True


def _light(row: list[Chunk], k: int, lights: tuple[Light, ...]) -> tuple[int, Light, str] | None:
    """The verb that carries the noun: its chunk, its rule and its tense."""
    spent, jump = 0, k
    for j in range(k - 1, -1, -1):
        if j > jump:
            continue
        chunk = row[j]
        if chunk.form in COMMAS and (inset := _inset(row, j)) is not None:
            jump = inset
            continue
        spent += 1 if chunk.phrase is None else 0
        if spent > _MAX_LIGHT or chunk.form in "؛;:":
            return None
        if chunk.phrase is not None:
            continue
        hits: list[FrameHit] | None = chunk.tag("light")
        if hits:
            if hits[0].frame < 0 and len(hits) == 1 or _nominal(row, j):
                # «على عقد قمة», «بإجراء محادثات»: a masdar, not yet done
                return j, _MASDAR, "masdar"
            hits = [h for h in hits if h.frame >= 0]
            return j, lights[hits[0].frame], hits[0].form.tense
        if chunk.word("joins") or chunk.tag("verb"):
            return None
        if chunk.tag("noun") and spent > 2 and row[j].form not in COMMAS:  # noqa: PLR2004
            return None
        if chunk.word("events") and j == k - 1:
            return None
    return None


def _inset(row: list[Chunk], j: int) -> int | None:
    """The comma that opens the circumstance closed by the comma at j: «أجرى الوزير، عقب لقائه …، اتصالا»."""
    for i in range(j - 1, max(-1, j - 20), -1):
        if row[i].form in COMMAS:
            return i if row[i + 1].word("events") else None
    return None


def _nominal(row: list[Chunk], j: int) -> bool:
    """Whether a word that may be a verb is a noun here: a particle or another noun governs it."""
    if marker_of(row[j].clitic)[1]:
        return True
    if row[j].clitic or j == 0:
        return False
    before = row[j - 1]
    ordinary = before.matches is None and before.form[0].isalpha()
    if not any(h.frame < 0 for h in row[j].tag("light") or ()):
        return before.word("prepositions")
    # «طلب الوزير عقد لقاء»: after a subject that has its verb already
    return ordinary or before.word("prepositions") or (before.phrase is not None and not opens(row, j - 1))


def _tense_after(row: list[Chunk], last: int) -> str:
    """The tense of a verb that follows the noun and its parties: «القمة مع … ستعقد في …»."""
    for chunk in row[last + 1 : last + 7]:
        hits = chunk.tag("light") if chunk.phrase is None else None
        if hits:
            return "future" if hits[0].form.tense == "future" else ""
        if chunk.word("joins"):
            break
    return ""


def _agents(scene: Scene, k: int, light: tuple[int, Light, str] | None) -> list[Actor]:
    """The subject of the carrying verb: before it, between it and the noun, or the one spoken of."""
    if light is None:
        return []
    j, rule, _ = light
    if rule.subject in ("none", "host"):
        return []
    between: list[Chunk] = []
    skipping = False
    for at, chunk in enumerate(scene.row[j + 1 : k], j + 1):
        if chunk.form in COMMAS:
            skipping = False
        elif chunk.word("events") or chunk.tag("company"):
            skipping = True
        elif chunk.phrase is not None and not skipping:
            governed = scene.row[at - 1].word("prepositions") or marker_of(chunk.clitic)[1]
            if not governed and (not chunk.is_place or at == j + 1):
                between.append(chunk)
    before = subject_before(scene.row, j)
    if before and (scene.row[j].first - before[-1].last) <= 3:  # noqa: PLR2004
        return actors_of(before, states=True)
    if between:
        return actors_of(between, states=True)
    if before:
        return actors_of(before, states=True)
    return scene.spoken_of(j)


def _carried(row: list[Chunk], k: int) -> int | None:
    """The verb after the noun that carries it: «زيارة يقوم بها …», «المباحثات التي أجراها …», «محادثات جمعته بـ»."""
    for j in range(k + 1, min(k + 5, len(row))):
        chunk = row[j]
        if chunk.phrase is not None or chunk.form in COMMAS:
            return None
        hits = chunk.tag("light")
        if hits and (hits[0].form.pronoun or (j + 1 < len(row) and row[j + 1].form in ("بها", "به", "بهما"))):
            return j
    return None


def _owner(scene: Scene, k: int) -> list[Actor]:
    """Whose «لقاؤه» it is: the one spoken of, or, at the head of a sentence, the subject still to come."""
    row = scene.row
    if not scene.here:
        for j in range(k + 1, len(row)):
            chunk = row[j]
            if chunk.phrase is not None and chunk.phrase.kind in ("person", "office") and not marker_of(chunk.clitic)[1] and any(
                row[i].form in COMMAS for i in range(max(k, j - 4), j)
            ):
                return actors_of([chunk])
    before = row[k - 1] if k else None
    if before is not None and before.phrase is not None and before.phrase.kind in ("person", "office") and row[k].clitic == "و":
        # «محمد بن سلمان وزيارته لمصر»
        return actors_of([before])
    return scene.spoken_of(0)


def _both(scene: Scene, k: int) -> list[Actor]:
    """The persons of «لقائهما»: the nearest list or pair before the noun whose sides differ, else the pair told last."""
    row = scene.row
    for j in range(k - 1, -1, -1):
        group = [row[j]] if row[j].phrase is not None else []
        if j and group and marker_of(row[j].clitic) == (True, "") and row[j - 1].phrase is not None:
            group.insert(0, row[j - 1])
        actors = actors_of(group)
        if len({a.side for a in actors if a.side}) > 1:
            return actors
    people = actors_of([c for c in row[:k] if c.phrase is not None and c.phrase.kind in ("person", "office")])
    other = next((a for a in people[1:] if a.side and a.side != people[0].side), None)
    return [people[0], other] if other is not None and people[0].side else scene.pair


def _pair(row: list[Chunk], k: int) -> list[Actor]:
    """The sides of a pair of adjectives right after the noun: «مباحثات روسية-سورية»."""
    out: list[Actor] = []
    for chunk in row[k + 1 : k + 6]:
        nisba = chunk.tag("nisba") if chunk.phrase is None else None
        if nisba:
            side = nisba[0][0]
            out.append(Actor(key=f"state:{side}", kind="state", name=None, name_en=None, office=None, rank="", side=side,
                             person=None, basis="stated", female=False, first=chunk.first, last=chunk.last, phrase_kind="state"))  # fmt: skip
        elif chunk.form not in ("-", "–", "و", "_", "ـ") and not (out and chunk.phrase is None and chunk.form in COMMAS):
            if out or chunk.phrase is not None:
                break
    return out


def _genitive(row: list[Chunk], k: int, slots: list[Slot]) -> list[Chunk]:
    """The phrase that stands right after the noun: «لقاء بوتين وأردوغان», «لقاء الوزير مع …»."""
    if slots and slots[0].marker == "" and slots[0].at <= k + 2 and row[slots[0].at].first - row[k].last <= 1:
        return slots[0].chunks
    return []


def _meeting(scene: Scene, draft: Draft, frame: Frame, slots: list[Slot], agents: list[Actor], light: tuple[int, Light, str] | None, pronoun: str) -> bool:
    row, k = scene.row, draft.trigger
    roles = (frame.roles.get("subject", "participant"), frame.roles.get("object", "participant"))
    if _media(row, k, slots):
        return False
    if draft.kind == "meeting" and any(c.word("call_marks") for c in row[k + 1 : k + (6 if row[k + 1 : k + 2] and row[k + 1].form == "عبر" else 3)]):
        draft.kind = "call"
    if light and light[1].subject == "recipient":
        senders = [c for s in slots if s.marker in ("من", "by") for c in s.chunks]
        return bool(senders and agents) and emit(scene, draft, agents, actors_of(senders, True), ("recipient", "initiator"))
    between = next((s for s in slots if s.marker == "بين"), None)
    if between is not None:
        parties = actors_of(between.chunks, True, scene.pair)
        if any(c.word("between_him") for c in row[k + 1 : between.at]):
            parties = scene.spoken_of(k) + parties
        if any(c.word("distributive") for c in row[between.at : between.at + 8]) and len(parties) > 2:  # noqa: PLR2004
            return emit(scene, draft, parties[:1], parties[1:])
        if len({a.side for a in parties if a.side}) < 2 and len(slots) > slots.index(between) + 1:  # noqa: PLR2004
            nxt = slots[slots.index(between) + 1]
            if nxt.marker in ("بين", "مع"):
                parties += actors_of(nxt.chunks, states=True)
        return emit(scene, draft, parties, [])
    wanted = markers(frame.partner)
    own = actors_of(_genitive(row, k, slots), states=frame.kind == "call")
    by = next((s for s in slots if s.marker == "by"), None)
    if by is not None and (own or slots[0].marker == ""):
        return emit(scene, draft, actors_of(by.chunks), own or actors_of(slots[0].chunks), roles)
    if pronoun and not own and "" in markers(frame.partner):
        own = next((a for s in slots if s.marker == "" and (a := actors_of(s.chunks))), [])
    if own and not agents and light is None and row[k].clitic == "ل" and "" in markers(frame.partner):
        agents, draft.tense = scene.spoken_of(k), "masdar"
    if own and not agents and light is None and "" in markers(frame.partner) and k and row[k - 1].actor is scene.subject and scene.here:
        # «يعتزم الرئيس استقبال فلان»
        agents, draft.tense = scene.spoken_of(k), "masdar"
    rest = [s for s in slots if not (own and s is slots[0])]
    marker = next((s.marker for s in rest if s.marker in wanted - {""} and actors_of(s.chunks, True)), None)
    states = marker != "ب" and (draft.kind != "meeting" or bool(agents))
    partner = [a for s in rest if marker and s.marker == marker for a in actors_of(s.chunks, states)]
    if draft.kind == "call" and not _called(row, k) and not all(a.phrase_kind in ("person", "office", "counterpart") for a in partner):
        # «الاتصالات مع مصر»: dealings, not a call
        return False
    if pronoun and own and not partner:
        return bool(agents) and emit(scene, draft, agents, own, roles)
    if own and agents and not partner and "" in wanted and light is None:
        return emit(scene, draft, agents, own, roles)
    if light and not partner:
        # «ترأس الوزير مع نظيره اجتماع اللجنة»
        partner = actors_of([row[j] for j in range(light[0] + 2, k) if row[j].phrase is not None and row[j - 1].form == "مع"])
    left = own or agents
    free = next((s for s in slots if s.marker == "" and actors_of(s.chunks)), None)
    if not left and free is not None and not partner:
        # «لقاء جمع الرئيس بنظيره»
        joined = actors_of(free.chunks)
        other = next((s for s in slots[slots.index(free) + 1 :] if s.marker in ("ب", "مع", "") and actors_of(s.chunks)), None)
        if light and light[1].subject == "none" or _joins(row, k):
            return emit(scene, draft, joined, actors_of(other.chunks) if other else [])
    if not left and partner and _joins(row, k) and slots[0].marker == "":
        left = actors_of(slots[0].chunks)
    if not left and partner and draft.kind != "message" and (told := scene.spoken_of(k)):
        left = told if len(told) > 1 else _stand_in(told[0])
    known = bool(scene.pair) and any(h.form.definite for h in row[k].tag("noun") or ())
    if not left and not partner and not pronoun and light is None and not known and _circumstance(row, k):
        sets = actors_of([c for c in row[:k] if c.phrase is not None and c.phrase.kind == "set"][-1:], False, scene.pair)
        left = scene.group if len({a.side for a in scene.group}) > 1 else sets
        company = [row[j] for j in range(1, k) if row[j].phrase is not None and row[j - 1].form == "مع"]
        if company and len({a.side for a in left}) < 2 and (told := scene.spoken_of(k)):  # noqa: PLR2004
            return emit(scene, draft, told, actors_of(company[:1]))
        if len({a.side for a in left if a.side}) > 1:
            return emit(scene, draft, left, [])
        left = []
    if left and partner:
        if any(c.word("together") for c in row[k + 1 : k + 4]):
            left, partner = settle(scene, left, partner)
            return emit(scene, draft, left + partner, [])
        return emit(scene, draft, left, partner, roles)
    if pronoun and not partner and len({a.side for a in left if a.side}) > 1:
        return emit(scene, draft, left, [])
    if len({a.side for a in left if a.side}) > 1 and (own or light):
        return emit(scene, draft, left, [])
    pair = _pair(row, k)
    if len({a.side for a in pair}) > 1:
        return emit(scene, draft, pair, [])
    return False


def _stand_in(subject: Actor) -> list[Actor]:
    """Who talks in «قالت الخارجية إن المحادثات مع …»: a leader or minister himself, of others only the side."""
    if subject.rank in _PRINCIPALS:
        return [subject]
    return [state_of(subject)]


def _circumstance(row: list[Chunk], k: int) -> bool:
    """Whether the noun is what its sentence happened in: «ناقش لافروف وكيري خلال محادثة هاتفية …»."""
    return k > 0 and (row[k - 1].form in ("في", "خلال", "اثناء") or (row[k].clitic == "ب"))


def _joins(row: list[Chunk], k: int) -> bool:
    return any(c.tag("light") for c in row[k + 1 : k + 4] if c.phrase is None)


def _media(row: list[Chunk], k: int, slots: list[Slot]) -> bool:
    """Whether the other party is a channel or paper: no contact."""
    stop = slots[0].at + 1 if slots else k + 6
    return any(c.word("media") or (c.tag("outlet") and not c.actor) for c in row[k + 1 : min(stop, k + 7)])


def _message(scene: Scene, draft: Draft, slots: list[Slot], agents: list[Actor], light: tuple[int, Light, str] | None) -> bool:
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
            receiver = actors_of([c for j, c in enumerate(row) if c.phrase is not None and (
                marker_of(c.clitic)[1] == "ل" or row[j - 1].form in ("الي", "ل"))])  # fmt: skip
        if not receiver and len(agents) > 1:
            receiver, agents = agents[1:2], agents[:1]
        if sender and receiver:
            return emit(scene, draft, sender, receiver, roles)
        return bool(agents and receiver) and emit(scene, draft, agents[:1], receiver, roles)
    return bool(agents and receiver) and emit(scene, draft, sender or agents[:1], receiver, roles)


def _credentials(scene: Scene, draft: Draft, slots: list[Slot], agents: list[Actor], light: tuple[int, Light, str] | None) -> bool:
    everybody = agents + [a for s in slots for a in actors_of(s.chunks)]
    envoys = [a for a in everybody if a.rank == "ambassador"]
    hosts = [a for a in everybody if a.rank != "ambassador"]
    if light is None or not envoys or not hosts:
        return False
    return emit(scene, draft, hosts[:1], envoys[:1], ("host", "visitor"))


def _visit(scene: Scene, draft: Draft, frame: Frame, slots: list[Slot], agents: list[Actor], pronoun: bool) -> bool:
    genitive = _genitive(scene.row, draft.trigger, slots)
    people = [a for a in actors_of(genitive) if a.side]
    targets = destinations(slots, markers(frame.partner) - {""})
    if not targets and genitive and genitive[0].is_place:
        targets = [c for c in genitive if c.is_place]
    if frame.build == "tour":
        targets = _legs(slots, frame)
    visitors = (people if not pronoun else []) or agents
    if scene.row[draft.trigger].clitic == "ل" and scene.drafts and scene.drafts[-1].rule == "message.dawa":
        # «دعاه إلى زيارة …»: the invited would be the visitor
        visitors, draft.proposed = [scene.drafts[-1].parties[-1][0]], True
    if not visitors:
        visitors = next((a for s in slots if s.marker == "ل" and (a := actors_of(s.chunks))), [])
    k = draft.trigger
    if not visitors and targets and (any(c.form in ("له", "لها") for c in scene.row[k + 1 : k + 4]) or (scene.here and _event(scene.row, k))):
        # «بعد زيارة قصيرة إلى …», «في زيارة له إلى …»: the one spoken of
        visitors = scene.spoken_of(k)
    if pronoun and visitors and targets and all(t.actor is not None and t.actor.side == visitors[0].side for t in targets):
        # «ناقش المسؤولون الأمر مع فلان خلال زيارته إلى بلدهم»: the guest, not the host who is spoken of
        told = [c for c in scene.row[: draft.trigger] if c.phrase is not None and c.phrase.kind in ("person", "office", "counterpart")]
        guests = [a for a in actors_of(told) if a.side and a.side != visitors[0].side]
        visitors = guests[-1:] or visitors
    return bool(visitors and targets) and visit(scene, draft, visitors, targets)


def _event(row: list[Chunk], k: int) -> bool:
    """Whether the noun is a circumstance of its sentence: «بعد زيارة …», «خلال زيارة …»."""
    return k > 0 and row[k - 1].word("events")


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


def _called(row: list[Chunk], k: int) -> bool:
    return any(c.word("call_marks") for c in row[k + 1 : k + 4])


def _summons(scene: Scene, draft: Draft, slots: list[Slot]) -> bool:
    people = [a for s in slots for a in actors_of(s.chunks, states=True)]
    envoys = [a for a in people if a.rank == "ambassador"]
    if not envoys:
        return False
    host = next((a for a in people if a.rank != "ambassador" and a.side and a.side != envoys[0].side), None)
    if host is None and envoys[0].posted:
        host = state_of(envoys[0])
        host.side, host.key = envoys[0].posted, f"state:{envoys[0].posted}"
    return host is not None and emit(scene, draft, [host], envoys[:1], ("host", "visitor"))
