"""How many: the numbers of a stretch, in digits or words, and what they count."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from isnad.arabic.clitics import ARTICLE, JOINS
from isnad.arabic.markers import Marker
from isnad.events.scene import Scene
from isnad.lexicon.events import Act
from isnad.model.event import Counted, Number

# so many tokens behind a number stands what it counts, and so many before it
_BEHIND, _BEFORE = 3, 2
_HUNDRED = 100


class _Count(NamedTuple):
    """A number of tokens [first, last); `open`: it is a lower bound."""

    value: int
    first: int
    last: int
    open: bool


def numbers(scene: Scene, stretch: range, act: Act, numerals: Mapping[str, int]) -> tuple[Number, ...]:
    """The numbers of a stretch whose counted things are known; `act.counts` is what its own words count."""
    out: dict[Counted, Number] = {}
    for count in _counts(scene, stretch, numerals):
        what = _counted(scene, count, stretch, act)
        if what is not None and what not in out:
            tokens = scene.told.tokens
            start, end = tokens.starts[count.first], tokens.ends[count.last - 1]
            about = scene.any(count.first - 4, count.last + 4, scene.lexicon.words["at-least"])
            out[what] = Number(
                what=what,
                min=count.value,
                max=None if count.open or about else count.value,
                start=start,
                end=end,
                text=tokens.text[start:end],
            )
    return tuple(out.values())


def _counts(scene: Scene, stretch: range, numerals: Mapping[str, int]) -> Iterator[_Count]:
    i = stretch.start
    while i < stretch.stop:
        value = _value(scene, i, numerals) if i not in scene.timed else None
        if value is None:
            i += 1
            continue
        first, number, is_open = i, *value
        i += 1
        while i < stretch.stop and i not in scene.timed:
            form = scene.forms[i]
            bare = form.removeprefix(ARTICLE)
            if bare in scene.lexicon.scales:
                number *= scene.lexicon.scales[bare]
            elif form[0] in JOINS and (more := _value(scene, i, numerals)) is not None:
                number += more[0]
            elif number < 10 and (form in numerals) and numerals[form] >= _HUNDRED:
                number *= numerals[form]
            else:
                break
            i += 1
        yield _Count(number, first, i, is_open)


def _value(scene: Scene, i: int, numerals: Mapping[str, int]) -> tuple[int, bool] | None:
    """The number that a word tells, and whether it is a lower bound: «عشرات»."""
    form = scene.forms[i]
    for bare in (form, form[1:] if form[0] in "وبل" and len(form) > 2 else form):
        if bare.isdecimal() and len(bare) < 10:
            return int(bare), False
        if bare in scene.lexicon.values:
            return scene.lexicon.values[bare], True
        if bare in numerals:
            return numerals[bare], False
    return None


def _counted(scene: Scene, count: _Count, stretch: range, act: Act) -> Counted | None:
    known, forms = scene.lexicon.counted, scene.forms
    for k in range(count.last, min(count.last + _BEHIND, scene.hi)):
        bare = forms[k].removeprefix(ARTICLE)
        if forms[k] in known or bare in known:
            found = known.get(forms[k]) or known[bare]
            return act.counts if found in ("forces", "displaced") and act.counts else found
        # «40 مسلحا في بلدة», but «20 من الجنود»
        if k in scene.timed or forms[k] in "،." or (scene.has(k, "prepositions") and forms[k] != Marker.FROM):
            break
    for k in range(count.first - 1, max(stretch.start, count.first - _BEFORE - 2) - 1, -1):
        bare = forms[k].removeprefix("و").removeprefix("ب").removeprefix("ل")
        if bare in known:
            return known[bare]
    people = any(
        p.lead <= count.first < p.last and p.kind in ("people", "militant", "force") for p in scene.participants
    )
    return act.counts if people else None


def of_scene(numbers_: Sequence[Number], more: Sequence[Number]) -> tuple[Number, ...]:
    """The numbers of two tellings of one act; the first has what both count."""
    have = {n.what for n in numbers_}
    return (*numbers_, *(n for n in more if n.what not in have))
