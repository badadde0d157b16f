"""An office or an honorific, and the name to which it leads."""

from msgspec.structs import replace

from isnad.actors.another import SERVING, another
from isnad.actors.appositions import named
from isnad.actors.cursor import Cursor
from isnad.actors.lists import elliptic, listed
from isnad.actors.matches import nisba_of
from isnad.actors.names import apposed_name, certain_name, name_at, past_honours, past_point, past_rank
from isnad.actors.offices import office, served_office
from isnad.actors.serving import past_served
from isnad.actors.sides import sides_after
from isnad.actors.stretch import lengthened, stretched
from isnad.actors.tenure import office_of
from isnad.arabic.clitics import WHOLE_ARTICLE, definite
from isnad.lexicon import Match
from isnad.model.phrase import Phrase

_FEMALE = "ه"


def titled(cur: Cursor, i: int, clitic: str) -> Phrase | None:
    """The phrase that an office or honorifics open at token i."""
    title = office(cur, i)
    if title is None:
        return _honoured(cur, i, clitic)
    title = _served(cur, replace(title, clitic=clitic))
    if (unnamed := _one_of(cur, title)) is not None:
        return unnamed
    if title.number != "one":
        return listed(cur, title)
    if _before_another(cur, title):
        return title
    k = _to_name(cur, title)
    if k == title.last and _goes_on(cur, title):
        title = lengthened(cur, title)
        k = _to_name(cur, title)
    if k >= cur.hi:
        return title
    title, k = past_served(cur, title, k)
    phrase = elliptic(cur, named(cur, i, clitic, title, k))
    if phrase is not None and phrase.name and phrase.people:
        return replace(phrase, served=served_office(cur, title))
    return phrase


def private(cur: Cursor, i: int, match: Match) -> Phrase | None:
    """«الباحث في الشؤون الدولية فلان»: one who bears a name and stands for no side."""
    k = past_honours(cur, match.last)
    if not certain_name(cur, k):
        found = stretched(cur, match.last)
        if found is None:
            return None
        k = past_honours(cur, found[0] + cur.comma(found[0]))
    female = cur.forms[i].endswith(_FEMALE)
    title = Phrase("office", i, k, match.clitic, office=(i, k), rank="private", female=female)
    phrase = named(cur, i, match.clitic, title, k)
    return phrase if phrase is not None and phrase.name else None


def _served(cur: Cursor, title: Phrase) -> Phrase:
    """«مبعوث نتنياهو الخاص»: an indefinite head before a name serves its bearer; his side is theirs."""
    assert title.office is not None
    first = title.office[0]
    serves = title.rank in SERVING and title.last - first == 1
    if not (serves or cur.forms[title.last - 1] in cur.words.of_bearers) or title.sides or definite(cur.forms[first]):
        return title
    match = cur.bare(title.last, "person", "short")
    if match is None:
        return title
    people = match.tags.get("person") or match.tags["short"]
    j = match.last
    while m := cur.bare(j, "comp"):
        j = m.last
    if not serves and definite(cur.form(j)):
        # «مكتب سلامة النقل»: the word is no name here
        return title
    return replace(title, sides=(cur.people[people[0]].side,), last=j, office=(first, j))


def _one_of(cur: Cursor, title: Phrase) -> Phrase | None:
    """«قائد في الجيش السوري الحر»: one of a body's, whom nobody names."""
    assert title.office is not None
    first = title.office[0]
    if title.last - first > 1 or title.number != "one" or definite(cur.forms[first], title.clitic):
        return None
    if cur.form(title.last) not in cur.words.inside:
        return None
    end, sides = sides_after(cur, title.last)
    if not sides or certain_name(cur, end):
        return None
    return Phrase(
        "officials",
        title.first,
        end,
        title.clitic,
        office=(first, end),
        rank="officials",
        sides=tuple(sides[:1]),
        strength="one",
    )


def _before_another(cur: Cursor, title: Phrase) -> bool:
    """«استقبل الرئيس الملك عبد الله الثاني»: the title of somebody else stands where the name would."""
    other = office(cur, title.last) if not title.sides and cur.bare(title.last, "head") else None
    return other is not None and another(cur, title, title.clitic, other)


def _to_name(cur: Cursor, title: Phrase) -> int:
    """The token after a title, a comma and honorifics; the title's end where another office stands there."""
    k = title.last
    if cur.comma(k) and apposed_name(cur, k + 1):
        k += 1
    k = past_rank(cur, k)
    return title.last if k > title.last and cur.bare(k, "head") else k


def _goes_on(cur: Cursor, title: Phrase) -> bool:
    """Whether a title may be the beginning of a longer one: it means no office of the registry yet."""
    if title.office is None or title.sides or name_at(cur, title.last, True) is not None:
        return False
    forms = cur.forms[slice(*title.office)]
    if len(forms) == 1:
        return not definite(forms[0], title.clitic)
    # «وزير الدولة لشؤون»: a construct that wants its second term
    return not forms[-1].startswith(WHOLE_ARTICLE) or office_of(cur.lexicon, set(forms), title.rank) is None


def _honoured(cur: Cursor, i: int, clitic: str) -> Phrase | None:
    """Honorifics before a name or an office: «صاحب السمو الملكي الأمير …»."""
    k = i
    while match := cur.tag(k, "honor"):
        if (match.clitic and k > i) or cur.bare(k, "person"):
            break
        k = past_point(cur, match.last)
    if k == i:
        return None
    if (nation := cur.bare(k, "nisba")) and certain_name(cur, nation.last):
        # «الأدميرال الأمريكي فلان»
        sides = tuple(nisba_of(nation))
        title = Phrase("office", i, nation.last, clitic, office=(i, nation.last), rank="member", sides=sides)
        return named(cur, i, clitic, title, nation.last)
    if cur.bare(k, "head") and cur.form(k + 1) not in cur.words.sons:
        inner = titled(cur, k, "")
        return replace(inner, first=i, clitic=clitic) if inner is not None else None
    return named(cur, i, clitic, None, k) if name_at(cur, k, False) else None
