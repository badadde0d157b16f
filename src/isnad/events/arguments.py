"""Who does an act to whom, by the words around its trigger."""

from collections.abc import Sequence
from typing import NamedTuple

from isnad.arabic.markers import Marker
from isnad.events.participants import BY, Participant
from isnad.events.scene import Scene
from isnad.events.triggers import Trigger

# so many tokens may stand between a verb and its subject, and between a subject in front and its verb
_NEAR, _FRONT = 4, 5
# so far behind a trigger its arguments stand
_REACH = 24
# so many tokens before a noun the verb that carries it stands
_CARRIED = 9
# so many behind a verb stands by whom it is done
_BY_REACH = 8
# and so many behind it the clause that describes it begins
_DESCRIBED = 5
Group = tuple[Participant, ...]
_COMMAS = frozenset("،,")
# «تفجير استهدف سوقا»: the verb that says what a blow struck
_STRIKES = "strike"
_ACTING = frozenset({"actor", "force", "militant", "stranger"})
_PRONOUNED = ("ه", "ها", "هم")


class Arguments(NamedTuple):
    """Who does it to whom; `stretch`: the tokens in which the act is told; `carrier`: the verb that carries a noun.

    `aimed`: a verb says what a blow struck: «هجوم استهدف القوات».
    """

    actors: Group
    targets: Group
    stretch: range
    carrier: int | None = None
    aimed: bool = False


def arguments(scene: Scene, trigger: Trigger, nearby: Sequence[Trigger]) -> Arguments:
    """The arguments of a trigger; `nearby`: all triggers of the sentence."""
    end = _end(scene, trigger, nearby)
    before = max((t for t in nearby if t.last <= trigger.first), key=lambda t: t.first, default=None)
    if before is not None and _strikes(scene, before, trigger):
        # its subject is the blow, which tells it
        return Arguments((), _group(scene, _bare(scene, trigger.last, end)), range(trigger.first, end))
    if trigger.verb:
        actors, targets = _of_verb(scene, trigger.first, trigger.last, end, trigger)
        return Arguments(actors, targets, range(trigger.first, end))
    return _of_noun(scene, trigger, end, nearby)


def _strikes(scene: Scene, noun: Trigger, verb: Trigger) -> bool:
    """Whether a verb says what the blow before it struck: «تفجير انتحاري استهدف سوقا», «قصف في حلب أمس استهدف …»."""
    if not verb.verb or verb.act.id != _STRIKES or noun.verb or noun.act.type != verb.act.type:
        return False
    between = range(noun.last, verb.first)
    others = any(p.first in between and not p.is_place for p in scene.participants)
    return not others and not any(scene.has(k, "bounds") for k in between)


def _end(scene: Scene, trigger: Trigger, nearby: Sequence[Trigger]) -> int:
    """Where the stretch behind a trigger ends: at the next verb of another act, or a word that bounds."""
    limit = min(scene.hi, trigger.last + _REACH)
    for other in nearby:
        if trigger.last <= other.first < limit and other.verb:
            limit = other.first
    for k in range(trigger.last, limit):
        if scene.forms[k] in scene.lexicon.words["bounds"] and k > trigger.last + 1:
            return k
    return limit


def group(scene: Scene, first: Participant) -> Group:
    """A participant and those joined to it by «و»."""
    out = [first]
    for p in scene.participants:
        if p.first < out[-1].last:
            continue
        between = scene.forms[out[-1].last : p.lead]
        if (
            not p.joined
            or p.is_place != first.is_place
            or (p.marker and p.marker != first.marker)
            or any(w not in {"و", "،"} for w in between)
        ):
            break
        out.append(p)
    return tuple(out)


def _bare(scene: Scene, first: int, last: int) -> Participant | None:
    """The first participant of tokens [first, last) that no preposition governs."""
    return next((p for p in scene.participants if first <= p.lead and p.first < last and not p.marker), None)


def _under(scene: Scene, first: int, last: int, marker: str) -> Participant | None:
    return next((p for p in scene.participants if first <= p.lead and p.first < last and p.marker == marker), None)


def _of_verb(scene: Scene, first: int, last: int, end: int, trigger: Trigger) -> tuple[Group, Group]:
    """Actors and targets of a verb: its subject stands in front of it or behind, its object behind that."""
    fronted = in_front(scene, first)
    behind = _bare(scene, last, end)
    near = behind is not None and _near(scene, last, behind.lead)
    agent = _under(scene, last, min(end, last + _BY_REACH), BY)
    subject = fronted or (behind if near else None)
    if agent is not None and subject is not None:
        # «سقطت المدينة بيد الحركة», «قصفت البلدة من قبل الجيش»
        return group(scene, agent), group(scene, subject)
    if subject is not None and subject.kind in ("holding", "place") and trigger.form.form != "passive":
        # «استهدفت مباني حكومية»: a thing does nothing
        return (), _target(scene, trigger, last, end, group(scene, subject))
    if subject is None:
        # «وتستهدف هذه الحملة …»: who does it is no one known, and what follows may be anything
        return (), _target(scene, trigger, last, end, ())
    if trigger.form.form == "passive":
        return (), group(scene, subject)
    if trigger.act.victim and _suffers(scene, trigger, subject, behind if fronted is not None else None, end):
        return (), group(scene, subject)
    actors = group(scene, subject)
    start = last if fronted is not None else actors[-1].last
    rest = _bare(scene, start, end)
    if fronted is not None and not near:
        rest = None
    return actors, _target(scene, trigger, start, end, _group(scene, rest))


