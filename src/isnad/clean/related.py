"""Links to other reports: the heading, the headlines beneath it, and where the article's own words go on."""

import re
from collections.abc import Sequence

from isnad.clean.lines import HEADLINE, JOINT, Line, is_headline, is_prose
from isnad.clean.rules import Hit, rules
from isnad.clean.view import REACH, View
from isnad.model import Zone

MOST = 20
_BULLET = re.compile(r"[-–—•▪●◦*·■►»]\s*+(?=\S)")
_COUNT = re.compile(r"list (?:\d+ )?of (\d{1,3})", re.IGNORECASE)
_BLANKS = re.compile(r"\s*+")


def related_zones(text: str, found: Sequence[Line], at: int, hit: Hit) -> tuple[list[Zone], int]:
    """The zones that a related-links heading at line `at` opens, and the number of the first line after them."""
    line = found[at]
    rest = _BLANKS.match(text, hit.end, line.end).end()  # type: ignore[union-attr]
    heading = Zone("related", line.start, line.end)
    if hit.rule.takes != "headlines":
        return [heading], at + 1
    counted = _COUNT.match(text, hit.start, hit.end)
    if rest < line.end and not counted:
        return [Zone("related", line.start, _end_of_links(text, rest, line.end, hit.end))], at + 1
    most = int(counted[1]) - (rest < line.end) if counted else MOST
    after = _after_headlines(text, found, at + 1, most)
    zones = [heading, *(Zone("related", *item[:2]) for item in found[at + 1 : after])]
    return zones, after


def headlines_above(text: str, found: Sequence[Line], at: int) -> list[Zone]:
    """The links that stand right above a heading at line `at`: two headlines at least, below a paragraph of prose."""
    first = at
    while first > 1 and at - first < MOST and is_headline(found[first - 1].of(text)):
        first -= 1
    if at - first < 2 or not is_prose(found[first - 1].of(text)):
        return []
    return [Zone("related", *line[:2]) for line in found[first:at]]


def _after_headlines(text: str, found: Sequence[Line], first: int, most: int) -> int:
    """The number of the first line that is no link any more."""
    at = first
    bullets = first < len(found) and _BULLET.match(text, found[first].start) is not None
    while at < len(found):
        line = found[at]
        words = line.of(text)
        view = View(text, line.start, line.end)
        heading = rules("start").read(view)
        if heading and heading.rule.id == "related.counted-list":
            count = _COUNT.match(words)
            most = at - first + (int(count[1]) if count else most) + (heading.end == line.end)
            at += 1
            continue
        if bullets:
            if not _BULLET.match(words) or len(words) > REACH:
                break
        elif at - first >= most or heading or not is_headline(words) or rules("line").read(view):
            break
        at += 1
    return at


def _end_of_links(text: str, start: int, end: int, bare: int) -> int:
    """Where links end that follow their heading on its line, and blocks may have been run together after them."""
    at = start
    for joint in JOINT.finditer(text, start, end):
        if is_prose(text[at : joint.start()]):
            break
        at = joint.end()
    if at > start:
        last = text[at:end]
        return end if not is_prose(last) else at
    # no joint: a headline's length belongs to the heading, a paragraph does not
    return end if end - start <= HEADLINE else bare
