"""The groups of a predicate's parties made into contacts: one a side, or one of all."""

from collections.abc import Sequence

import msgspec

from isnad.clauses.units import Unit
from isnad.contacts.draft import Draft, Party, Scene
from isnad.model import ContactKind
from isnad.model.phrase import Actor

_MANY_SIDES = 3
_EQUAL = ("participant", "participant")
_TRAVELLERS = frozenset({"person", "office", "officials", "counterpart"})


def settle(scene: Scene, left: Sequence[Actor], right: Sequence[Actor]) -> tuple[list[Actor], list[Actor]]:
    """Counterparts understood by whose counterparts they are, and an ambassador's host by his post."""
    counterpart = scene.setting.counterpart
    if left:
        right = [counterpart(a, left[0]) if a.phrase_kind == "counterpart" else a for a in right]
        left = [left[0], *(counterpart(a, left[0]) if a.phrase_kind == "counterpart" else a for a in left[1:])]
    return _posted(left, right), _posted(right, left)


def _posted(mine: Sequence[Actor], other: Sequence[Actor]) -> list[Actor]:
    """«استقبل الوزير سفير مصر لدى بلاده»: the one without a side is of the state that the envoy is posted to."""
    posted = next((a.posted for a in other if a.posted and a.rank == "ambassador"), None)
    if not posted or any(a.side == posted for a in other):
        return list(mine)
    return [msgspec.structs.replace(a, side=posted) if a.side is None and a.person is None else a for a in mine]


def emit(
    scene: Scene, draft: Draft, left: Sequence[Actor], right: Sequence[Actor], roles: tuple[str, str] = _EQUAL
) -> bool:
    """File the contacts of two groups: one a side of the right group, one in all where the left has several.

    Nothing is filed unless two different sides are known. Returns whether anything was.
    """
    right = [_local(scene, draft, _other(scene, a, left), left) for a in right]
    left, right = settle(scene, left, right)
    if len({a.side for a in left if a.side}) > 1 or not right:
        return _file(scene, draft, [(a, roles[0]) for a in left] + [(a, roles[1]) for a in right])
    filed = False
    for group in by_side(right):
        filed = _file(scene, draft, [(a, roles[0]) for a in left] + [(a, roles[1]) for a in group]) or filed
    return filed


def together(scene: Scene, draft: Draft, left: Sequence[Actor], right: Sequence[Actor]) -> bool:
    """File one contact of all: «اجتمع بنظيريه التركي والإيراني»."""
    left, right = settle(scene, left, right)
    return emit(scene, draft, [*left, *right], [])


def by_side(actors: Sequence[Actor]) -> list[list[Actor]]:
    """Actors grouped by side, in order of first mention."""
    groups: dict[str, list[Actor]] = {}
    for actor in actors:
        groups.setdefault(actor.side or f"?{actor.key}", []).append(actor)
    return list(groups.values())


def _other(scene: Scene, actor: Actor, left: Sequence[Actor]) -> Actor:
    """«نظيره» without a name or side: the other of the pair told before."""
    if actor.phrase_kind != "counterpart" or actor.side or actor.name or not left:
        return actor
    pair = scene.discourse.pair
    others = [a for a in pair if a.side != left[0].side]
    return others[0] if len(others) == 1 and len(pair) == 2 else actor


def _local(scene: Scene, draft: Draft, actor: Actor, left: Sequence[Actor]) -> Actor:
    """«وصل إلى لشبونة حيث يلتقي نظيره»: a counterpart of no told side is of the state visited."""
    visit = draft.host
    if actor.phrase_kind != "counterpart" or actor.side or visit is None or visit.kind != "visit":
        return actor
    host = next((a.side for a, role in visit.parties if role == "host"), None)
    return msgspec.structs.replace(actor, side=host) if host and all(a.side != host for a in left) else actor


def _file(scene: Scene, draft: Draft, parties: list[Party]) -> bool:
    kept = tuple((a, r) for a, r in parties if a.side)
    known = {a.side for a, _ in kept}
    if len(known) < 2:
        return False
    scene.drafts.append(msgspec.structs.replace(draft, parties=kept, kind=_kind(scene, draft, kept, known)))
    return True


def _kind(scene: Scene, draft: Draft, parties: tuple[Party, ...], known: set[str | None]) -> ContactKind:
    """Three sides or more, or a body of states, make a meeting multilateral."""
    if draft.kind not in ("meeting", "contact"):
        return draft.kind
    blocs = scene.setting.blocs
    bloc = any(
        a.phrase_kind in ("officials", "counterpart") and a.rank != "officials" and a.side in blocs for a, _ in parties
    )
    # «القمة الأمريكية الخليجية»: a summit with a body of states
    if len(known) >= _MANY_SIDES or bloc or (draft.heads and known & blocs):
        return "multilateral"
    return draft.kind


def travellers(actors: Sequence[Actor]) -> list[Actor]:
    """The people of known sides among some actors."""
    # «زيارة الإثيوبيين»: anybody's
    people = [a for a in actors if a.phrase_kind in _TRAVELLERS and a.rank != "institution" and a.strength != "people"]
    return [a for a in people if a.side]


def _parties(guests: Sequence[Actor]) -> list[list[Actor]]:
    """The travellers of each visit, one a side: «وصل الوزيران الألماني والفرنسي»; one told farther off is none."""
    sides, end = [guests[0].side], guests[0].last
    for guest in guests[1:]:
        if guest.first > end + 1:
            break
        sides, end = [*sides, guest.side], guest.last
    return [[g for g in guests if g.side == side] for side in dict.fromkeys(sides)]


def visit(scene: Scene, draft: Draft, visitors: Sequence[Actor], places: Sequence[Unit]) -> bool:
    """File one visit a state among the places, for visitors who are people of another side."""
    # «غادر وفد المنتخب إلى …»
    people = [a for a in travellers(visitors) if not (scene.sport and a.phrase_kind == "officials")]
    done: set[str] = set()
    filed = False
    for place in places:
        host = place.actor
        if host is None or host.side is None or host.side in done:
            continue
        guests = [a for a in people if a.side and a.side != host.side and scene.setting.home(a.side) != host.side]
        if not guests:
            continue
        done.add(host.side)
        copy = msgspec.structs.replace(draft, kind="visit", place=place)
        for party in _parties(guests):
            filed = emit(scene, copy, party, [host], ("visitor", "host")) or filed
    return filed
