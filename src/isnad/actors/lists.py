"""Several persons under one office («الرئيسين الروسي فلاديمير بوتين والتركي رجب طيب أردوغان»), and «نظيره»."""

from isnad.actors.bodies import sides_after
from isnad.actors.cursor import Cursor, nisba_of, side_of
from isnad.actors.names import apposed_name, certain_name, name_at, past_honours
from isnad.lexicon import Match
from isnad.model.phrase import Phrase


def listed(cur: Cursor, title: Phrase) -> Phrase:
    """A dual or plural office with its members, each told by a side, a name, or both."""
    pair = cur.bare(title.last, "pair")
    if pair:
        title.members = tuple(
            Phrase("office", title.first, pair.last, office=title.office, office_clitic=title.clitic, rank=title.rank, sides=(side,))
            for side in pair.tags["pair"]
        )
        title.kind, title.last = "set", pair.last
        return title
    members: list[Phrase] = []
    j = title.last
    while j < cur.hi and (member := _member(cur, j, title, not members)) is not None:
        members.append(member)
        j = member.last
        if cur.comma(j):
            match = cur.tag(j + 1, "nisba", "state", "person", "short")
            if not (match and match.clitic == "و"):
                break
    if members:
        title.members, title.last, title.kind = tuple(members), j, "set"
    elif title.number != "one":
        title.kind = "officials" if title.sides else "set"
    return title


def _member(cur: Cursor, j: int, title: Phrase, first: bool) -> Phrase | None:
    """The member that begins at j: the first without a particle, the others joined by «و»."""
    k = j + 1 if cur.comma(j) and not first else j
    joins = ("",) if first else ("و",)
    sides: tuple[str, ...] = ()
    match = cur.tag(k, "nisba", "state", "org")
    if match and match.clitic in joins:
        sides = tuple(nisba_of(match)) if "nisba" in match.tags else (side_of(match) or "",)
        k = match.last
    elif (
        not first
        and not cur.form(k).startswith("و")
        and not any(x.clitic == "و" for x in (cur.at[k] if k < cur.hi else None) or ())
    ):
        return None
    if cur.comma(k) and certain_name(cur, k + 1):
        if not sides and cur.tag(k + 1, "honor"):
            # «بحضور الوزراء، معالي فلان»: one who stands for himself
            return None
        k += 1
    while honour := cur.tag(k, "honor"):
        if cur.tag(k, "person") or honour.clitic not in ("", *joins):
            break
        k = honour.last
    name = name_at(cur, k, False)
    if name is None:
        if match and title.number == "many" and _plural(match):
            # «الزعماء الإسرائيليين»: several of one side, and nobody in particular
            return Phrase("officials", j, k, office=title.office, office_clitic=title.clitic, rank="officials", number="many", sides=sides)
        return Phrase("office", j, k, office=title.office, office_clitic=title.clitic, rank=title.rank, sides=sides) if sides else None
    known = cur.tag(k, "person", "short")
    return Phrase(
        "person",
        k,
        name.end,
        known.clitic if known else cur.glued(k),
        name=(k, name.end),
        office=title.office, office_clitic=title.clitic,
        rank=title.rank,
        sides=sides,
        people=name.people,
        short=name.short,
    )


def _plural(match: Match) -> bool:
    return any(plural for _, plural in match.tags.get("nisba", ()))


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
        office=phrase.office, office_clitic=phrase.clitic,
        rank=phrase.rank,
        number="two",
        members=tuple(members),
    )


def counterpart(cur: Cursor, i: int, match: Match) -> Phrase:
    """«نظيره التركي هاكان فيدان»; the dual and plural list their members: «نظيريه من إيران وتركيا»."""
    number = match.tags["counterpart"]
    phrase = Phrase("counterpart", i, match.last, match.clitic, number=number, office=(i, match.last))
    if number != "one":
        if cur.form(match.last) in ("من", "في"):
            phrase.last = match.last + (2 if cur.form(match.last + 1) == "دول" else 1)
        phrase.number = "two"
        several = listed(cur, phrase)
        several.kind, several.number = "counterpart", number
        return several
    j = match.last
    while m := cur.bare(j, "nisba", "comp", "weak_nisba"):
        if "nisba" in m.tags or "weak_nisba" in m.tags:
            phrase.sides = phrase.sides or tuple(nisba_of(m))
        j = m.last
    if not phrase.sides and (m := cur.bare(j, "state")) is not None:
        phrase.sides, j = (m.tags["state"],), m.last
    if not phrase.sides and cur.form(j) == "في":
        end, sides = sides_after(cur, j)
        if sides:
            phrase.sides, j = tuple(sides[:1]), end
    phrase.office, phrase.last = (i, j), j
    k = past_honours(cur, j + 1 if cur.comma(j) and apposed_name(cur, j + 1) else j)
    found = name_at(cur, k, True)
    if found:
        phrase.name, phrase.last, phrase.people, phrase.short = (k, found.end), found.end, found.people, found.short
    return phrase
