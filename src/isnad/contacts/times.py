"""When a contact was or will be: the time expression of its own clause, and what the day says of its status."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from isnad.clauses.units import COMMAS, Unit, marker_of
from isnad.contacts.cues import was
from isnad.contacts.days import ahead
from isnad.contacts.draft import AIM, Draft
from isnad.contacts.schedule import far_ahead, in_order, lasting, occasion, scheduled, was_set
from isnad.contacts.weeks import week
from isnad.lexicon.words import W
from isnad.model import Status, TimeExpression

When = Callable[[int, Literal["past", "future"] | None], TimeExpression | None]
_MAX_TIME_DISTANCE = 22
# what follows the trigger is nearer than what precedes it
_LEFT_COST = 2
# so many chunks lie between a noun and the clause that describes it
_NOUN_REACH = 8
# a stretch «since» some day may be no longer than this to be the time of a contact
_SINCE_DAYS = 7
# so many plain words behind a circumstance are no part of it any more
_OTHER_WORDS = 3
# a value of one day, known or not
_DAY = re.compile(r"[\dX]{4}-([\dX]{2}-[\dX]{2}|W[\dX]{2}-\d)")
_COMING = frozenset({"planned", "proposed", "cancelled"})


class Times(msgspec.Struct, frozen=True):
    """The time expressions that a sentence is read with.

    `hits`: token ranges of all of them; `when(i, tense)` anchors hit i as told in that tense, -1 is the article's day;
    `said` and `lead`: those of the words that the sentence goes on with, and of the article's opening.
    """

    hits: Sequence[tuple[int, int]]
    when: When
    said: int | None = None
    lead: int | None = None

    @property
    def today(self) -> TimeExpression | None:
        """The article's own day or days."""
        return self.when(-1, None)


class Reach(msgspec.Struct, frozen=True):
    """Where the time of a trigger may stand: `low` to `high`, in tokens; `start` and `stop` bound what tells it.

    `verb`: the unit that tells it first; `end`: the last unit of it; `described`: the noun that a verb describes, where
    one does; `behind_only`: only what follows the trigger is its time.
    """

    draft: Draft
    times: Times
    verb: int
    end: int
    low: int
    high: int
    described: bool
    behind_only: bool

    @property
    def trigger(self) -> int:
        """The first token of the trigger."""
        return self.draft.row[self.draft.trigger].first

    @property
    def start(self) -> int:
        """The first token of what tells it."""
        return self.draft.row[self.verb].first

    @property
    def stop(self) -> int:
        """The token behind what tells it."""
        return self.draft.row[self.end].last


class Candidate(msgspec.Struct, frozen=True):
    """A time expression near a trigger: its place among the hits, its tokens, whether it stands before the trigger."""

    at: int
    first: int
    last: int
    before: bool
    distance: int


def time_of(draft: Draft, times: Times, status: Status | None, behind_only: bool = False) -> TimeExpression | None:
    """The nearest time expression with days in the trigger's own clause; with `behind_only`, after the trigger."""
    reach = _reach(draft, times, behind_only)
    near = [c for c in _candidates(reach) if not any(excludes(reach, c) for _, excludes in EXCLUSIONS)]
    best = next((c.at for c in sorted(near, key=lambda c: (c.distance, c.at)) if _its_own(reach, c)), None)
    if best is None:
        return _until(draft, times, (reach.end, reach.high)) if status == "planned" and draft.tense else None
    coming = status in _COMING or (draft.tense in ("present", "masdar", "future") and status != "held")
    found = times.when(best, "future" if coming else "past" if status in ("held", "denied") else None)
    if coming and found is None and was(draft.row, reach.verb):
        # «كان من المقرر أن يزور عمان أمس»
        found = times.when(best, "past")
    # «قبل أن يتوجه في أكتوبر إلى …» is to come, however far
    loose = status is None and not (reach.verb and draft.row[reach.verb - 1].word(W.JOIN))
    if (loose or status == "cancelled" or was_set(draft.row, draft.trigger)) and far_ahead(found, times.today):
        # «الاجتماع الذي كان مقررا في العاشر من فبراير», told on the 21st; «إنهاء الأزمة بعد قمة 12 يونيو», told in July
        found = times.when(best, "past")
    return week(found, times.today, "future" if coming else None)


