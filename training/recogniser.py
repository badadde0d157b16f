"""Training the recogniser of person names: `python -m training.recogniser ../shared` from the repository root.

A teacher learns from the hand-labelled corpora and word classes alone. Names on which it agrees with itself in the news
become weak labels; a second and a third model learn from both. The last one is written into the package.
"""

import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from isnad.recogniser import Recogniser
from isnad.recogniser.model import Model, pack
from training import crf, measures, news, weak
from training.classes import classes
from training.corpora import Sentence, read

TARGET = Path(__file__).parents[1] / "src/isnad/resources/recogniser/persons.model"
TRAIN = ("cleananercorp_train.txt", "wojood_train.txt", "wojood_val.txt")
TESTS = ("cleananercorp_test.txt", "wojood_test.txt")
PROCLITICS = "وفبلك"
TEACHER = {"c1": 0.3, "c2": 0.01, "max_iterations": 50}
PUPIL = {"c1": 1.0, "c2": 0.01, "max_iterations": 50}
ROUNDS = ((2, 3_000), (3, 4_000))  # sentences a name, sentences without names
HAND = 2  # how often the hand-labelled sentences are given beside the weak ones
TRAINED = "CLEANANERCorp train, Wojood sample train and val; word classes and weak labels from unlabelled Arabic news"


def main(shared: Path) -> None:
    """Train on the data under `shared`, write the model, and print how it does."""
    started = time.monotonic()
    hand = [sentence for name in TRAIN for sentence in read(shared / "names" / name)]
    articles = list(news.read(shared / "news" / "news.jsonl.xz"))
    random.Random(0).shuffle(articles)
    kinds = classes(articles)
    _say(started, f"{len(articles)} articles, {len(kinds)} forms in classes")
    model = crf.train(hand, kinds, PROCLITICS, TEACHER, TRAINED)
    _measure(started, shared, model)
    for most, empty in ROUNDS:
        sentences = _weak(articles, Recogniser(model), kinds, most, empty)
        _say(started, f"{len(sentences)} weak sentences")
        model = crf.train(hand * HAND + sentences, kinds, PROCLITICS, PUPIL, TRAINED)
        _measure(started, shared, model)
    TARGET.write_bytes(pack(model))
    _say(started, f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(model.weights)} atoms")


def _weak(
    articles: Sequence[news.Article], teacher: Recogniser, kinds: dict[str, str], most: int, empty: int
) -> list[Sentence]:
    names = weak.known(articles, teacher, kinds, PROCLITICS)
    return weak.spread(weak.label(articles, teacher, names), most, empty, names.common)


def _measure(started: float, shared: Path, model: Model) -> None:
    recogniser = Recogniser(model)
    for name in TESTS:
        labelled = list(read(shared / "names" / name))
        _say(started, f"{name}: {measures.spans(recogniser, labelled)}")
        _say(started, f"{name}, names carried on: {measures.propagated(recogniser, labelled)}")
    for line in measures.gold(recogniser, shared):
        _say(started, line)


def _say(started: float, words: str) -> None:
    print(f"{time.monotonic() - started:6.0f} s  {words}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
