"""A record's contacts in words of one language."""

from functools import cache
from importlib.resources import files

import msgspec
import yaml

from isnad.labels.plain import plain
from isnad.labels.terms import LOADER, Labels, Lang, labels
from isnad.model import RecordContact, Report, ReportParty


class RecordLabels(msgspec.Struct, frozen=True):
    """One language's words for what a record holds."""

    heads: dict[str, str]
    parts: dict[str, str]
    roots: dict[str, str]
    follows: dict[str, str]
    conflicts: dict[str, str]
    verdicts: dict[str, str]
    reasons: dict[str, str]
    sections: dict[str, str]
    drift: dict[str, str]
    phrases: dict[str, str]


@cache
def record_labels(lang: Lang) -> RecordLabels:
    """The labels of one language, read from the package once."""
    text = files("isnad").joinpath("resources", "labels-record.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, Loader=LOADER)[lang], RecordLabels)


@cache
def _arabic_sides() -> dict[str, str]:
    """Arabic names of sides; the registry is loaded only where Arabic is asked for."""
    from isnad.lexicon import load

    known = load().collective
    named = {x.id: x.name.ar for kind in (known.groups, known.organisations, known.states) for x in kind}
    return named | {group.side: group.name.ar for group in known.groups if group.side not in named}


def side(code: str, lang: Lang) -> str:
    """What a side is called: its code in English, its name in Arabic."""
    if code in ("unknown", "civilians"):
        return labels(lang).phrases[code]
    return _arabic_sides().get(code, code) if lang == "ar" else code


def party(told: ReportParty, lang: Lang) -> str:
    """A party by name, else by office, with its side."""
    name = (told.name_en or told.name) if lang == "en" else (told.name or told.name_en)
    name = plain(name or told.office)
    of = side(told.side, lang)
    return f"{name} ({of})" if name else of


def parties(contact: RecordContact, lang: Lang) -> str:
    """All parties in a line."""
    return " — ".join(party(p, lang) for p in contact.parties)


def days(contact: RecordContact, lang: Lang) -> str:
    """The day or days of a contact in words; empty where no report states any."""
    words: Labels = labels(lang)
    return (words.days(contact.time.earliest, contact.time.latest) if contact.time else None) or ""


def iso_days(contact: RecordContact) -> str:
    """The day or days of a contact as ISO; empty where no report states any."""
    return interval(contact.time.earliest, contact.time.latest) if contact.time else ""


def interval(earliest: str | None, latest: str | None) -> str:
    """Inclusive ISO days: one day, two with dots between them, nothing where neither end is known."""
    if not (earliest or latest):
        return ""
    return earliest or "" if earliest == latest else f"{earliest or ''}..{latest or ''}"


def roots(contact: RecordContact, lang: Lang) -> str:
    """On whose word it is known."""
    words = record_labels(lang)
    named = []
    for root in contact.sources.roots:
        if root.kind == "side":
            of = side(root.key, lang)
            named.append(of if root.name == root.key else f"{of}{words.phrases['colon']} {plain(root.name)}")
        else:
            named.append(f"{words.roots[root.kind]} {plain(root.name)}")
    return words.phrases["separator"].join(named)


def reason(told: str, lang: Lang) -> str:
    """Why two reports were joined; a side's code at its end is named in the language."""
    known = record_labels(lang).reasons
    if told in known or not known:
        return known.get(told, told)
    head, _, code = told.rpartition(" ")
    return f"{known[head]} {side(code, lang)}" if head in known else told


def outlet(report: Report) -> str:
    """Where a report was printed: its outlet where that is known, and the article."""
    return f"{plain(report.outlet)} {report.article}" if report.outlet else report.article
