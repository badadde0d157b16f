"""Visits, ways and departures: who travels, and where to."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.markers import Marker
from isnad.clauses import Clause, Relation, Unit
from isnad.clauses.people import actors_of, nation
from isnad.contacts.cast import Cast
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit, visit
from isnad.contacts.guests import guest
from isnad.contacts.tours import legs, on_tour, stop
from isnad.lexicon.words import WordClass as W
from isnad.model.phrase import Actor

_ROLES = ("visitor", "host")
# so many chunks lie between where one goes and what for: «إلى السعودية، الثلاثاء، للعلاج»
_AIM_REACH = 5
_PEOPLE = frozenset({"person", "office", "officials", "counterpart", "set"})
# behind these stands what is left: «غادر القاهرة», «مغادرة القاهرة», «عاد من القاهرة»
_LEFT = frozenset({Marker.OBJECT, Marker.GENITIVE, Marker.FROM})


def journey(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """File a visit a state: who travels, and where to."""
    if cast.frame.row.halt:
        return stop(scene, draft, cast)
    clause, places = cast.clause, cast.places()
    if not places:
        return _to_somebody(scene, draft, cast)
    if _at_mission(scene, clause, places) or _for_treatment(scene, places):
        return False
    if invited := _invited(scene, clause, {u.actor.side for u in places if u.actor is not None}):
        return visit(scene, msgspec.structs.replace(draft, proposed=True), invited, places)
    if cast.frame.row.owned and clause.form == "noun" and clause.definite and not clause.pronoun:
        # «الوصول إلى اتفاق»: nobody's
        return False
    if (cast.frame.row.aside and not _of_traveller(scene, clause)) or (cast.frame.row.fronted and not _led(clause)):
        return False
    visitors = _visitors(scene, cast, places)
    if draft.host is not None and draft.host.kind == "visit" and clause.relation is Relation.WHERE:
        # «يزور العراق حيث سيزور النجف»: a part of the same visit
        visited = {a.side for a, role in draft.host.parties if role == "host"}
        places = [u for u in places if u.actor is None or u.actor.side not in visited]
    if cast.frame.row.departure:
        return _departure(scene, draft, cast, visitors, places)
    posts = {a.posted for a in visitors if a.rank == "ambassador"}
    # an ambassador comes to and leaves where he is posted
    places = [u for u in places if u.actor is None or u.actor.side not in posts]
    return legs(scene, draft, cast, visitors, places)


def _to_somebody(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """A journey to a person, or to no place that is told."""
    clause, hosts = cast.clause, [a for a in cast.playing("host") if a.side and a.phrase_kind in _PEOPLE]
    if hosts:
        # «ظريف يزور الأسد»
        return emit(scene, draft, clause.doers, hosts[:1], _ROLES)
    if not clause.finite:
        return guest(scene, draft, cast)
    stays = Marker.OBJECT in cast.frame.slots and cast.frame.row.stay
    if stays and clause.subject is not None and clause.relation is not Relation.MAIN:
        # «… في واشنطن حيث زار الرئيس فلانا»: the one told behind the verb is the host
        host = [a for a in cast.playing("host") or clause.doers if a.side]
        if host and clause.alternative:
            return emit(scene, draft, clause.alternative, host[:1], _ROLES)
    return _to_his_post(scene, draft, clause.doers)


def _visitors(scene: Scene, cast: Cast, places: Sequence[Unit]) -> Sequence[Actor]:
    """Who travels: whose the journey is, who is sent, or whom the clauses around it tell."""
    clause = cast.clause
    possessed = bool(clause.pronoun) and clause.form == "noun"
    told = [] if possessed else cast.playing("visitor", Marker.GENITIVE, Marker.FOR)
    own = [a for a in told if a.side]
    if told and not own:
        # «زيارة رؤساء حكومات دول …»: theirs, whoever acts around it
        return ()
    sends = cast.acting.role == "none"
    # «أرسل الرئيس قوات إلى …»: of a verb that sends things too, only whom it names
    doers = () if sends and clause.light is not None else clause.doers
    visitors: Sequence[Actor] = own or cast.playing("visitor", Marker.OBJECT) or doers
    if clause.definite and not clause.pronoun:
        # «قال المتحدث إن الزيارة إلى …»: another's
        visitors = [a for a in visitors if a.rank != "spokesman"]
    if sends:
        sender = next((a.side for a in clause.doers if a.side), None)
        visitors = [a if a.side else msgspec.structs.replace(a, side=sender) for a in visitors]
    if cast.frame.within:
        visitors = on_tour(scene, clause, visitors)
    when = clause.relation is Relation.WHERE and clause.subject is None
    if (clause.form == "noun" or when) and visitors and not own:
        home = visitors[0].side
        if all(u.actor is not None and u.actor.side == home for u in places):
            # «ناقش المسؤولون الأمر مع فلان خلال زيارته إلى بلدهم», «سيلتقيه عندما يزور بلده»: the guest, not the host
            return _guests(scene, clause, home) or visitors
    return visitors


def _departure(scene: Scene, draft: Draft, cast: Cast, visitors: Sequence[Actor], places: Sequence[Unit]) -> bool:
    """«غادر القاهرة», «عودته من موسكو», «سيغادر القاهرة إلى موسكو»: the visit that ends, and the one that begins."""
    left = [u for g in cast.groups if g.marker in _LEFT for u in g.units if u in places]
    posts = {a.posted for a in visitors if a.rank == "ambassador"}
    onward = [u for u in places if u not in left and (u.actor is None or u.actor.side not in posts)]
    # an ambassador lives there, and the people of a movement may live where they come from
    homes = scene.setting.homes if cast.frame.row.aside else {}
    lives = any(a.rank == "ambassador" or a.side in homes for a in visitors)
    going = draft.tense in ("present", "future")
    end = msgspec.structs.replace(draft, ended=not going, leaving=going)
    ended = bool(left and not lives and (not onward or going)) and visit(scene, end, visitors, left)
    return visit(scene, draft, visitors, onward) or ended


def _to_his_post(scene: Scene, draft: Draft, visitors: Sequence[Actor]) -> bool:
    """«وصل المبعوث الأمريكي إلى إسرائيل»: where he is sent to is where he went."""
    posted = visitors[0].posted if len(visitors) == 1 and visitors[0].rank != "ambassador" else None
    if posted is None or posted == visitors[0].side:
        return False
    host = nation(posted, visitors[0].first, visitors[0].last)
    return emit(scene, draft, list(visitors), [host], _ROLES)


def _guests(scene: Scene, clause: Clause, home: str | None) -> list[Actor]:
    """The person of another side whom the clause above a noun names last."""
    above = [h for h in scene.clauses[: clause.index] if h.index == clause.parent or (h.form == "noun" and h.frames)]
    named = [a for h in above for g in h.arguments for a in actors_of(g.units)]
    return [a for a in named if a.side and a.side != home][-1:]


def _led(clause: Clause) -> bool:
    """«الوزير سيكون في بغداد», «الذي كان في بغداد»: who is there stands before the verb; else it may be anybody."""
    return clause.fronted is not None or clause.relation is Relation.RELATIVE


def _of_traveller(scene: Scene, clause: Clause) -> bool:
    """«وصل إلى … قادما من …»: what stands beside a verb of travel is of who travels; beside a noun, of anybody."""
    above = scene.clause(clause.parent)
    return above is not None and above.form == "verb" and any(f.row.kind == "visit" for f in above.frames)


def _invited(scene: Scene, clause: Clause, hosts: set[str | None]) -> Sequence[Actor]:
    """«دعاه إلى زيارة …», «دعوة إلى نظيره لزيارة …», «قبول دعوة نظيره لزيارة …»: the invited would be the visitor."""
    if clause.relation is not Relation.PURPOSE and clause.linker != Marker.TO:
        return ()
    before = scene.clauses[clause.index - 1] if clause.index else None
    if before is None or not any(f.row.purpose == "invitation" for f in before.frames):
        return ()
    if (invitation := scene.by_clause.get(before.index)) is not None:
        return [invitation.parties[-1][0]]
    inviting = (g for g in before.arguments if g.marker in (Marker.GENITIVE, Marker.FROM))
    if not any(a.side in hosts for g in inviting for a in actors_of(g.units)):
        return ()
    return [a for a in before.doers if a.side not in hosts][:1]


def _at_mission(scene: Scene, clause: Clause, places: Sequence[Unit]) -> bool:
    """«زار قنصلية بلاده في إسطنبول»: who goes to an embassy or consulate may live where it is."""
    return any(u.word(W.MISSION) for u in scene.row[clause.at + 1 :] if u.first < places[0].last)


def _for_treatment(scene: Scene, places: Sequence[Unit]) -> bool:
    """«سافر إلى السعودية للعلاج»: a patient's way."""
    behind = [u for u in scene.row if u.first >= places[-1].last][:_AIM_REACH]
    return any(u.phrase is None and u.word(W.TREATMENT) for u in behind)
