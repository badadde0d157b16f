"""Who plays which role of a construction: the arguments of a predicate put into its slots."""

from collections.abc import Collection, Iterable, Sequence

from isnad.arabic.markers import Marker
from isnad.arabic.paradigms import noun_forms
from isnad.clauses import Argument, Clause, Unit
from isnad.clauses.people import actors_of
from isnad.contacts.draft import Scene
from isnad.lexicon.constructions import Filler, Frame, Slot
from isnad.model.phrase import Actor

_NEAR = 3
# behind these stands where something is, not where it leads
_INSIDE = frozenset({Marker.IN})
_PERSONS = frozenset({"person", "office", "counterpart"})


class Cast:
    """The arguments of one predicate under one frame.

    `carrier`: the verb that carries it; `groups`: its arguments and those of that verb; `acting`: its subject's slot.
    """

    def __init__(self, scene: Scene, clause: Clause, frame: Frame) -> None:
        self.scene, self.clause, self.frame = scene, clause, frame
        self.carrier = scene.clause(clause.carrier)
        self.groups = arguments(scene, clause)
        self.acting = frame.slots.get(Marker.SUBJECT, (Slot("participant", "person"),))[0]

    def filling(self, *markers: str) -> list[Actor]:
        """The actors that fill the slots of these markers, in order of the text."""
        out: list[Actor] = []
        for group in self.groups:
            if group.marker in markers:
                out += self.actors(group)
        return out

    def actors(self, group: Argument) -> list[Actor]:
        """The actors of a group that its slot admits."""
        for slot in self.frame.slots.get(group.marker, ()):
            if slot.takes != "place" and (found := admitted(group.units, slot.takes, self.scene.discourse.pair)):
                return found
        return []

    def playing(self, role: str, *markers: str) -> list[Actor]:
        """The actors in a role, under these markers where any are given; places are none."""
        out: list[Actor] = []
        for group in self.groups:
            if markers and group.marker not in markers:
                continue
            for slot in self.frame.slots.get(group.marker, ()):
                if slot.role == role and slot.takes != "place":
                    out += admitted(group.units, slot.takes, self.scene.discourse.pair)
                    break
        return out

    def places(self) -> list[Unit]:
        """The places that a journey leads to, those that stand together; where it is only where none is told."""
        return self._places(_INSIDE, of=False) or self._places(_INSIDE, of=True)

    def _places(self, markers: Collection[str], of: bool) -> list[Unit]:
        """The places under these markers, or under the others."""
        out: list[Unit] = []
        for group in self.groups:
            slots = self.frame.slots.get(group.marker, ())
            if (group.marker in markers) is not of or not any(slot.takes == "place" for slot in slots):
                continue
            # «زيارته للبيت الأبيض», but «منذ وصوله إلى البيت الأبيض» is of who rules there
            seats = self.frame.row.stay
            found = [u for u in group.units if u.is_place and u.phrase and (seats or u.phrase.strength != "seat")]
            if out and found and found[0].first - out[-1].last > _NEAR:
                break
            out += found
        return out

    def agent(self) -> list[Actor]:
        """Who is told behind «من قبل»."""
        return [a for g in self.groups if g.marker == Marker.BY for a in actors_of(g.units)]

    def several(self) -> bool:
        """Whether the noun is of several encounters: «قمم», «الاجتماعات»."""
        forms = {f.form for word in self.frame.row.several for f in noun_forms(word)}
        return any(hit.form.form in forms for hit in self.scene.row[self.clause.at].nouns)

    def counterparts(self) -> bool:
        """Whether a plural counterpart is told: «اجتمع بنظيريه», all at one table."""
        phrases = [u.phrase for g in self.groups for u in g.units]
        return any(p is not None and p.kind == "counterpart" and p.number != "one" for p in phrases)

    def agents(self, actors: Iterable[Actor]) -> list[Actor]:
        """Those of some actors that may be the frame's subject."""
        if self.acting.takes == "human":
            return [a for a in actors if a.phrase_kind in _PERSONS]
        states = self.acting.takes == "side"
        return [a for a in actors if a.phrase_kind != "state" or states]

    def roles(self) -> tuple[str, str]:
        """The roles of the two hands: told apart only where the marker of the other party tells them apart."""
        role = self.acting.role
        for group in self.groups:
            if group.marker in self.partner_markers() and self.actors(group):
                other = next(s.role for s in self.frame.slots[group.marker] if s.takes != "place")
                return (other, other) if other == "participant" else (role, other)
        others = [s.role for m, o in self.frame.slots.items() for s in o if m != Marker.SUBJECT and s.role != role]
        return role, others[0] if others and role != "participant" else role

    def partner_markers(self) -> tuple[str, ...]:
        """The markers behind which the other party stands."""
        return tuple(
            m for m in self.frame.slots if m not in (Marker.SUBJECT, Marker.GENITIVE, Marker.BY, Marker.BETWEEN)
        )


def arguments(scene: Scene, clause: Clause) -> list[Argument]:
    """A predicate's own arguments, and those told with the verb that carries it, in order of the text."""
    groups = list(clause.arguments)
    carrier = scene.clause(clause.carrier)
    if carrier is not None and carrier.form != "noun":
        groups += carrier.arguments
    for index in clause.described_by:
        groups += scene.clauses[index].arguments
    return sorted(groups, key=lambda g: g.at)


def admitted(units: Sequence[Unit], takes: Filler, pair: Sequence[Actor]) -> list[Actor]:
    """The actors of some mentions that a slot admits."""
    if takes == "side":
        return actors_of(units, states=True, pair=pair)
    found = actors_of(units, pair=pair)
    if takes == "envoy":
        return [a for a in found if a.rank == "ambassador"]
    if takes == "human":
        return [a for a in found if a.phrase_kind in _PERSONS]
    if takes == "body":
        return [a for a in found if a.phrase_kind == "organisation"]
    return found


def persons(actors: Iterable[Actor]) -> bool:
    """Whether all are people, not bodies or states."""
    return all(a.phrase_kind in _PERSONS for a in actors)


def sides_of(actors: Iterable[Actor]) -> set[str]:
    """The known sides of some actors."""
    return {a.side for a in actors if a.side}
