"""What the words around a trigger say of its status: cues before and behind it, negations, circumstances."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from isnad.arabic.clitics import definite
from isnad.arabic.markers import Marker
from isnad.arabic.paradigms import FUTURE_FRONTS
from isnad.clauses.units import COMMAS, QUOTES, Unit, marker_of, not_yet
from isnad.contacts.draft import Draft
from isnad.lexicon.frames import Grammar, StatusCue
from isnad.lexicon.words import WordClass as W

_BEFORE, _AFTER, _CLOSE, _CIRCUMSTANCE, _ADJECTIVES = 8, 5, 5, 3, 3
# so many units hold as many words: mentions are long
_STRETCH = 3
# so many units before an encounter something of it is open, somebody tries it, or an effort is one for it
_OPEN, _TRIED, _GOVERNS = 5, 6, 2
# so many units may lie between a verb and its circumstance
_GOVERNED = 14
_BEHIND = frozenset({"planned", "ongoing", "held"})
_OF_NOUN = frozenset({"cancelled", "denied", "proposed"})


class Surroundings(msgspec.Struct, frozen=True):
    """A draft with the cues near it: `verb`, the unit that tells it; `cues`, the statuses spoken of, with distances.

    `behind`: those said behind the trigger; `adjective`: those that the noun itself bears («القمة المرتقبة»); `title`:
    it stands in a headline.
    """

    draft: Draft
    grammar: Grammar
    title: bool
    verb: int
    cues: dict[str, int]
    behind: frozenset[str]
    adjective: frozenset[str]

    @property
    def row(self) -> Sequence[Unit]:
        """The sentence of the draft."""
        return self.draft.row

    @property
    def bare(self) -> bool:
        """Whether a noun tells it, and no verb carries that."""
        return self.draft.light is None and not self.draft.tense

    def before(self, name: W) -> bool:
        """Whether the word right before the verb is of a class."""
        return self.verb > 0 and self.row[self.verb - 1].word(name)


def surroundings(draft: Draft, grammar: Grammar, title: bool) -> Surroundings:
    """The draft with the cues around its trigger."""
    verb = draft.light if draft.light is not None else draft.trigger
    cues: dict[str, int] = {}
    for status, distance in (*_preceding(draft, verb, grammar), *_between(draft, verb, grammar)):
        cues.setdefault(status, distance)
    behind = list(_following(draft, grammar))
    for status, distance in behind:
        cues.setdefault(status, distance)
    if verb != draft.trigger:
        for cue in _of(draft.row[verb], grammar):
            if cue.status in _OF_NOUN:
                cues.setdefault(cue.status, 0)
    near = frozenset(status for status, at in behind if _borne(draft, at))
    return Surroundings(draft, grammar, title, verb, cues, frozenset(status for status, _ in behind), near)


def statuses(units: Sequence[Unit], grammar: Grammar) -> set[str]:
    """The statuses that some units speak of."""
    return {cue.status for unit in units for cue in _of(unit, grammar)}


def circumstance(row: Sequence[Unit], k: int) -> str:
    """What a circumstance right before the noun says: «عقب لقائه» held, «قبيل زيارته» coming; else ''."""
    for j in range(max(0, k - _CIRCUMSTANCE), k):
        if row[j].word(W.EVENT_COMING):
            return "coming"
        if row[j].word(W.EVENT_DONE) or row[j].word(W.EVENT_DURING):
            return "" if not_yet(row, j) else "held"
    return ""


def within_plan(row: Sequence[Unit], k: int) -> bool:
    """Whether the circumstance before unit k is that of a verb in the future: «سيثير الأمر خلال لقائه نظيره»."""
    opener = next((j for j in range(k - 1, max(-1, k - _CIRCUMSTANCE - 1), -1) if row[j].word(W.EVENT_DURING)), None)
    if opener is None:
        return False
    for unit in reversed(row[max(0, opener - _GOVERNED) : opener]):
        if unit.phrase is not None:
            continue
        tenses = {hit.form.tense for hit in (*unit.verbs, *unit.lights)}
        if "future" in tenses or (unit.ordinary and unit.form.startswith(FUTURE_FRONTS)):
            return True
        if tenses & {"past", "present"} or unit.form in QUOTES or _opens(unit):
            return False
    return False


def _opens(unit: Unit) -> bool:
    """Whether a clause of its own begins behind this word."""
    return unit.word(W.JOIN) or unit.word(W.RELATIVE) or unit.word(W.SPEECH)


def was(row: Sequence[Unit], verb: int) -> bool:
    """Whether «كان» puts what follows into the past."""
    return any(u.word(W.WAS) for u in row[max(0, verb - _BEFORE) : verb])


def called_off(around: Surroundings) -> bool:
    """«كان من المقرر أن … لكن اللقاء أُلغي»: a plan in the past that the same sentence calls off."""
    row, verb = around.row, around.verb
    if "planned" not in around.cues or not was(row, verb):
        return False
    others = (j for j in range(len(row)) if j != verb)
    return any(status == "cancelled" for j in others for status, _ in _told(row, j, 0, around.grammar))


def open_yet(row: Sequence[Unit], k: int) -> bool:
    """«لم يتحدد بعد مكان القمة»: something of the encounter is still open."""
    return any(not_yet(row, j) for j in range(max(0, k - _OPEN), k))


def tried(row: Sequence[Unit], verb: int) -> bool:
    """«يسعى إلى لقاء نظيره», «مساع لعقد لقاء»: whether the verb or noun at this place is what somebody tries."""
    if row[verb].marker == Marker.FOR and any(u.word(W.EFFORT) for u in row[max(0, verb - _GOVERNS) : verb]):
        return True
    for unit in reversed(row[max(0, verb - _TRIED) : verb]):
        if unit.word(W.ATTEMPT):
            return True
        if unit.form in COMMAS or unit.word(W.JOIN) or unit.word(W.EVENT) or unit.predicate:
            return False
    return False


def agreed(row: Sequence[Unit], k: int) -> bool:
    """«اتفقا على الاجتماع»."""
    return k > 1 and row[k - 1].word(W.UPON) and row[k - 2].phrase is None and row[k - 2].word(W.AGREEMENT)


def accepted(before: Sequence[Unit]) -> bool:
    """«قبل دعوة نظيره لزيارة …», «وافق على دعوته»."""
    near = [u for u in before if u.phrase is None]
    threes = zip(near, near[1:], near[2:], strict=False)
    return any(said.word(W.ACCEPTS) and later.word(W.INVITATION) for said, later in pairwise(near)) or any(
        yes.word(W.AGREEMENT) and upon.word(W.UPON) and later.word(W.INVITATION) for yes, upon, later in threes
    )


def _borne(draft: Draft, distance: int) -> bool:
    """Whether a word behind the trigger is the noun's own: «القمة المرتقبة», not «القمة لبحث الزيارة المرتقبة»."""
    between = draft.row[draft.trigger + 1 : draft.trigger + distance]
    return distance <= _ADJECTIVES and all(u.ordinary for u in between)


