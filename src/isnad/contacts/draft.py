"""A contact as one trigger tells it, before its status and time are read and its tellings are merged."""

from collections.abc import Callable, Sequence

import msgspec

from isnad.contacts.clause import Chunk, marker_of
from isnad.model import ContactKind
from isnad.model.phrase import Actor

Counterpart = Callable[[Actor, Actor], Actor]
_PERSONAL = frozenset({"person", "office", "officials", "institution", "organisation", "group", "counterpart"})
_MANY_SIDES = 3
SUMMIT = "meeting.qimma"
WHERE = "حيث"
AIM = "ل"
# what a noun without its parties may mean again: «اللقاء», «الاجتماع» and «القمة» one another, «الاتصال» a call only
FAMILIES = {"meeting": "talk", "multilateral": "talk", "call": "call", "visit": "visit"}
# of these, what is still to come: whom «القمة المقررة في 12 يونيو» means
COMING = ":coming"
_START = 3


class Draft(msgspec.Struct):
    """One telling. `parties`: actors with their roles; `trigger`: a chunk of the row; `light`: its verb.

    `last`: its last argument; `after`: a verb that follows them and carries it («القمة بين … ستعقد»); `host`: what its
    clause goes on with; `stay`: it tells the whole of a visit, not its way or its beginning;
    `bearers`: who hands over a message that is another's.
    """

    kind: ContactKind
    rule: str
    parties: list[tuple[Actor, str]]
    row: list[Chunk]
    trigger: int
    light: int | None = None
    place: Chunk | None = None
    tense: str = ""
    arrival: bool = False
    proposed: bool = False
    last: int = 0
    host: "Draft | None" = None
    after: int | None = None
    ended: bool = False
    echo: bool = False
    stay: bool = False
    bearers: tuple[Actor, ...] = ()

    def sides(self) -> frozenset[str]:
        """The known sides of the parties."""
        return frozenset(a.side for a, _ in self.parties if a.side)


class Scene(msgspec.Struct):
    """A sentence to be read: its row of chunks and what earlier text left in mind.

    `told`: the parties of the contact told last, by family («talk», «call», «visit»). `timed`: tokens of
    time expressions.
    """

    row: list[Chunk]
    counterpart: Counterpart
    subject: Actor | None
    title: bool
    drafts: list[Draft]
    homes: dict[str, str]
    spelt: Callable[[Chunk], bool]
    blocs: frozenset[str]
    pair: list[Actor] = []
    group: list[Actor] = []
    here: bool = False
    told: dict[str, list[tuple[Actor, str]]] = {}
    timed: frozenset[int] = frozenset()

    def home(self, side: str) -> str:
        """The state that a group is of; a state's own code."""
        return self.homes.get(side, side)

    def silent(self, k: int) -> bool:
        """Whether the sentence opens with a verb and names nobody before chunk k: it goes on about somebody."""
        opening = self.row[0].phrase is None and (self.row[0].tag("verb") or self.row[0].tag("light"))
        return bool(opening) and not any(
            c.phrase is not None and c.phrase.kind in ("person", "office") for c in self.row[:k]
        )

    def after_where(self, k: int) -> bool:
        """Whether the clause of chunk k shares the time and place of what it follows: «حيث …», «زيارة يلتقي فيها …»."""
        if any(chunk.form == WHERE for chunk in self.row[max(0, k - 3) : k]):
            return True
        return bool(self.drafts) and any(c.phrase is None and c.word("in_it") for c in self.row[k + 1 : k + 3])

    def aim_of_stay(self, k: int) -> bool:
        """Whether chunk k is what a visit was for: «زار برلين الخميس للقاء نظيره», not «وصل إلى برلين للقاء نظيره»."""
        before = self.drafts[-1] if self.drafts else None
        if before is None or not before.stay or before.arrival or before.trigger >= k:
            return False
        hosts = {a.side for a, role in before.parties if role == "host"}
        for j, chunk in enumerate(self.row[before.trigger + 1 : k]):
            if chunk.is_place and chunk.actor is not None and chunk.actor.side not in hosts:
                # «ينهي زيارته إلى الرياض ويتجه إلى أنقرة للقاء …»
                return False
            # «زيارة يقوم بها …» carries the visit itself
            verb = chunk.tag("verb") or (chunk.tag("light") and j)
            if chunk.phrase is None and (verb or chunk.word("joins")):
                return False
        return marker_of(self.row[k].clitic)[1] == AIM

    def _unknown(self, k: int) -> bool:
        """«وكان السائق قد وصل»: the verb at k has a subject of whom nothing is known."""
        if k < _START or not self.row[k - 1].word("particles") or self.row[k - 1].phrase is not None:
            return False
        subject = self.row[k - 2]
        nobody = subject.phrase is None and not subject.tag("word") and subject.first not in self.timed
        return nobody and self.row[k - 3].word("clause_starts")

    def spoken_of(self, k: int, female: bool | None = None) -> list[Actor]:
        """Whom a verb at k without a subject speaks of: one told in this sentence, or, at its start, before it."""
        if self.after_where(k) and self.drafts and self.drafts[-1].kind == "visit":
            # «زيارة فلان إلى دمشق حيث يعقد …»: the visitor
            return [a for a, role in self.drafts[-1].parties if role == "visitor"]
        if self.subject is None or not (self.here or k <= _START or self.silent(k)) or self._unknown(k):
            return []
        if female is not None and not agrees(self.subject, female):
            return []
        if female and not self.here and self.subject.phrase_kind == "person" and not self.subject.female:
            # «سافرت مرة إلى …» after a man's name: somebody else, or «I»
            return []
        # a delegation's heads stand for it
        led = self.subject.members if self.subject.phrase_kind == "officials" else ()
        return self.group if any(actor in self.group for actor in (self.subject, *led)) else [self.subject]


