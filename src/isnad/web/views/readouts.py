"""The readouts of a contact side by side: what each says, and which of its words others have, lack or contradict."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from isnad.model import Comparison, Excerpt, Root, Statement
from isnad.web.views.passage import Mark, Piece, pieces


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of a readout as pieces: `only`, `same`, `matter`, `against` mark what the comparison found."""

    article: str
    statement: Statement
    pieces: tuple[Piece, ...]
    marks: tuple[str, ...]


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """What rests on one root's word."""

    root: Root
    articles: tuple[str, ...]
    told: tuple[Told, ...]


def columns(made: Comparison, said: Mapping[str, tuple[str, Statement]]) -> tuple[Column, ...]:
    """The readouts as columns. `said` gives each statement of the contact, by its id, with its article's key.

    Only the outermost statements stand in a column; those inside them are among their words.
    """
    marks = _marks(made)
    several = len(made.readouts) > 1
    out = []
    for readout in made.readouts:
        ids = dict.fromkeys(e.within[-1] if e.within else e.statement for e in readout.statements)
        told = []
        for id_ in ids:
            if id_ not in said:
                continue
            article, statement = said[id_]
            content = statement.content
            cut = pieces(
                content.text, 0, content.end - content.start, _moved(marks[article], content.start, several=several)
            )
            kinds = tuple(dict.fromkeys(c for piece in cut for c in piece.classes.split()))
            told.append(Told(article=article, statement=statement, pieces=cut, marks=kinds))
        told.sort(key=lambda t: (t.article, t.statement.content.start))
        out.append(Column(root=readout.root, articles=readout.articles, told=tuple(told)))
    return tuple(out)


def _marks(made: Comparison) -> dict[str, list[Mark]]:
    out: dict[str, list[Mark]] = defaultdict(list)
    for excerpt, cls in _marked(made):
        if excerpt.start < excerpt.end:
            out[excerpt.article].append(Mark(excerpt.start, excerpt.end, cls))
    return out


def _marked(made: Comparison) -> Iterator[tuple[Excerpt, str]]:
    """The excerpts that the comparison found something about, each with the class of what it found."""
    only = (e for readout in made.readouts for point in readout.only for e in point.excerpts)
    yield from ((e, "only") for e in only)
    yield from ((e, common.kind) for common in made.common for e in common.excerpts)
    yield from ((e, "against") for clash in made.contradictions for e in (clash.a, clash.b))
    places = (place for utterance in made.utterances for place in utterance.drift)
    yield from ((e, "drift") for place in places for variant in place.variants for e in variant.excerpts)


def _moved(marks: list[Mark], by: int, *, several: bool) -> list[Mark]:
    """The marks in the coordinates of a statement; where there is one readout only, nothing is only in it."""
    kept = (m for m in marks if several or m.cls != "only")
    return [Mark(m.start - by, m.end - by, m.cls) for m in kept]
