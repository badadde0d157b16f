"""Institutions, unnamed officials, places: «وزارة الخارجية العراقية», «مسؤولين سعوديين», «وفدا روسيا برئاسة فلان»."""

from collections.abc import Callable

from isnad.actors.cursor import Cursor, nisba_of, preferred, side_of, whose
from isnad.actors.names import certain_name, name_at, named, past_honours
from isnad.actors.stretch import stretched
from isnad.lexicon import Match
from isnad.model.phrase import Phrase

Read = Callable[[int], Phrase | None]
_GENITIVE = ("state", "org", "group", "seat", "weak_states", "weak_group", "weak_org")
_OF = frozenset({"من", "في", "عن"})
_MAX_UNKNOWN = 2
_REACH = 4


def sides_after(cur: Cursor, j: int, limit: int = 8) -> tuple[int, list[str]]:
    """The sides told by adjectives, genitives and «من/في/عن» after token j, and the end of the words that tell them."""
    sides: list[str] = []
    end, start, unknown = j, j, 0
    while j < cur.hi and j - start < limit and cur.leaning(j) is None:
        match = cur.bare(j, "nisba", "weak_nisba")
        if match and sides and "state" in match.tags:
            # «قائد في الجيش السوري الحر روسيا»: the state, not the adjective that is spelt like it
            break
        if match and "nisba" not in match.tags and cur.bare(match.last, "nisba"):
            # «المسؤولين الماليين الصينيين»: an ordinary adjective
            j = match.last
            continue
        if match and ("nisba" in match.tags or not (sides or cur.bare(j, "comp"))):
            sides += [s for s in nisba_of(match) if s not in sides]
            j = end = match.last
            continue
        match = cur.bare(j, *_GENITIVE)
        if (
            match
            and not _strong(match)
            and (
                cur.bare(match.last, "nisba")
                or (cur.form(match.last).startswith("ال") and cur.bare(match.last + 1, "nisba"))
            )
        ):
            # «السلطة التنفيذية الليبية»: a weak name that goes on is an ordinary word
            j = match.last
            continue
        if match:
            if sides:
                break
            sides += [side] if (side := side_of(match)) else []
            j = end = match.last
            continue
        if sides:
            break
        match = cur.bare(j, "comp", "official", "institution")
        if match and not cur.bare(j, "person"):
            j = match.last
            continue
        match = cur.tag(j, "state", "org", "group", "weak_states")
        if match and match.clitic in ("ل", "ب"):
            sides.append(side_of(match) or "")
            j = end = match.last
        elif cur.forms[j] in _OF or (cur.bare(j, "leaning") and cur.leaning(j) is None):
            j += 1
        elif cur.at[j] is None and unknown < _MAX_UNKNOWN and cur.forms[j][0].isalpha():
            unknown += 1
            j += 1
        else:
            break
    return end, sides


def _strong(match: Match) -> bool:
    return any(t in match.tags for t in ("state", "org", "group", "seat"))


def institution(cur: Cursor, i: int, match: Match) -> Phrase | None:
    """A body that stands for its state; None where nothing says whose it is and it needs to be said."""
    rule = cur.titles.institutions[match.tags["institution"]]
    j = match.last
    if rule.complements:
        while (m := cur.tag(j, "comp")) and m.clitic in ("", "و"):
            j = m.last
    end, sides = sides_after(cur, j, _REACH)
    if (rule.needs and not sides) or (rule.needs == "nisba" and not cur.bare(j, "nisba", "comp")):
        return None
    end = end if sides else j
    return Phrase("institution", i, end, match.clitic, office=(i, end), rank="institution", sides=preferred(sides))


