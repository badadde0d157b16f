"""Names of persons: forms of the registry, the recogniser's guesses, and what stands before and after them."""

from typing import NamedTuple

from isnad.actors.cursor import Cursor
from isnad.actors.known import SON
from isnad.actors.offices import office
from isnad.lexicon import Match
from isnad.model.phrase import Phrase

_MAX_RARE = 4
_ABBREVIATES = frozenset("./")
_SPOKESMAN, _HEIR = "spokesperson", "crown-prince"
_PLAIN = ("و", "ب", "ل", "ول", "وب", "ف", "ك")


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
    if full and (not full.clitic or (not titled and full.clitic in _PLAIN)):
        return Found(_extended(cur, full.last), tuple(full.tags["person"]), False)
    guess = cur.spans().get(k)
    if guess and titled and cur.glued(k):
        guess = None
    short = cur.bare(k, "short") if titled else cur.tag(k, "short")
    if guess and (short is None or guess > short.last):
        guess = _trimmed(cur, k, guess)
        if guess > k:
            end = _extended(cur, guess)
            if short and end == short.last:
                return Found(end, tuple(short.tags["short"]), True)
            people = _carried(cur, k, end, short) if short else ()
            if short and not people and guess > short.last and _overrun(cur, k, short):
                return Found(short.last, tuple(short.tags["short"]), True)
            return Found(end, people, False)
    if short:
        end = _extended(cur, short.last)
        if end > short.last:
            return Found(end, _carried(cur, k, end, short), False)
        return Found(end, tuple(short.tags["short"]), True)
    end = k
    while titled and end < cur.hi and end - k < _MAX_RARE and cur.rare(end):
        end += 1
    if k < end < cur.hi:
        # «ميغيل أنخيل موراتينوس»: unlisted first names before a listed family name
        known = cur.bare(end, "person", "short")
        if known or end in cur.spans():
            people = (known.tags.get("person") or known.tags["short"]) if known else ()
            return Found(known.last if known else cur.spans()[end], tuple(people), False)
    return Found(end, (), False) if end - k > 1 else None


def _overrun(cur: Cursor, k: int, short: Match) -> bool:
    """Whether a guess ran on past a family name: into another's («يلتقي بومبيو كيم») or a word that is no name."""
    following = cur.form(short.last)
    if _bare_form(cur, k, short) in cur.given or following in cur.links:
        return False
    known = bool(cur.bare(short.last, "short", "person")) and not following.startswith("ال")
    return known or not (following in cur.given or cur.reads_as_name(short.last))


def _carried(cur: Cursor, k: int, end: int, short: Match) -> tuple[int, ...]:
    """Whom a short form may still mean where more words follow: «كيم جون-أون» is «كيم جونغ أون», «كيم دونغ-شول» not.

    A family name followed by more is somebody else's first name: «مشعل بن سعد» is not «خالد مشعل».
    """
    said = [_bare_form(cur, k, short), *(f for f in cur.forms[k + 1 : end] if f[0].isalpha())]
    return tuple(p for p in short.tags["short"] if any(_may_go_on(said, form) for form in cur.words_of(p)))


def _may_go_on(said: list[str], words: list[str]) -> bool:
    if said[0] != words[0]:
        return all(word in words for word in said)
    return len(words) > 1 and all(one[:1] == other[:1] for one, other in zip(said[1:], words[1:], strict=False))


def _bare_form(cur: Cursor, k: int, match: Match) -> str:
    return cur.forms[k].removeprefix(match.clitic)


def _trimmed(cur: Cursor, k: int, end: int) -> int:
    """A guessed name cut where a title or a frame word begins."""
    known = cur.tag(k, "short", "person") or cur.form(k + 1) in SON
    if cur.bare(k, "head", "institution", "counterpart") and not known:
        return k
    for j in range(k + 1, end):
        if cur.forms[j - 1] in cur.links or cur.dotted_ali(j):
            # «سلمان بن سلطان»: a father's name, whatever else the word means
            continue
        if cur.bare(j, "leads", "verb", "light", "noun", "word") or cur.tag(j, "head") or cur.comma(j):
            return j
        if cur.tag(j, "word") and cur.bare(j + 1, "short", "person"):
            # «قال موريل فإن غيتس»: a particle before a known name is no part of one
            return j
    return end


def _extended(cur: Cursor, end: int) -> int:
    """The end of a name carried on by «بن فلان», «آل فلان» and hyphens; «ترامب-كيم» are two."""
    while end + 1 < cur.hi and (cur.forms[end] in cur.links or cur.hyphen(end)) and cur.forms[end + 1][0].isalpha():
        if (
            cur.hyphen(end)
            and cur.bare(end + 1, "short", "person")
            and not cur.given.issuperset(cur.forms[end - 1 : end + 2 : 2])
        ):
            break
        end += 2
        if cur.forms[end - 1] == "عبد" and end < cur.hi:
            end += 1
    return end


def past_honours(cur: Cursor, k: int) -> int:
    """The token after the honorifics at k; a name that begins like one stays."""
    while (match := cur.bare(k, "honor")) and not cur.bare(k, "person"):
        k = past_point(cur, match.last)
    return k


