"""`read`: the composition of the reading rooms."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from isnad.actors import Hearing, Memory, PhraseReader, contradictions
from isnad.arabic.quotations import quotations
from isnad.arabic.tokens import Tokens
from isnad.contacts import Heard, Linker, Telling, Times, read_contacts, settled
from isnad.dating import Evidence, date_article
from isnad.lexicon import Lexicon
from isnad.lexicon.when import Reference, Tense, TimeHit
from isnad.model import Article, Problem, Published, Reading, TimeExpression
from isnad.model.phrase import Actor, Phrase, Scan
from isnad.reading.confidence import Confidence
from isnad.reading.engines import engines
from isnad.reading.happenings import happenings
from isnad.reading.home import home_of
from isnad.reading.records import article_info, contacts, mentions
from isnad.reading.sentences import name_spans, sentences, without_dates
from isnad.reading.speech import speech
from isnad.reading.tenures import tenures
from isnad.scan import scan
from isnad.statements import Words
from isnad.statements.provenance import sourced
from isnad.when import anchor

_MONTH = 31


class Understood(NamedTuple):
    """What the rooms before `contacts` make of an article: its times, its day, and whom its phrases stand for.

    `resolved` holds the sentences of title and body: token range, whether of the title, phrases with their actors.
    """

    tokens: Tokens
    scanned: Scan
    hits: tuple[TimeHit, ...]
    tenses: list[Tense | None]
    times: tuple[TimeExpression, ...]
    published: Published | None
    problems: tuple[Problem, ...]
    memory: Memory
    resolved: list[tuple[range, bool, list[tuple[Phrase, Actor | None]]]]


def understand(article: Article, lexicon: Lexicon) -> Understood:
    """The article up to its contacts: names and titles resolved by its day. Pure and total, as `read` is."""
    engine = engines(lexicon)
    tokens = Tokens(article.text)
    scanned = scan(tokens, lexicon.index)
    spans = sentences(article, tokens)
    reader = PhraseReader(
        tokens,
        scanned,
        lexicon,
        Hearing(
            lambda a, b: engine.recogniser.names(tokens, a, b),
            engine.recogniser.knows,
            engine.recogniser.ordinary,
            engine.recogniser.may_begin,
            engine.recogniser.may_name,
        ),
    )
    phrased = [(span, title, reader.sentence(span.start, span.stop)) for span, title in spans]
    memory = Memory(tokens, lexicon)
    memory.gather(p for _, _, phrases in phrased for p in phrases)
    reader.learn(memory.last_words())
    phrased = [
        (
            span,
            title,
            reader.sentence(span.start, span.stop) if reader.unread(span.start, span.stop, phrases) else phrases,
        )
        for span, title, phrases in phrased
    ]
    blocked = name_spans(tokens, [p for _, _, phrases in phrased for p in phrases])
    hits = engine.tagger.tag(tokens, blocked)
    phrased = [(span, title, without_dates(phrases, hits)) for span, title, phrases in phrased]
    tenses = [engine.tenses.around(tokens, hit) for hit in hits]
    # offices are evidence only where the metadata gives no day
    offices = (
        tenures(tokens, [[(p, memory.resolve(p)) for p in phrases] for _, _, phrases in phrased], lexicon)
        if not article.date
        else []
    )
    evidence = Evidence(
        hits=hits,
        tenses=tenses,
        offices=offices,
        spelled=lambda given: engine.tagger.tag(Tokens(given)),
        late=_lateness(article, lexicon),
    )
    published, problems = date_article(article, tokens, evidence)
    times = anchor(hits, published, tenses, article.text)
    memory = Memory(tokens, lexicon, _day(published), home_of(article, tokens, scanned, lexicon))
    phrased = [(span, title, memory.settled(phrases)) for span, title, phrases in phrased]
    memory.gather(p for _, _, phrases in phrased for p in phrases)
    resolved = [(span, title, [(p, memory.resolve(p)) for p in phrases]) for span, title, phrases in phrased]
    return Understood(tokens, scanned, hits, tenses, times, published, problems, memory, resolved)


class Listened(NamedTuple):
    """What the constructions read in an article: `heard` sentences, their `tellings`, and whom counterparts are.

    `likened` maps the tokens of a counterpart to whom it was found to be, and grows while contacts are settled.
    """

    heard: list[Heard]
    tellings: list[Telling]
    likened: dict[tuple[int, int], Actor]


def listen(article: Article, seen: Understood, lexicon: Lexicon) -> Listened:
    """The contacts of an understood article as its constructions tell them, before they are settled."""

    def when(i: int, tense: Tense | None) -> TimeExpression | None:
        if i < 0:
            return _today(seen.published)
        if tense is None or tense == seen.tenses[i] or isinstance(seen.hits[i].meaning, Reference):
            return seen.times[i]
        return anchor([seen.hits[i]], seen.published, [tense], article.text)[0]

    likened: dict[tuple[int, int], Actor] = {}

    def counterpart(actor: Actor, of: Actor) -> Actor:
        likened[actor.first, actor.last] = known = seen.memory.counterpart(actor, of)
        return known

    times = Times([(h.first, h.last) for h in seen.hits], when)
    heard, tellings = read_contacts(seen.tokens, seen.scanned, lexicon, seen.resolved, counterpart, times)
    return Listened(heard, tellings, likened)


def read(article: Article, lexicon: Lexicon) -> Reading:
    """Everything that Isnad reads in one article.

    Pure: the same article and lexicon give the same reading. Total: no text makes it raise. Time grows linearly.
    """
    seen = understand(article, lexicon)
    engine = engines(lexicon)
    return composed(article, lexicon, seen, listen(article, seen, lexicon), (engine.linker, engine.confidence))


def read_by_rules(article: Article, lexicon: Lexicon) -> Reading:
    """What `read` reads without the learned linker and without confidence: the rules alone. Pure and total."""
    seen = understand(article, lexicon)
    return composed(article, lexicon, seen, listen(article, seen, lexicon), (None, None))


def composed(
    article: Article,
    lexicon: Lexicon,
    seen: Understood,
    listened: Listened,
    learned: tuple[Linker | None, Confidence | None],
) -> Reading:
    """The reading of an article by what was understood and listened to, with these learned models, or without."""
    linker, confidence = learned
    tokens, scanned, hits, _, times, published, problems, _, resolved = seen
    heard, told_of, likened = listened
    tellings = settled(heard, told_of, tokens, lexicon, linker)
    # «نظيره» is known once its contact is
    resolved = [
        (span, title, [(p, likened.get((a.first, a.last), a) if a else None) for p, a in pairs])
        for span, title, pairs in resolved
    ]
    told = contacts(article, tokens, tellings, published)
    timed = [(hit.first, hit.last, time) for hit, time in zip(hits, times, strict=True)]
    words = Words(tokens, scanned, resolved, quotations(article.text), timed)
    statements, namings = speech(article, lexicon, words, tellings, told)
    told = sourced(told, statements, article.outlet)
    if confidence is not None:
        told, statements = confidence.of_contacts(told, article.zones), confidence.of_statements(statements)
    events, statements = happenings(article, lexicon, words, published, (told, statements))
    return Reading(
        article=article_info(article, published),
        zones=article.zones,
        times=times,
        mentions=mentions(tokens, [pair for _, _, pairs in resolved for pair in pairs]),
        contacts=told,
        statements=statements,
        namings=namings,
        events=events,
        problems=problems
        + contradictions(tokens, [pair for _, _, pairs in resolved for pair in pairs], lexicon, published, times),
    )


def _lateness(article: Article, lexicon: Lexicon) -> Callable[[str], int]:
    """By how many days the pages of this article's outlet that bear a day may be older."""
    return lambda day: lexicon.stamped_late(article.outlet, day) if article.outlet else 0


def _day(published: Published | None) -> str | None:
    """The day by which offices are resolved: the last of a month at most; None where the article's day is less sure."""
    if published is None or published.earliest is None or published.latest is None:
        return None
    width = date.fromisoformat(published.latest) - date.fromisoformat(published.earliest)
    return published.latest if width.days <= _MONTH else None


def _today(published: Published | None) -> TimeExpression | None:
    if published is None:
        return None
    return TimeExpression(
        start=0,
        end=0,
        text="",
        value=published.latest,
        earliest=published.earliest,
        latest=published.latest,
        rule="published",
    )
