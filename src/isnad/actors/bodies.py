"""Institutions, unnamed officials, places: «وزارة الخارجية العراقية», «مسؤولين سعوديين», «وفدا روسيا برئاسة فلان»."""

from collections.abc import Callable

from msgspec.structs import replace

from isnad.actors.appositions import named
from isnad.actors.cursor import Cursor
from isnad.actors.matches import preferred, whose
from isnad.actors.names import certain_name, name_at, past_honours
from isnad.actors.sides import sides_after
from isnad.actors.stretch import of_firm, stretched
from isnad.arabic.clitics import definite
from isnad.lexicon import Match
from isnad.model.phrase import Phrase

Read = Callable[[int], Phrase | None]
_REACH = 4
_FEMALE = "ه"
_DELEGATION = "delegation"


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
    return Phrase(
        "institution",
        i,
        end,
        match.clitic,
        office=(i, end),
        rank="institution",
        sides=preferred(sides),
        strength=rule.id,
    )


def officials(cur: Cursor, i: int, match: Match, read: Read) -> Phrase | None:
    """Unnamed people of a side, of several sides, or a delegation with its head; None where no side is told."""
    rule = cur.titles.officials[match.tags["official"]]
    if rule.needs == "nisba" and not cur.bare(match.last, "nisba"):
        return None
    end, sides = sides_after(cur, match.last)
    end = end if sides else match.last
    if of_firm(cur, match.last, end):
        # «وفد من شركة فرنسية»
        return None
    told = not sides and rule.id == _DELEGATION and _alone(cur, i, match)
    if told and (side := cur.delegation()):
        sides = [side]
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
    if rule.number != "one" and sides and (others := _more_sides(cur, end, sides)):
        members = tuple(_of_side(phrase, side, at) for side, at in ((sides[0], end), *others))
        return replace(phrase, kind="set", last=others[-1][1], sides=(), members=members)
    heads = _heads(cur, end, read)
    if heads:
        return replace(
            phrase,
            members=tuple(heads),
            last=heads[-1].last,
            number="delegation",
            sides=phrase.sides or heads[0].sides,
        )
    return phrase if phrase.sides or told else None


def _alone(cur: Cursor, i: int, match: Match) -> bool:
    """«الوفد»: a delegation told before, where no adjective follows; «الوفد المرافق له» is company."""
    adjective = definite(cur.form(match.last)) and not cur.tag(match.last, "verb", "light")
    return definite(cur.forms[i], match.clitic) and not adjective and not cur.tag(match.last, "leads")


def _of_side(several: Phrase, side: str, last: int) -> Phrase:
    return Phrase(
        "officials",
        several.first,
        last,
        office=several.office,
        office_clitic=several.clitic,
        rank="officials",
        number="many",
        sides=(side,),
        strength="many",
    )


def _bearer(cur: Cursor, i: int, match: Match, end: int, sides: list[str]) -> Phrase | None:
    """«القيادي في حماس فلان», «مسؤول الملف فلان»: a definite official bears the name after him; others stay unnamed."""
    construct = definite(cur.form(match.last)) and not cur.bare(match.last, "nisba", "weak_nisba")
    if not construct and not definite(cur.forms[i], match.clitic):
        return None
    comma = cur.comma(end) and certain_name(cur, end + 1)
    k = past_honours(cur, end + comma)
    found = name_at(cur, k, True) if certain_name(cur, k) else None
    if found is None and not sides and (way := stretched(cur, match.last)):
        end, sides = way[0], list(way[1])
        k = past_honours(cur, end + cur.comma(end))
        found = name_at(cur, k, True)
    if found is None:
        return None
    title = Phrase(
        "office",
        i,
        end,
        match.clitic,
        office=(i, end),
        rank="official",
        sides=preferred(sides),
        female=cur.forms[i].endswith(_FEMALE),
    )
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
    head = read(leads.last) or _unlisted_head(cur, leads.last)
    heads: list[Phrase] = []
    while head is not None and head.kind in ("person", "office", "counterpart"):
        heads.append(head)
        at = head.last + 1 if cur.comma(head.last) else head.last
        match = cur.tag(at, "head", "person", "honor")
        head = read(at) if match and match.clitic == "و" else None
        if head is not None and not head.name:
            break
    return heads


def _unlisted_head(cur: Cursor, k: int) -> Phrase | None:
    """A head of whom only the recogniser knows that he bears a name."""
    found = name_at(cur, k, True)
    if found is None or found.short:
        return None
    return named(cur, k, "", None, k) or Phrase("person", k, found.end, name=(k, found.end))


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
