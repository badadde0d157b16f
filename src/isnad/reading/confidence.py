"""How often a reading like this was right: the confidence of contacts and statements, by two learned models."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from isnad.learned import Linear
from isnad.model import Contact, Speaker, Statement
from isnad.model.article import Zone

_STEPS = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377)
_MANY = 5


class Confidence(NamedTuple):
    """The models that judge contacts and statements; features are read off the reading document alone."""

    contact: Linear
    statement: Linear

    def of_contacts(self, contacts: Sequence[Contact], zones: Sequence[Zone]) -> tuple[Contact, ...]:
        """The contacts, each with its confidence; what the linker told keeps the linker's own probability."""
        return tuple(c if c.confidence is not None else self._contact(c, contacts, zones) for c in contacts)

    def _contact(self, contact: Contact, contacts: Sequence[Contact], zones: Sequence[Zone]) -> Contact:
        heard = contact_features(contact, contacts, zones)
        return msgspec.structs.replace(contact, confidence=_sure(self.contact, heard))

    def of_statements(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        """The statements, each with its confidence."""
        told = ((s, statement_features(s, statements)) for s in statements)
        return tuple(msgspec.structs.replace(s, confidence=_sure(self.statement, heard)) for s, heard in told)


def _sure(model: Linear, features: Sequence[str]) -> float:
    return round(model.probability(model.score(features)), 3)


def contact_features(contact: Contact, contacts: Sequence[Contact], zones: Sequence[Zone]) -> list[str]:
    """What a contact's own record says of its being right; `contacts`: all of its article."""
    c, time = contact, contact.time
    family = c.rule.partition(".")[0]
    sides = {p.side for p in c.parties}
    same = sum({p.side for p in o.parties} == sides for o in contacts)
    title = any(z.kind == "title" and z.start <= c.evidence.start < z.end for z in zones)
    out = [
        f"rule:{c.rule}",
        f"family:{family}",
        f"kind:{c.kind}",
        f"status:{c.status}",
        f"kind-status:{c.kind}/{c.status}",
        f"family-kind:{family}/{c.kind}",
        f"parties:{min(len(c.parties), _MANY)}",
        f"sides:{min(len(sides), _MANY)}",
        f"unknown:{'unknown' in sides}",
        f"names:{'+'.join(sorted(_named(p) for p in c.parties)[:2])}",
        f"time:{_width(time.earliest, time.latest) if time is not None else '-'}",
        f"place:{c.place is not None}/{c.kind}",
        f"topics:{bool(c.topics)}",
        f"title:{title}",
        f"background:{c.background}",
        f"counted:{c.earlier}/{c.again}",
        f"length:{_step(c.evidence.end - c.evidence.start)}",
        f"from:{_step(c.evidence.start // 20)}",
        f"others:{min(len(contacts) - 1, _MANY)}",
        f"same-sides:{min(same - 1, 2)}",
    ]
    out += [f"decided:{rule}" for rule in c.rules[1:]]
    for party in c.parties:
        out += [f"party:{_named(party)}/{party.role}", f"basis:{party.basis}"]
        inside = c.evidence.start <= party.start and party.end <= c.evidence.end
        out.append(f"inside:{inside}/{_named(party)}")
    return out


def statement_features(statement: Statement, statements: Sequence[Statement]) -> list[str]:
    """What a statement's own record says of its speaker and words being right; `statements`: all of its article."""
    s = statement
    out = [
        f"rule:{s.rule}",
        f"form:{s.form}",
        f"polarity:{s.polarity}",
        f"occasion:{s.occasion}",
        f"class:{s.cue.cls if s.cue is not None else '-'}",
        f"lemma:{s.cue.lemma if s.cue is not None else '-'}",
        f"joint:{s.joint}",
        f"only:{s.counterpart_only}",
        f"speakers:{min(len(s.speakers), 3)}",
        f"length:{_step(s.content.end - s.content.start)}",
        f"quotes:{min(len(s.quotes), 3)}",
        f"others:{_step(len(statements) - 1)}",
        f"parent:{s.parent is not None}",
        f"contact:{s.contact is not None}",
        f"timed:{s.time is not None}",
        f"chain:{'+'.join(link.role for link in s.chain)}",
        f"bases:{'+'.join(link.basis for link in s.chain)}",
    ]
    out += _speakers(s)
    if s.cue is not None:
        before = s.cue.start < s.content.start
        gap = s.content.start - s.cue.end if before else s.cue.start - s.content.end
        out.append(f"cue:{before}/{_step(max(0, gap))}")
    return out


def _speakers(s: Statement) -> Iterator[str]:
    for party in s.speakers:
        yield f"speaker:{_named(party)}/{party.basis}"
        yield f"candidates:{min(len(party.candidates), 2)}"
        if s.cue is not None:
            yield f"speaker-cue:{party.start < s.cue.start}/{_step(abs(party.start - s.cue.start) // 5)}"


def _named(party: Speaker) -> str:
    """By what a party is known: registry, name, office, or only its side."""
    if party.actor is not None and not party.actor.startswith("name:"):
        return "listed"
    if party.name:
        return "named"
    return "office" if party.office else "side"


def _width(earliest: str | None, latest: str | None) -> str:
    if earliest is None or latest is None:
        return "open"
    return "day" if earliest == latest else "days"


def _step(length: int) -> int:
    return next((s for s in _STEPS if length <= s), 999)
