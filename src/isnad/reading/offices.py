"""Titled persons: who is called what, of which side, in one article; the raw matter for widening the registry."""

from collections.abc import Iterator

import msgspec

from isnad.actors import claims
from isnad.lexicon import Lexicon
from isnad.model import Article, Published, Span
from isnad.reading.read import understand


class Titled(msgspec.Struct, frozen=True, kw_only=True):
    """A person named with an office that the registry has a word for.

    `office` is the registry's id, `title` the article's words for it, `side` whose office it is; `person` the registry
    id, None for one not listed; `day` the article's day as an interval, None where unknown.
    """

    office: str
    title: str
    side: str
    name: str
    person: str | None
    article: str
    outlet: str | None
    day: Published | None
    evidence: Span


def titled_persons(article: Article, lexicon: Lexicon) -> Iterator[Titled]:
    """The titled persons of an article, in text order; those called former, late or designate left out.

    Only titles that tell their side: «وزير الخارجية» without a state names whomever the outlet's readers know.
    """
    seen = understand(article, lexicon)
    tokens = seen.tokens
    for claim in claims(tokens, [pair for _, _, pairs in seen.resolved for pair in pairs], lexicon):
        phrase, actor = claim.phrase, claim.actor
        if not claim.stated:
            continue
        assert phrase.office is not None
        start, end = tokens.starts[phrase.first] + len(phrase.clitic), tokens.ends[phrase.last - 1]
        yield Titled(
            office=claim.office,
            title=tokens.words(*phrase.office),
            side=actor.side if actor.side in claim.sides else claim.sides[0],
            name=actor.name or "",
            person=lexicon.people[actor.person].id if actor.person is not None else None,
            article=article.key,
            outlet=article.outlet,
            day=seen.published,
            evidence=Span(start, end, tokens.text[start:end]),
        )


class Bearer(msgspec.Struct, frozen=True, kw_only=True):
    """Whom the words at [start, end) stand for: name, office in the article's words, side; None where not known."""

    start: int
    end: int
    name: str | None
    name_en: str | None
    office: str | None
    side: str | None


def bearers(article: Article, lexicon: Lexicon) -> Iterator[Bearer]:
    """What is known of the actors of an article's mentions, in the order of `Reading.mentions`."""
    seen = understand(article, lexicon)
    tokens = seen.tokens
    for phrase, actor in (pair for _, _, pairs in seen.resolved for pair in pairs):
        yield Bearer(
            start=tokens.starts[phrase.first] + len(phrase.clitic),
            end=tokens.ends[phrase.last - 1],
            name=actor.name if actor else None,
            name_en=actor.name_en if actor else None,
            office=actor.office if actor else None,
            side=actor.side if actor else None,
        )
