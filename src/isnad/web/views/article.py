"""An article with what was read in it: its paragraphs in pieces, and the reasons for each mark."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from isnad.model import Reading
from isnad.web.views.passage import Mark, Piece, pieces


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why something is marked: what it is, the words, what they stand for, the basis and the rule."""

    id: str
    kind: str
    text: str
    actor: str | None = None
    detail: str = ""
    basis: str = ""
    rule: str = ""


class Paragraph(msgspec.Struct, frozen=True):
    """A stretch of the text inside one zone, line by line."""

    zone: str
    pieces: tuple[Piece, ...]


class Annotated(msgspec.Struct, frozen=True, kw_only=True):
    """The article: its paragraphs, and the reasons by kind, in the order of the text."""

    paragraphs: tuple[Paragraph, ...]
    reasons: dict[str, tuple[Reason, ...]]


def annotated(text: str, reading: Reading) -> Annotated:
    """The text with marks for contacts, statements, people and places, times and loaded names."""
    found = list(_found(text, reading))
    marks = [Mark(start, end, reason.kind, f"#{reason.id}", _title(reason)) for start, end, reason in found]
    by_kind: dict[str, list[Reason]] = defaultdict(list)
    for _, _, reason in found:
        by_kind[reason.kind].append(reason)
    return Annotated(
        paragraphs=tuple(_paragraphs(text, reading, marks)),
        reasons={kind: tuple(reasons) for kind, reasons in by_kind.items()},
    )


def _title(reason: Reason) -> str:
    return " · ".join(part for part in (reason.actor or "", reason.detail, reason.rule) if part)


def _found(text: str, reading: Reading) -> Iterator[tuple[int, int, Reason]]:
    for n, contact in enumerate(reading.contacts):
        span = contact.evidence
        told = Reason(id=f"contact-{n}", kind="contact", text=span.text, detail=contact.id, rule=contact.rule)
        yield span.start, span.end, told
    for n, s in enumerate(reading.statements):
        whole = Reason(
            id=f"statement-{n}",
            kind="statement",
            text=s.content.text,
            actor=" + ".join(p.name or p.office or p.side_or_unknown for p in s.speakers) or None,
            detail=s.form,
            basis=s.cue.text if s.cue else "",
            rule=s.rule,
        )
        yield s.content.start, s.content.end, whole
    for n, m in enumerate(reading.mentions):
        told = Reason(
            id=f"mention-{n}", kind="mention", text=m.text, actor=m.actor, detail=m.kind, basis=m.basis,
            rule=", ".join(m.candidates),
        )  # fmt: skip
        yield m.start, m.end, told
    for n, t in enumerate(reading.times):
        days = t.earliest or "" if t.earliest == t.latest else f"{t.earliest or ''}..{t.latest or ''}"
        yield t.start, t.end, Reason(id=f"time-{n}", kind="time", text=t.text, detail=days, rule=t.rule)
    for n, name in enumerate(reading.namings):
        told = Reason(
            id=f"naming-{n}", kind="naming", text=name.text, actor=name.referent, detail=name.stance, basis=name.voice,
            rule=name.by or "",
        )  # fmt: skip
        yield name.start, name.end, told


def _paragraphs(text: str, reading: Reading, marks: list[Mark]) -> Iterator[Paragraph]:
    """Each line of the text once; a line that several zones share is cut where they meet."""
    zones = [(z.start, z.end, str(z.kind)) for z in reading.zones]
    at = 0
    for line in text.splitlines(keepends=True):
        start, end = at, at + len(line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))
        at += len(line)
        if not text[start:end].strip():
            continue
        cuts = sorted({start, end, *(c for a, b, _ in zones for c in (a, b) if start < c < end)})
        for a, b in pairwise(cuts):
            if text[a:b].strip():
                zone = next((kind for first, last, kind in zones if first <= a < last), "")
                yield Paragraph(zone, pieces(text, a, b, marks))
