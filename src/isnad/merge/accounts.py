"""An account: one report of a contact, with all that likeness asks of it looked up once."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from isnad.arabic.fold import fold_word
from isnad.merge.days import Interval, stated, weekday, window, yearless
from isnad.merge.gazetteer import Gazetteer, Place
from isnad.model import Contact, Party, Span, Witness

UNKNOWN = "unknown"
# «بن», «آل»: too short to be told from a part of another word
_PARTICLE = 2
T = TypeVar("T")


class Person(NamedTuple):
    """A named party: the registry's id, or the folded words of a name that it does not list."""

    id: str | None
    words: tuple[str, ...]


class Account(NamedTuple):
    """One report. `people` holds the named parties of each side, `offices` the folded offices.

    `led`: the sides that heads represent, by name, or because the report calls it a summit; `guests`: visitors' sides.
    `bare`: its own words name nobody: between whom «المحادثات» was is taken from the sentences around it.
    `senders`: the sides that a message comes from; `purpose`: what it is for, where its words say it («دعوة»).
    `weekday`: Monday is 1.
    """

    id: str
    article: str
    family: str
    contact: Contact
    witness: Witness
    out: Interval
    stated: Interval | None
    window: Interval
    yearless: tuple[int, int] | None
    weekday: int | None
    sides: frozenset[str]
    people: dict[str, frozenset[Person]]
    offices: dict[str, frozenset[str]]
    place: Place | None
    words: str
    led: frozenset[str]
    guests: frozenset[str]
    bare: bool
    senders: frozenset[str]
    purpose: str

    @property
    def kind(self) -> str:
        """The kind of the contact."""
        return self.contact.kind

    @property
    def status(self) -> str:
        """The status that the report gives."""
        return self.contact.status


def accounts(witness: Witness, out: Interval, family: str, gazetteer: Gazetteer) -> list[Account]:
    """The reports of one article that came out on the days `out`; `family` names the articles that are copies of it."""
    return [
        Account(
            id=contact.id,
            article=witness.sha256,
            family=family,
            contact=contact,
            witness=witness,
            out=out,
            stated=stated(contact, out),
            window=window(contact, out),
            yearless=yearless(contact),
            weekday=weekday(contact, out),
            sides=frozenset(p.side for p in contact.parties if p.side != UNKNOWN),
            people=_by_side(contact.parties, person),
            offices=_by_side(contact.parties, _office),
            place=gazetteer.place(contact.place) if contact.place else None,
            words=fold_word(contact.evidence.text),
            guests=frozenset(p.side for p in contact.parties if p.role == "visitor"),
            bare=not any(_told_in(contact.evidence, p) for p in contact.parties),
            senders=frozenset(p.side for p in contact.parties if p.role == "initiator" and contact.kind == "message"),
            purpose=gazetteer.purposes.get(contact.rule, ""),
            led=frozenset(
                p.side
                for p in contact.parties
                if p.actor in gazetteer.heads or (not p.name and contact.rule in gazetteer.summits)
            ),
        )
        for contact in witness.contacts
    ]


def _told_in(evidence: Span, party: Party) -> bool:
    """Whether a report's own words speak of a party: its mention lies there, or a part of its name."""
    if evidence.start <= party.start < evidence.end:
        return True
    words = fold_word(evidence.text)
    return any(len(part) > _PARTICLE and part in words for part in fold_word(party.name or "").split())


def person(party: Party) -> Person | None:
    """Who a party is by name; None for a side or an office that the article does not name."""
    if party.actor is None and party.name is None:
        return None
    words = tuple(fold_word(party.name or "").split())
    listed = party.actor is not None and party.actor != party.name
    return Person(party.actor if listed else None, words)


def _office(party: Party) -> str | None:
    return fold_word(party.office) if party.office else None


def _by_side(parties: tuple[Party, ...], what: Callable[[Party], T | None]) -> dict[str, frozenset[T]]:
    out: dict[str, set[T]] = {}
    for party in parties:
        found = what(party)
        if found is not None:
            out.setdefault(party.side, set()).add(found)
    return {side: frozenset(found) for side, found in out.items()}
