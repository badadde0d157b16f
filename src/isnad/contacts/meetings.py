"""Encounters and calls that a noun tells: «لقاء فلان بفلان», «محادثات بين», «قمة روسية تركية», «اتصالا بـ»."""

from isnad.arabic.paradigms import noun_forms
from isnad.contacts.carriers import Carrier, both_of
from isnad.contacts.clause import Chunk, Slot, counterparts
from isnad.contacts.draft import Draft, Scene, actors_of, emit, nation, settle, state_of
from isnad.contacts.slots import genitive, markers
from isnad.contacts.status import agreed
from isnad.contacts.times import wall
from isnad.lexicon.frames import Frame
from isnad.model.phrase import Actor

_TEAMS = 7
_FORMAT_REACH = 7
BETWEEN_THEM = "بينهما"
_JOINTS = frozenset("-–،,و")
_PRINCIPALS = frozenset({"president", "minister", "crown-prince", "envoy", "leader", "secretary-general"})


def meeting(
    scene: Scene,
    draft: Draft,
    frame: Frame,
    slots: list[Slot],
    agents: list[Actor],
    light: Carrier | None,
    pronoun: str,
) -> bool:
    row, k = scene.row, draft.trigger
    roles = (frame.roles.get("subject", "participant"), frame.roles.get("object", "participant"))
    if _media(row, k, slots) or any(c.word("sport") for c in row[k + 1 : k + _TEAMS]):
        return False
    if draft.kind == "meeting" and any(
        c.word("call_marks") for c in row[k + 1 : k + (6 if row[k + 1 : k + 2] and row[k + 1].form == "عبر" else 3)]
    ):
        draft.kind = "call"
    if light and light[1].subject == "recipient":
        senders = [c for s in slots if s.marker in ("من", "by") for c in s.chunks]
        return bool(senders and agents) and emit(
            scene, draft, agents, actors_of(senders, True), ("recipient", "initiator")
        )
    # «اتصالا بنظيره، وأكد متانة الصداقة بين البلدين»: what stands between two after a partner is something else
    met = next((i for i, s in enumerate(slots) if s.marker in ("مع", "ب") and actors_of(s.chunks)), len(slots))
    between = next((s for s in slots[:met] if s.marker == "بين"), None)
    if between is not None:
        parties = actors_of(between.chunks, True, scene.pair)
        if any(c.word("between_him") for c in row[k + 1 : between.at]):
            parties = scene.spoken_of(k) + parties
        if sum(d.row is row and d.trigger == k - 1 for d in scene.drafts) > 1:
            # «اجتماعات قمة بين …»: told apart by the first of the two nouns
            return False
        each = _several(row[k], frame)
        if (each or any(c.word("distributive") for c in row[between.at : between.at + 8])) and len(parties) > 2:
            # «قمم بين فلان وفلان وفلان»: the first meets each of the others
            return emit(scene, draft, parties[:1], parties[1:])
        if len({a.side for a in parties if a.side}) < 2 and len(slots) > slots.index(between) + 1:
            nxt = slots[slots.index(between) + 1]
            if nxt.marker in ("بين", "مع"):
                parties += actors_of(nxt.chunks, states=True)
        return emit(scene, draft, parties, [])
    if any(chunk.form == BETWEEN_THEM for chunk in row[k + 1 : k + 5]):
        # «آخر لقاء رسمي بينهما»
        return emit(scene, draft, both_of(scene, k), [])
    wanted = markers(frame.partner)
    own = actors_of(genitive(row, k, slots), states=frame.kind == "call")
    by = next((s for s in slots if s.marker == "by"), None)
    if by is not None and (own or slots[0].marker == ""):
        return emit(scene, draft, actors_of(by.chunks), own or actors_of(slots[0].chunks), roles)
    if pronoun and not own and "" in markers(frame.partner):
        own = next((a for s in slots if s.marker == "" and (a := actors_of(s.chunks))), [])
    if pronoun not in ("", "ه", "ها") and frame.roles:
        # «استقبالهم»: they are the guests, whoever they are
        return False
    pair = _pair(row, k)
    if not own and min(len(_sides(pair)), len(_sides(agents))) > 1 and _sides(pair) != _sides(agents):
        # «اتفق الوزيران على ضرورة عقد القمة الأمريكية الروسية»: others than they
        return emit(scene, draft, pair, [])
    if own and not agents and light is None and row[k].clitic == "ل" and "" in markers(frame.partner):
        agents, draft.tense = scene.spoken_of(k), "masdar"
    if (
        own
        and not agents
        and light is None
        and "" in markers(frame.partner)
        and k
        and row[k - 1].actor is scene.subject
        and scene.here
    ):
        # «يعتزم الرئيس استقبال فلان»
        agents, draft.tense = scene.spoken_of(k), "masdar"
    rest = [s for s in slots if not (own and s is slots[0])]
    marker = next((s.marker for s in rest if s.marker in wanted - {""} and actors_of(s.chunks, True)), None)
    states = marker != "ب" and (draft.kind != "meeting" or bool(agents))
    partner = [a for s in rest if marker and s.marker == marker for a in actors_of(s.chunks, states)]
    if (
        draft.kind == "call"
        and not called(row, k)
        and not all(a.phrase_kind in ("person", "office", "counterpart") for a in partner)
    ):
        # «الاتصالات مع مصر»: dealings, not a call
        return False
    if pronoun and own and not partner:
        return bool(agents) and emit(scene, draft, agents, own, roles)
    if own and agents and not partner and "" in wanted and light is None:
        if any(counterparts(chunk) for chunk in genitive(row, k, slots)):
            # «زار برلين للقاء نظيريه الفرنسي والألماني»: all at one table
            left, right = settle(scene, agents, own)
            return emit(scene, draft, left + right, [])
        return emit(scene, draft, agents, own, roles)
    if light and not partner:
        # «ترأس الوزير مع نظيره اجتماع اللجنة»
        partner = actors_of(
            [row[j] for j in range(light[0] + 2, k) if row[j].phrase is not None and row[j - 1].form == "مع"]
        )
    left = own or agents
    free = next((s for s in slots if s.marker == "" and actors_of(s.chunks)), None)
    if not left and free is not None and not partner:
        # «لقاء جمع الرئيس بنظيره»
        joined = actors_of(free.chunks)
        other = next(
            (s for s in slots[slots.index(free) + 1 :] if s.marker in ("ب", "مع", "") and actors_of(s.chunks)), None
        )
        if (light and light[1].subject == "none") or _joins(row, k):
            return emit(scene, draft, joined, actors_of(other.chunks) if other else [])
    if not left and partner and _joins(row, k) and slots[0].marker == "":
        left = actors_of(slots[0].chunks)
    # «القمة التي كانت الإدارة تأمل …»: its own clause says whose it is
    related = not scene.here and any(c.word("relative_pronouns") for c in row[k + 1 : k + 2])
    if not left and partner and draft.kind != "message" and not related and (told := scene.spoken_of(k)):
        left = told if len(told) > 1 else _stand_in(told[0])
    known = bool(scene.pair) and any(h.form.definite for h in row[k].tag("noun") or ())
    if not left and not partner and not pronoun and light is None and not known and _circumstance(row, k):
        sets = actors_of(
            [c for c in row[:k] if c.phrase is not None and c.phrase.kind == "set"][-1:], False, scene.pair
        )
        left = scene.group if len({a.side for a in scene.group}) > 1 else sets
        company = [row[j] for j in range(1, k) if row[j].phrase is not None and row[j - 1].form == "مع"]
        if company and len({a.side for a in left}) < 2 and (told := scene.spoken_of(k)):
            return emit(scene, draft, told, actors_of(company[:1]))
        if len({a.side for a in left if a.side}) > 1:
            return emit(scene, draft, left, [])
        left = []
    if left and partner:
        if any(c.word("together") for c in row[k + 1 : k + 4]):
            left, partner = settle(scene, left, partner)
            return emit(scene, draft, left + partner, [])
        if agreed(row, k) and len(_sides(left)) > 1:
            # «اتفق الرئيسان على الاجتماع مع فلان»: together, or each of them
            return False
        return emit(scene, draft, left, partner, roles)
    if pronoun and not partner and len({a.side for a in left if a.side}) > 1:
        return emit(scene, draft, left, [])
    if len({a.side for a in left if a.side}) > 1 and (own or light):
        return emit(scene, draft, left, [])
    pair = pair or _format(row, k)
    return len(_sides(pair)) > 1 and emit(scene, draft, pair, [])


