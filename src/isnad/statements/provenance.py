"""On whose word an article tells of a contact: the chain of the statement that tells it, or of its readout.

That of the statement that holds the contact's evidence, else the channel by which its readout came, else the outlet
alone.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.model import Contact, Link, Statement

_CHANNELS = frozenset({"agency", "media", "statement", "social", "spokesperson", "anonymous"})


def chains(contact: Contact, statements: Sequence[Statement], outlet: str | None) -> tuple[tuple[Link, ...], ...]:
    """The chains on which an article's account of a contact rests, outermost link first; at least one."""
    at = contact.evidence.start
    telling = [s.chain for s in statements if s.content.start <= at < s.content.end and s.chain]
    if telling:
        return tuple(dict.fromkeys(telling))
    readout = [_channel(s) for s in statements if contact.id in (s.contact, *s.contacts)]
    readouts = tuple(dict.fromkeys(chain for chain in readout if chain))
    alone = Link(
        role="outlet",
        name=outlet,
        actor=None,
        basis="stated" if outlet else "unstated",
        start=None,
        end=None,
    )
    return readouts or ((alone,),)


def _channel(statement: Statement) -> tuple[Link, ...]:
    """A statement's chain as far as its last channel: the speaker's own name says nothing of how the words came."""
    chain = statement.chain
    last = max((i for i, link in enumerate(chain) if link.role in _CHANNELS), default=-1)
    return chain[: last + 1]


def sourced(contacts: Sequence[Contact], statements: Sequence[Statement], outlet: str | None) -> tuple[Contact, ...]:
    """The contacts, each with the first of its chains."""
    return tuple(replace(contact, chain=chains(contact, statements, outlet)[0]) for contact in contacts)
