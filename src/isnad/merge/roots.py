"""Roots: on whose word a report of a contact rests in the end.

The root of a chain is its innermost link: a side (its ministries and spokesmen do not count apart), an
agency, an outlet; copies of one article have one root.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from isnad.arabic.fold import fold_word
from isnad.merge.accounts import UNKNOWN, Account
from isnad.merge.gazetteer import Gazetteer
from isnad.model import Contact, Link, Party, Root, RootKind, Statement, Witness
from isnad.statements.provenance import chains

_PRESS = frozenset({"agency", "media", "outlet"})
_SPOKEN = frozenset({"statement", "social", "spokesperson", "speaker"})


def statements(contact: Contact, witness: Witness) -> tuple[str, ...]:
    """The ids of what an article tells that was said in the contact or about it."""
    return tuple(s.id for s in witness.statements if contact.id in (s.contact, *s.contacts))


class Teller(NamedTuple):
    """Who may stand behind a link: the article that has it, its family of copies, and the parties of what it tells."""

    witness: Witness
    family: str
    parties: tuple[Party, ...]


def roots(account: Account, gazetteer: Gazetteer) -> tuple[Root, ...]:
    """The roots of a report's chains, sorted, each once."""
    witness = account.witness
    teller = Teller(witness, account.family, account.contact.parties)
    return roots_of(chains(account.contact, witness.statements, witness.outlet), teller, gazetteer)


def roots_of(told: Iterable[Sequence[Link]], teller: Teller, gazetteer: Gazetteer) -> tuple[Root, ...]:
    """The roots of some chains of one article, sorted, each once."""
    found: dict[tuple[str, str], Root] = {}
    for chain in told:
        for root in _roots(chain[-1], teller, gazetteer):
            found.setdefault((root.kind, root.key), root)
    return tuple(found[key] for key in sorted(found))


def _roots(link: Link, teller: Teller, gazetteer: Gazetteer) -> list[Root]:
    if link.role in _PRESS and link.name:
        # a channel's correspondent is the channel
        kind: RootKind = "agency" if link.role == "agency" else "outlet"
        return [Root(kind=kind, key=link.actor or fold_word(link.name), name=link.name)]
    sides = _sides(link, teller, gazetteer)
    if sides:
        return [Root(kind="side", key=side, name=(link.name if len(sides) == 1 else None) or side) for side in sides]
    if link.name:
        return [Root(kind="anonymous", key=f"{teller.family}:{fold_word(link.name)}", name=link.name)]
    return [Root(kind="article", key=teller.family, name=teller.witness.key)]


def _sides(link: Link, teller: Teller, gazetteer: Gazetteer) -> list[str]:
    """The sides of a link: of those whose statement it closes, of the party that it names, of its own name.

    A post, a joint text, a spokesman without a nationality is of those who speak through it.
    """
    through = [s for s in teller.witness.statements if link in s.chain]
    closing = _speaking([s for s in through if s.chain[-1] == link])
    if closing:
        return closing
    words = set(fold_word(link.name or "").split())
    for party in teller.parties:
        if party.side != UNKNOWN and link.name and (link.name == party.office or words & _last(party.name)):
            return [party.side]
    side = gazetteer.side(link.name) if link.name else None
    if side is not None:
        return [side]
    return _speaking(through) if link.role in _SPOKEN else []


def _speaking(statements: list[Statement]) -> list[str]:
    return sorted({speaker.side_or_unknown for s in statements for speaker in s.speakers} - {UNKNOWN})


def _last(name: str | None) -> set[str]:
    """The last word of a name, by which «مكتب فلان» and «المتحدث باسم فلان» call a person."""
    return set(fold_word(name or "").split()[-1:])
