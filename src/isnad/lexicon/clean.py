"""The clean room's section of the lexicon: what the web leaves around an article's own words.

A rule's `pattern` is a regular expression over folded Arabic: a letter stands for all its seats and may bear harakat or
tatweel, a space stands for any run of blanks, `{name}` for one of the words listed under that name.
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal

import msgspec
import yaml

from isnad.model import LexiconError, ZoneKind

At = Literal["line", "edge", "opening", "start"]
Takes = Literal["match", "line", "headlines"]


class CleanRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule. `at` says where it is tried, `takes` what its zone covers.

    `at`: `line` a whole line anywhere; `edge` a whole line among the first or last few; `opening` the beginning of one
    of the first few lines; `start` the beginning of any line. `takes`: `match` the matched words; `line` the rest of
    the line too; `headlines` also the headlines beneath when nothing follows on the line. A group of the pattern
    that bears a zone's name is a zone of that kind, and the rule's own `zone` covers what no group takes. `file` is
    filled in on loading.
    """

    id: str
    zone: ZoneKind
    at: At
    pattern: str
    example: tuple[str, ...]
    near_miss: tuple[str, ...] = msgspec.field(name="not")
    takes: Takes = "match"
    file: str = ""


class CleanLexicon(msgspec.Struct, frozen=True):
    """The words that patterns name in braces, and the rules in the order in which they are tried."""

    words: dict[str, tuple[str, ...]]
    rules: tuple[CleanRule, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, tuple[str | tuple[str, ...], ...]] = {}
    rules: tuple[dict[str, Any], ...] = ()


@cache
def load() -> CleanLexicon:
    """The lexicon of the package's own resources; read once a process. Raises LexiconError."""
    return load_from(files("isnad") / "resources" / "clean")


def load_from(folder: Traversable) -> CleanLexicon:
    """The lexicon of every `.yml` file of a folder, by name. Raises LexiconError naming file, rule and field."""
    words: dict[str, tuple[str, ...]] = {}
    rules: dict[str, CleanRule] = {}
    for path in sorted((p for p in folder.iterdir() if p.name.endswith(".yml")), key=lambda p: p.name):
        content = _file(path)
        for name, forms in content.words.items():
            if name in words:
                raise LexiconError(path.name, "words", name, "listed twice")
            words[name] = tuple(form for row in forms for form in ([row] if isinstance(row, str) else row))
        for number, raw in enumerate(content.rules, 1):
            rule = _rule(path.name, raw, number)
            if rule.id in rules:
                raise LexiconError(path.name, rule.id, "id", "used twice")
            rules[rule.id] = rule
    return CleanLexicon(words, tuple(rules.values()))


def _file(path: Traversable) -> _File:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return msgspec.convert(yaml.load(path.read_text(encoding="utf-8"), loader) or {}, _File)
    except (yaml.YAMLError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise LexiconError(path.name, "", "", str(error)) from error


def _rule(file: str, raw: dict[str, Any], number: int) -> CleanRule:
    name = str(raw.get("id", f"number {number}"))
    try:
        rule = msgspec.convert({**raw, "file": file}, CleanRule)
    except msgspec.ValidationError as error:
        field = str(error).rpartition("`$.")[2].rstrip("`").split("[")[0] if "`$." in str(error) else "rule"
        raise LexiconError(file, name, field, str(error)) from error
    if not rule.example:
        raise LexiconError(file, name, "example", "at least one is needed")
    if not rule.near_miss:
        raise LexiconError(file, name, "not", "at least one near miss is needed")
    return rule
