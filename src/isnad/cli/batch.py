"""The batch: inputs one by one through the rooms. One article at a time; neither a bad input nor a defect ends it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from isnad.model import Article, Page, Reading, SourceError, defect

if TYPE_CHECKING:
    from isnad.lexicon import Lexicon


class Tally(msgspec.Struct):
    """What a batch came to: articles read, contacts in them, inputs that could not be read."""

    articles: int = 0
    contacts: int = 0
    errors: int = 0


def readings(
    paths: Sequence[str], lexicon: "Lexicon", published: str | None, *, with_text: bool, least: float = 0
) -> Iterator[tuple[Article, Reading] | SourceError]:
    """Each article with its reading, and an error object for each that cannot be read, in the order of `paths`.

    `published` (an ISO day) stands in as the metadata's date where an input has none. Contacts and statements of less
    confidence than `least` are left out.
    """
    from isnad.sources import read_pages  # the parsers of pages and feeds are heavy

    for page in read_pages(paths):
        if isinstance(page, SourceError):
            yield page
            continue
        item = read_one(page, lexicon, published, with_text=with_text)
        yield item if isinstance(item, SourceError) else (item[0], _sure(item[1], least))


def _sure(reading: Reading, least: float) -> Reading:
    """The reading without contacts and statements of less confidence; what a kept statement refers to may be gone."""
    if not least:
        return reading
    return msgspec.structs.replace(
        reading,
        contacts=tuple(c for c in reading.contacts if (c.confidence or 0) >= least),
        statements=tuple(s for s in reading.statements if (s.confidence or 0) >= least),
    )


def read_one(
    page: Page, lexicon: "Lexicon", published: str | None, *, with_text: bool = False
) -> tuple[Article, Reading] | SourceError:
    """A page's article and its reading. Reading is total; should it fail all the same, an error object of the page."""
    from isnad.clean import clean
    from isnad.reading import read

    if published and not page.date:
        page = msgspec.structs.replace(page, date=published)
    try:
        article = clean(page)
        reading = read(article, lexicon)
    except Exception as error:
        return defect(page.origin, error)
    text = article.text if with_text else msgspec.UNSET
    return article, msgspec.structs.replace(reading, article=msgspec.structs.replace(reading.article, text=text))
