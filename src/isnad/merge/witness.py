"""A witness made of an article's reading."""

from collections.abc import Iterable

from isnad.merge.copies import signature
from isnad.model import Appearance, Article, Reading, Witness


def witness(reading: Reading, text: str, appearances: Iterable[Appearance]) -> Witness:
    """What the article testifies. `text` is the stored text, `appearances` all publications of it that are known."""
    info, tells = reading.article, bool(reading.contacts or reading.events)
    return Witness(
        sha256=info.sha256,
        appearances=tuple(sorted(set(appearances))),
        title=info.title,
        outlet=info.outlet,
        published=info.published,
        signature=signature(text) if tells else (),
        contacts=reading.contacts,
        statements=reading.statements if tells else (),
        events=reading.events,
    )


def appearance(article: Article) -> Appearance:
    """The publication that an article is."""
    return Appearance(date=article.date or "", outlet=article.outlet or "", key=article.key, url=article.url or "")
