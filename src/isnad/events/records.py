"""Drafts put into the records of the reading document."""

import hashlib
from collections.abc import Sequence

from isnad.events.draft import Draft
from isnad.events.scene import Told
from isnad.model import Span
from isnad.model.event import Event

_BACKGROUND_MONTHS = 12


def records(told: Told, drafts: Sequence[Draft]) -> tuple[Event, ...]:
    """One event a draft. Ids come of the article, the trigger's place and an ordinal, not of what was resolved."""
    out, seen = [], dict[str, int]()
    text = told.tokens.text
    for d in drafts:
        stem = f"{told.article.sha256}:event:{d.trigger[0]}"
        ordinal = seen[stem] = seen.get(stem, 0) + 1
        out.append(
            Event(
                id=hashlib.sha256(f"{stem}:{ordinal}".encode()).hexdigest()[:16],
                act=d.act.id,
                type=d.act.type,
                modes=d.act.modes,
                contexts=d.act.contexts,
                status=d.modality.status,
                actors=d.actors,
                targets=d.targets,
                mutual=d.act.mutual or (d.act.type == "AGREE" and len(d.sides[0]) > 1),
                time=d.time,
                places=d.places,
                extent=d.extent,
                numbers=d.numbers,
                chain=d.voiced.chain,
                voice=d.voiced.voice,
                statements=d.voiced.statements,
                contact=d.contact,
                background=_background(told, d),
                evidence=Span(*d.span, text[slice(*d.span)]),
                trigger=Span(*d.trigger, text[slice(*d.trigger)]),
                rule=d.rule,
            )
        )
    return tuple(out)


def _background(told: Told, d: Draft) -> bool:
    """Told as history: its time ended more than about a year before the article."""
    if d.time is None or d.time.latest is None or told.published is None or told.published.earliest is None:
        return False
    return _months(told.published.earliest) - _months(d.time.latest) > _BACKGROUND_MONTHS


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])
