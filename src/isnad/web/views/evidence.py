"""The words that report a contact, each in its paragraph of its article."""

import msgspec

from isnad.model import RecordContact
from isnad.query.reader import Reader
from isnad.web.views.passage import Mark, Piece, around, pieces


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A report's words with what stands around them; `before` and `after` say whether the paragraph goes on."""

    pieces: tuple[Piece, ...]
    before: bool
    after: bool


def evidence(reader: Reader, contact: RecordContact) -> dict[str, Evidence]:
    """The evidence of each report, by the report's id."""
    out = {}
    for report in contact.reports:
        text = reader.text(report.sha256)
        if text is None:
            continue
        span = report.evidence
        first, last = around(text, span.start, span.end)
        marks = [Mark(span.start, span.end, "evidence")]
        marks += [Mark(k.start, k.end, "source") for k in report.chain if k.start is not None and k.end is not None]
        out[report.contact] = Evidence(
            pieces=pieces(text, first, last, marks),
            before=first > 0 and text[first - 1] != "\n",
            after=last < len(text) and text[last] != "\n",
        )
    return out
