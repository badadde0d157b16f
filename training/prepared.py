"""Labelled articles read up to their contacts, so that many linkers can be tried on them without reading again."""

from typing import Any, NamedTuple

import msgspec

from isnad.contacts import Linker, Telling, settled
from isnad.contacts.merge import merged
from isnad.contacts.narrative import follow
from isnad.lexicon import Lexicon
from isnad.model import Reading
from isnad.reading.read import Listened, Understood, composed, listen, understand
from isnad.reading.records import contacts
from training.labelled import Labelled


class Prepared(NamedTuple):
    """An article after the constructions: `told`, what they read in it, one telling an encounter."""

    one: Labelled
    seen: Understood
    listened: Listened
    told: list[Telling]


def prepare(one: Labelled, lexicon: Lexicon) -> Prepared:
    """A labelled article, its constructions read."""
    seen = understand(one.article, lexicon)
    listened = listen(one.article, seen, lexicon)
    return Prepared(one, seen, listened, merged(follow(listened.tellings)))


def records(article: Prepared, tellings: list[Telling]) -> list[dict[str, Any]]:
    """The contacts of some tellings as the reading document has them."""
    found = contacts(article.one.article, article.seen.tokens, tellings, article.seen.published)
    return [msgspec.to_builtins(c) for c in found]


def read_with(article: Prepared, lexicon: Lexicon, linker: Linker | None) -> list[Telling]:
    """The contacts of an article with a linker, or by the rules alone."""
    listened = article.listened
    return settled(listened.heard, listened.tellings, article.seen.tokens, lexicon, linker)


def whole(article: Prepared, lexicon: Lexicon, linker: Linker | None) -> Reading:
    """The whole reading of an article with a linker, without confidence."""
    return composed(article.one.article, lexicon, article.seen, article.listened, (linker, None))