def _group(scene: Scene, first: Participant | None) -> Group:
    return group(scene, first) if first is not None else ()


def _suffers(scene: Scene, trigger: Trigger, subject: Participant, behind: Participant | None, end: int) -> bool:
    """«قتل عشرة أشخاص», «سبعة قتلوا»: whether the one party of a verb is who suffers it."""
    last = group(scene, subject)[-1].last
    object_ = _bare(scene, last, end)
    # «قتل خمسة جنود في هجوم شنه مسلحون»: what stands behind a preposition is of another word
    beside = object_ is not None and not any(scene.has(k, "prepositions") for k in range(last, object_.lead))
    if behind is not None or (subject.first > trigger.first and beside):
        if beside and object_ is not None and object_.lead == last:
            # «طعن شاب جنديا»
            return False
        return subject.kind == "people" and trigger.form.tense == "past"
    if subject.kind in ("people", "holding") or subject.lead < subject.first:
        return True
    after = last if subject.first > trigger.first else trigger.last
    return after >= end or scene.has(after, "prepositions") or scene.forms[after] in _COMMAS | {"."}


def _near(scene: Scene, first: int, last: int) -> bool:
    """Whether nothing but adverbs and times stands between a verb and its subject: another word would be its own."""
    return all(
        k in scene.timed or scene.forms[k] in _COMMAS or scene.has(k, "adverbs", "verb-leads")
        for k in range(first, last)
    )


def in_front(scene: Scene, at: int) -> Participant | None:
    """The subject in front of a verb at token `at`, bare and near, or whom a relative clause describes."""
    before = [p for p in scene.participants if p.last <= at]
    if not before:
        return None
    p = before[-1]
    gap = [
        k for k in range(p.last, at) if k not in scene.timed and scene.forms[k] not in _COMMAS | {'"', "”", "“", ")"}
    ]
    if any(scene.has(k, "relatives") for k in gap) and len(gap) <= 2:
        return p
    if len(gap) > _FRONT or any(scene.has(k, "prepositions") or scene.lexicon.at(scene.forms[k]) for k in gap):
        return None
    if any(scene.forms[k] in scene.lexicon.words["bounds"] for k in gap):
        return None
    while p.joined and len(before) > 1 and not p.marker:
        # «الجيش والشرطة اعتقلا»: the first of those joined
        before.pop()
        p = before[-1]
    return p if not p.marker and not p.is_place and _opens(scene, p.lead) else None


def _opens(scene: Scene, at: int) -> bool:
    """Whether a clause may open at token `at`."""
    if at <= scene.lo + 1:
        return True
    before = scene.forms[at - 1]
    return (
        before in _COMMAS | {":", "-", ".", '"', "“", "”", "و"}
        or scene.has(at - 1, "bounds", "verb-leads")
        or at - 1 in scene.timed
    )


def _target(scene: Scene, trigger: Trigger, first: int, last: int, bare: Group) -> Group:
    """Whom the act is done to, under the first of its markers that stands there."""
    for marker in scene.lexicon.targets[trigger.place]:
        if marker == "object" and bare:
            return bare
        if marker not in ("object", "content", "none") and (p := _under(scene, first, last, marker)) is not None:
            return group(scene, p)
    if "content" in trigger.act.target:
        p = next((p for p in scene.participants if first <= p.lead and p.first < last and not p.is_place), None)
        return group(scene, p) if p is not None else ()
    return ()


