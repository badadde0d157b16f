"""Tours: whose they are, and the places at which they stop."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.markers import Marker
from isnad.clauses import Clause, Unit
from isnad.contacts.cast import Cast
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import visit
from isnad.model.phrase import Actor

# «دكار، أولى محطاته», «القاهرة هي المحطة»: so many words stand between the place and what it is
_NEAR = 3
# behind the noun of a stop so many predicates on is the tour's
_TOUR_REACH = 2


def touring(scene: Scene, clause: Clause) -> Clause | None:
    """The tour told before, of which a clause is a leg: «جولة …، تشمل مصر والأردن»."""
    return next((c for c in reversed(scene.clauses[: clause.index]) if _tours(c)), None)


def on_tour(scene: Scene, clause: Clause, doers: Sequence[Actor]) -> Sequence[Actor]:
    """«جولة …، شملت مصر والأردن», «شملت جولة الوزير …»: whose the tour is by its own words, else who acts."""
    around = (*scene.clauses[clause.index + 1 : clause.index + 2], *reversed(scene.clauses[: clause.index]))
    tour = next((c for c in around if _tours(c)), None)
    if tour is None:
        return doers
    named = any(g.marker == Marker.GENITIVE for g in tour.arguments)
    return tour.possessors if named or not doers else doers


def legs(scene: Scene, draft: Draft, cast: Cast, visitors: Sequence[Actor], places: Sequence[Unit]) -> bool:
    """File the visits of a journey, those that come after its first place as such."""
    if draft.arrival and (cast.frame.within or cast.frame.row.tours):
        # «بدأ جولة تشمل مصر والأردن»: there now, and to Jordan later
        later = msgspec.structs.replace(draft, arrival=False, light=None, tense="future")
        begun = visit(scene, draft, visitors, places[:1])
        return visit(scene, later, visitors, places[1:]) or begun
    onward = _onward(scene, cast, places)
    if not onward:
        return visit(scene, draft, visitors, places)
    above = scene.clause(cast.clause.parent)
    way = msgspec.structs.replace(draft, tense=above.tense if above is not None else "")
    stayed = visit(scene, draft, visitors, [u for u in places if u not in onward])
    return visit(scene, way, visitors, onward) or stayed


def _onward(scene: Scene, cast: Cast, places: Sequence[Unit]) -> list[Unit]:
    """«سيتوجه بعد زيارته لجوبا إلى نيروبي»: the goal of the way, behind that of the stay."""
    above = scene.clause(cast.clause.parent)
    if above is None or not above.finite or not any(f.row.kind == "visit" for f in above.frames):
        return []
    marked = {u.first: g.marker for g in cast.groups for u in g.units}
    if not places or marked.get(places[0].first) != Marker.FOR:
        return []
    return [u for u in places if marked.get(u.first) == Marker.TO]


def stop(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """«القاهرة هي المحطة الأخيرة في جولته», «كانت محطته الأولى في القاهرة»: where a tour stops was visited on it."""
    clause = cast.clause
    before = _place_before(scene, clause)
    places = [before] if before is not None else cast.places()[:1]
    behind = scene.clauses[clause.index + 1 : clause.index + 1 + _TOUR_REACH]
    # «محطته الأخيرة»: of the tour told before it
    around = (*behind, *(reversed(scene.clauses[: clause.index]) if clause.pronoun else ()))
    tour = next((c for c in around if _tours(c)), None)
    if tour is not None and tour.at > clause.at:
        # «آخر محطات جولته»: what the words say of the tour
        draft = msgspec.structs.replace(draft, trigger=tour.at)
    own = cast.playing("visitor", Marker.GENITIVE, Marker.FOR)
    return visit(scene, draft, own or (tour.possessors if tour is not None else clause.possessors), places)


def _place_before(scene: Scene, clause: Clause) -> Unit | None:
    for unit in reversed(scene.row[max(0, clause.at - _NEAR) : clause.at]):
        if unit.phrase is not None:
            return unit if unit.is_place else None
    return None


def _tours(clause: Clause) -> bool:
    """Whether a noun tells a tour or visit."""
    return clause.form == "noun" and any(f.row.kind == "visit" and not f.row.halt for f in clause.frames)
