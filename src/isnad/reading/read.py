"""`read`: the composition of the reading rooms."""

import hashlib
from datetime import date
from typing import NamedTuple

from isnad.actors import Memory, PhraseReader, contradictions
from isnad.arabic.tokens import Tokens
from isnad.contacts import Telling, read_contacts
from isnad.dating import date_article
from isnad.lexicon import Lexicon
from isnad.lexicon.when import Tense, TimeHit
from isnad.model import (
    Article,
    ArticleInfo,
    Contact,
    Mention,
    Party,
    Problem,
    Published,
    Reading,
    TimeExpression,
    TimeOf,
)
from isnad.model.phrase import Actor, Phrase, Scan
from isnad.reading.engines import engines
from isnad.reading.speech import speech
from isnad.reading.tenures import tenures
from isnad.scan import scan
from isnad.when import anchor

_READ = frozenset({"title", "body", "caption"})
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
    spans = _sentences(article, tokens)
    reader = PhraseReader(tokens, scanned, lexicon, lambda a, b: engine.recogniser.names(tokens, a, b), engine.recogniser.knows, engine.recogniser.ordinary)
    phrased = [(span, title, reader.sentence(span.start, span.stop)) for span, title in spans]
    memory = Memory(tokens, lexicon)
    memory.gather(p for _, _, phrases in phrased for p in phrases)
    reader.learn(memory.last_words())
    phrased = [
        (span, title, reader.sentence(span.start, span.stop) if reader.unread(span.start, span.stop, phrases) else phrases)
        for span, title, phrases in phrased
    ]
    blocked = _names(tokens, [p for _, _, phrases in phrased for p in phrases])
    hits = engine.tagger.tag(tokens, blocked)
    tenses = [engine.tenses.around(tokens, hit) for hit in hits]
    # offices are evidence only where the metadata gives no day
    offices = tenures(tokens, [[(p, memory.resolve(p)) for p in phrases] for _, _, phrases in phrased], lexicon) if not article.date else []
    published, problems = date_article(article, tokens, hits, tenses, offices)
    times = anchor(hits, published, tenses, article.text)
    memory = Memory(tokens, lexicon, _day(published), _home(article, lexicon))
    memory.gather(p for _, _, phrases in phrased for p in phrases)
    resolved = [(span, title, [(p, memory.resolve(p)) for p in phrases]) for span, title, phrases in phrased]
    return Understood(tokens, scanned, hits, tenses, times, published, problems, memory, resolved)


def read(article: Article, lexicon: Lexicon) -> Reading:
    """Everything that Isnad reads in one article.

    Pure: the same article and lexicon give the same reading. Total: no text makes it raise. Time grows linearly.
    """
    tokens, scanned, hits, tenses, times, published, problems, memory, resolved = understand(article, lexicon)

    def when(i: int, tense: str | None) -> TimeExpression | None:
        if i < 0:
            return _today(published)
        if tense is None or tense == tenses[i]:
            return times[i]
        return anchor([hits[i]], published, [tense], article.text)[0]  # type: ignore[list-item]

    tellings = read_contacts(tokens, scanned, lexicon, resolved, memory.counterpart, [(h.first, h.last) for h in hits], when)
    contacts = _contacts(article, tokens, tellings, published)
    statements, namings = speech(article, lexicon, tokens, scanned, resolved, tellings, contacts)
    return Reading(
        article=_info(article, published),
        zones=article.zones,
        times=times,
        mentions=_mentions(tokens, [pair for _, _, pairs in resolved for pair in pairs]),
        contacts=contacts,
        statements=statements,
        namings=namings,
        problems=problems + contradictions(tokens, [pair for _, _, pairs in resolved for pair in pairs], lexicon, published, times),
    )


def _sentences(article: Article, tokens: Tokens) -> list[tuple[range, bool]]:
    """The sentences of title and body as token ranges, cut where a zone ends; with whether each is of the title."""
    out: list[tuple[range, bool]] = []
    starts, breaks = tokens.starts, tokens.breaks
    zones = [z for z in article.zones if z.kind in _READ]
    at = 0
    for low, high in zip(breaks, breaks[1:], strict=False):
        begin = low
        while at < len(zones) and low < high and zones[at].end <= starts[low]:
            at += 1
        k = at
        while begin < high and k < len(zones):
            zone = zones[k]
            first = begin
            while first < high and starts[first] < zone.start:
                first += 1
            last = first
            while last < high and starts[last] < zone.end:
                last += 1
            if last > first:
                out.append((range(first, last), zone.kind == "title"))
            if last >= high:
                break
            begin, k = last, k + 1
    return out


