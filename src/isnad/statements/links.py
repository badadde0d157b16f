"""Parties and links as the reading document has them, made of sources."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.clitics import ARTICLE
from isnad.lexicon.statements import WordClass as W
from isnad.model import Speaker
from isnad.model.phrase import Actor
from isnad.model.reading import Link, LinkBasis, LinkRole
from isnad.statements.source import Source
from isnad.statements.view import View

_UNKNOWN = "unknown"
# what is not stated in these words has no place in the text
_UNSEEN = frozenset({"null-subject", "unstated", "carried", "passive"})


def parties(view: View, source: Source, issuer: Source | None) -> list[Speaker]:
    """The speakers that a source stands for; `issuer` is the body whose text was told of before."""
    starts, ends = view.tokens.starts, view.tokens.ends
    start, end = starts[source.first], ends[source.last - 1]
    told = source
    if _unissued(view, source) and issuer is not None:
        told = issuer
    if told.outlet is not None or told.role in ("agency", "media"):
        outlet = told.outlet
        en = outlet.name.en if outlet else None
        key = outlet.id if outlet else None
        side = told.side or (None if told.name else _UNKNOWN)
        return [Speaker(actor=key, name=told.name, name_en=en, office=None, side=side, start=start, end=end)]
    if not told.actors:
        name = told.name if told.role != "statement" else None
        # whom a name tells stands for nobody, unless a word says for whom
        side = told.side or (None if name else _UNKNOWN)
        # of «فلان المحلل» the trade alone is his office
        office = told.words.replace(name, "", 1).strip(" ،,") or None if name else told.words
        return [Speaker(actor=None, name=name, name_en=None, office=office, side=side, start=start, end=end)]
    if len(told.actors) == 1:
        return [_of(view, told.actors[0], told.words or None, told.side, start, end)]
    return [_of(view, a, None, None, starts[a.first], ends[a.last - 1]) for a in told.actors]


def _unissued(view: View, source: Source) -> bool:
    """«البيان» alone: a text whose issuer was told before."""
    return (
        source.role == "statement"
        and source.definite
        and not source.actors
        and view.isa(source.first, W.TEXTS) is not None
    )


def _of(view: View, actor: Actor, words: str | None, side: str | None, start: int, end: int) -> Speaker:
    return Speaker(
        actor=actor.key if actor.name else None,
        name=actor.name,
        name_en=actor.name_en,
        office=actor.office or (None if actor.name else words or words_of(view, actor)),
        side=actor.side or side or (None if actor.name else _UNKNOWN),
        basis="resolved" if actor.basis in ("resolved", "counterpart") else "stated",
        candidates=actor.candidates,
        start=start,
        end=end,
    )


def words_of(view: View, actor: Actor) -> str:
    """How the article calls an actor, without the «و» glued to it."""
    words = view.text(actor.first, actor.last)
    held = view.begins.get(actor.first)
    return words.removeprefix("و") if held is not None and held[0].clitic.startswith("و") else words


def link(view: View, source: Source, basis: LinkBasis, issuer: Source | None, *, stance: bool = False) -> Link:
    """The link of a source. A body that takes a stance is the speaker itself; a lone «البيان» is its issuer's."""
    role: LinkRole = source.role
    if role == "statement" and stance and not view.isa(source.first, W.TEXTS):
        role = "speaker"
    name = source.name or source.words
    if source.actors and role in ("speaker", "spokesperson"):
        name = " + ".join(a.name or a.office or words_of(view, a) for a in source.actors) or name
    elif _unissued(view, source) and issuer is not None:
        text = view.isa(issuer.first, W.TEXTS) is not None
        name = issuer.words if text else f"{source.words.removeprefix(ARTICLE)} {issuer.words}"
    actor = source.outlet.id if source.outlet is not None else None
    if len(source.actors) == 1 and source.actors[0].name:
        actor = source.actors[0].key
    if basis == "stated" and source.state:
        basis = "metonym"
    if basis == "stated" and source.actors and source.actors[0].basis == "resolved":
        basis = "resolved"
    start, end = view.tokens.starts[source.first], view.tokens.ends[source.last - 1]
    seen = basis not in _UNSEEN
    return Link(
        role=role, name=name or None, actor=actor, basis=basis, start=start if seen else None, end=end if seen else None
    )


def carried(links: Sequence[Link]) -> list[Link]:
    """Links that an earlier sentence stated, as they govern in a later one."""
    return [msgspec.structs.replace(x, basis="carried") if x.basis not in _UNSEEN else x for x in links]
