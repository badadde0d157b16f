"""A name with what stands around it: the title before it, the office in apposition after it."""

from msgspec.structs import replace

from isnad.actors.cursor import Cursor
from isnad.actors.names import Found, name_at, past_honours, styled
from isnad.actors.offices import office
from isnad.arabic.clitics import NAME_CLITICS, definite
from isnad.model.phrase import Phrase

_MAX_STYLED = 4
_SPOKESMAN = "spokesperson"
_HEIRS = frozenset({"crown-prince", "deputy-crown-prince"})


def named(cur: Cursor, i: int, clitic: str, title: Phrase | None, k: int) -> Phrase | None:
    """The phrase from token i whose name begins at k, with the title before it and an office in apposition after it."""
    if title is None and k > cur.lo and cur.forms[k - 1] in cur.words.links:
        # «بن فهد بن عبدالعزيز», «آل كرامي»: a forebear or a house, nobody who acts
        return None
    found = name_at(cur, k, title is not None) or (_styled(cur, k) if title is not None else None)
    if found is None:
        return title
    if title is None:
        return apposed(
            cur, Phrase("person", i, found.end, clitic, name=(k, found.end), people=found.people, short=found.short)
        )
    if title.rank == "spokesman" and _spoken_for(cur, i, k, found):
        sides = {cur.people[p].side for p in found.people}
        return replace(
            title,
            last=found.end,
            office=(title.office[0] if title.office else i, found.end),
            sides=title.sides or (tuple(sides) if len(sides) == 1 else ()),
        )
    phrase = Phrase(
        "person",
        i,
        found.end,
        clitic,
        name=(k, found.end),
        people=found.people,
        short=found.short,
        office=title.office,
        rank=title.rank,
        sides=title.sides,
        female=title.female,
        posted=title.posted,
    )
    return apposed(cur, phrase)


def _styled(cur: Cursor, k: int) -> Found | None:
    """A name that no list and no guess holds, told by the style before it and its shape: «الدكتورة هالة الفلاني»."""
    if not styled(cur, k):
        return None
    end = k
    while end < cur.hi and end - k < _MAX_STYLED and cur.at[end] is None and cur.forms[end][:1].isalpha():
        end += 1
        if end - k > 1 and definite(cur.forms[end - 1]):
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
    if title is None or title.number != "one":
        return phrase
    if _name_follows(cur, title.last) and not (phrase.office is None and not comma and _two_titles(cur, title)):
        return phrase
    if not _his(cur, phrase, title, comma):
        return phrase
    return replace(
        phrase,
        last=title.last,
        female=phrase.female or title.female,
        office=phrase.office or title.office,
        rank=phrase.rank if phrase.office else title.rank,
        sides=phrase.sides or title.sides,
        posted=phrase.posted or title.posted,
    )


def _his(cur: Cursor, phrase: Phrase, title: Phrase, comma: bool) -> bool:
    """Whether the office after a name may be its bearer's: it is of his side, or of a body of his state."""
    own = {cur.people[p].side for p in phrase.people} or set(phrase.sides)
    heir = title.rank in _HEIRS and (not own or own & set(title.sides))
    if not comma and phrase.office and title.sides and not heir:
        return False
    homes = cur.lexicon.homes
    return not (title.sides and own) or bool(own & {*title.sides, *(homes.get(side) for side in title.sides)})


def _name_follows(cur: Cursor, k: int) -> bool:
    k = past_honours(cur, k)
    if name_at(cur, k, False) is None:
        return False
    found = cur.at[k]
    return not (found and found[0].clitic)


def _two_titles(cur: Cursor, title: Phrase) -> bool:
    """«استقبل فلان وزير الصحة الدكتور فلان نائب رئيس الوزراء البرتغالي»: who follows has a title behind his name."""
    k = past_honours(cur, title.last)
    found = name_at(cur, k, True)
    other = office(cur, found.end) if found is not None and cur.bare(found.end, "head") else None
    return other is not None and bool(other.sides) and not set(other.sides) & set(title.sides)


def learned_name(cur: Cursor, i: int) -> Phrase | None:
    """A word that ended a full name elsewhere in the article: «كلينتون», «وبوريسوف»."""
    form = cur.forms[i]
    if form not in cur.learned or (i > cur.lo and cur.forms[i - 1] in cur.words.links):
        return None
    clitic = next((c for c in ("", *NAME_CLITICS) if form.startswith(c) and form[len(c) :] in cur.names), "")
    return apposed(cur, Phrase("person", i, i + 1, clitic, name=(i, i + 1), short=True))
