"""A draft made a telling: its status, time, place and the words that tell it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from isnad.arabic.clitics import unglued
from isnad.arabic.tokens import Tokens
from isnad.contacts.draft import Draft
from isnad.contacts.links import again, earlier, goes_on, recalled, recurring, same_day
from isnad.contacts.merge import Telling
from isnad.contacts.offsets import measured, offset_before
from isnad.contacts.saying import announces, before_it, called_off, only_meant, spoken_at
from isnad.contacts.schedule import set_for
from isnad.contacts.cues import was
from isnad.contacts.status import status_of
from isnad.contacts.times import When, ahead, behind, long_ago, time_of, timed
from isnad.lexicon.words import WordClass as W
from isnad.lexicon import Lexicon
from isnad.model import Span, Status, TimeExpression

_MAX_EVIDENCE = 200
# the rules by which a verb promises a contact («ستعقد», «من المقرر أن تعقد»)
_PROMISES = frozenset({"future", "planned"})


def telling(
    draft: Draft,
    tokens: Tokens,
    lexicon: Lexicon,
    title: bool,
    hits: Sequence[tuple[int, int]],
    when: When,
    said: int | None,
    lead: int | None,
) -> Telling:
    """The draft with all that its sentence says of it.

    `said` and `lead` are the time expressions of the words that it goes on with, and of the article's opening.
    """
    status, firm, rule = status_of(draft, lexicon.grammar, title)
    behind_only = before_it(draft) or only_meant(draft, status) or called_off(draft, status)
    time = _time(draft, tokens, hits, when, status if firm else None, behind_only, lead)
    status, firm = timed(draft, status, firm, time, when)
    today = when(-1, None)
    if status in ("planned", "proposed") and time is not None and behind(time, today):
        # a plan has no past day: the day is of something else
        time = None
    if recurring(draft):
        time = None
    if status == "held" and time is not None and ahead(time, today):
        # nor has what was held a day to come
        time = None
    if time is None and said is not None and (spoken_at(draft) or (status == "held" and announces(draft, hits, said))):
        of_words = when(said, None)
        time = of_words if of_words is not None and of_words.earliest else None
    if time is None and said is not None and draft.host is not None and spoken_at(draft.host):
        # «قال أثناء زيارة إلى لشبونة حيث يلتقي نظيره»: on the day of the visit, unless it is still to come
        of_words = when(said, None)
        past = of_words is None or (status != "held" and behind(of_words, today))
        time = of_words if not past else None
    if status == "held" and _going_on(draft, time, today):
        status = "ongoing"
    return Telling(
        draft.kind,
        draft.rule,
        list(draft.parties),
        status,
        firm,
        time,
        _place(draft, tokens),
        evidence(draft, tokens),
        draft.row[draft.trigger].first,
        title,
        _topics(draft, lexicon),
        where=_where(draft),
        goes_on=goes_on(draft),
        same_day=same_day(draft, tokens, time),
        recalled=recalled(draft, lexicon.grammar),
        earlier=earlier(draft),
        again=again(draft),
        recurring=recurring(draft),
        past=long_ago(time, today),
        bygone=was(draft.row, draft.trigger) and long_ago(time, today),
        ended=draft.ended,
        echo=draft.echo,
        bearers=draft.bearers,
        promised=status == "planned" and rule in _PROMISES and firm,
        ahead=time is not None and ahead(time, today),
        set_for=set_for(draft.row, draft.trigger),
        supposed=not firm and (draft.tense == "masdar" or (draft.light is None and not draft.tense)),
    )


def _time(
    draft: Draft,
    tokens: Tokens,
    hits: Sequence[tuple[int, int]],
    when: When,
    status: Status | None,
    behind_only: bool,
    lead: int | None,
) -> TimeExpression | None:
    """The time of the draft's own clause, its distance from another day, or the time of what it goes on with."""
    row, verb = draft.row, min(draft.light if draft.light is not None else draft.trigger, draft.trigger)
    offset = offset_before(row, draft.trigger, hits, when) or offset_before(row, verb, hits, when)
    time = time_of(draft, hits, when, status, behind_only or offset is not None)
    if time is None and offset is not None:
        span = tokens.starts[offset.first], tokens.ends[offset.last - 1]
        time = measured(offset, hits, row, when, tokens.text, span, lead)
    if time is None and draft.host is not None:
        time = _time(draft.host, tokens, hits, when, status, False, lead)
    return time


def _going_on(draft: Draft, time: TimeExpression | None, today: TimeExpression | None) -> bool:
    """Whether something happened today during this visit: «قال الوزير اليوم أثناء زيارته إلى روما»."""
    if draft.kind != "visit" or time is None or today is None or time.earliest is None:
        return False
    during = any(c.word(W.EVENT_DURING) for c in draft.row[max(0, draft.trigger - 1) : draft.trigger])
    return during and time.earliest == time.latest == today.earliest == today.latest


def _place(draft: Draft, tokens: Tokens) -> str | None:
    """Where it was, in the article's words; a call or letter has no place."""
    if draft.kind in ("call", "message"):
        return None
    place = draft.place
    if place is None and draft.row[0].is_place and draft.row[1:] and draft.row[1].form == ":":
        # «هلسنكي: محادثات بين …»
        place = draft.row[0]
    return unglued(tokens.words(place.first, place.last), place.clitic) if place else None


def _where(draft: Draft) -> str | None:
    """The side of its place; None where the place may be that of the subject («محادثات حول الوضع في سوريا»)."""
    place = draft.place
    if place is None or place.actor is None:
        return None
    between = [c for c in draft.row[draft.trigger :] if c.last <= place.first]
    return None if any(c.phrase is None and c.word(W.TOPIC) for c in between) else place.actor.side


def _topics(draft: Draft, lexicon: Lexicon) -> tuple[str, ...]:
    """What it was about: known subjects, and third states, named after the parties."""
    out: list[str] = []
    involved = draft.sides()
    # «أستانا» of «مسار أستانا» is no subject of talks
    named = {i for a, _ in draft.parties for i in range(a.first, a.last)}
    for chunk in draft.row[max(draft.last, draft.trigger) + 1 :]:
        if chunk.phrase is None:
            if chunk.word(W.JOIN) or (chunk.verbs and not chunk.tag("topic")):
                break
            if (topic := chunk.tag("topic")) is not None:
                out.append(topic)
        elif chunk.first in named:
            continue
        elif chunk.is_place and chunk is not draft.place and chunk.actor and chunk.actor.side not in (None, *involved):
            name = lexicon.state_names.get(chunk.actor.side or "")
            out += [name] if name else []
    return tuple(dict.fromkeys(out))


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
        # cut at words: what is shown to people must read
        start = max(start, tokens.starts[trigger.first] - _MAX_EVIDENCE // 2)
        start = tokens.starts[bisect_left(tokens.starts, start)]
        if end > start + _MAX_EVIDENCE:
            end = tokens.ends[max(bisect_right(tokens.ends, start + _MAX_EVIDENCE), trigger.last) - 1]
    return Span(start, end, tokens.text[start:end])
