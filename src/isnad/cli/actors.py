"""`isnad actors`: who is in the registry, by which names, in which offices, on whose word."""

import datetime
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

import click

if TYPE_CHECKING:
    from rich.console import RenderableType

    from isnad.labels.terms import Labels, Lang
    from isnad.lexicon.people import Person, Term
    from isnad.registry import Collective, Found


@click.command(short_help="Search the registry: states, organisations, groups, people and their offices.")
@click.argument("query", nargs=-1)
@click.option("--side", metavar="CODE", help="A state's ISO code (RUS), an organisation's or group's code (EU, Hamas).")
@click.option("--office", metavar="OFFICE", help="An office of the registry: foreign-minister, head-of-state, …")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Only offices that may have been held that day.",
)
@click.option("--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True, help="Language of the table.")
@click.option("--format", "name", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
def actors(
    query: tuple[str, ...],
    side: str | None,
    office: str | None,
    on: datetime.datetime | None,
    lang: "Lang",
    name: str,
) -> None:
    """Search the registry of actors by the words of QUERY, in Arabic or Latin script.

    Each word must begin a word of the same name: spelling of hamza, ta marbuta, case and accents do not matter. People
    come with their dated offices and the source of each; a day in the registry may be known as a month or a year only.

    \b
    Examples:
      isnad actors لافروف
      isnad actors cavusoglu
      isnad actors --office foreign-minister --side TUR
      isnad actors --office foreign-minister --side TUR --on 2020-01-27
      isnad actors hamas --format jsonl

    Exit status: 0 when something was found, 1 when nothing was, 2 for a wrong command line.
    """
    words = " ".join(query)
    if not (words or side or office or on):
        raise click.UsageError("no search criteria: give words, --side, --office or --on")
    from isnad.lexicon import load
    from isnad.lexicon.people import OfficeId
    from isnad.registry import Query, search

    if office is not None and office not in get_args(OfficeId):
        raise click.UsageError(f"unknown office {office!r}; known offices: {', '.join(sorted(get_args(OfficeId)))}")
    day = on.date().isoformat() if on else None
    found = search(load(), Query(words=words, side=side, office=office, on=day))
    if name == "jsonl":
        for record in _records(found):
            click.echo(record)
    else:
        click.echo(_table(found, lang), nl=False)
    raise SystemExit(0 if found.actors or found.people else 1)


def _records(found: "Found") -> Iterator[bytes]:
    import msgspec

    for actor in found.actors:
        yield msgspec.json.encode(actor)
    for person in found.people:
        record: dict[str, Any] = msgspec.to_builtins(person)
        yield msgspec.json.encode({"kind": "person", **record})


def _table(found: "Found", lang: "Lang") -> str:
    from rich.text import Text

    from isnad.cli.blocks import printed, screen
    from isnad.labels.terms import labels

    words = labels(lang)
    blocks: list[RenderableType] = []
    for actor in found.actors:
        blocks += _collective(actor, words, lang)
    for person in found.people:
        blocks += _person(person, words, lang)
    return printed(screen(sys.stdout.buffer), blocks or [Text(words.phrases["nothing_found"], "dim")])


def _collective(actor: "Collective", words: "Labels", lang: "Lang") -> "Iterator[RenderableType]":
    from rich.padding import Padding
    from rich.text import Text

    from isnad.cli.blocks import INDENT, grid, line

    pair = (actor.name_en, actor.name_ar)
    head = (actor.id, *(pair if lang == "en" else pair[::-1]), words.actors[actor.kind])
    yield Text(line(head, words), "bold")
    names = [name for name in actor.names if name != actor.name_ar]
    if names:
        yield Padding(grid([(words.fields["names"], Text(line(("، ".join(names),), words)))]), (0, 0, 0, INDENT))
    yield ""


def _person(person: "Person", words: "Labels", lang: "Lang") -> "Iterator[RenderableType]":
    from rich.padding import Padding
    from rich.text import Text

    from isnad.cli.blocks import INDENT, columns, line

    pair = (person.name.en, person.name.ar)
    yield Text(line((person.side, *(pair if lang == "en" else pair[::-1]), person.id), words), "bold")
    heads = (words.fields[head] for head in ("office", "term", "source"))
    rows = [(_office(term, person, words), _days(term, words), term.source) for term in person.offices]
    yield Padding(columns(heads, rows, words), (0, 0, 0, INDENT))
    yield ""


def _office(term: "Term", person: "Person", words: "Labels") -> str:
    side = term.side if term.side and term.side != person.side else None
    flags = [words.terms[flag] for flag in ("acting", "rival", "nominal") if getattr(term, flag)]
    return " · ".join(part for part in (words.offices[term.office], side, *flags) if part)


def _days(term: "Term", words: "Labels") -> str:
    return f"{words.day(term.start)} – {words.day(term.end) if term.end else words.phrases['today']}"