def _of(unit: Unit, grammar: Grammar) -> list[StatusCue]:
    return [grammar.status[place] for place in unit.tag("status") or ()] if unit.phrase is None else []


def _preceding(draft: Draft, verb: int, grammar: Grammar) -> Iterator[tuple[str, int]]:
    """The cues before the verb, back to the verb before it."""
    row, spent = draft.row, 0
    for j in range(verb - 1, max(-1, verb - _STRETCH * _BEFORE), -1):
        unit = row[j]
        spent += unit.phrase is None
        if spent > _BEFORE or unit.form in "؛;":
            return
        if unit.phrase is None and (unit.verbs or unit.lights) and unit.tag("status") is None:
            return
        if unit.word(W.RELATIVE_PRONOUN) and _of_mention(row, j):
            # «رغم نفي فلان، الذي أبدى استعداده للحوار»
            return
        yield from _told(row, j, spent, grammar)


def _of_mention(row: Sequence[Unit], j: int) -> bool:
    """Whether a relative clause that opens at unit j describes a mention."""
    before = row[j - 2] if j > 1 and row[j - 1].form in COMMAS else row[j - 1] if j else None
    return before is not None and before.phrase is not None


def _between(draft: Draft, verb: int, grammar: Grammar) -> Iterator[tuple[str, int]]:
    """The cues between a verb and the noun that it carries."""
    for j in range(verb + 1, draft.trigger):
        yield from _told(draft.row, j, j - verb, grammar)


def _following(draft: Draft, grammar: Grammar) -> Iterator[tuple[str, int]]:
    """The cues behind the trigger, to the end of its phrase."""
    row, trigger = draft.row, draft.trigger
    for j in range(trigger + 1, min(len(row), trigger + _STRETCH * _AFTER)):
        unit = row[j]
        if unit.form in COMMAS or unit.word(W.JOIN) or (unit.phrase is None and (unit.verbs or unit.lights)):
            return
        for place in unit.tag("status") or ():
            cue = grammar.status[place]
            if cue.after or (cue.status in _BEHIND and not cue.ahead):
                yield cue.status, j - trigger


def _told(row: Sequence[Unit], j: int, distance: int, grammar: Grammar) -> Iterator[tuple[str, int]]:
    """The cues of one unit that speak of the trigger at a distance behind it."""
    unit = row[j]
    urged = j > 0 and row[j - 1].word(W.PREPOSITION) and not row[j - 1].word(W.ABOUT)
    borne = j > 0 and _adjective(row, j)
    for cue in _of(unit, grammar):
        if borne and cue.status in ("proposed", "planned"):
            # «قبل القمة المقترحة، أعلنت روسيا عن زيارة …»: what another noun bears
            continue
        if cue.status == "cancelled" and (marker_of(unit.clitic)[1] or urged):
            # «هدد بإلغاء», «حثه على إلغاء»: spoken of, not done
            continue
        if cue.glued or unit.word(W.MAYBE) or (cue.status == "proposed" and _invited(row, j)):
            continue
        if cue.status in ("proposed", "cancelled") and distance > _CLOSE:
            continue
        yield cue.status, distance


def _invited(row: Sequence[Unit], j: int) -> bool:
    """«بدعوة من نظيره يزور …»: whose guest he is, and no offer."""
    behind = next((unit for unit in row[j + 1 :] if not unit.ordinary), row[j])
    return row[j].word(W.INVITATION) and row[j].marker == Marker.AT and behind.form == Marker.FROM


def _adjective(row: Sequence[Unit], j: int) -> bool:
    """Whether the word at unit j qualifies the contact noun right before it."""
    return row[j - 1].phrase is None and bool(row[j - 1].nouns) and definite(row[j].form) == definite(row[j - 1].form)


def today(row: Sequence[Unit], verb: int) -> bool:
    """Whether «حاليا» stands in the clause of the verb: «يزور الرئيس، فلان، حاليا مصر»."""
    for unit in row[verb + 1 :]:
        if unit.phrase is None and (unit.verbs or unit.nouns or unit.word(W.JOIN)):
            return False
        if unit.word(W.NOW):
            return True
    return False
