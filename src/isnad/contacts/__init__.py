"""Contacts: who met, called, wrote to or visited whom, read from a sentence's triggers by the frames of the lexicon."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import msgspec

from isnad.arabic.clitics import unglued
from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.contacts.clause import COMMAS, Chunk, chunked, is_trigger, marker_of
from isnad.contacts.draft import Counterpart, Draft, Scene, actors_of
from isnad.contacts.merge import Telling, merged
from isnad.contacts.nouns import read_noun
from isnad.contacts.status import status_of
from isnad.contacts.verbs import read_verb
from isnad.lexicon import Lexicon
from isnad.model import Span, Status, TimeExpression
from isnad.model.phrase import Actor, Phrase, Scan

__all__ = ["Telling", "read_contacts"]

When = Callable[[int, str | None], TimeExpression | None]
Sentence = tuple[range, bool, list[tuple[Phrase, Actor | None]]]
_MAX_EVIDENCE = 200
# the seats that folding drops: they tell «هنأ» from «هنا»
HAMZA = "أئؤ"
NOW = fold_word("حاليا")
_MAX_TIME_DISTANCE = 22
# what follows the trigger is nearer than what precedes it
_LEFT_COST = 2
_WEEK = 7
_COMING = frozenset({"planned", "proposed", "cancelled"})


def read_contacts(tokens: Tokens, scan: Scan, lexicon: Lexicon, sentences: Sequence[Sentence], counterpart: Counterpart,
                  hits: Sequence[tuple[int, int]], when: When) -> list[Telling]:  # fmt: skip
    """The contacts of an article, one a real encounter.

    `sentences`: token range, whether it is the title, and its phrases with their actors, in order. `hits`: token ranges of
    time expressions; `when(i, tense)` anchors hit i as told in that tense.
    """
    def spelt(chunk: Chunk) -> bool:
        return any(seat in tokens.words(chunk.first, chunk.first + 1) for seat in HAMZA)

    tellings: list[Telling] = []
    subject: Actor | None = None
    pair: list[Actor] = []
    for span, title, phrases in sentences:
        row: list[Chunk] | None = None
        if any(_triggers(scan, i) for i in span):
            row = chunked(tokens, scan.at, phrases, span.start, span.stop)
            scene = Scene(row, counterpart, subject, title, [], lexicon.homes, spelt, lexicon.blocs, pair)
            _read(scene, lexicon)
            pair = _pair_of(scene.drafts) or pair
            for draft in scene.drafts:
                tellings.append(_telling(draft, tokens, lexicon, title, hits, when))
        subject = _subject(tokens, phrases, subject) if not title else subject
    return merged(tellings)


def _triggers(scan: Scan, i: int) -> bool:
    found = scan.at[i]
    return bool(found) and any("verb" in m.tags or "noun" in m.tags for m in found)


def _pair_of(drafts: list[Draft]) -> list[Actor]:
    """The two parties of the contact told last: whom «الجانبان» will mean."""
    for draft in reversed(drafts):
        if len(draft.parties) == 2 and draft.kind not in ("visit", "message"):  # noqa: PLR2004
            return [a for a, _ in draft.parties]
    return []


def _read(scene: Scene, lexicon: Lexicon) -> None:
    row = scene.row
    for k, chunk in enumerate(row):
        if chunk.phrase is not None:
            if chunk.actor is not None and _stands_free(row, k, scene.here):
                scene.subject, scene.here = chunk.actor, True
                scene.group = _group(row, k)
            continue
        if not is_trigger(chunk):
            continue
        done = False
        governed = k > 0 and row[k - 1].word("prepositions") and not chunk.clitic
        for hit in chunk.tag("verb") or ():
            frame = lexicon.verbs[hit.frame]
            if governed and hit.form.tense != "masdar":
                continue
            if hit.form.tense == "past" and (marker_of(chunk.clitic)[1] or (frame.opening and not _begins(row, k))):
                continue
            if frame.build != "light" and (not frame.exact or scene.spelt(chunk)) and (done := read_verb(scene, k, frame, hit.form)):
                break
        if done:
            continue
        for hit in chunk.tag("noun") or ():
            if read_noun(scene, k, lexicon.nouns[hit.frame], hit.form, lexicon.grammar.light):
                break


def _begins(row: list[Chunk], k: int) -> bool:
    """Whether a clause begins at chunk k or its subject stands right before it."""
    if k == 0 or row[k].clitic:
        return True
    before = row[k - 1]
    return before.phrase is not None or before.matches is not None or not before.form[0].isalpha()


def _group(row: list[Chunk], k: int) -> list[Actor]:
    """The persons joined in one subject from chunk k on: «لافروف وكيري», «وزيرا … ونظيره …», «الوفد ترأسه …»."""
    chunks = [row[k]]
    for chunk in row[k + 1 :]:
        if chunk.form in COMMAS:
            continue
        if chunk.phrase is None or marker_of(chunk.clitic) != (True, "") or chunk.phrase.kind not in ("person", "office", "counterpart"):
            break
        chunks.append(chunk)
    return actors_of(chunks)


def _stands_free(row: list[Chunk], k: int, here: bool) -> bool:
    """Whether a person is a subject here: no preposition governs him and no earlier subject stands in this clause."""
    chunk = row[k]
    if chunk.phrase is None or not _personal(chunk.phrase):
        return False
    if chunk.phrase.clitic.lstrip("وف") or (k and (row[k - 1].word("prepositions") or row[k - 1].word("agents"))):
        return False
    if k and row[k - 1].phrase is None and row[k - 1].tag("noun"):
        return False
    for j in range(k - 1, -1, -1):
        before = row[j]
        if before.form in "؛" or before.word("joins") or before.word("relatives"):
            return True
        if before.phrase is None and (before.tag("verb") or before.tag("light")):
            # the subject of a verb; of a subordinate clause it leaves the main one in mind
            return not (j and row[j - 1].word("relatives") and here)
        if before.phrase is not None and _personal(before.phrase) and not before.phrase.clitic and not (
            j and row[j - 1].word("prepositions")
        ):
            return False
    return True


def _personal(phrase: Phrase) -> bool:
    """Whether a phrase is of people who can be spoken of further: not a bare plural of officials."""
    return phrase.kind in ("person", "office") or (phrase.kind == "officials" and phrase.number == "delegation") or (
        phrase.kind == "set" and bool(phrase.members)
    )


def _subject(tokens: Tokens, phrases: list[tuple[Phrase, Actor | None]], before: Actor | None) -> Actor | None:
    """The person a sentence is about: its first person or office that no particle governs."""
    for phrase, actor in phrases:
        if actor is not None and phrase.kind in ("person", "office", "officials") and not phrase.clitic.lstrip("وف"):
            if phrase.first and tokens.forms[phrase.first - 1] in ("مع", "من", "الي", "بين", "عن", "علي"):
                continue
            return actor
    return before


def _telling(draft: Draft, tokens: Tokens, lexicon: Lexicon, title: bool, hits: Sequence[tuple[int, int]], when: When) -> Telling:
    status, firm = status_of(draft, lexicon.grammar, title)
    time = _time(draft, hits, when, status if firm else None)
    status, firm = _timed(draft, status, firm, time, when)
    today = when(-1, None)
    if time is None and status == "ongoing" and today is not None and any(c.form == NOW for c in draft.row):
        time = today
    if status in ("planned", "proposed") and time and time.latest and today and today.earliest and not _wide(today) and time.latest < today.earliest:
        # a plan has no past day: the day is of something else
        time = None
    told = draft.place if draft.kind not in ("call", "message") else None
    if draft.place is None and draft.row[0].is_place and draft.row[1:] and draft.row[1].form == ":" and draft.kind != "call":
        # «هلسنكي: محادثات بين …»
        told = draft.row[0]
    place = tokens.words(told.first, told.last) if told else None
    if place and told:
        place = unglued(place, told.clitic)
    return Telling(draft.kind, draft.rule, draft.parties, status, firm, time, place, _evidence(draft, tokens),
                   draft.row[draft.trigger].first, title)  # fmt: skip


def _time(draft: Draft, hits: Sequence[tuple[int, int]], when: When, status: Status | None) -> TimeExpression | None:
    """The nearest time expression with days in the trigger's own clause."""
    row = draft.row
    verb = min(draft.light if draft.light is not None else draft.trigger, draft.trigger)
    end = max(draft.last, draft.trigger)
    low, high = _clause(row, verb, end, bool(draft.tense))
    start, stop = row[verb].first, row[end].last
    best: tuple[int, int] | None = None
    for i, (first, last) in enumerate(hits):
        if first < low or last > high:
            continue
        distance = start - last + _LEFT_COST if last <= start else max(0, first - stop)
        if last <= start and draft.tense and _owned(row, verb, first):
            continue
        if distance <= _MAX_TIME_DISTANCE and (best is None or distance < best[0]):
            found = when(i, None)
            if found is not None and found.earliest is not None:
                best = (distance, i)
    if best is None:
        return _time(draft.host, hits, when, status) if draft.host is not None else None
    coming = status in _COMING or (draft.tense in ("present", "masdar", "future") and status != "held")
    return _loose_week(when(best[1], "future" if coming else "past" if status in ("held", "denied") else None))


