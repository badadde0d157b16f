"""The golden cases of the tests as labelled articles: made-up sentences with near misses, which news rarely has."""

from collections.abc import Iterator
from pathlib import Path

from isnad.clean import clean
from tests.golden_case import Case, Expected, load
from training.labelled import Gold, Labelled

FOLDER = Path(__file__).parents[1] / "tests/golden"


def cases() -> Iterator[Labelled]:
    """The cases whose reading is known to be right; those that are not read yet teach nothing."""
    for case in load(FOLDER):
        if case.known is None:
            yield Labelled(clean(case.page()), _gold(case), "golden cases")


def _gold(case: Case) -> Gold:
    return {"id": case.id, "contacts": [_contact(c) for c in case.contacts], "statements": None}


def _contact(told: Expected) -> Gold:
    """The contact in the terms of the shared gold; what a case leaves out is unknown."""
    parties = [{"name": None, "role": None, "side": side.replace("_", " ")} for side in told.sides]
    return {
        "kind": told.kinds[0],
        "parties": parties,
        "date": None,
        "status": told.statuses[0] if told.statuses else "held",
        "place": None,
        "quote": "",
        "optional": told.optional,
    }
