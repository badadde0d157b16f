"""An article as the room sees it: tokens, phrases by where they begin and end, quotations and outlets by token."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from isnad.arabic.clitics import ARTICLE
from isnad.arabic.quotations import Quotation
from isnad.arabic.signs import COMMAS as COMMAS
from isnad.arabic.signs import MARKS as MARKS
from isnad.arabic.signs import SEMICOLONS as SEMICOLONS
from isnad.arabic.signs import STOPS as STOPS
from isnad.arabic.tokens import Tokens
from isnad.lexicon.collective import Outlet
from isnad.lexicon.marks import SIDES
from isnad.lexicon.speech import BREAK, CUE, OPEN, PHRASE, SpeechIndex, Word
from isnad.lexicon.statements import W, WordClass
from isnad.model import TimeExpression
from isnad.model.phrase import Actor, Phrase, Scan

Named = tuple[Phrase, Actor | None]
Sentence = tuple[range, bool, list[Named]]
# stands for a token whose word of the grammar was not looked up yet
_UNREAD = Word(0, frozenset(), False)
# by the hint of a token, what is known of its word before that is looked up; and whether it has a hint of one kind
_AT_FIRST = tuple(_UNREAD if hint & PHRASE else None for hint in range(16))
_SIDED = bytes(bool(mark & SIDES) for mark in range(256))
_HAS = {kind: bytes(bool(hint & kind) for hint in range(256)) for kind in (CUE, BREAK, OPEN)}
_NAME = 4
_HEAD = 3
_HAMZA = frozenset(("أ", "إ", "آ"))
_TURNS = (W.TURNS, W.ANSWERS, W.PRESS_CONFERENCES, W.INTERVIEWS)
_TITLE = 3
# whose name may stand in marks: «قال "الجبير"», «"حركة كذا"»
_MARKED = frozenset({"organisation", "group", "state", "person"})
_LIKE_DEFINITE = (W.PREPOSITIONS, W.RELATIVES, W.THAT)


class Quote(NamedTuple):
    """A quotation by tokens [first, last), marks left out, and by characters."""

    first: int
    last: int
    start: int
    end: int
    depth: int


class Words(NamedTuple):
    """An article's tokens, what the scan found at each, its sentences with their phrases, quotations and times.

    `sentences`: token range, whether of the title, phrases with their actors; `times`: token range and the time.
    """

    tokens: Tokens
    scan: Scan
    sentences: Sequence[Sentence]
    quotations: Sequence[Quotation]
    times: Sequence[tuple[int, int, TimeExpression]]


def bare(clitic: str) -> str:
    """A particle without the «و» or «ف» that joins clauses."""
    return clitic[1:] if clitic[:1] in ("و", "ف") else clitic


class View:
    """What the scan, the actor room and the quotations tell of each token. Read only."""

    def __init__(self, words: Words, index: SpeechIndex, outlets: dict[str, Outlet]) -> None:
        tokens = words.tokens
        self.tokens, self.forms, self.at, self.index, self._outlets = (
            tokens,
            tokens.forms,
            words.scan.at,
            index,
            outlets,
        )
        self.days = {first: time for first, _, time in words.times}
        self._hints, self._marks = words.scan.hints, words.scan.marks
        self._words: list[Word | None] = list(map(_AT_FIRST.__getitem__, self._hints))
        self.cuing = self._having(CUE)
        self._breaking: list[int] | None = None
        self._opening: list[int] | None = None
        self.times = {first: last for first, last, _ in words.times}
        self._sided: dict[tuple[str, ...], tuple[int, str]] | None = None
        self._first: dict[str, int] | None = None
        self.begins: dict[int, Named] = {}
        self.ends: dict[int, Named] = {}
        for _, _, phrases in words.sentences:
            for phrase, actor in phrases:
                self.begins[phrase.first] = self.ends[phrase.last] = (phrase, actor)
        self.quotes: list[Quote] = []
        self.opens: dict[int, int] = {}
        self.closes: dict[int, int] = {}
        self.inner: dict[int, int] = {}
        for q in words.quotations:
            first, last = bisect_left(tokens.starts, q.start), bisect_left(tokens.starts, q.end)
            place = len(self.quotes)
            self.quotes.append(Quote(first, last, q.start, q.end, q.depth))
            self.opens[first - 1] = self.closes[last] = place
        self._nest()

    def _nest(self) -> None:
        """Give each token the innermost quotation that holds it; each token once, however deep they nest."""
        around: list[int] = []
        at = 0
        for place, quote in enumerate(self.quotes):
            while around and self.quotes[around[-1]].last <= quote.first:
                at = self._fill(at, around.pop())
            if around:
                self.inner.update(dict.fromkeys(range(at, quote.first), around[-1]))
            at = quote.first
            around.append(place)
        while around:
            at = self._fill(at, around.pop())

    def _fill(self, at: int, place: int) -> int:
        last = self.quotes[place].last
        self.inner.update(dict.fromkeys(range(at, last), place))
        return max(at, last)

    def _having(self, kind: int) -> list[int]:
        """The tokens that have a hint of this kind."""
        return list(compress(range(len(self._hints)), self._hints.translate(_HAS[kind])))

    def breaking_in(self, lo: int, hi: int) -> list[int]:
        """The tokens of [lo, hi) at which words told may end: commas, semicolons, words that turn."""
        if self._breaking is None:
            self._breaking = self._having(BREAK)
        return self._breaking[bisect_left(self._breaking, lo) : bisect_left(self._breaking, hi)]

    def opening_in(self, lo: int, hi: int) -> list[int]:
        """The tokens of [lo, hi) at which a clause or a quotation may open, or signs stand."""
        if self._opening is None:
            self._opening = self._having(OPEN)
        return self._opening[bisect_left(self._opening, lo) : bisect_left(self._opening, hi)]

    def word(self, i: int) -> Word | None:
        """The grammar's phrase at token i."""
        word = self._words[i]
        if word is _UNREAD:
            word = self._words[i] = self.index.word(self.forms, i)
        return word

    def cuing_in(self, lo: int, hi: int) -> list[int]:
        """The tokens of [lo, hi) at which a cue may begin."""
        return self.cuing[bisect_left(self.cuing, lo) : bisect_left(self.cuing, hi)]

    def turns(self, lo: int, hi: int) -> bool:
        """Whether the sentence [lo, hi) gives the word to somebody else («من جهته»), or tells his own answer."""
        return any(self.isa(i, *_TURNS) for i in range(lo, min(hi, lo + _HEAD)))

    def is_definite(self, i: int) -> bool:
        """Whether the word at token i bears the article; «أليكسي», «الذي» only begin like it."""
        if not self.forms[i].startswith(ARTICLE) or self.tokens.text[self.tokens.starts[i]] in _HAMZA:
            return False
        return self.isa(i, *_LIKE_DEFINITE) is None

    def isa(self, i: int, *classes: WordClass) -> Word | None:
        """The grammar's phrase at token i if it is of one of these classes."""
        word = self._words[i] if 0 <= i < len(self._words) else None
        if word is _UNREAD:
            word = self._words[i] = self.index.word(self.forms, i)
        if word is not None:
            for name in classes:
                if name in word.classes:
                    return word
        return None

    def outlet(self, i: int, clitic: str | None = None) -> tuple[Outlet, int] | None:
        """The outlet whose name begins at token i (behind this preposition, where one is given), and its end."""
        found = self.at[i] if i < len(self.at) else None
        for match in found or ():
            if "outlet" in match.tags and (
                clitic is None or match.clitic.removeprefix("و").removeprefix("ف") in ("", clitic)
            ):
                return self._outlets[match.tags["outlet"]], match.last
        return None

    def behind(self, i: int, clitic: str) -> frozenset[WordClass] | None:
        """The grammar's classes of the word behind a glued preposition: «للبيان», «لمصادر»."""
        form = self.forms[i]
        if not form.startswith(clitic):
            return None
        rest = form[len(clitic) :]
        for option in (rest, "ا" + rest) if rest.startswith("ل") else (rest,):
            word = self.index.word([option, *self.forms[i + 1 : i + 4]], 0)
            if word is not None and not word.joined:
                return word.classes
        return None

    def is_name(self, place: int) -> bool:
        """Whether a quotation is a name in marks: short, after a noun that a name follows, or an actor's name."""
        quote = self.quotes[place]
        if quote.last - quote.first > _NAME:
            return False
        before = quote.first - 2
        if (
            self.outlet(quote.first) is not None
            or self.isa(quote.first, W.AGENCIES) is not None
            or self._is_nickname(place)
        ):
            return True
        held = self.begins.get(quote.first)
        if held is not None and held[0].last == quote.last and held[0].kind in _MARKED:
            return quote.last - quote.first <= _TITLE
        if (
            before >= 0
            and self.forms[before][0] in ("ل", "ب", "و")
            and (word := self.index.word([self.forms[before][1:]], 0)) is not None
            and W.NAMED in word.classes
        ):
            return True
        return bool(self.isa(before, W.NAMED, W.AGENCIES, W.MEDIA, W.SITES))

    def _is_nickname(self, place: int) -> bool:
        """«محمد حمدان دقلو "حميدتي" إن»: right behind a person's name, and his verb's words open behind it."""
        quote = self.quotes[place]
        held = self.ends.get(quote.first - 1)
        named = held is not None and held[0].name is not None and held[0].name[1] == held[0].last
        return named and self.isa(quote.last + 1, W.THAT, W.PREPOSITIONS, W.RELATIVES, W.ADVERBS) is not None

    def side_in(self, first: int, last: int) -> str | None:
        """The side that phrases or adjectives of tokens [first, last) tell."""
        for i in range(first, last):
            held = self.begins.get(i)
            if held is not None:
                side = (held[1].side if held[1] is not None else None) or (held[0].sides[0] if held[0].sides else None)
                if side:
                    return side
            for match in self.at[i] or ():
                if "nisba" in match.tags:
                    return str(match.tags["nisba"][0][0])
        return None

    def told_side(self, first: int) -> str | None:
        """The side that a nisba adjective gives a name where the text first has it («الفنانة اللبنانية …»)."""
        if self._sided is None:
            self._sided = {}
            sided = compress(range(1, len(self.forms) - 1), self._marks.translate(_SIDED))
            for i in sided:
                nisba = next((m for m in self.at[i - 1] or () if "nisba" in m.tags), None)
                if nisba is not None:
                    side = str(nisba.tags["nisba"][0][0])
                    self._sided.setdefault((self.forms[i], self.forms[i + 1]), (i, side))
        at, known = self._sided.get(tuple(self.forms[first : first + 2]), (first, None))
        return known if at < first else None

    def first_of(self, form: str) -> int:
        """The first token of the article that is this word."""
        if self._first is None:
            self._first = dict(zip(reversed(self.forms), range(len(self.forms) - 1, -1, -1), strict=True))
        return self._first[form]

    def text(self, first: int, last: int) -> str:
        """The stored characters of tokens [first, last)."""
        return self.tokens.words(first, last)
