"""Events in words of one language, read or recorded."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec
import yaml

from isnad.labels.plain import SideName, plain
from isnad.labels.said import link_name
from isnad.labels.terms import LOADER, Lang, labels
from isnad.model import Event, Link, Number, Party, RecordEvent, ReportParty


class EventLabels(msgspec.Struct, frozen=True):
    """One language's words for events."""

    types: dict[str, str]
    statuses: dict[str, str]
    voices: dict[str, str]
    counted: dict[str, str]
    extents: dict[str, str]
    conflicts: dict[str, str]
    phrases: dict[str, str]


class EventView(NamedTuple):
    """One event in words: plain strings, one direction each."""

    type: str
    status: str
    actors: str
    targets: str
    day: str
    place: str
    numbers: str
    voice: str
    words: str


@cache
def event_labels(lang: Lang) -> EventLabels:
    """The labels of one language, read from the package once."""
    text = files("isnad").joinpath("resources", "labels-events.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, Loader=LOADER)[lang], EventLabels)


def event_view(event: Event | RecordEvent, lang: Lang, side_name: SideName) -> EventView:
    """What a reader is shown of an event of a reading or of a record."""
    words, more = labels(lang), event_labels(lang)
    time, places = event.time, _places(event)
    extent = f"{more.extents[event.extent]} " if event.extent else ""
    return EventView(
        type=more.types[event.type],
        status=more.statuses[event.status],
        actors=who(event.actors, lang, side_name),
        targets=who(event.targets, lang, side_name),
        day=(words.days(time.earliest, time.latest) if time else None) or "",
        place=f"{extent}{more.phrases['separator'].join(places)}" if places else "",
        numbers=more.phrases["separator"].join(numbered(n, more) for n in event.numbers),
        voice=more.voices[_voice(event)],
        words=plain(event.evidence.text if isinstance(event, Event) else event.reports[0].evidence.text),
    )


def _voice(event: Event | RecordEvent) -> str:
    return event.voice if isinstance(event, Event) else "attributed" if event.attributed else "outlet"


def _places(event: Event | RecordEvent) -> tuple[str, ...]:
    return tuple(plain(p.text) for p in event.places) if isinstance(event, Event) else tuple(map(plain, event.places))


def who(parties: Sequence[Party | ReportParty], lang: Lang, side_name: SideName) -> str:
    """Actors or targets in a line, each by name with its side."""
    return event_labels(lang).phrases["separator"].join(_party(p, lang, side_name) for p in parties)


def _party(party: Party | ReportParty, lang: Lang, side_name: SideName) -> str:
    name = (party.name_en or party.name) if lang == "en" else party.name
    told = plain(name or party.office)
    of = side_name(party.side, lang) or labels(lang).phrases.get(party.side, party.side)
    return f"{told} ({of})" if told and told != of else of


def numbered(number: Number, more: EventLabels) -> str:
    """A number with what it counts."""
    count = f"{more.phrases['at_least']} {number.min}" if number.max is None else str(number.min)
    spread = f"{number.min}–{number.max}" if number.max is not None and number.max != number.min else count
    return f"{spread} {more.counted[number.what]}"


def chain(links: Iterable[Link], lang: Lang) -> str:
    """On whose word, from the outlet inwards."""
    return f" {event_labels(lang).phrases['arrow']} ".join(link_name(link, lang) for link in links)
