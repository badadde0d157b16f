"""A contact as one predicate tells it, before its status and time are read and its tellings are merged."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from isnad.clauses import Argument, Clause, Discourse, Unit
from isnad.clauses.people import actors_of
from isnad.lexicon.frames import Light
from isnad.model import ContactKind
from isnad.model.phrase import Actor

Counterpart = Callable[[Actor, Actor], Actor]
Party = tuple[Actor, str]
# the parties of the encounter told last, by family; none where several are told
Remembered = dict[str, tuple[Party, ...]]
AIM = "ل"
# what a noun without its parties may mean again: «اللقاء», «الاجتماع» and «القمة» one another, «الاتصال» a call only
FAMILIES = {"meeting": "talk", "multilateral": "talk", "call": "call", "visit": "visit"}
# of these, what is still to come: whom «القمة المقررة في 12 يونيو» means
COMING = ":coming"


class Draft(msgspec.Struct, frozen=True):
    """One telling. `parties`: actors with their roles; `trigger`: a unit of the row; `light`: the verb that carries it.

    `last`: its last argument; `after`: a verb that follows them and carries it («القمة بين … ستعقد»); `host`: what its
    clause goes on with; `stay`: it tells the whole of a visit, not its way or its beginning; `ended`: the visitor has
    left; `leaving`: he is still there and about to leave; `done`, `coming`: a verb behind the noun carries it, in the
    past or present; `echo`: told again without its parties; `bearers`: who hands over a message that is another's;
    `clause`: how the clause hangs on the one above it and by what its doer is known; `amid`: the unit of the verb of
    which it is a circumstance, and its tense («سيلتقيه خلال زيارته»).
    """

    kind: ContactKind
    rule: str
    row: Sequence[Unit]
    trigger: int
    parties: tuple[Party, ...] = ()
    light: int | None = None
    place: Unit | None = None
    tense: str = ""
    arrival: bool = False
    proposed: bool = False
    last: int = 0
    host: "Draft | None" = None
    after: int | None = None
    ended: bool = False
    leaving: bool = False
    echo: bool = False
    stay: bool = False
    heads: bool = False
    aimed: bool = False
    done: bool = False
    amid: tuple[int, str] | None = None
    coming: bool = False
    bearers: tuple[Actor, ...] = ()
    clause: tuple[str, ...] = ()

    def sides(self) -> frozenset[str]:
        """The known sides of the parties."""
        return frozenset(a.side for a, _ in self.parties if a.side)


class Setting(msgspec.Struct, frozen=True):
    """What the construction room asks of the article: antecedents of «نظيره», states of groups, bodies of states."""

    counterpart: Counterpart
    homes: Mapping[str, str]
    blocs: frozenset[str]
    lights: Sequence[Light]

    def home(self, side: str) -> str:
        """The state that a group is of; a state's own code."""
        return self.homes.get(side, side)


class Scene(msgspec.Struct):
    """A sentence while its contacts are read.

    `timed`: the tokens of time expressions; `sport`: it tells of teams that play; `drafts`: what was read so far, in
    order; `by_clause`: the last draft of a clause, by the clause's index; `guests`: visits that wait for their hosts.
    """

    row: Sequence[Unit]
    clauses: Sequence[Clause]
    discourse: Discourse
    setting: Setting
    timed: frozenset[int]
    sport: bool
    drafts: list[Draft] = []
    by_clause: dict[int, Draft] = {}
    guests: list[Draft] = []

    def clause(self, index: int | None) -> Clause | None:
        """The clause of an index; None for None."""
        return self.clauses[index] if index is not None else None

    def actors(self, argument: Argument) -> list[Actor]:
        """The actors of an argument, states among them."""
        return actors_of(argument.units, states=True, pair=self.discourse.pair)
