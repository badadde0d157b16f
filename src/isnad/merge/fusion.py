"""Fusion: the reports of one contact made into its record. Nothing that a witness said is lost: reports stay whole."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from isnad.merge.accounts import UNKNOWN, Account, person
from isnad.merge.conflicts import conflicts
from isnad.merge.contradiction import same_person
from isnad.merge.days import iso
from isnad.merge.outcome import outcome
from isnad.merge.roots import statements
from isnad.merge.sources import sources
from isnad.model import (
    ContactKind,
    Days,
    Join,
    Party,
    RecordContact,
    RecordTime,
    Report,
    ReportParty,
    Root,
)
from isnad.model.reading import Role
from isnad.statements.provenance import chains


def fuse(
    members: Sequence[Account],
    joins: tuple[Join, ...],
    rooted: Mapping[str, tuple[Root, ...]],
    firsts: Mapping[str, str],
) -> RecordContact:
    """The record of one contact. `members` are sorted by id; `firsts`: the key of a family's first article."""
    told = sorted(members, key=lambda a: (a.out, a.id))
    status, time, bounds = outcome(told)
    parties = _parties(told)
    return RecordContact(
        id=members[0].id,
        kind=_kind(told),
        status=status,
        parties=parties,
        time=time,
        bounds=bounds,
        place=_most(m.contact.place for m in told if m.contact.place),
        topics=tuple(dict.fromkeys(topic for m in told for topic in m.contact.topics)),
        background=all(m.contact.background for m in told),
        domestic=len({p.side for p in parties}) == 1,
        reports=tuple(_report(m, rooted[m.id], firsts) for m in told),
        sources=sources(members, rooted),
        conflicts=conflicts(told),
        joins=joins,
        confidence=max((m.contact.confidence for m in told if m.contact.confidence is not None), default=None),
    )


def _kind(told: Sequence[Account]) -> ContactKind:
    kinds = Counter(m.contact.kind for m in told if m.kind != "contact")
    return min(kinds, key=lambda k: (-kinds[k], k)) if kinds else "contact"


def _parties(told: Sequence[Account]) -> tuple[ReportParty, ...]:
    """Each person once, in the fullest form; a side that somebody names is not listed without a name as well."""
    groups: list[list[Party]] = []
    for account in told:
        for party in account.contact.parties:
            groups_of = next((g for g in groups if _one(g[0], party)), None)
            if groups_of is None:
                groups.append([party])
            else:
                groups_of.append(party)
    named = {g[0].side for g in groups if any(p.name for p in g)}
    return tuple(_party(g) for g in groups if any(p.name for p in g) or g[0].side not in named or g[0].side == UNKNOWN)


def _one(a: Party, b: Party) -> bool:
    ours, theirs = person(a), person(b)
    if a.side != b.side or (ours is None) != (theirs is None):
        return False
    return ours is None or theirs is None or same_person(ours, theirs)


def _party(group: list[Party]) -> ReportParty:
    names = Counter(p.name for p in group if p.name)
    roles: Counter[Role] = Counter(p.role for p in group if p.role != "participant")
    return ReportParty(
        actor=_most(p.actor for p in group if p.actor),
        name=max(names, key=lambda n: (len(n.split()), names[n], n)) if names else None,
        name_en=_most(p.name_en for p in group if p.name_en),
        office=_most(p.office for p in group if p.office),
        side=group[0].side,
        role=min(roles, key=lambda r: (-roles[r], r)) if roles else "participant",
    )


def _report(account: Account, roots: tuple[Root, ...], firsts: Mapping[str, str]) -> Report:
    contact, witness = account.contact, account.witness
    time = contact.time
    first = firsts[account.family]
    out = Days(earliest=iso(account.out.lo), latest=iso(account.out.hi))
    return Report(
        article=witness.key,
        contact=contact.id,
        sha256=witness.sha256,
        title=witness.title,
        outlet=witness.outlet,
        published=out if out.earliest or out.latest else None,
        kind=contact.kind,
        status=contact.status,
        parties=tuple(_as_told(p) for p in contact.parties),
        time=RecordTime(text=time.text, value=time.value, earliest=time.earliest, latest=time.latest) if time else None,
        place=contact.place,
        chain=chains(contact, witness.statements, witness.outlet)[0],
        roots=roots,
        evidence=contact.evidence,
        statements=statements(contact, witness),
        copy_of=None if first == witness.key else first,
    )


def _as_told(p: Party) -> ReportParty:
    return ReportParty(actor=p.actor, name=p.name, name_en=p.name_en, office=p.office, side=p.side, role=p.role)


def _most(values: Iterable[str]) -> str | None:
    """The value that most give; the first of equals by spelling."""
    counted = Counter(values)
    return min(counted, key=lambda v: (-counted[v], -len(v), v)) if counted else None
