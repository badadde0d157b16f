"""From a rule's pattern to a regular expression over folded text."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from isnad.arabic.fold import TATWEEL, fold_word
from isnad.model import LexiconError

_NAME = re.compile(r"\{([a-z_]+)\}")
_GROUP = re.compile(r"\(\?P<[a-z]+>")
# what is no words of the language: groups, counts, escapes and sets stay as they are written
_BARE = re.compile(r"(\(\?P<[a-z]+>|\(\?<?[:=!]|\{[0-9,]+\}|\\.|\[[^\]]*\])")
_BLANKS = r"(?:\s++)"


def alternation(words: Iterable[str]) -> str:
    """One expression for a list of words, as a tree of shared beginnings; the longest word wins."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in fold_word(word.strip()):
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(tree)


def _branch(tree: Mapping[str, Any]) -> str:
    parts = [(_BLANKS if char == " " else re.escape(char)) + _branch(sub) for char, sub in tree.items() if char]
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 and "" not in tree else "(?:" + "|".join(parts) + ")"
    return joined + ("?" if "" in tree else "")


def expression(pattern: str, words: Mapping[str, str]) -> str:
    """The regular expression that a pattern stands for; `words` are the expressions of its names in braces."""
    out = []
    for at, part in enumerate(_NAME.split(pattern)):
        if at % 2:
            out.append(f"(?:{words[part]})")
            continue
        for piece in _BARE.split(part):
            out.append(piece if _BARE.fullmatch(piece) else _folded(piece))
    return "".join(out)


def _folded(piece: str) -> str:
    # a tatweel that a pattern writes out may end a word
    parts = (fold_word(part).replace(" ", _BLANKS) for part in piece.split(TATWEEL))
    return f"{TATWEEL}*+".join(parts)


def named(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The expressions of all names: the lists of words, and the few shapes that are no language."""
    return {name: alternation(forms) for name, forms in words.items()} | SHAPES


def compiled(source: str, rule: str, file: str = "clean") -> re.Pattern[str]:
    """The compiled expression. Raises LexiconError naming the rule when it is none."""
    try:
        return re.compile(source)
    except re.error as error:
        raise LexiconError(file, rule, "pattern", str(error)) from error


def without_groups(source: str) -> str:
    """The same expression with its named groups unnamed, so that many can stand in one."""
    return _GROUP.sub("(?:", source)


_LETTER = r"[^\s\d()\[\]«»\"“”″:،,؛;.|/\\–—!؟?#@_-]"
_WORD = rf"(?!{TATWEEL}+(?:\s|$)){_LETTER}{{1,24}}+"
_BAR = r"\s*+[-/.]\s*+"
SHAPES = {
    "word": _WORD,
    "words": rf"{_WORD}(?:\s++{_WORD}){{0,3}}",
    "stem": rf"{_LETTER}{{2,20}}?",
    "dash": rf"(?:[-–—]|{TATWEEL}){{1,6}}+",
    "digits": r"\d{1,4}+",
    "clock": r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?+",
    "date": rf"(?:\d{{1,2}}{_BAR}\d{{1,2}}{_BAR}\d{{2,4}}+|\d{{4}}{_BAR}\d{{1,2}}{_BAR}\d{{1,2}}+)",
    "gap": r"(?:\s++|$)",
    "joint": r"[ \t\u00a0]{3,}+",
    "open": r"[«\"“”]",
    "close": r"[»\"“”]",
}
