"""`isnad compare`: what the articles of one contact say, side by side."""

import sys
from typing import TYPE_CHECKING

import click

from isnad.cli.record.guard import guarded
from isnad.cli.record.options import FormName, format_option, lang_option, opened, record_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from isnad.cli.record.page import Block
    from isnad.comparison.outline import Row as Finding
    from isnad.labels.terms import Lang
    from isnad.model import Comparison, RecordContact


@click.command(short_help="Compare what the articles of a contact say.")
@click.argument("id_", metavar="ID")
@record_option
@format_option
@lang_option
@guarded
def compare(id_: str, record: str, form: FormName, lang: "Lang") -> bool:
    """Align what was said in a contact: the same words in different wordings, what only one side's readout or one
    outlet tells, clauses that others leave out, and what cannot both be right.

    ID is the id of the contact, of one of its reports, or the beginning of either.

    \b
    Examples:
      isnad compare 85415aac
      isnad compare 85415aac --lang ar --format markdown
      isnad compare 85415aac --format csv > findings.csv
    """
    import msgspec

    from isnad.comparison import compare as align
    from isnad.comparison import outline
    from isnad.lexicon import load
    from isnad.model import RecordError
    from isnad.query.contacts import witnesses_of

    with opened(record) as reader:
        contact = reader.contact(id_)
        if contact is None:
            raise RecordError(
                record, f"no contact, or more than one, matches the id {id_!r}", "`isnad contacts` lists them"
            )
        made = align(contact, witnesses_of(reader, contact), load())
    if form == "jsonl":
        sys.stdout.buffer.write(msgspec.json.encode(made) + b"\n")
        return True
    findings = outline(made)
    if form == "csv":
        from isnad.cli.record.rows import Row, show

        rows = (
            Row((f.section, f.about, f.kind, text, " ".join(articles)), b"")
            for f in findings
            for text, articles in zip(f.texts, f.articles, strict=True)
        )
        return show(("section", "about", "kind", "words", "articles"), rows, "csv", lang, "")
    from isnad.cli.record.page import written

    click.echo(written(_blocks(contact, made, findings, lang), form, lang), nl=False)
    return True


def _blocks(
    contact: "RecordContact", made: "Comparison", findings: "tuple[Finding, ...]", lang: "Lang"
) -> "Iterator[Block]":
    from itertools import groupby

    from isnad.cli.record.page import Field, Heading
    from isnad.cli.record.told import facts, head
    from isnad.labels.plain import plain
    from isnad.labels.record import record_labels

    more = record_labels(lang)
    yield Heading(1, (*head(contact, lang), contact.id))
    yield from facts(contact, lang)
    cited = {article: f"[{number}]" for number, article in enumerate(made.articles, 1)}
    for section, found in groupby(findings, key=lambda f: f.section):
        yield Heading(2, (more.sections[section],))
        for finding in found:
            label = _about(finding, lang)
            for place, (text, articles) in enumerate(zip(finding.texts, finding.articles, strict=True)):
                words = f"«{plain(text)}»" if text else more.phrases["nothing_there"]
                where = " ".join(cited[article] for article in articles)
                yield Field("" if place else label, (words, where), 1 if place else 0)
    if not findings:
        yield Heading(2, (more.phrases["nothing_to_compare"],))
    yield Heading(2, (more.phrases["articles"],))
    outlets = {report.article: (plain(report.title), plain(report.outlet)) for report in contact.reports}
    for article, mark in cited.items():
        yield Field(mark, (*outlets[article], article))


def _about(finding: "Finding", lang: "Lang") -> str:
    """Whose words, or in what they differ."""
    from isnad.labels.record import record_labels, side

    more = record_labels(lang)
    if finding.section in ("drift", "contradiction", "dropped"):
        return more.drift[finding.kind]
    if finding.section == "utterance":
        return " + ".join(side(code, lang) for code in finding.kind.split("+") if code)
    if finding.section == "counterpart_only":
        of, by = finding.about.split(" < ", 1)
        return f"{side(of, lang)} ← {side(by, lang)}"
    if finding.section in ("common", "readout"):
        return " + ".join(side(code, lang) for code in finding.about.split("+") if code)
    return finding.about