def _names(tokens: Tokens, phrases: list[Phrase]) -> list[tuple[int, int]]:
    """Code point spans of the persons' names: no time stands inside them."""
    out: list[tuple[int, int]] = []
    for phrase in phrases:
        if phrase.name is not None and phrase.name[1] > phrase.name[0]:
            out.append((tokens.starts[phrase.name[0]], tokens.ends[phrase.name[1] - 1]))
        out += _names(tokens, list(phrase.members))
    return sorted(set(out))


def _home(article: Article, lexicon: Lexicon) -> str | None:
    """The state whose offices an outlet names without saying whose they are; None for outlets of many countries."""
    return lexicon.home_of(article.outlet) if article.outlet else None


def _day(published: Published | None) -> str | None:
    """The day by which offices are resolved: the last of a month at most; None where the article's day is less sure."""
    if published is None or published.earliest is None or published.latest is None:
        return None
    width = date.fromisoformat(published.latest) - date.fromisoformat(published.earliest)
    return published.latest if width.days <= _MONTH else None


def _today(published: Published | None) -> TimeExpression | None:
    if published is None:
        return None
    return TimeExpression(start=0, end=0, text="", value=published.latest, earliest=published.earliest, latest=published.latest, rule="published")


def _info(article: Article, published: Published | None) -> ArticleInfo:
    return ArticleInfo(key=article.key, sha256=article.sha256, outlet=article.outlet, outlet_basis=article.outlet_basis, url=article.url,
                       title=article.title, language=article.language, published=published)  # fmt: skip


def _mentions(tokens: Tokens, pairs: list[tuple[Phrase, Actor | None]]) -> tuple[Mention, ...]:
    kinds = {"officials": "group", "institution": "organisation", "counterpart": "person", "set": "office"}
    out = []
    for phrase, actor in pairs:
        start = tokens.starts[phrase.first] + (len(phrase.clitic) if phrase.clitic else 0)
        end = tokens.ends[phrase.last - 1]
        basis = "open" if actor is None else actor.basis
        if phrase.kind == "counterpart" and basis == "stated":
            basis = "counterpart"
        if phrase.kind == "state" and phrase.strength in ("capital", "seat"):
            basis = "metonym"
        if phrase.kind == "set":
            basis = "set"
        kind = kinds.get(phrase.kind, phrase.kind)
        if phrase.kind == "state" and phrase.strength == "city":
            kind = "place"
        out.append(Mention(start=start, end=end, text=tokens.text[start:end], kind=kind,  # type: ignore[arg-type]
                           actor=actor.key if actor and actor.name else (actor.side if actor else None), basis=basis))  # type: ignore[arg-type]  # fmt: skip
    return tuple(out)


def _contacts(article: Article, tokens: Tokens, tellings: list[Telling], published: Published | None) -> tuple[Contact, ...]:
    out = []
    ordinal: dict[str, int] = {}
    for t in tellings:
        stem = f"{article.sha256}:contact:{tokens.starts[t.trigger]}"
        n = ordinal[stem] = ordinal.get(stem, 0) + 1
        parties = tuple(_party(tokens, a, role) for a, role in t.parties)
        out.append(Contact(
            id=hashlib.sha256(f"{stem}:{n}".encode()).hexdigest()[:16], kind=t.kind, status=t.status, parties=parties,  # type: ignore[arg-type]
            time=TimeOf(text=t.time.text, value=t.time.value, earliest=t.time.earliest, latest=t.time.latest) if t.time else None,
            place=t.place, background=_background(t, published), domestic=len({p.side for p in parties}) < 2,  # noqa: PLR2004
            evidence=t.evidence, rule=t.rule))  # fmt: skip
    return tuple(out)


def _party(tokens: Tokens, actor: Actor, role: str) -> Party:
    start, end = tokens.starts[actor.first], tokens.ends[actor.last - 1]
    basis = "resolved" if actor.basis in ("resolved", "counterpart") else "stated"
    return Party(actor=actor.key if actor.name else None, name=actor.name, name_en=actor.name_en, office=actor.office, side=actor.side or "unknown",
                 basis=basis, candidates=actor.candidates, role=role, start=start, end=end)  # type: ignore[arg-type]  # fmt: skip


def _background(t: Telling, published: Published | None) -> bool:
    """Told as history: its time ended more than about a year before the article."""
    if t.time is None or t.time.latest is None or published is None or published.earliest is None:
        return False
    return int(published.earliest[:4]) * 12 + int(published.earliest[5:7]) - int(t.time.latest[:4]) * 12 - int(t.time.latest[5:7]) > 12  # noqa: PLR2004


__all__ = ["Problem", "read"]
