"""Visits whose own words do not tell where to: «خلال زيارته»; the hosts are those whom the visitor met there."""

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from isnad.arabic.clitics import definite
from isnad.arabic.markers import Marker
from isnad.clauses import Clause, Relation, Unit
from isnad.clauses.people import nation
from isnad.contacts.cast import Cast
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit, travellers
from isnad.contacts.merge import Telling
from isnad.contacts.narrative import may_be
from isnad.model.phrase import Actor

_MET = frozenset({"meeting", "multilateral", "contact"})
_STANDS = frozenset({"held", "ongoing", "planned"})
_WITHIN = frozenset({Marker.IN, Marker.DURING, Marker.WHILE})
_TOWARDS = frozenset({Marker.TO, Marker.FOR})
# how verbs of which nothing is known begin in the present
_VERBAL = ("ت", "ي", "س")
_FEMININE = "ه"


def guest(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """File a visit whose noun tells who came and not where to, where the clause around it does.

    «التقى نظيره في بغداد خلال زيارته»: to there. Else it waits among the scene's guests for the rest of the article.
    """
    clause = cast.clause
    if Marker.GENITIVE not in cast.frame.slots or not cast.frame.row.stay or _goes_elsewhere(scene, clause):
        return False
    own = [] if clause.pronoun else cast.playing("visitor", Marker.GENITIVE)
    if own and cast.carrier is not None and cast.carrier.at < clause.at:
        # «قام بزيارة الرئيس»: who is visited
        return False
    people = travellers(own or (clause.doers if clause.pronoun or clause.carrier is not None else ()))
    if not people:
        return False
    party = [a for a in people if a.side == people[0].side]
    met = scene.by_clause.get(clause.parent) if clause.parent is not None else None
    where = met.place.actor if met is not None and met.place is not None else None
    if met is not None and where is not None and where.side is not None and clause.linker in _WITHIN:
        with_him = clause.relation is Relation.ADJUNCT and any(a.key == party[0].key for a, _ in met.parties)
        if with_him and where.side != party[0].side:
            return emit(scene, replace(draft, place=met.place), party, [where], ("visitor", "host"))
    scene.guests.append(replace(draft, parties=tuple((a, "visitor") for a in party)))
    return False


def _goes_elsewhere(scene: Scene, clause: Clause) -> bool:
    """«زيارته لمعسكر», «زيارة الوزير المصنع»: what was visited is named, and is no state."""
    last = max(
        (scene.row.index(g.units[-1]) for g in clause.arguments if g.marker == Marker.GENITIVE), default=clause.at
    )
    for unit in scene.row[last + 1 :]:
        adjective = unit.phrase is None and (definite(unit.form) or unit.tag("status") is not None)
        if not adjective or not unit.form.endswith(_FEMININE):
            return _names_goal(unit)
    return False


def _names_goal(unit: Unit) -> bool:
    if unit.marker == Marker.FOR or unit.form in _TOWARDS or unit.is_place:
        return True
    return unit.ordinary and not unit.form.startswith(_VERBAL)


def hosted(guests: Sequence[Telling], told: Sequence[Telling], states: Collection[str]) -> list[Telling]:
    """The visits of some guests, each with the one state whose people they met there; none where that is open.

    `told`: what else the article tells; `states`: the codes of states. Where a visit of the guest is told with its
    host, a visit without one is that.
    """
    return [visit for guest in guests if (visit := _hosted(guest, told, states)) is not None]


def _hosted(guest: Telling, told: Sequence[Telling], states: Collection[str]) -> Telling | None:
    visitor = guest.parties[0][0]
    if guest.title or guest.status not in _STANDS or guest.recurring:
        return None
    if any(t.kind == "visit" and _takes_part(visitor, t) for t in told):
        return None
    sides = {side for t in told if _takes_part(visitor, t) for side in _hosts(visitor, t)} & set(states)
    if len(sides) != 1:
        return None
    side = sides.pop()
    host = (nation(side, visitor.first, visitor.last), "host")
    return replace(guest, parties=(*guest.parties, host), where=side)


def _takes_part(visitor: Actor, telling: Telling) -> bool:
    return any(may_be(visitor, party) for party, _ in telling.parties)


def _hosts(visitor: Actor, meeting: Telling) -> set[str]:
    """The side in whose country a visitor met its people; empty where that is not told."""
    others = {a.side for a, _ in meeting.parties if a.side and a.side != visitor.side}
    if meeting.kind not in _MET or meeting.status not in _STANDS or meeting.recalled:
        return set()
    if meeting.place is not None:
        return {meeting.where} if meeting.where in others and meeting.where is not None else set()
    # «استقبل الرئيس الوزير»: he came to the host
    received = any(role == "visitor" and may_be(visitor, a) for a, role in meeting.parties)
    return {a.side for a, role in meeting.parties if role == "host" and a.side in others} if received else set()