def _clause(row: list[Chunk], verb: int, end: int, finite: bool) -> tuple[int, int]:
    """The tokens between which a time may stand that belongs to this trigger."""
    low, high = row[0].first, row[-1].last
    for j in range(verb - 1, -1, -1):
        if _wall(row[j]) or row[j].word("topics") or (finite and j == verb - 1 and row[j].form in COMMAS):
            low = row[j].last
            break
    for j in range(end + 1, len(row)):
        if _wall(row[j]) and not (row[j].word("relatives") and _scheduled(row[j + 1 : j + 4])):
            high = row[j].first
            break
        if row[j].word("relatives"):
            # «زيارته التي كان من المقرر أن تبدأ الخميس»
            high = row[min(j + 12, len(row) - 1)].last
            break
    return low, high


def _scheduled(chunks: list[Chunk]) -> bool:
    """Whether a relative clause says what was scheduled: «التي كان من المقرر أن تبدأ الخميس»."""
    return any(chunk.form.startswith(("مقرر", "المقرر")) for chunk in chunks)


def _owned(row: list[Chunk], verb: int, first: int) -> bool:
    """Whether a time before the trigger follows another verb of its sentence, whose time it is."""
    return any(
        c.phrase is None and (c.tag("verb") or c.tag("light")) for c in row[:verb] if c.last <= first
    )


