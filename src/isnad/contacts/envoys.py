"""Credentials and summonses: an ambassador and who receives or summons him."""

import msgspec

from isnad.clauses.people import actors_of
from isnad.contacts.cast import Cast
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit
from isnad.model.phrase import Actor

# so many units behind «أوراق اعتماد» the envoy is told
_REACH = 8


def envoy(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """Credentials and summonses: an ambassador and who receives him."""
    told = [a for g in cast.groups for a in actors_of(g.units, states=True)]
    carrier = scene.clause(cast.clause.carrier)
    subject = carrier.doers if carrier is not None else cast.clause.doers if cast.clause.finite else ()
    everybody = [*subject, *told]
    envoys = [a for a in everybody if a.rank == "ambassador"] or _behind_a_name(scene, cast.clause.at)
    if not envoys:
        return False
    others = [a for a in everybody if a.rank != "ambassador" and a.side]
    summons = cast.acting.role == "host"
    if summons and not others and cast.clause.finite:
        # «وانتقدت إسرائيل القرار واستدعت السفير»
        others = [a for a in cast.clause.alternative if a.side]
    if summons and not others and envoys[0].posted:
        others = [_posted(envoys[0])]
    if summons and cast.frame.within:
        # «أعلنت النرويج استدعاء السفير»
        others = [a for a in cast.clause.owners if a.side and a.side != envoys[0].side]
        draft = msgspec.structs.replace(draft, done=True)
    elif summons and cast.clause.form == "noun":
        others = [a for a in others if a.side != envoys[0].side] or ([_posted(envoys[0])] if envoys[0].posted else [])
    elif not summons and carrier is None:
        return False
    return bool(others) and emit(scene, draft, others[:1], envoys, ("host", "visitor"))


def _behind_a_name(scene: Scene, k: int) -> list[Actor]:
    """«أوراق اعتماد فلان، سفير اليابان»: the envoy told behind a name that nobody knows."""
    for unit in scene.row[k + 1 : k + 1 + _REACH]:
        if unit.predicate:
            break
        if found := [a for a in actors_of([unit]) if a.rank == "ambassador"]:
            return found
    return []


def _posted(envoy: Actor) -> Actor:
    """The state that an ambassador is posted to."""
    return msgspec.structs.replace(
        envoy,
        key=f"state:{envoy.posted}",
        kind="state",
        side=envoy.posted,
        name=None,
        name_en=None,
        person=None,
        office=None,
        rank="",
        posted=None,
        phrase_kind="state",
    )
