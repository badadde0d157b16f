"""What is found out of a word, once for all texts that hold it."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
# some five thousand articles hold so many different words
MOST = 1 << 17


class Remembered(dict[str, Value]):
    """What `find` tells of a word, by the word. All is forgotten beyond `MOST` words: a long run must not grow."""

    __slots__ = ("_find",)

    def __init__(self, find: Callable[[str], Value]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> Value:
        found = self._find(word)
        if len(self) >= MOST:
            self.clear()
        self[word] = found
        return found
