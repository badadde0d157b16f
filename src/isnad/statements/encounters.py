"""Which contact a statement belongs to."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from isnad.arabic.tokens import Tokens
from isnad.statements.placed import Encounter, Placed

_BACK = 12


class Encounters:
    """The contacts of an article by where they are told."""

    def __init__(self, encounters: Sequence[Encounter], tokens: Tokens) -> None:
        self.tokens = tokens
        self._by_start = sorted(encounters, key=lambda e: e.start)
        self._starts = [e.start for e in self._by_start]
        self._by_trigger = sorted(encounters, key=lambda e: e.trigger)
        self._triggers = [e.trigger for e in self._by_trigger]

    def of(self, p: Placed) -> str | None:
        """The contact told in a statement's words, else the one told last before it whose parties are its speakers."""
        start, end = self.tokens.starts[p.told.start], self.tokens.ends[p.told.end - 1]
        at = bisect_left(self._starts, start)
        if at < len(self._starts) and self._starts[at] < end:
            return self._by_start[at].id
        keys = {a.key for a in p.source.actors if a.name} if p.source is not None else set()
        if not keys:
            return None
        at = bisect_right(self._triggers, p.told.first)
        for e in reversed(self._by_trigger[max(0, at - _BACK) : at]):
            if keys <= {a.key for a in e.parties}:
                return e.id
        return None