def past_point(cur: Cursor, k: int) -> int:
    """The token after the point of an abbreviated title that ends at k: «د. فلان», «م/ فلان»."""
    return k + 1 if len(cur.form(k - 1)) == 1 and cur.form(k) in _ABBREVIATES else k


def past_rank(cur: Cursor, k: int) -> int:
    """As `past_honours`, and past the adjective of a rank that stands before a name: «الجنرال الأمريكي فلان»."""
    j = past_honours(cur, k)
    if j > k and (match := cur.bare(j, "nisba")) and certain_name(cur, match.last):
        return match.last
    return j


def certain_name(cur: Cursor, k: int) -> bool:
    """Whether a name surely begins at k, honorifics aside."""
    k = past_honours(cur, k)
    return bool(cur.bare(k, "person") or cur.spans().get(k) or cur.bare(k, "short"))


def apposed_name(cur: Cursor, k: int) -> bool:
    """Whether a name begins after the comma before token k: a certain one, or words that no list and no news knows."""
    return certain_name(cur, k) or (cur.rare(k) and cur.rare(k + 1))


def named(cur: Cursor, i: int, clitic: str, title: Phrase | None, k: int) -> Phrase | None:
    """The phrase from token i whose name begins at k, with the title before it and an office in apposition after it."""
    if title is None and k > cur.lo and cur.forms[k - 1] in cur.links:
        # «بن فهد بن عبدالعزيز», «آل كرامي»: a forebear or a house, nobody who acts
        return None
    found = name_at(cur, k, title is not None) or (_styled(cur, k) if title is not None else None)
    if found is None:
        return title
    if title is not None and title.rank == "spokesman" and _spoken_for(cur, i, k, found):
        title.last = found.end
        title.office = (title.office[0] if title.office else i, found.end)
        title.sides = title.sides or tuple({cur.people[p].side for p in found.people})[:1]
        return title
    phrase = Phrase("person", i, found.end, clitic, name=(k, found.end), people=found.people, short=found.short)
    if title is not None:
        phrase.office, phrase.rank, phrase.sides = title.office, title.rank, title.sides
        phrase.female, phrase.posted = title.female, title.posted
    return apposed(cur, phrase)


def _styled(cur: Cursor, k: int) -> Found | None:
    """A name that no list and no guess holds, told by the style before it and its shape: «الدكتورة هالة الفلاني»."""
    if not (k > cur.lo and cur.tag(k - 1, "styled")):
        return None
    end = k
    while end < cur.hi and end - k < _MAX_RARE and cur.at[end] is None and cur.forms[end][0].isalpha():
        end += 1
        if end - k > 1 and cur.forms[end - 1].startswith("ال"):
            return Found(end, (), False)
    return None


def _spoken_for(cur: Cursor, i: int, k: int, found: Found) -> bool:
    """Whether the name is of him for whom a spokesman speaks: «المتحدث باسم الرئيس الروسي بوتين»."""
    if cur.bare(k - 1, "of_spokesman"):
        return True
    link = next((j for j in range(i, k) if cur.bare(j, "of_spokesman")), k)
    return (
        bool(found.people)
        and any(cur.bare(j, "head") for j in range(link + 1, k))
        and not any(term.office == _SPOKESMAN for p in found.people for term in cur.people[p].offices)
    )


def apposed(cur: Cursor, phrase: Phrase) -> Phrase:
    """A name with the office that follows it: «سيرغي لافروف، وزير الخارجية», unless it is somebody else's."""
    comma = cur.comma(phrase.last)
    at = phrase.last + 1 if comma else phrase.last
    if not (cur.bare(at, "head") or cur.bare(at, "honor")):
        return phrase
    title = office(cur, at)
    if title is None or title.number != "one" or _name_follows(cur, title.last):
        return phrase
    own = {cur.people[p].side for p in phrase.people} or set(phrase.sides)
    if not comma and phrase.office and title.sides and not (title.rank == _HEIR and own & set(title.sides)):
        return phrase
    if title.sides and own and not own & {*title.sides, *(cur.lexicon.homes.get(s) for s in title.sides)}:
        return phrase
    phrase.last = title.last
    phrase.female = phrase.female or title.female
    if phrase.office is None:
        phrase.office, phrase.rank = title.office, title.rank
    phrase.sides = phrase.sides or title.sides
    phrase.posted = phrase.posted or title.posted
    return phrase


def _name_follows(cur: Cursor, k: int) -> bool:
    k = past_honours(cur, k)
    if name_at(cur, k, False) is None:
        return False
    found = cur.at[k]
    return not (found and found[0].clitic)


def learned_name(cur: Cursor, i: int) -> Phrase | None:
    """A word that ended a full name elsewhere in the article: «كلينتون», «وبوريسوف»."""
    form = cur.forms[i]
    if form not in cur.learned or (i > cur.lo and cur.forms[i - 1] in cur.links):
        return None
    clitic = next((c for c in ("", *_PLAIN) if form.startswith(c) and form[len(c) :] in cur.names), "")
    return apposed(cur, Phrase("person", i, i + 1, clitic, name=(i, i + 1), short=True))
