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
    from rich.text import Text

    from isnad.cli.blocks import Screen
    from isnad.labels.terms import Labels, Lang
    from isnad.lexicon import Lexicon
    from isnad.model import Article, Reading, SourceError

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
    help="Publication date, if the input has none: it decides who held an office.",
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
        found = mentioned(article, reading, lexicon)
        if name == "jsonl":
            told = {"article": article.key, "published": reading.article.published, "mentions": found}
            click.echo(msgspec.json.encode(told))
        else:
            click.echo(_block(article, found, lang, on), nl=False)
    raise SystemExit(0 if count else 1)


def mentioned(article: "Article", reading: "Reading", lexicon: "Lexicon") -> list[Who]:
    """The mentions of a reading with what is known of their actors, in text order."""
    from isnad.reading.offices import bearers

    known = {(b.start, b.end): b for b in bearers(article, lexicon)}
    out = []
    for m in reading.mentions:
        bearer = known.get((m.start, m.end))
        out.append(
            Who(
                start=m.start,
                end=m.end,
                text=m.text,
                kind=m.kind,
                actor=m.actor,
                name=bearer.name if bearer else None,
                name_en=bearer.name_en if bearer else None,
                office=bearer.office if bearer else None,
                side=bearer.side if bearer else None,
                basis=m.basis,
                candidates=m.candidates,
            )
        )
    return out


def _items(what: str, lexicon: "Lexicon", day: str | None) -> "Iterator[tuple[Article, Reading] | SourceError]":
    from isnad.cli.batch import read_one, readings
    from isnad.model import Page

    if _ARABIC.search(what) and not _is_path(what):
        yield read_one(Page(key="text", origin="text", text=what, title_end=0), lexicon, day)
    else:
        yield from readings([what], lexicon, day, with_text=False)


def _is_path(what: str) -> bool:
    try:
        return Path(what).exists()
    except (OSError, ValueError):  # longer than any path
        return False


def _block(article: "Article", found: list[Who], lang: "Lang", on: "Screen") -> str:
    from rich.console import RenderableType
    from rich.padding import Padding
    from rich.text import Text

    from isnad.cli.blocks import INDENT, columns, line, printed
    from isnad.labels.plain import plain
    from isnad.labels.terms import labels

    words = labels(lang)
    rows: list[tuple[Text | str, ...]] = [
        (Text(line((told,), words), style), *rest) for (told, style), *rest in _rows(found, lang, words)
    ]
    heads = (words.fields[head] for head in ("words", "actor", "office", "side", "basis"))
    blocks: list[RenderableType] = [
        Text(plain(article.key), "dim"),
        _highlighted(article.text, found, on),
        "",
        Padding(columns(heads, rows, words) if rows else Text(words.phrases["no_mentions"], "dim"), (0, 0, 0, INDENT)),
    ]
    if rows and on.colour:
        kinds = {w.kind for w in found}
        legend = Text("  ").join(Text(words.mentions[kind], style) for kind, style in _STYLES.items() if kind in kinds)
        blocks.append(Padding(legend, (1, 0, 0, INDENT)))
    return printed(on, [*blocks, ""])


def _rows(found: list[Who], lang: "Lang", words: "Labels") -> list[tuple[tuple[str, str], str, str, str, str]]:
    """One row a wording and actor, however often it is told."""
    from isnad.labels.plain import plain

    rows: dict[tuple[tuple[str, str], str, str, str, str], None] = {}
    for w in found:
        shown = (w.name_en or w.name) if lang == "en" else (w.name or w.name_en)
        actor = shown or (w.actor if w.side is None else None) or ""
        row = ((plain(w.text), _STYLES[w.kind]), plain(actor), plain(w.office), plain(w.side), words.bases[w.basis])
        rows.setdefault(row, None)
    return list(rows)


def _highlighted(text: str, found: list[Who], on: "Screen") -> "Text":
    from rich.text import Text

    out, at = Text(), 0
    for w in found:
        if w.start < at:
            continue
        out.append(_HIDDEN.sub("", text[at : w.start]))
        words = _HIDDEN.sub("", text[w.start : w.end])
        out.append(words if on.colour else f"[{words}]", _STYLES[w.kind])
        at = w.end
    return out.append(_HIDDEN.sub("", text[at:]))
