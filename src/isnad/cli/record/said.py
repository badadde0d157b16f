"""The statements of a record, for `isnad statements`."""

from typing import TYPE_CHECKING, Any

from isnad.cli.record.guard import guarded
from isnad.cli.record.options import FormName, opened

if TYPE_CHECKING:
    from isnad.cli.record.rows import Row
    from isnad.labels.terms import Lang
    from isnad.query.statements import Said

_NEWEST = 50
_HEADS = ("id", "day", "article", "outlet", "contact", "speaker", "form", "said", "words", "chain")
_FEW = ("id", "day", "speaker", "said", "article")


@guarded
def listed(record: str, form: FormName, lang: "Lang", options: dict[str, Any]) -> bool:
    """List the statements that `options` ask for; tables show the newest."""
    import msgspec

    from isnad.cli.record.rows import show
    from isnad.labels.record import record_labels
    from isnad.model import RecordError
    from isnad.query.statements import AskedSaid, said

    days = {name: options[name].date().isoformat() if options[name] else None for name in ("since", "until")}
    with opened(record) as reader:
        contact = options["contact"]
        if contact:
            found = reader.contact(contact)
            if found is None:
                raise RecordError(record, f"no contact with the id {contact!r}", "`isnad contacts` lists them")
            contact = found.id
        newest = _NEWEST if form in ("table", "markdown") else None
        question = AskedSaid(
            speaker=options["speaker"],
            side=options["side"],
            contact=contact,
            newest=newest,
            confidence=options["confidence"],
        )
        question = msgspec.structs.replace(question, **days)
        rows = (_row(item, lang, _HEADS if form == "csv" else _FEW) for item in said(reader, question))
        heads = _HEADS if form == "csv" else _FEW
        return show(heads, rows, form, lang, record_labels(lang).phrases["nothing_said"])


def _row(item: "Said", lang: "Lang", heads: tuple[str, ...]) -> "Row":
    import msgspec

    from isnad.cli.record.rows import Row
    from isnad.labels.plain import plain
    from isnad.labels.record import interval, side
    from isnad.labels.said import said

    shown = said(item.statement, lang, side)
    cells = {
        "id": item.statement.id,
        "day": interval(item.published.earliest, item.published.latest),
        "article": item.article,
        "outlet": plain(item.outlet),
        "contact": item.contact or "",
        "speaker": shown.who,
        "form": item.statement.form,
        "said": f"{shown.cue}: {shown.words}" if shown.cue else shown.words,
        "words": plain(item.statement.content.text),
        "chain": shown.chain,
    }
    return Row(tuple(cells[head] for head in heads), msgspec.json.encode(item))
