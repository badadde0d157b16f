"""The sentence under the reader's eyes: its tokens, their lexical matches, and the names found in it."""

from collections.abc import Callable

from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon, Match
from isnad.model.phrase import Scan

Names = Callable[[int, int], list[tuple[int, int]]]
Knows = Callable[[str], bool]
Ordinary = Callable[[str], bool]
COMMAS = frozenset("،,-–—")
PARTICLES = ("", "و", "ب", "ل", "ف", "ول", "وب")
_FULL = 3
_ALI, _IN, _UNDOTTED = "علي", "في", "ى"
_STATES = frozenset({"state", "weak_states", "capital", "seat", "loaded"})
_TIED = (*_STATES, "org", "group", "weak_org", "weak_group")


class Cursor:
    """Looks at tokens of one sentence at a time. `hi` is the end of the sentence: nothing is read beyond it."""

    def __init__(
        self, tokens: Tokens, scan: Scan, lexicon: Lexicon, names: Names, knows: Knows, ordinary: Ordinary
    ) -> None:
        self.forms, self.starts, self.ends = tokens.forms, tokens.starts, tokens.ends
        self.at: list[list[Match] | None] = scan.at
        self.lexicon = lexicon
        self.titles, self.people = lexicon.titles, lexicon.people
        self.of_bearers = lexicon.of_bearers
        self.title_links, self.time_words = lexicon.title_links, lexicon.time_words
        self.links, self.given = lexicon.name_links, lexicon.given_names
        self.names: frozenset[str] = frozenset()
        self.learned: frozenset[str] = frozenset()
        self._names, self._knows, self._ordinary = names, knows, ordinary
        self._spans: dict[int, int] | None = None
        self._text = tokens.words
        self._dotted: bool | None = None
        self.lo = self.hi = 0

    def enter(self, first: int, last: int) -> None:
        """Turn to the sentence of tokens [first, last)."""
        self.lo, self.hi, self._spans = first, last, None

    def learn(self, names: frozenset[str]) -> None:
        """Last words of the article's full names, to be read alone from now on, with or without a particle."""
        self.names = names
        self.learned = frozenset(c + n for n in names for c in PARTICLES)

    def tag(self, i: int, *names: str) -> Match | None:
        """The first match at token i that has one of these tags."""
        if i < self.hi and (found := self.at[i]):
            for match in found:
                if match.last <= self.hi:
                    for name in names:
                        if name in match.tags:
                            return match
        return None

    def bare(self, i: int, *names: str) -> Match | None:
        """As `tag`, but only for a word that bears no particle."""
        match = self.tag(i, *names)
        return match if match and not match.clitic else None

    def words_of(self, person: int) -> list[list[str]]:
        """The folded words of each full form of a registry person's name."""
        return [fold_word(form).split() for form in self.people[person].full_forms()]

    def form(self, i: int) -> str:
        """The folded word at token i; empty beyond the sentence."""
        return self.forms[i] if i < self.hi else ""

    def comma(self, i: int) -> bool:
        """Whether token i is a comma or a dash of this sentence."""
        return self.form(i) in COMMAS if i < self.hi else False

    def spans(self) -> dict[int, int]:
        """Ends of the recogniser's names in this sentence by their first token; asked for once, when needed."""
        if self._spans is None:
            self._spans = {k: end for k, end in self._names(self.lo, self.hi) if not self._upon(k)}
        return self._spans

    def _upon(self, k: int) -> bool:
        """«على حسن الضيافة»: written so beside «في», it is the preposition and not the name «علي»."""
        if self.forms[k] != _ALI or not self._text(k, k + 1).endswith(_UNDOTTED):
            return False
        if self._dotted is None:
            self._dotted = any(f == _IN and self._text(i, i + 1) == _IN for i, f in enumerate(self.forms))
        return self._dotted

    def dotted_ali(self, k: int) -> bool:
        """Whether the word at token k is written as the name «علي», not as the preposition «على»."""
        return self.forms[k] == _ALI and not self._text(k, k + 1).endswith(_UNDOTTED)

    def glued(self, k: int) -> str:
        """The particle before a guessed name: «ورافائيل», «لبيدرسون»; '' where the word itself may be the name."""
        form = self.forms[k]
        if form[:1] not in PARTICLES or len(form) <= _FULL:
            return ""
        if form[1:] in self.given and form not in self.given and form[0] == "و":
            return form[0]
        if not self._knows(form) and self._knows(form[1:]):
            return form[0]
        return ""

    def reads_as_name(self, k: int) -> bool:
        """Whether the word at token k, alone, reads as a name."""
        return self._knows(self.form(k))

    def ordinary(self, k: int) -> bool:
        """Whether the word at token k is a frequent one that does not read as a name."""
        return self._ordinary(self.form(k))

    def rare(self, k: int) -> bool:
        """Whether token k is a word that neither the lexicon nor everyday news knows: after a title it is a name."""
        form = self.forms[k]
        if self.at[k] or len(form) < _FULL or not form[0].isalpha() or form[0] < "\u0600":
            return False
        return (
            not self._ordinary(form)
            and not (form[0] in "وفبلكس" and self._ordinary(form[1:]))
            and not form.startswith("ال")
        )

    def leaning(self, i: int) -> int | None:
        """The token after the states to which the adjective at i ties a body («الموالية لإيران»), if it does."""
        match = self.tag(i, "leaning")
        if match is None:
            return None
        rule = self.titles.leanings[match.tags["leaning"]]
        linked = self.form(match.last) in rule.links
        to = self.tag(match.last + linked, *_TIED)
        if to is None or to.clitic != ("" if linked else "ل") or (rule.states and not _STATES & to.tags.keys()):
            return None
        while (more := self.tag(to.last, *_TIED)) and more.clitic == "و":
            to = more
        return to.last

    def hyphen(self, i: int) -> bool:
        """Whether token i is a hyphen inside a word («كيونغ-وا»)."""
        return (
            self.form(i) == "-"
            and i + 1 < self.hi
            and self.ends[i - 1] == self.starts[i]
            and self.ends[i] == self.starts[i + 1]
        )


def side_of(match: Match) -> str | None:
    """The side of a state, organisation, group or place."""
    tags = match.tags
    for name in ("state", "org", "group", "seat", "loaded", "capital", "city", "weak_org", "weak_group"):
        if name in tags:
            return str(tags[name])
    return str(tags["weak_states"][0]) if len(tags.get("weak_states", ())) == 1 else None


def nisba_of(match: Match) -> list[str]:
    """The sides of an adjective, the strong ones where it has any."""
    return [side for side, _ in match.tags.get("nisba") or match.tags.get("weak_nisba") or ()]


def whose(match: Match) -> str | None:
    """The side that a name or an adjective tells; None where the word alone leaves it open."""
    return side_of(match) or next(iter(nisba_of(match)), None)


def preferred(sides: list[str]) -> tuple[str, ...]:
    """A state before the union it belongs to: «وزير الشؤون الأوروبية الفرنسي» is France's."""
    if len(sides) < 2:
        return tuple(sides)
    return tuple([s for s in sides if s != "EU"] + [s for s in sides if s == "EU"])
