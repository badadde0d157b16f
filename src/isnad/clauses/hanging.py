"""Where a finite verb stands: in which context, behind which subject, and which noun its clause describes."""

from isnad.arabic.markers import PERSONAL, POINTING, RESUMPTIVE, Marker
from isnad.arabic.paradigms import THIRD_PERSON_FRONTS
from isnad.clauses.clause import Relation
from isnad.clauses.heads import Context, Group, Head
from isnad.clauses.state import State
from isnad.clauses.units import Unit
from isnad.lexicon.words import W

_NEAR = 3


def hang_verb(state: State, head: Head) -> None:
    """Give a finite verb its context, parent, relation, and its subject where that stands before it."""
    head.joined = head.unit.joined or state.joined
    noun = _described(state, head)
    if noun is None:
        _leave_ended(state, head)
    else:
        context = Context(Relation.RELATIVE, state.context.verb)
        context.noun = state.described = noun
        state.open(context)
    context = state.context
    first = context.verb is None
    head.context, head.parent = context, context.verb or context.governor
    head.relation = context.kind if first else Relation.COORDINATE
    head.nobody = _ordinary_subject(state, head.at) or (first and _begun_with_another(state, head))
    _take_fronted(state, head, first)
    _describe(state, head, first)
    context.heads, context.verb, context.topic = [head], head, None


def _gathers(head: Head) -> bool:
    """Whether a verb's subject takes part in the noun that it describes."""
    return head.light is not None or head.unit.word(W.GATHERS)


def _take_fronted(state: State, head: Head, first: bool) -> None:
    """The mention before a verb as its subject, or as its object: «الذي استقبله الملك»."""
    context = state.context
    if context.topic is not None and _leads(state, context.topic, head):
        head.fronted = context.topic
    elif first and context.antecedent is not None:
        antecedent = context.antecedent
        marker = Marker.OBJECT if head.pronoun else _resumed(state, head)
        if marker is not None:
            head.arguments.append(Group(marker, antecedent.units[0], antecedent.at))
        else:
            head.fronted = antecedent


def _resumed(state: State, head: Head) -> Marker | None:
    """«الذي اتصل به الرئيس»: the marker under which a pronoun takes up the antecedent, where the verb has a subject."""
    behind = state.row[head.at + 1 : head.at + 3]
    if len(behind) < 2 or behind[1].phrase is None or behind[1].clitic or behind[1].is_place or head.number != "one":
        return None
    marker = PERSONAL.get(behind[0].form)
    return marker if marker in head.wants else None


def _leads(state: State, topic: Group, head: Head) -> bool:
    """Whether a mention before the verb is its subject: not one behind whose comma the verb names its own."""
    if head.joined and head.form == "saying" and head.at > state.marked:
        return False
    if state.context.kind is Relation.CONTENT and topic.at < head.at:
        # «أن الرئيس، أبلغ نظيره …»: «أن» wants a subject before the verb
        return True
    after = state.after(head.at)
    own = after is not None and after.phrase is not None and not after.clitic and not after.is_place
    # «أبوظبي في 30 نوفمبر / بحث الرئيس …»: where the news is from
    dateline = topic.places and head.at - topic.at > 1
    return not (own and (state.comma or dateline))


def _describe(state: State, head: Head, first: bool) -> None:
    """Note the noun that a verb describes: what stands with the verb may be the noun's."""
    context = state.context
    noun = context.noun
    if first and noun is not None:
        head.parent = noun
        if _gathers(head):
            if noun.carrier is None:
                noun.carrier = head
            else:
                noun.described_by.append(head)
            head.wants |= noun.wants
    elif head.unit.word(W.GATHERS) and head.joined and state.described is not None:
        # «اجتماع عُقد في …، وضم وزراء …»
        state.described.described_by.append(head)
    above = context.above
    if not first or context.kind is not Relation.CONTENT or above is None or above.noun is None:
        return
    if above.verb is None and _gathers(head):
        # «القمة التي من المقرر أن تجمع …»
        above.noun.described_by.append(head)
        head.wants |= above.noun.wants


