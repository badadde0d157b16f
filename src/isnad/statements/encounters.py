"""Which contacts a statement belongs to."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from isnad.arabic.tokens import Tokens
from isnad.statements.placed import Encounter, Placed

_BACK = 12
# what is said there is not said in the talks before it
_OUTSIDE = frozenset({"press-conference", "interview", "speech", "post"})


class Encounters:
    """The contacts of an article by where they are told."""

    def __init__(self, encounters: Sequence[Encounter], tokens: Tokens) -> None:
        self.tokens = tokens
        self._by_start = sorted(encounters, key=lambda e: e.start)
        self._starts = [e.start for e in self._by_start]
        self._by_trigger = sorted(encounters, key=lambda e: e.trigger)
        self._triggers = [e.trigger for e in self._by_trigger]

    def of(self, p: Placed) -> tuple[str, ...]:
        """The contacts told in a statement's words; else those told before whose parties speak, or whose readout it is.

        Words of one who met several in one sentence belong to all of them.
        """
        start, end = self.tokens.starts[p.told.start], self.tokens.ends[p.told.end - 1]
        told = self._by_start[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        if told:
            return tuple(e.id for e in told)
        if p.about is not None:
            return (p.about,)
        if p.source is None or p.occasion in _OUTSIDE:
            return ()
        keys = {a.key for a in p.source.actors if a.name}
        if keys:
            return self._met(keys, p.told.first)
        return self._readout(p)

    def _before(self, token: int) -> list[Encounter]:
        at = bisect_right(self._triggers, token)
        return self._by_trigger[max(0, at - _BACK) : at]

    def _met(self, keys: set[str], token: int) -> tuple[str, ...]:
        mine = [e for e in self._before(token) if keys <= {a.key for a in e.parties}]
        return tuple(e.id for e in mine if e.sentence == mine[-1].sentence) if mine else ()

    def _readout(self, p: Placed) -> tuple[str, ...]:
        """The text of a side goes on with the encounter of that side which its sentence, or the one before, told."""
        side = p.source.side if p.source is not None else None
        if side is None or p.chain[-1].role != "statement":
            return ()
        near = [e for e in self._before(p.told.first) if any(a.side == side for a in e.parties)]
        return (near[-1].id,) if near and p.sentence - near[-1].sentence <= 1 else ()
