"""Mentions: joined to those before, told once more, of another, or the argument of a predicate."""

import msgspec

from isnad.arabic.markers import Marker
from isnad.clauses.accepting import accepts
from isnad.clauses.clause import Relation
from isnad.clauses.heads import Context, Group, Head
from isnad.clauses.predicates import take_predicate
from isnad.clauses.state import State
from isnad.clauses.units import COMMAS, QUOTES, Unit
from isnad.clauses.valency import keep

_MAX_GAP, _NEAR, _CLOSING_BRACKET = 11, 3, ")"
# so many units behind a predicate its arguments end
_MAX_REACH = 30
# so many words that nobody knows may end a name before «و» joins the next
_NAME_GAP = 2


def take_mention(state: State, i: int, unit: Unit) -> None:
    """Put the mention at unit i where it belongs."""
    # «على هامش القمة»: where two met, not what is told
    margin = state.skipping and state.linker == Marker.ON
    if unit.nouns and not margin and take_predicate(state, i, unit):
        # «القمة العربية»: a body's name that is its session
        state.heads[-1].give(Group(Marker.BARE, unit, i), Marker.GENITIVE)
        return
    marker = unit.marker or state.pending
    joins = unit.joined or state.joined
    state.pending = Marker.BARE
    if unit.joined and not unit.marker and _begins_clause(state, i, unit):
        # «لافروف يبحث التصعيد وعراقجي يزور دمشق»
        state.context.topic, state.context.heads, state.group = Group(Marker.BARE, unit, i), [], None
    elif joins and marker == Marker.BARE and (group := _joinable(state, unit)) is not None:
        group.units.append(unit)
    elif state.skipping or (state.tied and marker in (Marker.WITH, Marker.BETWEEN)):
        if marker == Marker.WITH and state.skipping and state.resumes and not state.tied:
            _attach(state, i, unit, marker)
        elif state.skipping and marker == Marker.BARE:
            keep(state, i, unit)
    elif marker != Marker.BARE or not _no_argument(state, i, unit, joins):
        _attach(state, i, unit, marker)
    state.joined = state.tied = state.comma = False
    state.gap = 0


def _begins_clause(state: State, i: int, unit: Unit) -> bool:
    """Whether a joined mention stands right before a verb in the present, as its subject."""
    after = state.after(i)
    if after is None or after.clitic or unit.is_place or (state.group is not None and state.group.at == i - 1):
        return False
    return any(h.form.tense in ("present", "future") for h in (*after.verbs, *after.lights) if h.frame >= 0)


def _joinable(state: State, unit: Unit) -> Group | None:
    """The mentions that «و» joins this one to: a person is not joined to places."""
    group = state.group
    if group is None or state.skipping or state.gap > _NAME_GAP:
        return None
    return group if unit.is_place or not group.places else None


def _no_argument(state: State, i: int, unit: Unit, joins: bool) -> bool:
    """Whether a mention without a marker is the one before, another's, or joined to what is no mention."""
    apposed = _apposed(state, i, unit)
    # «عددا من النواب ومسؤولين»
    dangling = joins and state.group is None and bool(state.context.heads)
    if not (apposed or _owned(state, i, unit) or dangling):
        return False
    if not apposed and state.heads:
        state.group = None
    if state.context.verb is None and state.context.weak is None:
        state.context.weak = Group(Marker.BARE, unit, i)
    return True


def _apposed(state: State, i: int, unit: Unit) -> bool:
    """«نظيره، وزير الخارجية فلان», «رئيس الوزراء «الإسرائيلي» فلان»: the same one is told once more."""
    group = state.group
    if group is None or unit.actor is None or unit.is_place:
        return False
    last = group.units[-1]
    if last.actor is None or last.is_place:
        return False
    if state.comma:
        return last.actor.side == unit.actor.side or _named_by(state, i, group)
    since = _since(state, i, last)
    if (since == 0 and _second_title(last, unit)) or (since == 1 and _glossed(state, i, last)):
        group.units[-1] = unit
        return True
    if last.actor.side not in (unit.actor.side, None):
        return False
    between = state.row[i - since : i]
    quoted = bool(between) and all(u.form in QUOTES or u.tag("nisba") for u in between)
    if quoted and last.actor.name is None and unit.actor.name is not None:
        group.units[-1] = unit
    return quoted


