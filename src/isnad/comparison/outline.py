"""A comparison as flat rows that people can read in any form: one row a finding, in the order of interest."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from isnad.model import Comparison, Excerpt

Section = Literal["contradiction", "counterpart_only", "drift", "utterance", "dropped", "common", "readout", "only"]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One finding. `about`: the utterance, side or outlet; `kind`: what it is; `texts`: the words, differing ones each
    once; `articles`: who has them, text by text.
    """

    section: Section
    about: str
    kind: str
    texts: tuple[str, ...]
    articles: tuple[tuple[str, ...], ...]


def outline(comparison: Comparison) -> tuple[Row, ...]:
    """The findings of a comparison as rows. Texts that are equal are one, an omission is the empty text."""
    return (*_disagreement(comparison), *_utterances(comparison), *_agreement(comparison), *_alone(comparison))


def _disagreement(c: Comparison) -> Iterator[Row]:
    for clash in c.contradictions:
        yield _row("contradiction", clash.utterance or "", clash.kind, [clash.a, clash.b])
    for hand in c.counterpart_only:
        yield _row("counterpart_only", f"{hand.side} < {hand.by.key}", hand.kind, hand.point.excerpts)


def _utterances(c: Comparison) -> Iterator[Row]:
    for utterance in c.utterances:
        yield _row("utterance", utterance.id, "+".join(utterance.sides), utterance.renderings)
        for place in utterance.drift:
            yield _row("drift", utterance.id, place.kind, [e for v in place.variants for e in v.excerpts])
    for lost in c.dropped:
        yield _row("dropped", lost.utterance, "omitted", lost.excerpts)


def _agreement(c: Comparison) -> Iterator[Row]:
    for shared in c.common:
        yield _row("common", "+".join(r.key for r in shared.roots), shared.kind, shared.excerpts)


def _alone(c: Comparison) -> Iterator[Row]:
    for readout in c.readouts:
        for point in readout.only:
            yield _row("readout", readout.root.key, readout.root.kind, point.excerpts)
    for outlet in c.only:
        for point in outlet.points:
            yield _row("only", outlet.outlet or outlet.articles[0], "outlet", point.excerpts)


def _row(section: Section, about: str, kind: str, excerpts: Iterable[Excerpt]) -> Row:
    by_text: dict[str, dict[str, None]] = {}
    for excerpt in excerpts:
        by_text.setdefault(excerpt.text, {})[excerpt.article] = None
    articles = tuple(tuple(held) for held in by_text.values())
    return Row(section=section, about=about, kind=kind, texts=tuple(by_text), articles=articles)
