"""From labelled sentences to a model, by CRFsuite."""

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pycrfsuite

from isnad.recogniser.atoms import EDGE, atoms
from isnad.recogniser.model import LABELS, REACH, SCALE, Model
from training.corpora import Sentence

NEAR = 1  # affixes are heard this far; words, shapes and word classes are heard REACH far
_NEAR_ONLY = ("p=", "s=", "ends=", "length=")


def train(
    sentences: Iterable[Sentence],
    classes: Mapping[str, str],
    proclitics: str,
    settings: Mapping[str, float],
    trained: str,
) -> Model:
    """The model that these sentences teach, given the word classes of forms; `settings` are CRFsuite's."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=dict(settings), verbose=False)
    heard = _Heard(classes, proclitics)
    for sentence in sentences:
        trainer.append(pycrfsuite.ItemSequence(_items(sentence, heard)), sentence.labels())
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return _model(list(heard.numbers), info.state_features, info.transitions, classes, proclitics, trained)


class _Heard(dict[tuple[str, bool], list[tuple[str, bool]]]):
    """(form, hidden?) → its atoms, by number, and whether each is heard only near by.

    Atoms go to CRFsuite by number because its dump cannot carry every character.
    """

    def __init__(self, classes: Mapping[str, str], proclitics: str) -> None:
        self.numbers: dict[str, int] = {}
        self._classes, self._proclitics = classes, proclitics

    def __missing__(self, key: tuple[str, bool]) -> list[tuple[str, bool]]:
        form, hidden = key
        said = atoms(form, {} if hidden else self._classes, self._proclitics)
        if hidden:
            said = [atom for atom in said if not atom.startswith("w=")]
        numbers = self.numbers
        self[key] = out = [(str(numbers.setdefault(atom, len(numbers))), atom.startswith(_NEAR_ONLY)) for atom in said]
        return out


def _items(sentence: Sentence, heard: _Heard) -> list[list[str]]:
    """Per token the atoms that it hears, each marked with the distance from its own token to this one."""
    edge = heard[EDGE, False]
    row = [heard[form, at in sentence.hidden] for at, form in enumerate(sentence.forms)]
    padded = [edge] * REACH + row + [edge] * REACH
    return [
        [
            f"{-away}|{atom}"
            for away in range(-REACH, REACH + 1)
            for atom, near in padded[at + REACH + away]
            if abs(away) <= NEAR or not near
        ]
        for at in range(len(row))
    ]


def _model(
    heard: Sequence[str],
    states: Mapping[tuple[str, str], float],
    transitions: Mapping[tuple[str, str], float],
    classes: Mapping[str, str],
    proclitics: str,
    trained: str,
) -> Model:
    """The learnt weights relative to O, rounded to whole steps."""
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * (2 * (2 * REACH + 1)))
    for (key, label), weight in states.items():
        distance, number = key.split("|")
        row, column = weights[heard[int(number)]], 2 * (int(distance) + REACH)
        if label == "O":
            row[column] -= weight
            row[column + 1] -= weight
        else:
            row[column + LABELS.index(label) - 1] += weight
    whole = {atom: tuple(round(SCALE * value) for value in row) for atom, row in weights.items()}
    by_class: dict[str, list[str]] = defaultdict(list)
    for form, kind in sorted(classes.items()):
        by_class[kind].append(form)
    moves = [[round(SCALE * transitions.get((a, b), 0.0)) for b in LABELS] for a in LABELS]
    return Model(
        weights={atom: row for atom, row in sorted(whole.items()) if any(row)},
        moves=(tuple(moves[0]), tuple(moves[1]), tuple(moves[2])),  # type: ignore[arg-type]
        classes={kind: " ".join(forms) for kind, forms in sorted(by_class.items())},
        proclitics=proclitics,
        trained=trained,
    )
