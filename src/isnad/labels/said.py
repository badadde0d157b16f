"""One statement in words: the speaker, the verb, what was said, and the chain drawn as a line."""

from functools import cache
from importlib.resources import files

import msgspec
import yaml

from isnad.labels.plain import SideName, plain
from isnad.labels.terms import LOADER, Lang
from isnad.labels.terms import labels as term_labels
from isnad.model import Contact, Link, Speaker
from isnad.model.reading import Statement

_WORDS = 400


class SaidLabels(msgspec.Struct, frozen=True):
    """One language's words for what a statement holds."""

    links: dict[str, str]
    bases: dict[str, str]
    forms: dict[str, str]
    polarity: dict[str, str]
    occasions: dict[str, str]
    voices: dict[str, str]
    stances: dict[str, str]
    phrases: dict[str, str]
    arrow: str


class SaidView(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as plain strings; `chain` goes from the outlet to the speaker; `around` are those of the `notes` that
    tell to whom, where and when."""

    who: str
    cue: str
    words: str
    notes: tuple[str, ...]
    around: tuple[str, ...]
    chain: str


@cache
def labels(lang: Lang) -> SaidLabels:
    """The labels of one language, read from the package once."""
    text = files("isnad").joinpath("resources", "statements", "labels.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, Loader=LOADER)[lang], SaidLabels)


def said(statement: Statement, lang: Lang, side_name: SideName) -> SaidView:
    """What to show of a statement; long words are cut with an ellipsis."""
    words = labels(lang)
    notes = [words.forms[statement.form], words.polarity[statement.polarity]]
    notes += [words.phrases["within"]] if statement.parent else []
    around = circumstances(statement, lang, side_name)
    notes += around
    told = plain(statement.content.text)
    links = []
    for link in statement.chain:
        name = link_name(link, lang)
        basis = "" if link.role == "outlet" else words.bases[link.basis]
        links.append(f"{name} ({basis})" if basis else name)
    return SaidView(
        who=" + ".join(_party(p, lang, side_name) for p in statement.speakers) or words.phrases["nobody"],
        cue=plain(statement.cue.text) if statement.cue is not None else "",
        words=told if len(told) <= _WORDS else told[:_WORDS] + "…",
        notes=tuple(note for note in notes if note),
        around=around,
        chain=words.arrow.join(links),
    )


def link_name(link: Link, lang: Lang) -> str:
    """What a link of a chain is called: by name, else by what it is."""
    words = labels(lang)
    return plain(link.name) or (words.phrases["outlet"] if link.role == "outlet" else words.links[link.role])


def circumstances(statement: Statement, lang: Lang, side_name: SideName) -> tuple[str, ...]:
    """What is known around the words: whom they were said to, where and when, and whether the other side tells them."""
    words = labels(lang)
    notes = [words.phrases["second_hand"]] if statement.counterpart_only else []
    if statement.addressee is not None:
        notes.append(f"{words.phrases['to']} {_party(statement.addressee, lang, side_name)}")
    if statement.occasion is not None:
        notes.append(words.occasions[statement.occasion])
    days = term_labels(lang).days(statement.time.earliest, statement.time.latest) if statement.time else None
    if days:
        notes.append(f"{words.phrases['on_day']} {days}")
    return tuple(notes)


def met(contact: Contact, lang: Lang, side_name: SideName) -> str:
    """A contact in short, as a statement that belongs to it names it: its kind and its parties."""
    parties = dict.fromkeys(_party(p, lang, side_name) for p in contact.parties)
    return f"{term_labels(lang).kinds[contact.kind]} {' – '.join(parties)}"


def _party(party: Speaker, lang: Lang, side_name: SideName) -> str:
    name = (party.name_en or party.name) if lang == "en" else (party.name or party.name_en)
    side = "" if party.side in (None, "unknown") else f" ({side_name(party.side, lang) or party.side})"
    return f"{plain(name or party.office)}{side}"
