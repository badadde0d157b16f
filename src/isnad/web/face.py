"""The page's face in one language: its words, its direction, and the names of what the record holds."""

from functools import cache
from importlib.resources import files
from urllib.parse import quote, urlencode

import msgspec
import yaml

from isnad.labels.events import EventLabels, event_labels, numbered
from isnad.labels.plain import plain
from isnad.labels.record import RecordLabels, reason, record_labels
from isnad.labels.said import SaidLabels, circumstances
from isnad.labels.said import labels as said_labels
from isnad.labels.terms import LOADER, Labels, Lang, labels
from isnad.lexicon import load
from isnad.model import Days, Number, RecordContact, RecordEvent, RecordTime, Report, ReportParty, Root, Speaker
from isnad.model.reading import Link, Statement

_DUAL, _FEW, _MANY = 2, 3, 11
LANGS: tuple[Lang, ...] = ("ar", "en")


class Words:
    """The page's own words, by name; a dictionary's methods would hide some."""

    __slots__ = ("_words",)

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words

    def __getitem__(self, name: str) -> str:
        return self._words[name]

    def __contains__(self, name: str) -> bool:
        return name in self._words

    def get(self, name: str, default: str) -> str:
        """The words of this name, else the default."""
        return self._words.get(name, default)


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a template needs to speak one language; `w` holds the page's own words."""

    lang: Lang
    w: Words
    terms: Labels
    more: RecordLabels
    said: SaidLabels
    acts: EventLabels
    weekdays: tuple[str, ...]
    counts: dict[str, dict[str, str]]
    sides: dict[str, str]
    people: dict[str, str]

    @property
    def dir(self) -> str:
        """The direction of the language, as HTML names it."""
        return self.terms.direction

    def path(self, *parts: str, **query: object) -> str:
        """An address of the page in this language; empty values of the query are left out."""
        return address(self.lang, *parts, **query)

    def n(self, number: int, thing: str) -> str:
        """A number of things, in the form that the language has for it."""
        forms = self.counts[thing]
        return forms.get(plural(number), forms["other"]).format(n=number)

    def side(self, code: str) -> str:
        """What a side is called."""
        return self.terms.phrases[code] if code in ("unknown", "civilians") else self.sides.get(code, code)

    def actor(self, id_: str) -> str:
        """What an actor of the registry is called; the id itself for one that it does not list."""
        return self.people.get(id_) or self.sides.get(id_) or self.w.get(f"actor-{id_}", id_)

    def party(self, party: ReportParty | Speaker) -> str:
        """A party by name, else by office, else by side."""
        name = (party.name_en or party.name) if self.lang == "en" else (party.name or party.name_en)
        return plain(name or party.office) or self.side(party.side or "unknown")

    def who(self, contact: RecordContact) -> str:
        """All parties in a line; those that only a word like «نظراؤهم» names are told apart by their sides."""
        names = [self.party(p) for p in contact.parties]
        same = {name for name in names if names.count(name) > 1}
        shown = (self.side(p.side) if name in same else name for p, name in zip(contact.parties, names, strict=True))
        return " – ".join(dict.fromkeys(shown))

    def title(self, contact: RecordContact) -> str:
        """A contact in a line: its kind and its parties."""
        return f"{self.terms.kinds[contact.kind]}{self.more.phrases['colon']} {self.who(contact)}"

    def deed(self, event: RecordEvent) -> str:
        """An event in a line: its type, who did it, and to whom."""
        sides = [" + ".join(dict.fromkeys(map(self.party, told))) for told in (event.actors, event.targets) if told]
        told = f" {self.acts.phrases['arrow']} ".join(sides)
        return f"{self.acts.types[event.type]}{self.more.phrases['colon']} {told}"

    def count(self, number: Number) -> str:
        """A number of an event with what it counts."""
        return numbered(number, self.acts)

    def claim(self, field: str, value: str) -> str:
        """What is claimed in a conflict about an event, in words of the language."""
        if field == "actor":
            return " + ".join(map(self.side, value.split(" + ")))
        named = {"extent": self.acts.extents, "status": self.acts.statuses}.get(field, {})
        if field == "day":
            return self.terms.days(value.partition("..")[0], value.rpartition("..")[2]) or ""
        if field == "number":
            return self.more.phrases["separator"].join(
                f"{amount} {self.acts.counted[what]}"
                for what, _, amount in (p.partition(" ") for p in value.split(", "))
            )
        return named.get(value, plain(value))

    def day(self, iso: str) -> str:
        """A day in words, with its weekday."""
        return f"{self.weekday(iso)} {self.terms.day(iso)}"

    def weekday(self, iso: str) -> str:
        """The name of the day of the week."""
        import datetime

        return self.weekdays[datetime.date.fromisoformat(iso).weekday()]

    def days(self, span: Days | RecordTime | None) -> str:
        """Inclusive days in words; empty where neither end is known."""
        return (self.terms.days(span.earliest, span.latest) if span else None) or ""

    def root(self, root: Root) -> str:
        """On whose word something rests."""
        if root.kind == "side":
            of = self.side(root.key)
            known = (root.key, *(face(lang).side(root.key) for lang in LANGS))
            return of if root.name in known else f"{of}{self.more.phrases['colon']} {plain(root.name)}"
        if root.kind in ("agency", "outlet"):
            return plain(root.name)
        # the name may run against the direction of the words before it
        return f"{self.more.roots[root.kind]}{self.more.phrases['colon']} \u2068{plain(root.name)}\u2069"

    def link(self, link: Link) -> str:
        """One link of a chain, by name, else by what it is."""
        if link.role == "outlet" and not link.name:
            return self.said.phrases["outlet"]
        return plain(link.name) or self.said.links[link.role]

    def circumstances(self, statement: Statement) -> tuple[str, ...]:
        """To whom, where and on which day words were said, and whether only the other side tells of them."""
        return circumstances(statement, self.lang, lambda code, _: self.side(code))

    def outlet(self, report: Report) -> str:
        """Where a report was printed."""
        return plain(report.outlet) or self.said.phrases["outlet"]

    def reason(self, told: str) -> str:
        """Why two reports were joined."""
        return reason(told, self.lang)


