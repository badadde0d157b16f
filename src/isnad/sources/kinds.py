"""What an input holds: told by its name, by its first bytes where the name does not say."""

import json
import re
from typing import Literal

from isnad.sources.encoding import detect
from isnad.sources.stream import Stream

Kind = Literal["text", "jsonl", "json", "csv", "html", "feed"]

_BY_SUFFIX: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rss": "feed",
    ".atom": "feed",
}
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype html|html|head|body|article|p)[\s>]", re.IGNORECASE)


def kind_of(stream: Stream) -> Kind:
    """The kind of a plain stream. Raises SourceError where the first bytes are no text."""
    known = _BY_SUFFIX.get(stream.suffix)
    if known and known != "json":
        return known
    head = stream.head()
    words = head.decode(detect(head, stream.origin), "replace").lstrip("\ufeff \t\r\n")
    if words.startswith("{"):
        return "jsonl" if _is_object(words.partition("\n")[0]) and words.partition("\n")[2].strip() else "json"
    if words.startswith("[") or known:
        return "json"
    if _FEED.search(words[:4096]) and words.startswith("<"):
        return "feed"
    if stream.suffix == ".xml":
        return "feed"
    return "html" if words.startswith("<") and _PAGE.search(words[:4096]) else "text"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        # the line may be longer than what was looked at
        return False
