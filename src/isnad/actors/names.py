"""Names of persons: forms of the registry, the recogniser's guesses, and how far a name goes."""

from typing import NamedTuple

from isnad.actors.cursor import Cursor
from isnad.arabic.clitics import NAME_CLITICS, definite
from isnad.lexicon import Match
from isnad.lexicon.words import WordClass

_MAX_RARE, _TWO = 4, 2
_TO = "ل"
_ABBREVIATES = frozenset("./")


class Found(NamedTuple):
    """A name: the token after it, the registry places it may stand for, and whether it is a short form."""

    end: int
    people: tuple[int, ...]
    short: bool


def name_at(cur: Cursor, k: int, titled: bool) -> Found | None:
    """The name that begins at token k. `titled`: a title precedes, so that no particle may stand before it."""
    if k >= cur.hi:
        return None
    full = cur.tag(k, "person")
    if full and (not full.clitic or (not titled and full.clitic in NAME_CLITICS)):
        return Found(_extended(cur, full.last), tuple(full.tags["person"]), False)
    guess = cur.guesses.end(k)
    if guess and titled and cur.guesses.glued(k):
        guess = None
    short = cur.bare(k, "short") if titled else cur.tag(k, "short")
    if guess and (short is None or guess > short.last) and (guess := _trimmed(cur, k, guess)) > k:
        return _guessed(cur, k, guess, short)
    if short:
        end = _extended(cur, short.last)
        if end > short.last:
            return Found(end, _carried(cur, k, end, short), False)
        return Found(end, tuple(short.tags["short"]), True)
    return _unlisted(cur, k) if titled else None


def _guessed(cur: Cursor, k: int, guess: int, short: Match | None) -> Found:
    """A guessed name, or the family name that it begins with where the guess ran on."""
    end = _extended(cur, guess)
    if _ends_with(cur, end, short is not None and end - k == _TWO):
        end += 1
    if short is None:
        return Found(end, (), False)
    if end == short.last:
        return Found(end, tuple(short.tags["short"]), True)
    people = _carried(cur, k, end, short)
    if not people and guess > short.last and _overrun(cur, k, short):
        return Found(short.last, tuple(short.tags["short"]), True)
    return Found(end, people, False)


def _ends_with(cur: Cursor, end: int, family: bool) -> bool:
    """Whether a guess stops before the last word of a name, which a mark follows: «كيم يونغ تشول،».

    No list and no news knows the word; behind a family name and one more, no list.
    """
    form = cur.form(end)
    if not form[:1].isalpha() or cur.form(end + 1)[:1].isalpha():
        return False
    plain = cur.at[end] is None and not definite(form) and form not in cur.words.times
    return cur.rare(end) or (family and plain)


def _unlisted(cur: Cursor, k: int) -> Found | None:
    """Words after a title that neither list nor news knows, with the known name that they lead to."""
    end = k
    while end < cur.hi and end - k < _MAX_RARE and cur.rare(end):
        end += 1
    if k < end < cur.hi:
        # «ميغيل أنخيل موراتينوس»: unlisted first names before a listed family name
        known = cur.bare(end, "person", "short")
        if known:
            return Found(known.last, tuple(known.tags.get("person") or known.tags["short"]), False)
        if guess := cur.guesses.end(end):
            return Found(guess, (), False)
    return Found(end, (), False) if end - k > 1 else None


def _overrun(cur: Cursor, k: int, short: Match) -> bool:
    """Whether a guess ran on past a family name: into another's («يلتقي بومبيو كيم») or a word that is no name."""
    following, given = cur.form(short.last), cur.words.given
    if _bare_form(cur, k, short) in given or following in cur.words.links:
        return False
    if cur.bare(short.last, "short", "person") and not definite(following):
        return True
    return not (following in given or cur.guesses.reads_as_name(short.last))


def _carried(cur: Cursor, k: int, end: int, short: Match) -> tuple[int, ...]:
    """Whom a short form may still mean where more words follow: «كيم جون-أون» is «كيم جونغ أون», «كيم دونغ-شول» not.

    A family name followed by more is somebody else's first name: «مشعل بن سعد» is not «خالد مشعل».
    """
    forms = [_bare_form(cur, k, short), *(f for f in cur.forms[k + 1 : end] if f[:1].isalpha())]
    return tuple(p for p in short.tags["short"] if any(_may_go_on(forms, form) for form in cur.words_of(p)))


def _may_go_on(forms: list[str], words: list[str]) -> bool:
    if forms[0] != words[0]:
        return all(word in words for word in forms)
    return len(words) > 1 and all(one[:1] == other[:1] for one, other in zip(forms[1:], words[1:], strict=False))


