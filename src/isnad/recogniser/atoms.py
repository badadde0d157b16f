"""Atoms: what one folded form tells the recogniser, about its own label and about the labels of its neighbours."""

from collections.abc import Mapping

EDGE = ""  # the form that stands before the first and after the last token of a range
_LONGEST_AFFIX = 3
_SHORTEST_STEM = 3


def atoms(form: str, classes: Mapping[str, str], proclitics: str) -> list[str]:
    """The atoms of a form, in a fixed order: the word, its affixes or shape, and its class.

    `classes` maps a form to its word class; `proclitics` are the letters that may be glued before a name. A form that
    begins with one of them and goes on as a form with a class also tells that stem and its class.
    """
    if not form or not form[0].isalpha():
        return [f"w={form}"] if len(form) < 2 and not form.isdigit() else ["shape=number"]
    if form[0] < "\u0250":
        return ["shape=latin"]
    said = [f"w={form}"]
    for size in range(1, min(_LONGEST_AFFIX, len(form) - 1) + 1):
        said += (f"p={form[:size]}", f"s={form[-size:]}")
    said.append(f"ends={form[:2]}-{form[-1]}" if len(form) > _SHORTEST_STEM else f"length={len(form)}")
    said.append(f"class={classes.get(form)}")
    if form[0] in proclitics and len(form) > _SHORTEST_STEM and (inner := classes.get(form[1:])) is not None:
        said += (f"{form[0]}+class={inner}", f"stem={form[1:]}")
    return said
