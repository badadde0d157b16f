"""Which marker, if any, a predicate takes a group of mentions under."""

from isnad.arabic.markers import Marker
from isnad.clauses.heads import Group, Head
from isnad.clauses.units import Unit
from isnad.lexicon.constructions import Filler

_WHERE = frozenset({Marker.IN, Marker.AT})
_CITIES = frozenset({"city", "weak_city"})
_PLACE: frozenset[Filler] = frozenset({"place"})
_COLLECTIVE: frozenset[Filler] = frozenset({"place", "side", "body"})
# no word stands between a noun and its genitive: «لقاء الرئيس», not «لقاء خاص الرئيس»
_GENITIVE_GAP = 0
# and so many between a participle and its object: «ملتقيا في مسقط أمس نظيره»
_ADVERBS = 4
# and between a noun and «ل»: «زيارة رسمية قصيرة للرئيس»
_FOR_GAP = 3
# and between a noun and its partner
_WITH_GAP = 5
# and units between a verb of discussion and its partner
_TALK_REACH = 10
# and between a verb and its subject
_SUBJECT_GAP = 6


def accepts(head: Head, group: Group, gap: int) -> str | None:
    """The marker under which a predicate takes a group of mentions, `gap` plain words after it; None for not."""
    if group.marker == Marker.BARE:
        return _after_noun(head, group, gap) if head.form in ("noun", "masdar") else _after_verb(head, group, gap)
    if group.marker == Marker.BY:
        return Marker.BY if head.finite or head.form == "noun" else None
    if head.form == "saying" and group.marker == Marker.FOR and gap and not _spoken(head):
        # «زيارة لم يعلن عنها للوزير»
        return None
    if group.marker not in head.wants:
        return group.marker if head.finite and group.places and group.marker in _WHERE else None
    return None if _too_far(head, group, gap) or _filled(head, group) else group.marker


def _spoken(head: Head) -> bool:
    """Whether a verb of saying has its speaker: «قال فلان لنظيره»."""
    return head.subject is not None or head.fronted is not None


def _too_far(head: Head, group: Group, gap: int) -> bool:
    """Whether a predicate stands too far before a group that is marked as its argument."""
    if head.form == "noun":
        if group.marker == Marker.FOR and gap > _FOR_GAP:
            return True
        if group.marker in (Marker.WITH, Marker.BETWEEN, Marker.FROM) and gap > _WITH_GAP:
            return True
    discusses = group.marker == Marker.WITH and any(f.row.discusses for f in head.frames)
    return discusses and group.at - head.at > _TALK_REACH and not (group.counterpart or _named(group))


def _named(group: Group) -> bool:
    """Whether a person by name begins the group: «بحث الأوضاع في … وآخر المستجدات مع فلان»."""
    actor = group.units[0].actor
    return actor is not None and actor.phrase_kind == "person" and bool(actor.name)


def _filled(head: Head, group: Group) -> bool:
    """Whether no slot under the group's marker is free for it."""
    takes = _takes(head, group.marker)
    if group.places and not (takes & _COLLECTIVE or head.form in ("carrier", "masdar")):
        return True
    return head.has(group.marker) and not group.joined and "place" not in takes


def _takes(head: Head, marker: str) -> set[Filler]:
    return {slot.takes for f in head.frames for slot in f.slots.get(marker, ())}


def _fits(head: Head, marker: str, group: Group) -> bool:
    """Whether a slot under this marker may be filled by a group: places by places, people by people."""
    if head.form in ("saying", "carrier"):
        return marker in head.wants
    takes = _takes(head, marker)
    return bool(takes & _COLLECTIVE) if group.places else bool(takes - _PLACE)


def _after_verb(head: Head, group: Group, gap: int) -> str | None:
    open_still = head.subject is None and head.fronted is None and not head.nobody
    free = open_still and gap <= _SUBJECT_GAP and head.number != "speaker"
    if free and not (group.places and _travels(head)) and _may_act(head, group.units[0]):
        return Marker.SUBJECT
    if head.pronoun or head.has(Marker.OBJECT) or _partnered(head) or not _fits(head, Marker.OBJECT, group):
        return None
    return Marker.OBJECT


def _partnered(head: Head) -> bool:
    return any(a.marker in (Marker.WITH, Marker.AT) and not a.places for a in head.arguments)


def _travels(head: Head) -> bool:
    """Whether a verb tells of ways to places only."""
    return bool(head.frames) and all(
        any(s.takes == "place" for options in f.slots.values() for s in options) for f in head.frames
    )


def _may_act(head: Head, unit: Unit) -> bool:
    """Whether a mention behind a verb can be its subject: «وصلت طائرة تقل دبلوماسيين» has another."""
    if unit.is_place and unit.phrase is not None and unit.phrase.strength in _CITIES:
        return False
    return not (head.female and unit.actor is not None and unit.actor.phrase_kind == "officials")


def _after_noun(head: Head, group: Group, gap: int) -> str | None:
    if head.frames and Marker.GENITIVE not in head.wants:
        # a participle: «ملتقيا نظيره»
        near = gap <= _ADVERBS and not head.has(Marker.OBJECT)
        return Marker.OBJECT if near and _fits(head, Marker.OBJECT, group) else None
    if not head.pronoun and head.definite:
        # «حضر اللقاء الوزير»: a noun with the article owns nothing
        return None
    if head.pronoun or head.has(Marker.GENITIVE):
        fits = Marker.OBJECT in head.wants and (not head.frames or _fits(head, Marker.OBJECT, group))
        free = fits and not head.has(Marker.OBJECT) and not _of_verb(head, group)
        return Marker.OBJECT if free and gap <= _GENITIVE_GAP + 1 else None
    free = Marker.GENITIVE in head.wants and not head.arguments
    return Marker.GENITIVE if free and gap <= _GENITIVE_GAP else None


def _of_verb(noun: Head, group: Group) -> bool:
    """«سيزور خلال جولته مصر», «تشمل جولة الوزير مصر»: places are the verb's above a noun, where that wants some."""
    verb = noun.parent
    if verb is None or verb.form != "verb" or verb.has(Marker.OBJECT):
        return False
    return group.places and _fits(verb, Marker.OBJECT, group)
