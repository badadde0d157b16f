"""Letters, cables and calls received: who sent them and who received them."""



from isnad.arabic.markers import Marker
from isnad.clauses.people import actors_of
from isnad.contacts.cast import Cast, persons
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.emission import emit


def received(cast: Cast) -> bool:
    carrier = cast.scene.clause(cast.clause.carrier)
    return carrier is not None and carrier.light is not None and carrier.light.subject == "recipient"


def letter(scene: Scene, draft: Draft, cast: Cast) -> bool:
    """A call received, a letter, a cable: who sent it and who received it."""
    clause, carrier = cast.clause, scene.clause(cast.clause.carrier)
    subject = carrier.light.subject if carrier is not None and carrier.light is not None else ""
    above = list(carrier.doers) if carrier is not None else []
    own_sender = [a for g in clause.arguments if g.marker == Marker.FROM for a in cast.actors(g)]
    # «تسلم من المبعوث رسالة من الزعيم»: whose letter it is, not who brought it
    sender = own_sender or cast.filling(Marker.FROM) or [a for g in cast.groups if g.marker == Marker.BY for a in actors_of(g.units)]
    receiver = cast.filling(Marker.TO, Marker.FOR)
    own = cast.filling(Marker.GENITIVE)
    roles = ("initiator", "recipient")
    if subject == "recipient":
        back = ("recipient", "initiator") if draft.kind == "call" else roles
        left, right = (above, sender) if draft.kind == "call" else (sender[:1], above[:1])
        return bool(left and right) and emit(scene, draft, left, right, back)
    if receiver and cast.frame.id == "message.risala" and all(a.phrase_kind == "state" for a in receiver):
        # «رسالة قاسية إلى طهران»: a figure of speech
        return False
    if subject == "bearer" and not receiver:
        receiver = cast.filling(Marker.OBJECT)
    if carrier is None:
        above = list(clause.doers) if clause.pronoun else []
        own = own if persons(receiver) else []
    left = sender or own or above
    # one letter has all its senders
    left = left[:1] if cast.several() else left
    return bool(left and receiver) and emit(scene, draft, left, receiver[:1], roles)
