"""Acts done by saying so: a statement whose verb, or the noun at the head of whose words, accuses, asks, supports."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from isnad.arabic.markers import Marker
from isnad.events.arguments import arguments, group
from isnad.events.bearing import bears_on
from isnad.events.draft import Draft
from isnad.events.modality import Modality, of_tense
from isnad.events.parties import as_party, parties
from isnad.events.places import of_words
from isnad.events.scene import Scene
from isnad.events.triggers import trigger_at
from isnad.events.voice import Attributed, outlet
from isnad.lexicon.events import Act, ActForm
from isnad.model import Party, Statement, TimeOf

# the head of what is expressed stands within so many tokens, and whom it concerns within so many
_HEAD, _REACH = 2, 16
_LONGEST = 200
_JOINT = "AGREE"
# what is supported, refused or condemned is somebody's deed or land
_OF_DEEDS = frozenset({"SUPPORT", "REJECT"})
_ADDRESSED = frozenset({"REQUEST", "THREATEN", "ACCUSE"})
_OF_PEOPLE = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# what is given or refused bears on him to whom it is given, or from whom it came: «رفض طلبا من واشنطن»
_GIVEN = frozenset({"AGREE", "REJECT"})
_TO_WHOM = frozenset({Marker.FOR, Marker.FROM, Marker.WITH, Marker.TO})


def verbal_acts(scene: Scene, statements: Sequence[Statement], number: int, cues: Mapping[str, str]) -> list[Draft]:
    """The acts that the statements of a sentence are; at most one a statement."""
    out = []
    for statement in statements:
        if statement.polarity != "said" or not statement.speakers:
            continue
        found = _act(scene, statement, cues)
        if found is not None:
            draft = _draft(scene, statement, *found, number)
            out += [draft] if bears_on(draft) else []
    return out


def _token(scene: Scene, at: int) -> int:
    return bisect_left(scene.told.tokens.starts, at)


def _act(scene: Scene, statement: Statement, cues: Mapping[str, str]) -> tuple[Act, int, str] | None:
    """The act of a statement, the token that tells it, and by what: its cue or the head of its words."""
    begin = _token(scene, statement.content.start)
    reach = begin + _HEAD if scene.forms[begin] in scene.lexicon.words["prepositions"] else begin + _HEAD - 1
    if begin and scene.forms[begin - 1] in scene.lexicon.words["bounds"]:
        # «قال إن دعم الجيش …»
        reach = begin
    for k in range(begin, min(reach, len(scene.forms))):
        if any(p.phrase is not None and p.first <= k < p.last for p in scene.participants):
            # «قوات الدعم السريع»
            break
        form = next((f for f in scene.lexicon.at(scene.forms[k]) if _heads(scene, f)), None)
        if form is not None:
            return scene.lexicon.acts[form.act], k, "head"
    if statement.cue is None:
        return None
    place = scene.lexicon.by_cue.get(cues.get(statement.cue.lemma, ""))
    needs = scene.lexicon.needs[place] if place is not None else frozenset()
    if needs and not scene.any(begin, begin + _REACH, needs):
        return None
    return (scene.lexicon.acts[place], _token(scene, statement.cue.start), "cue") if place is not None else None


def _heads(scene: Scene, form: ActForm) -> bool:
    return form.form == "noun" and scene.lexicon.acts[form.act].heads and not form.more


def _draft(scene: Scene, statement: Statement, act: Act, at: int, by: str, number: int) -> Draft:
    told = scene.told
    cue = statement.cue
    speakers = tuple(as_party(p) for p in statement.speakers)
    sides = {p.side for p in speakers}
    joint = len(sides) > 1
    if act.id == "necessity" and joint:
        # two who stress together what is needed agree on it
        act = next(a for a in scene.lexicon.acts if a.type == _JOINT and a.verbal)
    turned = _turned(scene, statement, act, at) if by == "cue" else None
    actors = turned[0] if turned else speakers
    agreed = joint and act.type == _JOINT
    targets = turned[1] if turned else () if agreed else _targets(scene, statement, act, at, sides)
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
        actors=actors,
        targets=targets,
        places=of_words(scene, range(at, min(at + 2 * _REACH, scene.hi))),
        voiced=_voiced(scene, statement, mood),
        span=(start, end),
        trigger=(told.tokens.starts[at], told.tokens.ends[at]),
        sentence=number,
        title=scene.title,
        rule=f"{act.id}.{by}",
        time=_day(scene, statement),
        contact=statement.contact,
    )


def _turned(
    scene: Scene, statement: Statement, act: Act, at: int
) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """«وتتهم المعارضة روسيا»: actor and target by the verb itself, where the statement names its object as speaker."""
    trigger = trigger_at(scene, at)
    if trigger is None or not trigger.verb or trigger.act.id != act.id:
        return None
    found = arguments(scene, trigger, ())
    actors, targets = parties(scene.told, found.actors), parties(scene.told, found.targets)
    turned = {p.start for p in statement.speakers} & {t.start for t in targets}
    if not turned or not actors:
        return None
    known = any(p.side != "unknown" for p in actors) and actors[0].start < min(t.start for t in targets)
    return (actors, targets) if known else None


def _voiced(scene: Scene, statement: Statement, mood: Modality) -> Attributed:
    """The statement's chain; a position that stands is told by whoever tells of it."""
    if mood.status == "standing" and statement.parent is None:
        return Attributed("outlet", (outlet(scene.told),), (statement.id,))
    return Attributed("attributed", statement.chain, (statement.id,))