def _bare_form(cur: Cursor, k: int, match: Match) -> str:
    return cur.forms[k].removeprefix(match.clitic)


def _trimmed(cur: Cursor, k: int, end: int) -> int:
    """A guessed name cut where a title or a frame word begins."""
    known = cur.tag(k, "short", "person") or cur.form(k + 1) in cur.words.sons
    if cur.bare(k, "head", "institution", "counterpart") and not known:
        return k
    glued = cur.tag(k, "honor", "head")
    place = cur.tag(k, "state", "city", "capital")
    if place and place.clitic == _TO and not known:
        # «وزير إسباني لجبل طارق»
        return k
    joins = cur.bare(k, "word")
    if (glued and glued.clitic and not known) or (joins and WordClass.JOIN in joins.tags["word"]):
        # «باللواء الشهري», «بأن ماكرون»
        return k
    return next((j for j in range(k + 1, end) if _ends_name(cur, j)), end)


def _ends_name(cur: Cursor, j: int) -> bool:
    """Whether the word at token j, inside a guessed name, is no part of it."""
    if cur.forms[j - 1] in cur.words.links or cur.guesses.dotted_ali(j):
        # «سلمان بن سلطان»: a father's name, whatever else the word means
        return False
    if cur.bare(j, "leads", "verb", "light", "noun", "word") or cur.tag(j, "head") or cur.comma(j):
        return True
    # «قال موريل فإن غيتس»: a particle before a known name is no part of one
    return bool(cur.tag(j, "word") and cur.bare(j + 1, "short", "person"))


def _extended(cur: Cursor, end: int) -> int:
    """The end of a name carried on by «بن فلان», «آل فلان» and hyphens; «ترامب-كيم» are two."""
    forms, words = cur.forms, cur.words
    while end + 1 < cur.hi and (forms[end] in words.links or cur.hyphen(end)) and forms[end + 1][:1].isalpha():
        if (
            cur.hyphen(end)
            and cur.bare(end + 1, "short", "person")
            and not words.given.issuperset(forms[end - 1 : end + 2 : 2])
        ):
            break
        end += 2
        if forms[end - 1] in words.servant and end < cur.hi:
            end += 1
    return _to_house(cur, end)


def _to_house(cur: Cursor, end: int) -> int:
    """The end of a name of definite words that go on to a listed house: «أحمد الناصر المحمد | الصباح»."""
    last = end
    for k in range(end, end + _TWO + 1):
        if not definite(cur.forms[end - 1]) or not definite(cur.form(k)) or cur.at[k] is not None:
            break
        last = k + 1 if cur.forms[k] in cur.words.houses else last
    return last


def past_honours(cur: Cursor, k: int) -> int:
    """The token after the honorifics at k; a name that begins like one stays."""
    while (match := cur.bare(k, "honor")) and not cur.bare(k, "person"):
        k = past_point(cur, match.last)
    return k


def past_point(cur: Cursor, k: int) -> int:
    """The token after the point of an abbreviated title that ends at k: «د. فلان», «م/ فلان»."""
    return k + 1 if len(cur.form(k - 1)) == 1 and cur.form(k) in _ABBREVIATES else k


def styled(cur: Cursor, k: int) -> bool:
    """Whether an honorific that only a name follows stands right before token k, the point of «د.» aside."""
    j = k - 2 if k - 2 >= cur.lo and cur.form(k - 1) in _ABBREVIATES and len(cur.form(k - 2)) == 1 else k - 1
    return j >= cur.lo and cur.tag(j, "styled") is not None


def past_rank(cur: Cursor, k: int) -> int:
    """As `past_honours`, and past the adjective of a rank that stands before a name: «الجنرال الأمريكي فلان»."""
    j = past_honours(cur, k)
    if j > k and (match := cur.bare(j, "nisba")) and certain_name(cur, match.last):
        return match.last
    return j


def certain_name(cur: Cursor, k: int) -> bool:
    """Whether a name surely begins at k, honorifics aside."""
    k = past_honours(cur, k)
    return k < cur.hi and bool(cur.bare(k, "person") or cur.guesses.end(k) or cur.bare(k, "short"))


def apposed_name(cur: Cursor, k: int) -> bool:
    """Whether a name begins after the comma before token k: a certain one, or words that no list and no news knows."""
    return certain_name(cur, k) or (k + 1 < cur.hi and cur.rare(k) and cur.rare(k + 1))