def plural(number: int) -> str:
    """The plural category of a whole number in Arabic (CLDR); English has `one` and leaves the rest to `other`."""
    if number <= _DUAL:
        return ("zero", "one", "two")[number]
    rest = number % 100
    return "few" if _FEW <= rest < _MANY else "many" if rest >= _MANY else "other"


def address(lang: str, *parts: str, **query: object) -> str:
    """A path of the page; the parts are quoted, lists repeat their name, what is empty is left out."""
    path = "/".join(["", lang, *(quote(part, safe="") for part in parts)])
    given = {k: v for k, v in query.items() if v not in (None, "", (), [], False)}
    return f"{path}?{urlencode(given, doseq=True)}" if given else path


@cache
def face(lang: Lang) -> Face:
    """The face of a language, made once."""
    text = files("isnad").joinpath("resources", "labels-web.yml").read_text(encoding="utf-8")
    own = yaml.load(text, Loader=LOADER)[lang]
    known = load()
    named = known.collective
    sides = {g.side: getattr(g.name, lang) for g in named.groups}
    for actors in (named.groups, named.formats, named.organisations, named.states):
        sides |= {actor.id: getattr(actor.name, lang) for actor in actors}
    return Face(
        lang=lang,
        w=Words(own["words"]),
        terms=labels(lang),
        more=record_labels(lang),
        said=said_labels(lang),
        acts=event_labels(lang),
        weekdays=tuple(own["weekdays"]),
        counts=own["counts"],
        sides=sides,
        people={person.id: getattr(person.name, lang) for person in known.people},
    )
