"""A line as the rules see it: folded, with the way back to the stored characters worked out only when needed."""

import re
from functools import lru_cache

from isnad.arabic.fold import TABLE, TATWEEL

# no residue of the web that fills a line is longer: keeps the cost of a line bounded
REACH = 320
_TABLE = {code: out for code, out in TABLE.items() if code != ord(TATWEEL)}
# tatweel stretches a word between two letters; elsewhere it stands for a dash
_STRETCH = re.compile(rf"(?<=[\u0620-\u06ff]){TATWEEL}+(?=[\u0620-\u063f\u0641-\u06ff])")


# rules of several places look at one line, one after the other
@lru_cache(maxsize=64)
def _folded(window: str) -> str:
    folded = window.translate(_TABLE)
    return _STRETCH.sub("", folded) if TATWEEL in folded else folded


class View:
    """The first characters of text[start:end], folded. Read only."""

    __slots__ = ("_origin", "end", "folded", "start", "window")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.window = text[start : min(end, start + REACH)]
        self.folded = _folded(self.window)
        self._origin: list[int] | None = None

    @property
    def whole(self) -> bool:
        """Whether the view holds the line to its end."""
        return self.end - self.start <= REACH

    def stored(self, at: int) -> int:
        """The offset in the stored text of the folded character `at`; of the view's end for one past the last."""
        if self._origin is None:
            self._origin = self._map()
        return self.start + self._origin[at]

    def _map(self) -> list[int]:
        pairs = [(out, at) for at, char in enumerate(self.window) for out in _TABLE.get(ord(char), char)]
        origin = [at for _, at in pairs]
        for found in reversed(list(_STRETCH.finditer("".join(out for out, _ in pairs)))):
            del origin[found.start() : found.end()]
        return [*origin, len(self.window)]
