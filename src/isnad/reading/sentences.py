"""The sentences to be read, and the stretches in which no time is looked for."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from isnad.arabic.tokens import Tokens
from isnad.lexicon.when import TimeHit
from isnad.model import Article
from isnad.model.phrase import Phrase

_READ = frozenset({"title", "body", "caption"})
# a caption tells what its picture shows in a headline's tense
_HEADINGS = frozenset({"title", "caption"})


def sentences(article: Article, tokens: Tokens) -> list[tuple[range, bool]]:
    """The sentences of title, body and captions as token ranges, cut where a zone ends; whether of title or caption."""
    out: list[tuple[range, bool]] = []
    starts, breaks = tokens.starts, tokens.breaks
    zones = [z for z in article.zones if z.kind in _READ]
    at = 0
    for low, high in pairwise(breaks):
        begin = low
        while at < len(zones) and low < high and zones[at].end <= starts[low]:
            at += 1
        k = at
        while begin < high and k < len(zones):
            zone = zones[k]
            first = begin
            while first < high and starts[first] < zone.start:
                first += 1
            last = first
            while last < high and starts[last] < zone.end:
                last += 1
            if last > first:
                out.append((range(first, last), zone.kind in _HEADINGS))
            if last >= high:
                break
            begin, k = last, k + 1
    return out


def name_spans(tokens: Tokens, phrases: Sequence[Phrase]) -> list[tuple[int, int]]:
    """Code point spans of the persons' names, in order: no time stands inside them."""
    out: set[tuple[int, int]] = set()
    for phrase in phrases:
        if phrase.name is not None and phrase.name[1] > phrase.name[0]:
            out.add((tokens.starts[phrase.name[0]], tokens.ends[phrase.name[1] - 1]))
        out.update(name_spans(tokens, phrase.members))
    return sorted(out)


def without_dates(phrases: Sequence[Phrase], hits: Sequence[TimeHit]) -> list[Phrase]:
    """The phrases, names that turned out to be part of a date left out: «الوزير فيفري 2011» is a minister, no name."""
    out = []
    for phrase in phrases:
        name = phrase.name
        if name is not None and phrase.office is not None and _dated(name, hits):
            phrase = msgspec.structs.replace(phrase, kind="office", name=None, last=name[0], people=())
        out.append(phrase)
    return out


def _dated(name: tuple[int, int], hits: Sequence[TimeHit]) -> bool:
    """Whether a name lies within a time; hits are in order and do not overlap."""
    at = bisect_right(hits, name[0], key=lambda hit: hit.first) - 1
    return at >= 0 and name[1] <= hits[at].last
