"""Resources to lexicon: YAML is compiled once and kept as msgpack in the cache folder under its content hash."""

import contextlib
import hashlib
import os
import tempfile
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from isnad.arabic.clitics import fronts
from isnad.arabic.fold import fold_word
from isnad.lexicon.collective import Outlet, load_collective
from isnad.lexicon.comparison import WordingIndex, load_comparison
from isnad.lexicon.constructions import Construction, frame
from isnad.lexicon.events import EventIndex, load_events
from isnad.lexicon.frames import Grammar, Topic
from isnad.lexicon.index import Index
from isnad.lexicon.name_words import NameWords
from isnad.lexicon.naming import NamingIndex, load_naming
from isnad.lexicon.people import THRONES, load_people
from isnad.lexicon.sections import Sections
from isnad.lexicon.speech import SpeechIndex
from isnad.lexicon.statements import load_statements
from isnad.lexicon.titles import Titles
from isnad.lexicon.when import load_when
from isnad.model import LexiconError

T = TypeVar("T")
# outlets that write for a home audience and leave the nationality of its officials unsaid
_NATIONAL = frozenset({"agency", "newspaper"})
# the classes of the section `when` whose words are cardinal numbers
_CARDINALS = frozenset({"unit-number", "ten", "tens", "hundreds", "thousands"})


class FoldedRule(NamedTuple):
    """A rule of the registry's offices for one rank, its words folded."""

    id: str
    has: frozenset[str]
    alone: bool


class Lexicon:
    """The compiled resources and the index built from them. Shared by all rooms; never altered."""

    def __init__(self, sections: Sections) -> None:
        self.hash = sections.hash
        self.sections = sections
        self.when = sections.when
        self.people = sections.people
        self.titles = sections.titles
        self.frames = tuple(frame(row) for row in sections.constructions)
        self.grammar = sections.grammar
        self.topics = sections.topics
        self.state_names = {s.id: s.name.ar for s in sections.collective.states}
        self.collective = sections.collective
        self.speech = SpeechIndex(sections.speech)
        self.events = EventIndex(sections.events)
        self.index = Index(sections, self.speech.hint)
        self.naming = NamingIndex(sections.naming, sections.collective)
        self.wording = WordingIndex(sections.comparison)
        # «حزيران» and «يونيو» are one month
        self.months = {
            fold_word(word): str(value)
            for entry in sections.when.classes
            if entry.id == "month-name"
            for value, words in entry.words.items()
            for word in words
            if " " not in word
        }
        self.numerals = {
            fold_word(word): int(value)
            for entry in sections.when.classes
            if entry.id in _CARDINALS
            for value, words in entry.words.items()
            for word in words
            # «أحد» is «one of» more often than a number
            if int(value) > 1
        }
        self.outlets = {o.id: o for o in sections.collective.outlets}
        self.states = frozenset(state.id for state in sections.collective.states)
        self.homes = {g.side: g.state for g in sections.collective.groups if g.state}
        self.name_words = NameWords(sections)
        self.name_links = self.name_words.links
        self.bodies = frozenset(o.id for o in sections.collective.organisations)
        self.blocs = frozenset(o.id for o in sections.collective.organisations if o.members)
        self._outlets = _outlets(sections)
        self.body_nouns = _body_nouns(sections, self.name_words.bodies)
        # the sides of one name: «الكوري» is of either Korea
        self.twins = frozenset(frozenset(pair.sides) for pair in sections.titles.pairs)
        self._pairs = frozenset(fold_word(w) for w in (*sections.titles.sets.two, *sections.titles.sets.states))
        self.offices: dict[str, list[FoldedRule]] = {}
        for rule in sections.titles.offices:
            has = frozenset(fold_word(word) for word in rule.has)
            self.offices.setdefault(rule.rank, []).append(FoldedRule(rule.id, has, rule.alone))
        self.courtesies = {
            rule.id: msgspec.structs.replace(rule, style=fold_word(rule.style)) for rule in sections.titles.courtesy
        }
        self.sovereigns: dict[str, list[int]] = {}
        for place, person in enumerate(sections.people):
            if any(term.office in THRONES for term in person.offices):
                self.sovereigns.setdefault(fold_word(person.name.ar).split()[0], []).append(place)
        self.by_office: dict[tuple[str, str], list[int]] = {}
        for place, person in enumerate(sections.people):
            for term in person.offices:
                self.by_office.setdefault((term.office, term.side or person.side), []).append(place)

    def outlet(self, name: str) -> Outlet | None:
        """The outlet of this name, or of its first words («BBC Arabic»); None where none of the registry is meant."""
        words = fold_word(name).split()
        return next(
            (found for n in range(len(words), 0, -1) if (found := self._outlets.get(" ".join(words[:n])))), None
        )

    def is_pair(self, word: str) -> bool:
        """Whether a word means the two parties together: «الطرفان», «للجانبين»."""
        return any(front in self._pairs for front in fronts(fold_word(word)))

    def home_of(self, outlet: str) -> str | None:
        """The state of a national outlet, by any of its names; None for others and for unknown ones."""
        found = self._outlets.get(fold_word(outlet))
        return found.state if found is not None and (found.local or found.kind in _NATIONAL) else None

    def stamped_late(self, outlet: str, day: str) -> int:
        """By how many days a page of this outlet that bears this ISO day may be older; 0 where its stamps are good."""
        found = self.outlet(outlet)
        known = found.restamped if found is not None else None
        return known.late if known is not None and known.start <= day <= known.end else 0


