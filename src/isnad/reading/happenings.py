"""What happened beside the encounters: the room `events` on what the others found, and what each statement asserts."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from isnad.events import Ours, Told, read_events
from isnad.lexicon import Lexicon
from isnad.model import Article, Contact, Event, Published, Statement
from isnad.statements import Words

_PLACES = frozenset({"city", "weak_city", "shared", "capital", "state"})


def happenings(
    article: Article,
    lexicon: Lexicon,
    words: Words,
    published: Published | None,
    told: tuple[Sequence[Contact], Sequence[Statement]],
) -> tuple[tuple[Event, ...], tuple[Statement, ...]]:
    """The events of an article, and its statements, each with the events that its words assert."""
    contacts, statements = told
    ours = _ours(words, lexicon)
    seen = Told(article, words.tokens, words.scan, words.sentences, words.times, published, statements, contacts, ours)
    cues = {verb.past: verb.id for verb in reversed(lexicon.speech.verbs) if verb.past}
    events = read_events(seen, lexicon.events, lexicon.numerals, cues)
    return events, tuple(_with_claim(s, events) for s in statements)


def _with_claim(statement: Statement, events: Sequence[Event]) -> Statement:
    claim = tuple(e.id for e in events if statement.id in e.statements)
    return msgspec.structs.replace(statement, claim=claim) if claim else statement


def _ours(words: Words, lexicon: Lexicon) -> Ours:
    """Whose those are whom nobody names: of the state whose places, and of the group whose names, are told most."""
    phrases = [phrase for _, _, pairs in words.sentences for phrase, _ in pairs if phrase.sides]
    states = Counter(p.sides[0] for p in phrases if p.kind == "state" and p.strength in _PLACES)
    home = states.most_common(1)[0][0] if states else ""
    groups = Counter(p.sides[0] for p in phrases if p.kind == "group" and lexicon.homes.get(p.sides[0], home) == home)
    weak = Counter(
        side
        for found in words.scan.at
        for match in found or ()
        if (side := match.tags.get("weak_group")) and lexicon.homes.get(side) == home
    )
    named = (groups + weak).most_common(1)
    # «المجموعات الإرهابية» of a state's own words are of the one group that it calls so
    called = [g.side for g in lexicon.collective.groups if g.weak_loaded and lexicon.homes.get(g.side) == home]
    militants = named[0][0] if named else called[0] if len(called) == 1 else ""
    return Ours(home, militants, lexicon.homes)
