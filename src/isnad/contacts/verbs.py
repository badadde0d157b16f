"""Encounters that a verb tells by itself: «التقى», «استقبل», «بحث مع», «اتصل ب», «هنأ»."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.clitics import HERS, HIS
from isnad.arabic.markers import PERSONAL, Marker
from isnad.clauses import Clause, Relation, Unit
from isnad.clauses.clause import Doing
from isnad.clauses.people import actors_of, agrees
from isnad.contacts.attendance import in_company
from isnad.contacts.cast import Cast, admitted, persons, sides_of
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit, together
from isnad.lexicon.words import W
from isnad.model.phrase import Actor

_NEAR = 4


def verb_encounter(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """File what the verb tells: its subject and its other parties, in any of the ways that they are told."""
    clause = cast.clause
    if clause.form == "masdar" and clause.tense == "masdar" and not _errand(scene, clause):
        return False
    if _wished(scene.row, clause.at):
        return False
    draft = _channel(scene.row, draft)
    subject = cast.agents(clause.doers)
    partner = cast.filling(*cast.partner_markers()) or _addressed(scene, cast, subject)
    if cast.frame.row.kind == "call" and _relates(scene.row, draft, partner):
        return False
    if scene.sport and not persons([*subject, *partner]):
        # «تحدث عن نقل المباراة إلى …»
        return False
    if draft.host is not None and draft.host.kind == "visit" and clause.relation is not Relation.WHERE:
        # «زيارة يلتقي خلالها رئيس الوزراء»: the visitor does it
        others = subject if clause.subject is not None else partner
        if not (subject and partner and others):
            visitors = [a for a, role in draft.host.parties if role == "visitor"]
            return bool(others) and emit(scene, draft, visitors, others, cast.roles())
    if agent := cast.agent():
        return bool(subject) and emit(scene, draft, agent, subject, cast.roles())
    if clause.pronoun and Marker.OBJECT in cast.frame.slots:
        return _pronoun(scene, draft, cast, subject)
    between = [g for g in cast.groups if g.marker == Marker.BETWEEN and not _spoken_about(scene.row, clause.at, g.at)]
    # «يبحث الرئيس قضية الإقليم المتنازع عليه بين أ وب»: he who does it is none of the two
    between = [] if subject and persons(subject) and cast.frame.row.discusses else between
    if pair := [a for g in between for a in actors_of(g.units, states=True)]:
        return emit(scene, draft, pair, [])
    return _with_partner(scene, draft, cast, subject, partner) if partner else _alone(scene, draft, cast, subject)


def _with_partner(scene: Scene, draft: Draft, cast: Cast, subject: list[Actor], partner: list[Actor]) -> bool:
    """«التقى الوزير نظيره», «اجتمع بنظيريه»."""
    if subject and cast.frame.row.kind == "meeting" and cast.counterparts():
        return together(scene, draft, subject, partner)
    return bool(subject) and emit(scene, draft, subject, partner, cast.roles())


def _alone(scene: Scene, draft: Draft, cast: Cast, subject: list[Actor]) -> bool:
    """A verb without its partner: «اجتمع الرئيسان», «والتقى نظيره», «اجتمع وزراء الناتو بمشاركة فلان»."""
    if len(sides_of(subject)) > 1 and Marker.WITH in cast.frame.slots:
        if cast.frame.row.discusses and draft.kind != "call" and not persons(subject):
            return False
        return emit(scene, draft, subject, [], cast.roles())
    return _lone(scene, draft, cast, subject) or _joined_session(scene, draft, cast, subject)


def _errand(scene: Scene, clause: Clause) -> bool:
    """«توجه إلى … لبحث … مع فلان»: what a journey or a plan is for, not «حان الوقت للتحدث مع …»."""
    above = scene.clause(clause.parent)
    return above is not None and (above.light is not None or any(f.row.kind == "visit" for f in above.frames))


def _wished(row: Sequence[Unit], at: int) -> bool:
    """«أود أن أبلغ الرئيس»: the verb is the speaker's own, and reads like another's past; not «بعد أن أبلغ»."""
    return at > 1 and row[at - 1].word(W.THAT) and row[at - 2].word(W.WISH)


def _spoken_about(row: Sequence[Unit], at: int, pair: int) -> bool:
    """«يتحدث البعض عن حرب بين البلدين»: the two are of what is spoken about."""
    return any(unit.phrase is None and unit.word(W.ABOUT) for unit in row[at + 1 : pair])


def _relates(row: Sequence[Unit], draft: Draft, partner: Sequence[Actor]) -> bool:
    """«الأمر يتصل بتركيا»: it has to do with a state; nobody is called."""
    told = draft.tense == "present" and bool(partner) and not any(persons([a]) for a in partner)
    return told and not called(row, draft.trigger)


def _channel(row: Sequence[Unit], draft: Draft) -> Draft:
    """A talk by telephone is a call; one of a delegation is a meeting."""
    if draft.kind in ("contact", "message") and called(row, draft.trigger):
        return msgspec.structs.replace(draft, kind="call")
    if draft.kind == "contact" and any(delegation(u) for u in row[: draft.trigger + _NEAR]):
        return msgspec.structs.replace(draft, kind="meeting")
    return draft


def _pronoun(scene: Scene, draft: Draft, cast: Cast, subject: list[Actor]) -> bool:
    """«استقبله الملك»: the one spoken of."""
    patient = _spoken_before(scene, cast.clause)
    if cast.clause.pronoun not in (HIS, HERS) and len(patient) < 2:
        # «استقبلهم»: more than the one spoken of
        return False
    return bool(patient and subject) and emit(scene, draft, subject, patient, cast.roles())


def _addressed(scene: Scene, cast: Cast, subject: list[Actor]) -> list[Actor]:
    """«قال إن نظيره اتصل به», «واتصل به الرئيس»: the one spoken of, where a pronoun stands for the other party."""
    clause = cast.clause
    pronoun = next((u.form for u in scene.row[clause.at + 1 : clause.at + 2] if u.form in PERSONAL), "")
    marker = PERSONAL.get(pronoun)
    if marker not in cast.partner_markers() or not pronoun.endswith((HIS, HERS)) or cast.frame.row.kind == "visit":
        return []
    above = scene.clause(clause.governor)
    spoken_of = clause.alternative if clause.subject is not None else above.doers if above is not None else ()
    sides = sides_of(subject)
    return [
        a
        for a in spoken_of or clause.in_mind
        if a.side not in sides and a.phrase_kind in ("person", "office") and agrees(a, pronoun.endswith(HERS))
    ][:1]


def _spoken_before(scene: Scene, clause: Clause) -> Sequence[Actor]:
    told = [a for g in clause.arguments if g.marker == Marker.OBJECT for a in actors_of(g.units)]
    if told:
        return told
    above = scene.clause(clause.parent if clause.parent is not None else clause.governor)
    if above is not None:
        return above.doers
    return clause.in_mind


def _lone(scene: Scene, draft: Draft, cast: Cast, subject: list[Actor]) -> bool:
    """A verb with one party alone behind it: «والتقى نظيره»: who is spoken of does it."""
    clause = cast.clause
    if clause.subject is None or Marker.OBJECT not in cast.frame.slots or clause.number != "one" or not subject:
        return False
    # «وكان قد التقى الرئيس»
    before = scene.row[: clause.at]
    opens = clause.at <= 1 or all(u.word(W.WAS) or u.word(W.PARTICLE) for u in before) or _amid_his(scene, clause)
    goes_on = clause.relation in (Relation.COORDINATE, Relation.WHERE, Relation.CONTENT) or clause.joined or opens
    if not goes_on:
        return False
    group = clause.subject
    takes = cast.frame.slots[Marker.OBJECT][0].takes
    patient = admitted(group.units, takes, scene.discourse.pair)
    doer = [a for a in cast.agents(clause.alternative) if a.key != patient[0].key] if patient else []
    draft = msgspec.structs.replace(draft, clause=(*draft.clause[:1], f"doer.{Doing.ALTERNATIVE.value}"))
    return bool(doer) and emit(scene, draft, doer, patient, cast.roles())


def _amid_his(scene: Scene, clause: Clause) -> bool:
    """«وخلال زيارته إلى القاهرة التقى الرئيس»: a circumstance of his who was spoken of stands before the verb."""
    his = any(c.form == "noun" and c.pronoun in (HIS, HERS) for c in scene.clauses[: clause.index])
    named = any(u.phrase is not None and not u.is_place for u in scene.row[: clause.at])
    return his and clause.relation is Relation.MAIN and not named


def _joined_session(scene: Scene, draft: Draft, cast: Cast, subject: list[Actor]) -> bool:
    """«اجتمع وزراء خارجية الناتو بمشاركة فلان»: a body's session and who joined it."""
    home = scene.setting.home
    if not subject:
        # «اجتمعت اللجنة الرباعية بمشاركة أ وب»
        parties = in_company(scene, draft.trigger)
        return len(sides_of(parties)) > 1 and emit(scene, draft, parties, [])
    hosts = [a for a in subject if a.phrase_kind in ("officials", "organisation") and home(a.side or "") == a.side]
    if len(subject) != 1 or not hosts:
        return False
    for j in range(draft.trigger + 1, len(scene.row) - 1):
        if scene.row[j].word(W.COMPANY) and scene.row[j + 1].phrase is not None:
            return emit(
                scene, msgspec.structs.replace(draft, kind="multilateral"), hosts, actors_of([scene.row[j + 1]])
            )
    return False


def called(row: Sequence[Unit], k: int) -> bool:
    """Whether the words up to the next verb, or a circumstance before this one, say that they spoke by telephone."""
    for j in range(1, k):
        if row[j].word(W.CALL_NOUN) and (row[j - 1].word(W.EVENT) or row[j - 1].word(W.PREPOSITION)):
            return True
    for j in range(k + 1, min(len(row), k + 40)):
        if row[j].word(W.CALL_MARK):
            return True
        if row[j].phrase is None and (row[j].word(W.JOIN) or row[j].verbs):
            return False
    return False


def delegation(unit: Unit) -> bool:
    """Whether a mention is of a delegation."""
    return unit.phrase is not None and unit.phrase.number == "delegation"
