"""Where renderings of one utterance differ, aligned word by word with the most typical of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from isnad.comparison.clauses import excerpt, part
from isnad.comparison.clusters import Run
from isnad.comparison.similar import Weights, common_run, likeness
from isnad.comparison.words import Word, WordKind
from isnad.model import Drift, DriftKind, Excerpt, Variant

# words that only one rendering has are worth telling from this many words of content on
_MIN_OMITTED = 2
_NAMED = frozenset({"name", "nisba"})
# kinds of words whose spelling tells nothing once they are aligned
_ALIKE = frozenset({"light", "word", "nisba", "number", "negation"})


class Text(NamedTuple):
    """A rendering: its clauses and all their words."""

    run: Run
    words: tuple[Word, ...]


# spellings of one word: so many letters, so alike (0 to 100)
_LONG, _SPELT = 5, 85
# what is missed where it is not told: a region is told by the state in it, how strong a word is by another
_TOLD = frozenset({"word", "wording", "name", "number"})
# words [first, last) of a rendering
Stretch = tuple[Text, int, int]


class Slot(NamedTuple):
    """A stretch of the pivot's words [first, last) that some rendering words otherwise."""

    first: int
    last: int


def drift(runs: Sequence[Run], weights: Weights) -> tuple[Drift, ...]:
    """The places at which the renderings differ, in the order of the most typical rendering."""
    texts = [Text(run, tuple(w for c in run for w in c.words)) for run in runs]
    pivot = _pivot(texts, weights)
    others = [t for t in texts if t is not pivot]
    matches = [_matched(pivot.words, t.words) for t in others]
    slots: list[Slot] = []
    omitted: dict[Slot, list[int]] = defaultdict(list)
    for n, (text, pairs) in enumerate(zip(others, matches, strict=True)):
        for slot, there in _blocks(pivot.words, text.words, pairs):
            if there:
                slots.append(slot)
            else:
                omitted[slot].append(n)
    found = [(slot, _differing(slot, pivot, others, matches)) for slot in _merged(slots)]
    found += [(slot, _omitting(slot, pivot, others, matches, absent)) for slot, absent in omitted.items()]
    return tuple(d for _, d in sorted(found, key=lambda f: f[0]) if d is not None)


def _pivot(texts: Sequence[Text], weights: Weights) -> Text:
    def typical(text: Text) -> tuple[float, int, str, int]:
        total = sum(likeness(text.words, other.words, weights).dice for other in texts)
        first = text.run[0]
        return -round(total, 9), -len(text.words), first.article, first.start

    return min(texts, key=typical)


def _matched(a: Sequence[Word], b: Sequence[Word]) -> list[tuple[int, int]]:
    """Aligned words. A word without content between words that are not aligned is chance, and left out."""
    pairs = common_run(a, b)
    known = set(pairs)
    return [
        (i, j) for i, j in pairs if a[i].content or any((i + d, j + d) in known and a[i + d].content for d in (-1, 1))
    ]


def _blocks(a: Sequence[Word], b: Sequence[Word], pairs: list[tuple[int, int]]) -> list[tuple[Slot, bool]]:
    """The stretches of the pivot between aligned words, and whether the other has words there; aligned words that
    differ in their wording are stretches too.
    """
    out: list[tuple[Slot, bool]] = []
    at = to = 0
    for i, j in [*pairs, (len(a), len(b))]:
        if i > at or j > to:
            out.append((Slot(at, i), j > to))
        if i < len(a) and a[i].surface != b[j].surface and not {a[i].kind, b[j].kind} & _ALIKE:
            out.append((Slot(i, i + 1), True))
        at, to = i + 1, j + 1
    return out


def _merged(slots: Sequence[Slot]) -> list[Slot]:
    """Overlapping stretches as one; an insertion joins the stretch that it touches."""
    out: list[Slot] = []
    for slot in sorted(set(slots)):
        if out and (
            slot.first < out[-1].last or (slot.first == out[-1].last and slot.first in (slot.last, out[-1].first))
        ):
            out[-1] = Slot(out[-1].first, max(out[-1].last, slot.last))
        else:
            out.append(slot)
    return out


