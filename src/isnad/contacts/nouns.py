"""Encounters, calls and letters that a noun tells: «لقاء فلان بفلان», «محادثات بين», «قمة روسية تركية», «رسالة من»."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.markers import Marker
from isnad.arabic.paradigms import FIRST_PERSON, noun_forms
from isnad.clauses import Argument, Clause, Relation, Unit
from isnad.clauses.people import actors_of, nation, state_of
from isnad.contacts.cast import Cast, persons
from isnad.contacts.cues import agreed
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit, together
from isnad.contacts.times import wall
from isnad.lexicon.words import WordClass as W
from isnad.model.phrase import Actor

_NEAR_WORDS = 3
_FORMAT_REACH, _MEDIA_REACH = 7, 7
_IN = frozenset({Marker.IN, Marker.DURING, Marker.WHILE, Marker.AT})
_COMPLEMENTS = frozenset({Marker.ON, Marker.TO, Marker.FROM, Marker.ABOUT})
_HIM = frozenset({"ه", "ها", FIRST_PERSON})
_JOINTS = frozenset("-–،,و")
_PRINCIPALS = frozenset({"president", "minister", "crown-prince", "envoy", "leader", "secretary-general"})


def noun_encounter(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """File what the noun tells, by the first way of telling that holds."""
    row, k = scene.row, draft.trigger
    marked = any(u.word(W.CALL_MARK) for u in row[k + 1 : k + 4])
    if draft.kind == "call" and not marked and _several(row[k], cast):
        # «الاتصالات مع الجانبين»: dealings, not a call
        return False
    if _media(row, k, cast) or scene.sport:
        return False
    between = [u for g in cast.groups if g.marker == Marker.BETWEEN for u in g.units]
    if any(u.form == Marker.BETWEEN for u in row[k + 1 : k + 4]) and not between:
        # «اجتماع بين رئيسي الوزراء»: between those whom nobody names
        return False
    draft = _channel(row, draft)
    if agreed(row, k) and len(_sides(_agents(scene, cast))) > 1 and cast.filling(Marker.WITH, Marker.AT):
        # «اتفق الرئيسان على الاجتماع مع فلان»: together, or each of them
        return False
    if draft.kind == "message" or "recipient" in cast.frame.roles and _received(cast):
        return _sent(scene, draft, cast)
    return (
        _between(scene, draft, cast)
        or (_names_format(row[k]) and _format(scene, draft, cast))
        or _adjectives(scene, draft, cast)
        or _two_sided(scene, draft, cast)
        or _of_body(scene, draft, cast)
        or _everybody(scene, draft, cast)
        or _format(scene, draft, cast)
        or _within(scene, draft, cast)
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


def _received(cast: Cast) -> bool:
    carrier = cast.scene.clause(cast.clause.carrier)
    return carrier is not None and carrier.light is not None and carrier.light.subject == "recipient"


def _sent(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """A call received, a letter, a cable: who sent it and who received it."""
    clause, carrier = cast.clause, scene.clause(cast.clause.carrier)
    subject = carrier.light.subject if carrier is not None and carrier.light is not None else ""
    above = list(carrier.doers) if carrier is not None else []
    own_sender = [a for g in clause.arguments if g.marker == Marker.FROM for a in cast.actors(g)]
    # «تسلم من المبعوث رسالة من الزعيم»: whose letter it is, not who brought it
    sender = own_sender or cast.filling(Marker.FROM) or [a for g in cast.groups if g.marker == Marker.BY for a in actors_of(g.units)]
    receiver = cast.filling(Marker.TO, Marker.FOR)
    own = cast.filling(Marker.GENITIVE)
    roles = ("initiator", "recipient")
    if subject == "recipient":
        back = ("recipient", "initiator") if draft.kind == "call" else roles
        left, right = (above, sender) if draft.kind == "call" else (sender[:1], above[:1])
        return bool(left and right) and emit(scene, draft, left, right, back)
    if receiver and cast.frame.id == "message.risala" and all(a.phrase_kind == "state" for a in receiver):
        # «رسالة قاسية إلى طهران»: a figure of speech
        return False
    if subject == "bearer" and not receiver:
        receiver = cast.filling(Marker.OBJECT)
    if carrier is None:
        above = list(clause.doers) if clause.pronoun else []
        own = own if persons(receiver) else []
    left = sender or own or above
    # one letter has all its senders
    left = left[:1] if _several(scene.row[draft.trigger], cast) else left
    return bool(left and receiver) and emit(scene, draft, left, receiver[:1], roles)


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
        parties = list(cast.clause.doers) + parties
    apart = _several(row[k], cast) or _one_of_several(scene, k) or any(u.word(W.DISTRIBUTIVE) for u in row[between[0].at : between[0].at + 8])
    if apart and len(parties) > 2:
        # «قمم بين فلان وفلان وفلان»: the first meets each of the others
        return emit(scene, draft, parties[:1], parties[1:])
    if _of_the_speaker(scene, cast, between):
        return False
    if len(_sides(parties)) < 2:
        parties = parties + cast.filling(Marker.WITH)
    return emit(scene, draft, parties, [])


def _of_the_speaker(scene: Scene, cast: Cast, between: Sequence[Argument]) -> bool:
    """«دعا الوزير إلى محادثات بين الجانبين»: two others, where the speaker is one of the pair told last."""
    if not any(u.phrase is not None and u.phrase.kind == "set" and not u.phrase.members for g in between for u in g.units):
        return False
    above = scene.clause(cast.clause.parent)
    speakers = list(above.doers) if above is not None and above.form == "saying" else []
    pair = {a.key for a in scene.discourse.pair}
    return cast.clause.relation is not Relation.ADJUNCT and any(a.key in pair for a in speakers)


def _adjectives(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """«القمة الأمريكية الروسية»: the sides that a pair of adjectives tells, where they are others than the agents."""
    if cast.filling(Marker.GENITIVE) or cast.clause.relation is Relation.PURPOSE:
        return False
    pair = adjective_pair(scene.row, draft.trigger)
    agents = _agents(scene, cast)
    if len(_sides(pair)) < 2 or cast.filling(Marker.WITH, Marker.AT):
        return False
    if len(_sides(agents)) > 1 and _sides(pair) == _sides(agents):
        return emit(scene, draft, agents, [])
    return emit(scene, draft, pair, [])


def _two_sided(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """An owner or agent on one hand, a partner on the other."""
    row, k, clause = scene.row, draft.trigger, cast.clause
    own = cast.agents(cast.filling(Marker.GENITIVE))
    by = [a for g in cast.groups if g.marker == Marker.BY for a in actors_of(g.units)]
    agents = _agents(scene, cast)
    if by:
        return emit(scene, draft, by, own or agents, cast.roles())
    partner = _partner(cast, bool(own or agents), draft)
    aimed = clause.relation in (Relation.PURPOSE, Relation.CARRIED, Relation.OBJECT, Relation.ADJUNCT)
    if own and not partner and Marker.OBJECT in cast.frame.slots and agents and aimed and len(_sides(own)) < 2:
        # «للقاء نظيره», «يعتزم استقبال فلان»: the genitive is the one met
        draft = draft if draft.tense or clause.relation is not Relation.PURPOSE else msgspec.structs.replace(draft, tense="masdar")
        doer = [a for a in agents if a.key != own[0].key]
        if _counterparts(cast):
            return bool(doer) and together(scene, draft, doer, own)
        return bool(doer) and emit(scene, draft, doer, own, cast.roles())
    left = own or agents
    if not left and partner and not _told_elsewhere(scene, cast):
        left = list(clause.in_mind)
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


def _one_group(cast: Cast) -> bool:
    """«لقاء مع الوزير القطري ونظيره السعودي»: one encounter with all who stand under one marker."""
    return any(len(_sides(cast.actors(g))) > 1 for g in cast.groups if g.marker in cast.partner_markers())


def _counterparts(cast: Cast) -> bool:
    """«محادثات مع نظيريه»: all at one table."""
    units = [u for g in cast.groups for u in g.units]
    return any(u.phrase is not None and u.phrase.kind == "counterpart" and u.phrase.number != "one" for u in units)


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


def _agents(scene: Scene, cast: Cast) -> list[Actor]:
    """Whose encounter it is, by the verb that carries it or stands above it."""
    clause = cast.clause
    carrier = scene.clause(clause.carrier)
    if clause.pronoun and clause.pronoun not in _HIM:
        return both_of(scene, clause.at)
    gathering = [v for v in (carrier, *(scene.clauses[i] for i in clause.described_by)) if v is not None and scene.row[v.at].word(W.GATHERS)]
    if gathering:
        return [a for v in gathering if v.subject is not None for a in scene.actors(v.subject)]
    if carrier is not None and carrier.pronoun in _HIM and carrier.light is not None and carrier.light.subject == "none":
        # «لقاء جمعه بنظيره»
        return list(carrier.doers)
    if carrier is not None and carrier.light is not None and carrier.light.subject in ("none", "host"):
        return []
    if carrier is not None:
        return [] if _wished(scene, carrier) else list(carrier.doers)
    above = scene.clause(clause.parent)
    if clause.relation is Relation.OBJECT and above is not None and any(f.row.discusses for f in above.frames):
        # «تناول الوزيران القمة التي …»: what they spoke of
        return []
    if clause.relation is Relation.ADJUNCT and not clause.pronoun and clause.linker in _COMPLEMENTS and not agreed(scene.row, clause.at):
        # «منفتحون على حوار مع …», «الإعلان عن قمة»: spoken of
        return []
    if clause.pronoun or clause.relation in (Relation.PURPOSE, Relation.ADJUNCT, Relation.OBJECT, Relation.CONTENT):
        return list(clause.owners)
    return []


def _wished(scene: Scene, carrier: Clause) -> bool:
    """«عبر عن دعمه للخطة لإجراء محادثات مع …»: an aim of something else; «أكد استعداده لإجراء …» is his."""
    above = scene.clause(carrier.parent)
    if carrier.form != "masdar" or carrier.relation is not Relation.PURPOSE or above is None or above.form != "saying":
        return False
    near = scene.row[max(0, carrier.at - 3) : carrier.at]
    timed = scene.timed
    return not any(u.tag("status") or u.word(W.INTENT) or u.phrase or u.first in timed for u in near)


def _told_elsewhere(scene: Scene, cast: Cast) -> bool:
    """«القمة التي كانت الإدارة تأمل …»: its own clause says whose it is."""
    return any(u.word(W.RELATIVE_PRONOUN) for u in scene.row[cast.clause.at + 1 : cast.clause.at + 2])


def _of_body(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """«قمة الناتو في بروكسل», «اجتماع للجامعة العربية»: a body's session, with who is told to take part, or its host."""
    row, k = scene.row, draft.trigger
    definite = cast.clause.definite
    markers = (Marker.GENITIVE,) if definite else (Marker.GENITIVE, Marker.FOR)
    told = [a for g in cast.groups if g.marker in markers for a in actors_of(g.units)]
    adjectives = [n for n in adjectives_of(row, k) if n.side in scene.setting.blocs]
    bodies = [a for a in told if a.phrase_kind == "organisation"] or adjectives[:1]
    if len(_sides(bodies)) != 1:
        return False
    agents = [a for a in _agents(scene, cast) if a.phrase_kind in ("person", "office") and a.side != bodies[0].side]
    above = scene.clause(cast.clause.parent)
    if above is None:
        # «واكتملت الاستعدادات قبل القمة الخليجية»: not his of whom the sentence before told
        agents = []
    elif agents and not (_attends(above) and _beside(scene, above.at, k)):
        return False
    host = draft.place.actor if draft.place is not None and draft.heads else None
    session = msgspec.structs.replace(draft, kind="multilateral")
    if agents:
        return emit(scene, session, agents, bodies)
    return host is not None and host.side is not None and emit(scene, session, bodies, [state_of(host)])


