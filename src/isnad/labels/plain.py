"""Text safe to print, and what a side is called."""

import re
import unicodedata
from collections.abc import Callable

from isnad.labels.terms import Lang

SideName = Callable[[str, Lang], str | None]
_SPACE = re.compile(r"\s+")


def plain(text: str | None) -> str:
    """Text safe to print: one line, without control characters or marks that turn the direction of what follows."""
    spaced = _SPACE.sub(" ", text or "")
    return "".join(char for char in spaced if unicodedata.category(char) not in {"Cc", "Cf", "Cs"}).strip()
