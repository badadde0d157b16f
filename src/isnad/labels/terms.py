"""The words of the command line in one language, and days as that language writes them."""

import re
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec
import yaml

Lang = Literal["ar", "en"]
# the parser in C is ten times as fast, where the platform has it
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MONTH, _DAY = 2, 3
_ARABIC = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """One language's section of `labels.yml`: what the reading's own terms are called."""

    direction: Literal["ltr", "rtl"]
    kinds: dict[str, str]
    statuses: dict[str, str]
    roles: dict[str, str]
    markers: dict[str, str]
    bases: dict[str, str]
    evidence: dict[str, str]
    fields: dict[str, str]
    flags: dict[str, str]
    counts: dict[str, str]
    phrases: dict[str, str]
    mentions: dict[str, str]
    actors: dict[str, str]
    terms: dict[str, str]
    findings: dict[str, str]
    offices: dict[str, str]
    months: tuple[str, ...] = ()

    def foreign(self, text: str) -> bool:
        """Whether the text holds letters that run against this language's direction."""
        return bool((_ARABIC if self.direction == "ltr" else _LATIN).search(text))

    def day(self, iso: str) -> str:
        """A day, month or year as a reader of this language writes it; English keeps ISO."""
        parts = iso.split("-")
        if not self.months or not all(part.isdigit() for part in parts) or len(parts) > _DAY:
            return iso
        words = [parts[0]]
        if len(parts) >= _MONTH:
            words.insert(0, self.months[int(parts[1]) - 1])
        if len(parts) == _DAY:
            words.insert(0, str(int(parts[2])))
        return " ".join(words)

    def days(self, earliest: str | None, latest: str | None) -> str | None:
        """An inclusive interval of ISO days in words; None where neither end is known."""
        if earliest and latest:
            first, last = self.day(earliest), self.day(latest)
            return first if earliest == latest else f"{first} – {last}"
        if earliest:
            return f"{self.day(earliest)} {self.phrases['or_later']}"
        return f"{self.day(latest)} {self.phrases['or_earlier']}" if latest else None


@cache
def labels(lang: Lang) -> Labels:
    """The labels of one language, read from the package once."""
    text = files("isnad").joinpath("resources", "labels.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, Loader=LOADER)[lang], Labels)
