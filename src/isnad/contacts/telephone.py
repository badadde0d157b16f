"""A call that words are spoken in: «أعرب لنظيره في اتصال هاتفي عن أسفه», «في مكالمة هاتفية، حث فلان فلانا على …»."""

import msgspec

from isnad.arabic.markers import Marker
from isnad.clauses import Clause, Relation
from isnad.clauses.people import actors_of
from isnad.contacts.cast import Cast, persons
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit
from isnad.model.phrase import Actor

_IN = frozenset({Marker.IN, Marker.DURING, Marker.WHILE, Marker.AT, Marker.THROUGH})
_SPOKEN_TO = frozenset({Marker.OBJECT, Marker.FOR, Marker.WITH})
_LEADING = frozenset({Relation.MAIN, Relation.COORDINATE})


def spoken(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """File the call of the speaker and the one spoken to, where the noun has no party of its own."""
    clause = cast.clause
    if draft.kind != "call" or clause.definite or clause.pronoun or clause.linker not in _IN:
        return False
    # «في اتصال هاتفي من أثينا»: where he was
    if any(scene.actors(g) for g in cast.groups if not (g.places and g.marker == Marker.FROM)):
        return False
    verb = _spoken_in(scene, clause)
    if verb is None or not persons(verb.doers):
        return False
    draft = msgspec.structs.replace(draft, tense=verb.tense)
    return bool(verb.doers) and emit(scene, draft, verb.doers, spoken_to(verb))


def spoken_to(verb: Clause) -> list[Actor]:
    """The people whom a verb's words are for: «قال لفلان», «حث فلانا», «اتفق مع فلان»."""
    found = [a for g in verb.arguments if g.marker in _SPOKEN_TO for a in actors_of(g.units)]
    return found if persons(found) else []


def _spoken_in(scene: Scene, call: Clause) -> Clause | None:
    """The verb of saying that is spoken in the call: above it, or behind it where the call opens the sentence."""
    above = scene.clause(call.parent)
    if above is None:
        above = next((c for c in scene.clauses if c.finite and c.at > call.at and c.relation in _LEADING), None)
    return above if above is not None and above.form == "saying" else None
