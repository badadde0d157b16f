"""RSS and Atom: one page an entry."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from isnad.model import Page, SourceError
from isnad.sources.markup import plain
from isnad.sources.records import Stated, page_of
from isnad.sources.stream import Stream


def read_feed(stream: Stream) -> Iterator[Page | SourceError]:
    """The pages of a feed's entries; a SourceError for an entry that is none, and for XML that breaks off."""
    import feedparser

    feed = feedparser.parse(stream.whole(), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise SourceError(stream.origin, "no entry in this feed" if feed.get("version") else "broken XML or no feed")
    outlet = feed.feed.get("title") or None
    for number, entry in enumerate(feed.entries, 1):
        origin = f"{stream.origin}#{number}"
        try:
            yield _page(entry, f"{stream.stem}:{number}", origin, outlet)
        except SourceError as error:
            yield error
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        yield SourceError(stream.origin, f"broken XML: {str(feed.bozo_exception)[:100]}", "what could be read was read")


def _page(entry: Any, key: str, origin: str, outlet: str | None) -> Page:
    contents = [item.get("value", "") for item in entry.get("content", ())] + [entry.get("summary", "")]
    body = max((plain(html) for html in contents if html), key=len, default="")
    title = plain(entry.get("title", "")).replace("\n", " ")
    if not body and not title:
        raise SourceError(origin, "an entry without words")
    link = entry.get("link") or None
    day = _iso(entry.get("published") or entry.get("updated"))
    return page_of(entry.get("id") or link or key, origin, title, body, Stated(outlet, link, day))


def _iso(stamp: str | None) -> str | None:
    """A mail-style date in ISO form with its own offset; anything else as given."""
    if not stamp:
        return None
    try:
        return parsedate_to_datetime(stamp).isoformat()
    except (ValueError, TypeError):
        return stamp
