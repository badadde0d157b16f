"""Acts done by saying so: a statement whose verb, or the noun at the head of whose words, accuses, asks, supports."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from isnad.events.draft import Draft
from isnad.events.modality import Modality, of_tense
from isnad.events.parties import parties
from isnad.events.scene import Scene
from isnad.events.voice import Attributed
from isnad.lexicon.events import Act, ActForm
from isnad.model import Party, Statement

# the head of what is expressed stands within so many tokens, and whom it concerns within so many
_HEAD, _REACH = 3, 16
_LONGEST = 200
_JOINT = "AGREE"


def verbal_acts(scene: Scene, statements: Sequence[Statement], number: int, cues: Mapping[str, str]) -> list[Draft]:
    """The acts that the statements of a sentence are; at most one a statement."""
    out = []
    for statement in statements:
        if statement.polarity != "said" or not statement.speakers:
            continue
        found = _act(scene, statement, cues)
        if found is not None:
            out.append(_draft(scene, statement, *found, number))
    return out


def _token(scene: Scene, at: int) -> int:
    return bisect_left(scene.told.tokens.starts, at)


def _act(scene: Scene, statement: Statement, cues: Mapping[str, str]) -> tuple[Act, int, str] | None:
    """The act of a statement, the token that tells it, and by what: its cue or the head of its words."""
    begin = _token(scene, statement.content.start)
    for k in range(begin, min(begin + _HEAD, len(scene.forms))):
        if any(p.phrase is not None and p.first <= k < p.last for p in scene.participants):
            # «قوات الدعم السريع»
            break
        form = next((f for f in scene.lexicon.at(scene.forms[k]) if _heads(scene, f)), None)
        if form is not None:
            return scene.lexicon.acts[form.act], k, "head"
    if statement.cue is None:
        return None
    place = scene.lexicon.by_cue.get(cues.get(statement.cue.lemma, ""))
    return (scene.lexicon.acts[place], _token(scene, statement.cue.start), "cue") if place is not None else None


def _heads(scene: Scene, form: ActForm) -> bool:
    return form.form == "noun" and scene.lexicon.acts[form.act].heads and not form.more


def _draft(scene: Scene, statement: Statement, act: Act, at: int, by: str, number: int) -> Draft:
    told = scene.told
    cue = statement.cue
    sides = {p.side for p in statement.speakers}
    joint = len(sides) > 1
    if act.id == "necessity" and joint:
        # two who stress together what is needed agree on it
        act = next(a for a in scene.lexicon.acts if a.type == _JOINT and a.verbal)
    start = min(cue.start, statement.content.start) if cue is not None else statement.content.start
    end = max(statement.content.end, cue.end if cue is not None else 0)
    end = min(end, start + _LONGEST)
    end = told.tokens.ends[max(bisect_left(told.tokens.ends, end + 1) - 1, at)]
    mood = Modality("occurred", by)
    if cue is not None and act.type in ("SUPPORT", "REJECT") and by == "cue":
        form = told.tokens.forms[_token(scene, cue.start)]
        verb = next((f for f in scene.lexicon.at(form) if f.form == "verb"), None)
        mood = of_tense(scene, act, verb.tense) if verb is not None and scene.title is False else mood
        mood = mood if mood.status == "standing" else Modality("occurred", by)
    return Draft(
        act=act,
        modality=mood,
        actors=statement.speakers,
        targets=() if joint and act.type == _JOINT else _targets(scene, statement, act, at, sides),
        voiced=Attributed("attributed", statement.chain, (statement.id,)),
        span=(start, end),
        trigger=(told.tokens.starts[at], told.tokens.ends[at]),
        sentence=number,
        title=scene.title,
        rule=f"{act.id}.{by}",
        time=statement.time,
        contact=statement.contact,
    )


def _targets(scene: Scene, statement: Statement, act: Act, at: int, own: set[str]) -> tuple[Party, ...]:
    """Whom the words bear on: whoever is asked or accused, else the first side of the words that is not the speaker."""
    if (
        statement.addressee is not None
        and act.type in ("REQUEST", "THREATEN", "ACCUSE")
        and statement.addressee.side not in own
    ):
        return (statement.addressee,)
    begin = _token(scene, statement.content.start)
    spoken = {p.start for p in statement.speakers}
    for p in scene.participants:
        if p.first < min(at, begin) or p.first > begin + _REACH or not p.sides:
            continue
        found = parties(scene.told, [p])
        if found[0].start in spoken or {f.side for f in found} & own or found[0].side == "unknown":
            continue
        if p.is_place and act.type in ("REQUEST", "ACCUSE", "REJECT", "THREATEN"):
            continue
        return found
    return ()