def agrees(actor: Actor, female: bool) -> bool:
    """Whether a singular verb's gender can be that of this actor; what is not known agrees."""
    if actor.phrase_kind in ("office", "officials") or (actor.phrase_kind == "person" and actor.rank):
        return actor.female == female if not female else actor.female
    return True


def nation(side: str | None, first: int, last: int) -> Actor:
    """A side told by tokens [first, last) without a person."""
    return Actor(
        key=f"state:{side}",
        kind="state",
        name=None,
        name_en=None,
        office=None,
        rank="",
        side=side,
        person=None,
        basis="stated",
        female=False,
        first=first,
        last=last,
        phrase_kind="state",
    )


def state_of(actor: Actor) -> Actor:
    """The side that an actor stands for, without a person."""
    return nation(actor.side, actor.first, actor.last)


def actors_of(chunks: Sequence[Chunk], states: bool = False, pair: Sequence[Actor] = ()) -> list[Actor]:
    """The actors of some chunks, lists spread out; bare states only where asked for; «الجانبان» stands for `pair`."""
    out: list[Actor] = []
    for chunk in chunks:
        if _anybody(chunk):
            continue
        if chunk.phrase is not None and chunk.phrase.kind == "set" and not chunk.phrase.members and pair:
            out += [state_of(a) for a in pair] if chunk.phrase.number == "states" else pair
            continue
        actor = chunk.actor
        if actor is None:
            continue
        if (
            chunk.phrase is not None
            and chunk.phrase.kind in ("set", "counterpart", "officials")
            and actor.members
            and (chunk.phrase.kind != "officials" or len(actor.members) > 1)
        ):
            out += actor.members
        elif actor.phrase_kind in _PERSONAL or (states and actor.phrase_kind == "state"):
            out.append(actor)
    return out


def _anybody(chunk: Chunk) -> bool:
    """«محادثاته مع نظرائه»: several people of whom nothing is told, and not the other of the two told before."""
    phrase = chunk.phrase
    if phrase is None or phrase.kind != "counterpart" or phrase.number != "many" or phrase.members:
        return False
    return chunk.actor is None or chunk.actor.side is None


