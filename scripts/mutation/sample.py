"""Which mutants are tried: a sample of the places in the rooms, the same for the same seed and source."""

import random
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from .operators import Edit, apply, compiles, sites


class Mutant(NamedTuple):
    """One file with one mistake. `path` is relative to `src`."""

    room: str
    path: str
    edit: Edit


def draw(source: Path, rooms: Sequence[str], size: int, seed: int) -> list[Mutant]:
    """At most `size` mutants of the rooms under `source`/isnad, ordered by file and place.

    Places are drawn first, then one mistake of each, so that a number counts no more than a comparison.
    """
    random_ = random.Random(seed)
    places = [
        (room, path, edits)
        for room in rooms
        for path in _files(source, room)
        for edits in sites((source / path).read_text("utf-8"))
    ]
    random_.shuffle(places)
    mutants = (Mutant(room, path, random_.choice(edits)) for room, path, edits in places)
    good = (mutant for mutant in mutants if compiles((source / mutant.path).read_text("utf-8"), mutant.edit))
    return sorted(islice(good, size), key=lambda mutant: (rooms.index(mutant.room), mutant.path, mutant.edit))


def _files(source: Path, room: str) -> list[str]:
    folder = source / "isnad" / room
    paths = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
    return [path.relative_to(source).as_posix() for path in paths if path.is_file()]


def lines(text: str, edit: Edit) -> tuple[int, list[str], list[str]]:
    """The number of the first line that a mistake changes, the lines before and the lines after it."""
    first = text.count("\n", 0, edit.start)
    before, after = text.splitlines(), apply(text, edit).splitlines()
    last = text.count("\n", 0, edit.end) + 1
    return first + 1, before[first:last], after[first : len(after) - len(before) + last]
