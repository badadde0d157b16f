"""The state whose offices an article names without saying whose they are."""

from collections.abc import Iterable

from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon, Match
from isnad.model import Article
from isnad.model.phrase import Scan

_PLACES = ("state", "capital", "city", "seat", "weak_city")


def home_of(article: Article, tokens: Tokens, scanned: Scan, lexicon: Lexicon) -> str | None:
    """The state of a national outlet; None for outlets of many countries.

    Also None where a correspondent writes from another country («القاهرة - «الخليج»:»), and where the article speaks of
    others and never of the outlet's own.
    """
    home = lexicon.home_of(article.outlet) if article.outlet else None
    if home is None:
        return None
    spoken = _spoken(_opening(article, tokens, scanned)) or _spoken(scanned.at)
    return home if not spoken or home in spoken else None


def _opening(article: Article, tokens: Tokens, scanned: Scan) -> Iterable[list[Match] | None]:
    """What stands in the article's datelines."""
    for zone in article.zones:
        if zone.kind == "dateline":
            yield from (
                found
                for start, found in zip(tokens.starts, scanned.at, strict=True)
                if found and zone.start <= start < zone.end
            )


def _spoken(at: Iterable[list[Match] | None]) -> set[str]:
    """The states whose name, place or adjective is among these matches."""
    matches = [match for found in at if found for match in found]
    named = {match.tags[tag] for match in matches for tag in _PLACES if tag in match.tags}
    return named | {side for match in matches for side, _ in match.tags.get("nisba", ())}
