"""People with dated offices: the schema of `resources/people/*.yml`, its loader and the checks that keep it true."""

import re
import unicodedata
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, Literal

import msgspec

from isnad.arabic.fold import INVISIBLE, TATWEEL, fold_word
from isnad.arabic.joints import hyphened, joined
from isnad.model import LexiconError

OfficeId = Literal[
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "interior-minister", "crown-prince",
    "deputy-prime-minister", "vice-president", "security-adviser", "intelligence-chief", "speaker-of-parliament",
    "army-chief", "spokesperson", "deputy-foreign-minister", "envoy", "ambassador", "un-representative", "leader",
    "deputy-leader", "minister-of-state", "oil-minister", "finance-minister", "information-minister",
    "presidential-adviser", "secretary-general", "deputy-secretary-general", "high-representative",
    "commission-president", "council-president", "minister",
]  # fmt: skip

# the posts of which a side has exactly one at a time, whatever its holder is called
SOLE = frozenset({"head-of-state", "head-of-government", "foreign-minister"})
# the posts whose holder is called by his first name alone: «الملك سلمان»
THRONES = frozenset({"head-of-state", "crown-prince"})
# the posts that several people of one side hold side by side
SHARED = frozenset(
    {"spokesperson", "envoy", "ambassador", "leader", "minister-of-state", "presidential-adviser", "vice-president"}
    | {"deputy-prime-minister", "deputy-foreign-minister", "deputy-leader", "minister"}
)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_HIDDEN = re.compile(f"[{INVISIBLE}{TATWEEL}]")
_OPEN = "9999-12-31"


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An office held from `start` to `end` (inclusive; ISO day, year-month or year; `end` None: still held).

    `limit`: the day on which the law ends a term that is still open, where it lets nobody hold it longer.
    `nominal`: the title is his, the power and the dealings are another's.
    `title` is special wording of the post, `side` the side represented where it is not the person's own.
    """

    office: OfficeId
    start: str = msgspec.field(name="from")
    end: str | None = msgspec.field(name="to")
    source: str
    limit: str | None = None
    acting: bool = False
    rival: bool = False
    nominal: bool = False
    title: str | None = None
    side: str | None = None

    def may_hold(self, day: str) -> bool:
        """Whether the office can have been held on this ISO day; true throughout a month or year known only as such."""
        return _first(self.start) <= day <= (_last(self.end) if self.end else _OPEN)

    def certain(self) -> tuple[str, str]:
        """First and last ISO day on which the office was surely held; the first may lie after the last."""
        return _last(self.start), _first(self.end) if self.end else _OPEN


class Name(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person's usual full name in Arabic and in English."""

    ar: str
    en: str


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody who holds or held offices, with the names that the press uses for him."""

    id: str
    name: Name
    side: str
    spellings: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    ambiguous: bool = False
    offices: tuple[Term, ...]

    def full_forms(self) -> tuple[str, ...]:
        """The full forms of the name, «عبد الله» also joined to «عبدالله»; each once after folding."""
        return _once(form for full in (self.name.ar, *self.spellings) for form in joined(full))

    def hyphened_forms(self) -> tuple[str, ...]:
        """The full forms of three words and more with a hyphen for one space («كيم كي-غوان», «جان-إيف لودريان»)."""
        return _once(form for full in (self.name.ar, *self.spellings) for form in hyphened(full))

    def short_forms(self) -> tuple[str, ...]:
        """The short forms of the name, joined forms included; each once after folding."""
        return _once(form for short in self.short for form in joined(short))


def load_people(directory: Path) -> tuple[Person, ...]:
    """All people of the YAML files of a directory, by file and place. Raises LexiconError for the first fault."""
    placed = [(path.name, person) for path in sorted(directory.glob("*.yml")) for person in _file(path)]
    seen: dict[str, str] = {}
    for file, person in placed:
        if person.id in seen:
            raise LexiconError(file, person.id, "id", f"also in {seen[person.id]}")
        seen[person.id] = file
    _one_holder(placed)
    _one_bearer(placed)
    return tuple(person for _, person in placed)


def _file(path: Path) -> list[Person]:
    try:
        raw = msgspec.yaml.decode(path.read_bytes())
    except msgspec.DecodeError as fault:
        raise LexiconError(path.name, "-", "-", str(fault)) from None
    if not isinstance(raw, list):
        raise LexiconError(path.name, "-", "-", "a file of people is a list")
    return [_person(path.name, item) for item in raw]


def _person(file: str, item: Any) -> Person:
    rule = str(item.get("id", "-")) if isinstance(item, dict) else "-"
    try:
        person = msgspec.convert(_plain(item), Person)
    except msgspec.ValidationError as fault:
        what, _, where = str(fault).partition(" - at ")
        raise LexiconError(file, rule, where.strip("`") or "-", what) from None

    def need(holds: object, field: str, what: str) -> None:
        if not holds:
            raise LexiconError(file, rule, field, what)

    need(_SLUG.fullmatch(person.id), "id", "a slug has small Latin letters, digits and single hyphens")
    need(person.offices, "offices", "at least one office")
    for field, words in (("name", (person.name.ar,)), ("spellings", person.spellings), ("short", person.short)):
        for word in words:
            need(word and word == " ".join(word.split()), field, f"empty or badly spaced: {word!r}")
            need(unicodedata.is_normalized("NFC", word), field, f"not NFC: {word!r}")
            need(not _HIDDEN.search(word), field, f"tatweel or an invisible mark: {word!r}")
    for form in (person.name.ar, *person.spellings):
        need(" " in form, "spellings", f"a full form has more than one word: {form!r}")
    for term in person.offices:
        need(_is_day(term.start), "from", f"no ISO day, month or year: {term.start!r}")
        need(term.end is None or _is_day(term.end), "to", f"no ISO day, month or year: {term.end!r}")
        need(term.end is None or _first(term.start) <= _last(term.end), "to", f"{term.end} is before {term.start}")
        need(
            term.limit is None or (term.end is None and _is_day(term.limit)), "limit", "an ISO day of a term still open"
        )
        need(term.source, "source", "every term has a source")
    return person


def _plain(value: Any) -> Any:
    """The YAML value with its dates and years as the strings that were written."""
    if isinstance(value, dict):
        return {
            key: str(v) if key in ("from", "to", "limit") and v is not None else _plain(v) for key, v in value.items()
        }
    return [_plain(v) for v in value] if isinstance(value, list) else value


def _one_holder(placed: Sequence[tuple[str, Person]]) -> None:
    posts: dict[tuple[str, str, str | None], list[tuple[str, Person, Term]]] = defaultdict(list)
    for file, person in placed:
        for term in person.offices:
            if term.office not in SHARED:
                title = None if term.office in SOLE else term.title
                posts[term.side or person.side, term.office, title].append((file, person, term))
    for holders in posts.values():
        for (_, one, a), (file, two, b) in combinations(holders, 2):
            if not (a.acting or a.rival or b.acting or b.rival) and _overlap(a, b):
                raise LexiconError(file, two.id, "offices", f"{b.office} from {b.start} overlaps {one.id}")


def _one_bearer(placed: Sequence[tuple[str, Person]]) -> None:
    bearers: dict[str, list[tuple[str, Person]]] = defaultdict(list)
    for file, person in placed:
        for form in person.full_forms():
            bearers[fold_word(form)].append((file, person))
    for form, named in bearers.items():
        for (_, one), (file, two) in combinations(named, 2):
            marked = one.ambiguous and two.ambiguous
            if not marked and any(_overlap(a, b) for a in one.offices for b in two.offices):
                raise LexiconError(file, two.id, "spellings", f"{form!r} is also {one.id}, in office on the same days")


def _overlap(a: Term, b: Term) -> bool:
    """Whether two terms surely share more than the day of a handover."""
    (a_first, a_last), (b_first, b_last) = a.certain(), b.certain()
    return max(a_first, b_first) < min(a_last, b_last)


def _once(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple({fold_word(form): form for form in reversed(list(forms))}.values())[::-1]


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(_first(text)))
    except ValueError:
        return False


def _first(when: str) -> str:
    """The first ISO day of a day, month or year."""
    return when + "-01-01"[len(when) - 4 :]


def _last(when: str) -> str:
    """The last ISO day of a day, month or year."""
    if len(when) == len("2011"):
        return when + "-12-31"
    return f"{when}-{monthrange(int(when[:4]), int(when[5:7]))[1]}" if len(when) == len("2011-05") else when
