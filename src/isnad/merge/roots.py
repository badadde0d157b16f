"""Roots: on whose word a report of a contact rests in the end.

The root of a chain is its innermost link: a side (its ministries and spokesmen do not count apart), an
agency, an outlet; copies of one article have one root.
"""

from isnad.arabic.fold import fold_word
from isnad.merge.accounts import UNKNOWN, Account
from isnad.merge.gazetteer import Gazetteer
from isnad.model import Contact, Link, Root, RootKind, Statement, Witness
from isnad.statements.provenance import chains

_PRESS = frozenset({"agency", "media", "outlet"})
_SPOKEN = frozenset({"statement", "social", "spokesperson", "speaker"})


def statements(contact: Contact, witness: Witness) -> tuple[str, ...]:
    """The ids of what an article tells that was said in the contact or about it."""
    return tuple(s.id for s in witness.statements if contact.id in (s.contact, *s.contacts))


def roots(account: Account, gazetteer: Gazetteer) -> tuple[Root, ...]:
    """The roots of a report's chains, sorted, each once."""
    found: dict[tuple[str, str], Root] = {}
    witness = account.witness
    for chain in chains(account.contact, witness.statements, witness.outlet):
        for root in _roots(chain[-1], account, gazetteer):
            found.setdefault((root.kind, root.key), root)
    return tuple(found[key] for key in sorted(found))


def _roots(link: Link, account: Account, gazetteer: Gazetteer) -> list[Root]:
    if link.role in _PRESS and link.name:
        # a channel's correspondent is the channel
        kind: RootKind = "agency" if link.role == "agency" else "outlet"
        return [Root(kind=kind, key=link.actor or fold_word(link.name), name=link.name)]
    sides = _sides(link, account, gazetteer)
    if sides:
        return [Root(kind="side", key=side, name=(link.name if len(sides) == 1 else None) or side) for side in sides]
    if link.name:
        return [Root(kind="anonymous", key=f"{account.family}:{fold_word(link.name)}", name=link.name)]
    return [Root(kind="article", key=account.family, name=account.witness.key)]


def _sides(link: Link, account: Account, gazetteer: Gazetteer) -> list[str]:
    """The sides of a link: of those whose statement it closes, of the party that it names, of its own name.

    A post, a joint text, a spokesman without a nationality is of those who speak through it.
    """
    through = [s for s in account.witness.statements if link in s.chain]
    closing = _speaking([s for s in through if s.chain[-1] == link])
    if closing:
        return closing
    words = set(fold_word(link.name or "").split())
    for party in account.contact.parties:
        if party.side != UNKNOWN and link.name and (link.name == party.office or words & _last(party.name)):
            return [party.side]
    side = gazetteer.side(link.name) if link.name else None
    if side is not None:
        return [side]
    return _speaking(through) if link.role in _SPOKEN else []


def _speaking(statements: list[Statement]) -> list[str]:
    return sorted({speaker.side for s in statements for speaker in s.speakers} - {UNKNOWN})


def _last(name: str | None) -> set[str]:
    """The last word of a name, by which «مكتب فلان» and «المتحدث باسم فلان» call a person."""
    return set(fold_word(name or "").split()[-1:])
