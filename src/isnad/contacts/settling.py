"""The tellings of an article settled into its contacts, with those that only the learned model links."""

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.arabic.tokens import Tokens
from isnad.contacts.linker import Heard, Linked, Linker
from isnad.contacts.merge import Telling, merged, same
from isnad.contacts.narrative import by_telephone, delivered, during, follow
from isnad.contacts.tellings import telling
from isnad.lexicon import Lexicon


def settled(
    heard: Sequence[Heard], tellings: Sequence[Telling], tokens: Tokens, lexicon: Lexicon, linker: Linker | None
) -> list[Telling]:
    """The contacts of an article, one a real encounter, in order of the text.

    What the linker adds is its own only where no contact that the rules read may be the same.
    """
    told = merged(follow(by_telephone(tellings)))
    if linker is not None:
        added = [linked(one, h, tokens, lexicon) for h in heard for one in linker.link(h, told, lexicon.grammar)]
        told = with_learned(told, added)
    return delivered(during(told))


def linked(one: Linked, heard: Heard, tokens: Tokens, lexicon: Lexicon) -> Telling:
    """The telling of a learned link, its status, time and place read as those of the rules."""
    told = telling(one.draft, tokens, lexicon, heard.place, heard.times)
    return replace(told, learned=one.probability, reasons=one.reasons)


def with_learned(told: Sequence[Telling], added: Sequence[Telling]) -> list[Telling]:
    """The contacts and those of the added ones that none of them may be, each once, in order of the text."""
    own = [a for a in merged(added) if not any(same(a, t) or same(t, a) for t in told)]
    return sorted([*told, *own], key=lambda t: t.trigger)