def _reach(draft: Draft, times: Times, behind_only: bool) -> Reach:
    row = draft.row
    verb = min(draft.light if draft.light is not None else draft.trigger, draft.trigger)
    end = max(draft.last, draft.trigger, draft.after or 0)
    end = _told_behind(draft, end)
    if draft.done:
        # «لقاء بين الوزيرين عُقد الجمعة»
        end = max(end, next((j for j in range(draft.trigger + 1, len(row)) if row[j].lights), end))
    low, high = _clause(row, verb, end, bool(draft.tense) and not _fronted(row, verb, times.hits))
    noun = _described(row, verb) if draft.tense and draft.light is None else None
    low = low if noun is None else row[noun].first
    return Reach(draft, times, verb, end, low, high, noun is not None, behind_only)


def _told_behind(draft: Draft, end: int) -> int:
    """The verb right behind a noun and its parties that tells it: «لقاء بين الوزيرين، قد عقد الجمعة»; else `end`."""
    if draft.light is not None or draft.tense:
        return end
    for j in range(end + 1, len(draft.row)):
        unit = draft.row[j]
        if unit.form not in COMMAS and not unit.word(W.MAYBE):
            past = not unit.joined and any(hit.form.tense == "past" for hit in unit.lights)
            return j if past else end
    return end


def _candidates(reach: Reach) -> Iterator[Candidate]:
    for at, (first, last) in enumerate(reach.times.hits):
        before = last <= reach.start
        distance = reach.start - last + _LEFT_COST if before else max(0, first - reach.stop)
        yield Candidate(at, first, last, before, distance)


EXCLUSIONS: tuple[tuple[str, Callable[[Reach, Candidate], bool]], ...] = (
    ("another-clause", lambda r, c: c.first < r.low or c.last > r.high),
    ("far", lambda r, c: c.distance > _MAX_TIME_DISTANCE),
    ("earlier-or-later", lambda r, c: c.first >= r.stop and _apart(r.draft.row, r.end, c.first)),
    ("since", lambda r, c: _since(r, c)),
    ("before-it", lambda r, c: c.before and _before_another(r, c)),
    ("of-what-was-done", lambda r, c: _of_what_was_done(r, c)),
    ("making-known", lambda r, c: _making_known(r.draft.row, r.draft.trigger, c.first)),
    (
        "before-trigger",
        lambda r, c: (r.behind_only or r.draft.proposed) and c.last <= r.trigger,
    ),
    ("of-what-it-asks-for", lambda r, c: r.draft.kind == "message" and _of_its_aim(r, c)),
    ("aside", lambda r, c: _of_aside(r.draft.row, r.draft.trigger, c.first)),
    ("another-verb", lambda r, c: c.before and not r.described and _of_another(r.draft, r.verb, c.first, c.last)),
)


def _its_own(reach: Reach, candidate: Candidate) -> bool:
    """Whether a time has days, and they are the trigger's by what they say."""
    found = reach.times.when(candidate.at, None)
    if found is None or found.earliest is None:
        return False
    if not candidate.before:
        return True
    if _of_aftermath(reach.draft.row, reach.verb, found, reach.times.today):
        return False
    # «عبر الحدود الثلاثاء لإجراء محادثات»: the day of the crossing; a week holds both
    return not (_DAY.match(found.value or "") and _aim(reach.draft, reach.verb))


def _fronted(row: Sequence[Unit], verb: int, hits: Sequence[tuple[int, int]]) -> bool:
    """Whether a time opens the sentence of the verb: «ويوم الجمعة الماضي، تلقى الملك اتصالا»."""
    opening = next((hit for hit in hits if row[0].first <= hit[0] <= row[0].first + 1), None)
    return opening is not None and verb > 0 and row[verb - 1].first == opening[1]