def _loose_week(time: TimeExpression | None) -> TimeExpression | None:
    """«الأسبوع الماضي» without saying where a week begins: Saturday, Sunday or Monday, by country."""
    if time is None or time.value is None or "-W" not in time.value or not time.earliest:
        return time
    return msgspec.structs.replace(time, earliest=(date.fromisoformat(time.earliest) - timedelta(2)).isoformat())


def _wall(chunk: Chunk) -> bool:
    """Whether a clause ends at this chunk."""
    if chunk.phrase is not None:
        return False
    return chunk.word("joins") or chunk.word("relatives") or chunk.form in "؛;" or bool(chunk.tag("verb") or chunk.tag("light"))


def _wide(today: TimeExpression) -> bool:
    """Whether the article's own day is too open to tell what lies before it and what after."""
    return today.earliest is None or today.latest is None or _days(today.earliest, today.latest) > _WEEK


def _timed(draft: Draft, status: Status, firm: bool, time: TimeExpression | None, when: When) -> tuple[Status, bool]:
    """The status once the time is known: what lies ahead is planned, what lies behind is held; an arrival of these days goes on."""
    today = when(-1, None)
    if time is None or time.earliest is None or time.latest is None or today is None or today.latest is None or today.earliest is None or _wide(today):
        if draft.light is not None and draft.tense == "present" and status == "planned" and not firm:
            # «يجري فلان محادثات …»
            return "ongoing", False
        return ("ongoing" if draft.arrival and status == "held" else status), firm
    if status == "held" and draft.arrival and time.latest >= today.earliest[:8] and _days(time.latest, today.latest) <= 2:  # noqa: PLR2004
        return "ongoing", firm
    if draft.kind == "visit" and status == "held" and not firm and time.earliest <= today.latest <= time.latest:
        return "ongoing", False
    if status in ("held", "planned") and not firm:
        if time.earliest > today.latest:
            return "planned", True
        if time.latest < today.earliest:
            return "held", True
    return status, firm


def _days(a: str, b: str) -> int:
    return (date.fromisoformat(b) - date.fromisoformat(a)).days


def _evidence(draft: Draft, tokens: Tokens) -> Span:
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
