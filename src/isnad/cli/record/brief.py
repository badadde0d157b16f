"""`isnad brief`: a page that an analyst can use."""

import datetime
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from isnad.cli.record.guard import guarded
from isnad.cli.record.options import lang_option, opened, record_option

if TYPE_CHECKING:
    from isnad.cli.record.page import Block
    from isnad.labels.terms import Lang
    from isnad.model import RecordContact, Statement
    from isnad.query.brief import Brief


@click.command(short_help="Brief on some articles, or on a day of the record.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Brief on this day of the record.")
@click.option("--samples", is_flag=True, help="Brief on the sample articles that come with Isnad.")
@record_option
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl", "csv", "markdown"]), default="table", show_default=True
)
@lang_option
@guarded
def brief(
    paths: tuple[str, ...], on: datetime.datetime | None, samples: bool, record: str, form: str, lang: "Lang"
) -> bool:
    """Brief on the articles in each PATH, or on one day of the record: what was held, what lies ahead, what was denied.

    With PATH no record is needed: the articles are read and merged in memory. Each line says on whose word it is known.

    \b
    Examples:
      isnad brief articles/*.txt --lang ar
      isnad brief --on 2018-03-20 --record news.db --format markdown > brief.md
    """
    if samples:
        from isnad.samples import folder

        paths = (*paths, str(folder()))
    if bool(paths) == bool(on):
        raise click.UsageError("give files, or a day of the record with --on")
    contacts, said = _read(paths) if paths else _recorded(record, on)
    from isnad.query.brief import brief as make

    made = make(contacts, said)
    if form == "jsonl":
        import msgspec

        for contact in contacts:
            sys.stdout.buffer.write(msgspec.json.encode(contact) + b"\n")
    elif form == "csv":
        from isnad.cli.record.contacts import HEADS, row
        from isnad.cli.record.rows import show

        ordered = [item.contact for section in made.sections for item in section.items]
        show(HEADS, (row(contact, lang, codes=True) for contact in ordered), "csv", lang, "")
    else:
        from isnad.cli.record.page import written

        click.echo(written(_blocks(made, lang), "markdown" if form == "markdown" else "table", lang), nl=False)
    if not contacts:
        from isnad.labels.terms import labels

        click.echo(f"isnad: {labels(lang).phrases['no_contacts']}", err=True)
    return bool(contacts)


Told = tuple["Sequence[RecordContact]", "Mapping[str, Sequence[Statement]]"]


def _read(paths: tuple[str, ...]) -> Told:
    from isnad.cli.batch import readings
    from isnad.cli.complaint import complain
    from isnad.lexicon import load
    from isnad.merge import appearance, merge, witness
    from isnad.model import SourceError

    lexicon, witnesses = load(), []
    for item in readings(paths, lexicon, None, with_text=False):
        if isinstance(item, SourceError):
            complain(item)
            continue
        article, reading = item
        witnesses.append(witness(reading, article.text, [appearance(article)]))
    made = merge(witnesses, lexicon)
    said = {w.sha256: w.statements for w in witnesses}
    return made.contacts, {
        r.contact: tuple(s for s in said[r.sha256] if s.id in r.statements) for c in made.contacts for r in c.reports
    }


def _recorded(record: str, on: datetime.datetime | None) -> Told:
    from isnad.query.contacts import contacts, statements_of
    from isnad.query.selection import Asked

    day = on.date().isoformat() if on else None
    with opened(record) as reader:
        found = list(contacts(reader, Asked(since=day, until=day)))
        said: dict[str, Any] = {}
        for contact in found:
            said |= statements_of(reader, contact)
    return found, said


def _blocks(made: "Brief", lang: "Lang") -> "Iterator[Block]":
    from isnad.cli.record.page import Field, Heading
    from isnad.cli.record.told import facts, head, spoken
    from isnad.labels.plain import plain
    from isnad.labels.record import record_labels
    from isnad.labels.terms import labels

    words, more = labels(lang), record_labels(lang)
    reports = {r.article: r for s in made.sections for i in s.items for r in i.contact.reports}
    cited = {article: f"[{number}]" for number, article in enumerate(made.articles, 1)}
    number = sum(len(section.items) for section in made.sections)
    counts = f"{more.phrases['contacts']} {number}", f"{more.phrases['articles']} {len(made.articles)}"
    yield Heading(1, (more.phrases["brief"], *counts))
    for section in made.sections:
        day = words.day(section.day) if section.day else ""
        yield Heading(2, (more.parts[section.part], day))
        for item in section.items:
            yield Heading(3, (*head(item.contact, lang), item.contact.id[:8]))
            yield from (f for f in facts(item.contact, lang) if not (section.day and f.parts == (day,)))
            for report in item.contact.reports[:1]:
                yield Field(words.fields["words"], (f"«{plain(report.evidence.text)}»", _where(item.contact, cited)))
            for told in item.said:
                yield Field(
                    more.phrases["said"], (*spoken(told.report, told.statement, lang)[:-1], cited[told.report.article])
                )
    yield Heading(2, (more.phrases["articles"],))
    for article, mark in cited.items():
        report = reports[article]
        out = words.days(report.published.earliest, report.published.latest) if report.published else None
        yield Field(mark, (plain(report.title), plain(report.outlet), out or "", article))


def _where(contact: "RecordContact", cited: "Mapping[str, str]") -> str:
    return " ".join(dict.fromkeys(cited[report.article] for report in contact.reports))
