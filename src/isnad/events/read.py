"""The room's composition: acts told by words and by statements, sentence by sentence, then one record an act."""

from collections.abc import Mapping, Sequence

from isnad.events.acts import acts_of
from isnad.events.draft import Draft
from isnad.events.fold import folded
from isnad.events.participants import SentenceReader, participants
from isnad.events.records import records
from isnad.events.scene import Scene, Told
from isnad.events.verbal import verbal_acts
from isnad.lexicon.events import EventIndex
from isnad.model import Statement
from isnad.model.event import Event

_SHORTEST = 3
# so many words of sport make an article one of sport
_SPORT = 4
# so many words before a sentence may say that it is of violence
_AROUND = 30


def read_events(
    told: Told, index: EventIndex, numerals: Mapping[str, int], cues: Mapping[str, str]
) -> tuple[Event, ...]:
    """The events of an article in text order, one a real act. `cues`: the ids of verbs of saying by their lemma."""
    drafts: list[Draft] = []
    if _of_sport(told, index):
        return ()
    for number, scene in _scenes(told, index):
        said = _statements_in(told, scene)
        spoken = verbal_acts(scene, said, number, cues)
        taken = {d.trigger[0] for d in spoken}
        drafts += spoken
        drafts += acts_of(scene, number, numerals, taken, drafts)
    return records(told, folded(drafts))


def _of_sport(told: Told, index: EventIndex) -> bool:
    """Whether an article is of sport, where all attack, defend and win."""
    sport = index.words["sport"]
    return sum(form in sport for form in told.tokens.forms) >= _SPORT


def _scenes(told: Told, index: EventIndex) -> list[tuple[int, Scene]]:
    """The sentences that hold a word of an act."""
    cues = {s.cue.start for s in told.statements if s.cue is not None}
    timed = frozenset(k for first, last, _ in told.times for k in range(first, last))
    out = []
    for number, (span, title, phrases) in enumerate(told.sentences):
        acts = any(index.at(told.tokens.forms[i]) or told.tokens.starts[i] in cues for i in span)
        if len(span) < _SHORTEST or not acts:
            continue
        reader = SentenceReader(told.tokens, told.scan, index, span, told.ours, timed)
        mentioned = participants(reader, phrases)
        around = told.tokens.forms[max(0, span.start - _AROUND) : span.stop]
        accident = not index.words["accidents"].isdisjoint(told.tokens.forms[span.start : span.stop])
        violent = not accident and not index.words["violence"].isdisjoint(around)
        out.append((number, Scene(told, index, span.start, span.stop, title, mentioned, timed, violent)))
    return out


def _statements_in(told: Told, scene: Scene) -> Sequence[Statement]:
    """The statements whose cue, or whose words where they have none, begin in a sentence."""
    starts, ends = told.tokens.starts, told.tokens.ends
    lo, hi = starts[scene.lo], ends[scene.hi - 1]
    return [s for s in told.statements if lo <= (s.cue.start if s.cue is not None else s.content.start) < hi]
