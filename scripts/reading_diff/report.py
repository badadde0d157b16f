"""Changes as text: a table of counts, and samples of each group, Arabic and Latin never in one line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from .changes import GROUPS, Change, Record
from .reading import Contact, Party, Statement

_ENDS = ".!؟?\n"
_REACH = 300


def counts(changes: Sequence[Change]) -> list[tuple[str, int]]:
    """How many records changed in each group, in the order of the groups; those of no change are there with 0."""
    counter = Counter(group for change in changes for group in change.groups)
    return [(group, counter[group]) for group in GROUPS]


def samples(changes: Sequence[Change], group: str, most: int) -> list[Change]:
    """At most `most` changes of a group: the same ones in each run, from all over the corpus."""
    members = [change for change in changes if group in change.groups]
    return sorted(members, key=lambda change: sha256((group + change.sha256).encode()).digest())[:most]


def around(text: str, start: int, end: int) -> str:
    """The sentence around a span, with the span in ⟦ ⟧; cut with … where its end is more than 300 characters away."""
    left = max(start - _REACH, 0)
    first = max((text.rfind(mark, left, start) for mark in _ENDS), default=-1) + 1
    first = first or left
    stops = [at for mark in _ENDS if (at := text.find(mark, max(end - 1, start), end + _REACH)) >= 0]
    last = max(min(stops) + 1, end) if stops else min(end + _REACH, len(text))
    before = ("…" if first == left > 0 else "") + text[first:start]
    after = text[end:last] + ("…" if not stops and last < len(text) else "")
    return " ".join(f"{before}⟦{text[start:end]}⟧{after}".split())


def _people(parties: Sequence[Party]) -> str:
    return " ، ".join(f"{party.office or ''} {party.name or ''}".strip() or "-" for party in parties)


def contact(read: Contact) -> list[str]:
    """A contact in lines of one direction each; the first is Latin."""
    days = (read.time.earliest or "?", read.time.latest or "?") if read.time else ("no day",)
    flags = [name for name in ("background", "domestic", "earlier", "again") if getattr(read, name)]
    parties = [f"{party.side}/{party.role}" for party in read.parties]
    codes = [read.kind, read.status, *parties, "..".join(dict.fromkeys(days)), *flags, f"[{read.rule}]"]
    return [" ".join(codes), _people(read.parties), *([read.place] if read.place else []), *read.topics]


def statement(read: Statement) -> list[str]:
    """A statement in lines of one direction each; the first is Latin."""
    codes = [read.form, read.polarity, *(party.side for party in read.speakers)]
    links = [link.role for link in read.chain]
    names = [f"  {link.name or link.actor or '-'}" for link in read.chain]
    return [f"{' '.join(codes)} chain: {' > '.join(links) or '-'} [{read.rule}]", _people(read.speakers), *names]


def _record(read: Record) -> list[str]:
    return contact(read) if isinstance(read, Contact) else statement(read)


def _span(read: Record) -> tuple[int, int]:
    span = read.evidence if isinstance(read, Contact) else read.content
    return span.start, span.end


def sample(change: Change) -> Iterator[str]:
    """One change in lines: the article, its sentence, the record before (-) and after (+)."""
    yield f"  {change.key}"
    places = [_span(read) for read in (change.before, change.after) if read is not None]
    for sentence in dict.fromkeys(around(change.text, *place) for place in places):
        yield f"      {sentence}"
    for sign, read in (("-", change.before), ("+", change.after)):
        lines = _record(read) if read is not None else []
        yield from (f"    {sign if at == 0 else ' '} {line}" for at, line in enumerate(lines))


def report(changes: Sequence[Change], most: int) -> Iterator[str]:
    """The lines of the whole report: counts first, then at most `most` samples of each group."""
    width = max(map(len, GROUPS))
    yield from (f"{group.ljust(width)}  {count:6}" for group, count in counts(changes))
    for group in GROUPS:
        shown = samples(changes, group, most)
        if shown:
            yield from ("", f"== {group}")
        for change in shown:
            yield from sample(change)
            yield ""
