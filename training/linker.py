"""Training the linker: folds, its threshold, and what rules, model and both find on articles kept back from it."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType
from typing import Any, NamedTuple

import msgspec

from isnad.contacts import Linker
from isnad.contacts.linker import asked, asked_again
from isnad.contacts.merge import merged
from isnad.contacts.settling import linked
from isnad.learned import Linear
from isnad.lexicon import Lexicon
from training.examples import Example
from training.labelled import FOLDS
from training.logistic import fit
from training.prepared import Prepared, read_with, records

STRENGTH, LEAST = 0.3, 3
# of what the linker adds to articles of our own rounds so many must be right
ADDED_RIGHT = 2 / 3
_GRID = tuple(n / 100 for n in range(30, 90, 5))
CURVE = (50, 100, 200, 400)

Row = tuple[Prepared, list[Example]]


class Figures(NamedTuple):
    """Contacts found on articles that the model was not made from, as the shared scorer counts them."""

    tp: int
    fp: int
    fn: int
    full: int

    @property
    def precision(self) -> float:
        """Of the contacts read, how many are right."""
        return self.tp / max(1, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """Of the contacts asked for, how many are read."""
        return self.tp / max(1, self.tp + self.fn)

    @property
    def f1(self) -> float:
        """Of both."""
        return 2 * self.tp / max(1, 2 * self.tp + self.fp + self.fn)

    @property
    def all_right(self) -> float:
        """F1 of contacts with kind, names, status and day right."""
        return 2 * self.full / max(1, 2 * self.tp + self.fp + self.fn)

    def __str__(self) -> str:
        return f"| {self.precision:.3f} | {self.recall:.3f} | {self.f1:.3f} | {self.all_right:.3f} |"


def train(rows: Iterable[Row]) -> Linear:
    """The model of some articles, from all their predicates: those that the rules linked teach what a link is."""
    used = [e for _, found in rows for e in found]
    return fit(
        [e.features for e in used], [e.right for e in used], [e.weight for e in used], strength=STRENGTH, least=LEAST
    )


def by_fold(rows: Sequence[Row], *, most: int | None = None) -> list[Linear]:
    """For each fold the model of the other folds' articles, of `most` of them where given."""
    models = []
    for fold in range(FOLDS):
        rest = [row for row in rows if row[0].one.fold != fold]
        rest.sort(key=lambda row: hashlib.sha256(row[0].one.article.sha256.encode()).digest())
        models.append(train(rest[:most]))
    return models


def measured(
    rows: Sequence[Row], models: Sequence[Linear] | None, threshold: float, lexicon: Lexicon, score: ModuleType
) -> Figures:
    """What is found with each article's held-out model; the rules alone where there are none."""
    linkers = [Linker(at(m, threshold)) for m in models or ()]
    readings = {}
    for article, _ in rows:
        found = read_with(article, lexicon, linkers[article.one.fold] if linkers else None)
        readings[article.one.article.sha256] = records(article, found)
    return _scored(rows, readings, score)


def measured_alone(
    rows: Sequence[Row], models: Sequence[Linear], threshold: float, lexicon: Lexicon, score: ModuleType
) -> Figures:
    """What is found by the model without any rule."""
    linkers = [Linker(at(m, threshold)) for m in models]
    readings = {}
    for article, _ in rows:
        told = []
        for heard in article.listened.heard:
            for ask in (*asked(heard, (), lexicon.grammar), *asked_again(heard, (), lexicon.grammar)):
                best = linkers[article.one.fold].best(ask)
                told += [linked(one, heard, article.seen.tokens, lexicon) for one in best]
        readings[article.one.article.sha256] = records(article, merged(told))
    return _scored(rows, readings, score)


def chosen(rows: Sequence[Row], models: Sequence[Linear], rules: Figures, lexicon: Lexicon, score: ModuleType) -> float:
    """The lowest threshold at which enough of what is added is right and all fields hold; near 1 where none."""
    for threshold in _GRID:
        both = measured(rows, models, threshold, lexicon, score)
        added = both.tp - rules.tp + both.fp - rules.fp
        right = (both.tp - rules.tp) / max(1, added)
        if right >= ADDED_RIGHT and both.all_right >= rules.all_right:
            return threshold
    return 1 - 1e-6


def curve(rows: Sequence[Row], threshold: float, lexicon: Lexicon, score: ModuleType) -> Iterator[tuple[int, Figures]]:
    """How many articles the models were made from, and what is found with them on those of our own rounds."""
    fresh = [row for row in rows if row[0].one.fresh]
    for most in CURVE:
        yield most, measured(fresh, by_fold(rows, most=most), threshold, lexicon, score)


def at(model: Linear, threshold: float) -> Linear:
    """The model with this threshold."""
    return msgspec.structs.replace(model, threshold=threshold)


def _scored(rows: Sequence[Row], readings: dict[str, list[dict[str, Any]]], score: ModuleType) -> Figures:
    gold = {a.one.article.sha256: a.one.gold for a, _ in rows}
    told = score.score_contacts(gold, {key: {"contacts": found} for key, found in readings.items()}, False)
    found, full = told["found"], told["all_fields_right"]
    return Figures(found["tp"], found["fp"], found["fn"], full["tp"])
