"""Training what is learned from articles with gold: `python -m training.learned ../shared` from the repository root."""

import sys
import time
from pathlib import Path
from types import ModuleType

import msgspec

from isnad.learned import pack
from isnad.lexicon import Lexicon, load
from training import linker
from training.card import fill, table
from training.examples import examples
from training.labelled import labelled, scorer
from training.linker import Figures, Row
from training.prepared import prepare

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src/isnad/resources/learned"
CARD = ROOT / "docs/linker-card.md"
_HEAD = ("", "precision", "recall", "F1", "all fields right, F1", "right", "false")


def main(shared: Path) -> None:
    """Train on the data under `shared`, write the models, and put how they do into their card."""
    started = time.monotonic()
    lexicon, score = load(), scorer(shared)
    rows: list[Row] = []
    for one in labelled(shared):
        article = prepare(one, lexicon)
        rows.append((article, list(examples(article, lexicon, score))))
    open_pairs = [e for _, found in rows for e in found if not e.again]
    trained = (
        f"{len(rows)} articles with gold; {len(open_pairs)} pairs of mentions under predicates that the rules left "
        f"open, {sum(e.right for e in open_pairs)} of them right"
    )
    _say(started, trained)
    threshold = _measure(started, rows, lexicon, score)
    model = msgspec.structs.replace(linker.train(rows), threshold=threshold, trained=trained)
    TARGET.mkdir(exist_ok=True)
    (TARGET / "linker.model").write_bytes(pack(model))
    _say(started, f"linker.model: {len(pack(model))} bytes, {len(model.weights)} features, threshold {threshold}")
    fill(CARD, "trained on", f"{trained}. {len(model.weights)} features have weights; the threshold is {threshold}.")


def _measure(started: float, rows: list[Row], lexicon: Lexicon, score: ModuleType) -> float:
    """The threshold; the figures of rules, model and both go into the card."""
    rules = linker.measured(rows, None, 0.5, lexicon, score)
    models = linker.by_fold(rows)
    threshold = linker.chosen(rows, models, rules, lexicon, score)
    both = linker.measured(rows, models, threshold, lexicon, score)
    alone = linker.measured_alone(rows, linker.by_fold(rows, alone=True), 0.5, lexicon, score)
    named = (("rules alone", rules), ("model alone", alone), ("rules, and what the model adds", both))
    fill(CARD, "figures", table(_HEAD, [_cells(name, figures) for name, figures in named]))
    for name, figures in named:
        _say(started, f"{name}: {_cells(name, figures)[1:]}")
    most = sum(a.one.fold != 0 for a, _ in rows)
    made = [*linker.curve(rows, threshold, lexicon, score), (most, both)]
    fill(CARD, "curve", table(("articles", *_HEAD[1:]), [_cells(str(n), figures) for n, figures in made]))
    return threshold


def _cells(name: str, found: Figures) -> tuple[object, ...]:
    shares = (found.precision, found.recall, found.f1, found.all_right)
    return name, *(f"{share:.3f}" for share in shares), found.tp, found.fp


def _say(started: float, words: str) -> None:
    print(f"{time.monotonic() - started:6.0f} s  {words}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
