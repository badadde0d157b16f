"""Spans in which no time is looked for: names that sound like one."""

from collections.abc import Iterable

from isnad.lexicon.when import TimeHit

Span = tuple[int, int]


class Blocked:
    """Blocked spans (code points), asked for hits from left to right; walked once."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = _outermost(spans)
        self._at = 0

    def touching(self, hit: TimeHit) -> Span | None:
        """The first span that the hit touches; one that lies in the hit and is not all of it does not count."""
        spans = self._spans
        while self._at < len(spans) and spans[self._at][1] <= hit.start:
            self._at += 1
        for at in range(self._at, len(spans)):
            start, end = spans[at]
            if start >= hit.end:
                return None
            if not (hit.start <= start and end <= hit.end) or (hit.start, hit.end) == (start, end):
                return spans[at]
        return None


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """The spans that lie in no other, in order; their ends are in order too."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not out or span[1] > out[-1][1]:
            out.append(span)
    return out
