"""One walk over a sentence: which mention belongs to which predicate, and which predicate hangs on which."""

from collections.abc import Callable, Sequence

from isnad.arabic.markers import Marker
from isnad.arabic.tokens import Tokens
from isnad.clauses.heads import Head
from isnad.clauses.marks import take_comma, take_quote
from isnad.clauses.mentions import take_mention
from isnad.clauses.predicates import take_predicate, take_unlisted_verb
from isnad.clauses.relatives import open_content, open_relative, open_where, start_clause
from isnad.clauses.state import Grammar, State
from isnad.clauses.units import COMMAS, QUOTES, Unit, not_yet
from isnad.clauses.valency import settle
from isnad.lexicon.words import W, WordClass

_NO_PREDICATES = frozenset({W.BETWEEN_HIM, W.FIXED, W.COMPANY, W.THEN})
# so many units behind «خلال» a period makes it a time
_PERIOD_REACH = 3


def walk(row: Sequence[Unit], tokens: Tokens, grammar: Grammar, timed: frozenset[int]) -> list[Head]:
    """The predicates of a sentence, in order, with their arguments; `timed`: the tokens of time expressions."""
    state = State(row, tokens, grammar, timed)
    for i, unit in enumerate(row):
        _step(state, i, unit)
    settle(state.heads)
    return state.heads


def _step(state: State, i: int, unit: Unit) -> None:
    if unit.phrase is not None:
        take_mention(state, i, unit)
    elif unit.form in COMMAS:
        take_comma(state, unit)
    elif unit.form in QUOTES:
        take_quote(state, i)
    elif unit.form == Marker.AND:
        state.joined = True
    elif not _take_word(state, i, unit) and not take_unlisted_verb(state, i, unit):
        _take_plain(state, i, unit)


def _take_word(state: State, i: int, unit: Unit) -> bool:
    """Take a word that means something here; False for a plain one."""
    known = unit.predicate or unit.form in state.grammar.saying
    if known and _NO_PREDICATES.isdisjoint(unit.classes) and take_predicate(state, i, unit):
        return True
    act = next((act for name, act in _ACTS if name in unit.classes), None) if unit.classes else None
    if act is not None:
        act(state, i, unit)
    return act is not None


def _take_plain(state: State, i: int, unit: Unit) -> None:
    # the words of a time part nothing: «اللقاء المقرر في 26 مايو بين …»
    timed = unit.first in state.timed
    state.gap += not timed
    if timed:
        # «استقبل في وقت سابق من هذا الأسبوع ضيفه»: the preposition is the time's
        state.pending = Marker.BARE
    if unit.classes:
        return
    # «بين زعيمها فلان والرئيس …»: a noun with its pronoun is told by the name behind it
    apposed = unit.bound and unit.ordinary and i > 0 and state.row[i - 1].word(W.PREPOSITION)
    if state.gap > 1 and not apposed:
        state.pending = Marker.BARE
    if unit.form.isalpha():
        state.joined = False


def _preposition(state: State, i: int, unit: Unit) -> None:
    state.pending = state.linker = unit.form.removeprefix(unit.clitic)
    # «من الأمير ومن الملك»
    state.joined = state.joined or unit.joined
    state.gap += 1


def _between_him(state: State, i: int, unit: Unit) -> None:
    """«بينه وبين فلان»."""
    state.pending = Marker.BETWEEN


def _agent(state: State, i: int, unit: Unit) -> None:
    """«من قبل فلان»."""
    state.pending, state.skipping = Marker.BY, False


def _distributive(state: State, i: int, unit: Unit) -> None:
    """«كل من فلان وفلان»."""
    state.joined = state.joined or unit.joined


def _quantifier(state: State, i: int, unit: Unit) -> None:
    """«عدة مسؤولين», «كبار القادة»: how many or of what rank."""
    state.joined = state.joined or unit.joined
    state.pending = unit.marker or state.pending


def _then(state: State, i: int, unit: Unit) -> None:
    """«ثم», «وكذلك», «إلى جانب» join; «أيضا» alone does not."""
    state.joined = state.joined or unit.joined or not unit.word(W.ALSO)


def _tie(state: State, i: int, unit: Unit) -> None:
    """«العلاقة بين …»: what lies between two sides is spoken of."""
    state.tied = True
    state.gap += 1


def _skip(state: State, i: int, unit: Unit) -> None:
    """Company, a circumstance, a subject matter: no party stands here until a predicate or a comma."""
    if i and state.row[i - 1].nouns and state.row[i - 1].phrase is None:
        # «اتصالا آخر»: an adjective
        return
    state.skipping, state.pending, state.linker = True, Marker.BARE, unit.form.removeprefix(unit.clitic)
    state.group, state.resumes = None, unit.word(W.TOPIC)
    state.tied = state.tied or unit.word(W.TIE)


def _event(state: State, i: int, unit: Unit) -> None:
    """«عقب», «خلال»: a circumstance opens, or a time."""
    if not_yet(state.row, i):
        state.gap += 1
        return
    state.linker = unit.form.removeprefix(unit.clitic)
    state.pending, state.group, state.resumes = Marker.BARE, None, _meets(state)
    after = state.after(i)
    time = after is not None and after.first in state.timed
    state.skipping = not (time or any(u.word(W.PERIOD) for u in state.row[i + 1 : i + 1 + _PERIOD_REACH]))


def _meets(state: State) -> bool:
    """Whether the verb still wants whom its subject met: «اجتمع قبل توليه منصبه مع فلان»."""
    verb = state.context.verb
    if verb is None or verb.form != "verb" or Marker.WITH not in verb.wants or verb is not state.context.top:
        return False
    return not any(verb.has(m) for m in (Marker.WITH, Marker.OBJECT, Marker.AT)) and not verb.nobody


# the first class that a word belongs to says what it does
_ACTS: tuple[tuple[WordClass, Callable[[State, int, Unit], None]], ...] = (
    (W.QUANTIFIER, _quantifier),
    (W.AMONG, _skip),
    (W.TOPIC, _skip),
    (W.TIE, _tie),
    (W.JOIN, open_content),
    (W.DISTRIBUTIVE, _distributive),
    (W.BETWEEN_HIM, _between_him),
    (W.AGENT, _agent),
    (W.RELATIVE_PRONOUN, open_relative),
    (W.RELATIVE, open_where),
    (W.CLAUSE_START, start_clause),
    (W.COMPANY, _skip),
    (W.EVENT, _event),
    (W.THEN, _then),
    (W.PREPOSITION, _preposition),
)
