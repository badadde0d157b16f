"""On whose word a statement rests: the root of its chain, and the side for which that root speaks."""

from collections.abc import Sequence
from typing import Literal

from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon
from isnad.model import Link, Root, Statement, Witness

_TEXTS = frozenset({"statement", "spokesperson"})
_CARRIERS = frozenset({"agency", "media", "social"})
_KINDS: dict[str, Literal["agency", "outlet"]] = {"agency": "agency", "media": "outlet"}


def roots_of(witness: Witness, statements: Sequence[Statement], lexicon: Lexicon) -> dict[str, Root]:
    """The root of each statement of one article by its id. A shorter name of a body named in full is that body."""
    sides = {s.id: _side(s, lexicon) for s in statements}
    named = [(s, side) for s in statements if (side := sides[s.id]) is not None]
    out: dict[str, Root] = {}
    for statement in statements:
        side = sides[statement.id]
        told = _text(statement)
        if side is None and told is not None and told.name:
            full = {other for s, other in named if (t := _text(s)) and _shortens(told.name, t.name)}
            side = full.pop() if len(full) == 1 else None
        out[statement.id] = _root(witness, statement, side, lexicon)
    return out


def _root(witness: Witness, statement: Statement, side: str | None, lexicon: Lexicon) -> Root:
    if side is not None:
        return Root(kind="side", key=side, name=side_name(side, lexicon))
    link = _text(statement) or _last(statement, frozenset({"anonymous"})) or _last(statement, _CARRIERS)
    if link is not None and link.name:
        key = link.actor or fold_word(link.name)
        known = lexicon.outlets.get(key)
        name = known.name.ar if known is not None else link.name
        if link.role == "anonymous":
            # «مصادر» of two articles are not the same people
            key = f"{witness.key}:{key}"
        return Root(kind=_KINDS.get(link.role, "anonymous"), key=key, name=name)
    if witness.outlet:
        return Root(kind="outlet", key=fold_word(witness.outlet), name=witness.outlet)
    return Root(kind="article", key=witness.key, name=witness.key)


def side_name(side: str, lexicon: Lexicon) -> str:
    """The Arabic name of a side; the side's own code where the lexicon has none."""
    if side in lexicon.state_names:
        return lexicon.state_names[side]
    bodies = {o.id: o.name.ar for o in lexicon.collective.organisations}
    bodies |= {g.side: g.name.ar for g in reversed(lexicon.collective.groups)}
    return bodies.get(side, side)


def _side(statement: Statement, lexicon: Lexicon) -> str | None:
    """The side on whose word a statement rests; None where it is a carrier's, an unnamed person's or nobody's."""
    link = _text(statement)
    if link is not None:
        speaker = statement.speakers[0] if len(statement.speakers) == 1 else None
        if speaker is not None and statement.chain[-1] is link and speaker.side not in (None, "unknown"):
            return speaker.side
        return _named_side(link, lexicon)
    if _last(statement, frozenset({"anonymous"})) is not None:
        return None
    sides = {s.side_or_unknown for s in statement.speakers}
    if len(sides) == 1 and statement.chain and statement.chain[-1].role == "speaker":
        side = sides.pop()
        return side if side != "unknown" else None
    return None


def _text(statement: Statement) -> Link | None:
    return _last(statement, _TEXTS)


def _last(statement: Statement, roles: frozenset[str]) -> Link | None:
    return next((x for x in reversed(statement.chain) if x.role in roles), None)


def _named_side(link: Link, lexicon: Lexicon) -> str | None:
    """The one side that a link's actor belongs to or its words name."""
    if link.actor is not None:
        found = {p.side for p in lexicon.people if p.id == link.actor}
        if len(found) == 1:
            return found.pop()
    forms = Tokens(link.name or "").forms
    sides: set[str] = set()
    for i in range(len(forms)):
        for match in lexicon.index.at(forms, i) or ():
            tags = match.tags
            sides |= {tags[tag] for tag in ("state", "capital", "seat", "org", "group") if tag in tags}
            sides |= {side for side, _ in tags.get("nisba", ())}
    return sides.pop() if len(sides) == 1 else None


def _shortens(short: str, full: str | None) -> bool:
    """Whether a name is the beginning of another: «وزارة الخارجية» of «وزارة الخارجية الروسية»."""
    a, b = Tokens(short).forms, Tokens(full or "").forms
    return 0 < len(a) < len(b) and any(b[i : i + len(a)] == a for i in range(len(b) - len(a) + 1))
