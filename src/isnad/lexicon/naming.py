"""Section `naming`: names for actors that take a stance (resources/naming/*.yml), and their index."""

from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
import yaml

from isnad.arabic.tokens import Tokens
from isnad.lexicon.collective import Collective, Stance
from isnad.model import LexiconError

_CLITICS = ("", "و", "ف", "ب", "ك", "وب", "فب")


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A loaded name, or its neutral counterpart.

    `side`: whether a nisba adjective or a state must follow, and tells whom it means.
    """

    id: str
    words: tuple[str, ...]
    stance: Stance
    example: str
    not_: str = msgspec.field(name="not")
    with_: tuple[str, ...] = msgspec.field(name="with", default=())
    side: Literal["nisba", "maybe"] | None = None
    referent: str | None = None
    number: bool = False
    open: bool = False


class Entry(NamedTuple):
    """What a phrase of the index is: its words, its rule, its stance, and whom it means where that is fixed."""

    words: tuple[str, ...]
    rule: str
    stance: Stance
    referent: str | None
    label: Label | None


class NamingIndex:
    """Loaded names by their first folded word, particles included. Built once, never altered."""

    def __init__(self, labels: tuple[Label, ...], collective: Collective) -> None:
        self.first: dict[str, list[Entry]] = {}
        self.contested = {s.id for s in collective.states if any(x.stance == "negative" for x in s.loaded)}
        for label in labels:
            for words in label.words:
                for more in label.with_ or ("",):
                    self._add(f"{words} {more}", label.id, label.stance, label.referent, label)
        held = [(s.id, s.id, s.loaded) for s in collective.states] + [
            (o.id, o.id, o.loaded) for o in collective.organisations
        ]
        for key, side, names in [*held, *((g.id, g.side or g.id, g.loaded) for g in collective.groups)]:
            for loaded in names:
                self._add(loaded.text, f"registry.{key}", loaded.stance, side, None)
        for state in collective.states:
            if state.id in self.contested:
                for name in state.names:
                    if name.startswith("الجمهورية"):
                        self._add(name, f"registry.{state.id}", "neutral", state.id, None)
        for options in self.first.values():
            options.sort(key=lambda e: -len(e.words))

    def _add(self, text: str, rule: str, stance: Stance, referent: str | None, label: Label | None) -> None:
        words = tuple(Tokens(text).forms)
        heads = {c + words[0] for c in _CLITICS}
        heads |= {f"{j}ل{words[0][1:]}" if words[0].startswith("ال") else f"{j}ل{words[0]}" for j in ("", "و", "ف")}
        entry = Entry(words, rule, stance, referent, label)
        for head in heads:
            options = self.first.setdefault(head, [])
            if all(e.words != words for e in options):
                options.append(entry)

    def at(self, forms: list[str], i: int) -> list[Entry]:
        """The names that begin at token i, longest first."""
        options = self.first.get(forms[i])
        if not options:
            return []
        return [e for e in options if len(e.words) == 1 or tuple(forms[i + 1 : i + len(e.words)]) == e.words[1:]]


def load_naming(directory: Path) -> tuple[Label, ...]:
    """The section of a resources folder. Raises LexiconError where a label does not hold."""
    out: list[Label] = []
    for path in sorted(directory.glob("*.yml")):
        try:
            out += msgspec.convert(yaml.safe_load(path.read_bytes()), tuple[Label, ...])
        except (msgspec.ValidationError, yaml.YAMLError) as fault:
            raise LexiconError(path.name, "-", "-", str(fault)) from None
    seen: set[str] = set()
    for label in out:
        if label.id in seen:
            raise LexiconError("naming", label.id, "id", "used twice")
        seen.add(label.id)
    return tuple(out)
