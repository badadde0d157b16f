"""Letters, cables and calls received: who sent them and who received them."""

from collections.abc import Sequence

from isnad.arabic.markers import Marker
from isnad.contacts.cast import Cast, persons
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit
from isnad.model.phrase import Actor

_ROLES = ("initiator", "recipient")


def received(cast: Cast) -> bool:
    """Whether the verb that carries the noun makes its subject the recipient: «تلقى اتصالا»."""
    return cast.carrier is not None and cast.carrier.lends == "recipient"


def letter(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """A call received, a letter, a cable: who sent it and who received it."""
    clause, carrier = cast.clause, cast.carrier
    above: Sequence[Actor] = carrier.doers if carrier is not None else ()
    sender, receiver, own = _senders(cast), cast.filling(Marker.TO, Marker.FOR), cast.filling(Marker.GENITIVE)
    if received(cast):
        if draft.kind == "call":
            return bool(above and sender) and emit(scene, draft, above, sender, ("recipient", "initiator"))
        return bool(above and sender) and emit(scene, draft, sender[:1], above[:1], _ROLES)
    if receiver and cast.frame.id == "message.risala" and all(a.phrase_kind == "state" for a in receiver):
        # «رسالة قاسية إلى طهران»: a figure of speech
        return False
    if carrier is not None and carrier.lends == "bearer" and not receiver:
        receiver = cast.filling(Marker.OBJECT)
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
