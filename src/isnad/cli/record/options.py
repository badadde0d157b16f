"""Options that the commands of a record share, and the opening of the record that they name."""

import os
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

import click

if TYPE_CHECKING:
    from isnad.query.reader import Reader

F = TypeVar("F", bound=Callable[..., Any])
FormName = Literal["table", "jsonl", "csv", "markdown"]
DEFAULT = "isnad.db"

record_option = click.option(
    "--record",
    metavar="FILE|URL",
    default=lambda: os.environ.get("ISNAD_RECORD", DEFAULT),
    help=f"The record: a file, or postgresql://user@host/database.  [default: $ISNAD_RECORD, else {DEFAULT}]",
)
lang_option = click.option(
    "--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True, help="Language of the output."
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv", "markdown"]),
    default="table",
    show_default=True,
    help="table for the terminal, jsonl and csv for programs, markdown for a document.",
)
confidence_option = click.option(
    "--min-confidence",
    "confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Only what is right with a probability of at least P, 0 to 1, by how often such readings were.",
)
_ASKED = (
    click.option(
        "--actor", "actors", multiple=True, metavar="NAME", help="Id or part of a name, any spelling; repeat."
    ),
    click.option(
        "--side", "sides", multiple=True, metavar="CODE", help="RUS, UN, Hamas, …; repeat for all of several."
    ),
    click.option("--pair", nargs=2, metavar="A B", help="Two parties, each a side's code or part of a name."),
    click.option(
        "--kind",
        "kinds",
        multiple=True,
        type=click.Choice(["call", "message", "meeting", "visit", "multilateral", "contact"]),
        help="Kind; repeat for any of several.",
    ),
    click.option(
        "--status",
        "statuses",
        multiple=True,
        type=click.Choice(["held", "ongoing", "planned", "proposed", "cancelled", "denied"]),
        help="Status; repeat for any of several.",
    ),
    click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="First day, inclusive."),
    click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Last day, inclusive."),
    click.option("--on", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="One day."),
    click.option("--topic", metavar="WORD", help="Part of a topic, in Arabic."),
    click.option("--place", metavar="WORD", help="Part of the place, as the articles write it."),
    click.option("--outlet", metavar="NAME", help="Part of the name of an outlet that reports it."),
    click.option(
        "--sources", type=click.IntRange(0, 1_000_000), default=0, metavar="N", help="At least N independent sources."
    ),
    confidence_option,
    click.option("--domestic", is_flag=True, help="Also contacts inside one state."),
    click.option("--rejected", is_flag=True, help="Also contacts that a reviewer rejected."),
)


def asked_options(command: F) -> F:
    """The options that pick contacts; they come to the command as keyword arguments for `asked`."""
    for option in reversed(_ASKED):
        command = option(command)
    return command


def gathered(name: str, *options: Callable[[F], F]) -> Callable[[F], F]:
    """A decorator that adds the options to a command; their values come to it as one dictionary, called `name`."""

    def declared(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    def own() -> None: ...

    names = [parameter.name for parameter in declared(own).__click_params__]

    def decorate(command: F) -> F:
        @wraps(command)
        def run(*args: Any, **given: Any) -> Any:
            values = {key: given.pop(key) for key in names}
            return command(*args, **given, **{name: values})

        return cast(F, declared(run))

    return decorate


def asked(options: dict[str, Any]) -> Any:
    """The question that the options put; further keywords of `Asked` may stand among them."""
    from isnad.query.selection import Asked

    given = dict(options)
    days = {name: given.pop(name) for name in ("since", "until", "on")}
    if days["on"] and (days["since"] or days["until"]):
        raise click.UsageError("--on cannot be combined with --since or --until")
    first, last = days["on"] or days["since"], days["on"] or days["until"]
    if first and last and first > last:
        raise click.UsageError("--since must not be later than --until")
    for party in given.pop("pair") or ():
        name = "sides" if _is_side(party) else "actors"
        given[name] = (*given[name], party)
    return Asked(
        **given, since=first.date().isoformat() if first else None, until=last.date().isoformat() if last else None
    )


def _is_side(text: str) -> bool:
    """Codes of states and most organisations are capitals; groups have English names of their own."""
    return text.isascii() and (text.isupper() or not text.islower()) and "-" not in text and " " not in text


def opened(where: str) -> "Reader":
    """The record open for reading, merged anew where something was added or decided since."""
    from isnad.query.reader import Reader

    reader = Reader(where)
    if reader.stale():
        reader.close()
        from isnad.store.record import Record

        with Record(where) as record:
            record.merge()
        reader = Reader(where)
    return reader
