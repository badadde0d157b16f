"""A draft made a telling: its status, time, place and the words that tell it."""

from collections.abc import Sequence

from isnad.arabic.clitics import unglued
from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.contacts.draft import Draft
from isnad.contacts.merge import Telling
from isnad.contacts.status import status_of
from isnad.contacts.times import When, time_of, timed, wide
from isnad.lexicon import Lexicon
from isnad.model import Span

_MAX_EVIDENCE = 200
NOW = fold_word("حاليا")


def telling(draft: Draft, tokens: Tokens, lexicon: Lexicon, title: bool, hits: Sequence[tuple[int, int]], when: When) -> Telling:
    status, firm = status_of(draft, lexicon.grammar, title)
    time = time_of(draft, hits, when, status if firm else None)
    status, firm = timed(draft, status, firm, time, when)
    today = when(-1, None)
    if time is None and status == "ongoing" and today is not None and any(c.form == NOW for c in draft.row):
        time = today
    if status in ("planned", "proposed") and time and time.latest and today and today.earliest and not wide(today) and time.latest < today.earliest:
        # a plan has no past day: the day is of something else
        time = None
    told = draft.place if draft.kind not in ("call", "message") else None
    if draft.place is None and draft.row[0].is_place and draft.row[1:] and draft.row[1].form == ":" and draft.kind != "call":
        # «هلسنكي: محادثات بين …»
        told = draft.row[0]
    place = tokens.words(told.first, told.last) if told else None
    if place and told:
        place = unglued(place, told.clitic)
    return Telling(draft.kind, draft.rule, draft.parties, status, firm, time, place, evidence(draft, tokens),
                   draft.row[draft.trigger].first, title)  # fmt: skip


def evidence(draft: Draft, tokens: Tokens) -> Span:
    """The words from the first to the last that tell the contact, its trigger among them."""
    trigger = draft.row[draft.trigger]
    points = [(trigger.first, trigger.last)]
    if draft.light is not None:
        points.append((draft.row[draft.light].first, draft.row[draft.light].last))
    low, high = draft.row[0].first, draft.row[-1].last
    points += [(a.first, a.last) for a, _ in draft.parties if low <= a.first and a.last <= high]
    start, end = tokens.starts[min(p[0] for p in points)], tokens.ends[max(p[1] for p in points) - 1]
    if end - start > _MAX_EVIDENCE:
        start = max(start, tokens.starts[trigger.first] - _MAX_EVIDENCE // 2)
        end = min(end, start + _MAX_EVIDENCE)
    return Span(start, end, tokens.text[start:end])
