"""The registry of collective actors: states, organisations, groups, formats, news outlets, as read from YAML.

A list called `weak…` holds names that are also ordinary words or that several actors share: they need support from the
words around them. `unless` holds longer phrases in which a name stands for something else: the longest match wins.
`nisba` gives masculine singular adjectives without article; a compound inflects in all its parts («كوري جنوبي») unless
its first word is a noun («جنوب أفريقي», «الجنوب أفريقية»); `nisba_irregular` gives plurals that no rule builds.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
import yaml

from isnad.arabic.fold import INVISIBLE, TATWEEL
from isnad.arabic.tokens import Tokens
from isnad.model import LexiconError

Stance = Literal["negative", "neutral", "positive"]
ActorKind = Literal["state", "organisation", "group", "format", "outlet"]
Facet = Literal["name", "nisba", "capital", "seat", "body", "city", "loaded"]
Texts = tuple[str, ...]


class _Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every file of the registry shares: no field may be there that the schema does not name."""


class Name(_Record, frozen=True, kw_only=True):
    """The name to show, in both languages of the interface."""

    ar: str
    en: str


class Capital(_Record, frozen=True, kw_only=True):
    """The capital in all its spellings, by which the press also calls the state; empty where it bears its name."""

    ar: Texts = ()
    en: str
    weak: Texts = ()


class Loaded(_Record, frozen=True, kw_only=True):
    """A name for an actor that takes a stance; under `weak_loaded` only where the context says whom it means."""

    text: str
    stance: Stance


class State(_Record, frozen=True, kw_only=True):
    """A state or territory; `id` is its ISO 3166-1 alpha-3 code (Kosovo XKX)."""

    id: str
    name: Name
    names: Texts = ()
    weak: Texts = ()
    nisba: Texts = ()
    weak_nisba: Texts = ()
    nisba_irregular: Texts = ()
    capital: Capital
    seats: Texts = ()
    cities: Texts = ()
    weak_cities: Texts = ()
    loaded: tuple[Loaded, ...] = ()
    weak_loaded: tuple[Loaded, ...] = ()
    unless: Texts = ()


class Organisation(_Record, frozen=True, kw_only=True):
    """An organisation of states, or one that deals with them. `members` are ids of states, where they matter."""

    id: str
    name: Name
    names: Texts = ()
    weak: Texts = ()
    nisba: Texts = ()
    weak_nisba: Texts = ()
    seats: Texts = ()
    weak_seats: Texts = ()
    bodies: Texts = ()
    weak_bodies: Texts = ()
    members: Texts = ()
    loaded: tuple[Loaded, ...] = ()
    weak_loaded: tuple[Loaded, ...] = ()
    unless: Texts = ()


class Group(_Record, frozen=True, kw_only=True):
    """A movement, party, armed group or regional authority. `side` is whom it represents: once loaded never empty."""

    id: str
    name: Name
    names: Texts = ()
    weak: Texts = ()
    nisba: Texts = ()
    weak_nisba: Texts = ()
    nisba_irregular: Texts = ()
    side: str = ""
    state: str | None = None
    loaded: tuple[Loaded, ...] = ()
    weak_loaded: tuple[Loaded, ...] = ()
    unless: Texts = ()


class Format(_Record, frozen=True, kw_only=True):
    """A standing negotiating format, conference or contact group. `members`: ids of states, organisations, groups.

    `envoys`: the side for which its envoys stand.
    """

    id: str
    name: Name
    names: Texts = ()
    weak: Texts = ()
    members: Texts = ()
    envoys: str = ""


