"""Golden cases of statements (tests/golden/statements.yml): each kind of fault, with its near miss."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from isnad.arabic.fold import fold_word
from isnad.clean import clean
from isnad.lexicon import load
from isnad.model import Page, Party
from isnad.model.reading import Statement
from isnad.reading import read

LEXICON = load()
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "golden" / "statements.yml").read_text("utf-8"))
KEYS = {"words", "by", "lacks", "chain", "form", "polarity", "occasion", "contacts", "day"}


def folded(text: str) -> str:
    return " ".join(fold_word(word) for word in text.split())


def is_of(party: Party, words: str) -> bool:
    """Whether a name, office or side of a party holds these words."""
    return any(f" {folded(words)} " in f" {folded(x)} " for x in (party.name, party.office, party.side) if x)


def faults(want: dict[str, Any], found: Statement) -> list[str]:
    assert want.keys() <= KEYS
    roles = [link.role for link in found.chain if link.role != "outlet"]
    day = found.time.latest if found.time is not None else None
    checks = {
        "by": lambda by: len(by) == len(found.speakers) and all(any(is_of(p, x) for p in found.speakers) for x in by),
        "lacks": lambda words: folded(words) not in folded(found.content.text),
        "chain": lambda chain: roles == chain,
        "form": lambda form: found.form == form,
        "polarity": lambda polarity: found.polarity == polarity,
        "occasion": lambda occasion: found.occasion == occasion,
        "contacts": lambda count: len(found.contacts) == count,
        "day": lambda asked: day == asked,
    }
    return [key for key, check in checks.items() if key in want and not check(want[key])]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_golden_statement(case):
    page = Page(
        key="t", origin="t", text=case["text"], title_end=0, date=case.get("published", "2024-11-30"), outlet=None
    )
    statements = read(clean(page), LEXICON).statements
    for want in case.get("says", ()):
        holding = [s for s in statements if folded(want["words"]) in folded(s.content.text)]
        told = [(s.content.text, [p.name or p.office or p.side for p in s.speakers], s.chain) for s in statements]
        assert any(not faults(want, s) for s in holding), (want, [faults(want, s) for s in holding], told)
    for unwanted in case.get("never", ()):
        words = folded(unwanted.get("words", ""))
        wrong = [
            s
            for s in statements
            if words in folded(s.content.text) and any(is_of(p, unwanted["by"]) for p in s.speakers)
        ]
        assert not wrong, [s.content.text for s in wrong]


def test_ids_are_unique():
    assert len({case["id"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_text_that_breaks_off_is_read(case):
    text = case["text"]
    for end in (i for i, char in enumerate(text) if char.isspace()):
        reading = read(clean(Page(key="t", origin="t", text=text[:end], title_end=0, date=None)), LEXICON)
        assert all(s.content.end <= end for s in reading.statements)
