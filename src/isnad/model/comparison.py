"""The comparison of what articles say of one contact. Spans are code points of the named article's stored text."""

from typing import Literal

import msgspec

from isnad.model.record import Root

DriftKind = Literal["name", "degree", "number", "negation", "spelling", "omitted", "wording"]


class Excerpt(msgspec.Struct, frozen=True, kw_only=True, order=True, omit_defaults=True):
    """Words of one statement: `text` is what stands at [start, end) of the article's stored text.

    `statement`: the innermost statement that holds them; `within`: those around it, innermost first. `headline`: the
    words stand in the article's title. An excerpt without words (start == end) marks where others have some.
    """

    article: str
    start: int
    end: int
    text: str
    statement: str
    within: tuple[str, ...] = ()
    headline: bool = False


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """One wording at a place where renderings differ, and every rendering that has it."""

    text: str
    excerpts: tuple[Excerpt, ...]


class Drift(msgspec.Struct, frozen=True, kw_only=True):
    """A place at which renderings of one utterance differ: at least two variants, the commonest first."""

    kind: DriftKind
    variants: tuple[Variant, ...]


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """One thing said, in all its renderings. `sides`: whose words they are, by the most explicit rendering."""

    id: str
    sides: tuple[str, ...]
    renderings: tuple[Excerpt, ...]
    drift: tuple[Drift, ...]


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One thing said and every place that says it; `utterance` where more than one does."""

    excerpts: tuple[Excerpt, ...]
    utterance: str | None = None


class Readout(msgspec.Struct, frozen=True, kw_only=True):
    """What rests on the word of one root: its statements, and the points that no other root has.

    `only` is empty where there is no other readout to have them.
    """

    root: Root
    articles: tuple[str, ...]
    statements: tuple[Excerpt, ...]
    only: tuple[Point, ...]


class Common(msgspec.Struct, frozen=True, kw_only=True):
    """What readouts of different roots have in common.

    same: renderings of one utterance. matter: clauses that touch on one matter, with the `shared` words of the first.
    """

    kind: Literal["same", "matter"]
    roots: tuple[Root, ...]
    excerpts: tuple[Excerpt, ...]
    shared: tuple[str, ...] = ()
    utterance: str | None = None


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """Words that cannot both be right: one says what the other denies, or numbers differ in the same place."""

    kind: Literal["polarity", "negation", "number"]
    a: Excerpt
    b: Excerpt
    utterance: str | None = None


class Only(msgspec.Struct, frozen=True, kw_only=True):
    """The points that one outlet alone tells; where the outlet is unknown, one article and its copies."""

    outlet: str | None
    articles: tuple[str, ...]
    points: tuple[Point, ...]


class Dropped(msgspec.Struct, frozen=True, kw_only=True):
    """Words beside or inside some renderings of an utterance that all renderings of other articles lack."""

    utterance: str
    excerpts: tuple[Excerpt, ...]
    absent: tuple[Excerpt, ...]


class SecondHand(msgspec.Struct, frozen=True, kw_only=True):
    """Words or a position of `side` that are known only on the word of another side.

    own: words of that side's people alone. joint: what both are said to have said, absent from that side's own readout.
    """

    side: str
    by: Root
    kind: Literal["own", "joint"]
    point: Point


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """An article that is a copy of another one, and so adds no voice."""

    article: str
    of: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What the articles behind one contact say, aligned."""

    contact: str
    articles: tuple[str, ...]
    copies: tuple[Copy, ...]
    utterances: tuple[Utterance, ...]
    readouts: tuple[Readout, ...]
    common: tuple[Common, ...]
    contradictions: tuple[Contradiction, ...]
    only: tuple[Only, ...]
    dropped: tuple[Dropped, ...]
    counterpart_only: tuple[SecondHand, ...]
