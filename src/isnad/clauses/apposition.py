"""Mentions that tell once more who was told: titles and their holders, counterparts and their offices."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.clitics import ARTICLE
from isnad.clauses.heads import Group
from isnad.clauses.state import State
from isnad.clauses.units import COMMAS, QUOTES, Unit

_NEAR, _CLOSING_BRACKET = 3, ")"


def apposed(state: State, i: int, unit: Unit) -> bool:
    """«نظيره، وزير الخارجية فلان», «رئيس الوزراء «الإسرائيلي» فلان»: the same one is told once more."""
    group = state.group
    if group is None or unit.actor is None or unit.is_place:
        return False
    last = group.units[-1]
    if last.actor is None or last.is_place:
        return False
    if state.comma:
        if _told_again(last, unit) and _since(state, i, last) == 1:
            group.units[-1] = unit
            return True
        if _further_post(last, unit) and _since(state, i, last) == 1:
            group.units[-1] = msgspec.structs.replace(
                unit, actor=msgspec.structs.replace(unit.actor, side=last.actor.side)
            )
            return True
        return last.actor.side == unit.actor.side or _named_by(state, i, group)
    since = _since(state, i, last)
    between = state.row[i - since : i]
    if (since == 0 and (_second_title(last, unit) or _told_again(last, unit))) or _holder(between, last, unit):
        group.units[-1] = unit
        return True
    # «رئيس الوزراء «الإسرائيلي» فلان»: of the state that the adjective tells
    told = any(side == unit.actor.side for u in between for side in u.tag("nisba") or ())
    if last.actor.side not in (unit.actor.side, None) and not told:
        return False
    quoted = bool(between) and all(u.form in QUOTES or u.tag("nisba") for u in between)
    if quoted and last.actor.name is None and unit.actor.name is not None:
        group.units[-1] = unit
    return quoted


def _second_title(last: Unit, unit: Unit) -> bool:
    """«نائب الرئيس اليمني رئيس مجلس الوزراء فلان»: two titles of one man."""
    if last.actor is None or last.phrase is None or unit.actor is None or unit.joined:
        return False
    office = last.phrase.kind == "office" and last.actor.name is None
    return office and last.actor.side is not None and unit.actor.side == last.actor.side


def _further_post(last: Unit, unit: Unit) -> bool:
    """«موفد العاهل السعودي، مساعد وزير الدفاع فلان»: behind a comma another office of the same man, and his name."""
    office, named = last.phrase, unit.phrase
    if office is None or office.kind != "office" or last.actor is None or last.actor.name or last.actor.side is None:
        return False
    if named is None or named.name is None or named.office is None or unit.actor is None or unit.joined or unit.marker:
        return False
    before = named.office[0] < named.name[0]
    stated = unit.actor.person is None and not named.sides
    return before and (stated or unit.actor.side == last.actor.side)


def _told_again(last: Unit, unit: Unit) -> bool:
    """«ونظيرته وزيرة خارجية إسبانيا فلانة»: whose counterpart she is, and who."""
    phrase, actor = last.phrase, last.actor
    open_one = phrase is not None and phrase.kind == "counterpart" and phrase.number == "one"
    return open_one and actor is not None and actor.side is None and actor.name is None and not unit.joined


def _holder(between: Sequence[Unit], last: Unit, unit: Unit) -> bool:
    """«(وزير الخارجية) سيرغي لافروف», «الرئيس السابق للائتلاف المعارض فلان»: an office, and its holder behind it."""
    phrase, actor = last.phrase, unit.actor
    if phrase is None or phrase.kind != "office" or phrase.name is not None or actor is None or not actor.name:
        return False
    if len(between) == 1 and between[0].form == _CLOSING_BRACKET:
        return True
    bare = unit.phrase is not None and unit.phrase.kind == "person" and unit.phrase.office is None and not unit.joined
    adjectives = bool(between) and all(u.ordinary and u.form.startswith(ARTICLE) for u in between)
    return bare and adjectives and last.actor is not None and last.actor.side in (actor.side, None)


def _named_by(state: State, i: int, group: Group) -> bool:
    """«الأمين العام لمنظمة التعاون، السعودي فلان،»: between commas the holder of an office of a body is named."""
    unit, last, after = state.row[i], group.units[-1], state.after(i)
    if unit.actor is None or last.actor is None or after is None or after.form not in COMMAS:
        return False
    office = last.phrase is not None and last.phrase.kind == "office" and last.actor.name is None
    if not (office and unit.actor.name and not unit.joined and not unit.marker):
        return False
    of_office = last.actor
    named = msgspec.structs.replace(unit.actor, side=of_office.side, office=of_office.office, rank=of_office.rank)
    group.units[-1] = msgspec.structs.replace(unit, actor=named)
    return True


def _since(state: State, i: int, unit: Unit) -> int:
    """How many units stand between a mention and unit i; 0 where they are many."""
    near = range(1, min(i, _NEAR + 1) + 1)
    return next((back - 1 for back in near if state.row[i - back] is unit), 0)