class Restamped(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Days (inclusive, ISO) whose pages bear a date that is either theirs or `late` days too late."""

    start: str = msgspec.field(name="from")
    end: str = msgspec.field(name="to")
    late: int
    source: str


class Outlet(_Record, frozen=True, kw_only=True):
    """A news agency or outlet; `state` is where it is based, `local` that it speaks of that state's own offices."""

    id: str
    kind: Literal["agency", "outlet", "channel", "newspaper"]
    name: Name
    names: Texts = ()
    weak: Texts = ()
    state: str | None = None
    local: bool = False
    restamped: Restamped | None = None


class Collective(_Record, frozen=True, kw_only=True):
    """The whole registry, each part sorted by id."""

    states: tuple[State, ...]
    organisations: tuple[Organisation, ...]
    groups: tuple[Group, ...]
    formats: tuple[Format, ...]
    outlets: tuple[Outlet, ...]


class Surface(msgspec.Struct, frozen=True):
    """One text that stands for an actor: by which facet, and whether it needs support from its context."""

    text: str
    actor: str
    kind: ActorKind
    facet: Facet
    weak: bool


_FACETS: tuple[tuple[str, Facet, bool], ...] = (
    ("names", "name", False),
    ("weak", "name", True),
    ("nisba", "nisba", False),
    ("nisba_irregular", "nisba", False),
    ("weak_nisba", "nisba", True),
    ("seats", "seat", False),
    ("weak_seats", "seat", True),
    ("bodies", "body", False),
    ("weak_bodies", "body", True),
    ("cities", "city", False),
    ("weak_cities", "city", True),
)


def surfaces(collective: Collective) -> Iterator[Surface]:
    """Every text of the registry with its actor, in the registry's order."""
    parts: tuple[tuple[ActorKind, tuple[Any, ...]], ...] = (
        ("state", collective.states),
        ("organisation", collective.organisations),
        ("group", collective.groups),
        ("format", collective.formats),
        ("outlet", collective.outlets),
    )
    for kind, actors in parts:
        for actor in actors:
            yield from _surfaces(kind, actor)


def _surfaces(kind: ActorKind, actor: Any) -> Iterator[Surface]:
    yield Surface(actor.name.ar, actor.id, kind, "name", False)
    for field, facet, weak in _FACETS:
        for text in getattr(actor, field, ()):
            yield Surface(text, actor.id, kind, facet, weak)
    capital: Capital | None = getattr(actor, "capital", None)
    if capital:
        yield from (Surface(text, actor.id, kind, "capital", False) for text in capital.ar)
        yield from (Surface(text, actor.id, kind, "capital", True) for text in capital.weak)
    yield from (Surface(x.text, actor.id, kind, "loaded", False) for x in getattr(actor, "loaded", ()))
    yield from (Surface(x.text, actor.id, kind, "loaded", True) for x in getattr(actor, "weak_loaded", ()))


def surface_key(text: str) -> str:
    """The form under which two surfaces are the same: the folded tokens, without punctuation, a space between them."""
    return " ".join(form for form in Tokens(text).forms if form[:1].isalnum())


def load_collective(directory: Path) -> Collective:
    """The registry under a resources folder, checked. Raises LexiconError with file, record and field."""
    collective = Collective(
        states=_folder(directory / "states", State),
        organisations=_folder(directory / "organisations", Organisation),
        groups=tuple(
            msgspec.structs.replace(group, side=group.side or group.id)
            for group in _folder(directory / "groups", Group)
        ),
        formats=_file(directory / "formats.yml", Format),
        outlets=_file(directory / "outlets.yml", Outlet),
    )
    _check_ids(collective)
    _check_claims(collective)
    return collective


_R = TypeVar("_R", State, Organisation, Group, Format, Outlet)


def _folder(folder: Path, record: type[_R]) -> tuple[_R, ...]:
    found = [_record(_parse(path), path.name, path.stem, record) for path in sorted(folder.glob("*.yml"))]
    return tuple(sorted(found, key=lambda r: r.id))


def _file(path: Path, record: type[_R]) -> tuple[_R, ...]:
    raw = _parse(path)
    if not isinstance(raw, list):
        raise LexiconError(path.name, "", "", "a list of records was expected")
    found = [_record(entry, path.name, f"record {n}", record) for n, entry in enumerate(raw, 1)]
    return tuple(sorted(found, key=lambda r: r.id))


def _parse(path: Path) -> Any:
    try:
        return yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise LexiconError(path.name, "", "", f"cannot be read as YAML: {error}") from error


def _record(raw: Any, file: str, rule: str, record: type[_R]) -> _R:
    if isinstance(raw, dict) and isinstance(raw.get("id"), str):
        rule = raw["id"]
    try:
        made = msgspec.convert(raw, record)
    except msgspec.ValidationError as error:
        message = str(error)
        unknown = re.search(r"(?:unknown|missing required) field `(\w+)`", message)
        where = re.search(r"`\$\.?([^`]*)`$", message)
        field = ".".join(filter(None, (where and where[1], unknown and unknown[1])))
        raise LexiconError(file, rule, field, message) from error
    for field, text in _texts(msgspec.to_builtins(made), ""):
        if fault := _fault(text):
            raise LexiconError(file, rule, field, f"{text!r} {fault}")
    return made


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, (list, tuple)):
        for n, inner in enumerate(value):
            yield from _texts(inner, f"{path}[{n}]")


def _fault(text: str) -> str:
    if text != unicodedata.normalize("NFC", text):
        return "is not in NFC"
    if TATWEEL in text or re.search(f"[{INVISIBLE}]", text):
        return "holds a tatweel or an invisible mark"
    return "has stray spaces" if text != " ".join(text.split()) else ""


def _check_ids(collective: Collective) -> None:
    known: dict[str, str] = {}
    for part in ("states", "organisations", "groups", "formats", "outlets"):
        for actor in getattr(collective, part):
            if actor.id in known:
                raise LexiconError(part, actor.id, "id", f"is taken in {known[actor.id]}")
            known[actor.id] = part
    states = {state.id for state in collective.states}
    for part in ("organisations", "groups", "formats", "outlets"):
        for actor in getattr(collective, part):
            if getattr(actor, "state", None) not in states | {None}:
                raise LexiconError(part, actor.id, "state", f"no state has the id {actor.state!r}")
            for other in (*getattr(actor, "members", ()), *filter(None, [getattr(actor, "side", "")])):
                if other not in known:
                    field = "side" if other == getattr(actor, "side", "") else "members"
                    raise LexiconError(part, actor.id, field, f"no actor has the id {other!r}")


def _check_claims(collective: Collective) -> None:
    """No text may stand for two actors without support: list it as weak in all of them, or give it to one."""
    claimed: dict[str, Surface] = {}
    listed: dict[tuple[str, str], Surface] = {}
    for surface in surfaces(collective):
        key = surface_key(surface.text)
        own = listed.setdefault((surface.actor, key), surface)
        if own.weak != surface.weak:
            raise _claim(surface, "is listed as weak and as strong")
        if own is not surface and own.facet == surface.facet:
            raise _claim(surface, "is listed twice")
        first = surface if surface.weak else claimed.setdefault(key, surface)
        if first.actor != surface.actor:
            raise _claim(surface, f"is claimed by {first.actor!r} ({first.facet}) too")


def _claim(surface: Surface, what: str) -> LexiconError:
    return LexiconError(surface.kind, surface.actor, surface.facet, f"{surface.text!r} {what}")
