"""The verbs around a contact noun that are no carriers of its subject: those after it, and who bears a letter."""

from collections.abc import Collection, Sequence

from isnad.arabic.clitics import definite
from isnad.arabic.markers import IN_PLACE, Marker
from isnad.clauses import Clause, Unit
from isnad.clauses.people import actors_of
from isnad.clauses.units import place_kind
from isnad.contacts.draft import Scene
from isnad.lexicon.words import W
from isnad.model.phrase import Actor

_ADJECTIVES, _REACH = 2, 7
# so many units behind its noun a state's name behind another noun is where that other thing is
_FAR = 5


def place_in(row: Sequence[Unit], k: int, stop: int, timed: Collection[int] = ()) -> Unit | None:
    """The first place after «في» or «ب» behind unit k, before unit `stop`, that is no part of what is spoken of.

    `timed`: the tokens of time expressions, behind which a place is the encounter's.
    """
    topical, aside = False, False
    for j in range(k + 1, min(stop, len(row))):
        unit = row[j]
        topical = topical or unit.word(W.TOPIC) or unit.word(W.TIE)
        # «على هامش اجتماع الوزراء العرب في البحرين»: where that is, both are
        aside = aside or unit.word(W.EVENT)
        if not unit.is_place:
            continue
        governed = not unit.marker and row[j - 1].phrase is None and row[j - 1].form in IN_PLACE
        if not governed and unit.marker != Marker.AT:
            continue
        before = row[j - 1 - governed]
        plain = (before.ordinary or before.word(W.TIE)) and before.first not in timed and before is not row[k]
        if plain and (topical or (not aside and place_kind(unit) == "state" and j - k > _FAR)):
            # «لبحث الأوضاع في ليبيا»
            return None
        return None if _common_noun(row, j, timed) else unit
    return None


def _common_noun(row: Sequence[Unit], j: int, timed: Collection[int]) -> bool:
    """«في مشهد مؤثر»: a city's name that is a word with an adjective."""
    after = row[j + 1] if j + 1 < len(row) else None
    if place_kind(row[j]) != "weak_city" or after is None or not after.ordinary or after.first in timed:
        return False
    return after.naming and not definite(after.form)


def promised_after(row: Sequence[Unit], k: int) -> int | None:
    """The verb of the noun's own relative clause, in the future: «القمة التاريخية التي ستعقد …»."""
    j = k + 1
    while j < len(row) and j <= k + _ADJECTIVES and row[j].ordinary:
        j += 1
    if j + 1 >= len(row) or not row[j].word(W.RELATIVE_PRONOUN):
        return None
    hits = [h for h in row[j + 1].lights if h.frame >= 0]
    return j + 1 if any(h.form.tense == "future" for h in hits) else None


def after_noun(row: Sequence[Unit], last: int) -> tuple[int | None, str, bool]:
    """The verb that follows a noun and its parties («القمة مع … ستعقد»): its unit, tense, whether it only wishes."""
    for j in range(last + 1, min(last + _REACH, len(row))):
        unit = row[j]
        hits = [h for h in unit.lights if h.frame >= 0] if unit.phrase is None else []
        if hits:
            tense = hits[0].form.tense
            if tense == "present" and row[j - 1].word(W.PARTICLE):
                return j, "", True
            if tense == "past" and row[j - 1].word(W.RELATIVE_PRONOUN):
                return j, "past", False
            return (j, "future", False) if tense == "future" else (None, "", False)
        if unit.word(W.JOIN) or (unit.phrase is None and unit.nouns):
            # «محادثات مع فلان تمهيدا للقمة التي ستعقد …»: of the next noun
            break
    return None, "", False


def bearers(scene: Scene, clause: Clause) -> tuple[Actor, ...]:
    """Who hands over a message: «نقل الوزير رسالة من الملك», «رسالة من الملك نقلها الوزير»."""
    carrier = scene.clause(clause.carrier)
    if carrier is not None and carrier.lends == "bearer":
        return tuple(carrier.doers[:1])
    for verb in scene.clauses:
        if verb.at > clause.at and verb.pronoun and any(_bears(scene, h.frame) for h in scene.row[verb.at].lights):
            return tuple(actors_of(scene.row[verb.at + 1 : verb.at + 2]) or verb.doers)
    return ()


def _bears(scene: Scene, frame: int) -> bool:
    """Whether a carrying verb is of handing over."""
    return frame >= 0 and scene.setting.lights[frame].subject == "bearer"
