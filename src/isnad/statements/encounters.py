"""Which contacts a statement belongs to."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from isnad.model.phrase import Actor
from isnad.statements.placed import Encounter, Placed
from isnad.statements.view import View

_BACK = 12
# who tells of others' encounters
_REPORTING = frozenset({"agency", "media", "statement", "spokesperson", "anonymous"})
_AGREE = "agree"
# what is said there is not said in the talks before it
_OUTSIDE = frozenset({"press-conference", "interview", "speech", "post"})


class Encounters:
    """The contacts of an article by where they are told."""

    def __init__(self, encounters: Sequence[Encounter], view: View) -> None:
        self.view, self.tokens = view, view.tokens
        self._phrases = sorted(view.begins)
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
            # «اتفقا في محادثات على عقد اجتماع»: the talks that agreed on it come first
            made = self._met(_named(p), p.told.start) if p.told.cls == _AGREE else ()
            return tuple(dict.fromkeys([*made, *(e.id for e in told)]))
        if p.about is not None:
            return (p.about,)
        if p.source is None or p.occasion in _OUTSIDE:
            return ()
        keys = _named(p)
        if keys and p.chain[-1].role not in _REPORTING:
            return self._met(keys, p.told.first)
        return self._readout(p) or self._reported(p)

    def _before(self, token: int) -> list[Encounter]:
        at = bisect_right(self._triggers, token)
        return self._by_trigger[max(0, at - _BACK) : at]

    def _met(self, keys: set[str], token: int) -> tuple[str, ...]:
        mine = [e for e in self._before(token) if keys <= {a.key for a in e.parties}]
        return tuple(e.id for e in mine if e.sentence == mine[-1].sentence) if mine else ()

    def _reported(self, p: Placed) -> tuple[str, ...]:
        """The encounters between those whom a report's words name: «ناقش لافروف الوضع مع نظيريه، وفقا لوكالة …»."""
        low, high = bisect_left(self._phrases, p.told.start), bisect_left(self._phrases, p.told.end)
        actors: list[Actor] = []
        for at in self._phrases[low:high]:
            actor = self.view.begins[at][1]
            actors += [] if actor is None else [actor, *actor.members]
        keys, sides = {a.key for a in actors if a.name}, {a.side for a in actors if a.side}
        if not keys or p.chain[-1].role not in _REPORTING:
            return ()
        return tuple(e.id for e in self._by_trigger if _are_named(e, keys, sides))

    def _readout(self, p: Placed) -> tuple[str, ...]:
        """The text of a side goes on with the encounter of that side which its sentence, or the one before, told."""
        side = p.source.side if p.source is not None else None
        if side is None or p.chain[-1].role != "statement":
            return ()
        near = [e for e in self._before(p.told.first) if any(a.side == side for a in e.parties)]
        return (near[-1].id,) if near and p.sentence - near[-1].sentence <= 1 else ()


def _named(p: Placed) -> set[str]:
    """The keys of a statement's named speakers."""
    return {a.key for a in p.source.actors if a.name} if p.source is not None else set()


def _are_named(encounter: Encounter, keys: set[str], sides: set[str]) -> bool:
    """Whether words name one party of an encounter, and of the others at least the side."""
    held = [a.key in keys for a in encounter.parties]
    return any(held) and all(named or a.side in sides for named, a in zip(held, encounter.parties, strict=True))
