"""An account of an event: one report of it, with all that joining asks of it looked up once."""

from typing import NamedTuple

from isnad.arabic.fold import fold_word
from isnad.merge.accounts import UNKNOWN
from isnad.merge.days import FIRST, LAST, Interval, interval
from isnad.merge.gazetteer import Gazetteer, Place
from isnad.merge.weights import AHEAD, BACK, MONTH
from isnad.model import Event, Party, Witness

_COMING = frozenset({"announced", "promised"})


class EventAccount(NamedTuple):
    """One report. `actors`, `targets`: the sides, less unknown ones; `people`: the ids of persons among the actors.

    `stated`: the days that the report gives, where they are few; `window`: those on which the act can lie; `known`:
    whether the window is narrow enough to be compared; a standing position is of all days up to its news.
    """

    id: str
    article: str
    family: str
    event: Event
    witness: Witness
    out: Interval
    stated: Interval | None
    window: Interval
    known: bool
    actors: frozenset[str]
    targets: frozenset[str]
    people: frozenset[str]
    places: tuple[Place, ...]
    words: str


def event_accounts(witness: Witness, out: Interval, family: str, gazetteer: Gazetteer) -> list[EventAccount]:
    """The reports of one article that came out on the days `out`; `family` names the articles that are copies of it."""
    return [_account(witness, event, out, family, gazetteer) for event in witness.events]


def _account(witness: Witness, event: Event, out: Interval, family: str, gazetteer: Gazetteer) -> EventAccount:
    stated = _stated(event)
    window = stated or _window(event, out)
    return EventAccount(
        id=event.id,
        article=witness.sha256,
        family=family,
        event=event,
        witness=witness,
        out=out,
        stated=stated,
        window=window,
        known=event.status == "standing" or window.width <= MONTH + BACK,
        actors=_sides(event.actors),
        targets=_sides(event.targets),
        people=frozenset(p.actor for p in event.actors if p.actor and p.actor != p.name),
        places=tuple(_named(gazetteer.place(p.text), gazetteer) for p in event.places),
        words=fold_word(event.evidence.text),
    )


def _named(place: Place, gazetteer: Gazetteer) -> Place:
    """A place by the words of its name alone: «مدينة» is of every city."""
    return place._replace(words=place.words - gazetteer.place_nouns)


def _sides(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(p.side for p in parties) - {UNKNOWN}


def _stated(event: Event) -> Interval | None:
    """The days that the report gives; None where it gives none or far too many."""
    if event.time is None or (event.time.earliest is None and event.time.latest is None):
        return None
    given = interval(event.time.earliest, event.time.latest)
    return given if 0 <= given.width <= MONTH else None


def _window(event: Event, out: Interval) -> Interval:
    """What the status says of the day of the news: what was done lies shortly before it, what is to come after."""
    if event.status == "standing" or event.background:
        return Interval(FIRST, out.hi)
    if event.status in _COMING:
        return Interval(out.lo, out.hi if out.hi == LAST else out.hi + AHEAD)
    return Interval(out.lo if out.lo == FIRST else out.lo - BACK, out.hi)
