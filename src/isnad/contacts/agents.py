"""Whose encounter a noun tells: of the verb that carries it or stands above it, or the two of «لقائهما»."""

from collections.abc import Sequence

from isnad.arabic.clitics import HERS, HIS, THEIRS
from isnad.arabic.markers import Marker
from isnad.arabic.paradigms import FIRST_PERSON
from isnad.clauses import Clause, Relation, Unit
from isnad.clauses.people import actors_of
from isnad.contacts.cast import Cast, sides_of
from isnad.contacts.cues import agreed, tried
from isnad.contacts.draft import Scene
from isnad.lexicon.words import WordClass as W
from isnad.model.phrase import Actor

_COMPLEMENTS = frozenset({Marker.ON, Marker.TO, Marker.FROM, Marker.ABOUT})
_PERSONS = frozenset({"person", "office", "counterpart"})
_HIM = frozenset({HIS, HERS, FIRST_PERSON})


def agents_of(scene: Scene, cast: Cast) -> Sequence[Actor]:
    """Whose encounter it is, by the verb that carries it or stands above it."""
    clause = cast.clause
    if clause.pronoun and clause.pronoun not in _HIM:
        return both_of(scene, clause.at, several=clause.pronoun == THEIRS[1])
    carrier = cast.carrier
    verbs = [*([carrier] if carrier is not None else []), *(scene.clauses[i] for i in clause.described_by)]
    if any(v.pronoun == THEIRS[0] and scene.row[v.at].word(W.GATHERS) for v in verbs):
        # «الاجتماع الذي جمعهما»
        return both_of(scene, clause.at)
    gathering = [v for v in verbs if scene.row[v.at].word(W.GATHERS)]
    if gathering:
        return [a for v in gathering if v.subject is not None for a in scene.actors(v.subject)]
    return _above(scene, clause) if carrier is None else _carried(scene, clause, carrier)


def _carried(scene: Scene, clause: Clause, carrier: Clause) -> Sequence[Actor]:
    """Who does what a verb carries."""
    if carrier.lends == "none" and carrier.pronoun in _HIM:
        # «لقاء جمعه بنظيره»
        return carrier.doers
    if carrier.lends in ("none", "host") or _wished(scene, carrier):
        return []
    # «هو ونظيره … قبل أن يعقدا اجتماعا»
    two = carrier.number == "two" and not clause.definite
    return carrier.doers or (both_of(scene, carrier.at) if two else [])


def _above(scene: Scene, clause: Clause) -> Sequence[Actor]:
    """Whose a noun is that no verb carries: of the verb above it."""
    above = scene.clause(clause.parent)
    if clause.relation is Relation.OBJECT and above is not None and any(f.row.discusses for f in above.frames):
        # «تناول الوزيران القمة التي …»: what they spoke of
        return []
    aside = any(u.word(W.EVENT) for u in scene.row[max(0, clause.at - 1) : clause.at])
    complement = clause.relation is Relation.ADJUNCT and clause.linker in _COMPLEMENTS and not aside
    if complement and not clause.pronoun and not agreed(scene.row, clause.at) and not tried(scene.row, clause.at):
        # «منفتحون على حوار مع …», «الإعلان عن قمة»: spoken of
        return []
    if clause.pronoun or clause.relation in (Relation.PURPOSE, Relation.ADJUNCT, Relation.OBJECT, Relation.CONTENT):
        return clause.owners
    return []


def _wished(scene: Scene, carrier: Clause) -> bool:
    """«عبر عن دعمه للخطة لإجراء محادثات مع …»: an aim of something else; «أكد استعداده لإجراء …» is his."""
    above = scene.clause(carrier.parent)
    if carrier.form != "masdar" or carrier.relation is not Relation.PURPOSE or above is None or above.form != "saying":
        return False
    near = scene.row[max(0, carrier.at - 3) : carrier.at]
    return not any(u.tag("status") or u.word(W.INTENT) or u.phrase or u.first in scene.timed for u in near)


def both_of(scene: Scene, k: int, several: bool = False) -> list[Actor]:
    """The persons of «لقائهما»: the nearest group before the noun of two sides, else the pair told last.

    `several`: those of «اجتماعهم», who are not two: a group, or people told in the plural, else nobody.
    """
    row = scene.row
    groups = [g for h in scene.clauses if h.at < k for g in [h.subject, h.fronted, *h.arguments] if g and g.at < k]
    for group in sorted(groups, key=lambda g: -g.at):
        found = actors_of(group.units) or actors_of(group.units, states=group.marker == Marker.SUBJECT)
        if len(sides_of(found)) > 1 or (several and _plural(group.units[-1])):
            return found
        if group.units[0].joined and group.at and row[group.at - 1].ordinary:
            # «أعلنت أن زعيمها والرئيس تعهدا خلال قمتهما»: of somebody unknown and him
            return []
    pair = next((p for u in reversed(row[:k]) if len(sides_of(p := actors_of([u]))) > 1), None)
    if pair is not None:
        # «الاتفاق بين الرئيسين الروسي والتركي بلقائهما»
        return pair
    if several:
        return []
    people = actors_of([u for u in row[:k] if u.phrase is not None and u.phrase.kind in _PERSONS])
    other = next((a for a in people[1:] if a.side and a.side != people[0].side), None)
    return [people[0], other] if other is not None and people[0].side else list(scene.discourse.pair)


def _plural(unit: Unit) -> bool:
    """Whether a mention is of people in the plural: «وزراء خارجية دول الخليج»."""
    return unit.phrase is not None and unit.phrase.kind == "officials" and unit.phrase.number == "many"
