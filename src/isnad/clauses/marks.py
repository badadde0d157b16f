"""Commas, colons and quotations: where a stretch of a sentence ends or opens."""

from isnad.arabic.markers import Marker
from isnad.clauses.clause import Relation
from isnad.clauses.heads import Context
from isnad.clauses.state import State
from isnad.clauses.units import COMMAS, QUOTES, Unit, not_yet
from isnad.lexicon.words import W

_SEMICOLONS, _COLON, _BRACKETS = frozenset("؛;"), ":", frozenset("()")
# a quotation of so many units is speech, not a word in marks; so far ahead its end is looked for
_SCARE_QUOTE, _LONGEST_QUOTE = 5, 80
# so many units before its noun a circumstance opens
_OPENER_REACH = 4


def take_comma(state: State, unit: Unit) -> None:
    """End what a comma, semicolon or colon ends."""
    state.pending, state.skipping, state.comma, state.linker = Marker.BARE, False, True, ""
    context = state.context
    if unit.form in _SEMICOLONS:
        del state.contexts[1:]
        state.context.heads, state.context.topic = [], None
        return
    if unit.form == _COLON and context.verb is None:
        if context.topic is not None:
            # «ترامب: القمة مع …»
            state.open(Context(Relation.CONTENT))
            state.group = None
            return
        # «قمة السبع: ترامب يستخف بالأوروبيين»
        context.heads = []
    for around in state.contexts:
        around.comma = True
    for head in context.heads:
        head.closed = head.closed or (not head.finite and head.relation is Relation.ADJUNCT)


def take_quote(state: State, i: int) -> None:
    """Open or close a quotation: one of some length behind a verb of saying is a clause of its own."""
    if state.marked < i:
        state.marked = _end(state, i)
    if state.quotation_end == i:
        state.quotation_end = -1
        if state.quotation is not None and state.quotation in state.contexts:
            del state.contexts[state.contexts.index(state.quotation) :]
        state.fresh()
        return
    verb = state.context.verb
    if state.quotation_end >= 0 or verb is None or verb.form != "saying" or state.row[i].form in _BRACKETS:
        return
    end = _end(state, i)
    if end - i <= _SCARE_QUOTE:
        return
    state.quotation_end, state.quotation = end, Context(Relation.CONTENT, verb)
    state.open(state.quotation)
    state.fresh()


def _end(state: State, i: int) -> int:
    """The mark that ends the quotation which begins at unit i; -1 for none."""
    ahead = range(i + 1, min(i + _LONGEST_QUOTE, len(state.row)))
    return next((j for j in ahead if state.row[j].form in QUOTES - _BRACKETS), -1)


def behind_comma(state: State, opener: Unit, i: int) -> bool:
    """Whether a comma stands right before the word that opens a circumstance before unit i."""
    at = next(j for j in range(i - 1, -1, -1) if state.row[j] is opener)
    return any(u.form in COMMAS for u in state.row[max(0, at - 2) : at])


def circumstance(state: State, i: int) -> Unit | None:
    """The word of circumstance that opens right before unit i: «عقب», «قبل يومين من»."""
    for j in range(i - 1, max(-1, i - _OPENER_REACH - 1), -1):
        unit = state.row[j]
        if unit.phrase is not None or unit.predicate or unit.form in COMMAS or not_yet(state.row, j):
            return None
        if unit.word(W.EVENT):
            return unit
    return None
