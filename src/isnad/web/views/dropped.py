"""What one outlet leaves out of a contact that others report too."""

import msgspec

from isnad.arabic.fold import fold_word
from isnad.model import Comparison, RecordContact


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """Words that others have in an utterance which the outlet tells too, with the articles that have them."""

    text: str
    articles: tuple[str, ...]


def dropped(outlet: str, contact: RecordContact, made: Comparison) -> tuple[Lost, ...]:
    """The words that all of the outlet's renderings of an utterance lack."""
    own = {r.article for r in contact.reports if r.outlet and fold_word(r.outlet) == fold_word(outlet)}
    out: dict[str, dict[str, None]] = {}
    for lost in made.dropped:
        if any(e.article in own for e in lost.absent):
            for excerpt in lost.excerpts:
                if excerpt.article not in own:
                    out.setdefault(excerpt.text, {})[excerpt.article] = None
    return tuple(Lost(text=text, articles=tuple(articles)) for text, articles in out.items())