def _sides(actors: list[Actor]) -> set[str | None]:
    return {a.side for a in actors}


def _several(chunk: Chunk, frame: Frame) -> bool:
    """Whether the noun is of several encounters: «قمم», «الاجتماعات»."""
    forms = {f.form for word in frame.several for f in noun_forms(word)}
    return any(hit.form.form in forms for hit in chunk.tag("noun") or ())


def _format(row: list[Chunk], k: int) -> list[Actor]:
    """The members of a standing format that meets: «اجتماع للجنة الرباعية الدولية», «اجتماع في إطار مسار أستانا»."""
    for chunk in row[k + 1 : k + _FORMAT_REACH]:
        for match in chunk.matches or () if chunk.phrase is None else ():
            if "members" in match.tags:
                return [nation(member, chunk.first, match.last) for member in match.tags["members"]]
        if chunk.phrase is not None or wall(chunk):
            break
    return []


def _pair(row: list[Chunk], k: int) -> list[Actor]:
    """The sides of a pair of adjectives right after the noun: «مباحثات روسية-سورية»."""
    out: list[Actor] = []
    for chunk in row[k + 1 : k + 6]:
        nisba = chunk.tag("nisba") if chunk.phrase is None else None
        if nisba:
            out.append(nation(nisba[0][0], chunk.first, chunk.last))
        elif chunk.phrase is not None or (out and chunk.form not in _JOINTS):
            break
    return out


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


def called(row: list[Chunk], k: int) -> bool:
    return any(c.word("call_marks") for c in row[k + 1 : k + 4])
