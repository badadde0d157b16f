"""HTML: the title, the article's own words, and the date, outlet and address that the page states outright."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from isnad.arabic.fold import INVISIBLE
from isnad.model import Page, SourceError
from isnad.sources.encoding import decode
from isnad.sources.records import Stated, page_of
from isnad.sources.stream import Stream

_TITLES = ('meta[property="og:title"]', 'meta[name="twitter:title"]', "h1", "title")
# only a date that the page states as that of its publication: none is guessed from its words or its address
_DATES = (
    'meta[property="article:published_time"]',
    'meta[property="og:article:published_time"]',
    'meta[itemprop="datePublished"]',
    'time[itemprop="datePublished"]',
    'meta[name="pubdate"]',
    'meta[name="publishdate"]',
    'meta[name="publish-date"]',
    'meta[name="DC.date.issued"]',
    'meta[name="dcterms.date"]',
    'meta[itemprop="dateCreated"]',
    'time[itemprop="dateCreated"]',
    "article time[datetime]",
    "time[pubdate]",
)
_OUTLETS = ('meta[property="og:site_name"]', 'meta[name="application-name"]')
_ADDRESSES = ('link[rel="canonical"]', 'meta[property="og:url"]')
_LEDES = ('meta[property="og:description"]', 'meta[name="description"]')
_HIDDEN = re.compile(f"[{INVISIBLE}]")
_SPACES = re.compile(r"\s+")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_TITLE_DATE = re.compile(r"[-–—|]\s*(\d{1,2}([-./])\d{1,2}\2\d{4}|\d{4}([-./])\d{1,2}\3\d{1,2})\s*$")
_POOR, _LEDE = 200, 40
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
# what takes the parsers apart grows with the square of the depth; real pages stay below a hundred
_DEEPEST = 5_000


class _Found(NamedTuple):
    """What stands in a page."""

    title: str
    body: str
    address: str | None
    outlet: str | None
    date: str | None


def read_html(stream: Stream) -> Iterator[Page]:
    """The page of an HTML file. Raises SourceError where no article is found in it."""
    html = _decoded(stream.whole(), stream.origin)
    if _depth(html) > _DEEPEST:
        raise SourceError(stream.origin, f"elements nested deeper than {_DEEPEST:,}")
    found = _found(html)
    if not found.body:
        raise SourceError(stream.origin, "no article found in this page")
    yield page_of(
        stream.stem or found.address or "page",
        stream.origin,
        found.title,
        found.body,
        Stated(found.outlet, found.address, found.date),
    )


def _found(html: str) -> _Found:
    """All that is looked for. The tree must not outlive this function: it may only be let go in the thread that made
    it, and an error holds on to the frame that it was raised in."""
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(html)
    facts = _stated(tree)
    title = _line(_first(tree, _TITLES) or str(facts.get("headline") or ""))
    publisher = facts.get("publisher")
    outlet = _first(tree, _OUTLETS) or (publisher.get("name") if isinstance(publisher, dict) else None)
    date = _first(tree, _DATES) or facts.get("datePublished") or _in_title(tree)
    return _Found(
        title,
        _body(html, tree, title),
        _first(tree, _ADDRESSES),
        outlet if isinstance(outlet, str) else None,
        date if isinstance(date, str) else None,
    )


def _depth(html: str) -> int:
    """How deep elements stand in each other at most, by their tags; an end without a beginning does not count."""
    deepest = depth = 0
    for end, name in _TAG.findall(html):
        if name.lower() not in _VOID:
            depth = max(0, depth - 1) if end else depth + 1
            deepest = max(deepest, depth)
    return deepest


def plain(html: str) -> str:
    """The words of a piece of HTML, a line a block."""
    from resiliparse.extract.html2text import extract_plain_text

    return _tidy(extract_plain_text(html, main_content=False, alt_texts=False, links=False))


def _decoded(data: bytes, origin: str) -> str:
    """The page's text: by its bytes, else by the encoding that it declares."""
    try:
        return decode(data, origin)
    except SourceError:
        declared = _CHARSET.search(data[:4096])
        if declared is None:
            raise
        try:
            return data.decode(declared[1].decode("ascii"), "replace")
        except LookupError:
            raise SourceError(origin, f"unknown encoding {declared[1].decode('ascii')!r}") from None


def _body(html: str, tree: Any, title: str) -> str:
    """The article's words: trafilatura's reading, resiliparse's where that finds next to nothing."""
    import trafilatura
    from resiliparse.extract.html2text import extract_plain_text

    main = _tidy(trafilatura.extract(html, include_comments=False, include_tables=False) or "")
    other = _tidy(extract_plain_text(tree, main_content=True, alt_texts=False, links=False, form_fields=False))
    poor = len(main) < _POOR and len(other) > 2 * len(main)
    # of a page that it makes nothing of, trafilatura gives all words in one line
    run_together = "\n" not in main and "\n" in other and 2 * len(other) > len(main)
    if poor or run_together:
        main = other
    lines = [line for line in main.split("\n") if _letters(line) != _letters(title)]
    lede = _line(_first(tree, _LEDES) or "")[: 2 * _LEDE].rstrip(" .…")
    if len(lede) >= _LEDE and lede[:_LEDE] not in _line(main):
        # the first paragraph often stands in a frame of its own, which extraction takes for furniture
        lines[:0] = [line for line in other.split("\n") if lede[:_LEDE] in line][:1]
    return "\n".join(lines)


def _stated(tree: Any) -> dict[str, Any]:
    """What the page says of its article in JSON-LD; empty where it says nothing that can be read."""
    for node in tree.document.query_selector_all('script[type="application/ld+json"]'):
        try:
            value = json.loads(node.text)
        except (ValueError, RecursionError):
            continue
        graph = value.get("@graph", value) if isinstance(value, dict) else value
        for item in graph if isinstance(graph, list) else [graph]:
            if isinstance(item, dict) and "Article" in str(item.get("@type")):
                return item
    return {}


def _in_title(tree: Any) -> str | None:
    """The date in figures that ends the page's title, behind a dash or a bar."""
    found = _TITLE_DATE.search(_first(tree, ("title",)) or "")
    return found[1] if found else None


def _first(tree: Any, selectors: tuple[str, ...]) -> str | None:
    for selector in selectors:
        node = tree.document.query_selector(selector)
        if node is None:
            continue
        value = node.getattr("content") or node.getattr("datetime") or node.getattr("href") or node.text
        if value and value.strip():
            return str(value.strip())
    return None


def _line(text: str) -> str:
    return _SPACES.sub(" ", _HIDDEN.sub("", text)).strip()


def _letters(text: str) -> str:
    """The letters and digits alone: titles lose their quotation marks on the way into metadata."""
    return "".join(char for char in text if char.isalnum())


def _tidy(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
