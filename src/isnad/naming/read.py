"""Loaded names in an article, each with its voice, and the neutral names that stand beside them."""

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from isnad.arabic.clitics import ARTICLE
from isnad.arabic.quotations import Quotation
from isnad.arabic.tokens import Tokens
from isnad.lexicon.index import Match
from isnad.lexicon.naming import Entry, NamingIndex
from isnad.lexicon.speech import SpeechIndex
from isnad.model import Naming, Statement, Zone
from isnad.model.phrase import Actor, Phrase
from isnad.naming.voices import Voices

_SKIPPED = frozenset({"related", "navigation"})
_REACH = 3
_PARTICLE = 2
_TITLES = frozenset({"president"})


class Text(NamedTuple):
    """What naming asks of an article: its tokens and what the scan found at each, zones, phrases and quotations."""

    tokens: Tokens
    at: list[list[Match] | None]
    zones: Sequence[Zone]
    phrases: Sequence[tuple[Phrase, Actor | None]]
    quotations: Sequence[Quotation]


class _Name(NamedTuple):
    """A name at a token: where it ends, its rule (None for a neutral title), and whom it means."""

    last: int
    entry: Entry | None
    referent: str


def read_namings(
    text: Text, index: NamingIndex, speech: SpeechIndex, statements: Sequence[Statement]
) -> tuple[Naming, ...]:
    """The loaded names of an article in text order, and the neutral ones that stand beside them."""
    tokens = text.tokens
    found = _loaded(text, index)
    taken = {j for first, name in found.items() for j in range(first, name.last)}
    for phrase, actor in text.phrases:
        if phrase.first not in taken and actor is not None and _is_title(phrase, actor, index):
            found[phrase.first] = _Name(phrase.last, None, actor.key)
    voices = Voices(tokens, speech, statements, text.quotations)
    out = []
    for first in sorted(found):
        last, entry, referent = found[first]
        start, end = tokens.starts[first], tokens.ends[last - 1]
        voice, by = voices.of(first, start, end, entry)
        stance = entry.stance if entry is not None else "neutral"
        words = tokens.text[start:end]
        out.append(Naming(start=start, end=end, text=words, referent=referent, stance=stance, voice=voice, by=by))
    return tuple(out)


def _loaded(text: Text, index: NamingIndex) -> dict[int, _Name]:
    """The names by their first token, outside zones that are no article."""
    found: dict[int, _Name] = {}
    reach = 0
    forms = text.tokens.forms
    for i in _outside(text, list(compress(range(len(forms)), map(index.first.__contains__, forms)))):
        best = _best(text.tokens, text.at, index, i) if i >= reach else None
        if best is not None:
            reach = best.last
            found[i] = best
    return found


def _outside(text: Text, candidates: Sequence[int]) -> Iterator[int]:
    """The candidates that stand in no zone of navigation or related links."""
    skipped = [z for z in text.zones if z.kind in _SKIPPED]
    zone = 0
    for i in candidates:
        start = text.tokens.starts[i]
        while zone < len(skipped) and skipped[zone].end <= start:
            zone += 1
        if zone == len(skipped) or skipped[zone].start > start:
            yield i


def _is_title(phrase: Phrase, actor: Actor, index: NamingIndex) -> bool:
    """Whether a phrase calls a contested side's president by his title, which is neutral."""
    if phrase.kind != "person" or not phrase.office or phrase.rank not in _TITLES or actor.person is None:
        return False
    return bool(phrase.sides) and phrase.sides[0] in index.contested


def _best(tokens: Tokens, at: list[list[Match] | None], index: NamingIndex, i: int) -> _Name | None:
    """The longest name at token i whose conditions hold: its end, and whom it means."""
    for entry in index.at(tokens.forms, i):
        last = i + len(entry.words)
        label = entry.label
        if label is None:
            return _Name(last, entry, entry.referent or "unknown")
        if label.number and not (i and tokens.forms[i - 1].isdigit()):
            continue
        side, end = _side(at, last)
        if label.side == "nisba" and (side is None or (label.stance == "neutral" and side not in index.contested)):
            continue
        if label.open:
            told = _named(tokens, last)
            if told is None:
                continue
            return _Name(told, entry, label.referent or "unknown")
        if side is not None and label.side is not None:
            return _Name(end, entry, side)
        return _Name(end if side is not None else last, entry, label.referent or side or "unknown")
    return None


def _side(at: list[list[Match] | None], i: int) -> tuple[str | None, int]:
    """The side that a nisba adjective or a state right after a name tells, and the token after it."""
    if i >= len(at):
        return None, i
    for match in at[i] or ():
        if match.clitic:
            continue
        if "nisba" in match.tags:
            return str(match.tags["nisba"][0][0]), match.last
        if "state" in match.tags:
            return str(match.tags["state"]), match.last
    return None, i


def _named(tokens: Tokens, i: int) -> int | None:
    """The end of what «ما يسمى» introduces: «بالجيش الوطني السوري»; None where a particle follows it."""
    forms = tokens.forms
    if i < len(forms) and forms[i] == "ب":
        i += 1
    last = i
    while last < min(len(forms), i + _REACH + 1) and len(forms[last]) > _PARTICLE:
        if not forms[last][0].isalpha() or (last > i and not forms[last].startswith(ARTICLE)):
            break
        last += 1
    return last if last > i else None