def _attends(verb: Clause) -> bool:
    """Whether a verb's subject takes part in the session at whose margin or end it stands: who speaks there, or attends."""
    return verb.form == "saying" or any(f.row.attends for f in verb.frames)


def _beside(scene: Scene, verb: int, k: int) -> bool:
    """«قال ترامب، السبت، في ختام قمة …», not «سحب ترامب تأييده لبيان صدر في ختام قمة …»."""
    if any(u.nouns for u in scene.row[verb + 1 : k]):
        # «اتفقا على عقد اجتماع خلال القمة»: that stands at its margin
        return False
    words = sum(u.ordinary and u.first not in scene.timed for u in scene.row[verb + 1 : k])
    return words <= _NEAR_WORDS


def _everybody(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """«لقاء بوتين وأردوغان», «عقد الوزيران محادثات»: the sides of one group are all there are."""
    own = cast.agents(cast.filling(Marker.GENITIVE))
    agents = _agents(scene, cast)
    gathered = agents + cast.filling(Marker.AT, Marker.WITH)
    held_for = [a for g in cast.groups if g.marker == Marker.FOR for a in actors_of(g.units, pair=scene.discourse.pair)]
    for group in (own, agents, gathered, held_for):
        if group is not own and cast.clause.carrier is None and (not persons(group) or _said_again(cast)):
            continue
        if len(_sides(group)) > 1:
            return emit(scene, draft, group, [])
    return False


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


def _said_again(cast: Cast) -> bool:
    """«بعد الاجتماع»: a noun with the article and no party of its own means an encounter told before."""
    return cast.clause.definite and not cast.clause.pronoun and not cast.groups


def _format(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """The members of a standing format that meets: «اجتماع للجنة الرباعية الدولية», «القمة الخليجية الأوروبية»."""
    for unit in scene.row[draft.trigger : draft.trigger + _FORMAT_REACH]:
        itself = unit is scene.row[draft.trigger]
        for match in unit.matches or () if unit.phrase is None or itself else ():
            if "members" in match.tags:
                return emit(scene, draft, [nation(m, unit.first, match.last) for m in match.tags["members"]], [])
        if not itself and (unit.phrase is not None or wall(unit)):
            break
    return False


def _names_format(unit: Unit) -> bool:
    """Whether the noun begins the name of a standing format: «القمة العربية الصينية»."""
    return any("members" in match.tags for match in unit.matches or ())


def _sides(actors: Sequence[Actor]) -> set[str | None]:
    return {a.side for a in actors if a.side}


def _several(unit: Unit, cast: Cast) -> bool:
    """Whether the noun is of several encounters: «قمم», «الاجتماعات»."""
    forms = {f.form for word in cast.frame.row.several for f in noun_forms(word)}
    return any(hit.form.form in forms for hit in unit.nouns)


def _one_of_several(scene: Scene, k: int) -> bool:
    """«اجتماعات قمة بين …»: the plural stands right before the noun."""
    before = next((h for h in scene.clauses if h.at == k - 1), None)
    forms = {f.form for frame in (before.frames if before else ()) for w in frame.row.several for f in noun_forms(w)}
    return before is not None and scene.row[before.at].form in forms


def adjective_pair(row: Sequence[Unit], k: int) -> list[Actor]:
    """The sides of a pair of adjectives right after the noun: «مباحثات روسية-سورية»."""
    return adjectives_of(row, k)


def adjectives_of(row: Sequence[Unit], k: int) -> list[Actor]:
    """The sides that adjectives right after the noun tell."""
    out: list[Actor] = []
    for unit in row[k + 1 : k + 6]:
        nisba = unit.tag("nisba") if unit.phrase is None else None
        if nisba:
            out.append(nation(nisba[0][0], unit.first, unit.last))
        elif unit.phrase is not None or (out and unit.form not in _JOINTS):
            break
    return out


def both_of(scene: Scene, k: int) -> list[Actor]:
    """The persons of «لقائهما»: the nearest group before the noun of two sides, else the pair told last."""
    row = scene.row
    groups = [g for h in scene.clauses if h.at < k for g in [h.subject, h.fronted, *h.arguments] if g and g.at < k]
    for group in sorted(groups, key=lambda g: -g.at):
        found = actors_of(group.units)
        if len(_sides(found)) > 1:
            return found
        if group.units[0].joined and group.at and row[group.at - 1].ordinary:
            # «أعلنت أن زعيمها والرئيس تعهدا خلال قمتهما»: of somebody unknown and him
            return []
    people = actors_of([u for u in row[:k] if u.phrase is not None and u.phrase.kind in ("person", "office")])
    other = next((a for a in people[1:] if a.side and a.side != people[0].side), None)
    return [people[0], other] if other is not None and people[0].side else list(scene.discourse.pair)


def _stand_in(subject: Actor) -> list[Actor]:
    """Who talks in «قالت الخارجية إن المحادثات مع …»: a leader or minister himself, of others only the side."""
    return [subject] if subject.rank in _PRINCIPALS else [state_of(subject)]

