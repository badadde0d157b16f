"""Finding person names: Viterbi over the sums of cached form vectors.

Every feature belongs to a single form and is heard at a fixed distance, so a form's whole influence on its surroundings
is one vector of ten integers, computed once. A token's score is then five look-ups and additions.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from struct import Struct
from typing import Self

from isnad.arabic.abbreviations import spelled_out
from isnad.arabic.remembered import Remembered
from isnad.arabic.tokens import Tokens
from isnad.recogniser.atoms import EDGE, LONGEST_AFFIX, atoms, frame, is_arabic, prefixes, suffixes
from isnad.recogniser.model import LABELS, REACH, Model, shipped

_WIDTH = 2 * (2 * REACH + 1)
_ROW = Struct(f"<{_WIDTH}i")
_SIGNS = int.from_bytes(_ROW.pack(*[-(1 << 31)] * _WIDTH), "little")
_NEVER = -(1 << 40)
# the best path hardly ever takes a form that scores lower into a name (docs/model-card.md has the count)
_HARDLY = -200
_OWN = 2 * REACH  # where the scores for the form itself stand
_INSIDE = LABELS.index("I")

Vector = tuple[int, ...]


class _Vectors:
    """form → its vector: the sum of what its atoms weigh. Words share their fronts and ends: these are summed once."""

    def __init__(self, model: Model) -> None:
        self._weights = {atom: _packed(row) for atom, row in model.weights.items()}
        self._classes, self._proclitics = model.class_of(), model.proclitics
        self._fronts = Remembered[int](lambda front: self._sum(prefixes(front)))
        self._ends = Remembered[int](lambda end: self._sum(suffixes(end)))

    def frequent(self, form: str) -> bool:
        """Whether the form has a word class: it is frequent in news."""
        return form in self._classes

    def of(self, form: str) -> Vector:
        """The vector of a form."""
        if len(form) <= LONGEST_AFFIX or not is_arabic(form):
            return _unpacked(self._sum(atoms(form, self._classes, self._proclitics)))
        affixes = self._fronts[form[:LONGEST_AFFIX]] + self._ends[form[-LONGEST_AFFIX:]]
        return _unpacked(affixes + self._sum((f"w={form}", *frame(form, self._classes, self._proclitics))))

    def _sum(self, said: Iterable[str]) -> int:
        total, weights = 0, self._weights
        for atom in said:
            if atom in weights:
                total += weights[atom]
        return total


def _packed(row: Vector) -> int:
    """A row of integers as one: rows are added by one addition."""
    return (int.from_bytes(_ROW.pack(*row), "little") ^ _SIGNS) - _SIGNS


def _unpacked(total: int) -> Vector:
    return _ROW.unpack(((total + _SIGNS) ^ _SIGNS).to_bytes(_ROW.size, "little"))


class Recogniser:
    """Finds the names of persons in token ranges. Build it with `load`; it may be used from several threads."""

    __slots__ = ("_least", "_moves", "_names", "_ordinary", "_vectors")

    def __init__(self, model: Model) -> None:
        vectors = _Vectors(model)
        self._vectors = Remembered[Vector](vectors.of)
        self._names = Remembered[bool](lambda form: bool(self.tag((form,))))
        self._ordinary = Remembered[bool](lambda form: vectors.frequent(form) and not self.knows(form))
        self._moves = model.moves
        (oo, ob, _), (bo, _, bi), (io, _, _) = model.moves
        # what a name must gain to outweigh being outside: where the range ends with it, and where it goes on
        self._least = oo - ob, min(2 * oo - ob - bo, 3 * oo - ob - bi - io)

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> Self:
        """The recogniser with the shipped model; the same object on every call in a process."""
        return cls(shipped())

    def names(self, tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
        """The token ranges (end exclusive) of person names among tokens `first` up to, not including, `last`.

        Ranges are in order, do not overlap, and are never empty; the range given is best one sentence. A proclitic
        glued to a name («ولافروف») is inside its token.
        """
        first, last = max(first, 0), min(last, len(tokens.forms))
        return self.tag(spelled_out(tokens.forms[first:last]), first) if first < last else []

    def knows(self, form: str) -> bool:
        """Whether this folded word, alone, reads as a name."""
        return self._names[form]

    def ordinary(self, form: str) -> bool:
        """Whether this folded word is a frequent one that does not read as a name."""
        return self._ordinary[form]

    def may_begin(self, form: str) -> bool:
        """Whether this folded word may begin a name; false for those that hardly ever do, whatever is near."""
        return self._vectors[form][_OWN] > _HARDLY

    def may_name(self, form: str) -> bool:
        """Whether this folded word may be part of a name; false for those that hardly ever are, whatever is near."""
        vector = self._vectors[form]
        return max(vector[_OWN : _OWN + 2]) > _HARDLY

    def tag(self, forms: Sequence[str], first: int = 0) -> list[tuple[int, int]]:
        """As `names`, for the folded forms of one sentence; ranges are counted from `first`."""
        return _spans(self._labels(forms), first)

    def _labels(self, forms: Sequence[str]) -> bytearray:
        """The labels of the forms, one a form, as indices into LABELS.

        Only runs of forms that may be names at all are labelled by the best path; between them everything is outside.
        """
        begins, goes_on = self._scores(forms)
        labels = bytearray(len(forms))
        at, count = 0, len(forms)
        while at < count:
            if begins[at] <= _HARDLY:
                at += 1
                continue
            first, gain = at, 0
            while at < count and (begins[at] > _HARDLY or goes_on[at] > _HARDLY):
                gain += max(begins[at], goes_on[at], 0)
                at += 1
            if gain >= self._least[at < count]:
                labels[first:at] = self._best(begins[first:at], goes_on[first:at], at < count)
        return labels

    def _scores(self, forms: Sequence[str]) -> tuple[list[int], list[int]]:
        """For each form what its surroundings say for its beginning a name, and for its going on with one."""
        vectors = self._vectors
        edge = vectors[EDGE]
        row = [edge, edge, *map(vectors.__getitem__, forms), edge, edge]
        around = list(zip(row, row[1:], row[2:], row[3:], row[4:], strict=False))
        begins = [v2[8] + v1[6] + v[4] + n1[2] + n2[0] for v2, v1, v, n1, n2 in around]
        return begins, [v2[9] + v1[7] + v[5] + n1[3] + n2[1] for v2, v1, v, n1, n2 in around]

    def _best(self, begins: Sequence[int], goes_on: Sequence[int], followed: bool) -> bytearray:
        """The best labels of a run that an outside form precedes, and follows where `followed`."""
        (oo, ob, _), (bo, bb, bi), (io, ib, ii) = self._moves
        best_o, best_b, best_i = 0, _NEVER, _NEVER
        back = bytearray()  # for each form the labels before it, two bits each, had it O, B, I
        note = back.append
        for begin, inside in zip(begins, goes_on, strict=True):
            came, to_o, to_b, to_i = 0, best_o + oo, best_o + ob, best_b + bi
            if (score := best_b + bo) > to_o:
                came, to_o = 1, score
            if (score := best_i + io) > to_o:
                came, to_o = 2, score
            if (score := best_b + bb) > to_b:
                came, to_b = came | 4, score
            if (score := best_i + ib) > to_b:
                came, to_b = came & 3 | 8, score
            if (score := best_i + ii) > to_i:
                came, to_i = came | 32, score
            else:
                came |= 16
            note(came)
            best_o, best_b, best_i = to_o, to_b + begin, to_i + inside
        if followed:
            best_o, best_b, best_i = best_o + oo, best_b + bo, best_i + io
        label = 0 if best_o >= best_b and best_o >= best_i else 1 if best_b >= best_i else 2
        for at in range(len(back) - 1, -1, -1):
            came, back[at] = back[at], label
            label = came >> 2 * label & 3
        return back


def _spans(labels: bytearray, first: int) -> list[tuple[int, int]]:
    """The ranges that the labels mark, counted from token `first`."""
    found = []
    begin = labels.find(1)
    while begin >= 0:
        end = begin + 1
        while end < len(labels) and labels[end] == _INSIDE:
            end += 1
        found.append((first + begin, first + end))
        begin = labels.find(1, end)
    return found
