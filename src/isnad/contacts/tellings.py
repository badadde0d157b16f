"""A draft made a telling: its status, time, place and the words that tell it."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from isnad.arabic.clitics import unglued
from isnad.arabic.tokens import Tokens
from isnad.contacts.cues import was
from isnad.contacts.days import ahead, long_ago, timed
from isnad.contacts.draft import Draft
from isnad.contacts.links import again, earlier, follows, goes_on, recalled, recurring, same_day
from isnad.contacts.merge import Telling
from isnad.contacts.moments import goes_on_today, own_time, settled
from isnad.contacts.schedule import set_for
from isnad.contacts.status import status_of
from isnad.contacts.times import Times
from isnad.lexicon import Lexicon
from isnad.lexicon.words import WordClass as W
from isnad.model import Span

_MAX_EVIDENCE = 200
# the rules by which a verb promises a contact («ستعقد», «من المقرر أن تعقد»)
_PROMISES = frozenset({"future", "planned"})
# the status rule where the contact's day overrules its words
_BY_ITS_DAY = "by-its-day"


class Place(NamedTuple):
    """Where in its article a draft stands: the number of its sentence, and whether that is the headline."""

    sentence: int
    title: bool


def telling(draft: Draft, tokens: Tokens, lexicon: Lexicon, place: Place, times: Times) -> Telling:
    """The draft with all that its sentence says of it."""
    judged = status_of(draft, lexicon.grammar, place.title)
    time, today = own_time(draft, tokens, times, judged), times.today
    status, firm = timed(draft, judged.status, judged.firm, time, today)
    time = settled(draft, times, status, time)
    if status == "held" and goes_on_today(draft, time, today):
        status = "ongoing"
    return Telling(
        draft.kind,
        draft.rule,
        draft.parties,
        status,
        firm,
        time,
        _place(draft, tokens),
        evidence(draft, tokens),
        draft.row[draft.trigger].first,
        place.title,
        _topics(draft, lexicon),
        sentence=place.sentence,
        where=_where(draft),
        goes_on=goes_on(draft),
        same_day=same_day(draft, tokens, time),
        recalled=recalled(draft, lexicon.grammar),
        earlier=earlier(draft),
        again=again(draft),
        follows=follows(draft),
        recurring=recurring(draft),
        past=long_ago(time, today),
        bygone=was(draft.row, draft.trigger) and long_ago(time, today),
        ended=draft.ended,
        had=draft.arrival and draft.tense == "past" and was(draft.row, draft.trigger),
        echo=draft.echo,
        bearers=draft.bearers,
        clause=draft.clause,
        status_rule=judged.rule if status == judged.status else _BY_ITS_DAY,
        promised=status == "planned" and judged.rule in _PROMISES and judged.firm,
        ahead=time is not None and ahead(time, today),
        set_for=set_for(draft.row, draft.trigger),
        supposed=not judged.firm and (draft.tense == "masdar" or (draft.light is None and not draft.tense)),
    )


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
            # «لمناقشة الملف النووي» goes on with the encounter, a verb of its own does not
            finite = any(hit.form.tense != "masdar" for hit in chunk.verbs)
            if chunk.word(W.JOIN) or (finite and not chunk.tag("topic")):
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
