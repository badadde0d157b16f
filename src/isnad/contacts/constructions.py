"""A predicate and a row of the lexicon make contacts: its arguments fill the row's slots."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.markers import Marker
from isnad.clauses import COMMAS, Argument, Clause, Relation, Unit
from isnad.clauses.people import actors_of, nation
from isnad.clauses.units import place_kind
from isnad.contacts.carriers import after_noun, bearers, place_in, promised_after
from isnad.contacts.cast import Cast, arguments
from isnad.contacts.draft import COMING, FAMILIES, Draft, Party, Scene
from isnad.contacts.emission import emit, visit
from isnad.contacts.nouns import noun_encounter
from isnad.contacts.schedule import set_for
from isnad.contacts.verbs import verb_encounter
from isnad.lexicon.constructions import Frame
from isnad.lexicon.words import WordClass as W
from isnad.model.phrase import Actor

_REACH, _NEAR = 8, 3
_CITIES = frozenset({"capital", "city"})
# so many units back an encounter is refused: a full name may stand between
_REFUSAL_REACH = 8
# behind these a noun tells what is prepared or spoken of
_AIMS = frozenset({Marker.FOR, Marker.ABOUT, Marker.TO, Marker.BEFORE, Marker.ON, Marker.CONCERNING, Marker.AROUND})
Remembered = dict[str, tuple[Party, ...]]


def read_clause(scene: Scene, clause: Clause, remembered: Remembered) -> bool:
    """File what a predicate tells by the first of its rows that holds; returns whether anything was filed."""
    if _refused(scene, clause):
        return False
    before = len(scene.drafts)
    for frame in clause.frames:
        draft = drafted(scene, clause, frame)
        if _fill(scene, draft, Cast(scene, clause, frame)) or _echo(scene, draft, clause, remembered):
            break
    if len(scene.drafts) > before:
        scene.by_clause[clause.index] = scene.drafts[-1]
        return True
    return False


def _refused(scene: Scene, clause: Clause) -> bool:
    """«رفض لقاءه», «منع إجراء أي محادثات», «لا جدوى من الاجتماع معه»: no encounter; «رفض ذلك خلال لقائه» is one."""
    plain, carrier = 0, scene.clause(clause.carrier)
    for unit in reversed(scene.row[max(0, clause.at - _REFUSAL_REACH) : clause.at]):
        if unit.word(W.REFUSAL):
            return clause.relation is not Relation.ADJUNCT or plain < _NEAR
        carries = carrier is not None and unit is scene.row[carrier.at]
        if unit.form in COMMAS or unit.word(W.JOIN) or unit.word(W.EVENT) or (unit.predicate and not carries):
            return False
        plain += unit.phrase is None
        if plain > _NEAR:
            return False
    return False


def _fill(scene: Scene, draft: Draft, cast: Cast) -> bool:
    roles, row = cast.frame.roles, cast.frame.row
    if row.attends:
        return _session(scene, draft, cast)
    if any(s.takes == "envoy" for options in cast.frame.slots.values() for s in options):
        return _envoy(scene, draft, cast)
    if "visitor" in roles and any(s.takes == "place" for o in cast.frame.slots.values() for s in o):
        return _journey(scene, draft, cast)
    if cast.clause.form == "noun":
        return noun_encounter(scene, draft, cast)
    return verb_encounter(scene, draft, cast)


def drafted(scene: Scene, clause: Clause, frame: Frame) -> Draft:
    """What a predicate tells before its parties are known."""
    row, k = scene.row, clause.at
    # a verb behind the noun («محادثات أجراها …») names its party, not whether it took place
    lends = scene.clause(clause.carrier)
    carrier = lends if lends is not None and lends.at < k else None
    groups = arguments(scene, clause)
    last = max([k, *(row.index(g.units[-1]) if g.units[-1] in row else g.at for g in groups if g.at > k)])
    draft = Draft(frame.row.kind, frame.id, row, k, last=last, stay=frame.row.stay, arrival=frame.row.arrival)
    light = carrier.at if carrier is not None else None
    tense = clause.tense if clause.form in ("verb", "masdar") else carrier.tense or "masdar" if carrier is not None else ""
    proposed = carrier is not None and carrier.light is not None and carrier.light.subject == "proposer"
    begins = carrier is not None and carrier.light is not None and carrier.light.begins
    after = None
    if clause.form == "noun" and light is None:
        after, tense, proposed = after_noun(row, last)
    if clause.form == "noun" and (promised := promised_after(row, k)) is not None:
        light, after, tense = None, promised, "future"
    if carrier is not None and carrier.form == "masdar" and _promised(scene, carrier):
        tense = "future"
    return msgspec.structs.replace(
        draft,
        light=light,
        tense=tense,
        proposed=proposed,
        arrival=draft.arrival or begins,
        after=after,
        place=_place(scene, clause, last),
        heads=frame.row.heads,
        done=lends is not None and lends.at > k and lends.tense == "past",
        aimed=clause.form == "noun" and clause.linker in _AIMS and clause.carrier is None,
        host=_host(scene, clause),
        bearers=bearers(scene, clause) if frame.row.kind == "message" else (),
    )


def _place(scene: Scene, clause: Clause, last: int) -> Unit | None:
    """Where it was: behind the noun, between its verb and it, in the noun that it goes on with, or the state that hosts."""
    row, carrier, timed = scene.row, scene.clause(clause.carrier), scene.timed
    named = next((g.units[0] for g in clause.arguments if g.marker == Marker.GENITIVE and place_kind(g.units[0]) in _CITIES), None)
    place = named or place_in(row, clause.at, last + _REACH, timed)
    if place is not None:
        return place
    if carrier is None:
        return _place_of_noun(scene, clause)
    if carrier.light is not None and carrier.light.subject == "host" and carrier.subject is not None:
        return next((u for u in carrier.subject.units if u.is_place), None)
    return place_in(row, carrier.at, clause.at, timed)


def _place_of_noun(scene: Scene, clause: Clause) -> Unit | None:
    """«قمة في سمرقند، التقى خلالها …»: where the encounter is that the verb describes."""
    within = any(u.word(W.IN_IT) for u in scene.row[clause.at + 1 : clause.at + 2])
    noun = next((h for h in reversed(scene.clauses[: clause.index]) if h.form == "noun" and h.frames), None)
    return place_in(scene.row, noun.at, clause.at, scene.timed) if within and noun is not None else None


def _promised(scene: Scene, carrier: Clause) -> bool:
    """Whether a verb in the future carries the verbal noun: «سيتم عقد قمة»."""
    before = scene.row[carrier.at - 1] if carrier.at else None
    return before is not None and any(h.form.tense == "future" for h in before.lights if h.frame >= 0)


def _host(scene: Scene, clause: Clause) -> Draft | None:
    """The telling that this one goes on with: «وصل إلى … حيث يلتقي», «زيارة يلتقي فيها», «زار … للقاء»."""
    if clause.relation is Relation.WHERE and clause.governor is not None:
        return scene.by_clause.get(clause.governor) or (scene.drafts[-1] if scene.drafts else None)
    if scene.drafts and any(u.phrase is None and u.word(W.IN_IT) for u in scene.row[clause.at + 1 : clause.at + 2]):
        return scene.drafts[-1]
    if clause.relation is Relation.PURPOSE and clause.parent is not None:
        stay = scene.by_clause.get(clause.parent)
        if stay is not None and stay.stay and not stay.arrival:
            return stay
    return None


def _session(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """«شارك الوزير في اجتماع الجامعة»: who attends, and the body whose session it is."""
    attending = list(cast.clause.doers)
    if cast.clause.pronoun:
        return _attended(scene, draft, cast, attending)
    below = [h for h in scene.clauses if h.parent == cast.clause.index and h.form == "noun" and h.frames]
    noun = scene.clause(cast.clause.describes)
    if noun is not None and noun.frames and len({a.side for a in attending if a.side}) > 1:
        # «محادثات تشارك فيها إيران وروسيا»
        return emit(scene, draft, attending, [])
    if not below and not any(u.nouns for g in cast.groups for u in g.units):
        # «شارك في القوات الدولية», «في المونديال»: no encounter
        return False
    people = [a for a in attending if a.phrase_kind in ("person", "office")]
    hosts = [a for g in _arguments_below(scene, cast.clause) for a in actors_of(g.units) if a.phrase_kind == "organisation"]
    return bool(people and hosts) and emit(scene, draft, people, hosts)


def _attended(scene: Scene, draft: Draft, cast: Cast, attending: list[Actor]) -> bool:
    """«القمة التي حضرها فلان وفلان»: those of several sides met; «حضر الاستقبال …»: who was there, not who met."""
    noun = scene.clause(cast.clause.describes)
    summit = noun is not None and any(f.row.heads for f in noun.frames)
    return summit and len({a.side for a in attending if a.side}) > 1 and emit(scene, draft, attending, [])


def _arguments_below(scene: Scene, clause: Clause) -> list[Argument]:
    """The arguments of a predicate and of the nouns that hang on it: «في اجتماع الجامعة»."""
    below = (h for h in scene.clauses if clause.index in (h.parent, h.carrier))
    return [*clause.arguments, *(g for h in below for g in h.arguments)]


def _envoy(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """Credentials and summonses: an ambassador and who receives him."""
    told = [a for g in cast.groups for a in actors_of(g.units, states=True)]
    carrier = scene.clause(cast.clause.carrier)
    subject = carrier.doers if carrier is not None else cast.clause.doers if cast.clause.finite else ()
    everybody = [*subject, *told]
    envoys = [a for a in everybody if a.rank == "ambassador"]
    if not envoys:
        return False
    others = [a for a in everybody if a.rank != "ambassador" and a.side]
    summons = cast.acting.role == "host"
    if summons and not others and cast.clause.finite:
        # «وانتقدت إسرائيل القرار واستدعت السفير»
        others = [a for a in list(cast.clause.alternative) if a.side]
    if summons and not others and envoys[0].posted:
        others = [_posted(envoys[0])]
    if summons and cast.frame.within:
        # «أعلنت النرويج استدعاء السفير»
        others = [a for a in list(cast.clause.owners) if a.side and a.side != envoys[0].side]
        draft = msgspec.structs.replace(draft, done=True)
    elif summons and cast.clause.form == "noun":
        others = [a for a in others if a.side != envoys[0].side] or ([_posted(envoys[0])] if envoys[0].posted else [])
    elif not summons and carrier is None:
        return False
    return bool(others) and emit(scene, draft, others[:1], envoys, ("host", "visitor"))


def _posted(envoy: Actor) -> Actor:
    """The state that an ambassador is posted to."""
    return msgspec.structs.replace(
        envoy, key=f"state:{envoy.posted}", kind="state", side=envoy.posted, name=None, name_en=None, person=None,
        office=None, rank="", posted=None, phrase_kind="state",
    )


def _journey(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """A visit a state: who travels, and where to."""
    clause, places = cast.clause, cast.places()
    hosts = [] if places else [a for a in cast.playing("host") if a.side]
    if hosts:
        # «ظريف يزور الأسد»
        return emit(scene, draft, list(clause.doers), hosts[:1], ("visitor", "host"))
    if not places and clause.finite and clause.subject is not None and clause.relation is not Relation.MAIN:
        # «… في واشنطن حيث زار الرئيس فلانا»: the one told behind the verb is the host
        host = [a for a in cast.playing("host") or list(clause.doers) if a.side]
        guests = list(clause.alternative)
        if Marker.OBJECT in cast.frame.slots and cast.frame.row.stay and host and guests:
            return emit(scene, draft, guests, host[:1], ("visitor", "host"))
    if not places:
        return clause.finite and _to_his_post(scene, draft, list(clause.doers))
    if _at_mission(scene, clause, places):
        return False
    own = [] if clause.pronoun and clause.form == "noun" else [a for a in cast.playing("visitor", Marker.GENITIVE, Marker.FOR) if a.side]
    invited = _invited(scene, clause)
    if invited:
        return visit(scene, msgspec.structs.replace(draft, proposed=True), invited, places)
    visitors = own or cast.playing("visitor", Marker.OBJECT) or list(clause.doers)
    if cast.acting.role == "none":
        sender = next((a.side for a in list(clause.doers) if a.side), None)
        visitors = [a if a.side else msgspec.structs.replace(a, side=sender) for a in visitors]
    if not visitors and cast.frame.within:
        # «جولة …، شملت مصر والأردن»
        tour = next((h for h in reversed(scene.clauses[: clause.index]) if any(f.row.kind == "visit" for f in h.frames)), None)
        visitors = [] if tour is None else list(tour.possessors) or list(tour.owners)
    if clause.pronoun and clause.linker == Marker.ABOUT and _of_whom(scene, clause):
        # «ينتظر تقريرا من وزيره عن زيارته»: either's
        return False
    if clause.form == "noun" and visitors and not own and all(u.actor is not None and u.actor.side == visitors[0].side for u in places):
        # «ناقش المسؤولون الأمر مع فلان خلال زيارته إلى بلدهم»: the guest, not the host who is spoken of
        visitors = _guests(scene, clause, visitors[0].side) or visitors
    if draft.host is not None and draft.host.kind == "visit" and clause.relation is Relation.WHERE:
        # «يزور العراق حيث سيزور النجف»: a part of the same visit
        visited = {a.side for a, role in draft.host.parties if role == "host"}
        places = [u for u in places if u.actor is None or u.actor.side not in visited]
    if cast.frame.row.departure and draft.tense != "past":
        places = [u for g in cast.groups if g.marker != Marker.OBJECT for u in g.units if u in places]
    elif cast.frame.row.departure:
        left = [u for g in cast.groups if g.marker == Marker.OBJECT for u in g.units if u.is_place]
        onward = [u for u in places if u not in left]
        posted = any(a.rank == "ambassador" for a in visitors)
        filed = bool(left and not onward and not posted) and visit(
            scene, msgspec.structs.replace(draft, ended=True), visitors, left
        )
        return visit(scene, draft, visitors, onward) or filed
    posts = {a.posted for a in visitors if a.rank == "ambassador"}
    # an ambassador comes to and leaves where he is posted
    return visit(scene, draft, visitors, [u for u in places if u.actor is None or u.actor.side not in posts])


def _to_his_post(scene: Scene, draft: Draft, visitors: list[Actor]) -> bool:
    """«وصل المبعوث الأمريكي إلى إسرائيل»: where he is sent to is where he went."""
    posted = visitors[0].posted if len(visitors) == 1 and visitors[0].rank != "ambassador" else None
    if posted is None or posted == visitors[0].side:
        return False
    host = nation(posted, visitors[0].first, visitors[0].last)
    return emit(scene, draft, visitors, [host], ("visitor", "host"))


def _guests(scene: Scene, clause: Clause, home: str | None) -> list[Actor]:
    """The person of another side whom the clause above a noun names last."""
    above = [h for h in scene.clauses[: clause.index] if h.index == clause.parent or (h.form == "noun" and h.frames)]
    named = [a for h in above for g in h.arguments for a in actors_of(g.units)]
    return [a for a in named if a.side and a.side != home][-1:]


def _of_whom(scene: Scene, clause: Clause) -> bool:
    """Whether a person of whom no predicate tells anything stands between a noun and the verb above it."""
    above = scene.clause(clause.parent)
    start = above.at if above is not None else 0
    taken = {u.first for h in scene.clauses for g in (h.subject, h.fronted, *h.arguments) if g is not None for u in g.units}
    between = scene.row[start + 1 : clause.at]
    return any(u.phrase is not None and u.phrase.kind in ("person", "office") and u.first not in taken for u in between)


def _invited(scene: Scene, clause: Clause) -> list[Actor]:
    """«دعاه إلى زيارة …», «دعوة إلى نظيره لزيارة …»: the invited would be the visitor."""
    if clause.relation is not Relation.PURPOSE and clause.linker != Marker.TO:
        return []
    before = scene.clauses[clause.index - 1] if clause.index else None
    invitation = scene.by_clause.get(before.index) if before is not None else None
    asks = before is not None and any(f.row.purpose == "invitation" for f in before.frames)
    return [invitation.parties[-1][0]] if asks and invitation is not None else []


def _at_mission(scene: Scene, clause: Clause, places: Sequence[Unit]) -> bool:
    """«زار قنصلية بلاده في إسطنبول»: who goes to an embassy or consulate may live where it is."""
    return any(u.word(W.MISSION) for u in scene.row[clause.at + 1 :] if u.first < places[0].last)


def _echo(scene: Scene, draft: Draft, clause: Clause, remembered: Remembered) -> bool:
    """File the encounter told before, where the noun means it: «وعُقد الاجتماع أمس», «القمة المقررة في 12 يونيو»."""
    if clause.form != "noun" or not clause.definite or clause.pronoun:
        return False
    family = FAMILIES.get(draft.kind, "")
    groups = list(clause.arguments)
    if set_for(scene.row, clause.at):
        parties = remembered.get(f"{family}{COMING}", ())
        groups = [g for g in groups if g.marker not in (Marker.IN, Marker.AT) or not g.places]
    else:
        parties = remembered.get(family, ()) if draft.tense in ("past", "future") else ()
    if not parties or any(actors_of(g.units, states=True) for g in groups):
        return False
    scene.drafts.append(msgspec.structs.replace(draft, parties=parties, echo=True))
    return True

