"""What the words before an encounter take for granted: that it was, whatever else they say of it."""

from collections.abc import Sequence

from isnad.arabic.clitics import DEFINITE
from isnad.arabic.markers import Marker
from isnad.clauses.units import COMMAS, Unit
from isnad.contacts.cues import Surroundings, statuses
from isnad.lexicon.words import WordClass as W

_DOER_REACH, _SINCE = 3, 4


def carried_out(around: Surroundings) -> bool:
    """«بعد إجراء محادثات», «قام خلالها بتسليم رسالة»: a verbal noun that tells what was done."""
    row, verb = around.row, around.verb
    behind = row[verb + 1 : verb + 2] if any(hit.form.tense == "past" for hit in row[verb].lights) else ()
    if (
        around.before(W.EVENT_DONE)
        or around.before(W.EVENT_DURING)
        or any(unit.phrase is None and unit.word(W.IN_IT) for unit in behind)
    ):
        # «زيارة عقد خلالها محادثات» too
        return True
    if not row[verb].word(W.ARRANGING) and (around.before(W.ACHIEVED) or _since(row, verb) or _judged(row, verb)):
        return True
    hits = (hit for unit in row[max(0, verb - _DOER_REACH) : verb] for hit in unit.lights)
    return row[verb].marker == "ب" and any(hit.form.tense == "past" for hit in hits)


def _since(row: Sequence[Unit], verb: int) -> bool:
    """«بعد ثلاثة أيام على استئناف المحادثات», «بعد أيام قليلة من عقد القمة»."""
    if not verb or not (row[verb - 1].word(W.UPON) or row[verb - 1].form == Marker.FROM):
        return False
    near = row[max(0, verb - 1 - _SINCE) : verb - 1]
    opener = next((j for j, unit in enumerate(near) if unit.word(W.AFTER)), len(near))
    long = near[opener + 1 :]
    return any(unit.word(W.SPAN) for unit in long) and all(unit.word(W.SPAN) or unit.ordinary for unit in long)


def _judged(row: Sequence[Unit], verb: int) -> bool:
    """«أشاد الوزير بإجراء محادثات», «انتقدت أثينا قيامه بزيارة», «قلقه لقيامه بزيارة»: nobody judges what is not."""
    judge = (unit for unit in reversed(row[:verb]) if unit.phrase is None and not _subject(unit))
    return next((unit.word(W.JUDGING) for unit in judge), False)


def _subject(unit: Unit) -> bool:
    """«أشاد البرلمان …»: somebody whom no mention names."""
    return not unit.predicate and not unit.classes and unit.form.startswith(DEFINITE)


def granted(around: Surroundings) -> bool:
    """«نفى أن يكون لقاؤهما سببه …», «نفى أن يكون الهدف من الزيارة …»: denied is what is said of it."""
    row, k = around.row, around.draft.trigger
    if not around.bare or any(unit.word(W.MAYBE) for unit in row[k:]):
        return False
    j = k - 1
    while j > 0 and (row[j].word(W.MOTIVE) or row[j].word(W.PREPOSITION)):
        j -= 1
    if j < 1 or not row[j].word(W.BEING) or not row[j - 1].word(W.THAT):
        return False
    behind = row[k + 1 : k + 2]
    known = row[k].form.startswith(DEFINITE) or row[k].bound or any(unit.phrase is not None for unit in behind)
    return known and not any(unit.lights or unit.word(W.LASTS) or unit.word(W.OCCURRED) for unit in row[k + 1 :])


def viewed(around: Surroundings) -> bool:
    """«يمكن فهم زيارته في هذا الإطار»: what is possible is to see it so."""
    return around.bare and around.before(W.VIEWING)


def amid(around: Surroundings) -> bool:
    """«نفى خلال لقائه وجود خلاف», «ألغى مؤتمره في مستهل زيارته»: the encounter is where that was done."""
    if not around.bare:
        return False
    row, verb = around.row, around.verb
    his = around.before(W.WITHIN) and any(hit.form.pronoun for hit in row[around.draft.trigger].nouns)
    if around.before(W.EVENT_DONE) or his:
        return True
    if "ongoing" in statuses(row[max(0, verb - 1) : verb], around.grammar):
        return True
    # «خلال اليوم الثاني من زيارته»; «ألغى خلال الليل زيارته» is called off
    return bool(verb) and row[verb - 1].form == Marker.FROM and _opened(row[: verb - 1])


def _opened(before: Sequence[Unit]) -> bool:
    """Whether a part of the encounter opens a circumstance here."""
    for unit in reversed(before):
        if unit.phrase is not None or unit.predicate or unit.form in COMMAS:
            return False
        if unit.word(W.EVENT_DURING):
            return True
    return False
