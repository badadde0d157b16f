"""Letters, cables and calls received: who sent them and who received them."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.markers import PERSONAL, Marker
from isnad.clauses import Clause
from isnad.clauses.people import actors_of, state_of
from isnad.contacts.cast import Cast, persons, sides_of
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit
from isnad.lexicon.words import WordClass as W
from isnad.model.phrase import Actor

_ROLES = ("initiator", "recipient")
_TOWARD = frozenset({Marker.TO, Marker.FOR})
# so many units behind its verb the pronoun of the one who receives a letter stands
_NEAR = 3


def received(cast: Cast) -> bool:
    """Whether the verb that carries the noun makes its subject the recipient: «تلقى اتصالا»."""
    return cast.carrier is not None and cast.carrier.lends == "recipient"


def letter(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """A call received, a letter, a cable: who sent it and who received it."""
    clause, carrier = cast.clause, cast.carrier
    above: Sequence[Actor] = carrier.doers if carrier is not None else ()
    if carrier is not None and carrier.lends == "mutual":
        # «تبادل الرئيسان رسائل التهنئة»
        return len(sides_of(above)) > 1 and emit(scene, draft, above, [])
    sender, receiver, own = _senders(cast), cast.filling(Marker.TO, Marker.FOR), cast.filling(Marker.GENITIVE)
    if received(cast):
        if draft.kind == "call":
            return bool(above and sender) and emit(scene, draft, above, sender, ("recipient", "initiator"))
        return bool(above and sender) and emit(scene, draft, sender[:1], above[:1], _ROLES)
    if receiver and cast.frame.id == "message.risala" and all(a.phrase_kind == "state" for a in receiver):
        # «رسالة قاسية إلى طهران»: a figure of speech
        return False
    if scene.row[clause.at - 1].word(W.BEARING):
        return _borne(scene, draft, cast, sender or own, receiver)
    if carrier is not None and carrier.lends == "bearer" and not receiver:
        whose = sender or own
        # «السفير الذي سلمه رسالة من رئيسه»: not to himself
        told = [a for a in cast.filling(Marker.OBJECT) if not whose or a.side != whose[0].side]
        receiver = told or _spoken_of(scene, carrier, whose)
    if carrier is None:
        above = clause.doers if clause.pronoun else ()
        own = own if persons(receiver) else []
    left: Sequence[Actor] = sender or own or above
    # one letter has all its senders
    left = left[:1] if cast.several() else left
    return bool(left and receiver) and emit(scene, draft, left, receiver[:1], _ROLES)


def _senders(cast: Cast) -> list[Actor]:
    """«تسلم من المبعوث رسالة من الزعيم»: whose letter it is, before who brought it, before an agent."""
    own = [a for g in cast.clause.arguments if g.marker == Marker.FROM for a in cast.actors(g)]
    return own or cast.filling(Marker.FROM) or cast.agent()


def _borne(scene: Scene, draft: Draft, cast: Cast, sender: list[Actor], receiver: list[Actor]) -> bool:
    """«وصل الوزير حاملا رسالة إلى …»: of his state where nobody else sends it, of him who sent the bearer."""
    verb = scene.clause(cast.clause.parent)
    if verb is None or not receiver:
        return False
    sent = any(s.role == "none" for f in verb.frames for s in f.slots.get(Marker.SUBJECT, ()))
    left = sender or (list(verb.doers) if sent else [state_of(a) for a in verb.doers[:1]])
    tense = "past" if verb.tense == "past" else "future"
    bearers = (
        [a for g in verb.arguments if g.marker == Marker.OBJECT for a in actors_of(g.units)] if sent else verb.doers
    )
    draft = msgspec.structs.replace(draft, tense=tense, aimed=False, bearers=tuple(bearers[:1]))
    return bool(left) and emit(scene, draft, left[:1], receiver[:1], _ROLES)


def _spoken_of(scene: Scene, carrier: Clause, sender: list[Actor]) -> list[Actor]:
    """«استقبل الأمير السفير الذي سلمه رسالة من رئيسه»: whom the pronoun means, he of another side than the sender."""
    behind = scene.row[carrier.at + 1 : carrier.at + 1 + _NEAR]
    if not sender or not (carrier.pronoun or any(PERSONAL.get(u.form) in _TOWARD for u in behind)):
        return []
    above = scene.clause(carrier.governor if carrier.governor is not None else carrier.parent)
    told = [*above.doers, *(a for g in above.arguments for a in actors_of(g.units))] if above is not None else []
    candidates = told or list(carrier.in_mind)
    others = [a for a in candidates if a.side and a.side != sender[0].side and a.phrase_kind in ("person", "office")]
    return others[:1]
