"""Mentions: joined to those before, told once more, of another, or the argument of a predicate."""

from isnad.arabic.markers import POINTING, Marker
from isnad.clauses.accepting import accepts
from isnad.clauses.apposition import apposed
from isnad.clauses.clause import Relation
from isnad.clauses.heads import Context, Group, Head
from isnad.clauses.predicates import take_predicate
from isnad.clauses.state import State
from isnad.clauses.units import Unit
from isnad.clauses.valency import keep
from isnad.lexicon.words import W

_MAX_GAP, _NEAR, _CLOSING_BRACKET = 11, 3, ")"
# so many units behind a predicate its arguments end
_MAX_REACH = 30
_BODIES = frozenset({"organisation", "group"})
# so many words that nobody knows may end a name before «و» joins the next
_NAME_GAP = 2


def take_mention(state: State, i: int, unit: Unit) -> None:
    """Put the mention at unit i where it belongs."""
    if _several(state, i, unit):
        return
    if unit.nouns and take_predicate(state, i, unit):
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
        # «الأزمة بين العراق وسوريا»: what follows joins these
        state.group = None
        if marker == Marker.WITH and state.skipping and state.resumes and not state.tied:
            _attach(state, i, unit, marker)
        elif state.skipping and marker == Marker.BARE:
            keep(state, i, unit)
    elif marker != Marker.BARE or not _no_argument(state, i, unit, joins):
        _attach(state, i, unit, marker)
    if marker != Marker.BARE:
        # «من منطقة المحيط اجتماعا»: the preposition has its mention
        state.linker = ""
    state.joined = state.tied = state.comma = False
    state.gap = 0


def _several(state: State, i: int, unit: Unit) -> bool:
    """«العديد من البلدان»: after a word of number these are no two."""
    pair = unit.phrase is not None and unit.phrase.kind == "set" and not unit.phrase.members
    return pair and i > 0 and state.row[i - 1].word(W.QUANTIFIER)


def _begins_clause(state: State, i: int, unit: Unit) -> bool:
    """Whether a joined mention stands right before a verb in the present, as its subject."""
    after = state.after(i)
    if after is None or after.clitic or unit.is_place or (state.group is not None and state.group.at == i - 1):
        return False
    return any(h.form.tense in ("present", "future") for h in (*after.verbs, *after.lights) if h.frame >= 0)


def _joinable(state: State, unit: Unit) -> Group | None:
    """The mentions that «و» joins this one to: a person is not joined to places, a body is («بين الصين والاتحاد»)."""
    group = state.group
    if group is None or state.skipping or state.gap > _NAME_GAP:
        return None
    body = unit.phrase is not None and unit.phrase.kind in _BODIES
    return group if unit.is_place or body or not group.places else None


def _no_argument(state: State, i: int, unit: Unit, joins: bool) -> bool:
    """Whether a mention without a marker is the one before, another's, or joined to what is no mention."""
    again = apposed(state, i, unit)
    # «عددا من النواب ومسؤولين»
    dangling = joins and state.group is None and bool(state.context.heads)
    if not (again or _owned(state, i, unit) or dangling):
        return False
    if not again and state.heads:
        state.group = None
    if state.context.verb is None and state.context.weak is None:
        state.context.weak = Group(Marker.BARE, unit, i)
    return True


def _owned(state: State, i: int, unit: Unit) -> bool:
    """«تصريحات الأسد», «نجل الرئيس»: what belongs to an ordinary noun is no party; a full name may follow a title."""
    if _acts(state, unit):
        return True
    before = state.row[i - 1] if i else None
    if before is None or unit.joined or before.first in state.timed or not before.owning:
        return False
    # «قال ذلك الوزير»
    told = state.heads and state.heads[-1].at == i - 1 - (before.form in POINTING)
    if told or _behind_name(state, i, unit):
        return False
    phrase = unit.phrase
    if phrase is None or phrase.kind != "person" or phrase.office is not None or phrase.name is None:
        return True
    first, last = phrase.name
    return last - first == 1