def _differing(
    slot: Slot, pivot: Text, others: Sequence[Text], matches: Sequence[list[tuple[int, int]]]
) -> Drift | None:
    """What each rendering has at a stretch of the pivot, those left out that have nothing there while the pivot has."""
    whole = [(pivot, slot.first, slot.last)]
    for text, pairs in zip(others, matches, strict=True):
        first, last = _there(slot, text, pairs)
        if first < last or slot.first == slot.last:
            whole.append((text, first, last))
    here = [_trimmed(*stretch) for stretch in whole]
    by_key: dict[tuple[str, ...], list[Stretch]] = defaultdict(list)
    for text, first, last in here:
        by_key[tuple(w.surface for w in text.words[first:last] if w.content)].append((text, first, last))
    if len(by_key) < len(("one", "other")):
        return None
    if any(first == last for _, first, last in whole):
        return _lost(here)
    return _drift(_kind([text.words[first:last] for text, first, last in here]), by_key.values())


def _lost(here: Sequence[Stretch]) -> Drift | None:
    """Words that some renderings have at a place and the others have nowhere; a moved word is not lost."""
    lacking = [x for x in here if x[1] >= x[2]]
    elsewhere = {w.key for text, _, _ in lacking for w in text.words}
    having = []
    for text, first, last in here:
        lost = [n for n in range(first, last) if text.words[n].kind in _TOLD and text.words[n].key not in elsewhere]
        if sum(text.words[n].size for n in lost) >= _MIN_OMITTED:
            having.append((text, lost[0], lost[-1] + 1))
    return _drift("omitted", [having, lacking]) if having else None


def _omitting(
    slot: Slot, pivot: Text, others: Sequence[Text], matches: Sequence[list[tuple[int, int]]], absent: Sequence[int]
) -> Drift | None:
    """Words of the pivot that some renderings have nowhere, against those that have words there."""
    here: list[Stretch] = [(pivot, slot.first, slot.last)]
    for n, (text, pairs) in enumerate(zip(others, matches, strict=True)):
        first, last = _there(slot, text, pairs)
        if (n in absent) == (first == last):
            here.append((text, first, last))
    return _lost(here)


def _there(slot: Slot, text: Text, pairs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The words of a rendering between those aligned with what stands around a stretch of the pivot."""
    first = max((j + 1 for i, j in pairs if i < slot.first), default=0)
    last = min((j for i, j in pairs if i >= slot.last), default=len(text.words))
    return first, max(first, last)


def _trimmed(text: Text, first: int, last: int) -> Stretch:
    """A stretch without the words at its ends that carry no content."""
    while first < last and not text.words[first].content:
        first += 1
    while first < last and not text.words[last - 1].content:
        last -= 1
    return text, first, last


def _drift(kind: DriftKind, groups: Iterable[Sequence[Stretch]]) -> Drift:
    excerpts = [tuple(sorted(_stretch(*x) for x in held)) for held in groups if held]
    variants = [Variant(text=found[0].text, excerpts=found) for found in excerpts]
    return Drift(kind=kind, variants=tuple(sorted(variants, key=lambda v: (-len(v.excerpts), v.excerpts[0]))))


def _kind(stretches: Sequence[Sequence[Word]]) -> DriftKind:
    content = [[w for w in s if w.content] for s in stretches]
    denied = {any(w.kind == "negation" for w in c) for c in content}
    if len(denied) > 1 and _differs(content, "negation"):
        return "negation"
    if _differs(content, "number") and all(any(w.kind == "number" for w in c) for c in content):
        return "number"
    if not all(content):
        return "wording"
    if all(w.kind in _NAMED or w.kind == "place" for c in content for w in c):
        return "name"
    if all(w.kind == "degree" for c in content for w in c):
        return "degree"
    return "spelling" if _spelt_alike(content) else "wording"


def _spelt_alike(content: Sequence[Sequence[Word]]) -> bool:
    """Whether the stretches are one long word or name in several spellings; short words are too near each other."""
    spellings = sorted({"".join(w.surface for w in c).replace(" ", "") for c in content})
    pairs = list(combinations(spellings, 2))
    return all(min(len(a), len(b)) >= _LONG and fuzz.ratio(a, b) >= _SPELT for a, b in pairs)


def _differs(content: Sequence[Sequence[Word]], kind: WordKind) -> bool:
    """Whether the stretches differ in words of this kind and in nothing else."""
    rest = {tuple(w.key for w in c if w.kind != kind) for c in content}
    return len(rest) == 1 and len({tuple(w.key for w in c if w.kind == kind) for c in content}) > 1


def _stretch(text: Text, first: int, last: int) -> Excerpt:
    """The words [first, last) of a rendering as an excerpt; where there are none, the place between its words."""
    words = text.words
    if first < last:
        start, end = words[first].start, words[last - 1].end
    else:
        start = end = words[first].start if first < len(words) else words[-1].end
    whole = excerpt(text.run)
    clause = next((c for c in text.run if c.start <= start <= c.end), text.run[0])
    return part(clause, start, end) if whole.statement == clause.statement.id else whole
