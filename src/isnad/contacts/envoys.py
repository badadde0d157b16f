"""Credentials and summonses: an ambassador and who receives or summons him."""

import msgspec

from isnad.clauses.people import actors_of
from isnad.contacts.cast import Cast
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit
from isnad.model.phrase import Actor

# so many units behind «أوراق اعتماد» the envoy is told
_REACH = 8
_LONGEST_NAME = 4


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
        others = [
            a for a in cast.clause.owners or _before(scene, cast.clause.at) if a.side and a.side != envoys[0].side
        ]
        draft = msgspec.structs.replace(draft, done=True)
    elif summons and cast.clause.form == "noun":
        others = [a for a in others if a.side != envoys[0].side] or ([_posted(envoys[0])] if envoys[0].posted else [])
    elif not summons and carrier is None:
        return False
    return bool(others) and emit(scene, draft, others[:1], envoys, ("host", "visitor"))


def _behind_a_name(scene: Scene, k: int) -> list[Actor]:
    """«أوراق اعتماد فلان، سفير اليابان»: the envoy told behind a name that nobody knows."""
    for j in range(k + 1, min(k + 1 + _REACH, len(scene.row))):
        unit = scene.row[j]
        if unit.predicate:
            break
        if found := [a for a in actors_of([unit]) if a.rank == "ambassador"]:
            after = scene.row[j + 1] if j + 1 < len(scene.row) else None
            if found[0].side is None and after is not None and after.is_place and after.marker and after.actor:
                # «الذي عين سفيرا لليابان»
                found = [msgspec.structs.replace(found[0], side=after.actor.side, name=_name(scene, k))]
            return found
    return []


def _name(scene: Scene, k: int) -> str | None:
    """The words of a name that nobody knows, right behind the noun."""
    words = []
    for unit in scene.row[k + 1 : k + 1 + _LONGEST_NAME]:
        if not unit.ordinary:
            break
        words.append(unit.raw)
    return " ".join(words) if len(words) > 1 else None


def _before(scene: Scene, k: int) -> list[Actor]:
    """«قررت البرازيل استدعاء السفير»: who stands right before the noun."""
    before = scene.row[k - 1 : k]
    return actors_of(before, states=True)


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
