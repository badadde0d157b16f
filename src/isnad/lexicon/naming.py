"""Section `naming`: names for actors that take a stance (resources/naming/*.yml), and their index."""

from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
import yaml

from isnad.arabic.clitics import proclitic_forms
from isnad.arabic.tokens import Tokens
from isnad.lexicon.collective import Collective, Stance
from isnad.model import LexiconError


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A loaded name, or its neutral counterpart.

    `side`: whether a nisba adjective or a state must follow, and tells whom it means; `formal`: begins the full name
    of a state, neutral beside loaded ones.
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
    formal: bool = False


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
            if not label.formal:
                for words in label.words:
                    for more in label.with_ or ("",):
                        self._add(f"{words} {more}", Entry((), label.id, label.stance, label.referent, label))
        self._registry(collective)
        self._formal(labels, collective)
        for options in self.first.values():
            options.sort(key=lambda e: -len(e.words))

    def _registry(self, collective: Collective) -> None:
        """The loaded names of the registry's sides and bodies."""
        held = [(s.id, s.id, s.loaded) for s in collective.states]
        held += [(o.id, o.id, o.loaded) for o in collective.organisations]
        held += [(g.id, g.side or g.id, g.loaded) for g in collective.groups]
        for key, side, names in held:
            for loaded in names:
                self._add(loaded.text, Entry((), f"registry.{key}", loaded.stance, side, None))

    def _formal(self, labels: tuple[Label, ...], collective: Collective) -> None:
        """The full names of contested states, which are neutral."""
        fronts = tuple(words for label in labels if label.formal for words in label.words)
        for state in collective.states:
            for name in state.names:
                if state.id in self.contested and name.startswith(fronts):
                    self._add(name, Entry((), f"registry.{state.id}", "neutral", state.id, None))

    def _add(self, text: str, rule: Entry) -> None:
        words = tuple(Tokens(text).forms)
        entry = rule._replace(words=words)
        for head in proclitic_forms(words[0]):
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
