"""Patterns of rules compiled to regular expressions over one character a word class set.

A pattern is written in words: `word` (an Arabic word or a class or phrase), `<field>` or `<field:class>` (a slot), and
`( )`, `|`, `?` as in a regular expression. `any` is any one word. `و` stands for the conjunction, `ب` for any other
proclitic, glued or not.
"""

import re
from collections.abc import Callable, Iterable, Mapping

import msgspec

from isnad.lexicon.when import Phrase
from isnad.model import LexiconError

AND, PROCLITIC, OTHER = "w", "p", " "
ANY = "any"
_ITEM = re.compile(r"<[^<>\s]+>|[()|?]|[^\s()|?<>]+")
_DEPTH = 8


class Slot(msgspec.Struct, frozen=True):
    """One named group: the field that it fills, and the class or phrase that gives the value."""

    path: str
    source: str


class Part(msgspec.Struct, frozen=True):
    """A piece of a regular expression: the characters that it can begin with, and how many it can take at most."""

    regex: str
    first: frozenset[str]
    nullable: bool
    longest: int


class Compiler:
    """Compiles the patterns of one rule; `slots` collects its groups g0, g1, … in order."""

    def __init__(self, atom: Callable[[str], Part], classes: Iterable[str], phrases: Mapping[str, Phrase]) -> None:
        self._atom, self._classes, self._phrases = atom, frozenset(classes), phrases
        self.slots: list[Slot] = []

    def pattern(self, text: str, where: tuple[str, str], prefix: str = "", depth: int = 0) -> Part:
        """The compiled pattern. Raises LexiconError (`where` is file and rule) where it is not well formed."""
        items = _ITEM.findall(text)
        if depth > _DEPTH or "".join(items) != re.sub(r"\s", "", text):
            raise LexiconError(*where, "match", f"cannot read {text!r}")
        part, rest = self._choice(items, where, prefix, depth)
        if rest:
            raise LexiconError(*where, "match", f"unbalanced parenthesis in {text!r}")
        return part

    def _choice(self, items: list[str], where: tuple[str, str], prefix: str, depth: int) -> tuple[Part, list[str]]:
        options: list[Part] = []
        while True:
            option, items = self._sequence(items, where, prefix, depth)
            options.append(option)
            if not items or items[0] != "|":
                break
            items = items[1:]
        if len(options) == 1:
            return options[0], items
        first = frozenset().union(*(o.first for o in options))
        regex = "(?:" + "|".join(o.regex for o in options) + ")"
        return Part(regex, first, any(o.nullable for o in options), max(o.longest for o in options)), items

    def _sequence(self, items: list[str], where: tuple[str, str], prefix: str, depth: int) -> tuple[Part, list[str]]:
        out = Part("", frozenset(), True, 0)
        while items and items[0] not in "|)":
            item, items = items[0], items[1:]
            if item == "(":
                part, items = self._choice(items, where, prefix, depth)
                if not items:
                    raise LexiconError(*where, "match", "unbalanced parenthesis")
                items = items[1:]
            else:
                part = self._item(item, where, prefix, depth)
            if items and items[0] == "?":
                part, items = Part(f"(?:{part.regex})?", part.first, True, part.longest), items[1:]
            first = out.first | part.first if out.nullable else out.first
            nullable, longest = out.nullable and part.nullable, out.longest + part.longest
            out = Part(out.regex + part.regex, first, nullable, longest)
        return out, items

    def _item(self, item: str, where: tuple[str, str], prefix: str, depth: int) -> Part:
        if not item.startswith("<"):
            phrase = self._phrases.get(item)
            return self.pattern(phrase.match, where, prefix, depth + 1) if phrase else self._atom(item)
        path, _, source = item[1:-1].partition(":")
        source = source or path
        phrase = self._phrases.get(source)
        if phrase is None and source not in self._classes:
            raise LexiconError(*where, "match", f"no class or phrase {source!r}")
        if phrase is not None and "<" in phrase.match:
            return self.pattern(phrase.match, where, f"{path}.", depth + 1)
        name = f"g{len(self.slots)}"
        self.slots.append(Slot(prefix + path, source))
        inner = self.pattern(phrase.match, where, "", depth + 1) if phrase else self._atom(source)
        return Part(f"(?P<{name}>{inner.regex})", inner.first, inner.nullable, inner.longest)
