"""Encounters that a noun tells: «لقاء فلان بفلان», «محادثات بين», «قمة روسية تركية»."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.markers import Marker
from isnad.arabic.paradigms import noun_forms
from isnad.clauses import Argument, Relation, Unit
from isnad.clauses.people import actors_of, state_of
from isnad.contacts.agents import agents_of, both_of
from isnad.contacts.attendance import in_company
from isnad.contacts.bodies import adjectives_of, of_body, of_format
from isnad.contacts.cast import Cast, persons, sides_of
from isnad.contacts.cues import agreed
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit, together
from isnad.contacts.letters import letter, received
from isnad.contacts.telephone import spoken
from isnad.lexicon.words import W
from isnad.model.phrase import Actor

_MEDIA_REACH, _EACH_REACH, _PAIR = 7, 8, 2
_IN = frozenset({Marker.IN, Marker.DURING, Marker.WHILE, Marker.AT})
_PRINCIPALS = frozenset({"president", "minister", "crown-prince", "envoy", "leader", "secretary-general"})


def noun_encounter(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """File what the noun tells, by the first way of telling that holds."""
    row, k = scene.row, draft.trigger
    marked = any(u.word(W.CALL_MARK) for u in row[k + 1 : k + 4])
    made = cast.carrier is not None and cast.carrier.lends == "agent"
    if draft.kind == "call" and not marked and not made and cast.several():
        # «الاتصالات مع الجانبين»: dealings, not a call
        return False
    if _media(row, k, cast) or scene.sport:
        return False
    between = [u for g in cast.groups if g.marker == Marker.BETWEEN for u in g.units]
    if any(u.form == Marker.BETWEEN for u in row[k + 1 : k + 4]) and not between:
        # «اجتماع بين رئيسي الوزراء»: between those whom nobody names
        return False
    draft = _channel(row, draft)
    if agreed(row, k) and len(sides_of(agents_of(scene, cast))) > 1 and cast.filling(Marker.WITH, Marker.AT):
        # «اتفق الرئيسان على الاجتماع مع فلان»: together, or each of them
        return False
    if draft.kind == "message" or ("recipient" in cast.frame.roles and received(cast)):
        return letter(scene, draft, cast)
    return (
        spoken(scene, draft, cast)
        or _between(scene, draft, cast)
        or (_names_format(row[k]) and of_format(scene, draft, cast))
        or _adjectives(scene, draft, cast)
        or _two_sided(scene, draft, cast)
        or of_format(scene, draft, cast)
        or of_body(scene, draft, cast)
        or _everybody(scene, draft, cast)
        or _within(scene, draft, cast)
        or _in_company(scene, draft, cast)
    )


def _channel(row: Sequence[Unit], draft: Draft) -> Draft:
    k = draft.trigger
    reach = 6 if k + 1 < len(row) and row[k + 1].form == Marker.THROUGH else 3
    if draft.kind == "meeting" and any(u.word(W.CALL_MARK) for u in row[k + 1 : k + reach]):
        return msgspec.structs.replace(draft, kind="call")
    return draft


def _media(row: Sequence[Unit], k: int, cast: Cast) -> bool:
    """Whether the other party is a channel or paper: no contact."""
    stop = next((g.at for g in cast.groups if g.at > k), k + 5) + 1
    return any(u.word(W.MEDIA) or (u.tag("outlet") and not u.actor) for u in row[k + 1 : min(stop, k + _MEDIA_REACH)])


def _between(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """«محادثات بين أ وب», «لقاء بينهما», «بينه وبين»."""
    row, k = scene.row, draft.trigger
    between = [g for g in cast.groups if g.marker == Marker.BETWEEN]
    if not between:
        if any(u.form == Marker.BETWEEN_THEM for u in row[k + 1 : k + 5]):
            return emit(scene, draft, both_of(scene, k), [])
        return False
    met = next((g.at for g in cast.groups if g.marker in (Marker.WITH, Marker.AT) and actors_of(g.units)), len(row))
    if between[0].at > met:
        return False
    parties = [a for g in between for a in actors_of(g.units, states=True, pair=scene.discourse.pair)]
    if any(u.word(W.BETWEEN_HIM) for u in row[k + 1 : between[0].at]):
        parties = [*cast.clause.doers, *parties]
    if len(parties) > _PAIR and _apart(scene, cast, between[0]):
        # «قمم بين فلان وفلان وفلان»: the first meets each of the others
        return emit(scene, draft, parties[:1], parties[1:])
    if _of_the_speaker(scene, cast, between):
        return False
    if len(sides_of(parties)) < 2:
        parties = parties + cast.filling(Marker.WITH)
    return emit(scene, draft, parties, [])


def _apart(scene: Scene, cast: Cast, between: Argument) -> bool:
    """Whether those under «بين» met two by two: «قمم بين …», «بين فلان وكل من فلان وفلان»."""
    each = scene.row[between.at : between.at + _EACH_REACH]
    return cast.several() or _one_of_several(scene, cast.clause.at) or any(u.word(W.DISTRIBUTIVE) for u in each)


def _of_the_speaker(scene: Scene, cast: Cast, between: Sequence[Argument]) -> bool:
    """«دعا الوزير إلى محادثات بين الجانبين»: two others, where the speaker is one of the pair told last."""
    phrases = [u.phrase for g in between for u in g.units]
    if not any(p is not None and p.kind == "set" and not p.members for p in phrases):
        return False
    above = scene.clause(cast.clause.parent)
    speakers = above.doers if above is not None and above.form == "saying" else []
    pair = {a.key for a in scene.discourse.pair}
    return cast.clause.relation is not Relation.ADJUNCT and any(a.key in pair for a in speakers)


def _adjectives(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """«القمة الأمريكية الروسية»: the sides that a pair of adjectives tells, where they are others than the agents."""
    if cast.filling(Marker.GENITIVE) or cast.clause.relation is Relation.PURPOSE:
        return False
    pair = adjectives_of(scene.row, draft.trigger)
    agents = agents_of(scene, cast)
    if len(sides_of(pair)) < 2 or cast.filling(Marker.WITH, Marker.AT):
        return False
    if len(sides_of(agents)) > 1 and sides_of(pair) == sides_of(agents):
        return emit(scene, draft, agents, [])
    return emit(scene, draft, pair, [])


def _two_sided(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """An owner or agent on one hand, a partner on the other."""
    row, k, clause = scene.row, draft.trigger, cast.clause
    own = cast.agents(cast.filling(Marker.GENITIVE))
    agents = agents_of(scene, cast)
    if by := cast.agent():
        return emit(scene, draft, by, own or agents, cast.roles())
    partner = _partner(cast, bool(own or agents), draft)
    if own and agents and not partner and _met(cast, own):
        return _genitive_met(scene, draft, cast, [a for a in agents if a.key != own[0].key])
    left: Sequence[Actor] = own or agents
    if not left and partner and not cast.frame.row.interview and not _told_elsewhere(scene, cast):
        left = clause.in_mind
    if clause.carrier is None and left is agents and left and clause.relation in (Relation.MAIN, Relation.CONTENT):
        left = left if len(left) > 1 else _stand_in(left[0])
    if not (left and partner):
        return False
    if draft.kind == "call" and not any(u.word(W.CALL_MARK) for u in row[k + 1 : k + 4]) and not persons(partner):
        # «الاتصالات مع مصر»: dealings, not a call
        return False
    if any(u.word(W.TOGETHER) for u in row[k + 1 : k + 4]) or (cast.frame.row.single and _one_group(cast)):
        return together(scene, draft, left, partner)
    return emit(scene, draft, left, partner, cast.roles())


def _met(cast: Cast, own: list[Actor]) -> bool:
    """«للقاء نظيره», «يعتزم استقبال فلان»: the genitive is the one met."""
    aimed = (Relation.PURPOSE, Relation.CARRIED, Relation.OBJECT, Relation.ADJUNCT)
    return Marker.OBJECT in cast.frame.slots and cast.clause.relation in aimed and len(sides_of(own)) < _PAIR


def _genitive_met(scene: Scene, draft: Draft, cast: Cast, doers: list[Actor]) -> bool:
    met = cast.agents(cast.filling(Marker.GENITIVE))
    if not draft.tense and cast.clause.relation is Relation.PURPOSE:
        draft = msgspec.structs.replace(draft, tense="masdar")
    if cast.counterparts():
        return bool(doers) and together(scene, draft, doers, met)
    return bool(doers) and emit(scene, draft, doers, met, cast.roles())


def _one_group(cast: Cast) -> bool:
    """«لقاء مع الوزير القطري ونظيره السعودي»: one encounter with all who stand under one marker."""
    return any(len(sides_of(cast.actors(g))) > 1 for g in cast.groups if g.marker in cast.partner_markers())


def _partner(cast: Cast, known: bool, draft: Draft) -> list[Actor]:
    """The other party: the first marker that brings one."""
    receives = Marker.OBJECT in cast.frame.slots or "recipient" in cast.frame.roles
    markers = [m for m in cast.partner_markers() if m != Marker.FOR or receives]
    for marker in (g.marker for g in cast.groups if g.marker in markers):
        found = [a for g in cast.groups if g.marker == marker for a in cast.actors(g)]
        if draft.kind == "meeting" and not known:
            found = [a for a in found if a.phrase_kind != "state"]
        if found:
            return found
    return []


def _told_elsewhere(scene: Scene, cast: Cast) -> bool:
    """«القمة التي كانت الإدارة تأمل …»: its own clause says whose it is."""
    return any(u.word(W.RELATIVE_PRONOUN) for u in scene.row[cast.clause.at + 1 : cast.clause.at + 2])


def _everybody(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """«لقاء بوتين وأردوغان», «عقد الوزيران محادثات»: the sides of one group are all there are."""
    own = cast.agents(cast.filling(Marker.GENITIVE))
    agents = agents_of(scene, cast)
    gathered = [*agents, *cast.filling(Marker.AT, Marker.WITH)]
    held_for = [a for g in cast.groups if g.marker == Marker.FOR for a in actors_of(g.units, pair=scene.discourse.pair)]
    if agreed(scene.row, cast.clause.at if cast.carrier is None else cast.carrier.at) and not own:
        gathered = _agreeing(scene, agents)
    for group in (own, agents, gathered, held_for):
        if group is not own and cast.clause.carrier is None and (not persons(group) or _said_again(cast)):
            continue
        if len(sides_of(group)) > 1:
            return emit(scene, draft, group, [])
    return False


def _agreeing(scene: Scene, agents: Sequence[Actor]) -> list[Actor]:
    """«وأكد البيان الاتفاق على عقد لقاء آخر»: it takes two to agree, those of whom the contact before told."""
    pair = list(scene.discourse.pair)
    return pair if not agents or sides_of(agents) & sides_of(pair) else list(agents)


def _within(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """«بحث الوزير مع نظيره، في لقاء عقد ببكين، …»: the encounter in which the verb above was done."""
    clause = cast.clause
    above = scene.by_clause.get(clause.parent) if clause.parent is not None else None
    definite = clause.definite
    if above is None or clause.relation is not Relation.ADJUNCT or clause.linker not in _IN or definite:
        return False
    if any(actors_of(g.units) for g in cast.groups):
        return False
    scene.drafts.append(msgspec.structs.replace(draft, parties=above.parties))
    return True


def _in_company(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """«انطلقت محادثات السلام بمشاركة وفود من روسيا وتركيا»: those who take part are all that are told."""
    parties = in_company(scene, cast.clause.at) if draft.kind in ("meeting", "multilateral") else []
    return len(sides_of(parties)) > 1 and emit(scene, draft, parties, [])


def _said_again(cast: Cast) -> bool:
    """«بعد الاجتماع»: a noun with the article and no party of its own means an encounter told before."""
    return cast.clause.definite and not cast.clause.pronoun and not cast.groups


def _names_format(unit: Unit) -> bool:
    """Whether the noun begins the name of a standing format: «القمة العربية الصينية»."""
    return any("members" in match.tags for match in unit.matches or ())


def _one_of_several(scene: Scene, k: int) -> bool:
    """«اجتماعات قمة بين …»: the plural stands right before the noun."""
    before = next((h for h in scene.clauses if h.at == k - 1), None)
    forms = {f.form for frame in (before.frames if before else ()) for w in frame.row.several for f in noun_forms(w)}
    return before is not None and scene.row[before.at].form in forms


def _stand_in(subject: Actor) -> list[Actor]:
    """Who talks in «قالت الخارجية إن المحادثات مع …»: a leader or minister himself, of others only the side."""
    return [subject] if subject.rank in _PRINCIPALS else [state_of(subject)]
