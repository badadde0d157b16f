"""A day told once holds on: what a narrative goes on with, and what happens during a visit, happened on its day."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from isnad.contacts.merge import Telling
from isnad.model import TimeExpression
from isnad.model.phrase import Actor

_DONE = frozenset({"held", "ongoing"})
_MET = frozenset({"meeting", "multilateral", "contact"})
# a visit of more days leaves open on which of them its meetings were
_VISIT_DAYS = 3
# the status rule of a visit that takes it from its meetings
_WITH_ITS_MEETINGS = "with-its-meetings"
# so many sentences back a narrative goes on
_REACH = 6


def follow(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, in the order of the text, with the day of the narrative that they go on with."""
    out: list[Telling] = []
    for telling in tellings:
        before = _last_told(out, telling) if _undated(telling) and telling.goes_on and not telling.title else None
        # «استقبله الملك، الأربعاء … كما التقى رئيسة الوزراء»
        out.append(telling if before is None else replace(telling, time=before.time))
    for at, telling in [(i, t) for i, t in enumerate(out) if t.same_day and not t.title and _narrow(t.time)]:
        # «وصلت الوزيرة إلى القدس. وكانت قد التقت في وقت سابق السبت …»
        out[:at] = [replace(t, time=telling.time) if _just_before(t, telling) else t for t in out[:at]]
    return out


def by_telephone(told: Sequence[Telling]) -> list[Telling]:
    """The tellings without a headline's meeting of those who, as the body says, only called one another."""
    body = [t for t in told if not t.title]
    calls = [t for t in body if t.kind == "call"]
    sides = frozenset[str]().union(*(t.side_set() for t in calls))
    if not calls or any(t.kind in _MET and t.side_set() & sides for t in body):
        return list(told)
    return [t for t in told if not (t.title and t.kind in _MET and t.side_set() <= sides)]


def _undated(telling: Telling) -> bool:
    return telling.time is None and telling.status == "held" and not telling.recalled


def _just_before(before: Telling, telling: Telling) -> bool:
    """Whether a telling without a day is that after which another hour of the same day is told."""
    near = not before.title and telling.sentence - before.sentence == 1
    return near and before.time is None and before.status in _DONE and _shared(before, telling)


def _last_told(before: Sequence[Telling], telling: Telling) -> Telling | None:
    """The dated telling that this one goes on with: of the same sides, or told right before it; None where unsure."""
    for other in reversed(before):
        if other.title or telling.sentence - other.sentence > _REACH or not _shared(other, telling):
            continue
        if other.time is None and other.side_set() != telling.side_set():
            continue
        close = telling.sentence - other.sentence <= 1 and other.kind != "visit"
        if not (close or telling.side_set() <= other.side_set()):
            continue
        return other if other.status in _DONE and not other.recalled and _narrow(other.time) else None
    return None


def during(told: Sequence[Telling]) -> list[Telling]:
    """The contacts, each visit with the day of its meetings, and meetings with the days of their short visit."""
    out = list(told)
    for at in range(len(out)):
        if out[at].kind == "visit" and not out[at].recalled:
            out = _visited(out, at)
    return out


def _visited(told: Sequence[Telling], at: int) -> list[Telling]:
    """The contacts with what one visit and its meetings say of each other."""
    visit = told[at]
    within = [m for m in told if _within(visit, m, told)]
    if visit.supposed and visit.time is None:
        visit = _await(visit, within)
    meetings = [m for m in within if m.status in _DONE] if visit.status in _DONE else []
    dated = [m.time for m in meetings if _narrow(m.time)]
    if visit.time is None and visit.status == "planned":
        visit = _with_its_plans(visit, within)
    # who «had arrived» when something happened may have come on a day before
    if visit.time is None and not visit.had and len({(t.earliest, t.latest) for t in dated if t is not None}) == 1:
        visit = replace(visit, time=dated[0])
        meetings = []
    if not _narrow(visit.time, _VISIT_DAYS):
        meetings = []
    given = {id(m): m.status for m in meetings if m.time is None}
    given |= {id(m): "planned" for m in within if _awaits(m, visit)}
    return [
        visit if i == at else replace(t, time=visit.time, status=given[id(t)]) if id(t) in given else t
        for i, t in enumerate(told)
    ]


