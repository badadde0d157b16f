"""The schema of `resources/when`: word classes, phrases and rules of time expressions, and what they mean.

A rule says what it means by fields of a `Moment` (or `Duration`, `Reference`); the `when` room finds it in tokens, and
anchors it once the publication day is known. Weekdays are ISO (1 Monday .. 7 Sunday); days are inclusive.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
import yaml

from isnad.arabic.clitics import BEFORE_NOUNS
from isnad.model import LexiconError

Unit = Literal[
    "minute", "hour", "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"
]
Direction = Literal["past", "now", "future"]
Tense = Literal["past", "future"]


class Moment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="moment"):
    """A calendar unit named fully, partly, or by its distance (`offset` of `unit`) from the day of writing.

    `bound`: the stretch since it, or what is due by it. `rough`: the days may be off by one (Hijri sightings).
    """

    unit: Unit | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    index: int | None = None
    season: str | None = None
    offset: int | None = None
    direction: Direction | None = None
    calendar: Literal["gregorian", "hijri"] = "gregorian"
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    rough: bool = False
    bound: Literal["since", "by"] | None = None

    def named(self) -> date | None:
        """The Gregorian day that is named in full; None where a part is unsaid or no calendar has it."""
        if self.calendar != "gregorian" or not (self.year and self.month and self.day):
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


class Stretch(msgspec.Struct, frozen=True, kw_only=True, tag="stretch"):
    """From one moment to another; what the first leaves unsaid (month, year) it takes from the last."""

    first: Moment
    last: Moment


class Duration(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="duration"):
    """So many units (None: some). `mode`: a length, a point so long ago or ahead, or the stretch up to or from now."""

    unit: Unit
    count: int | None = None
    mode: Literal["length", "ago", "ahead", "past", "future"] = "length"


class Reference(msgspec.Struct, frozen=True, tag="reference"):
    """A vague marker: PAST_REF, PRESENT_REF, FUTURE_REF, or ANAPHORIC (the day last spoken of)."""

    ref: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF", "ANAPHORIC"]


Meaning = Moment | Stretch | Duration | Reference


class TimeHit(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression as it stands: tokens [first, last), code points [start, end), and its unanchored meaning."""

    first: int
    last: int
    start: int
    end: int
    rule: str
    meaning: Meaning


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    file: str = ""


class WordClass(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one kind: spellings by value, or a range of numerals.

    `clitics` may be glued before them, save before the `unglued`.
    """

    words: dict[int | str, tuple[str, ...]] = {}
    numerals: tuple[int, int] | None = None
    digits: tuple[int, int] = (1, 4)
    clitics: tuple[str, ...] = BEFORE_NOUNS
    unglued: tuple[str, ...] = ()
    example: tuple[str, ...]
    near: tuple[str, ...] = msgspec.field(name="not")


class Phrase(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named part of rules. Without slots of its own, its value is the sum of its words' numbers."""

    match: str
    example: tuple[str, ...]
    near: tuple[str, ...] = msgspec.field(name="not")


class Rule(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Patterns of one meaning. `example`: text to TIMEX3 value, read on Wednesday 2024-12-04; `not`: near misses.

    `consecutive`: the two days of a stretch must follow each other.
    A `silence` takes its words (a name that sounds like a time) from the other rules and raises nothing: value "".

    `before`/`after`: the neighbouring token must be of one of these classes; `before_not`/`after_not`: of none.
    """

    match: tuple[str, ...]
    kind: Literal["moment", "stretch", "duration", "reference", "silence"] = "moment"
    set: dict[str, int | str | bool] = {}
    consecutive: bool = False
    before: tuple[str, ...] = ()
    before_not: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    after_not: tuple[str, ...] = ()
    example: dict[str, str]
    near: tuple[str, ...] = msgspec.field(name="not")


class TenseRule(_Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that tell on which side of the day of writing a time lies: whole words, or prefixes with exceptions.

    After one of `unless_after` the words tell nothing.
    Beyond a `barrier` (a word that opens another clause) no word tells anything; beyond an `anterior` one («after») a
    past verb still does, for what comes after it came earlier; beyond a `posterior` one («until») a future verb does.
    """

    tense: Tense | Literal["barrier", "anterior", "posterior"]
    words: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    example: tuple[str, ...]
    near: tuple[str, ...] = msgspec.field(name="not")


class WhenRules(msgspec.Struct, frozen=True, kw_only=True):
    """All knowledge of time expressions, validated."""

    classes: tuple[WordClass, ...]
    phrases: tuple[Phrase, ...]
    rules: tuple[Rule, ...]
    tenses: tuple[TenseRule, ...]


class _Loader(yaml.SafeLoader):
    """YAML in which a date is the text that stands there."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_SECTIONS: Mapping[str, type[_Entry]] = {"classes": WordClass, "phrases": Phrase, "rules": Rule, "tenses": TenseRule}
T = TypeVar("T", bound=_Entry)


def load_when(directory: Path) -> WhenRules:
    """The rules of every `*.yml` in `directory`. Raises LexiconError naming file, rule and field."""
    found: dict[str, list[Any]] = {section: [] for section in _SECTIONS}
    seen: dict[str, str] = {}
    for path in sorted(directory.glob("*.yml")):
        for section, entry in _entries(path):
            if entry.id in seen:
                raise LexiconError(path.name, entry.id, "id", f"already used in {seen[entry.id]}")
            seen[entry.id] = path.name
            found[section].append(entry)
    return WhenRules(**{section: tuple(entries) for section, entries in found.items()})


def _entries(path: Path) -> Iterator[tuple[str, _Entry]]:
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except yaml.YAMLError as error:
        raise LexiconError(path.name, "", "", f"not YAML: {error}") from error
    if raw is None:
        return
    if not isinstance(raw, dict):
        raise LexiconError(path.name, "", "", "expected sections: " + ", ".join(_SECTIONS))
    for section, items in raw.items():
        if section not in _SECTIONS:
            raise LexiconError(path.name, "", str(section), "unknown section; there are " + ", ".join(_SECTIONS))
        for item in items or ():
            yield section, _entry(path.name, item, _SECTIONS[section])


def _entry(file: str, item: Any, kind: type[T]) -> T:
    name = str(item.get("id", "?")) if isinstance(item, dict) else "?"
    try:
        entry = msgspec.convert({**item, "file": file} if isinstance(item, dict) else item, kind)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$")
        raise LexiconError(file, name, where.strip(".`") or "?", what) from error
    for field in ("example", "near"):
        if not getattr(entry, field):
            raise LexiconError(file, name, "not" if field == "near" else field, "at least one is needed")
    return entry
