"""Posts set into an article: the words of a tweet, its signature, the link that ends it."""

import re
from collections.abc import Sequence
from functools import cache

from isnad.clean.lines import Line, is_prose
from isnad.clean.patterns import compiled, named
from isnad.lexicon.clean import load
from isnad.model import Zone

POST, POST_LINES, TWEET, SIGNED = 560, 6, 320, 80
_LINK = re.compile(r"(?:pic\.twitter\.com|https?://t\.co)/\w{4,20}")
_DASH = re.compile(r"[—–-]")


@cache
def _signature() -> re.Pattern[str]:
    month = named(load().words)["latin_month"]
    return compiled(rf"(?i)\(@\w{{1,20}}+\)\s{{0,3}}(?:{month})\s\d{{1,2}}, \d{{4}}", "latin_month", "words.yml")


def embed_zones(text: str, found: Sequence[Line]) -> list[Zone]:
    """The zones of all posts: from the first line of a post to its signature or its last link."""
    if "(@" not in text and "twitter.com/" not in text and "//t.co/" not in text:
        return []
    zones: list[Zone] = []
    for at, line in enumerate(found):
        signatures = list(_signature().finditer(text, line.start, line.end))
        if signatures:
            last = signatures[-1]
            first = at if _tells(text, line, last.start()) else _first_line(text, found, at)
            zones += [Zone("embed", *item[:2]) for item in found[first:at]]
            zones.append(Zone("embed", _start(text, line, last.start()), last.end()))
        elif link := _LINK.search(text, line.start, line.end):
            # a paragraph that a post was run into keeps its own words
            whole = line.end - line.start <= TWEET
            zones.append(Zone("embed", line.start if whole else link.start(), line.end if whole else link.end()))
    return zones


def _start(text: str, line: Line, signature: int) -> int:
    """Where the post begins on its signature's line: behind a paragraph that it was run into, at its link or dash."""
    if signature - line.start <= TWEET:
        return line.start
    link = _LINK.search(text, line.start, signature)
    dash = max(text.rfind(mark, signature - SIGNED, signature) for mark in "—–-")
    return link.start() if link else dash if dash > line.start else signature


def _tells(text: str, line: Line, signature: int) -> bool:
    """Whether the post itself stands on the signature's line, before the name that signs it."""
    dash = _DASH.search(text, line.start, min(signature, line.start + 3))
    return dash is None


def _first_line(text: str, found: Sequence[Line], at: int) -> int:
    """The first line of the post above its signature: lines up to a paragraph that closes with a full stop."""
    first, size = at, 0
    while first > 0 and at - first < POST_LINES:
        above = found[first - 1]
        size += above.end - above.start
        if size > POST or (first < at and is_prose(above.of(text))):
            break
        first -= 1
        if is_prose(above.of(text)):
            break
    return first
