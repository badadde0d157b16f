"""Whom a noun without its parties will mean: those of the encounter told before, or of the one still to come."""

from collections.abc import Iterable, Sequence

from isnad.contacts.draft import COMING, FAMILIES, Draft, Remembered
from isnad.contacts.merge import Telling


def remember(remembered: Remembered, drafts: Iterable[Draft]) -> None:
    """Note whom «اللقاء» alone will mean; nobody, where encounters of several sides are told."""
    for draft in drafts:
        family = FAMILIES.get(draft.kind)
        if family is None or draft.echo:
            continue
        before = remembered.get(family)
        one = before is None or {a.side for a, _ in before} == {a.side for a, _ in draft.parties}
        remembered[family] = draft.parties if one else ()


def expect(remembered: Remembered, tellings: Sequence[Telling]) -> None:
    """Note whom «القمة المقررة» will mean: those of the one encounter that may be still to come."""
    telling = tellings[-1]
    family, sides = FAMILIES.get(telling.kind), telling.side_set()
    if family is None or telling.echo or telling.title or _done(telling):
        return
    if telling.status == "held" and any(_done(t) and t.side_set() == sides for t in tellings):
        # «التقى الرئيسان … في قمة»: the one that was held
        return
    key = f"{family}{COMING}"
    one = key not in remembered or {a.side for a, _ in remembered[key]} == sides
    remembered[key] = tuple(telling.parties) if one else ()


def _done(telling: Telling) -> bool:
    return telling.firm and telling.status in ("held", "ongoing", "denied")
