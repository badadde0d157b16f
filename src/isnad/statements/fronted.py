"""An interview told at the head of its sentence: «في حديث لصحيفة …، قال فلان إن»."""

from isnad.lexicon.statements import WordClass as W
from isnad.statements.source import Source
from isnad.statements.sources import source_at
from isnad.statements.view import COMMAS, STOPS, View

_REACH = 7
_CLOSE = 6


def fronted(view: View, lo: int, verb: int) -> list[Source]:
    """The outlet that words were given to, named from token `lo` on and closed before the verb that tells them."""
    noun = lo + 1
    if not view.isa(lo, W.WITHIN) or not (word := view.isa(noun, W.INTERVIEWS, W.VENUES, W.GIVEN)):
        return []
    # «حديث لصحيفة» is one phrase, and bears its outlet
    first = noun + 1 if W.INTERVIEWS in word.classes else noun + word.length
    for j in range(first, min(verb, first + _REACH)):
        if view.forms[j] in COMMAS or view.forms[j] in STOPS:
            break
        via = source_at(view, j, verb, "ل")
        if via is None and view.isa(j - 1, W.PREPOSITIONS, W.FOLLOWED):
            via = source_at(view, j, verb)
        if via is not None and via.role in ("agency", "media"):
            return [via] if verb - via.last <= _CLOSE else []
    return []
