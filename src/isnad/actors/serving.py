"""Who is named behind an office that serves another's: the one served, or the one who serves."""

from msgspec.structs import replace

from isnad.actors.cursor import Cursor
from isnad.actors.names import certain_name, name_at, past_honours
from isnad.actors.offices import served_office
from isnad.actors.tenure import office_of
from isnad.model.phrase import Phrase


def past_served(cur: Cursor, title: Phrase, k: int) -> tuple[Phrase, int]:
    """A title whose bearer's name may begin at k, and where it does begin.

    «مستشار الرئيس ترامب جون بولتون»: behind the name of the one served, whose side the title then has.
    """
    served = served_office(cur, title)
    first = name_at(cur, k, True) if served else None
    if served is None or first is None:
        return title, k
    begin, end, rank = served
    office = office_of(cur.lexicon, set(cur.forms[begin:end]), rank)
    # one who once served too, as a deputy that rose, may be named either way
    masters = [p for p in first.people if {t.office for t in cur.people[p].offices} == {office}]
    comma = cur.comma(first.end)
    j = past_honours(cur, first.end + comma)
    second = name_at(cur, j, True) if masters and certain_name(cur, j) else None
    if second is None:
        return title, k
    sides = {cur.people[p].side for p in masters}
    # nobody's known name is the bearer's only between commas
    his = sides & {cur.people[p].side for p in second.people} if second.people else comma and cur.comma(second.end)
    if not his:
        return title, k
    return replace(title, sides=title.sides or (tuple(sides) if len(sides) == 1 else ())), j
