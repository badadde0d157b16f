"""What the rooms understood, put into the records of the reading document."""

import hashlib
from collections.abc import Iterable
from typing import cast

from isnad.arabic.tokens import Tokens
from isnad.contacts import Telling
from isnad.model import (
    Article,
    ArticleInfo,
    Contact,
    ContactKind,
    Mention,
    MentionKind,
    Party,
    Published,
    Reason,
    TimeOf,
)
from isnad.model.phrase import Actor, Phrase
from isnad.model.reading import MentionBasis, PartyBasis, Role

_KINDS = {"officials": "group", "institution": "organisation", "counterpart": "person", "set": "office"}
_BACKGROUND_MONTHS = 12


def article_info(article: Article, published: Published | None) -> ArticleInfo:
    """The article's own data, without its text."""
    return ArticleInfo(
        key=article.key,
        sha256=article.sha256,
        outlet=article.outlet,
        outlet_basis=article.outlet_basis,
        url=article.url,
        title=article.title,
        language=article.language,
        published=published,
    )


def mentions(tokens: Tokens, pairs: Iterable[tuple[Phrase, Actor | None]]) -> tuple[Mention, ...]:
    """One mention a phrase, in text order; the particle glued to its first word is left out of its span."""
    out = []
    for phrase, actor in pairs:
        start, end = tokens.starts[phrase.first] + len(phrase.clitic), tokens.ends[phrase.last - 1]
        out.append(
            Mention(
                start=start,
                end=end,
                text=tokens.text[start:end],
                kind=_mention_kind(phrase),
                actor=None if actor is None else actor.key if actor.name else actor.side,
                candidates=actor.candidates if actor else (),
                basis=_mention_basis(phrase, actor),
            )
        )
    return tuple(out)


def _mention_kind(phrase: Phrase) -> MentionKind:
    if phrase.kind == "state" and phrase.strength in ("city", "weak_city", "shared"):
        return "place"
    return cast(MentionKind, _KINDS.get(phrase.kind, phrase.kind))


def _mention_basis(phrase: Phrase, actor: Actor | None) -> MentionBasis:
    if phrase.kind == "set":
        return "set"
    if phrase.kind == "state" and phrase.strength in ("capital", "seat"):
        return "metonym"
    if phrase.kind == "counterpart":
        return "counterpart"
    return "open" if actor is None else cast(MentionBasis, actor.basis)


def contacts(article: Article, tokens: Tokens, told: list[Telling], published: Published | None) -> tuple[Contact, ...]:
    """One record a telling. Ids come of the article, the trigger's place and an ordinal, not of what was resolved."""
    out = []
    seen: dict[str, int] = {}
    for t in told:
        stem = f"{article.sha256}:contact:{tokens.starts[t.trigger]}"
        ordinal = seen[stem] = seen.get(stem, 0) + 1
        parties = tuple(_party(tokens, actor, role) for actor, role in t.parties)
        out.append(
            Contact(
                id=hashlib.sha256(f"{stem}:{ordinal}".encode()).hexdigest()[:16],
                kind=cast(ContactKind, t.kind),
                status=t.status,
                parties=parties,
                time=_time_of(t),
                place=t.place,
                topics=t.topics,
                background=_background(t, published),
                earlier=t.earlier and t.time is None,
                again=t.again,
                domestic=len({p.side for p in parties}) == 1,
                evidence=t.evidence,
                rule=t.rule,
                rules=(t.rule, *t.clause, f"status.{t.status_rule}"),
                confidence=None if t.learned is None else round(t.learned, 3),
                reasons=tuple(Reason(feature, weight) for feature, weight in t.reasons),
            )
        )
    return tuple(out)


def _time_of(t: Telling) -> TimeOf | None:
    if t.time is None:
        return None
    return TimeOf(text=t.time.text, value=t.time.value, earliest=t.time.earliest, latest=t.time.latest)


def _party(tokens: Tokens, actor: Actor, role: str) -> Party:
    basis = "resolved" if actor.basis in ("resolved", "counterpart") else "stated"
    return Party(
        actor=actor.key if actor.name else None,
        name=actor.name,
        name_en=actor.name_en,
        office=actor.office,
        side=actor.side or "unknown",
        basis=cast(PartyBasis, basis),
        candidates=actor.candidates,
        role=cast(Role, role),
        start=tokens.starts[actor.first],
        end=tokens.ends[actor.last - 1],
    )


def _background(t: Telling, published: Published | None) -> bool:
    """Told as history: its time ended more than about a year before the article; or told as coming again and again."""
    if t.recurring:
        return True
    if t.time is None or t.time.latest is None or published is None or published.earliest is None:
        return False
    return _months(published.earliest) - _months(t.time.latest) > _BACKGROUND_MONTHS


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])
