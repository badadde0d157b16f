"""Finds time expressions in tokens: one lookup a token, and one more where a first word of some rule stands."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

import msgspec

from isnad.arabic.fold import fold_word
from isnad.arabic.remembered import Remembered
from isnad.arabic.tokens import Tokens
from isnad.lexicon.when import Moment, Phrase, TimeHit, WhenRules
from isnad.when.blocked import Blocked
from isnad.when.matcher import Match, Matcher, Pattern
from isnad.when.meaning import build
from isnad.when.pattern import OTHER
from isnad.when.vocabulary import vocabulary

_MEMO = 1 << 14
# the text begins and ends as a line does
_EDGE = "\n"


class _Line:
    """The tokens as characters, the edges of the text before and behind them."""

    def __init__(self, tokens: Tokens, codes: Mapping[str, str]) -> None:
        self.tokens = tokens
        get = codes.get
        self._parts = [get(form, OTHER) for form in tokens.forms]
        edge = get(_EDGE, _EDGE)
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
        self.rules = tuple(Matcher(rule, self.words, phrases) for rule in ordered)
        firsts = sorted(frozenset().union(*(m.first for m in self.rules)))
        by_first = {char: tuple(m for m in self.rules if char in m.first) for char in firsts}
        self._by_first = Remembered[list[Pattern]](lambda char: [p for m in by_first[char] for p in m.patterns])
        self._trigger = re.compile("[" + "".join(firsts) + "]")
        # no expression goes beyond so many characters, nor so many words that no rule knows
        self._reach = max(m.longest for m in self.rules)
        self._strangers = {char: max(m.strangers for m in ms) + 1 for char, ms in by_first.items()}
        self._matches = lru_cache(maxsize=_MEMO)(self._beginning)
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
        codes, search = line.codes, self._trigger.search
        names, out = Blocked(blocked), list[TimeHit]()
        found = search(codes, 1)
        while found:
            at = found.start()
            stop = at + 1
            if matches := self._matches(self._window(codes, at)):
                end, hit = self._longest(line, at, matches)
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

    def _window(self, codes: str, at: int) -> str:
        """The characters from a position on that decide what begins there."""
        stop, last = at, at + self._reach
        for _ in range(self._strangers[codes[at]]):
            stop = codes.find(OTHER, stop + 1, last)
            if stop < 0:
                return codes[at:last]
        return codes[at:stop]

    def _beginning(self, window: str) -> tuple[Match, ...]:
        """What the rules match at the beginning of a window, their neighbours left aside; the longest first."""
        patterns = self._by_first[window[0]]
        found = [matcher.matched(at, slots) for begins, matcher, slots in patterns if (at := begins(window))]
        return tuple(sorted(found, key=lambda match: -match.end))

    def _longest(self, line: _Line, at: int, matches: Iterable[Match]) -> tuple[int, TimeHit | None]:
        """Where the longest match that may stand and means something ends, and its hit; no hit of a silence."""
        for match in matches:
            end = at + match.end
            if not match.matcher.allowed(line.codes, at, end):
                continue
            if match.matcher.rule.kind == "silence":
                return end, None
            if hit := self._hit(line, at, match):
                return end, hit
        return at, None

    def _hit(self, line: _Line, at: int, match: Match) -> TimeHit | None:
        tokens, index, rule = line.tokens, line.index, match.matcher.rule
        first, last = index[at - 1], index[at + match.end - 2] + 1
        fields: dict[str, int | str | bool] = {}
        for slot, a, b in match.slots:
            fields[slot.path] = self._value(slot.source, tokens.forms[index[at + a - 1] : index[at + b - 2] + 1])
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
