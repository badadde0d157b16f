"""Who attends a session or a summit: «شارك الوزير في اجتماع الجامعة»."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.clitics import DEFINITE
from isnad.arabic.markers import Marker
from isnad.clauses import Argument, Clause, Relation
from isnad.clauses.people import actors_of
from isnad.contacts.cast import Cast
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit
from isnad.lexicon.words import W
from isnad.model.phrase import Actor

# so many units behind it those who take part are told
_REACH = 12


def session(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """«شارك الوزير في اجتماع الجامعة»: who attends, and the body whose session it is."""
    attending = cast.clause.doers
    if cast.clause.pronoun:
        return _attended(scene, draft, cast, attending)
    below = _below(scene, cast.clause)
    noun = scene.clause(cast.clause.describes)
    if noun is not None and noun.frames and len({a.side for a in attending if a.side}) > 1:
        # «محادثات تشارك فيها إيران وروسيا»
        return emit(scene, draft, attending, [])
    if any(map(_gathers, below)) and len({a.side for a in attending if a.side}) > 1:
        # «وشارك في القمة قادة تركيا وروسيا وإيران»: of two sides it is a meeting
        return emit(scene, msgspec.structs.replace(draft, kind="meeting"), attending, [])
    if not below and not any(u.nouns for g in cast.groups for u in g.units):
        # «شارك في القوات الدولية», «في المونديال»: no encounter
        return False
    people = [a for a in attending if a.phrase_kind in ("person", "office")]
    hosts = [
        a for g in _arguments_below(scene, cast.clause) for a in actors_of(g.units) if a.phrase_kind == "organisation"
    ]
    return bool(people and hosts) and emit(scene, draft, people, hosts)


def _gathers(noun: Clause) -> bool:
    """Whether those who take part in what a noun tells met there; not «حضر الاجتماع …», «شارك في مكالمة …»."""
    return noun.relation is not Relation.OBJECT and any(f.row.kind == "meeting" for f in noun.frames)


def in_company(scene: Scene, k: int) -> list[Actor]:
    """Who takes part in what is told at unit k, where it names no party: «محادثات بمشاركة وفود من روسيا وتركيا»."""
    row = scene.row
    for j in range(k + 1, min(len(row) - 1, k + _REACH)):
        if row[j].word(W.COMPANY) and row[j + 1].phrase is not None:
            end = next((i for i in range(j + 2, len(row)) if row[i].phrase is None or not row[i].joined), len(row))
            return actors_of(row[j + 1 : end], states=True)
        if row[j].phrase is None and (row[j].word(W.JOIN) or row[j].word(W.RELATIVE) or row[j].verbs):
            return []
    return []


def _attended(scene: Scene, draft: Draft, cast: Cast, attending: Sequence[Actor]) -> bool:
    """«القمة التي حضرها فلان وفلان»: those of several sides met; «حضر الاستقبال …»: who was there, not who met."""
    noun = scene.clause(cast.clause.describes)
    summit = noun is not None and any(f.row.heads for f in noun.frames)
    return summit and len({a.side for a in attending if a.side}) > 1 and emit(scene, draft, attending, [])


def _arguments_below(scene: Scene, clause: Clause) -> list[Argument]:
    """The arguments of a predicate and of the nouns that hang on it: «في اجتماع الجامعة»."""
    below = [h for h in scene.clauses if clause.index in (h.parent, h.carrier)]
    return [*clause.arguments, *(g for h in below or _below(scene, clause) for g in h.arguments)]


def _below(scene: Scene, clause: Clause) -> list[Clause]:
    """The encounters that hang on who attends, or stand right behind the noun of attending: «مشاركته في قمة …»."""
    nouns = [h for h in scene.clauses if h.form == "noun" and h.frames]
    under = [h for h in nouns if h.parent == clause.index]
    if under or clause.form != "masdar" or not _of_somebody(scene, clause):
        return under
    return [h for h in nouns if h.index == clause.index + 1 and h.parent == clause.parent]


def _of_somebody(scene: Scene, clause: Clause) -> bool:
    """Whether a noun of attending has an owner, or is what a journey is for; not «استبعاده من المشاركة في …»."""
    before = scene.clauses[clause.index - 1] if clause.index else None
    errand = before is not None and any(f.row.kind == "visit" for f in before.frames)
    unit = scene.row[clause.at]
    return errand or not (unit.marker or unit.form.startswith((*DEFINITE, Marker.FOR)))