def _clause(row: Sequence[Unit], verb: int, end: int, finite: bool) -> tuple[int, int]:
    """The tokens between which a time may stand that belongs to this trigger."""
    low, high = row[0].first, row[-1].last
    for j in range(verb - 1, -1, -1):
        if wall(row[j]) or row[j].word(W.TOPIC) or (finite and j == verb - 1 and row[j].form in COMMAS):
            low = row[j].last
            break
    for j in range(end + 1, len(row)):
        if j > end + 1 and row[j].nouns and scheduled(row[j + 1 : j + 4]) and not occasion(row, j):
            # «استقبل نظيره لبحث القمة المقررة في 12 يونيو»: the day of another encounter
            high = row[j].first
            break
        if row[j - 1].word(W.SCHEDULED) and row[j].lights:
            # «القمة … المقرر عقدها في 12 يونيو»
            continue
        if wall(row[j]) and not (row[j].word(W.RELATIVE) and (scheduled(row[j + 1 : j + 4]) or lasting(row, end, j))):
            high = row[j].first
            break
        if row[j].word(W.RELATIVE):
            # «زيارته التي كان من المقرر أن تبدأ الخميس», «قمتهما التي استمرت ساعة الثلاثاء»
            high = row[min(j + 12, len(row) - 1)].last
            break
    return low, high


def _until(draft: Draft, times: Times, reach: tuple[int, int]) -> TimeExpression | None:
    """From the article's day to that of what a plan comes before: «سيلتقيان قبل افتتاح المؤتمر الأحد»."""
    row, (end, high), hits, today = draft.row, reach, times.hits, times.today
    if today is None or today.earliest is None or today.earliest != today.latest:
        return None
    i = next((i for i, (first, last) in enumerate(hits) if row[end].last <= first and last <= high), None)
    found = times.when(i, "future") if i is not None else None
    if i is None or found is None or found.latest is None or not found.earliest == found.latest >= today.earliest:
        return None
    marks = [c for c in row[end + 1 :] if c.last <= hits[i][0] and c.phrase is None and c.word(W.APART)]
    if len(marks) != 1 or not marks[0].word(W.AHEAD_OF):
        return None
    return msgspec.structs.replace(found, value=None, earliest=today.earliest)


def _apart(row: Sequence[Unit], end: int, first: int) -> bool:
    """Whether a time after the trigger is that of something earlier or later: «التقى نظيره بعد فوزه في مارس الماضي»."""
    between = [c for c in row[end + 1 :] if c.last <= first]
    if between and between[-1].form in COMMAS:
        # «تحدثا بعد فوزه، يوم الأربعاء»: the comma closes what is of something else
        return False
    return any(c.phrase is None and c.word(W.APART) for c in between)


def _of_aftermath(row: Sequence[Unit], verb: int, found: TimeExpression, today: TimeExpression | None) -> bool:
    """Whether a time before the trigger is of what its sentence tells: «تجرى في 24 يونيو المقبل، وذلك إثر لقاء …»."""
    if _before_it(row, verb) and not _day(found):
        return True
    before = row[max(verb - 1, 0)]
    done = before.phrase is None and before.word(W.EVENT_DONE) and not before.word(W.EVENT_DURING)
    return done and ahead(found, today)


def _before_it(row: Sequence[Unit], verb: int) -> bool:
    """Whether the trigger comes before or after what its sentence tells: «شيدت في مايو، بعد قمة مماثلة …»."""
    return verb > 0 and row[verb - 1].phrase is None and row[verb - 1].word(W.APART)


def _day(time: TimeExpression) -> bool:
    return time.earliest == time.latest


def _before_another(reach: Reach, candidate: Candidate) -> bool:
    """Whether a time is that of an encounter told before this one: «تعقد القمة غدا، وسبقتها محادثات …»."""
    near = reach.draft.row[max(0, reach.verb - _MAX_TIME_DISTANCE) : reach.verb]
    return any(in_order(unit) for unit in near if unit.first >= candidate.last)


def _of_what_was_done(reach: Reach, candidate: Candidate) -> bool:
    """Whether a time far behind a circumstance is its verb's: «بحث خلال لقاء مع نظيره تجربة لإطلاق صاروخ أمس»."""
    draft, verb = reach.draft, reach.verb
    if draft.tense or draft.light is not None or not (verb and draft.row[verb - 1].word(W.EVENT_DURING)):
        return False
    between = [u for u in draft.row[reach.end + 1 :] if u.last <= candidate.first]
    return sum(u.ordinary for u in between) >= _OTHER_WORDS


def _since(reach: Reach, candidate: Candidate) -> bool:
    """Whether a time is the years in which there was none: «أول زيارة منذ خمس سنوات، التقى خلالها …»."""
    near = (unit for unit in reach.draft.row if candidate.first in (unit.first, unit.last))
    opener = next((unit for unit in near if unit.phrase is None and unit.word(W.SINCE)), None)
    found = reach.times.when(candidate.at, None)
    if opener is None or found is None or not (found.earliest and found.latest):
        return False
    return date.fromisoformat(found.latest) - date.fromisoformat(found.earliest) > timedelta(_SINCE_DAYS)