def _second_title(last: Unit, unit: Unit) -> bool:
    """«نائب الرئيس اليمني رئيس مجلس الوزراء فلان»: two titles of one man."""
    if last.actor is None or last.phrase is None or unit.actor is None or unit.joined:
        return False
    office = last.phrase.kind == "office" and last.actor.name is None
    return office and last.actor.side is not None and unit.actor.side == last.actor.side


def _glossed(state: State, i: int, last: Unit) -> bool:
    """«(وزير الخارجية) سيرغي لافروف»: an office in brackets, and its holder behind them."""
    phrase, actor = last.phrase, state.row[i].actor
    untold = phrase is not None and phrase.kind == "office" and phrase.name is None
    return untold and state.row[i - 1].form == _CLOSING_BRACKET and actor is not None and bool(actor.name)


def _named_by(state: State, i: int, group: Group) -> bool:
    """«الأمين العام لمنظمة التعاون، السعودي فلان،»: between commas the holder of an office of a body is named."""
    unit, last, after = state.row[i], group.units[-1], state.after(i)
    if unit.actor is None or last.actor is None or after is None or after.form not in COMMAS:
        return False
    office = last.phrase is not None and last.phrase.kind == "office" and last.actor.name is None
    if not (office and unit.actor.name and not unit.joined and not unit.marker):
        return False
    of_office = last.actor
    named = msgspec.structs.replace(unit.actor, side=of_office.side, office=of_office.office, rank=of_office.rank)
    group.units[-1] = msgspec.structs.replace(unit, actor=named)
    return True


def _since(state: State, i: int, unit: Unit) -> int:
    """How many units stand between a mention and unit i; 0 where they are many."""
    near = range(1, min(i, _NEAR + 1) + 1)
    return next((back - 1 for back in near if state.row[i - back] is unit), 0)


def _owned(state: State, i: int, unit: Unit) -> bool:
    """«تصريحات الأسد», «نجل الرئيس»: what belongs to an ordinary noun is no party; a full name may follow a title."""
    if _acts(state, unit):
        return True
    before = state.row[i - 1] if i else None
    if before is None or unit.joined or before.first in state.timed or not before.owning:
        return False
    if state.heads and state.heads[-1].at == i - 1:
        return False
    phrase = unit.phrase
    if phrase is None or phrase.kind != "person" or phrase.office is not None or phrase.name is None:
        return True
    first, last = phrase.name
    return last - first == 1


def _acts(state: State, unit: Unit) -> bool:
    """«استقبل الأمير في قصر سموه …»: nobody is the object of his own verb."""
    verb = state.context.verb
    if verb is None or verb.subject is None or unit.actor is None or unit.joined:
        return False
    return any(u.actor is not None and u.actor.key == unit.actor.key for u in verb.subject.units)


def _attach(state: State, i: int, unit: Unit, marker: str) -> None:
    """Make a mention the argument of the nearest predicate that takes it, or the topic of a clause without one."""
    state.group = group = Group(marker, unit, i, state.joined or unit.joined)
    within: Head | None = None
    for depth in range(len(state.contexts) - 1, -1, -1):
        context = state.contexts[depth]
        if (taken := _taking(state, context, group, within)) is not None:
            head, under = taken
            head.give(group, under)
            del state.contexts[depth + 1 :]
            return
        # out of a relative clause only behind a comma, or to the noun that it describes
        within = None if context.comma else context.noun
        if context.kind not in (Relation.RELATIVE, Relation.WHERE) or (within is None and not context.comma):
            break
    if marker == Marker.BARE and (state.context.verb is None or not state.context.heads):
        state.context.topic = group


def _taking(state: State, context: Context, group: Group, within: Head | None) -> tuple[Head, str] | None:
    """The predicate of a context that takes a group, and under which marker; only `within` where that is given."""
    # behind a comma the main clause goes on before its circumstance does
    for head in sorted(context.heads, key=lambda h: (h.closed, -h.index)):
        last = head is context.top
        if (within is not None and head is not within) or state.gap > _MAX_GAP or group.at - head.at > _MAX_REACH:
            continue
        if head.closed and group.marker == Marker.BARE:
            continue
        if group.marker == Marker.IN and head.form == "noun" and not last:
            continue
        under = accepts(head, group, state.gap if last else _NEAR)
        if under is not None:
            return head, under
    return None
