"""Whose body is meant where nothing says it: «وزارة الخارجية», «الوزارة»."""

from collections import deque

from isnad.arabic.clitics import without_article
from isnad.arabic.fold import fold_word
from isnad.model.phrase import Actor, Phrase

_RECENT = 32
_MINISTRIES = frozenset({"ministry", "foreign-ministry"})


class Houses:
    """The bodies and ministers told so far, with their sides."""

    def __init__(self, home: str | None) -> None:
        self._home = home
        self._bodies: deque[tuple[frozenset[str], str]] = deque(maxlen=_RECENT)
        self._ministers: set[str] = set()

    def note(self, phrase: Phrase, actor: Actor) -> None:
        """Note a body whose side its words tell, and the side of a minister who is nobody's counterpart."""
        if actor.side is None:
            return
        if phrase.kind == "institution" and phrase.sides:
            self._bodies.append((_stems(actor.office), actor.side))
        elif actor.rank == "minister" and phrase.kind in ("person", "office") and not actor.likened:
            self._ministers.add(actor.side)

    def side(self, phrase: Phrase, actor: Actor) -> str | None:
        """The side of a body of which nothing says whose it is; None where the article leaves it open.

        A full name, «وزارة الخارجية», is that of the outlet's own country; else of the body told so last; else, of a
        ministry, that of the ministers if they are all of one side.
        """
        stems = _stems(actor.office)
        if self._home is not None and len(stems) > 1:
            return self._home
        told = next((side for words, side in reversed(self._bodies) if stems <= words), None)
        if told is not None:
            return told
        if phrase.strength in _MINISTRIES and len(self._ministers) == 1:
            return next(iter(self._ministers))
        return self._home


def _stems(office: str | None) -> frozenset[str]:
    return frozenset(without_article(word) for word in fold_word(office or "").split())
