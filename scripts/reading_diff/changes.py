"""The changes between two readings of one article, each under the name of what changed."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from .pairing import contact_likeness, pair, statement_likeness
from .reading import Contact, Party, Reading, Statement

Record = Contact | Statement
UNREAD = "article read on one side only"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One record that changed. `groups` name all that changed in it; None: the record is not there on that side."""

    key: str
    sha256: str
    text: str
    groups: tuple[str, ...]
    before: Record | None = None
    after: Record | None = None


def _who(party: Party) -> str:
    return repr((party.side, party.actor, party.name))


def _parties(*fields: str) -> Callable[[Contact], list[str]]:
    """The parties in any order, each with the fields named."""
    return lambda contact: sorted(_who(p) + repr([getattr(p, field) for field in fields]) for p in contact.parties)


def _days(contact: Contact) -> tuple[str | None, str | None]:
    return (contact.time.earliest, contact.time.latest) if contact.time else (None, None)


CONTACT: Mapping[str, Callable[[Contact], Any]] = {
    "contact: kind": lambda c: c.kind,
    "contact: party": _parties(),
    "contact: office": _parties("office"),
    "contact: role": _parties("role"),
    "contact: status": lambda c: c.status,
    "contact: day": _days,
    "contact: place": lambda c: c.place,
    "contact: topic": lambda c: sorted(c.topics),
    "contact: background, domestic, earlier or again": lambda c: (c.background, c.domestic, c.earlier, c.again),
}
_OF_PARTY = ("contact: office", "contact: role")
STATEMENT: Mapping[str, Callable[[Statement], Any]] = {
    "statement: speaker": lambda s: sorted(_who(speaker) + repr(speaker.office) for speaker in s.speakers),
    "statement: chain": lambda s: [(link.role, link.name, link.actor) for link in s.chain],
    "statement: content": lambda s: (s.content.start, s.content.end),
    "statement: form or polarity": lambda s: (s.form, s.polarity),
}
GROUPS = (
    UNREAD,
    *("contact gained", "contact lost", *CONTACT),
    *("statement gained", "statement lost", *STATEMENT),
)


def changes(before: Reading, after: Reading) -> Iterator[Change]:
    """All changes between two readings of the same text; none where nothing that is compared changed.

    A party that changed is not counted as an office or a role that changed too.
    """
    contacts = pair(before.contacts, after.contacts, contact_likeness)
    statements = pair(before.statements, after.statements, statement_likeness)
    pairs: list[tuple[Record | None, Record | None, tuple[str, ...]]] = [
        *((a, b, _changed(a, b, "contact", CONTACT)) for a, b in contacts),
        *((a, b, _changed(a, b, "statement", STATEMENT)) for a, b in statements),
    ]
    article = before.article
    for a, b, groups in pairs:
        if groups:
            yield Change(key=article.key, sha256=article.sha256, text=article.text, groups=groups, before=a, after=b)


def _changed(before: Any, after: Any, noun: str, fields: Mapping[str, Callable[[Any], Any]]) -> tuple[str, ...]:
    if before is None or after is None:
        return (f"{noun} gained" if before is None else f"{noun} lost",)
    names = [name for name, field in fields.items() if field(before) != field(after)]
    return tuple(name for name in names if name not in _OF_PARTY or "contact: party" not in names)


def all_changes(before: Mapping[str, Reading], after: Mapping[str, Reading]) -> list[Change]:
    """The changes over two sets of readings by the sha256 of the text, in the order of `before`, then of `after`."""
    found: list[Change] = []
    for sha256 in [*before, *(sha for sha in after if sha not in before)]:
        if sha256 in before and sha256 in after:
            found += changes(before[sha256], after[sha256])
        else:
            article = (before.get(sha256) or after[sha256]).article
            found.append(Change(key=article.key, sha256=sha256, text=article.text, groups=(UNREAD,)))
    return found
