"""Long titles: the words between an office that no list completes and the name that bears it."""

from msgspec.structs import replace

from isnad.actors.cursor import Cursor
from isnad.actors.matches import nisba_of, preferred, side_of
from isnad.actors.names import certain_name, name_at, past_honours
from isnad.arabic.clitics import DEFINITE, fronts
from isnad.lexicon import Match
from isnad.model.phrase import Phrase

_REACH = 12
_MOST_CONSTRUCTS = 2
_WORDS = (
    "comp", "nisba", "weak_nisba", "institution", "official", "org", "group", "seat", "state", "city", "capital",
    "weak_org", "weak_group", "weak_states", "weak_city", "place_noun", "format", "outlet",
)  # fmt: skip
_OTHERS = ("verb", "light", "status", "head", "private", "person", "counterpart", "leads", "company")
_SIDED = ("nisba", "org", "group", "state", "seat")


def stretched(cur: Cursor, last: int) -> tuple[int, tuple[str, ...]] | None:
    """Where the name begins that bears the title that so far ends at token `last`, and the sides told on the way.

    None where no certain name is reached: «رئيس لجنة التحقيق الدولية بشأن سوريا فلان»; only definite words, bodies and
    what joins them stand between.
    """
    way = _Way(cur, last)
    while way.j < cur.hi and way.j - last < _REACH:
        if (way.j > last or cur.comma(last)) and way.reached():
            return way.j, preferred(way.sides)
        if not way.step():
            return None
    return None


class _Way:
    """The way to a name: where it stands, the sides met, the genitives opened, whether a link went before."""

    def __init__(self, cur: Cursor, j: int) -> None:
        self.cur, self.j = cur, j
        self.sides: list[str] = []
        self.constructs, self.linked, self.owned = 0, False, False

    def reached(self) -> bool:
        """Whether the name begins here; what a body or a term of office is named after is not the bearer's name."""
        cur, j = self.cur, self.j
        k = past_honours(cur, j + 1 if cur.comma(j) else j)
        return not self.owned and certain_name(cur, k) and name_at(cur, k, True) is not None

    def step(self) -> bool:
        """Take the next word or phrase; False where the title cannot go on."""
        cur, j = self.cur, self.j
        self.owned = False
        match = _listed(cur, j)
        if match is not None:
            return self._take(match)
        if cur.forms[j] in cur.words.title_links and (_listed(cur, j + 1) or _definite(cur, j + 1)):
            self.linked = cur.forms[j] not in cur.words.inside
            self.j += 1
            return True
        if _definite(cur, j):
            self.j, self.constructs = j + 1, _MOST_CONSTRUCTS
            return True
        if self.constructs < _MOST_CONSTRUCTS and _construct(cur, j):
            self.j, self.constructs = j + 1, self.constructs + 1
            return True
        return False

    def _take(self, match: Match) -> bool:
        if not self.linked and not self.sides and match.clitic in ("", "ل") and _sided(match, self.j):
            self.sides += nisba_of(match) if "nisba" in match.tags else [side_of(match) or ""]
        # «مساعد وزير الداخلية في حكومة فلان»
        self.owned = "institution" in match.tags and not self.cur.forms[self.j].startswith(DEFINITE)
        self.j, self.constructs = match.last, 0
        return True


def _listed(cur: Cursor, j: int) -> Match | None:
    match = cur.bare(j, *_WORDS)
    if match is not None:
        return None if cur.bare(j, *_OTHERS) else match
    return None if cur.tag(j, *_OTHERS) else cur.tag(j, *_WORDS)


def _sided(match: Match, j: int) -> bool:
    """Whether these words tell whose the office is; a weak name does where it is of two words and more."""
    if any(t in match.tags for t in _SIDED):
        return True
    return match.last - j > 1 and any(t in match.tags for t in ("weak_group", "weak_org"))


def _construct(cur: Cursor, j: int) -> bool:
    """An ordinary noun that opens a genitive: «تعليم» of «مدير تعليم ينبع», «ودور» of «للسجون ودور التوقيف»."""
    if cur.at[j] or not cur.guesses.ordinary(j):
        return False
    return not cur.forms[j - 1].startswith(DEFINITE) or (cur.forms[j].startswith("و") and _definite(cur, j + 1))


def _definite(cur: Cursor, j: int) -> bool:
    form = cur.form(j)
    return (
        form.startswith(DEFINITE)
        and form not in cur.words.times
        and form.removeprefix("و") not in cur.words.times
        and not cur.tag(j, "noun", "word", *_OTHERS)
        and not cur.guesses.end(j)
    )


def lengthened(cur: Cursor, title: Phrase) -> Phrase:
    """The office with the words that lead on to the name of its bearer, where it is one that goes on so."""
    if title.office is None or title.sides or title.number != "one":
        return title
    found = stretched(cur, title.last)
    if found is None:
        return title
    last, sides = found
    if of_firm(cur, title.office[0], last):
        sides = ()
    return replace(title, last=last, sides=sides, office=(title.office[0], last))


def of_firm(cur: Cursor, first: int, last: int) -> bool:
    """«رئيس شركة الصين الوطنية للبترول»: who heads a firm or a club of a country does not stand for it."""
    return any(not cur.words.firms.isdisjoint(fronts(form)) for form in cur.forms[first:last])
