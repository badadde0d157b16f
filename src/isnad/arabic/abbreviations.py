"""Titles that are written with their first letter and a point: «د. فلان»."""

from collections.abc import Sequence

# folded
_WHOLE = {"د": "الدكتور"}
_POINTS = frozenset("./")


def spelled_out(forms: Sequence[str]) -> Sequence[str]:
    """Folded forms in which the point of an abbreviated title is the title itself, right before the name; as many."""
    if _WHOLE.keys().isdisjoint(forms):
        return forms
    pairs = zip(("", *forms), forms, strict=False)
    return [_WHOLE[before] if before in _WHOLE and form in _POINTS else form for before, form in pairs]
