"""Atoms: what one folded form tells the recogniser, about its own label and about the labels of its neighbours."""

from collections.abc import Mapping

EDGE = ""  # the form that stands before the first and after the last token of a range
LONGEST_AFFIX = 3
_SHORTEST_STEM = 3
_ARABIC = "\u0250"  # no letter before it is


def atoms(form: str, classes: Mapping[str, str], proclitics: str) -> list[str]:
    """The atoms of a form, in a fixed order: the word, its affixes or shape, and its class.

    `classes` maps a form to its word class; `proclitics` are the letters that may be glued before a name. A form that
    begins with one of them and goes on as a form with a class also tells that stem and its class.
    """
    if not form or not form[0].isalpha():
        return [f"w={form}"] if len(form) < 2 and not form.isdigit() else ["shape=number"]
    if not is_arabic(form):
        return ["shape=latin"]
    said = [f"w={form}"]
    size = min(LONGEST_AFFIX, len(form) - 1)
    for pair in zip(prefixes(form[:size]), suffixes(form[len(form) - size :]), strict=True):
        said += pair
    return [*said, *frame(form, classes, proclitics)]


def is_arabic(form: str) -> bool:
    """Whether a form is a word that is told by its letters."""
    return form[:1].isalpha() and form[0] >= _ARABIC


def prefixes(front: str) -> list[str]:
    """The atoms of a form's first letters, `LONGEST_AFFIX` of them unless the form is shorter."""
    return [f"p={front[:size]}" for size in range(1, len(front) + 1)]


def suffixes(end: str) -> list[str]:
    """The atoms of a form's last letters, `LONGEST_AFFIX` of them unless the form is shorter."""
    return [f"s={end[-size:]}" for size in range(1, len(end) + 1)]


def frame(form: str, classes: Mapping[str, str], proclitics: str) -> list[str]:
    """The atoms of a form's outermost letters, of its class, and of the stem that a proclitic may stand before."""
    said = [f"ends={form[:2]}-{form[-1]}" if len(form) > _SHORTEST_STEM else f"length={len(form)}"]
    said.append(f"class={classes.get(form)}")
    if form[0] in proclitics and len(form) > _SHORTEST_STEM and (inner := classes.get(form[1:])) is not None:
        said += (f"{form[0]}+class={inner}", f"stem={form[1:]}")
    return said