def _awaits(meeting: Telling, visit: Telling) -> bool:
    """«يجري الرئيس محادثات مع ضيفه الذي يصل غدا»: talks that wait for the visitor of whom their sentence tells."""
    open_yet = meeting.time is None and not meeting.firm and meeting.status in ("ongoing", "planned")
    return open_yet and visit.status == "planned" and _narrow(visit.time) and meeting.sentence == visit.sentence


def _with_its_plans(visit: Telling, within: Sequence[Telling]) -> Telling:
    """«سيزور واشنطن ويلتقي الرئيس في سبتمبر»: a visit planned for when its sentence plans its meetings."""
    plans = [m.time for m in within if m.status == "planned" and m.sentence == visit.sentence and m.time is not None]
    spans = {(t.earliest, t.latest) for t in plans if t.earliest is not None}
    return replace(visit, time=plans[0]) if len(spans) == 1 == len({t.earliest for t in plans}) else visit


def delivered(told: Sequence[Telling]) -> list[Telling]:
    """The contacts, with the day on which a bearer met whom he brings a message: «استقبل الأحد الوزير … نقل رسالة»."""
    return [_handed_over(t, told) if t.bearers and _undated(t) else t for t in told]


def _handed_over(message: Telling, told: Sequence[Telling]) -> Telling:
    hands = [a for a, role in message.parties if role == "recipient"]
    met = [
        m.time
        for m in told
        if m.kind in _MET
        and m.status in _DONE
        and not m.recalled
        and all(any(may_be(a, party) for party, _ in m.parties) for a in (*message.bearers, *hands))
    ]
    # met twice, or on no single day: either may be meant
    return replace(message, time=met[0]) if len(met) == 1 and _narrow(met[0]) else message


def _await(visit: Telling, meetings: Sequence[Telling]) -> Telling:
    """«سيستقبل الرئيس الاثنين نظيره … وتأتي الزيارة»: a visit whose only meetings are to come is to come with them."""
    if not meetings or not all(m.status == "planned" and m.firm for m in meetings):
        return visit
    days = [m.time for m in meetings if _narrow(m.time)]
    return replace(
        visit,
        status="planned",
        status_rule=_WITH_ITS_MEETINGS,
        time=days[0] if len(days) == len(meetings) == 1 else None,
    )


def _within(visit: Telling, meeting: Telling, told: Sequence[Telling]) -> bool:
    """Whether a meeting is one of the visitor's with his hosts, in their country."""
    if meeting.kind not in _MET or meeting.recalled:
        return False
    guests = [a for a, role in visit.parties if role == "visitor"]
    hosts = {a.side for a, role in visit.parties if role == "host"}
    if not hosts <= meeting.side_set() or not any(may_be(g, party) for g in guests for party, _ in meeting.parties):
        return False
    if meeting.where is not None:
        return meeting.where in hosts
    # where each side visits the other, the meeting may belong to either visit
    return not any(_returns(visit, other) and _near(other, meeting) for other in told)


def _returns(visit: Telling, other: Telling) -> bool:
    """Whether another visit goes the opposite way."""
    if other.kind != "visit" or other.status not in _DONE or other.recalled:
        return False
    guests, hosts = ({a.side for a, role in other.parties if role == kind} for kind in ("visitor", "host"))
    return any(a.side in hosts for a, role in visit.parties if role == "visitor") and any(
        a.side in guests for a, role in visit.parties if role == "host"
    )


def _near(a: Telling, b: Telling) -> bool:
    """Whether two times may lie within a few days of each other."""
    if (
        a.time is None
        or b.time is None
        or not (a.time.earliest and a.time.latest and b.time.earliest and b.time.latest)
    ):
        return True
    slack = timedelta(_VISIT_DAYS)
    starts, ends = (date.fromisoformat(day) for day in (a.time.earliest, a.time.latest))
    return starts - slack <= date.fromisoformat(b.time.latest) and date.fromisoformat(b.time.earliest) <= ends + slack


def may_be(a: Actor, b: Actor) -> bool:
    """Whether two actors are one: the same person, or the same office of a side, named once («الوزير النرويجي»)."""
    return a.key == b.key or (a.side == b.side and a.rank == b.rank != "" and not (a.name and b.name))


def _shared(a: Telling, b: Telling) -> bool:
    return bool({x.key for x, _ in a.parties if x.name} & {x.key for x, _ in b.parties if x.name})


def _narrow(time: TimeExpression | None, days: int = 1) -> bool:
    """Whether a time is of so many days at most."""
    if time is None or not time.earliest or not time.latest:
        return False
    return (date.fromisoformat(time.latest) - date.fromisoformat(time.earliest)).days < days
