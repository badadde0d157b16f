"""Whether the office that follows an office is another person's: «استقبل رئيس الجمهورية وزير الخارجية الفرنسي»."""

from isnad.actors.cursor import Cursor
from isnad.actors.tenure import office_of
from isnad.arabic.clitics import definite
from isnad.arabic.markers import Marker
from isnad.model.phrase import Phrase

# who bears these serves whoever is named next
SERVING = frozenset({"envoy", "adviser", "assistant", "deputy", "spokesman", "director"})
_COMMANDER, _AMBASSADOR, _SOVEREIGN = "commander", "ambassador", "head-of-state"
_FINITE = frozenset({"past", "present", "future"})


def another(cur: Cursor, title: Phrase, clitic: str, other: Phrase) -> bool:
    """Whether `other`, the office right behind a title that so far ends there, is not borne by the same person.

    «ولي العهد نائب رئيس مجلس الوزراء» is one man; a sovereign, an ambassador of somebody, and whoever stands between
    a verb and its object are not.
    """
    if title.sides:
        return not other.sides or bool(set(other.sides) - set(title.sides))
    assert title.office is not None
    first, last = title.office
    single = last - first == 1
    construct = not definite(cur.forms[last - 1], clitic if single else "")
    head = cur.tag(first, "head")
    if other.rank == _COMMANDER or (construct and head is not None and head.last == last):
        # «سفير خادم الحرمين الشريفين», «كبير مساعدي الرئيس»
        return False
    if (single and not construct) or _sovereign(cur, title, clitic):
        return bool(other.sides) or _transitive(cur, title.first - 1)
    if not other.sides:
        return False
    if other.rank == _AMBASSADOR or _sovereign(cur, other):
        return True
    return title.rank not in SERVING and _transitive(cur, title.first - 1)


def _sovereign(cur: Cursor, title: Phrase, clitic: str = "") -> bool:
    """Whether these words are the office of a head of state."""
    assert title.office is not None
    first, last = title.office
    words = {cur.forms[first].removeprefix(clitic), *cur.forms[first + 1 : last]}
    return office_of(cur.lexicon, words, title.rank) == _SOVEREIGN


def _transitive(cur: Cursor, i: int) -> bool:
    """Whether token i is a finite verb that takes an object."""
    match = cur.tag(i, "verb") if i >= cur.lo else None
    frames = cur.lexicon.frames
    return match is not None and any(
        hit.form.tense in _FINITE
        and any(slot.takes != "place" for slot in frames[hit.frame].slots.get(Marker.OBJECT, ()))
        for hit in match.tags["verb"]
    )