def _body_nouns(sections: Sections, nouns: frozenset[str]) -> dict[str, frozenset[str]]:
    """By the side of an organisation or group, which of these nouns begin its names: «حركة» of «حركة حماس»."""
    collective = sections.collective
    out: dict[str, frozenset[str]] = {}
    named = [(o.id, (o.name.ar, *o.names)) for o in collective.organisations]
    named += [(g.side or g.id, (g.name.ar, *g.names)) for g in collective.groups]
    for side, names in named:
        if own := nouns & {fold_word(name).split()[0] for name in names}:
            out[side] = own | out.get(side, frozenset())
    return out


def _outlets(sections: Sections) -> dict[str, Outlet]:
    """The outlets by their folded names; by its letters alone one is found under its site's name: «alriyadh»."""
    outlets = [
        (name, outlet)
        for outlet in sections.collective.outlets
        for name in (outlet.id, outlet.name.ar, outlet.name.en, *outlet.names)
    ]
    return {_letters(name): outlet for name, outlet in reversed(outlets)} | {
        fold_word(name): outlet for name, outlet in outlets
    }


def _letters(name: str) -> str:
    return "".join(c for c in fold_word(name) if c.isalnum())


def section(path: Path, kind: type[T]) -> T:
    """A YAML file as the type that its section has. Raises LexiconError with file, rule and field."""
    try:
        raw: Any = msgspec.yaml.decode(path.read_bytes())
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as fault:
        what, _, where = str(fault).partition(" - at ")
        raise LexiconError(path.name, _rule(raw, where), where.strip("`") or "-", what) from None
    except msgspec.DecodeError as fault:
        raise LexiconError(path.name, "-", "-", str(fault)) from None


def _rule(raw: Any, where: str) -> str:
    """The id of the rule that a msgspec path («$[3].kind», «$.heads[2]») points into."""
    node, name = raw, "-"
    for step in where.strip("`$").replace("]", "").replace("[", ".").split("."):
        try:
            node = node[int(step)] if isinstance(node, list) else node[step]
        except (ValueError, KeyError, IndexError, TypeError):
            continue
        if isinstance(node, dict) and "id" in node:
            name = str(node["id"])
    return name


def compile_resources(directory: Path, content_hash: str = "") -> Sections:
    """The validated sections of a resources folder. Raises LexiconError at the first thing that does not hold."""
    return Sections(
        hash=content_hash,
        when=load_when(directory / "when"),
        collective=load_collective(directory),
        people=load_people(directory / "people"),
        titles=section(directory / "actors" / "titles.yml", Titles),
        constructions=section(directory / "contacts" / "constructions.yml", tuple[Construction, ...]),
        grammar=section(directory / "contacts" / "grammar.yml", Grammar),
        topics=section(directory / "contacts" / "topics.yml", tuple[Topic, ...]),
        speech=load_statements(directory / "statements"),
        naming=load_naming(directory / "naming"),
        comparison=load_comparison(directory / "comparison"),
        events=load_events(directory / "events"),
    )


def _content_hash(directory: Path) -> str:
    digest = hashlib.sha256()
    code = Path(__file__).parent
    for path in sorted([*directory.rglob("*.yml"), *code.glob("*.py")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _cache_folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "isnad"


@cache
def load() -> Lexicon:
    """The lexicon of this installation, once a process. Raises LexiconError where a resource file does not hold."""
    with as_file(files("isnad") / "resources") as directory:
        content_hash = _content_hash(directory)
        kept = _cache_folder() / f"lexicon-{content_hash[:24]}.msgpack"
        with contextlib.suppress(OSError, msgspec.DecodeError, msgspec.ValidationError):
            return Lexicon(msgspec.msgpack.decode(kept.read_bytes(), type=Sections))
        sections = compile_resources(directory, content_hash)
    # a cache that cannot be written costs time, never the reading
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=kept.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.msgpack.encode(sections))
        Path(name).replace(kept)
    return Lexicon(sections)
