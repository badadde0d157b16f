"""Why a reading says what it says: the rule, the words it was read from, and how each party and time was found."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import msgspec

from isnad.labels.terms import Labels
from isnad.model import Contact, Party, Reading, TimeExpression

if TYPE_CHECKING:
    from isnad.lexicon import Lexicon

# the slots of a construction by its id: marker to the role and what may fill it, as its row has them
Slots = Callable[[str], Mapping[str, str | tuple[str, ...]]]


class Note(msgspec.Struct, frozen=True):
    """One line of reasons: its subject, the article's words (may be empty), where they stand, what was made of them."""

    label: str
    words: str
    span: tuple[int, int] | None
    says: tuple[str, ...]


def slots(lexicon: "Lexicon") -> Slots:
    """The slots of the lexicon's constructions; none for a rule that is no row of them."""
    rows = {frame.id: frame.row.slots for frame in lexicon.frames}
    return lambda rule: rows.get(rule, {})


def reasons(contact: Contact, reading: Reading, text: str, words: Labels, slots: Slots) -> tuple[Note, ...]:
    """The rules and the words of a contact, its construction's slots, each party's basis, the rule of its time."""
    evidence = contact.evidence
    decided = tuple(dict.fromkeys((contact.rule, *contact.rules)))
    notes = [Note(words.fields["rule"], "", (evidence.start, evidence.end), decided)]
    if filled := tuple(_slot(marker, takes, words) for marker, takes in slots(contact.rule).items()):
        notes.append(Note(words.fields["slots"], "", None, filled))
    if contact.confidence is not None:
        notes.append(Note(words.fields["confidence"], "", None, (f"{contact.confidence:.2f}",)))
    if contact.reasons:
        heard = tuple(f"{reason.feature} {reason.weight:+.1f}" for reason in contact.reasons)
        notes.append(Note(words.fields["reasons"], "", None, heard))
    notes += [_party(party, reading, text, words) for party in contact.parties]
    time = _time(contact, reading)
    if time:
        value = words.days(time.earliest, time.latest) or time.value or words.phrases["day_unknown"]
        notes.append(Note(words.fields["time"], time.text, (time.start, time.end), (value, time.rule)))
    elif contact.time and not contact.time.text:
        notes.append(Note(words.fields["time"], "", None, (words.phrases["publication_day"],)))
    for link in contact.chain:
        span = None if link.start is None or link.end is None else (link.start, link.end)
        notes.append(Note(words.fields["chain"], link.name or "", span, (link.role,)))
    return tuple(notes)


def dating(reading: Reading, words: Labels) -> tuple[Note, ...]:
    """The argument for the day of publication, step by step, and the problems that the rooms met."""
    published = reading.article.published
    notes = []
    for step in published.basis if published else ():
        span = None if step.start is None or step.end is None else (step.start, step.end)
        seen = (words.evidence[step.kind], *([step.fact] if step.fact else []))
        says = (*seen, f"{words.phrases['leaves']} {step.leaves}", step.rule)
        notes.append(Note(words.fields["dating"], step.text, span, says))
    for problem in reading.problems:
        span = None if problem.start is None or problem.end is None else (problem.start, problem.end)
        notes.append(Note(words.fields["problem"], "", span, (f"{problem.room}: {problem.message}",)))
    return tuple(notes)


def _slot(marker: str, takes: str | tuple[str, ...], words: Labels) -> str:
    """«مع: participant»: the marker, by its name where it is a place in the clause, and the roles that it gives."""
    roles = [takes] if isinstance(takes, str) else takes
    named = (words.roles.get(role.partition("/")[0], role) for role in roles)
    return f"{words.markers.get(marker, marker)}: {', '.join(dict.fromkeys(named))}"


def _party(party: Party, reading: Reading, text: str, words: Labels) -> Note:
    span = (party.start, party.end)
    mention = next((m for m in reading.mentions if (m.start, m.end) == span), None)
    basis = mention.basis if mention and party.basis == "stated" else party.basis
    candidates = party.candidates or (mention.candidates if mention else ())
    says = [words.bases[basis]]
    if candidates:
        says.append(f"{words.fields['candidates']}: {', '.join(candidates)}")
    return Note(words.fields["party"], text[party.start : party.end], span, tuple(says))


def _time(contact: Contact, reading: Reading) -> TimeExpression | None:
    """The time expression that a contact's time came from: the same words and days, nearest to its evidence."""
    time = contact.time
    if time is None:
        return None
    same = [t for t in reading.times if (t.text, t.earliest, t.latest) == (time.text, time.earliest, time.latest)]
    return min(same, key=lambda t: abs(t.start - contact.evidence.start), default=None)
