"""A reading as Markdown: a section an article, an item a contact, its words as a quotation."""

import re

from isnad.cli.explain import Note
from isnad.cli.view import ArticleView, ContactView, PartyView
from isnad.labels.plain import plain
from isnad.labels.terms import Labels

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
# first-strong isolates keep an Arabic stretch from turning its line, and an identifier from turning an Arabic one
_OPEN, _CLOSE = "\u2068", "\u2069"


def article(shown: ArticleView, words: Labels) -> str:
    """The section of one article; ends with a blank line."""
    lines = [
        f"## {_safe(shown.title)}",
        "",
        " · ".join(set_in(part, words) for part in (shown.outlet, shown.published, shown.key) if part),
        "",
    ]
    for contact in shown.contacts:
        lines += _contact(contact, words)
    if not shown.contacts:
        lines.append(words.phrases["no_contacts"])
    lines += [f"- {_note(note, words)}" for note in shown.notes]
    return "\n".join(lines).rstrip("\n") + "\n\n"


def _contact(contact: ContactView, words: Labels) -> list[str]:
    head = " · ".join((contact.day, contact.kind, contact.status, *contact.flags))
    parties = " — ".join(_party(party, words) for party in contact.parties)
    lines = [f"- **{head}**: {parties}"]
    fields = (("place", contact.place), ("topics", ", ".join(contact.topics)))
    lines += [f"  - {words.fields[name]}: {set_in(value, words)}" for name, value in fields if value]
    for told in contact.said:
        spoken = " ".join(set_in(part, words) for part in (told.who, told.cue) if part)
        around = ", ".join(set_in(note, words) for note in (told.chain, *told.around))
        lines.append(f"  - {words.fields['said']}: {spoken}: «{set_in(told.words, words)}» ({around})")
    lines += [f"  - {_note(note, words)}" for note in contact.notes]
    return [*lines, "", f"  > {_safe(contact.words)}", ""]


def _party(party: PartyView, words: Labels) -> str:
    first, *others = (part for part in (party.name, party.office, party.side, party.role) if part)
    inside = ", ".join(set_in(part, words) for part in others)
    return f"{set_in(first, words)} ({inside})" if inside else set_in(first, words)


def _note(note: Note, words: Labels) -> str:
    quoted = [f"«{set_in(note.words, words)}»"] if note.words else []
    where = [f"[{note.span[0]}:{note.span[1]}]"] if note.span else []
    return f"{note.label}: " + ", ".join([*(set_in(word, words) for word in note.says), *quoted, *where])


def set_in(text: str, words: Labels) -> str:
    """Text that may stand inside a line of this language."""
    safe = _safe(text)
    return f"{_OPEN}{safe}{_CLOSE}" if words.foreign(text) else safe


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", plain(text))
