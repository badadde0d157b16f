"""Several persons under one office («الرئيسين الروسي فلاديمير بوتين والتركي رجب طيب أردوغان»), and «نظيره»."""

from msgspec.structs import replace

from isnad.actors.cursor import Cursor
from isnad.actors.matches import nisba_of, plural, side_of
from isnad.actors.names import Found, apposed_name, certain_name, name_at, past_honours
from isnad.actors.sides import sides_after
from isnad.arabic.clitics import JOINS
from isnad.lexicon import Match
from isnad.model.phrase import Phrase

_JOIN, _NEAR = JOINS[0], 4


def listed(cur: Cursor, title: Phrase) -> Phrase:
    """A dual or plural office with its members, each told by a side, a name, or both."""
    pair = cur.bare(title.last, "pair")
    if pair:
        members = tuple(_office(title, title.first, pair.last, (side,)) for side in pair.tags["pair"])
        return replace(title, members=members, kind="set", last=pair.last)
    found = _members(cur, title)
    if found:
        return replace(title, members=tuple(found), last=found[-1].last, kind="set")
    if not title.sides and cur.form(title.last) in cur.words.of:
        # «أعضاء من حركة طالبان»
        end, sides = sides_after(cur, title.last, _NEAR)
        if sides:
            return replace(title, kind="officials", rank="officials", last=end, sides=tuple(sides[:1]))
    return replace(title, kind="officials" if title.sides else "set")


def _members(cur: Cursor, title: Phrase) -> list[Phrase]:
    members: list[Phrase] = []
    j = title.last
    while j < cur.hi and (member := _member(cur, j, title, not members)) is not None:
        members.append(member)
        j = member.last
        if cur.comma(j):
            match = cur.tag(j + 1, "nisba", "state", "person", "short")
            if not (match and match.clitic == "و"):
                break
    return members


def _office(title: Phrase, first: int, last: int, sides: tuple[str, ...]) -> Phrase:
    """A member whom the office and a side tell."""
    return Phrase("office", first, last, office=title.office, office_clitic=title.clitic, rank=title.rank, sides=sides)


def _member(cur: Cursor, j: int, title: Phrase, first: bool) -> Phrase | None:
    """The member that begins at j: the first without a particle, the others joined by «و»."""
    k = j + 1 if cur.comma(j) and not first else j
    joins = ("",) if first else (_JOIN,)
    if not first and cur.form(k) == _JOIN:
        # «المصري فلان و الإثيوبي فلان»
        k, joins = k + 1, ("",)
    match = cur.tag(k, "nisba", "state", "org")
    sides: tuple[str, ...] = ()
    if match and match.clitic in joins:
        sides = tuple(nisba_of(match)) if "nisba" in match.tags else (side_of(match) or "",)
        k = match.last
    elif not first and not _joined(cur, k) and _JOIN in joins:
        return None
    if cur.comma(k) and certain_name(cur, k + 1):
        if not sides and cur.tag(k + 1, "honor"):
            # «بحضور الوزراء، معالي فلان»: one who stands for himself
            return None
        k += 1
    k = _past_honours(cur, k, joins)
    # «وزيري خارجية الهند وباكستان»: the next member is no name
    name = None if match and _joined(cur, k) and cur.tag(k, "nisba", "state") else name_at(cur, k, False)
    if name is not None:
        return _bearer(cur, k, name, title, sides)
    if match and title.number == "many" and plural(match):
        # «الزعماء الإسرائيليين»: several of one side, and nobody in particular
        return replace(_office(title, j, k, sides), kind="officials", rank="officials", number="many")
    return _office(title, j, k, sides) if sides else None


def _joined(cur: Cursor, k: int) -> bool:
    """Whether the word at token k is joined by «و» to what went before."""
    found = (cur.at[k] if k < cur.hi else None) or ()
    return cur.form(k).startswith("و") or any(match.clitic == "و" for match in found)


def _past_honours(cur: Cursor, k: int, joins: tuple[str, ...]) -> int:
    while honour := cur.tag(k, "honor"):
        if cur.tag(k, "person") or honour.clitic not in ("", *joins):
            break
        k = honour.last
    return k


def _bearer(cur: Cursor, k: int, name: Found, title: Phrase, sides: tuple[str, ...]) -> Phrase:
    known = cur.tag(k, "person", "short")
    return Phrase(
        "person",
        k,
        name.end,
        known.clitic if known else cur.guesses.glued(k),
        name=(k, name.end),
        office=title.office,
        office_clitic=title.clitic,
        rank=title.rank,
        sides=sides,
        people=name.people,
        short=name.short,
    )


def elliptic(cur: Cursor, phrase: Phrase | None) -> Phrase | None:
    """«وزير الخارجية السعودي عادل الجبير والروسي سيرجي لافروف»: the office is said once for both."""
    if phrase is None or phrase.kind != "person" or phrase.office is None:
        return phrase
    members = [phrase]
    while (
        (match := cur.tag(members[-1].last, "nisba"))
        and match.clitic == "و"
        and name_at(cur, match.last, False) is not None
    ):
        member = _member(cur, members[-1].last, phrase, False)
        if member is None or member.name is None:
            break
        members.append(member)
    if len(members) == 1:
        return phrase
    return Phrase(
        "set",
        phrase.first,
        members[-1].last,
        phrase.clitic,
        office=phrase.office,
        rank=phrase.rank,
        number="two",
        members=tuple(members),
    )


def counterpart(cur: Cursor, i: int, match: Match) -> Phrase:
    """«نظيره التركي هاكان فيدان»; the dual and plural list their members: «نظيريه من إيران وتركيا»."""
    number = match.tags["counterpart"]
    if number != "one":
        last = match.last
        if cur.form(last) in cur.words.among:
            last += 2 if cur.form(last + 1) in cur.words.states else 1
        several = Phrase("counterpart", i, last, match.clitic, number="two", office=(i, match.last))
        return replace(listed(cur, several), kind="counterpart", number=number)
    j, sides = _whose_counterpart(cur, match.last)
    k = past_honours(cur, j + 1 if cur.comma(j) and apposed_name(cur, j + 1) else j)
    found = name_at(cur, k, True)
    phrase = Phrase("counterpart", i, j, match.clitic, office=(i, j), sides=sides)
    if found is None:
        return phrase
    return replace(phrase, name=(k, found.end), last=found.end, people=found.people, short=found.short)


def _whose_counterpart(cur: Cursor, j: int) -> tuple[int, tuple[str, ...]]:
    """The end of the words that say of what side «نظيره» is, and its sides."""
    sides: tuple[str, ...] = ()
    while m := cur.bare(j, "nisba", "comp", "weak_nisba"):
        if "nisba" in m.tags or "weak_nisba" in m.tags:
            sides = sides or tuple(nisba_of(m))
        j = m.last
    if not sides and (quoted := cur.marked(j, "nisba")) is not None:
        return quoted[1], tuple(nisba_of(quoted[0]))
    if not sides and (m := cur.bare(j, "state")) is not None:
        return m.last, (m.tags["state"],)
    if not sides and cur.form(j) in cur.words.inside:
        end, found = sides_after(cur, j)
        if found:
            return end, tuple(found[:1])
    return j, sides
