"""What a verb still wants: a mention behind a circumstance is its object, where no other comes."""

from collections.abc import Iterable

from isnad.arabic.clitics import DEFINITE
from isnad.arabic.markers import Marker
from isnad.clauses.accepting import accepts
from isnad.clauses.heads import Group, Head
from isnad.clauses.state import State
from isnad.clauses.units import Unit
from isnad.lexicon.words import WordClass as W

# so many units behind its verb a mention may still be kept for it
_REACH = 14


def keep(state: State, i: int, unit: Unit) -> None:
    """«التقى الوزير على هامش المؤتمر نظيره»: keep the mention at unit i, which a circumstance hides from its verb."""
    verb = state.context.verb
    if verb is None or verb.kept is not None or verb.form != "verb" or i - verb.at > _REACH:
        return
    if verb.subject is None or unit.marker or unit.joined or state.joined or unit.is_place:
        return
    if not _complete(state.row[i - 1]) or _of_one_side(verb.subject, unit):
        return
    verb.kept = state.group = Group(Marker.BARE, unit, i)


def settle(heads: Iterable[Head]) -> None:
    """Give every verb that has no object the mention kept for it, where it takes one."""
    for head in heads:
        if head.kept is not None and accepts(head, head.kept, 0) == Marker.OBJECT:
            head.give(head.kept, Marker.OBJECT)


def _complete(before: Unit) -> bool:
    """Whether a circumstance is whole with this word, so that it owns nothing: «المؤتمر», «زيارته», a mention."""
    if before.phrase is not None:
        return True
    opens = before.word(W.PREPOSITION) or before.word(W.COMPANY) or before.word(W.EVENT)
    return not opens and (before.form.startswith(DEFINITE) or before.bound)


def _of_one_side(subject: Group, unit: Unit) -> bool:
    """Whether a mention may be of the subject's own company: «بحضور نائبه وزير الدولة»."""
    if unit.phrase is not None and unit.phrase.kind == "counterpart":
        return False
    side = unit.actor.side if unit.actor is not None else None
    return side is None or any(u.actor is None or u.actor.side in (side, None) for u in subject.units)
