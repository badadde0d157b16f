"""How well a recogniser does: exact spans on a labelled corpus, and full names found in articles."""

from collections.abc import Iterable
import json
from pathlib import Path

import msgspec

from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.recogniser import Recogniser
from training.corpora import Sentence


class Score(msgspec.Struct, frozen=True):
    """Counts of exact spans."""

    right: int
    found: int
    gold: int

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), self.right / max(self.gold, 1)
        return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f} ({self.gold} names)"


def spans(recogniser: Recogniser, sentences: Iterable[Sentence]) -> Score:
    """Exact spans on labelled sentences."""
    right = found = gold = 0
    for sentence in sentences:
        said, true = set(recogniser.tag(sentence.forms)), set(sentence.names)
        right, found, gold = right + len(said & true), found + len(said), gold + len(true)
    return Score(right, found, gold)
