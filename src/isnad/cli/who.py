"""`isnad who`: who is named in a text, and whom the words stand for."""

import datetime
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

if TYPE_CHECKING:
    from isnad.cli.blocks import Screen
    from isnad.cli.labels import Labels, Lang
    from isnad.lexicon import Lexicon
    from isnad.model import Article, Mention, Reading, SourceError

_ARABIC = re.compile(r"[\u0620-\u064a]")
_STYLES = {
    "person": "bold green",
    "office": "yellow",
    "state": "cyan",
    "organisation": "blue",
    "group": "magenta",
    "place": "dim cyan",
    "format": "dim blue",
}
_HIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """A mention with what is known of its actor: names, the office in the article's words, the side, and the basis."""

    start: int
    end: int
    text: str
    kind: str
    actor: str | None
    name: str | None
    name_en: str | None
    office: str | None
    side: str | None
    basis: str
    candidates: tuple[str, ...]


@click.command(short_help="Show who is named in a text.")
@click.argument("what", metavar="TEXT|FILE|-")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day of publication, where the input has none: it decides who held an office.",
)
@click.option("--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True, help="Language of the table.")
@click.option("--format", "name", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
def who(what: str, published: datetime.datetime | None, lang: "Lang", name: str) -> None:
    """Highlight the mentions of a text, and list whom each stands for: actor, office, side, and on what basis.

    The argument is a file or folder that `isnad read` takes, - for standard input, or the Arabic text itself. Where
    colours are not shown, mentions stand in square brackets.

    \b
    Examples:
      isnad who 'بحث لافروف مع نظيره التركي الوضع في حلب' --published 2024-11-30
      isnad who article.txt
      curl URL | isnad who - --format jsonl

    Exit status: 0 when something was read, 1 when nothing could be read, 2 for a wrong command line.
    """
    from isnad.cli.blocks import screen
    from isnad.cli.complaint import complain
    from isnad.lexicon import load
    from isnad.model import SourceError

    day = published.date().isoformat() if published else None
    lexicon, count, on = load(), 0, screen(sys.stdout.buffer)
    for item in _items(what, lexicon, day):
        if isinstance(item, SourceError):
            complain(item)
            continue
        count += 1
        article, reading = item
        found = mentioned(reading, lexicon)
        if name == "jsonl":
            told = {"article": article.key, "published": reading.article.published, "mentions": found}
            click.echo(msgspec.json.encode(told))
        else:
            click.echo(_block(article, found, lang, on), nl=False)
    raise SystemExit(0 if count else 1)


def mentioned(reading: "Reading", lexicon: "Lexicon") -> list[Who]:
    """The mentions of a reading with what its parties and the registry know of them, in text order."""
    parties = {(p.start, p.end): p for contact in reading.contacts for p in contact.parties}
    people = {person.id: person for person in lexicon.people}
    published = reading.article.published
    day = published.latest if published else None
    out = []
    for m in reading.mentions:
        party, person = parties.get((m.start, m.end)), people.get(m.actor or "")
        side = m.actor
        if person:
            held = [t.side or person.side for t in person.offices if day and t.may_hold(day)]
            side = held[0] if held else person.side
        elif m.kind in ("person", "office"):
            side = None
        if party and party.side != "unknown":
            side = party.side
        out.append(
            Who(
                start=m.start, end=m.end, text=m.text, kind=m.kind, actor=m.actor, name=_name(m, person), basis=m.basis,
                name_en=person.name.en if person else None, office=party.office if party else None, side=side,
                candidates=m.candidates,
            )  # fmt: skip
        )
    return out