def officials(cur: Cursor, i: int, match: Match, read: Read) -> Phrase | None:
    """Unnamed people of a side, of several sides, or a delegation with its head; None where no side is told."""
    rule = cur.titles.officials[match.tags["official"]]
    if rule.needs == "nisba" and not cur.bare(match.last, "nisba"):
        return None
    end, sides = sides_after(cur, match.last)
    end = end if sides else match.last
    if rule.number == "one" and rule.needs is None and (bearer := _bearer(cur, i, match, end, sides)):
        return bearer
    phrase = Phrase(
        "officials",
        i,
        end,
        match.clitic,
        office=(i, end),
        rank="officials",
        number=rule.number,
        sides=preferred(sides),
        strength=rule.number,
    )
    if rule.number == "many" and sides and (others := _more_sides(cur, end, sides)):
        phrase.members = tuple(
            Phrase(
                "officials",
                i,
                at,
                office=phrase.office, office_clitic=phrase.clitic,
                rank="officials",
                number="many",
                sides=(side,),
                strength="many",
            )
            for side, at in ((sides[0], end), *others)
        )
        phrase.kind, phrase.last, phrase.sides = "set", others[-1][1], ()
        return phrase
    heads = _heads(cur, end, read)
    if heads:
        phrase.members, phrase.last, phrase.number = tuple(heads), heads[-1].last, "delegation"
        phrase.sides = phrase.sides or heads[0].sides
    return phrase if phrase.sides or phrase.members else None


def _bearer(cur: Cursor, i: int, match: Match, end: int, sides: list[str]) -> Phrase | None:
    """«القيادي في حماس فلان»: a definite official bears the name after him; an indefinite one stays unnamed."""
    if not cur.forms[i].startswith("ال", len(match.clitic)):
        return None
    k = past_honours(cur, end + (cur.comma(end) and certain_name(cur, end + 1)))
    found = name_at(cur, k, True) if certain_name(cur, k) else None
    if found is None and not sides and (way := stretched(cur, i, match.last)):
        end, k, sides = way[0], past_honours(cur, way[0] + cur.comma(way[0])), list(way[1])
        found = name_at(cur, k, True)
    if found is None:
        return None
    title = Phrase("office", i, end, match.clitic, office=(i, end), rank="official", sides=preferred(sides))
    return named(cur, i, match.clitic, title, k)


def _more_sides(cur: Cursor, j: int, sides: list[str]) -> list[tuple[str, int]]:
    """Further sides joined to officials: «المسؤولين الأمريكيين والإسرائيليين», «ممثلون من فرنسا وألمانيا»."""
    out: list[tuple[str, int]] = []
    while (match := cur.tag(j, "nisba", "state", "org", "group")) and match.clitic == "و":
        side = whose(match)
        if side in sides or cur.bare(match.last, "nisba", "comp"):
            break
        out.append((side or "", match.last))
        j = match.last
    return out


def _heads(cur: Cursor, j: int, read: Read) -> list[Phrase]:
    """Who leads a delegation: «برئاسة فلان», «يرأسه فلان ونائب وزير الخارجية فلان»."""
    stop = min(cur.hi, j + _REACH)
    while j < stop and not cur.tag(j, "leads") and cur.at[j] is None and not cur.comma(j):
        j += 1
    leads = cur.tag(j + 1 if cur.comma(j) else j, "leads")
    if leads is None or leads.last >= cur.hi:
        return []
    head = read(leads.last)
    if head is None and (found := name_at(cur, leads.last, True)) is not None and not found.short:
        head = named(cur, leads.last, "", None, leads.last) or Phrase(
            "person", leads.last, found.end, name=(leads.last, found.end)
        )
    heads: list[Phrase] = []
    while head is not None and head.kind in ("person", "office", "counterpart"):
        heads.append(head)
        at = head.last + 1 if cur.comma(head.last) else head.last
        match = cur.tag(at, "head", "person", "honor")
        head = read(at) if match and match.clitic == "و" else None
        if head is not None and not head.name:
            break
    return heads


def place(cur: Cursor, i: int, match: Match) -> Phrase | None:
    """«العاصمة التركية أنقرة», «منتجع سوتشي الروسي», «مقر المستشارية الألمانية»."""
    j = match.last
    found = cur.bare(j, "city", "capital", "nisba", "state", "seat", "weak_city")
    if found is None and j < cur.hi and cur.at[j] is None:
        found = cur.bare(j + 1, "nisba")
    if found is None:
        return None
    side = whose(found) or found.tags.get("weak_city")
    if side is None:
        return None
    more = cur.bare(found.last, "nisba", "city", "capital")
    return Phrase("state", i, more.last if more else found.last, match.clitic, sides=(side,), strength="city")