def _making_known(row: Sequence[Unit], trigger: int, first: int) -> bool:
    """Whether a time after the trigger is that of making known: «موعد القمة سيعلن في اليومين المقبلين»."""
    return any(c.phrase is None and c.word(W.ANNOUNCING) for c in row[trigger + 1 :] if c.last <= first)


def _of_another(draft: Draft, verb: int, first: int, last: int) -> bool:
    """Whether a time before the trigger is that of the announcing or of another verb."""
    return _announced(draft.row, verb, first, last) or (bool(draft.tense) and _owned(draft.row, verb, first))


def _of_aside(row: Sequence[Unit], trigger: int, first: int) -> bool:
    """Whether a time behind the trigger is in a clause about somebody: «التقى الوزير، الذي وصل السبت، نظيره»."""
    pronoun = next((j for j in range(len(row) - 1, trigger, -1) if row[j].last <= first and _relative(row[j])), None)
    if pronoun is None:
        return False
    before = pronoun - 1
    while before > trigger and row[before].form in COMMAS:
        before -= 1
    # not «اللقاء مع فلان الذي اجتمع معه الخميس»
    verbs = [c for c in row[pronoun + 1 :] if c.last <= first and c.phrase is None and c.word(W.ASIDE)]
    closed = any(c.form in COMMAS for c in row[pronoun + 1 :] if c.last <= first)
    return row[before].phrase is not None and not row[before].is_place and bool(verbs) and not closed


def _relative(chunk: Unit) -> bool:
    return chunk.phrase is None and chunk.word(W.RELATIVE_PRONOUN)


def _of_its_aim(reach: Reach, candidate: Candidate) -> bool:
    """«دعا نظيره إلى زيارة موسكو في أكتوبر»: the month of the visit, not of the invitation."""
    behind = reach.draft.row[reach.draft.trigger + 1 :]
    return any(unit.nouns for unit in behind if unit.last <= candidate.first)


def _aim(draft: Draft, verb: int) -> bool:
    """Whether the contact is what something else is done for: «وصل لإجراء محادثات»."""
    return draft.tense == "masdar" and marker_of(draft.row[verb].clitic)[1] in (AIM, "ب")


def _described(row: Sequence[Unit], verb: int) -> int | None:
    """The noun that gathers whom the verb at `verb` names: «لقاء في عام 2019، يجمع …»; None where there is none."""
    if not row[verb].word(W.GATHERS) or row[verb].clitic:
        return None
    for j in range(verb - 1, max(-1, verb - _NOUN_REACH), -1):
        chunk = row[j]
        if chunk.phrase is not None:
            if not chunk.is_place:
                return None
            continue
        if any(not hit.form.definite and not hit.form.pronoun for hit in chunk.nouns):
            return j
        if wall(chunk):
            return None
    return None


def _owned(row: Sequence[Unit], verb: int, first: int) -> bool:
    """Whether a time before the trigger follows another verb of its sentence, whose time it is."""
    return any(c.phrase is None and (c.verbs or c.lights) for c in row[:verb] if c.last <= first)


def _announced(row: Sequence[Unit], verb: int, first: int, last: int) -> bool:
    """Whether a time is that of the announcing: «أعلنت الحكومة اليوم عن زيارة …», not «قال الأحد خلال زيارة …».

    «يعلن في اليومين المقبلين موعد القمة» as well.
    """
    before = [c for c in row[:verb] if c.last <= first and c.phrase is None]
    between = [c for c in row[:verb] if c.first >= last]
    if any(c.phrase is None and (c.word(W.EVENT) or c.lights or c.verbs) for c in between):
        return False
    about = any(c.word(W.ABOUT) for c in between) and any(c.word(W.SPEECH) for c in before)
    return about or any(c.word(W.ANNOUNCING) for c in before)


def wall(chunk: Unit) -> bool:
    """Whether a clause ends at this chunk."""
    if chunk.phrase is not None:
        return False
    return chunk.word(W.JOIN) or chunk.word(W.RELATIVE) or chunk.form in "؛;" or bool(chunk.verbs or chunk.lights)
