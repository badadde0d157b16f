"""Loaded names in an article, each with its voice: the outlet's, a source's (quoted, retold, distanced), or open."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from isnad.arabic.quotations import Quotation
from isnad.arabic.tokens import Tokens
from isnad.lexicon.index import Match
from isnad.lexicon.naming import Entry, NamingIndex
from isnad.lexicon.statements import SpeechIndex
from isnad.lexicon.statements import WordClass as W
from isnad.model import Naming, Statement, Zone
from isnad.model.phrase import Actor, Phrase

Voice = Literal["outlet", "quoted", "paraphrased", "distanced", "ambiguous"]
_SKIPPED = frozenset({"related", "navigation"})
_REACH = 3
_PARTICLE = 2
_TITLES = frozenset({"president"})
# a source's own judgement: a loaded name inside it is the source's
_JUDGING = frozenset({"believe", "accuse", "condemn", "claim", "describe", "refuse"})
_SO_CALLED = "state.so-called"


def read_namings(
    tokens: Tokens, at: list[list[Match] | None], index: NamingIndex, speech: SpeechIndex, zones: Sequence[Zone],
    phrases: Sequence[tuple[Phrase, Actor | None]], statements: Sequence[Statement], quotations: Sequence[Quotation],
) -> tuple[Naming, ...]:  # fmt: skip
    """The loaded names of an article in text order, and the neutral ones that stand beside them."""
    voices = _Voices(tokens, speech, statements, quotations)
    found: dict[int, tuple[int, Entry | None, str]] = {}
    i, count = 0, len(tokens.forms)
    skipped = [z for z in zones if z.kind in _SKIPPED]
    zone = 0
    while i < count:
        while zone < len(skipped) and skipped[zone].end <= tokens.starts[i]:
            zone += 1
        if zone < len(skipped) and skipped[zone].start <= tokens.starts[i]:
            i += 1
            continue
        best = _best(tokens, at, index, i)
        if best is not None:
            last, entry, referent = best
            found[i] = (last, entry, referent)
            i = last
            continue
        i += 1
    taken = {j for first, (last, _, _) in found.items() for j in range(first, last)}
    for phrase, actor in phrases:
        if (
            phrase.kind == "person"
            and phrase.office
            and phrase.rank in _TITLES
            and actor is not None
            and actor.person is not None
            and phrase.sides
            and phrase.sides[0] in index.contested
            and phrase.first not in taken
        ):
            found[phrase.first] = (phrase.last, None, actor.key)
    out = []
    for first in sorted(found):
        last, found_entry, referent = found[first]
        start, end = tokens.starts[first], tokens.ends[last - 1]
        voice, by = voices.of(first, start, end, found_entry)
        stance = found_entry.stance if found_entry is not None else "neutral"
        words = tokens.text[start:end]
        out.append(Naming(start=start, end=end, text=words, referent=referent, stance=stance, voice=voice, by=by))
    return tuple(out)


def _best(tokens: Tokens, at: list[list[Match] | None], index: NamingIndex, i: int) -> tuple[int, Entry, str] | None:
    """The longest name at token i whose conditions hold: its end, and whom it means."""
    for entry in index.at(tokens.forms, i):
        last = i + len(entry.words)
        label = entry.label
        if label is None:
            return last, entry, entry.referent or "unknown"
        if label.number and not (i and tokens.forms[i - 1].isdigit()):
            continue
        side, end = _side(at, last)
        if label.side == "nisba" and (side is None or (label.stance == "neutral" and side not in index.contested)):
            continue
        if label.open:
            told = _named(tokens, last)
            if told is None:
                continue
            return told, entry, label.referent or "unknown"
        if side is not None and label.side is not None:
            return end, entry, side
        return (end if side is not None else last), entry, label.referent or side or "unknown"
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
        if not forms[last][0].isalpha() or (last > i and not forms[last].startswith("ال")):
            break
        last += 1
    return last if last > i else None


class _Voices:
    """Whose words stand where."""

    def __init__(
        self, tokens: Tokens, speech: SpeechIndex, statements: Sequence[Statement], quotations: Sequence[Quotation]
    ) -> None:
        self.tokens, self.speech = tokens, speech
        self.statements = sorted(statements, key=lambda s: s.content.start)
        self.starts = [s.content.start for s in self.statements]
        self.quotations = quotations
        self.opened = [q.start for q in quotations]

    def of(self, first: int, start: int, end: int, entry: Entry | None) -> tuple[Voice, str | None]:
        """The voice that uses the name at [start, end), and who that is where it is not the outlet."""
        around = [s for s in self.statements[: bisect_right(self.starts, start)] if s.content.end >= end]
        inner = max(around, key=lambda s: (s.content.start, -s.content.end), default=None)
        by = (inner.speakers[0].name or inner.speakers[0].office) if inner is not None and inner.speakers else None
        if entry is not None and entry.rule != _SO_CALLED and self._distanced(first):
            return "distanced", by
        quoted = any(q.start <= start and end <= q.end and not (q.start == start and q.end == end and inner is None)
                     for q in self.quotations[: bisect_right(self.opened, start)])  # fmt: skip
        if quoted:
            return "quoted", by
        if inner is None:
            return "outlet", None
        if inner.cue is not None and inner.cue.cls in _JUDGING and (entry is None or entry.stance == "negative"):
            return "paraphrased", by
        return "ambiguous", by

    def _distanced(self, first: int) -> bool:
        """Whether «ما أسماه», «ما وصفه بـ» stands right before the name."""
        forms = self.tokens.forms
        j = first - 1
        while j > 0 and (not forms[j][0].isalpha() or forms[j] == "ب"):
            j -= 1
        for n in (1, 0, 2):
            k = j - n
            if (
                k >= 0
                and (word := self.speech.word(forms, k)) is not None
                and W.DISTANCING in word.classes
                and k + word.length >= j
            ):
                return W.SO_CALLED not in word.classes
        return False


__all__ = ["read_namings"]
