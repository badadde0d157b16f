"""Finds time expressions in tokens: one dict lookup a token, rules tried only where one of their first words stands."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import msgspec

from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon.when import Moment, Phrase, Rule, TimeHit, WhenRules
from isnad.model import LexiconError
from isnad.when.blocked import Blocked
from isnad.when.meaning import build
from isnad.when.pattern import AND, OTHER, Compiler, Slot
from isnad.when.vocabulary import Vocabulary, vocabulary

Match = tuple[int, re.Match[str], tuple[Slot, ...], Rule]
_GROUP = re.compile(r"\(\?P<g\d+>")
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

    @property
    def patterns(self) -> list[str]:
        """The regular expressions as text."""
        return [regex for regex, _ in self._patterns]

    def match(self, codes: str, at: int) -> Match | None:
        """The longest match at this position whose neighbours allow it."""
        best: Match | None = None
        for regex, slots in self.regexes:
            found = regex.match(codes, at)
            if found and (best is None or found.end() > best[0]) and self._allowed(codes, at, found.end()):
                best = (found.end(), found, slots, self.rule)
        return best

    def _allowed(self, codes: str, start: int, end: int) -> bool:
        before, after = codes[start - 1], codes[end]
        if before == AND and start > 1:
            before = codes[start - 2]
        if self.before and before not in self.before:
            return False
        return before not in self.before_not and after not in self.after_not and (not self.after or after in self.after)


class _Beginning:
    """The rules that can begin with one character."""

    def __init__(self, matchers: Iterable[_Matcher]) -> None:
        self._matchers = tuple(matchers)

    @cached_property
    def may(self) -> Callable[[str, int], re.Match[str] | None]:
        """Whether any of them fits at a position, its neighbours left aside: one expression for all."""
        regexes = (_GROUP.sub("(?:", regex) for matcher in self._matchers for regex in matcher.patterns)
        return re.compile("|".join(dict.fromkeys(regexes))).match

    def matches(self, codes: str, at: int) -> list[Match]:
        """The matches at a position, the longest first."""
        found = [match for matcher in self._matchers if (match := matcher.match(codes, at))]
        return sorted(found, key=lambda match: -match[0]) if len(found) > 1 else found


class _Line:
    """The tokens as characters, the edges of the text before and behind them."""

    def __init__(self, tokens: Tokens, codes: Mapping[str, str]) -> None:
        self.tokens = tokens
        self._parts = [codes.get(form, OTHER) for form in tokens.forms]
        edge = codes.get(_EDGE, _EDGE)
        self.codes = edge + "".join(self._parts) + edge

    @cached_property
    def index(self) -> Sequence[int]:
        """For each character the token that it belongs to, counted without the edge before."""
        if len(self.codes) == len(self._parts) + 2:
            # one character a token, unless a clitic stands before some word
            return range(len(self.codes))
        return [token for token, part in enumerate(self._parts) for _ in part]


class Tagger:
    """The rules, ready to run on any tokens. Holds no state of a text."""

    def __init__(self, rules: WhenRules) -> None:
        self.words = vocabulary(rules)
        phrases = {p.id: p for p in rules.phrases}
        # of two rules that match equally far the first wins, so silences go first
        ordered = sorted(rules.rules, key=lambda rule: rule.kind != "silence")
        self.rules = tuple(_Matcher(rule, self.words, phrases) for rule in ordered)
        firsts = sorted(frozenset().union(*(m.first for m in self.rules)))
        self._by_first = {char: _Beginning(m for m in self.rules if char in m.first) for char in firsts}
        self._trigger = re.compile("[" + "".join(firsts) + "]")
        sums = {p.id: self._numbers(p.match, phrases) for p in rules.phrases if "<" not in p.match}
        self._values = self.words.values | sums
        self._sums = frozenset(sums)
        words = self.words.values.get("bound", {})
        glued = {form: words[base] for form, (base, _) in self.words.bases.items() if base in words}
        self._bounds = words | glued

    def tag(self, tokens: Tokens, blocked: Iterable[tuple[int, int]] = ()) -> tuple[TimeHit, ...]:
        """Time expressions in order, none overlapping; those that touch a blocked span (code points) are left out.

        One that holds a blocked span whole and goes on beyond it stays: «الوزير فيفري 2011» names a month.
        """
        line = _Line(tokens, self.words.codes)
        codes, search, by_first = line.codes, self._trigger.search, self._by_first
        names, out = Blocked(blocked), list[TimeHit]()
        found = search(codes, 1)
        while found:
            at = found.start()
            stop = at + 1
            if by_first[codes[at]].may(codes, at):
                end, hit = self._longest(line, at)
                barred = names.touching(hit) if hit else None
                if hit and not barred:
                    out.append(hit)
                if hit and barred and barred[1] < hit.end:
                    # «صباح الصباح أمس»: what stands behind the name is looked at again
                    after = bisect_left(tokens.starts, barred[1], hit.first, hit.last)
                    stop = max(stop, bisect_left(line.index, after) + 1)
                else:
                    stop = max(stop, end)
            found = search(codes, stop)
        return tuple(out)

    def _longest(self, line: _Line, at: int) -> tuple[int, TimeHit | None]:
        """Where the longest match that means something ends, and its hit; no hit of a silence, nor of no match."""
        for end, match, slots, rule in self._by_first[line.codes[at]].matches(line.codes, at):
            if rule.kind == "silence":
                return end, None
            if hit := self._hit(line, rule, match, slots):
                return end, hit
        return at, None

    def _hit(self, line: _Line, rule: Rule, match: re.Match[str], slots: tuple[Slot, ...]) -> TimeHit | None:
        tokens, index = line.tokens, line.index
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


def _letters(text: str, start: int, end: int, count: int) -> int:
    """How many stored characters hold the first `count` letters from `start`, with the marks upon them."""
    at = start
    while at < end and (count > 0 or not fold_word(text[at])):
        count -= len(fold_word(text[at]))
        at += 1
    return at - start
