"""What happened beside the encounters: the room `events` on what the others found, and what each statement asserts."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from isnad.arabic.tokens import Tokens
from isnad.events import Told, read_events
from isnad.events.scene import Sentence
from isnad.lexicon import Lexicon
from isnad.model import Article, Contact, Event, Published, Statement
from isnad.model.phrase import Scan
from isnad.statements import Words


def happenings(
    article: Article,
    lexicon: Lexicon,
    words: Words,
    published: Published | None,
    told: tuple[Sequence[Contact], Sequence[Statement]],
) -> tuple[tuple[Event, ...], tuple[Statement, ...]]:
    """The events of an article, and its statements, each with the events that its words assert."""
    contacts, statements = told
    home = _home(words.sentences, words.scan, words.tokens, lexicon)
    seen = Told(article, words.tokens, words.scan, words.sentences, words.times, published, statements, contacts, home)
    cues = {verb.past: verb.id for verb in reversed(lexicon.speech.verbs) if verb.past}
    events = read_events(seen, lexicon.events, lexicon.numerals, cues)
    return events, tuple(_with_claim(s, events) for s in statements)


def _with_claim(statement: Statement, events: Sequence[Event]) -> Statement:
    claim = tuple(e.id for e in events if statement.id in e.statements)
    return msgspec.structs.replace(statement, claim=claim) if claim else statement


def _home(sentences: Sequence[Sentence], scan: Scan, tokens: Tokens, lexicon: Lexicon) -> str:
    """The state that the places of an article tell most often; '' where none is told."""
    places = Counter(
        phrase.sides[0]
        for _, _, phrases in sentences
        for phrase, _ in phrases
        if phrase.kind == "state"
        and phrase.sides
        and phrase.strength in ("city", "weak_city", "shared", "capital", "state")
    )
    return places.most_common(1)[0][0] if places else ""
