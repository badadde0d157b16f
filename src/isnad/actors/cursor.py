"""The sentence under the reader's eyes: its tokens, their lexical matches, and the names guessed in it."""

from isnad.actors.guesses import Guesses, Hearing
from isnad.arabic.clitics import NAME_CLITICS, WHOLE_ARTICLE, definite, without_article
from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon, Match
from isnad.model.phrase import Phrase, Scan

COMMAS = frozenset("،,-–—")
OPENING, CLOSING = frozenset('«"“('), frozenset('»"”)')
_HYPHEN = "-"
_OFFICIALS, _DELEGATION = "officials", "delegation"
_STATES = frozenset({"state", "weak_states", "capital", "seat", "loaded"})
_TIED = (*_STATES, "org", "group", "weak_org", "weak_group")


class Cursor:
    """Looks at tokens of one sentence at a time. `hi` is the end of the sentence: nothing is read beyond it.

    `names` are the last words of the article's full names, `learned` the same with and without a particle.
    """

    def __init__(self, tokens: Tokens, scan: Scan, lexicon: Lexicon, hearing: Hearing) -> None:
        self.forms, self.starts, self.ends = tokens.forms, tokens.starts, tokens.ends
        self.at: list[list[Match] | None] = scan.at
        self.lexicon = lexicon
        self.titles, self.people, self.words = lexicon.titles, lexicon.people, lexicon.name_words
        self.guesses = Guesses(tokens, self.words, hearing)
        self.names: frozenset[str] = frozenset()
        self.learned: frozenset[str] = frozenset()
        # the bodies told last, by the noun that stands for them: «الحركة»
        self.bodies: dict[str, str] = {}
        # the offices read in this sentence, by their first token
        self.offices: dict[int, Phrase | None] = {}
        self.lo = self.hi = 0

    def enter(self, first: int, last: int) -> None:
        """Turn to the sentence of tokens [first, last)."""
        self.lo, self.hi = first, last
        self.offices.clear()
        self.guesses.enter(first, last)

    def learn(self, names: frozenset[str]) -> None:
        """Last words of the article's full names, to be read alone from now on, with or without a particle."""
        self.names = names
        self.learned = frozenset(c + n for n in names for c in ("", *NAME_CLITICS))

    def tag(self, i: int, *names: str) -> Match | None:
        """The first match at token i that has one of these tags."""
        if i < self.hi and (found := self.at[i]):
            for match in found:
                if match.last <= self.hi:
                    tags = match.tags
                    for name in names:
                        if name in tags:
                            return match
        return None

    def bare(self, i: int, *names: str) -> Match | None:
        """As `tag`, but only for a word that bears no particle."""
        match = self.tag(i, *names)
        return match if match and not match.clitic else None

    def marked(self, j: int, *names: str) -> tuple[Match, int] | None:
        """«"الإسرائيلي"»: the match of a word in marks of its own that open at token j, and the token behind them."""
        match = self.bare(j + 1, *names) if self.form(j) in OPENING else None
        return (match, match.last + 1) if match and self.form(match.last) in CLOSING else None

    def body_noun(self, j: int) -> str | None:
        """The noun of «الحركة», «للحزب» at token j, which alone stands for a body told before; None for other words."""
        form = self.form(j)
        found = self.at[j] if form else None
        if not form.startswith(WHOLE_ARTICLE) or (found and found[0].last > j + 1):
            return None
        noun = without_article(form)
        return noun if noun in self.words.bodies else None

    def body(self, j: int) -> str | None:
        """The side that the noun of a body at token j stands for; None where none was told or an adjective follows."""
        following = definite(self.form(j + 1)) and not self.bare(j + 1, "honor", "head", "person", "short")
        return None if following else self.bodies.get(self.body_noun(j) or "")

    def tell(self, phrase: Phrase) -> None:
        """Note the bodies among the sides of a phrase; two delegations of different sides leave «الوفد» open."""
        if phrase.rank == _OFFICIALS and phrase.number == _DELEGATION and phrase.sides:
            told = self.bodies.get(_DELEGATION, phrase.sides[0])
            self.bodies[_DELEGATION] = told if told == phrase.sides[0] else ""
        for side in phrase.sides:
            for noun in self.lexicon.body_nouns.get(side, ()):
                self.bodies[noun] = side

    def delegation(self) -> str | None:
        """The side of the one delegation told so far: «الوفد»."""
        return self.bodies.get(_DELEGATION) or None

    def words_of(self, person: int) -> list[list[str]]:
        """The folded words of each full form of a registry person's name."""
        return [fold_word(form).split() for form in self.people[person].full_forms()]

    def form(self, i: int) -> str:
        """The folded word at token i; empty beyond the sentence."""
        return self.forms[i] if i < self.hi else ""

    def comma(self, i: int) -> bool:
        """Whether token i is a comma or a dash of this sentence."""
        return i < self.hi and self.forms[i] in COMMAS

    def rare(self, k: int) -> bool:
        """Whether token k is a word that neither the lexicon nor everyday news knows: after a title it is a name."""
        return not self.at[k] and self.guesses.unheard(self.forms[k])

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
            self.form(i) == _HYPHEN
            and i + 1 < self.hi
            and self.ends[i - 1] == self.starts[i]
            and self.ends[i] == self.starts[i + 1]
        )
