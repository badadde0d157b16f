"""The clean room's rules, compiled: many rules in one expression, tried once a line."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple, get_args

from isnad.clean.patterns import compiled, expression, named, without_groups
from isnad.clean.view import View
from isnad.lexicon.clean import At, CleanRule, load
from isnad.model import LexiconError, Zone, ZoneKind

_KINDS = frozenset(get_args(ZoneKind))


class Hit(NamedTuple):
    """A rule that read the characters [start, end), and the zones that its groups name."""

    rule: CleanRule
    start: int
    end: int
    parts: tuple[Zone, ...]

    def zones(self, text: str, end: int) -> tuple[Zone, ...]:
        """The hit as zones up to `end`: the named parts, and the rule's own kind for the words between them."""
        out: list[Zone] = []
        at = self.start
        for part in (*self.parts, Zone(self.rule.zone, end, end)):
            if any(char.isalnum() for char in text[at : part.start]):
                out.append(Zone(self.rule.zone, at, part.start))
            elif out and part.start > at:
                # a colon or a dash alone belongs to what it closes
                out[-1] = Zone(out[-1].kind, out[-1].start, part.start)
            if part.end > part.start:
                out.append(part)
            at = part.end
        return tuple(out) or (Zone(self.rule.zone, self.start, end),)


class RuleSet:
    """Rules that are tried at the same place, as one expression over folded text. The first that matches wins."""

    def __init__(self, rules: Iterable[CleanRule], words: Mapping[str, str], whole: bool) -> None:
        self._rules = tuple(rules)
        self._whole = whole
        self._sources = sources = [_source(rule, words) for rule in self._rules]
        union = "|".join(f"(?P<r{at}>(?:{without_groups(source)}){'$' * whole})" for at, source in enumerate(sources))
        self._any = compiled(union, "all")

    def read(self, view: View) -> Hit | None:
        """What the rules read at the beginning of a line, or, for rules of whole lines, in all of it."""
        if self._whole and not view.whole:
            return None
        found = self._any.match(view.folded)
        if found is None or found.lastgroup is None or found.end() == 0:
            return None
        at = int(found.lastgroup[1:])
        inside = self._expression(at).fullmatch(view.folded, 0, found.end())
        groups = sorted((inside.span(name), name) for name in inside.groupdict() if inside[name]) if inside else []
        parts = tuple(Zone(name, view.stored(a), view.stored(b)) for (a, b), name in groups)  # type: ignore[arg-type]
        return Hit(self._rules[at], view.start, view.stored(found.end()), parts)

    def _expression(self, at: int) -> re.Pattern[str]:
        return re.compile(self._sources[at])


def _source(rule: CleanRule, words: Mapping[str, str]) -> str:
    try:
        source = expression(rule.pattern, words)
    except KeyError as error:
        raise LexiconError(rule.file, rule.id, "pattern", f"no words are named {error}") from error
    groups = set(compiled(source, rule.id, rule.file).groupindex)
    if not groups <= _KINDS:
        raise LexiconError(rule.file, rule.id, "pattern", f"no zones are named {sorted(groups - _KINDS)}")
    return source


@cache
def rules(at: At) -> RuleSet:
    """The compiled rules of one place; built once a process. Raises LexiconError for a pattern that does not hold."""
    lexicon = load()
    chosen = [rule for rule in lexicon.rules if rule.at == at]
    return RuleSet(chosen, named(lexicon.words), whole=at in ("line", "edge"))


@cache
def alone(rule: CleanRule) -> RuleSet:
    """One rule by itself, for those who check examples."""
    return RuleSet([rule], named(load().words), whole=rule.at in ("line", "edge"))
