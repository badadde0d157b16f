"""One rule of time expressions, ready to run on words as characters."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

from isnad.lexicon.when import Phrase, Rule
from isnad.model import LexiconError
from isnad.when.pattern import AND, ANY, Compiler, Slot
from isnad.when.vocabulary import Vocabulary


class Match(NamedTuple):
    """What a rule matched: its length in characters, and its slots with their spans."""

    matcher: "Matcher"
    end: int
    slots: tuple[tuple[Slot, int, int], ...]


class Matcher:
    """One rule, ready to run; its regular expressions are compiled when first needed."""

    def __init__(self, rule: Rule, words: Vocabulary, phrases: Mapping[str, Phrase]) -> None:
        self.rule = rule
        self._patterns: list[tuple[str, tuple[Slot, ...]]] = []
        first: frozenset[str] = frozenset()
        self.longest = self.strangers = 0
        where = (rule.file, rule.id)
        for text in rule.match:
            compiler = Compiler(words.parts.__getitem__, words.values, phrases)
            part = compiler.pattern(text, where)
            if part.nullable:
                raise LexiconError(*where, "match", f"{text!r} can match nothing")
            self._patterns.append((part.regex, tuple(compiler.slots)))
            first |= part.first
            self.longest = max(self.longest, part.longest)
            self.strangers = max(self.strangers, text.split().count(ANY) + text.split().count(ANY + "?"))
        self.first = first
        self.before, self.before_not, self.after, self.after_not = (
            words.characters(getattr(rule, field), (*where, field))
            for field in ("before", "before_not", "after", "after_not")
        )

    @cached_property
    def patterns(self) -> "list[Pattern]":
        """What matches its words at the beginning of a text, the neighbours left aside."""
        return [(re.compile(regex).match, self, slots) for regex, slots in self._patterns]

    def matched(self, found: re.Match[str], slots: tuple[Slot, ...]) -> Match:
        """What one of its patterns found."""
        spans = ((slot, *found.span(f"g{number}")) for number, slot in enumerate(slots))
        return Match(self, found.end(), tuple(span for span in spans if span[1] >= 0))

    def allowed(self, codes: str, start: int, end: int) -> bool:
        """Whether the neighbours of a match let it stand."""
        before, after = codes[start - 1], codes[end]
        if before == AND and start > 1:
            before = codes[start - 2]
        if self.before and before not in self.before:
            return False
        return before not in self.before_not and after not in self.after_not and (not self.after or after in self.after)


Pattern = tuple[Callable[[str], re.Match[str] | None], Matcher, tuple[Slot, ...]]