def _behind_name(state: State, i: int, unit: Unit) -> bool:
    """«التقى الرئيس الأنغولي فلان الفلاني نظيره»: behind an office the words that nobody knows name its holder."""
    group = state.group
    if unit.phrase is None or unit.phrase.kind != "counterpart" or group is None or state.comma:
        return False
    office, held = group.units[-1].phrase, group.units[-1].actor
    nameless = office is not None and office.kind == "office" and held is not None and held.name is None
    return nameless and state.row[i - state.gap - 1] is group.units[-1] and 0 < state.gap <= _NEAR


def _acts(state: State, unit: Unit) -> bool:
    """«استقبل الأمير في قصر سموه …», «استقبل ولي العهد نائب القائد الأعلى …»: nobody is the object of his own verb."""
    verb = state.context.verb
    if verb is None or verb.subject is None or unit.actor is None or unit.joined:
        return False
    doers = [u.actor for u in verb.subject.units if u.actor is not None]
    if any(doer.key == unit.actor.key for doer in doers):
        return True
    # an office more of the doer's own state is his, before anybody else is told
    office = unit.phrase is not None and unit.phrase.kind == "office" and unit.actor.name is None
    return office and bool(verb.frames) and any(doer.side == unit.actor.side is not None for doer in doers)


def _attach(state: State, i: int, unit: Unit, marker: str) -> None:
    """Make a mention the argument of the nearest predicate that takes it, or the topic of a clause without one."""
    state.group = group = Group(marker, unit, i, state.joined or unit.joined)
    _name_title(state, group)
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
    if marker == Marker.BARE and (state.context.verb is None or not state.context.heads) and not _of_topic(state, unit):
        state.context.topic = group


def _of_topic(state: State, unit: Unit) -> bool:
    """«فلان المرشح لتولي وزارة الخارجية قام …»: a house without a state of its own says more of the one before."""
    topic = state.context.topic
    if topic is None or topic.units[0].actor is None or unit.joined or state.comma or unit.actor is None:
        return False
    return topic.units[0].actor.phrase_kind == "person" and unit.actor.rank == "institution" and unit.actor.side is None


def _name_title(state: State, group: Group) -> None:
    """«استقبل المستشار بالديوان … الدكتور فلان، أمس، وزيرة …»: a third tells that the second names the first."""
    verb = state.context.verb
    if verb is None or not verb.frames or verb.subject is None or len(verb.subject.units) != 1:
        return
    named = next((a for a in verb.arguments if a.marker == Marker.OBJECT), None)
    title, after = verb.subject.units[0], group.units[0].actor
    if named is None or after is None or len(named.units) != 1 or not _bare_title(title):
        return
    name = named.units[0]
    person = name.phrase is not None and name.phrase.kind == "person"
    if person and group.marker in verb.wants | {Marker.BARE} and after.side not in (None, _side(name)):
        verb.subject.units[0] = name
        verb.arguments.remove(named)


def _bare_title(unit: Unit) -> bool:
    """Whether a mention is an office of which neither holder nor state is known."""
    phrase, actor = unit.phrase, unit.actor
    return phrase is not None and phrase.kind == "office" and actor is not None and not (actor.name or actor.side)


def _side(unit: Unit) -> str | None:
    return unit.actor.side if unit.actor is not None else None


def _taking(state: State, context: Context, group: Group, within: Head | None) -> tuple[Head, str] | None:
    """The predicate of a context that takes a group, and under which marker; only `within` where that is given."""
    # behind a comma the main clause goes on before its circumstance does
    for head in sorted(context.heads, key=lambda h: (h.closed, -h.index)):
        last = head is context.top
        if (within is not None and head is not within) or state.gap > _MAX_GAP or group.at - head.at > _MAX_REACH:
            continue
        if head.closed and group.marker == Marker.BARE:
            continue
        if group.marker in (Marker.IN, Marker.FOR) and head.form == "noun" and not last:
            continue
        under = accepts(head, group, state.gap if last else _NEAR)
        if under is not None:
            return head, under
    return None
