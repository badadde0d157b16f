"""Where a noun hangs: on the verb that carries it, as a circumstance, an aim, or an object."""

from isnad.arabic.markers import Marker
from isnad.clauses.clause import Relation
from isnad.clauses.heads import Head
from isnad.clauses.marks import behind_comma, circumstance
from isnad.clauses.state import State

_COMPLEMENTS = frozenset({Marker.ON, Marker.ABOUT, Marker.TO})
# «أجرى جولة من المحادثات»
_PARTITIVE = 9
_INDEFINITE = "ا"


def hang_noun(state: State, head: Head) -> None:
    """Give a noun its context, parent, relation, linker and carrier."""
    head.joined = head.unit.joined or state.joined
    _leave_ended(state, head)
    context = state.context
    top = context.top
    head.context, head.parent = context, context.verb or context.governor
    if _accusative(head):
        # «عقدت دول من المنطقة اجتماعا»: no preposition governs it
        state.linker = ""
    head.linker = head.unit.marker or state.linker
    if head.form == "masdar" and context.verb is None:
        head.fronted = context.topic
    if head.joined and top is not None and top.form == "noun" and not head.unit.marker:
        head.relation, head.carrier, head.parent, head.linker = top.relation, top.carrier, top.parent, top.linker
    elif (opener := circumstance(state, head.at)) is not None:
        head.relation, head.linker = Relation.ADJUNCT, opener.form.removeprefix(opener.clitic)
    else:
        head.relation, head.carrier = _relation(state, head, top)
    context.heads.append(head)


def _relation(state: State, head: Head, top: Head | None) -> tuple[Relation, Head | None]:
    """How a noun that no word of circumstance opens hangs, and on which carrier."""
    context = state.context
    if head.unit.marker == Marker.FOR:
        return Relation.PURPOSE, None
    if top is not None and top.form == "masdar" and top.light is None and not top.frames:
        return Relation.CARRIED, top
    if context.verb is not None and not state.skipping and _carries(state, context.verb, head):
        return Relation.CARRIED, context.verb
    if state.linker or head.unit.marker:
        return Relation.ADJUNCT, None
    return (context.kind if context.verb is None else Relation.OBJECT), None


def _accusative(head: Head) -> bool:
    """Whether a noun bears the ending of the object of a verb: «اجتماعا», «حوارا»."""
    return head.form == "noun" and not head.unit.marker and not head.definite and head.unit.form.endswith(_INDEFINITE)


def _carries(state: State, verb: Head, head: Head) -> bool:
    """Whether a verb lends this noun its subject; some carry letters only, none «بسبب لقاء»."""
    light = verb.light
    if state.linker != Marker.FROM and any(h.carrier is verb and h.form == "noun" for h in state.heads):
        # «أجرى محادثات لضمان بقاء القمة»
        return False
    if state.linker in _COMPLEMENTS or (state.linker == Marker.FROM and head.at - verb.at > _PARTITIVE):
        return False
    return light is not None and (not light.only or any(f.row.kind in light.only for f in head.frames))


def _leave_ended(state: State, head: Head) -> None:
    """Leave the clauses that have ended before a noun: «… الذي زار بغداد، ولقاءاته», «أعلن أن …، خلال لقاء مع …»."""
    context = state.context
    if context.kind is Relation.RELATIVE and _ends_relative(state, head):
        state.contexts.pop()
    governor = context.governor
    if context.kind is not Relation.CONTENT or governor is None or governor.form != "saying":
        return
    personal = governor.subject is not None or governor.fronted is not None
    if personal and len(state.contexts) > 1 and _fresh_circumstance(state, head.at):
        state.contexts.pop()


def _ends_relative(state: State, head: Head) -> bool:
    """Whether a relative clause has ended before a noun: behind a comma or «و», not behind both."""
    if state.context.verb is None:
        return state.comma and not head.joined
    return state.comma is not head.joined


def _fresh_circumstance(state: State, i: int) -> bool:
    """Whether a circumstance opens behind a comma before unit i."""
    opener = circumstance(state, i)
    return opener is not None and any(u is opener for u in state.row[1:i]) and behind_comma(state, opener, i)
