"""Clean: a page's text divided into zones. Nothing is thrown away: residue of the web is zoned, not deleted."""

from hashlib import sha256

from isnad.clean.embeds import embed_zones
from isnad.clean.lines import Line, lines, trim
from isnad.clean.opening import OPENING_LINES, opening_zones
from isnad.clean.related import headlines_above, related_zones
from isnad.clean.rules import Hit, rules
from isnad.clean.ticker import is_ticker
from isnad.clean.title import title_zones
from isnad.clean.view import View
from isnad.model import Article, Page, Zone

__all__ = ["clean"]

_EDGE = 3


def clean(page: Page) -> Article:
    """The article of a page: its text unchanged, the text's hash, its title, and zones that cover all but blanks.

    Pure and total: any text gives an article, in time that grows linearly with its length. Zones are sorted and do
    not overlap; what no rule reads as something else is `body`. `sha256` is of the UTF-8 bytes (a lone surrogate
    counts as its three bytes).
    """
    text = page.text
    head = _head(page)
    title = next((text[zone.start : zone.end] for zone in head if zone.kind == "title"), "")
    claims = [*head, *page.zones, *_residue(text, list(lines(text, page.title_end or 0)), head, title)]
    return Article(
        key=page.key,
        origin=page.origin,
        sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        zones=_tiled(text, claims),
        title=title,
        outlet=page.outlet,
        outlet_basis="metadata" if page.outlet else None,
        url=page.url,
        date=page.date,
    )


def _head(page: Page) -> tuple[Zone, ...]:
    """The title where the input names it, else where it is found; with the section label above it."""
    if page.title_end is None:
        return title_zones(page.text, list(lines(page.text[: _first_lines(page.text)])))
    start, end = trim(page.text, 0, min(page.title_end, len(page.text)))
    return (Zone("title", start, end),) if end > start else ()


def _first_lines(text: str) -> int:
    """Where the first dozen of lines end: far enough to find a title."""
    at = 0
    for _ in range(24):
        at = text.find("\n", at) + 1
        if not at:
            return len(text)
    return at


def _residue(text: str, found: list[Line], head: tuple[Zone, ...], title: str) -> list[Zone]:
    """The zones of everything that is neither title nor body."""
    taken = {zone.start for zone in head}
    zones = embed_zones(text, found)
    at = opened = 0
    while at < len(found):
        line = found[at]
        if line.start in taken:
            at += 1
            continue
        if opened < OPENING_LINES and at + 1 < len(found) and is_ticker(text, line):
            zones.append(Zone("navigation", line.start, line.end))
            at += 1
            continue
        opening, rest = opening_zones(text, line, title) if opened < OPENING_LINES else ([], line.start)
        edge = opened < OPENING_LINES or at >= len(found) - _EDGE
        hit = None if rest >= line.end else _line_hit(text, line, edge)
        if hit is not None and hit.rule.zone == "related":
            more, after = related_zones(text, found, at, hit)
            zones += headlines_above(text, found, at) + more
            at = after
            continue
        zones += opening if hit is None else hit.zones(text, hit.end if hit.rule.takes == "match" else line.end)
        opened += 1
        at += 1
    return zones


def _line_hit(text: str, line: Line, edge: bool) -> Hit | None:
    """What the rules for lines read in this one; those for the first and last lines only at the edge."""
    view = View(text, line.start, line.end)
    hit = rules("line").read(view) or rules("start").read(view)
    return hit or (rules("edge").read(view) if edge else None)


def _tiled(text: str, claims: list[Zone]) -> tuple[Zone, ...]:
    """The claims in order, the earlier claim winning where two overlap, and `body` for all that lies between them."""
    out: list[Zone] = []
    at = 0
    order = {id(zone): rank for rank, zone in enumerate(claims)}
    for zone in sorted(claims, key=lambda z: (z.start, order[id(z)])):
        start, end = trim(text, max(zone.start, at), max(zone.end, at))
        if end <= start:
            continue
        out += _body(text, at, start)
        out.append(Zone(zone.kind, start, end))
        at = end
    return (*out, *_body(text, at, len(text)))


def _body(text: str, start: int, end: int) -> list[Zone]:
    start, end = trim(text, start, end)
    return [Zone("body", start, end)] if end > start else []