def _day(scene: Scene, statement: Statement) -> TimeOf | None:
    """The day of the saying: the statement's own, or that of the contact in which it was said."""
    if statement.time is not None:
        return statement.time
    return next((c.time for c in scene.told.contacts if c.id == statement.contact and c.status == "held"), None)


def _targets(scene: Scene, statement: Statement, act: Act, at: int, own: set[str]) -> tuple[Party, ...]:
    """Whom the words bear on: whoever is asked or accused, else the first side of the words that is not the speaker."""
    begin = _token(scene, statement.content.start)
    opening = _token(scene, statement.cue.end) if statement.cue is not None else begin
    spoken = {p.start for p in statement.speakers}
    asked = statement.addressee.start if statement.addressee is not None else -1
    for p in scene.participants:
        if p.first < min(at, begin, opening) or p.first > begin + _REACH or not p.sides:
            continue
        found = parties(scene.told, group(scene, p))
        if found[0].start == asked and act.type in _ADDRESSED:
            return found
        if found[0].start in spoken or {f.side for f in found} & own or found[0].side == "unknown":
            continue
        if (p.is_place and act.type in _OF_PEOPLE) or (act.type in _GIVEN and p.marker not in _TO_WHOM):
            continue
        # «أيدت لندن الضربات الأمريكية على المدينة»: whose deed it is stands before what it struck
        return _by_nisba(scene, act, range(begin, min(p.lead, begin + _REACH)), own) or found
    return _by_nisba(scene, act, range(begin, min(begin + _REACH, scene.hi)), own)


def _by_nisba(scene: Scene, act: Act, words: range, own: set[str]) -> tuple[Party, ...]:
    """«تجميد الاستيطان الإسرائيلي»: the side of which the words tell by an adjective alone."""
    if act.type not in _ADDRESSED | _OF_DEEDS:
        return ()
    for k in words:
        for match in scene.told.scan.at[k] or ():
            side = match.tags["nisba"][0][0] if "nisba" in match.tags else None
            if side and side not in own:
                tokens = scene.told.tokens
                text = tokens.words(k, k + 1)
                start, end = tokens.starts[k], tokens.ends[k]
                return (Party(actor=None, name=text, name_en=None, office=None, side=side, start=start, end=end),)
    return ()
