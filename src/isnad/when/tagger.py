"""Finds time expressions in tokens: one dict lookup a token, rules tried only where one of their first words stands."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

import msgspec

from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon.when import Moment, Phrase, Rule, TimeHit, WhenRules
from isnad.model import LexiconError
from isnad.when.meaning import build
from isnad.when.pattern import AND, OTHER, Compiler, Slot
from isnad.when.vocabulary import Vocabulary, vocabulary

# the text begins and ends as a line does
_EDGE = "\n"


class _Matcher:
    """One rule, ready to run; its regular expressions are compiled when first needed."""

    def __init__(self, rule: Rule, words: Vocabulary, phrases: Mapping[str, Phrase]) -> None:
        self.rule = rule
        self._patterns: list[tuple[str, tuple[Slot, ...]]] = []
        first: frozenset[str] = frozenset()
        where = (rule.file, rule.id)
        for text in rule.match:
            compiler = Compiler(words.parts.__getitem__, words.values, phrases)
            part = compiler.pattern(text, where)
            if part.nullable:
                raise LexiconError(*where, "match", f"{text!r} can match nothing")
            self._patterns.append((part.regex, tuple(compiler.slots)))
            first |= part.first
        self.first = first
        self.before, self.before_not, self.after, self.after_not = (
            words.characters(getattr(rule, field), (*where, field))
            for field in ("before", "before_not", "after", "after_not")
        )

    @cached_property
    def regexes(self) -> list[tuple[re.Pattern[str], tuple[Slot, ...]]]:
        return [(re.compile(regex), slots) for regex, slots in self._patterns]

    def match(self, codes: str, at: int) -> tuple[int, re.Match[str], tuple[Slot, ...]] | None:
        """The longest match at this position whose neighbours allow it."""
        best = None
        for regex, slots in self.regexes:
            found = regex.match(codes, at)
            if found and (best is None or found.end() > best[0]) and self._allowed(codes, at, found.end()):
                best = (found.end(), found, slots)
        return best

    def _allowed(self, codes: str, start: int, end: int) -> bool:
        before, after = codes[start - 1], codes[end]
        if before == AND and start > 1:
            before = codes[start - 2]
        if self.before and before not in self.before:
            return False
        return before not in self.before_not and after not in self.after_not and (not self.after or after in self.after)


def _touches(hit: TimeHit, span: tuple[int, int]) -> bool:
    start, end = span
    within = hit.start <= start and end <= hit.end and (hit.start, hit.end) != span
    return hit.start < end and start < hit.end and not within


class Tagger:
    """The rules, ready to run on any tokens. Holds no state of a text."""

    def __init__(self, rules: WhenRules) -> None:
        self.words = vocabulary(rules)
        phrases = {p.id: p for p in rules.phrases}
        # of two rules that match equally far the first wins, so silences go first
        ordered = sorted(rules.rules, key=lambda rule: rule.kind != "silence")
        self.rules = tuple(_Matcher(rule, self.words, phrases) for rule in ordered)
        firsts = sorted(frozenset().union(*(m.first for m in self.rules)))
        self._by_first = {char: tuple(m for m in self.rules if char in m.first) for char in firsts}
        self._trigger = re.compile("[" + "".join(firsts) + "]")
        sums = {p.id: self._numbers(p.match, phrases) for p in rules.phrases if "<" not in p.match}
        self._values = self.words.values | sums
        self._sums = frozenset(sums)
        words = self.words.values.get("bound", {})
        glued = {form: words[base] for form, (base, _) in self.words.bases.items() if base in words}
        self._bounds = words | glued

    def tag(self, tokens: Tokens, blocked: Sequence[tuple[int, int]] = ()) -> tuple[TimeHit, ...]:
        """Time expressions in order, none overlapping; those that touch a blocked span (code points) are left out.

        One that holds a blocked span whole and goes on beyond it stays: «الوزير فيفري 2011» names a month.
        """
        forms, get = tokens.forms, self.words.codes.get
        parts = [get(form, OTHER) for form in forms]
        edge = get(_EDGE, _EDGE)
        codes = edge + "".join(parts) + edge
        search, by_first, out = self._trigger.search, self._by_first, []
        found, index = search(codes, 1), None
        while found:
            at = found.start()
            best = None
            for matcher in by_first[codes[at]]:
                match = matcher.match(codes, at)
                if match and (best is None or match[0] > best[0]):
                    best, rule = match, matcher.rule
            stop = at + 1
            if best:
                # one character a token, unless a clitic stands before some word
                index = index or (range(len(codes)) if len(codes) == len(forms) + 2 else _index(parts))
                hit = None if rule.kind == "silence" else self._hit(tokens, rule, best[1], best[2], index)
                barred = next((span for span in blocked if hit and _touches(hit, span)), None) if blocked else None
                if hit and not barred:
                    out.append(hit)
                if hit or rule.kind == "silence":
                    stop = best[0]
                if hit and barred and barred[1] < hit.end:
                    # «صباح الصباح أمس»: what stands behind the name is looked at again
                    after = bisect_left(tokens.starts, barred[1], hit.first, hit.last)
                    stop = max(at + 1, bisect_left(index, after) + 1)
            found = search(codes, stop)
        return tuple(out)

    def _hit(
        self, tokens: Tokens, rule: Rule, match: re.Match[str], slots: tuple[Slot, ...], index: Sequence[int]
    ) -> TimeHit | None:
        first, last = index[match.start() - 1], index[match.end() - 2] + 1
        fields: dict[str, int | str | bool] = {}
        for number, slot in enumerate(slots):
            a, b = match.span(f"g{number}")
            if a >= 0:
                fields[slot.path] = self._value(slot.source, tokens.forms[index[a - 1] : index[b - 2] + 1])
        meaning = build(rule, fields)
        if meaning is None:
            return None
        if isinstance(meaning, Moment) and first and (bound := self._bounds.get(tokens.forms[first - 1])):
            meaning = msgspec.structs.replace(meaning, bound=bound)
        clitic = self.words.bases.get(tokens.forms[first])
        start, end = tokens.starts[first], tokens.ends[last - 1]
        if clitic:
            start += _letters(tokens.text, start, tokens.ends[first] - 1, clitic[1])
        return TimeHit(first=first, last=last, start=start, end=end, rule=rule.id, meaning=meaning)

    def _value(self, source: str, forms: list[str]) -> int | str:
        bare = [self.words.bases.get(form, (form, 0))[0] for form in forms]
        values = self._values[source]
        if source in self._sums:
            return sum(int(values.get(form, 0)) for form in bare)
        return values[" ".join(bare)]

    def _numbers(self, pattern: str, phrases: Mapping[str, Phrase]) -> dict[str, int | str]:
        out: dict[str, int | str] = {}
        for name in re.findall(r"[^\s()|?]+", pattern):
            out |= self._numbers(phrases[name].match, phrases) if name in phrases else self.words.values.get(name, {})
        return out


def _index(parts: Sequence[str]) -> list[int]:
    """For each character of the codes the token that it belongs to."""
    return [token for token, part in enumerate(parts) for _ in part]


def _letters(text: str, start: int, end: int, count: int) -> int:
    """How many stored characters hold the first `count` letters from `start`, with the marks upon them."""
    at = start
    while at < end and (count > 0 or not fold_word(text[at])):
        count -= len(fold_word(text[at]))
        at += 1
    return at - start
