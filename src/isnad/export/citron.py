"""Citron's annotation format: one document with its text and its quotes, each with cue, sources and contents."""

import msgspec

from isnad.model import Reading, Span
from isnad.model.reading import Statement


class Quote(msgspec.Struct, frozen=True, omit_defaults=True):
    """One statement. `coreferences` are spans of the speakers' names where the source itself names nobody."""

    id: str
    cue: Span | None
    sources: tuple[Span, ...]
    contents: tuple[Span, ...]
    coreferences: tuple[Span, ...] = ()


class Citron(msgspec.Struct, frozen=True):
    """A document: its text and its quotes. Offsets are code points, end exclusive."""

    text: str
    quotes: tuple[Quote, ...]


def citron(reading: Reading, text: str) -> Citron:
    """The statements of a reading of `text` as Citron keeps them.

    A source that stands in an earlier sentence (a verb without a subject, a carried source) is a coreference.
    """
    return Citron(text, tuple(_quote(statement, text) for statement in reading.statements))


def _quote(statement: Statement, text: str) -> Quote:
    spans = tuple(Span(p.start, p.end, text[p.start : p.end]) for p in statement.speakers)
    near = bool(statement.chain) and statement.chain[-1].start is not None
    cue = statement.cue
    return Quote(
        id=statement.id,
        cue=Span(cue.start, cue.end, cue.text) if cue is not None else None,
        sources=spans if near else (),
        contents=(statement.content,),
        coreferences=() if near else spans,
    )
