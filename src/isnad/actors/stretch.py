"""Long titles: the words between an office that no list completes and the name that bears it."""

from isnad.actors.cursor import Cursor, nisba_of, preferred, side_of
from isnad.actors.names import certain_name, name_at, past_honours
from isnad.lexicon import Match
from isnad.model.phrase import Phrase

_REACH = 12
_MOST_BARE = 2
_WORDS = (
    "comp", "nisba", "weak_nisba", "institution", "official", "org", "group", "seat", "state", "city", "capital",
    "weak_org", "weak_group", "weak_states", "weak_city", "place_noun", "format", "outlet",
)  # fmt: skip
_OTHERS = ("verb", "light", "status", "head", "private", "person", "counterpart", "leads", "company")
_SIDED = ("nisba", "org", "group", "state", "seat")
_ARTICLES = ("ال", "وال", "لل", "بال", "ولل")


def stretched(cur: Cursor, first: int, last: int) -> tuple[int, tuple[str, ...]] | None:
    """Where the name begins that bears the title of tokens [first, last), and the sides told on the way; None if none.

    «رئيس لجنة التحقيق الدولية بشأن سوريا فلان»: only definite words, bodies and what joins them stand between.
    """
    sides: list[str] = []
    j, bare, linked = last, 0, False
    while j < cur.hi and j - last < _REACH:
        k = j + 1 if cur.comma(j) else j
        if k > last and certain_name(cur, k) and name_at(cur, past_honours(cur, k), True) is not None:
            return j, preferred(sides)
        match = _listed(cur, j)
        if match is not None:
            if not linked and not sides and match.clitic in ("", "ل") and _sided(match, j):
                sides += nisba_of(match) if "nisba" in match.tags else [side_of(match) or ""]
            j, bare = match.last, 0
        elif cur.forms[j] in cur.title_links and (_listed(cur, j + 1) or _definite(cur, j + 1)):
            linked = cur.forms[j] != "في"
            j += 1
        elif _definite(cur, j):
            j, bare = j + 1, _MOST_BARE
        elif bare < _MOST_BARE and _construct(cur, j):
            j, bare = j + 1, bare + 1
        else:
            return None
    return None


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
    if cur.at[j] or not cur.ordinary(j):
        return False
    return not cur.forms[j - 1].startswith(_ARTICLES) or (cur.forms[j].startswith("و") and _definite(cur, j + 1))


def _definite(cur: Cursor, j: int) -> bool:
    form = cur.form(j)
    return (
        form.startswith(_ARTICLES)
        and form not in cur.time_words
        and form.removeprefix("و") not in cur.time_words
        and not cur.tag(j, "noun", "word", *_OTHERS)
        and j not in cur.spans()
    )


def lengthened(cur: Cursor, title: Phrase) -> Phrase:
    """The office with the words that lead on to the name of its bearer, where it is one that goes on so."""
    if title.office is None or title.sides or title.number != "one":
        return title
    found = stretched(cur, *title.office)
    if found is None:
        return title
    title.last, title.sides = found
    title.office = (title.office[0], title.last)
    return title
