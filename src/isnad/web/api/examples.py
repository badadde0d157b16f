"""Examples of the answers, from the sample record: `scripts/api_examples.py` writes them anew."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

FILE = Path(__file__).with_name("examples.json")


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """An address that can be asked, what is sent, and the answer, of which long lists are cut."""

    path: str
    body: dict[str, Any] | None = None
    answer: Any = None


@cache
def examples() -> dict[str, Example]:
    """An example for each operation, by its id."""
    return msgspec.json.decode(FILE.read_bytes(), type=dict[str, Example])


def put(operation: dict[str, Any]) -> None:
    """Set the example of an operation beside the schemas that it is an example of."""
    example = examples().get(operation["operationId"])
    if example is None:
        return
    sent = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if sent is not None and example.body is not None:
        sent["example"] = example.body
    for status in ("200", "201"):
        told = operation["responses"].get(status, {}).get("content", {}).get("application/json")
        if told is not None and example.answer is not None:
            told["example"] = example.answer
            return
