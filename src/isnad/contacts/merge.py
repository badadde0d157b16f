"""The tellings of one article made into contacts: one record a real encounter, however often it is told."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from isnad.contacts.draft import Party
from isnad.model import Span, Status, TimeExpression
from isnad.model.phrase import Actor

_SPECIFIC = {"contact": 0, "meeting": 1, "call": 1, "multilateral": 2, "message": 1, "visit": 1}
FAMILY = {
    "call": "talk",
    "contact": "talk",
    "meeting": "talk",
    "multilateral": "talk",
    "message": "message",
    "visit": "visit",
}
# so many sentences back stands what another followed on
_FOLLOWING = 1
_PLACELESS = frozenset({"call", "message"})
_CONGRATULATION = "message.hannaa"
_DONE = frozenset({"held", "ongoing"})
_WEEK = 7
_COMING = frozenset({"planned", "proposed"})
# what «عُقد الاجتماع» may say of an encounter told before; where it says for when it was set, it may be called off too
_TOLD_AGAIN = frozenset({"held", "planned"})
# the status rule of a visit that another telling ends
_ENDED = "ended"


class Telling(msgspec.Struct, frozen=True):
    """A draft with its status, time, place and evidence read.

    `where`: the side of its place. `goes_on`: its words go on with a narrative («كما التقى»). `same_day`: its time is
    told as another hour of the day spoken of («في وقت سابق السبت»). `recalled`: it lies further back («آخر لقاء»);
    `past`: its time ended more than a week ago; `bygone`: and it is told as such («كانت زيارته الأخيرة في مارس»).
    `earlier`: it was before another of its kind («لقاؤهما السابق»); `recurring`: it comes again and again («لقاءات
    متكررة»); `again`: it is counted as another of its kind («قمة ثانية»); `follows`: it came after what is told
    («أعقب اللقاء اجتماع مغلق»). `ended`: the visitor has left.
    `had`: he «had arrived» before what is told.
    `supposed`: no verb says whether it took place («لقاء بين …», «توجه للقاء …»). `echo`: told again without its
    parties («وعُقد الاجتماع أمس»); `set_for`: its words say for when it is or was set («القمة المقررة في 12 يونيو»).
    `promised`: a verb promises it («ستعقد القمة»), `ahead`: on a day to come.
    `bearers`: who hands over a message that is another's («نقل الوزير رسالة من الملك»). `clause`: how
    its clause hangs on the one above it and by what its doer is known; `status_rule`: what decided the status.
    `learned`: how sure the linker is of it, where no rule reads it, and for which `reasons`.
    """

    kind: str
    rule: str
    parties: tuple[Party, ...]
    status: Status
    firm: bool
    time: TimeExpression | None
    place: str | None
    evidence: Span
    trigger: int
    title: bool
    topics: tuple[str, ...] = ()
    sentence: int = 0
    where: str | None = None
    goes_on: bool = False
    same_day: bool = False
    recalled: bool = False
    earlier: bool = False
    recurring: bool = False
    again: bool = False
    follows: bool = False
    bygone: bool = False
    past: bool = False
    ended: bool = False
    had: bool = False
    supposed: bool = False
    promised: bool = False
    ahead: bool = False
    echo: bool = False
    set_for: bool = False
    bearers: tuple[Actor, ...] = ()
    clause: tuple[str, ...] = ()
    status_rule: str = ""
    learned: float | None = None
    reasons: tuple[tuple[str, float], ...] = ()

    def side_set(self) -> frozenset[str]:
        """The sides of the parties."""
        return frozenset(a.side for a, _ in self.parties if a.side)


def same(a: Telling, b: Telling) -> bool:
    """Whether two tellings of one article can be one contact."""
    if FAMILY[a.kind] != FAMILY[b.kind] or not _kinds(a, b) or not _company(a, b) or not _statuses(a, b):
        return False
    if _of_another_time(a, b) or _apart(a.time, b.time) or _of_other_people(a, b):
        return False
    if a.kind == b.kind == "visit" and _visitors(a) != _visitors(b):
        return False
    if a.kind == b.kind == "message" and [x.side for x, _ in a.parties] != [x.side for x, _ in b.parties]:
        return False
    return all(_agree(a, b, side) for side in a.side_set() & b.side_set())


def _of_other_people(a: Telling, b: Telling) -> bool:
    """«التقى مسؤولون من البلدين» beside a summit of their leaders; «أعقب اللقاء اجتماع»: what followed on it."""
    if a.follows != b.follows:
        after, before = (a, b) if a.follows else (b, a)
        if before.trigger < after.trigger and after.sentence - before.sentence <= _FOLLOWING and not before.title:
            return True
    staff, leaders = (a, b) if _staff(a) else (b, a)
    named = {x.side for x, _ in leaders.parties if x.name and x.phrase_kind == "person"}
    return _staff(staff) and not staff.title and named == leaders.side_set()


def _staff(telling: Telling) -> bool:
    """Whether only people in the plural whom nobody names are told, on all hands."""
    return all(x.phrase_kind == "officials" and not x.name for x, _ in telling.parties)


def _kinds(a: Telling, b: Telling) -> bool:
    """Whether a call is told of on neither hand, on both, or only as some contact on the other."""
    return a.kind == b.kind or "call" not in (a.kind, b.kind) or "contact" in (a.kind, b.kind)


def _company(a: Telling, b: Telling) -> bool:
    """Whether both are of the same sides or named people; a headline, or a session of many, may name fewer of them."""
    sa, sb = a.side_set(), b.side_set()
    names = _names(a)
    if sa == sb or (len(names) > 1 and names == _names(b) and not _with_body(a, b)):
        return True
    loose = a.title or b.title or "multilateral" in (a.kind, b.kind)
    return loose and (sa <= sb or sb <= sa) and a.kind == b.kind


def _with_body(a: Telling, b: Telling) -> bool:
    """Whether only one of two is a session of a body: «التقى نظيره», and the summit at whose margin that was."""
    bodies = ({x.side for x, _ in t.parties if x.phrase_kind == "organisation"} for t in (a, b))
    first, second = bodies
    return first != second


def _of_another_time(a: Telling, b: Telling) -> bool:
    """Whether one of two is told as lying further back than the other, where their days do not say."""
    if None in (a.time, b.time) and (
        # «كانت زيارته الأخيرة في مارس» beside a visit told as news
        a.bygone != b.bygone or (a.earlier, a.recurring) != (b.earlier, b.recurring)
    ):
        return True
    return a.kind == "visit" and ((_going_on(a) and b.past) or (_going_on(b) and a.past))


def _names(telling: Telling, side: str | None = None) -> set[str]:
    return {x.key for x, _ in telling.parties if x.name and side in (None, x.side)}


def _going_on(visit: Telling) -> bool:
    """Whether a visit goes on these days or is to come: it is no visit of which «الشهر الماضي» is told."""
    return visit.time is None and (visit.status == "ongoing" or (visit.status == "planned" and visit.firm))


def _statuses(a: Telling, b: Telling) -> bool:
    if a.status == b.status or not a.firm or not b.firm:
        return True
    both = {a.status, b.status}
    if both <= _DONE or both <= _COMING | {"cancelled"}:
        return True
    # a plan and what came of it on its day are one encounter
    return both == {"planned", "held"} and _one_day(a.time) is not None and _one_day(a.time) == _one_day(b.time)


def _one_day(time: TimeExpression | None) -> str | None:
    return time.earliest if time is not None and time.earliest == time.latest else None


def _visitors(telling: Telling) -> set[str | None]:
    return {actor.side for actor, role in telling.parties if role == "visitor"}


def _apart(a: TimeExpression | None, b: TimeExpression | None) -> bool:
    """Whether two times share no day."""
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.latest < b.earliest or b.latest < a.earliest


def _agree(a: Telling, b: Telling, side: str) -> bool:
    """Whether the persons of one side may be the same: no name on one hand is contradicted on the other."""
    names_a, names_b = _names(a, side), _names(b, side)
    if a.kind == "visit" and not (names_a and names_b):
        return True
    if names_a and names_b:
        return bool(names_a & names_b)
    ranks_a = {x.rank for x, _ in a.parties if x.side == side and x.rank}
    ranks_b = {x.rank for x, _ in b.parties if x.side == side and x.rank}
    return (
        not ranks_a
        or not ranks_b
        or bool(ranks_a & ranks_b)
        or "institution" in ranks_a | ranks_b
        or "officials" in ranks_a | ranks_b
    )


def merged(tellings: Iterable[Telling]) -> list[Telling]:
    """One telling a contact, in order of first mention; the richest words are kept, the firm status wins."""
    told = _settle_titles(list(tellings))
    out: list[Telling] = []
    for telling in sorted(told, key=lambda t: (t.title, t.trigger)):
        twin = next((i for i, t in enumerate(out) if same(t, telling)), None)
        if twin is None and not telling.echo:
            out.append(telling)
        elif twin is not None and (not telling.echo or telling.set_for or telling.status in _TOLD_AGAIN):
            out[twin] = joined(out[twin], telling)
    out = [t for t in out if not any(_hosted(t, v) for v in told) and not _in_the_air(t)]
    called = {t.side_set() for t in out if t.kind == "call"}
    # «هاتفه … وهنأه»: the congratulation is the call's
    out = [t for t in out if t.rule != _CONGRATULATION or t.kind == "call" or t.side_set() not in called]
    return sorted(out, key=lambda t: t.trigger)


def _in_the_air(telling: Telling) -> bool:
    """«المفاوضات مع إيران صعبة»: talks of no time and place, with nobody named on one hand, were not held now."""
    if not telling.supposed or telling.firm or telling.status != "held" or telling.title:
        return False
    named = {a.side for a, _ in telling.parties if a.name}
    return telling.kind != "visit" and telling.time is None and telling.place is None and len(named) < 2


def _hosted(meeting: Telling, visit: Telling) -> bool:
    """Whether a visit to come is all that is told: «سيتوجه إلى دمشق للقاء كبار المسؤولين» names nobody but hosts."""
    if (meeting.kind, meeting.status, visit.kind, visit.status) != ("meeting", "planned", "visit", "planned"):
        return False
    if not meeting.supposed or meeting.sentence != visit.sentence or not _visitors_with_hosts(meeting, visit):
        return False
    return meeting.time is None or not _apart(meeting.time, visit.time)


def _visitors_with_hosts(meeting: Telling, visit: Telling) -> bool:
    """Whether a meeting is of the visitors with officials of the hosts whom nobody names."""
    visitors = {a.key for a, role in visit.parties if role == "visitor"}
    hosts = {a.side for a, role in visit.parties if role == "host"}
    others = [a for a, _ in meeting.parties if a.key not in visitors]
    return len(others) < len(meeting.parties) and all(
        a.side in hosts and not a.name and a.rank == "officials" for a in others
    )


def _settle_titles(tellings: Sequence[Telling]) -> list[Telling]:
    """«لقاء الرئيسين الجمعة» over a body in which it «كان مقررا الجمعة»: a headline's day is that of its article."""
    firm = {_worded(t): t for t in reversed(tellings) if not t.title and t.firm and t.time is not None}
    out = []
    for telling in tellings:
        told = firm.get(_worded(telling)) if telling.title and telling.time is not None else None
        out.append(telling if told is None else replace(telling, status=told.status, firm=told.firm, time=told.time))
    return out


