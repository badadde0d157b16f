"""From a rule's pattern over folded Arabic to a regular expression over the stored text."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from isnad.arabic.fold import INVISIBLE, MARKS, TABLE, TATWEEL, fold_word
from isnad.model import LexiconError

BLANK = rf"[\s{INVISIBLE}]"
_NAME = re.compile(r"\{([a-z_]+)\}")
_GROUP = re.compile(r"\(\?P<([a-z]+)>")
_BARE = re.compile(r"(\(\?P<[a-z]+>|\(\?<?[:=!]|\{[0-9,]+\}|\\.|\[[^\]]*\])")


@cache
def _seats() -> dict[str, str]:
    """For each folded letter, the stored letters that fold to it (presentation forms left out)."""
    out: dict[str, str] = {}
    for code, folded in TABLE.items():
        if 0x620 <= code < 0x700 and len(folded) == 1:
            out[folded] = out.get(folded, folded) + chr(code)
    return out


@cache
def letter(char: str) -> str:
    """The expression for one folded character: all its seats, then any harakat, tatweel or invisible marks."""
    if char == " ":
        return f"(?:{BLANK}++)"
    if not ("\u0620" <= char < "\u0700" and char.isalpha()):
        return char
    # tatweel stretches a word only before another letter: after the last one it is a dash
    return rf"(?:[{_seats().get(char, char)}](?:[{MARKS}{INVISIBLE}]|{TATWEEL}++(?=[\u0620-\u06ff]))*+)"


def alternation(words: Iterable[str]) -> str:
    """One expression for a list of words, as a tree of shared beginnings; the longest word wins."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = tree
        for char in fold_word(word.strip()):
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(tree)


def _branch(tree: Mapping[str, dict]) -> str:  # type: ignore[type-arg]
    parts = [letter(c if c == " " or c.isalnum() else re.escape(c)) + _branch(sub) for c, sub in tree.items() if c]
    if not parts:
        return ""
    return "(?:" + "|".join(parts) + ")" + ("?" if "" in tree else "")


def expression(pattern: str, words: Mapping[str, str]) -> str:
    """The regular expression that a pattern stands for; `words` are the expressions of its names in braces."""
    out = []
    for at, part in enumerate(_NAME.split(pattern)):
        if at % 2:
            out.append(f"(?:{words[part]})")
            continue
        for piece in _BARE.split(part):
            if _BARE.fullmatch(piece):
                out.append(piece)
            else:
                # a tatweel that a pattern writes out may end a word
                stretches = piece.split(TATWEEL)
                out.append(f"{TATWEEL}*+".join("".join(letter(c) for c in fold_word(part)) for part in stretches))
    return "".join(out)


def named(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The expressions of all names: the lists of words, and the few shapes that are no language."""
    return {name: alternation(forms) for name, forms in words.items()} | SHAPES


def compiled(file: str, rule: str, source: str) -> re.Pattern[str]:
    """The compiled expression. Raises LexiconError naming the rule when it is none."""
    try:
        return re.compile(source, re.IGNORECASE)
    except re.error as error:
        raise LexiconError(file, rule, "pattern", str(error)) from error


def without_groups(source: str) -> str:
    """The same expression with its named groups unnamed, so that many can stand in one."""
    return _GROUP.sub("(?:", source)


_LETTER = r"[^\s\d()\[\]«»\"“”″:،,؛;.|/\\–—!؟?#@_-]"
_WORD = rf"(?!{TATWEEL}+(?:{BLANK}|$)){_LETTER}{{1,24}}+"
_BAR = rf"{BLANK}*+[-/.]{BLANK}*+"
SHAPES = {
    "word": _WORD,
    "words": rf"{_WORD}(?:{BLANK}++{_WORD}){{0,3}}",
    "stem": rf"{_LETTER}{{2,20}}?",
    "dash": rf"(?:[-–—]|{TATWEEL}){{1,6}}+",
    "digits": r"\d{1,4}+",
    "clock": r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?+",
    "date": rf"(?:\d{{1,2}}{_BAR}\d{{1,2}}{_BAR}\d{{2,4}}+|\d{{4}}{_BAR}\d{{1,2}}{_BAR}\d{{1,2}}+)",
    "gap": rf"(?:{BLANK}++|$)",
    "joint": r"[ \t\u00a0]{3,}+",
    "open": r"[«\"“”]",
    "close": r"[»\"“”]",
}