def _ordinary_subject(state: State, i: int) -> bool:
    """Whether the subject of the verb at unit i is no mention: «وصل فريق الدفاع», «وصل 20 لاجئا»."""
    after = state.after(i)
    if after is None or after.first in state.timed:
        return False
    if after.form[0].isdigit() or (after.word(W.QUANTIFIER) and _unnamed(state.after(i + 1))):
        # «يشارك العديد من قادة العالم» too
        return True
    if not after.ordinary or after.form in state.grammar.saying or after.form in POINTING or _part_of(state, i):
        return False
    return after.naming or _first_name(state, i + 1)


def _part_of(state: State, i: int) -> bool:
    """«تسلم نسخة من أوراق اعتماده»: a part of what the verb carries is its object."""
    behind = state.row[i + 2 : i + 4]
    return bool(state.row[i].lights) and len(behind) > 1 and behind[0].form == Marker.FROM and bool(behind[1].nouns)


def _unnamed(unit: Unit | None) -> bool:
    """Whether a word of number counts those whom nobody names."""
    if unit is None:
        return False
    phrase = unit.phrase
    return unit.ordinary if phrase is None else phrase.kind == "set" and not phrase.members


def _begun_with_another(state: State, head: Head) -> bool:
    """«قال إن تاريخ المبنى يعود إلى …»: behind «أن» the subject stands first, here one of whom nothing is known."""
    start = state.context.start
    if start is None or head.joined or start is head.unit or start.first in state.timed:
        return False
    # «أن تدرك روسيا …»: a verb
    verbal = start.form.startswith(THIRD_PERSON_FRONTS)
    return start.ordinary and start.owning and not verbal and state.context.topic is None


def _first_name(state: State, i: int) -> bool:
    """«وصلت إيفانكا ترامب»: an unknown word before a family name alone makes another person of it."""
    after = state.after(i)
    phrase = after.phrase if after is not None else None
    return phrase is not None and phrase.kind == "person" and phrase.last - phrase.first == 1 and not phrase.clitic


def _leave_ended(state: State, head: Head) -> None:
    """Leave the clauses that have ended before this verb."""
    if head.form == "saying" and head.joined and head.at > state.marked:
        # «… إن القمة مفيدة، وقال …»: beside the verb of saying above
        while len(state.contexts) > 1 and _said(state.context):
            state.contexts.pop()
        return
    if not state.comma and head.joined:
        return
    while len(state.contexts) > 1 and state.context.kind in (Relation.RELATIVE, Relation.WHERE):
        if state.context.verb is None and not (state.comma and state.context.kind is Relation.RELATIVE):
            return
        # behind a comma a relative clause has ended, also one whose verb nobody knows: «الغارات التي تشنها …، أجرى»
        state.contexts.pop()


def _said(context: Context) -> bool:
    return context.governor is not None and context.governor.form == "saying"


def _described(state: State, head: Head) -> Head | None:
    """The noun that this verb describes without a pronoun: «زيارة يقوم بها», «لقاء جمع أ بـ ب»."""
    noun = state.context.top
    if noun is None or noun.form != "noun" or head.joined or noun.arguments:
        return None
    if head.at - noun.at > _NEAR + 1 + 3 * state.comma:
        return None
    if state.comma and (not head.unit.word(W.GATHERS) or noun.definite):
        return None
    if any(u.phrase is not None for u in state.row[noun.at + 1 : head.at]):
        return None
    return noun if _points_back(state, head, noun) else None


def _points_back(state: State, head: Head, noun: Head) -> bool:
    """Whether a verb near behind a noun, with nobody between, is of the noun's own clause."""
    after: Unit | None = state.after(head.at)
    if head.unit.word(W.GATHERS):
        return True
    if head.frames and after is not None and after.word(W.IN_IT):
        # «زيارة التقى خلالها …»
        return True
    if not noun.definite and head.at and state.row[head.at - 1].word(W.PARTICLE):
        # «زيارة لم يعلن عنها»
        return True
    bound = bool(head.pronoun) or (after is not None and after.form.startswith(RESUMPTIVE))
    return head.light is not None and (bound or not noun.definite)