def _worded(telling: Telling) -> tuple[str, str, frozenset[str]]:
    return telling.kind, telling.time.text if telling.time else "", telling.side_set()


def joined(into: Telling, other: Telling) -> Telling:
    """A telling with what another of the same contact adds."""
    into = replace(into, ended=into.ended or other.ended, again=into.again or other.again)
    settled = _settled(into, other)
    kind = other.kind if _SPECIFIC[other.kind] > _SPECIFIC[into.kind] else into.kind
    richer = other if len(_named(other)) > len(_named(into)) else into
    return replace(
        settled,
        kind=kind,
        evidence=richer.evidence,
        rule=richer.rule,
        clause=richer.clause,
        # nobody is anywhere together on the telephone
        place=None if kind in _PLACELESS else into.place or other.place,
        topics=tuple(dict.fromkeys(into.topics + other.topics)),
        time=_narrower(settled, other) if _dated(settled) else other.time or settled.time,
        parties=_parties(into, other, kind),
    )


def _narrower(settled: Telling, other: Telling) -> TimeExpression | None:
    """The time told first, or the day or week that the other gives inside it: «الشهر المقبل … في 16 يوليو»."""
    a, b = settled.time, other.time
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return a
    inside = a.earliest <= b.earliest and b.latest <= a.latest
    return b if inside and _length(b.earliest, b.latest) < _WEEK <= _length(a.earliest, a.latest) else a


