"""What `sources` gives (Page) and what `clean` makes of it (Article)."""

from typing import Literal

import msgspec

ZoneKind = Literal[
    "title", "section", "body", "dateline", "stamp", "byline", "caption", "related", "embed", "navigation"
]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One article as it came in, before anything was understood of it.

    `text` is what will be stored: for plain text the decoded file unchanged, for input with separate fields
    title + newline + body (body alone where the title is empty). `title_end` is the length of the title inside
    `text` where the input names it (0: it has none; None: not known, find it).
    """

    key: str
    origin: str
    text: str
    title_end: int | None = None
    outlet: str | None = None
    url: str | None = None
    date: str | None = None
    zones: tuple["Zone", ...] = ()


class Zone(msgspec.Struct, frozen=True):
    """A stretch of the stored text, code points, end exclusive. Zones are sorted and never overlap."""

    kind: ZoneKind
    start: int
    end: int


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A page with its zones. `text` is the stored text, never altered; `sha256` is of its UTF-8 bytes.

    `date` is the metadata's date as given, unchecked: evidence, not truth. `title` is the title zone's text.
    """

    key: str
    origin: str
    sha256: str
    text: str
    zones: tuple[Zone, ...]
    title: str = ""
    outlet: str | None = None
    outlet_basis: str | None = None
    url: str | None = None
    date: str | None = None
    language: str = "ar"
