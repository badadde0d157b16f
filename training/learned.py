"""Training what is learned from articles with gold: `python -m training.learned ../shared` from the repository root."""

import sys
import time
from pathlib import Path
from types import ModuleType

import msgspec

from isnad.contacts import Linker
from isnad.learned import Linear, pack
from isnad.lexicon import Lexicon, load
from isnad.model import Reading
from training import confidence, linker
from training.card import fill, table
from training.cases import cases
from training.examples import examples
from training.labelled import labelled, scorer
from training.linker import Figures, Row
from training.prepared import Prepared, prepare, whole

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src/isnad/resources/learned"
CARD = ROOT / "docs/linker-card.md"
RELIABILITY = ROOT / "docs/confidence.md"
_HEAD = ("", "precision", "recall", "F1", "all fields right, F1", "right", "false")


def main(shared: Path) -> None:
    """Train on the data under `shared`, write the models, and put how they do into their card."""
    started = time.monotonic()
    lexicon, score = load(), scorer(shared)
    rows: list[Row] = []
    for one in (*labelled(shared), *cases()):
        article = prepare(one, lexicon)
        rows.append((article, list(examples(article, lexicon, score))))
    pairs = [e for _, found in rows for e in found]
    fresh = [row for row in rows if row[0].one.fresh]
    trained = (
        f"{len(rows)} articles with gold, {len(fresh)} of them of our own rounds; {len(pairs)} pairs of mentions "
        f"under predicates, {sum(e.right for e in pairs)} of them right"
    )
    _say(started, trained)
    threshold, models = _measure(started, rows, lexicon, score)
    model = msgspec.structs.replace(linker.train(rows), threshold=threshold, trained=trained)
    TARGET.mkdir(exist_ok=True)
    (TARGET / "linker.model").write_bytes(pack(model))
    _say(started, f"linker.model: {len(pack(model))} bytes, {len(model.weights)} features, threshold {threshold}")
    fill(CARD, "trained on", f"{trained}. {len(model.weights)} features have weights; the threshold is {threshold}.")
    linkers = [Linker(linker.at(m, threshold)) for m in models]
    _confidence(started, [(a, whole(a, lexicon, linkers[a.one.fold])) for a, _ in fresh], score)


def _measure(started: float, rows: list[Row], lexicon: Lexicon, score: ModuleType) -> tuple[float, list[Linear]]:
    """The threshold and each fold's model; the figures of rules, model and both on fresh articles go into the card."""
    fresh = [row for row in rows if row[0].one.fresh]
    rules = linker.measured(fresh, None, 0.5, lexicon, score)
    models = linker.by_fold(rows)
    threshold = linker.chosen(fresh, models, rules, lexicon, score)
    both = linker.measured(fresh, models, threshold, lexicon, score)
    named = (
        ("rules alone", rules),
        ("model alone", linker.measured_alone(fresh, models, 0.5, lexicon, score)),
        ("rules, and what the model adds", both),
    )
    fill(CARD, "figures", table(_HEAD, [_cells(name, figures) for name, figures in named]))
    for name, figures in named:
        _say(started, f"{name}: {_cells(name, figures)[1:]}")
    most = sum(a.one.fold != 0 for a, _ in rows)
    made = [*linker.curve(rows, threshold, lexicon, score), (most, both)]
    fill(CARD, "curve", table(("articles", *_HEAD[1:]), [_cells(str(n), figures) for n, figures in made]))
    return threshold, models


def _confidence(started: float, read: list[tuple[Prepared, Reading]], score: ModuleType) -> None:
    """Train the confidence on readings whose linkers were not made from them; reliability goes into its page."""
    for name, judge in (("contacts", confidence.judged_contacts), ("statements", confidence.judged_statements)):
        judged = [j for a, reading in read for j in judge(reading, a.one.gold, a.one.fold, score)]
        told = confidence.predicted(judged)
        trained = f"{len(judged)} {name} read in articles with gold, {sum(j.right for j in judged)} of them right"
        model = msgspec.structs.replace(confidence.train(judged), trained=trained)
        (TARGET / f"{name}.model").write_bytes(pack(model))
        rows = [
            (f"{n / 10:.1f}-{(n + 1) / 10:.1f}", b.count, f"{b.predicted:.2f}", f"{b.observed:.2f}")
            for n, b in enumerate(confidence.bins(told))
            if b.count
        ]
        error = confidence.calibration_error(told)
        words = f"{trained}. Expected calibration error: {error:.3f}."
        fill(RELIABILITY, name, f"{words}\n\n{table(('confidence', 'readings', 'predicted', 'observed'), rows)}")
        _say(started, words)


def _cells(name: str, found: Figures) -> tuple[object, ...]:
    shares = (found.precision, found.recall, found.f1, found.all_right)
    return name, *(f"{share:.3f}" for share in shares), found.tp, found.fp


def _say(started: float, words: str) -> None:
    print(f"{time.monotonic() - started:6.0f} s  {words}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
