"""The day of words said («قال الوزير، الأحد، إن …»), and which contacts told by them have it."""

from collections.abc import Sequence

from isnad.clauses.units import COMMAS, QUOTES, Unit
from isnad.contacts.draft import Draft
from isnad.contacts.times import wall
from isnad.lexicon.words import W
from isnad.model import Status

# a verb of speech that opens its sentence stands among its first chunks
_OPENING = 4
_CIRCUMSTANCE = 6
_READOUTS = frozenset({"call", "contact", "meeting", "multilateral"})


def told_on(row: Sequence[Unit], hits: Sequence[tuple[int, int]]) -> int | None:
    """The time expression of a sentence's opening words of speech: «قال الوزير، الأحد، إن …»."""
    spoken = _spoken(row)
    if spoken is None:
        return None
    end = next((j for j in range(spoken + 1, len(row)) if wall(row[j]) or row[j].word(W.EVENT)), len(row) - 1)
    # «والجمعة أعلن …» too
    within = [i for i, (first, _) in enumerate(hits) if row[0].first <= first < row[end].first]
    return within[0] if len(within) == 1 else None


def before_it(draft: Draft) -> bool:
    """Whether the contact comes after what its sentence tells, save words said: «وصلت السيارات قبل وصول الرئيس»."""
    row, at = draft.row, min(draft.light if draft.light is not None else draft.trigger, draft.trigger)
    return (
        bool(at)
        and row[at - 1].word(W.EVENT_COMING)
        and not any(c.phrase is None and c.word(W.SPEECH) for c in row[:at])
    )


def only_meant(draft: Draft, status: Status) -> bool:
    """Whether a bare noun of what is to come stands in the clause of something else: «هدد الأربعاء بإلغاء القمة»."""
    row, k = draft.row, draft.trigger
    if draft.light is not None or draft.tense or status not in ("planned", "proposed", "cancelled"):
        return False
    return any(c.phrase is not None for c in row[:k]) and k > _OPENING


def called_off(draft: Draft, status: Status) -> bool:
    """Whether a noun tells what was called off: a day before it is of calling off, «ألغى الخميس قمة في 12 يونيو»."""
    return status == "cancelled" and draft.row[draft.trigger].verbs == ()


def spoken_at(draft: Draft) -> bool:
    """Whether a contact is the circumstance of words said: «وأضاف … عقب لقائه …»."""
    row, at = draft.row, min(draft.light if draft.light is not None else draft.trigger, draft.trigger)
    if not (at and row[at - 1].word(W.EVENT)):
        return False
    for j in range(at - 2, -1, -1):
        if row[j].phrase is None and row[j].word(W.SPEECH):
            return True
        if wall(row[j]) or row[j].form in QUOTES:
            # «قال: "أجريت خلال زيارتي …"»: of what is said
            return False
    return False


def announces(draft: Draft, hits: Sequence[tuple[int, int]], said: int) -> bool:
    """Whether the dated words `said` are the announcement of a contact by one of its sides.

    «أعلن الكرملين، الجمعة، أن بوتين بحث هاتفيا مع …», «أكد الوزير، الثلاثاء، أنه اجتمع بـ…»: such words are of the day,
    where they name no other. What a third party reports may be older.
    """
    row, verb = draft.row, min(draft.light if draft.light is not None else draft.trigger, draft.trigger)
    spoken = _spoken(row)
    if spoken is None or draft.tense != "past" or draft.kind not in _READOUTS or not _holds(row, hits[said]):
        return False
    join = next((j for j in range(spoken + 1, verb) if row[j].phrase is None and row[j].word(W.JOIN)), None)
    if join is None or any(wall(chunk) for chunk in row[join + 1 : verb]):
        return False
    if not (join + 1 == verb or row[join + 1].phrase is not None) or not _told_of(draft):
        return False
    sayer = next((c for c in row[spoken + 1 : join] if c.phrase is not None), None)
    if sayer is None or sayer.phrase is None or sayer.actor is None or sayer.clitic:
        return False
    if sayer.phrase.kind == "institution" or sayer.phrase.strength == "seat":
        return sayer.actor.side in draft.sides()
    return sayer.actor.key in {a.key for a, _ in draft.parties}


def _told_of(draft: Draft) -> bool:
    """Whether the verb itself tells the contact: «أجرى محادثات», «أجرى الوزير محادثات», not «تم اقتراح مكان للقاء»."""
    if draft.light is None:
        return True
    following = draft.row[draft.light + 1]
    return draft.light + 1 == draft.trigger or following.phrase is not None


def _spoken(row: Sequence[Unit]) -> int | None:
    """The verb of speech that opens a sentence, also behind a circumstance: «في سياق آخر، أعلن الكرملين …»."""
    comma = next((j for j, chunk in enumerate(row[:_CIRCUMSTANCE]) if chunk.form in COMMAS), None)
    # no name stands in such a circumstance: «بعد لقائه ماكرون، قال …» is another matter
    starts = [0] if comma is None or any(c.phrase is not None for c in row[:comma]) else [0, comma + 1]
    opening = [j for start in starts for j in range(start, min(start + _OPENING, len(row)))]
    return next((j for j in opening if row[j].phrase is None and row[j].word(W.SPEECH)), None)


def _holds(row: Sequence[Unit], hit: tuple[int, int]) -> bool:
    return row[0].first <= hit[0] < row[-1].last
