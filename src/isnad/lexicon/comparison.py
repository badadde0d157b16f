"""Section `comparison`: words that translators use one for the other (resources/comparison/*.yml), and their index."""

from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from isnad.arabic.clitics import fronts
from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.model import LexiconError

SetKind = Literal["degree", "place", "negation", "light", "wording"]


class WordSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that may render one word of an original. `kind` says what their difference is.

    `light` words carry no content; `place` words stand for the state that another rendering names. `unless`: phrases in
    which the words mean something else. `example` and `not` are pairs of renderings.
    """

    id: str
    kind: SetKind
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    example: tuple[str, str]
    near: tuple[str, str] = msgspec.field(name="not")


class Entry(NamedTuple):
    """A phrase of a set; `rule` is None where the phrase is an exception."""

    words: tuple[str, ...]
    rule: WordSet | None


class WordingIndex:
    """The phrases of the sets by their first folded word. Built once, never altered."""

    def __init__(self, sets: tuple[WordSet, ...]) -> None:
        self.first: dict[str, list[Entry]] = {}
        for rule in sets:
            for words in rule.words:
                self._add(words, rule)
            for words in rule.unless:
                self._add(words, None)
        for options in self.first.values():
            options.sort(key=lambda entry: -len(entry.words))

    def _add(self, text: str, rule: WordSet | None) -> None:
        words = tuple(Tokens(text).forms)
        self.first.setdefault(words[0], []).append(Entry(words, rule))

    def at(self, forms: list[str], i: int) -> Entry | None:
        """The longest phrase that begins at token i, whole or behind glued particles; None where none does."""
        best: Entry | None = None
        for form in _shapes(forms[i]):
            for entry in self.first.get(form, ()):
                if (best is None or len(entry.words) > len(best.words)) and self._goes_on(forms, i, entry.words):
                    best = entry
        return best

    @staticmethod
    def _goes_on(forms: list[str], i: int, words: tuple[str, ...]) -> bool:
        rest = forms[i + 1 : i + len(words)]
        return len(rest) == len(words) - 1 and all(w in _shapes(f) for w, f in zip(words[1:], rest, strict=True))


_TAA = fold_word("ة")


def _shapes(form: str) -> tuple[str, ...]:
    """A word without what is glued before it, and its masculine where it may be a feminine."""
    found = fronts(form)
    return (*found, *(f[:-1] for f in found if f.endswith(_TAA)))


def load_comparison(directory: Path) -> tuple[WordSet, ...]:
    """The section of a resources folder. Raises LexiconError where a set does not hold."""
    out: list[WordSet] = []
    for path in sorted(directory.glob("*.yml")):
        try:
            out += msgspec.convert(msgspec.yaml.decode(path.read_bytes()), tuple[WordSet, ...])
        except (msgspec.ValidationError, msgspec.DecodeError) as fault:
            raise LexiconError(path.name, "-", "-", str(fault)) from None
    seen: dict[str, str] = {}
    for rule in out:
        for words in (rule.id, *rule.words):
            key = " ".join(Tokens(words).forms)
            if key in seen:
                raise LexiconError("comparison", rule.id, "words", f"{words!r} is in {seen[key]!r} too")
            seen[key] = rule.id
    return tuple(out)
