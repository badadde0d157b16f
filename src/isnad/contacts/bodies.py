"""Sessions of bodies and formats: «قمة الناتو في بروكسل», «اجتماع للجنة الرباعية الدولية»."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.clitics import HERS
from isnad.arabic.markers import Marker
from isnad.clauses import Clause, Relation, Unit
from isnad.clauses.people import actors_of, nation, state_of
from isnad.contacts.agents import agents_of
from isnad.contacts.cast import Cast, sides_of
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit
from isnad.contacts.times import wall
from isnad.lexicon.words import WordClass as W
from isnad.model.phrase import Actor

_NEAR_WORDS = 3
# so many units before its noun a circumstance opens
_OPENER_REACH = 4
_MET = frozenset({"meeting", "multilateral", "contact"})
_FORMAT_REACH = 7
_JOINTS = frozenset("-–،,و")


def of_body(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """«قمة الناتو في بروكسل», «اجتماع للجامعة العربية»: a body's session, with who takes part, or its host."""
    row, k = scene.row, draft.trigger
    definite = cast.clause.definite
    markers = (Marker.GENITIVE,) if definite else (Marker.GENITIVE, Marker.FOR)
    told = [a for g in cast.groups if g.marker in markers for a in actors_of(g.units)]
    adjectives = [n for n in adjectives_of(row, k) if n.side in scene.setting.blocs]
    bodies = [a for a in told if a.phrase_kind == "organisation"] or adjectives[:1] or _own(cast)
    if len(sides_of(bodies)) != 1:
        return False
    opener = _opener(scene, k)
    if opener is not None and (met := _met_there(scene, cast)) is not None:
        return _at_margin(scene, draft, met, bodies)
    agents = [a for a in agents_of(scene, cast) if a.phrase_kind in ("person", "office") and a.side != bodies[0].side]
    above = scene.clause(cast.clause.parent)
    if above is None or cast.clause.relation is Relation.CONTENT:
        # «واكتملت الاستعدادات قبل القمة الخليجية», «قال الوزير إن القمة العربية …»: not his who is in mind
        agents = []
    elif agents and not (_attends(above) and _beside(scene, above.at, k)):
        return False
    host = draft.place.actor if draft.place is not None and draft.heads else None
    if opener is not None and not opener.word(W.EVENT_DONE):
        # «على هامش القمة»: where something else was
        host = None
    session = msgspec.structs.replace(draft, kind="multilateral")
    if agents:
        return emit(scene, session, agents, bodies)
    return host is not None and host.side is not None and emit(scene, session, bodies, [state_of(host)])


def _own(cast: Cast) -> list[Actor]:
    """«أكدت دول مجلس التعاون في ختام قمتها …»: the body whose summit it is."""
    clause = cast.clause
    return [a for a in clause.owners if a.phrase_kind == "organisation"] if clause.pronoun == HERS else []


def _opener(scene: Scene, k: int) -> Unit | None:
    """The word that opens a circumstance before unit k at whose time something else was: «على هامش», «خلال»."""
    return next((u for u in reversed(scene.row[max(0, k - _OPENER_REACH) : k]) if u.word(W.EVENT_DURING)), None)


def _met_there(scene: Scene, cast: Cast) -> Draft | None:
    """The encounter told before on whose occasion the session is told: «التقى نظيره على هامش قمة الناتو»."""
    clause = cast.clause
    if cast.several():
        return None
    told = [scene.by_clause[i] for i in range(clause.index) if i in scene.by_clause]
    near = [d for d in told if d.kind in _MET and clause.parent in _places(scene, d)]
    return near[-1] if near else None


def _places(scene: Scene, told: Draft) -> set[int]:
    """The clauses in which an encounter is told: of its word, and of the verb that carries it."""
    at = {told.trigger, told.light}
    return {c.index for c in scene.clauses if c.at in at}


def _at_margin(scene: Scene, draft: Draft, met: Draft, bodies: Sequence[Actor]) -> bool:
    """File the session with those who met at its margin, in the tense of their encounter."""
    people = [a for a, _ in met.parties if a.side != bodies[0].side]
    if met.proposed or not people:
        return False
    light = met.light if met.light is not None else met.trigger
    carried = {"light": light, "tense": met.tense} if met.tense else {}
    return emit(scene, msgspec.structs.replace(draft, kind="multilateral", **carried), [*people, *bodies], [])


def _attends(verb: Clause) -> bool:
    """Whether a verb's subject takes part in the session at whose end it stands: who speaks there, or attends."""
    return verb.form == "saying" or any(f.row.attends for f in verb.frames)


def _beside(scene: Scene, verb: int, k: int) -> bool:
    """«قال ترامب، السبت، في ختام قمة …», not «سحب ترامب تأييده لبيان صدر في ختام قمة …»."""
    if any(u.nouns for u in scene.row[verb + 1 : k]):
        # «اتفقا على عقد اجتماع خلال القمة»: that stands at its margin
        return False
    words = sum(u.ordinary and u.first not in scene.timed for u in scene.row[verb + 1 : k])
    return words <= _NEAR_WORDS


def of_format(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """The members of a standing format that meets: «اجتماع للجنة الرباعية الدولية», «القمة الخليجية الأوروبية»."""
    for unit in scene.row[draft.trigger : draft.trigger + _FORMAT_REACH]:
        itself = unit is scene.row[draft.trigger]
        for match in unit.matches or () if unit.phrase is None or itself else ():
            if "members" in match.tags:
                return emit(scene, draft, [nation(m, unit.first, match.last) for m in match.tags["members"]], [])
        if not itself and (unit.phrase is not None or wall(unit)):
            break
    return False


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