def _of_noun(scene: Scene, trigger: Trigger, end: int, nearby: Sequence[Trigger]) -> Arguments:
    act, last = trigger.act, trigger.last
    own = _genitive(scene, trigger)
    behind = own[-1].last if own else last
    next_ = min((t for t in nearby if t.first >= last), key=lambda t: t.first, default=None)
    aim = next_ if next_ is not None and _strikes(scene, trigger, next_) else None
    end = _end(scene, aim, nearby) if aim is not None else end
    aimed = _group(scene, _bare(scene, aim.last, end)) if aim is not None else ()
    targets = aimed or _target(scene, trigger, behind, end, ())
    agent = _under(scene, last, min(end, next_.first) if next_ is not None else end, BY)
    carrier, carried, suffers = _carried(scene, trigger, nearby)
    if carried and carried[0].is_place:
        # «شهدت المدينة احتجاجات»
        carried = ()
    described, relative = _relative(scene, last)
    actors = group(scene, agent) if agent is not None else relative or (() if suffers else carried)
    if carrier is not None and not actors and not suffers and not scene.has(carrier, "announces"):
        # «وتمكن من استعادة السيطرة»: of whom the sentence speaks
        actors = _group(scene, spoken_of(scene, carrier))
    if not actors and trigger.form.pronoun and act.genitive != "target":
        # «استقدامه التعزيزات», «سيطرتها على المدينة»
        actors = _group(scene, spoken_of(scene, trigger.first))
    if suffers:
        targets = carried or targets
    if own:
        as_actor = act.genitive == "actor" or (
            act.genitive == "either"
            and not actors
            and (bool(targets) or own[0].kind in ("force", "militant", "stranger"))
        )
        if as_actor and not actors:
            actors = own
        elif act.genitive in ("target", "either") and not targets:
            targets = own
        elif as_actor:
            targets = targets or ()
    if act.mutual and not actors and targets:
        actors = targets
    actors = () if act.victim and _tells_of_his_own(scene, carrier, actors, targets) else actors
    start = carrier if carrier is not None else trigger.first
    stop = max(end, relative[-1].last) if relative else end
    return Arguments(
        actors, targets, range(start, stop), carrier if carrier is not None else described, aimed=aim is not None
    )


def _tells_of_his_own(scene: Scene, carrier: int | None, actors: Group, targets: Group) -> bool:
    """«أعلن الجيش مقتل خمسة من جنوده»: who announces deaths of his own side, or of nobody known, caused none."""
    if carrier is None or not scene.has(carrier, "announces"):
        return False
    return not targets or not {s for p in actors for s in p.sides}.isdisjoint(s for p in targets for s in p.sides)


def spoken_of(scene: Scene, at: int) -> Participant | None:
    """Of whom the sentence speaks before token `at`: the first who may act, under no preposition."""
    acting = (p for p in scene.participants if p.last <= at and not p.marker and p.kind in _ACTING)
    return next(acting, None)


def _genitive(scene: Scene, trigger: Trigger) -> Group:
    """Who follows the noun: its genitive, or «ل» behind an indefinite one: «هجوم لحركة الشباب»."""
    if trigger.act.genitive == "none" or (trigger.form.definite and not trigger.form.pronoun):
        return ()
    p = next((p for p in scene.participants if p.lead >= trigger.last), None)
    if p is None or p.joined:
        return ()
    gap = p.lead - trigger.last
    if not p.marker and gap == 0:
        return group(scene, p)
    if p.marker == Marker.FOR and gap <= 2 and trigger.act.genitive == "actor" and Marker.FOR not in trigger.act.target:
        return group(scene, p)
    return ()


def _carried(scene: Scene, trigger: Trigger, nearby: Sequence[Trigger]) -> tuple[int | None, Group, bool]:
    """The verb before a noun that lends it its subject, who that is, and whether he suffers it («تعرض لهجوم»)."""
    for k in range(trigger.first - 1, max(scene.lo, trigger.first - _CARRIED) - 1, -1):
        if scene.has(k, "lights", "patients", "announces"):
            between = [p for p in scene.participants if k < p.lead and p.last <= trigger.first and not p.marker]
            near = [p for p in between if _near(scene, k + 1, p.lead)]
            subject = near[0] if near else in_front(scene, k)
            if trigger.act.victim and scene.has(k, "announces") and (subject is None or subject.kind != "force"):
                # «أعلن مسؤولون مقتل خمسة»: who tells it did not do it
                return None, (), False
            return k, group(scene, subject) if subject is not None else (), scene.has(k, "patients")
        if scene.forms[k] in scene.lexicon.words["bounds"] or any(t.first == k for t in nearby):
            # another act stands between
            break
    return None, (), False


def _relative(scene: Scene, first: int) -> tuple[int | None, Group]:
    """«الهجوم الذي شنته الحركة»: the verb of the clause that describes the noun, and who did what it tells."""
    lights = scene.lexicon.words["lights"]
    for k in range(first - 1, min(first + _DESCRIBED, scene.hi - 1)):
        form = scene.forms[k + 1]
        verb = next((form[: -len(p)] for p in _PRONOUNED if form.endswith(p) and form[: -len(p)] in lights), None)
        if verb is not None and (scene.has(k, "relatives") or k == first - 1):
            p = next((p for p in scene.participants if p.lead >= k + 2), None)
            near = p is not None and not p.marker and p.lead - k - 2 <= _NEAR
            return (k + 1, group(scene, p)) if near and p is not None else (None, ())
    return None, ()
