"""The words that open clauses: «أن», «الذي», «حيث», «فيما», and what a relative clause describes."""

from isnad.arabic.endings import FEMININE_RELATIVE
from isnad.arabic.markers import Marker
from isnad.clauses.clause import Relation
from isnad.clauses.heads import Context, Group, Head
from isnad.clauses.state import State
from isnad.clauses.units import COMMAS, QUOTES, Unit
from isnad.lexicon.words import W

_NEAR = 3


def open_content(state: State, i: int, unit: Unit) -> None:
    """«أن», «إنه»: what is said or meant opens."""
    context = Context(Relation.CONTENT, state.context.verb)
    context.start = state.after(i)
    before = state.row[i - 1] if i else None
    if before is not None and before.phrase is not None and before.marker == Marker.FOR:
        # «سبق لفلان أن عقد …»
        context.topic = Group(Marker.BARE, before, i - 1)
    state.open(context)
    state.fresh()


def open_relative(state: State, i: int, unit: Unit) -> None:
    """«الذي», «التي»: a clause opens that describes a mention or a noun."""
    context = Context(Relation.RELATIVE, state.context.verb)
    context.noun, context.antecedent = _antecedent(state, i)
    if context.noun is None and context.antecedent is None and unit.joined:
        # «القمة التي عقدت في …، والتي حضرها …»: of the noun that was described before
        context.noun = state.described
    state.described = context.noun or state.described
    state.open(context)
    state.fresh()


def open_where(state: State, i: int, unit: Unit) -> None:
    """«حيث»: a clause of place opens."""
    state.open(Context(Relation.WHERE, state.context.verb or state.context.top))
    state.fresh()


def start_clause(state: State, i: int, unit: Unit) -> None:
    """«فيما», «لكن», «كان»: another clause begins beside the main one."""
    was = unit.word(W.WAS)
    if was and not (i == 0 or unit.joined or state.comma):
        # «الذي كان قد عقد …», «زيارة كانت مرتقبة»
        return
    state.leave(Relation.RELATIVE, Relation.WHERE)
    state.context.heads = []
    if not was or state.context.verb is not None:
        state.context.topic = None
    state.fresh()


def _antecedent(state: State, i: int) -> tuple[Head | None, Group | None]:
    """What «الذي» at unit i points to: the noun or the mention right before it."""
    nouns = [h for h in state.context.heads if h.form == "noun"]
    at = _mention_before(state, i)
    if at is None:
        near = [h for h in nouns if i - h.at <= _NEAR + 1]
        return (near[-1] if near else None), None
    unit = state.row[at]
    woman = unit.actor is not None and unit.actor.female
    if nouns and state.row[i].form.endswith(FEMININE_RELATIVE) and not unit.is_place and not woman:
        # «زيارة الرئيس التي …»: by gender, of the visit
        return nouns[-1], None
    return None, Group(Marker.BARE, unit, at)


def _mention_before(state: State, i: int) -> int | None:
    """The mention before unit i, with some ordinary words of its title between: «رئيس مجلس نواب الشعب الذي …»."""
    last = i - 1
    while last >= 0 and (state.row[last].form in COMMAS or state.row[last].form in QUOTES):
        last -= 1
    at = last
    while at >= 1 and last - at < _NEAR and state.row[at].ordinary:
        at -= 1
    return next((j for j in (at, last) if j >= 0 and state.row[j].phrase is not None), None)