def settle(scene: Scene, left: list[Actor], right: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """Counterparts understood by whose counterparts they are, and an ambassador's host by his post."""
    if left:
        right = [scene.counterpart(a, left[0]) if a.phrase_kind == "counterpart" else a for a in right]
        if len(left) > 1:
            left = [
                left[0],
                *(scene.counterpart(a, left[0]) if a.phrase_kind == "counterpart" else a for a in left[1:]),
            ]
    for mine, other in ((left, right), (right, left)):
        posted = next((a.posted for a in other if a.posted and a.rank == "ambassador"), None)
        if posted and all(a.side != posted for a in other):
            for actor in mine:
                if actor.side is None and actor.person is None:
                    msgspec.structs.force_setattr(actor, "side", posted)
    return left, right


def by_side(actors: list[Actor]) -> list[list[Actor]]:
    """Actors grouped by side, in order of first mention."""
    groups: dict[str, list[Actor]] = {}
    for actor in actors:
        groups.setdefault(actor.side or f"?{actor.key}", []).append(actor)
    return list(groups.values())


def emit(
    scene: Scene,
    draft: Draft,
    left: list[Actor],
    right: list[Actor],
    roles: tuple[str, str] = ("participant", "participant"),
) -> bool:
    """File the contacts of two groups: one record a side of the right group, one in all where the left has several.

    Nothing is filed unless two different sides are known. Returns whether anything was.
    """
    right = [_local(scene, draft, _other(scene, a, left), left) for a in right]
    left, right = settle(scene, left, right)
    sides = {a.side for a in left if a.side}
    filed = False
    if len(sides) > 1 or not right:
        everybody = [(a, roles[0]) for a in left] + [(a, roles[1]) for a in right]
        return _file(scene, draft, everybody)
    for group in by_side(right):
        parties = [(a, roles[0]) for a in left] + [(a, roles[1]) for a in group]
        filed = _file(scene, draft, parties) or filed
    return filed


def _other(scene: Scene, actor: Actor, left: list[Actor]) -> Actor:
    """«نظيره» without a name or side: the other of the pair told before."""
    if actor.phrase_kind != "counterpart" or actor.side or actor.name or not left:
        return actor
    others = [a for a in scene.pair if a.side != left[0].side]
    return others[0] if len(others) == 1 and len(scene.pair) == 2 else actor


def _local(scene: Scene, draft: Draft, actor: Actor, left: list[Actor]) -> Actor:
    """«وصل إلى لشبونة حيث يلتقي نظيره»: a counterpart of no told side is of the state visited."""
    visit = scene.drafts[-1] if scene.drafts and scene.after_where(draft.trigger) else None
    if actor.phrase_kind != "counterpart" or actor.side or visit is None or visit.kind != "visit":
        return actor
    host = next((a.side for a, role in visit.parties if role == "host"), None)
    return msgspec.structs.replace(actor, side=host) if host and all(a.side != host for a in left) else actor


def _file(scene: Scene, draft: Draft, parties: list[tuple[Actor, str]]) -> bool:
    known = {a.side for a, _ in parties if a.side}
    if len(known) < 2:
        return False
    kept = [(a, r) for a, r in parties if a.side]
    kind: ContactKind = draft.kind
    bloc = any(
        a.phrase_kind in ("officials", "counterpart") and a.rank != "officials" and a.side in scene.blocs
        for a, _ in kept
    )
    # «القمة الأمريكية الخليجية»: a summit with a body of states
    bloc = bloc or (draft.rule == SUMMIT and bool(known & scene.blocs))
    if kind in ("meeting", "contact") and (len(known) >= _MANY_SIDES or bloc):
        kind = "multilateral"
    verb = draft.light if draft.light is not None else draft.trigger
    host = scene.drafts[-1] if scene.drafts and (scene.after_where(verb) or scene.aim_of_stay(verb)) else None
    scene.drafts.append(msgspec.structs.replace(draft, parties=kept, kind=kind, host=host))
    return True
