"""Hand-labelled corpora as sentences of folded forms with B/I/O labels of person names."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from isnad.arabic.tokens import Tokens


class Sentence(msgspec.Struct, frozen=True):
    """Folded forms and the ranges (end exclusive) of person names among them.

    `hidden`: the tokens that training is to see as unknown words, so that it learns from their surroundings.
    """

    forms: tuple[str, ...]
    names: tuple[tuple[int, int], ...]
    hidden: frozenset[int] = frozenset()

    def labels(self) -> list[str]:
        """One of O, B, I for each form."""
        out = ["O"] * len(self.forms)
        for first, last in self.names:
            out[first:last] = ["B", *["I"] * (last - first - 1)]
        return out


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a `word tag …` file, one word a line, blank lines between sentences.

    Of nested tags the person's counts, except inside the name of a place, a building or an event.
    """
    words: list[tuple[str, str]] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        parts = line.split()
        if len(parts) > 1:
            words.append((parts[0], _person(parts[1:])))
        elif not parts and words:
            yield _sentence(words)
            words = []


_SWALLOWING = {"LOC", "FAC", "EVENT", "WEBSITE", "LAW"}


def _person(tags: list[str]) -> str:
    if any(tag[2:] in _SWALLOWING for tag in tags):
        return "O"
    return next((tag[0] for tag in tags if tag[2:] in {"PERS", "PER"}), "O")


def _sentence(words: list[tuple[str, str]]) -> Sentence:
    """The words cut again as `Tokens` cuts running text, the labels carried over by offset."""
    tokens = Tokens(" ".join(word for word, _ in words))
    inside, begins, at = set[int](), set[int](), 0
    for word, tag in words:
        if tag != "O":
            inside.update(range(at, at + len(word)))
        if tag == "B":
            begins.add(at)
        at += len(word) + 1
    names = list[tuple[int, int]]()
    for token, start in enumerate(tokens.starts):
        if start not in inside:
            continue
        if start in begins or not names or names[-1][1] != token:
            names.append((token, token + 1))
        else:
            names[-1] = (names[-1][0], token + 1)
    return Sentence(tuple(tokens.forms), tuple(names))
