"""An entry: what adding one page writes. Made by a pure function, so that any process can make it."""

import hashlib
import zlib

import msgspec

from isnad.clean import clean
from isnad.lexicon import Lexicon
from isnad.merge import witness
from isnad.model import Appearance, Page, Speaker, Statement
from isnad.model.reading import Naming
from isnad.reading import read
from isnad.store.words import indexed

_LEVEL = 6


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One article as the record stores it. `page` and `reading` are JSON, `testimony` is MessagePack, all in zlib."""

    sha256: str
    title: str
    outlet: str | None
    earliest: str | None
    latest: str | None
    lexicon: str
    appearance: Appearance
    page: bytes
    reading: bytes
    testimony: bytes | None
    tokens: str
    statements: tuple["StatementRow", ...]
    namings: tuple[dict[str, str | None], ...]
    contacts: int


class StatementRow(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of statements: their contact, form, polarity, confidence, and speakers as (actor, side, name)."""

    id: str
    contact: str | None
    form: str
    polarity: str
    confidence: float | None
    speakers: tuple[tuple[str | None, str, str], ...]


def address(page: Page) -> str:
    """The address of a page's article: the SHA-256 of its stored text."""
    return hashlib.sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest()


def appeared(page: Page) -> Appearance:
    """The publication that a page is."""
    return Appearance(date=_text(page.date), outlet=_text(page.outlet), key=_text(page.key), url=_text(page.url))


def entry(page: Page, lexicon: Lexicon) -> Entry:
    """A page read: everything that adding it writes."""
    article = clean(page)
    reading = read(article, lexicon)
    published = reading.article.published
    told = witness(reading, article.text, ()) if reading.contacts or reading.events else None
    return Entry(
        sha256=article.sha256,
        title=_text(article.title),
        outlet=_text(article.outlet) or None,
        earliest=published.earliest if published else None,
        latest=published.latest if published else None,
        lexicon=lexicon.hash,
        appearance=appeared(page),
        page=packed(msgspec.json.encode(page)),
        reading=packed(msgspec.json.encode(reading)),
        testimony=packed(msgspec.msgpack.encode(told)) if told else None,
        tokens=indexed(article.text, lexicon),
        statements=tuple(_row(s) for s in reading.statements),
        namings=tuple(_naming(n) for n in reading.namings),
        contacts=len(reading.contacts),
    )


def _row(statement: Statement) -> StatementRow:
    def speaker(one: Speaker) -> tuple[str | None, str, str]:
        side = one.side_or_unknown
        return one.actor, side, _text(one.name or one.office or side)

    return StatementRow(
        id=statement.id,
        contact=statement.contact,
        form=statement.form,
        polarity=statement.polarity,
        confidence=statement.confidence,
        speakers=tuple(speaker(p) for p in statement.speakers),
    )


def _naming(naming: Naming) -> dict[str, str | None]:
    return {
        "text": _text(naming.text),
        "referent": naming.referent,
        "stance": naming.stance,
        "voice": naming.voice,
        "by": _text(naming.by) or None,
    }


def _text(text: str | None) -> str:
    """Text that every database takes: PostgreSQL knows no NUL."""
    return (text or "").replace("\0", "")


def packed(data: bytes) -> bytes:
    """Compressed for the record."""
    return zlib.compress(data, _LEVEL)
