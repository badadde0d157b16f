"""Whose words tell an act: the outlet's own, or those of a statement, with its chain."""

from collections.abc import Sequence
from typing import NamedTuple

from isnad.events.participants import Participant
from isnad.events.scene import Told
from isnad.model import Link, Statement
from isnad.model.event import Voice

_BODIES = frozenset({"institution"})


class Attributed(NamedTuple):
    """The voice of an act, its chain with the outlet, and the ids of the statements that tell it."""

    voice: Voice
    chain: tuple[Link, ...]
    statements: tuple[str, ...]


def voice(told: Told, start: int) -> Attributed:
    """Whose words stand at character `start`: those of the innermost statement around it, or the outlet's."""
    around = [s for s in told.statements if s.content.start <= start < s.content.end and s.chain]
    if not around:
        return Attributed("outlet", (outlet(told),), ())
    inner = min(around, key=lambda s: s.content.end - s.content.start)
    return Attributed("attributed", inner.chain, tuple(s.id for s in around))


def outlet(told: Told) -> Link:
    """The outermost link: the outlet itself, by the statements where these know it."""
    known = next((s.chain[0] for s in told.statements if s.chain and s.chain[0].role == "outlet"), None)
    if known is not None:
        return known
    name = told.article.outlet
    return Link(role="outlet", name=name, actor=None, basis="stated" if name else "unstated", start=None, end=None)


def speaking(told: Told, outer: Attributed, speakers: Sequence[Participant]) -> Attributed:
    """The chain of a verbal act that is no statement: whoever does it speaks; inside others' words, those tell it."""
    link = next((_link(told, p) for p in speakers if p.sides), None)
    if outer.voice == "attributed" or link is None:
        return Attributed("attributed", outer.chain, outer.statements)
    return Attributed("attributed", (*outer.chain, link), outer.statements)


def _link(told: Told, p: Participant) -> Link:
    tokens = told.tokens
    role = "statement" if p.phrase is not None and p.phrase.kind in _BODIES else "speaker"
    start, end = tokens.starts[p.first], tokens.ends[p.last - 1]
    actor = p.actor.key if p.actor is not None else None
    return Link(role=role, name=tokens.text[start:end], actor=actor, basis="stated", start=start, end=end)  # type: ignore[arg-type]


def by_cue(statements: Sequence[Statement]) -> dict[int, Statement]:
    """The statements by the character at which their cue begins; the outermost of several."""
    out: dict[int, Statement] = {}
    for s in statements:
        if s.cue is not None:
            out.setdefault(s.cue.start, s)
    return out
