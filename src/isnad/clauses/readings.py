"""Whether a word is, here, the verb, the verbal noun or the noun that a frame names."""

from isnad.arabic.clitics import THEIRS
from isnad.arabic.letters import HAMZA_SEATS
from isnad.arabic.markers import Marker
from isnad.clauses.state import State
from isnad.clauses.units import Unit
from isnad.lexicon.constructions import Frame
from isnad.lexicon.index import FrameHit
from isnad.lexicon.words import W

_MAX_GAP, _NEAR, _ADJECTIVE = 11, 3, 2
# words behind a noun that decide whether its frame holds, and units behind it that do so for a call
_FOLLOWING, _CALL_REACH = 4, 12


def verb_frames(state: State, i: int, unit: Unit) -> list[FrameHit]:
    """What a word may tell as a verb or participle."""
    return [h for h in unit.verbs if _verbal(state, i, h.form.tense) and _allowed(state, i, h)]


def noun_frames(state: State, i: int, unit: Unit) -> list[FrameHit]:
    """What a word may tell as a noun."""
    return [h for h in unit.nouns if _nominal(state, i, state.grammar.frames[h.frame])]


def said_frames(state: State, i: int) -> list[Frame]:
    """What the verb of saying at unit i tells beside the words: «قال لنظيره هاتفيا إن …»."""
    stop = next((j for j in range(i + 1, len(state.row)) if _tells(state.row[j])), len(state.row))
    near = {u.form for u in state.row[i + 1 : min(stop, i + 1 + _MAX_GAP)]}
    return [f for f in state.grammar.said if not near.isdisjoint(f.needs)]


def _tells(unit: Unit) -> bool:
    return unit.phrase is None and (unit.word(W.JOIN) or unit.predicate)


def _verbal(state: State, i: int, tense: str) -> bool:
    """Whether a verb in this tense may stand at unit i."""
    if tense == "masdar":
        return True
    behind_event = i > 0 and tense == "past" and state.row[i - 1].word(W.EVENT)
    return not state.governed(i) and not behind_event


def _allowed(state: State, i: int, hit: FrameHit) -> bool:
    """Whether the words around a verb allow a frame."""
    frame, row = state.grammar.frames[hit.frame], state.row
    # «جولة تشمل …», «تشمل الجولة …»
    if frame.within and not any(u.form in frame.within for part in (row[:i], row[i + 1 : i + 2]) for u in part):
        return False
    behind = f" {' '.join(u.form for u in row[i + 1 : i + _MAX_GAP + 1])} "
    if frame.needs and not any(f" {w} " in behind for w in frame.needs):
        return False
    if frame.row.exact and not _spelt(state, row[i]):
        return False
    if hit.form.tense == "past" and row[i].marker:
        return False
    return not frame.row.opening or _opening(state, i, hit.form.tense)


def _opening(state: State, i: int, tense: str) -> bool:
    """Whether a verb that is also a common noun is a verb: its clause begins here."""
    verb = state.context.verb
    carried = verb is not None and verb.light is not None and verb.light.subject == "none"
    if verb is not None and carried and i - verb.at <= _ADJECTIVE and not state.row[i].clitic:
        # «تم خلالها بحث التهدئة»
        return False
    return tense != "past" or _begins(state, i)


def _spelt(state: State, unit: Unit) -> bool:
    """Whether a word is written with the seat of its hamza: «هنأ», not «هنا»."""
    word = state.tokens.words(unit.first, unit.first + 1)
    return any(seat in word for seat in HAMZA_SEATS)


def _begins(state: State, i: int) -> bool:
    """Whether a clause begins at unit i or its subject stands right before it."""
    if i == 0 or state.row[i].clitic:
        return True
    before = state.row[i - 1]
    if before.phrase is not None or not before.form[0].isalpha() or before.first in state.timed:
        return True
    # «من أجل حل الأزمة في مالي»
    governs = before.word(W.TOPIC) or before.word(W.PREPOSITION) or before.word(W.AIMING)
    return before.matches is not None and not (governs or before.nouns)


def is_masdar(state: State, i: int, unit: Unit) -> bool:
    """Whether a word that may be a carrying verb is a verbal noun here: a particle or a noun governs it."""
    if not unit.lights:
        return False
    masdar = any(h.frame < 0 for h in unit.lights)
    if unit.marker or all(h.frame < 0 for h in unit.lights):
        return masdar
    if unit.clitic or i == 0:
        return False
    before, top = state.row[i - 1], state.context.top
    if before.word(W.AIMING):
        return masdar
    behind_noun = top is not None and top.form == "noun" and not top.arguments and i - top.at <= _ADJECTIVE
    if not masdar or behind_noun:
        # «اجتماع مغلق عُقد في …»
        return before.word(W.PREPOSITION)
    return _governs(state, i, before)


def _governs(state: State, i: int, before: Unit) -> bool:
    """Whether the unit before a word makes it a verbal noun."""
    verb, topic = state.context.verb, state.context.topic
    if verb is not None and verb.at == i - 1 and verb.finite:
        # «تقترح عقد لقاء»
        return True
    wished = before.tag("status") is not None and not before.word(W.PARTICLE)
    busy = before.phrase is not None and verb is not None and topic is None
    return before.ordinary or wished or before.word(W.PREPOSITION) or before.word(W.EVENT) or busy


def _nominal(state: State, i: int, frame: Frame) -> bool:
    """Whether the words around a noun allow a frame."""
    row = state.row
    following = [u.form for u in row[i + 1 : i + 1 + _FOLLOWING]]
    if i and row[i - 1].form in frame.not_after:
        return False
    if frame.within and not any(u.form in frame.within for u in row[max(0, i - _MAX_GAP) : i]):
        return False
    if frame.unless and not frame.unless.isdisjoint(following):
        return False
    pronouns = [h.form.pronoun for h in row[i].nouns]
    if frame.row.possessed and not any(pronouns):
        return False
    call = frame.row.kind == "call"
    both = any(pronoun in THEIRS for pronoun in pronouns)
    return not frame.needs or (both and not call) or _needed(state, i, frame, following)


def _needed(state: State, i: int, frame: Frame, following: list[str]) -> bool:
    """Whether a word that the frame needs stands around a call, or behind another noun."""
    call = frame.row.kind == "call"
    near = [u.form for u in state.row[max(0, i - _NEAR) : i + _CALL_REACH]] if call else following
    text = f" {' '.join(near)} "
    glued = tuple(w for w in frame.needs if w.startswith(Marker.FOR))
    return any(f" {w} " in text for w in frame.needs) or (bool(glued) and any(f.startswith(glued) for f in following))
