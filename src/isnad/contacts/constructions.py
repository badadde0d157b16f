"""A predicate and a row of the lexicon make contacts: its arguments fill the row's slots."""

import msgspec

from isnad.arabic.markers import Marker
from isnad.clauses import COMMAS, Clause, Relation
from isnad.clauses.people import actors_of
from isnad.contacts.attendance import session
from isnad.contacts.cast import Cast
from isnad.contacts.draft import COMING, FAMILIES, Draft, Remembered, Scene
from isnad.contacts.drafting import drafted
from isnad.contacts.envoys import envoy
from isnad.contacts.journeys import journey
from isnad.contacts.nouns import noun_encounter
from isnad.contacts.schedule import set_for
from isnad.contacts.verbs import verb_encounter
from isnad.lexicon.words import W

_NEAR = 3
_TALKS = "meeting.muhadathat"
# so many units back an encounter is refused: a full name may stand between
_REFUSAL_REACH = 8
# and so many units behind «لن يلتقي» its condition stands
_CONDITION_REACH = 8


def read_clause(scene: Scene, clause: Clause, remembered: Remembered) -> bool:
    """File what a predicate tells by the first of its rows that holds; returns whether anything was filed."""
    if refused(scene, clause):
        return False
    before = len(scene.drafts)
    for frame in clause.frames:
        draft = drafted(scene, clause, frame)
        if _fill(scene, draft, Cast(scene, clause, frame)) or _echo(scene, draft, clause, remembered):
            break
    scene.drafts[before:] = [_meant(draft, clause, remembered) for draft in scene.drafts[before:]]
    if len(scene.drafts) > before:
        scene.by_clause[clause.index] = scene.drafts[-1]
        return True
    return False


def _meant(draft: Draft, clause: Clause, remembered: Remembered) -> Draft:
    """«تباحث هاتفيا مع نظيره. وتأتي المحادثات بين الرئيسين …»: the call told before, where no meeting of theirs was."""
    called = {a.side for a, _ in remembered.get("call", ())}
    if draft.rule != _TALKS or draft.kind != "meeting" or not clause.definite:
        return draft
    if draft.sides() != called or {a.side for a, _ in remembered.get("talk", ())} == called:
        return draft
    return msgspec.structs.replace(draft, kind="call", parties=remembered["call"], echo=True)


def refused(scene: Scene, clause: Clause) -> bool:
    """«رفض لقاءه», «منع إجراء أي محادثات», «لا جدوى من الاجتماع معه»: no encounter; «رفض ذلك خلال لقائه» is one."""
    plain, carrier = 0, scene.clause(clause.carrier)
    if _conditional(scene, clause) or _eithers(scene, clause):
        return True
    for unit in reversed(scene.row[max(0, clause.at - _REFUSAL_REACH) : clause.at]):
        if unit.word(W.REFUSAL):
            return clause.relation is not Relation.ADJUNCT or plain < _NEAR
        carries = carrier is not None and unit is scene.row[carrier.at]
        if unit.word(W.THAT) and unit is scene.row[clause.at - 1]:
            # «رفض أن يلتقي نظيره»
            continue
        if unit.form in COMMAS or unit.word(W.JOIN) or unit.word(W.EVENT) or (unit.predicate and not carries):
            return False
        plain += unit.phrase is None
        if plain > _NEAR:
            return False
    return False


def _eithers(scene: Scene, clause: Clause) -> bool:
    """«ينتظر تقريرا من وزيره عن زيارته»: his, or that of a person between of whom no predicate tells anything."""
    if not (clause.pronoun and clause.linker == Marker.ABOUT and any(f.row.kind == "visit" for f in clause.frames)):
        return False
    above = scene.clause(clause.parent)
    start = above.at if above is not None else 0
    taken = {
        u.first for h in scene.clauses for g in (h.subject, h.fronted, *h.arguments) if g is not None for u in g.units
    }
    between = scene.row[start + 1 : clause.at]
    return any(u.phrase is not None and u.phrase.kind in ("person", "office") and u.first not in taken for u in between)


def _conditional(scene: Scene, clause: Clause) -> bool:
    """«لن يلتقيه إلا إذا …», «لن يزورها قبل …», «إذا زارها»: neither called off nor told."""
    verb = scene.row[clause.at - 1] if clause.at else None
    if verb is not None and verb.word(W.SUPPOSING):
        return True
    if verb is None or not verb.word(W.WILL_NOT):
        return False
    return any(
        u.phrase is None and u.word(W.CONDITION) for u in scene.row[clause.at + 1 : clause.at + _CONDITION_REACH]
    )


def _fill(scene: Scene, draft: Draft, cast: Cast) -> bool:
    roles, row = cast.frame.roles, cast.frame.row
    if row.attends:
        return session(scene, draft, cast)
    if any(s.takes == "envoy" for options in cast.frame.slots.values() for s in options):
        return envoy(scene, draft, cast)
    if "visitor" in roles and any(s.takes == "place" for o in cast.frame.slots.values() for s in o):
        return journey(scene, draft, cast)
    if cast.clause.form == "noun":
        return noun_encounter(scene, draft, cast)
    return verb_encounter(scene, draft, cast)


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
