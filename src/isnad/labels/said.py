"""One statement in words: the speaker, the verb, what was said, and the chain drawn as a line."""

from functools import cache
from importlib.resources import files

import msgspec
import yaml

from isnad.labels.plain import SideName, plain
from isnad.labels.terms import LOADER, Lang
from isnad.model import Party
from isnad.model.reading import Statement

_WORDS = 400


class SaidLabels(msgspec.Struct, frozen=True):
    """One language's words for what a statement holds."""

    links: dict[str, str]
    bases: dict[str, str]
    forms: dict[str, str]
    polarity: dict[str, str]
    voices: dict[str, str]
    stances: dict[str, str]
    phrases: dict[str, str]
    arrow: str


class SaidView(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as plain strings; `chain` goes from the outlet to the speaker."""

    who: str
    cue: str
    words: str
    notes: tuple[str, ...]
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
    notes += [words.phrases["second_hand"]] if statement.counterpart_only else []
    if statement.addressee is not None:
        notes.append(f"{words.phrases['to']} {_party(statement.addressee, lang, side_name)}")
    told = plain(statement.content.text)
    links = []
    for link in statement.chain:
        name = plain(link.name) or (words.phrases["outlet"] if link.role == "outlet" else words.links[link.role])
        basis = "" if link.role == "outlet" else words.bases[link.basis]
        links.append(f"{name} ({basis})" if basis else name)
    return SaidView(
        who=" + ".join(_party(p, lang, side_name) for p in statement.speakers) or words.phrases["nobody"],
        cue=plain(statement.cue.text) if statement.cue is not None else "",
        words=told if len(told) <= _WORDS else told[:_WORDS] + "…",
        notes=tuple(note for note in notes if note),
        chain=words.arrow.join(links),
    )


def _party(party: Party, lang: Lang, side_name: SideName) -> str:
    name = (party.name_en or party.name) if lang == "en" else (party.name or party.name_en)
    side = "" if party.side == "unknown" else f" ({side_name(party.side, lang) or party.side})"
    return f"{plain(name or party.office)}{side}"