def _length(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def _dated(telling: Telling) -> bool:
    return telling.time is not None and telling.time.earliest is not None


def _settled(into: Telling, other: Telling) -> Telling:
    """A telling with the status, and what hangs on it, that the two of them leave: the first row that holds."""
    said = replace(into, status=other.status, status_rule=other.status_rule)
    adopted = replace(said, firm=other.firm, supposed=other.supposed)
    ongoing = other.status == "ongoing"
    rows = (
        (not into.firm and other.firm and not (into.ended and ongoing), adopted),
        (_goes_on_still(into, other), adopted),
        (into.supposed and not (other.supposed or other.title), replace(said, supposed=False)),
        (other.ended and into.status == "ongoing", replace(into, status="held", status_rule=_ENDED)),
        (into.status == "planned" and other.firm and other.status == "held", said),
        (_calls_off(into, other), said),
        (_revives(into, other), replace(said, time=other.time or into.time)),
    )
    return next((telling for holds, telling in rows if holds), into)


def _goes_on_still(into: Telling, other: Telling) -> bool:
    """Whether a visit told as past is told as going on too, as firmly."""
    still = into.kind == "visit" and into.status == "held" and other.status == "ongoing" and not into.ended
    return still and (other.firm or not into.firm)


def _calls_off(plan: Telling, other: Telling) -> bool:
    """Whether a cancellation ends a plan: not one that the article told before it as promised («ستعقد القمة»)."""
    if plan.status not in _COMING or other.status != "cancelled":
        return False
    return not plan.promised or (plan.title and not other.recalled)


def _revives(into: Telling, other: Telling) -> bool:
    """Whether a promise outlives a cancellation: that was told as past, or the promise is of a day to come."""
    return into.status == "cancelled" and other.promised and (into.recalled or other.ahead)


def _parties(into: Telling, other: Telling, kind: str) -> tuple[Party, ...]:
    """The parties of one telling, with those whom the other names or adds."""
    out = list(into.parties)
    have = {a.key for a, _ in out}
    for actor, role in other.parties:
        if actor.key in have:
            continue
        mine = [(i, a) for i, (a, _) in enumerate(out) if a.side == actor.side]
        nameless = next((i for i, a in mine if not a.name), None)
        if actor.name and nameless is not None:
            out[nameless] = (actor, out[nameless][1])
        elif (not mine and kind != "visit") or (actor.name and mine and _together(mine, other)):
            out.append((actor, role))
    return tuple(out)


def _together(mine: list[tuple[int, Actor]], other: Telling) -> bool:
    """Whether the other telling names all whom this one names of a side, and so more of the same company."""
    return {a.key for _, a in mine if a.name} <= {a.key for a, _ in other.parties}


def _named(telling: Telling) -> list[Actor]:
    return [a for a, _ in telling.parties if a.name]
