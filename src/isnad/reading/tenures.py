"""The offices that an article says its persons hold, with their terms by the registry: evidence of its day."""

from collections.abc import Iterable

from isnad.actors import claims, held, posts
from isnad.arabic.tokens import Tokens
from isnad.dating import Tenure
from isnad.lexicon import Lexicon
from isnad.model.phrase import Actor, Phrase

Pairs = Iterable[tuple[Phrase, Actor | None]]


def tenures(tokens: Tokens, sentences: Iterable[Pairs], lexicon: Lexicon) -> list[Tenure]:
    """One tenure a term of each person who is told with an office he holds, or as the counterpart of one who is."""
    out: list[Tenure] = []
    for pairs in sentences:
        told = list(pairs)
        office: str | None = None
        for claim in claims(tokens, told, lexicon):
            office = claim.office
            person = claim.actor.person
            if person is not None and not set(claim.phrase.people) - {person}:
                out += _terms(tokens, claim.phrase, person, claim.office, claim.sides, lexicon)
        for rank, phrase, person, terms in posts(tokens, told, lexicon):
            span = tokens.starts[phrase.first], tokens.ends[phrase.last - 1]
            out += [Tenure(lexicon.people[person].id, rank, t.start, t.end or t.limit, span) for t in terms]
        for phrase, actor in told:
            if (
                phrase.kind == "counterpart"
                and phrase.name
                and actor
                and actor.person is not None
                and actor.side
                and office
            ):
                out += _terms(tokens, phrase, actor.person, office, (actor.side,), lexicon)
    return out


def _terms(
    tokens: Tokens, phrase: Phrase, person: int, office: str, sides: tuple[str, ...], lexicon: Lexicon
) -> list[Tenure]:
    span = tokens.starts[phrase.first], tokens.ends[phrase.last - 1]
    name = lexicon.people[person].id
    return [Tenure(name, office, t.start, t.end or t.limit, span) for t in held(lexicon, person, office, sides)]
