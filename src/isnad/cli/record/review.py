"""`isnad review`: people's verdicts on contacts, merges and statements."""

from typing import TYPE_CHECKING, Any

import click

from isnad.cli.record.guard import guarded
from isnad.cli.record.options import FormName, format_option, gathered, lang_option, opened, record_option

if TYPE_CHECKING:
    from isnad.labels.terms import Lang

_SIGNED = gathered(
    "signed",
    click.option("--note", default="", help="Why."),
    click.option("--by", default=None, metavar="NAME", help="Who decides.  [default: the user's name]"),
)
_CORRECTED = gathered(
    "given",
    click.option("--kind", type=click.Choice(["call", "message", "meeting", "visit", "multilateral", "contact"])),
    click.option("--status", type=click.Choice(["held", "ongoing", "planned", "proposed", "cancelled", "denied"])),
    click.option("--day", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD"),
    click.option("--place", metavar="WORDS"),
)


@click.group(short_help="Accept, reject or correct what was read and merged.")
def review() -> None:
    """Decide about contacts, merges and statements. A verdict outlives reading and merging again.

    A verdict on a merge holds two reports: they must be one contact, or must not. `isnad show ID` gives their ids.

    \b
    Examples:
      isnad review accept 85415aac
      isnad review correct 85415aac --day 2024-11-30 --place أنقرة
      isnad review part 85415aacd1db9728 ea0980784779760c --note "two calls"
      isnad review join 253cfad84f4792fd d33bf4ff4038e4bf
      isnad review list
    """


@review.command(short_help="A contact or statement is right.")
@click.argument("id_", metavar="ID")
@record_option
@_SIGNED
@guarded
def accept(id_: str, record: str, signed: dict[str, Any]) -> bool:
    """Mark a contact or a statement as right."""
    return _decide(record, signed, kind="accept", subject=id_)


@review.command(short_help="A contact or statement is wrong; lists leave it out.")
@click.argument("id_", metavar="ID")
@record_option
@_SIGNED
@guarded
def reject(id_: str, record: str, signed: dict[str, Any]) -> bool:
    """Mark a contact or a statement as wrong. Lists leave it out unless asked with --rejected; nothing is deleted."""
    return _decide(record, signed, kind="reject", subject=id_)


@review.command(short_help="Say what a contact's kind, status, day or place should be.")
@click.argument("id_", metavar="ID")
@record_option
@_CORRECTED
@_SIGNED
@guarded
def correct(id_: str, record: str, given: dict[str, Any], signed: dict[str, Any]) -> bool:
    """Correct a contact; the readings and reports stay as they are, and show what they said."""
    day = given["day"].date().isoformat() if given["day"] else None
    fields = {name: value for name, value in (given | {"day": day}).items() if value is not None}
    if not fields:
        raise click.UsageError("nothing to correct: give --kind, --status, --day or --place")
    return _decide(record, signed, kind="correct", subject=id_, correction=tuple(sorted(fields.items())))


@review.command(short_help="Two reports are of one contact.")
@click.argument("a")
@click.argument("b")
@record_option
@_SIGNED
@guarded
def join(a: str, b: str, record: str, signed: dict[str, Any]) -> bool:
    """Two reports, or the contacts that hold them, must be one contact."""
    return _decide(record, signed, kind="join", subject=a, other=b)


@review.command(short_help="Two reports are not of one contact.")
@click.argument("a")
@click.argument("b")
@record_option
@_SIGNED
@guarded
def part(a: str, b: str, record: str, signed: dict[str, Any]) -> bool:
    """Two reports must not be one contact. Give the reports' ids: `isnad show ID --format csv` lists them."""
    return _decide(record, signed, kind="part", subject=a, other=b)


@review.command(short_help="Take a verdict back.")
@click.argument("number", type=int)
@record_option
@guarded
def withdraw(number: int, record: str) -> bool:
    """Take back the verdict of this NUMBER in `isnad review list`; what it decided is decided by the readings again."""
    from isnad.model import RecordError
    from isnad.store.record import Record

    with opened(record), Record(record) as opened_:
        if not opened_.withdraw(number):
            raise RecordError(record, f"no verdict number {number}", "see the numbers in `isnad review list`")
        opened_.merge(anyway=True)
    click.echo(f"withdrawn: {number}")
    return True


@review.command("list", short_help="List all verdicts.")
@record_option
@format_option
@lang_option
@guarded
def list_(record: str, form: FormName, lang: "Lang") -> bool:
    """List what was decided, and say of which verdicts the subject is gone."""
    import msgspec

    from isnad.cli.record.rows import Row, show
    from isnad.labels.plain import plain
    from isnad.labels.record import record_labels
    from isnad.merge.judged import SEEN
    from isnad.query.verdicts import decided

    more = record_labels(lang)
    with opened(record) as reader:
        rows = (
            Row(
                (
                    str(d.number),
                    d.verdict.at[:10],
                    d.verdict.by,
                    more.verdicts[d.verdict.kind] if form != "csv" else d.verdict.kind,
                    d.verdict.subject,
                    d.verdict.other,
                    " ".join(
                        part
                        for part in (
                            *(f"{name}={value}" for name, value in d.verdict.correction if name != SEEN),
                            plain(d.verdict.note),
                            more.phrases["orphan"] if d.orphan else "",
                        )
                        if part
                    ),
                ),
                msgspec.json.encode(d),
            )
            for d in decided(reader)
        )
        heads = ("verdict_number", "day", "reviewer", "verdict", "subject", "with", "note")
        return show(heads, rows, form, lang, more.phrases["no_verdicts"])


def _decide(record: str, signed: dict[str, Any], **fields: Any) -> bool:
    """Keep a verdict and merge; `fields` are those of `Verdict`, ids as they were given."""
    import getpass

    from isnad.model import Verdict
    from isnad.query.verdicts import judgement
    from isnad.store.record import Record

    draft = Verdict(**fields, by=signed["by"] or getpass.getuser(), note=signed["note"])
    with opened(record) as reader:
        verdict = judgement(reader, draft)
    with Record(record) as opened_:
        opened_.decide(verdict)
        opened_.merge()
    click.echo(f"{verdict.kind}: {verdict.subject}{' ' + verdict.other if verdict.other else ''}")
    return True
