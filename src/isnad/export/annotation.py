"""W3C Web Annotations: each statement as an annotation of the article, found again by position and by its words."""

from typing import Any

from isnad.model import Reading
from isnad.model.reading import Statement

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


def annotations(reading: Reading, text: str) -> list[dict[str, Any]]:
    """The statements of a reading of `text`, one annotation each, as JSON-LD objects.

    The target is the article's address, or its hash where it has none. Positions count code points, as the Web
    Annotation model wants them; `exact`, `prefix` and `suffix` find the words again in an article that has changed.
    """
    source = reading.article.url or f"urn:sha256:{reading.article.sha256}"
    return [_annotation(statement, source, text) for statement in reading.statements]


def _annotation(statement: Statement, source: str, text: str) -> dict[str, Any]:
    start, end = statement.content.start, statement.content.end
    return {
        "@context": _CONTEXT,
        "id": f"urn:isnad:statement:{statement.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "type": "Dataset",
            "format": "application/json",
            "value": {
                "speakers": [
                    {"name": p.name, "name_en": p.name_en, "office": p.office, "side": p.side}
                    for p in statement.speakers
                ],
                "cue": statement.cue.text if statement.cue is not None else None,
                "form": statement.form,
                "polarity": statement.polarity,
                "chain": [{"role": x.role, "name": x.name, "basis": x.basis} for x in statement.chain],
                "contact": statement.contact,
                "rule": statement.rule,
            },
        },
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - _AROUND) : start],
                    "suffix": text[end : end + _AROUND],
                },
            ],
        },
    }
