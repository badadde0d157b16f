"""Predicates: a word becomes a verb, a noun, a verb that carries a noun, a verbal noun, or a verb of saying."""

from isnad.arabic.clitics import JOINS
from isnad.arabic.markers import Marker
from isnad.arabic.paradigms import NOMINAL_ENDINGS, PRESENT_FRONTS, THIRD_PERSON_FRONTS
from isnad.clauses.hanging import hang_verb
from isnad.clauses.heads import SAYING_WANTS, Head, wanted
from isnad.clauses.nominals import hang_noun
from isnad.clauses.readings import is_masdar, noun_frames, said_frames, verb_frames
from isnad.clauses.state import State
from isnad.clauses.units import Unit
from isnad.lexicon.index import FrameHit
from isnad.lexicon.speech import CueForm
from isnad.lexicon.words import W

_FINITE = frozenset({"past", "present", "future"})
_PARTICIPLE, _ACCUSATIVE = "participle", ("ا", "ه")
_MASDAR_WANTS: frozenset[str] = frozenset({Marker.WITH, Marker.BETWEEN, Marker.GENITIVE})


def take_predicate(state: State, i: int, unit: Unit) -> bool:
    """Take the word at unit i as a predicate; False where it is none."""
    head = _verb(state, i, unit) or _noun(state, i, unit) or _saying(state, i, unit)
    if head is not None:
        state.file(head)
    return head is not None


def take_unlisted_verb(state: State, i: int, unit: Unit) -> bool:
    """A verb that no list knows, by its shape and the mention behind it: «وحاول فلان», «يلقي الرئيس كلمة»."""
    after = state.after(i)
    if after is None or after.phrase is None or after.clitic or state.governed(i) or not _verbal_shape(i, unit):
        return False
    head = Head(i, unit, "saying")
    head.wants = SAYING_WANTS
    hang_verb(state, head)
    state.file(head)
    return True


def _verbal_shape(i: int, unit: Unit) -> bool:
    """Whether a word looks like a verb: one of status in the present («يعتزم»), or one of which nothing is known."""
    if not unit.ordinary:
        if unit.word(W.ATTEMPT):
            return True
        wish = unit.tag("status") is not None and not unit.clitic
        return wish and unit.form.startswith(THIRD_PERSON_FRONTS)
    opens = i == 0 and unit.form[0] == Marker.AND and not unit.raw.endswith(NOMINAL_ENDINGS)
    return opens or unit.form.startswith(PRESENT_FRONTS)


def _verb(state: State, i: int, unit: Unit) -> Head | None:
    if unit.nouns and i and (state.governed(i) or state.row[i - 1].word(W.EVENT)):
        # «قبل توجهها إلى …»: a noun
        return None
    hits, lights = verb_frames(state, i, unit), _lights(state, i, unit)
    if hits and not unit.word(W.GATHERS):
        lights = [h for h in lights if state.grammar.lights[h.frame].only]
    if not hits and not lights:
        return None
    shape = (hits or lights)[0].form
    head = Head(i, unit, "verb" if hits else "carrier", shape)
    head.frames = [state.grammar.frames[h.frame] for h in hits]
    head.light = state.grammar.lights[lights[0].frame] if lights else None
    head.wants = wanted(head.frames, head.light)
    if shape.tense == "masdar" or any(unit.form in f.nominal for f in head.frames):
        head.form = "masdar"
        hang_noun(state, head)
    else:
        hang_verb(state, head)
    return head


def _lights(state: State, i: int, unit: Unit) -> list[FrameHit]:
    """The carrying verbs that a word may be."""
    lights = [] if is_masdar(state, i, unit) else [h for h in unit.lights if h.frame >= 0]
    return [] if lights and unit.marker and lights[0].form.tense == "past" else lights


def _noun(state: State, i: int, unit: Unit) -> Head | None:
    hits = noun_frames(state, i, unit)
    if not hits and not is_masdar(state, i, unit):
        return None
    head = Head(i, unit, "noun" if hits else "masdar", hits[0].form if hits else None)
    head.frames = [state.grammar.frames[h.frame] for h in hits]
    head.wants = wanted(head.frames) if hits else _MASDAR_WANTS
    hang_noun(state, head)
    return head


def _saying(state: State, i: int, unit: Unit) -> Head | None:
    """A finite verb of saying or stance, or its participle: its subject is whose words follow."""
    cue = next(
        (c for c in state.grammar.saying.get(unit.form, ()) if c.tense in _FINITE or c.tense == _PARTICIPLE), None
    )
    if cue is None or unit.marker or state.governed(i) or not _speaks(state, i, cue):
        return None
    head = Head(i, unit, "saying", cue)
    head.impersonal = state.grammar.impersonal(cue)
    head.urges = state.grammar.urges(cue)
    if cue.tense != _PARTICIPLE:
        head.frames = said_frames(state, i)
        head.wants = SAYING_WANTS | wanted(head.frames)
    hang_verb(state, head)
    return head


def _speaks(state: State, i: int, cue: CueForm) -> bool:
    """Whether a form of a verb of saying tells, at unit i, that somebody speaks."""
    form, context = state.row[i].form, state.context
    if cue.tense == _PARTICIPLE:
        if state.grammar.relays(cue):
            # «نقلا عن …»
            return False
        if not form.endswith(_ACCUSATIVE) or (context.verb is None and context.topic is None):
            return False
    return not state.grammar.weak(cue) or i == 0 or form.startswith(JOINS) or state.comma
