"""`isnad learn-offices`: what a corpus knows about offices that the registry does not."""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from isnad.labels.terms import Labels, Lang
    from isnad.registry import Finding


@click.command(short_help="Propose offices that a corpus mentions and the registry lacks.")
@click.argument("corpus", nargs=-1, required=True, metavar="CORPUS...")
@click.option(
    "--min-articles",
    "least",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    metavar="N",
    help="Only what at least N articles say.",
)
@click.option("--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True, help="Language of the table.")
@click.option(
    "--format",
    "name",
    type=click.Choice(["table", "jsonl", "yaml"]),
    default="table",
    show_default=True,
    help="yaml: unlisted persons as entries of the registry, to be completed by hand.",
)
def learn_offices(corpus: tuple[str, ...], least: int, lang: "Lang", name: str) -> None:
    """Gather who is called what in the articles of CORPUS, and set it against the registry.

    Persons named with a title («وزير الداخلية النمساوي فلان») are counted article by article. What comes out is never
    taken over: it is for a person to judge, most frequent first. Four things are told: persons that the registry does
    not list; offices that it does not know of a listed person; spellings that it lacks; and contradictions, where on
    those days it has another in the office. Days are those of the articles, not of taking and leaving office.

    \b
    Examples:
      isnad learn-offices folder/
      isnad learn-offices news.jsonl.xz --min-articles 5 --format jsonl
      isnad learn-offices news.jsonl.xz --format yaml > proposals.yml

    Exit status: 0 when something was read, 1 when nothing could be read, 2 for a wrong command line.
    """
    from isnad.clean import clean
    from isnad.cli.complaint import complain
    from isnad.cli.progress import progress
    from isnad.lexicon import load
    from isnad.model import SourceError, defect
    from isnad.reading.offices import titled_persons
    from isnad.registry import Learner
    from isnad.sources import read_pages

    lexicon, count = load(), 0
    learner = Learner(lexicon)
    with progress(hidden=False) as advance:
        for page in read_pages(corpus):
            if isinstance(page, SourceError):
                complain(page)
                continue
            try:
                persons = titled_persons(clean(page), lexicon)
            except Exception as error:
                complain(defect(page.origin, error))
                continue
            count += 1
            learner.see(persons)
            advance(page.key)
    found = learner.findings(least)
    if name == "jsonl":
        import msgspec

        for finding in found:
            click.echo(msgspec.json.encode(finding))
    elif name == "yaml":
        click.echo("".join(_yaml(found)), nl=False)
    else:
        click.echo(_table(found, lang), nl=False)
    raise SystemExit(0 if count else 1)


def _table(found: "Sequence[Finding]", lang: "Lang") -> str:
    from typing import get_args

    from rich.console import RenderableType
    from rich.padding import Padding
    from rich.text import Text

    from isnad.cli.blocks import INDENT, columns, printed, screen
    from isnad.labels.terms import labels
    from isnad.registry import FindingKind

    words = labels(lang)
    blocks: list[RenderableType] = []
    for kind in get_args(FindingKind):
        rows = [_row(finding, words) for finding in found if finding.kind == kind]
        if rows:
            fields = ("side", "office", "person", "days", "registry")
            heads = (words.counts["articles"], *(words.fields[field] for field in fields))
            blocks += [Text(words.findings[kind], "bold"), Padding(columns(heads, rows, words), (0, 0, 1, INDENT))]
    return printed(screen(sys.stdout.buffer), blocks or [Text(words.phrases["nothing_learned"], "dim")])


def _row(finding: "Finding", words: "Labels") -> tuple[str, ...]:
    from isnad.labels.plain import plain

    days = words.days(finding.first, finding.last) or words.phrases["day_unknown"]
    known = finding.like or ", ".join(finding.holders) or finding.registry or ""
    return (str(finding.articles), finding.side, words.offices[finding.office], plain(finding.name), days, known)


def _yaml(found: "Sequence[Finding]") -> Iterator[str]:
    """Unlisted persons as the registry writes them; what no article tells is left empty, so the loader refuses it."""
    for finding in found:
        if finding.kind != "person":
            continue
        outlets = f" ({', '.join(finding.outlets)})" if finding.outlets else ""
        days = f"{finding.first} to {finding.last}" if finding.first else "undated"
        yield f"# {days}, articles: {finding.articles}{outlets}\n# {_text(finding.evidence.text)}\n"
        yield f'- id: ""\n  name: {{ar: {_text(finding.name)}, en: ""}}\n  side: {finding.side}\n  offices:\n'
        yield f'    - {{office: {finding.office}, from: "", to: null, source: ""}}\n\n'


def _text(value: str) -> str:
    """A string as YAML and JSON both write it, on one line."""
    return json.dumps(value, ensure_ascii=False)
