"""Training the confidence: which contacts and statements were right, and how well the models know it."""

from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any, NamedTuple

import msgspec

from isnad.learned import Linear
from isnad.model import Reading
from isnad.reading.confidence import contact_features, statement_features
from training.labelled import FOLDS, Gold
from training.logistic import fit

STRENGTH, LEAST = 0.1, 5
_BINS = 10


class Judged(NamedTuple):
    """A contact or statement with whether it was right, and the fold that keeps its article back.

    `given`: the confidence that it has already, of the linker.
    """

    features: list[str]
    right: bool
    fold: int
    given: float | None = None


class Bin(NamedTuple):
    """Readings of like confidence: how many, what was predicted on the average, how many of them were right."""

    count: int
    predicted: float
    observed: float


def judged_contacts(reading: Reading, gold: Gold, fold: int, score: ModuleType) -> Iterator[Judged]:
    """The contacts of an article of which gold says whether they are right; those of one side are not in question."""
    golds = gold["contacts"]
    kept = [
        (c, d) for c in reading.contacts for d in [msgspec.to_builtins(c)] if not c.domestic and len(score.sides(d)) > 1
    ]
    reads = [d for _, d in kept]
    found = {j for _, j in score.pair(golds, reads)}
    for j, (contact, read) in enumerate(kept):
        right = j in found or _split(read, golds, score)
        if right or not contact.background:
            yield Judged(contact_features(contact, reading.contacts, reading.zones), right, fold, contact.confidence)


def _split(read: dict[str, Any], golds: Sequence[Gold], score: ModuleType) -> bool:
    """Whether a contact is of one verb with several people of one side, of whom it names some."""
    names = [n for p in read["parties"] for n in (p.get("name"), p.get("name_en")) if n]
    return bool(names) and any(
        score.compatible(g, read)
        and score.sides(g) == score.sides(read)
        and all(any(p["name"] and score.same_person(p["name"], n) for p in g["parties"]) for n in names)
        for g in golds
    )


def judged_statements(reading: Reading, gold: Gold, fold: int, score: ModuleType) -> Iterator[Judged]:
    """The statements of an article with gold of statements: right are those found with the right speaker."""
    if gold.get("statements") is None:
        return
    reads = [msgspec.to_builtins(s) for s in reading.statements]
    pairs = _paired(gold["statements"], reads)
    for j, statement in enumerate(reading.statements):
        right = j in pairs and score.speakers_right(pairs[j]["speakers"], reads[j]["speakers"])
        yield Judged(statement_features(statement, reading.statements), bool(right), fold)


def _paired(golds: Sequence[Gold], reads: Sequence[dict[str, Any]]) -> dict[int, Gold]:
    """The gold of each statement that has one: content overlaps by half of the union, best first, as in the scorer."""
    options = []
    for i, a in enumerate(golds):
        for j, b in enumerate(reads):
            s, e = a["content"], b["content"]
            inter = min(s["end"], e["end"]) - max(s["start"], e["start"])
            union = max(s["end"], e["end"]) - min(s["start"], e["start"])
            if inter > 0 and inter / union >= 1 / 2:
                options.append((inter / union, not a.get("optional", False), -i, -j))
    taken: set[int] = set()
    out: dict[int, Gold] = {}
    for _, _, i, j in sorted(options, reverse=True):
        if -i not in taken and -j not in out:
            taken.add(-i)
            out[-j] = golds[-i]
    return out


def train(judged: Sequence[Judged]) -> Linear:
    """The model of some readings, those left out that the linker judges."""
    judged = [j for j in judged if j.given is None]
    rows, right = [j.features for j in judged], [j.right for j in judged]
    return fit(rows, right, [1.0] * len(rows), strength=STRENGTH, least=LEAST)


def predicted(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Each reading's confidence by the model of the other folds' articles, and whether it was right."""
    out = []
    for fold in range(FOLDS):
        model = train([j for j in judged if j.fold != fold])
        out += [
            (model.probability(model.score(j.features)) if j.given is None else j.given, j.right)
            for j in judged
            if j.fold == fold
        ]
    return out


def bins(told: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Ten bins of equal width."""
    out = []
    for n in range(_BINS):
        within = [(p, right) for p, right in told if min(int(p * _BINS), _BINS - 1) == n]
        size = max(1, len(within))
        out.append(Bin(len(within), sum(p for p, _ in within) / size, sum(right for _, right in within) / size))
    return out


def calibration_error(told: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error: how far prediction and observation lie apart, over all bins."""
    return sum(b.count * abs(b.predicted - b.observed) for b in bins(told)) / max(1, len(told))
