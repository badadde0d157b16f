"""Quotation spans of every style."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.arabic.quotations import Quotation, quotations

PIECES = st.sampled_from([*'“”„‟″"«»\n .،:ـ', "و", "ب", "قال", "نرحب بالقرار", "\u200f", "("])
ANY = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


def contents(text: str) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير: “نرحب بالقرار”.", ["نرحب بالقرار"]),
        ("قال الوزير: «نرحب بالقرار».", ["نرحب بالقرار"]),
        ('قال الوزير: "نرحب بالقرار".', ["نرحب بالقرار"]),
        ("وصفه بـ”خطوة كبيرة” أمس", ["خطوة كبيرة"]),
        ("ما سماه البيان ” خطوة كبيرة في 2018″.", ["خطوة كبيرة في 2018"]),
        ("قال ”نرحب“ ومضى", ["نرحب"]),
        ("قال »نرحب« ومضى", ["نرحب"]),
        ("قال „نرحب‟ ومضى", ["نرحب"]),
        ('أكد "وحدة البلاد" و"سلامة أراضيها" معا', ["وحدة البلاد", "سلامة أراضيها"]),
        ('يجب "ألا تشكل "تهديدا للمنطقة".', ['ألا تشكل "تهديدا للمنطقة']),
        ('قال "لم ينته. ثم قال "نرحب" ومضى', ["نرحب"]),
        ("قال: «أكد لي أن “الوقت حان” للسلام».", ["أكد لي أن “الوقت حان” للسلام", "الوقت حان"]),
        ('قال: "نرحب."وأضاف: "نشكر"', ["نرحب.", "نشكر"]),
        ('قال "نرحب\nوأضاف" شيئا', []),
        ("قال: «نرحب بالقرار.\nونشكر الجميع».", ["نرحب بالقرار.\nونشكر الجميع"]),
        ("قال: «نرحب بالقرار.\nوقال: «نشكر».", ["نشكر"]),
        ('مقاس 6" فقط', []),
        ('""', []),
        ("“ ”", []),
    ],
)
def test_marks_of_every_style(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


def test_depth_counts_from_the_outside() -> None:
    text = "قال: «أكد أن “الوقت حان” للسلام»"
    assert [quotation.depth for quotation in quotations(text)] == [0, 1]


def test_only_the_given_part_is_read() -> None:
    text = 'قال "أ" ثم "ب" ثم "ج"'
    assert quotations(text, 8, 14) == (Quotation(12, 13, 0),)


@given(ANY)
def test_spans_lie_inside_hold_something_and_nest(text: str) -> None:
    found = quotations(text)
    for at, one in enumerate(found):
        assert 0 <= one.start < one.end <= len(text)
        assert not text[one.start].isspace()
        assert not text[one.end - 1].isspace()
        for other in found[at + 1 :]:
            assert other.start >= one.start
            assert other.end <= one.end or other.start >= one.end


@given(ANY)
def test_marks_that_have_no_direction_stay_in_their_paragraph(text: str) -> None:
    for one in quotations(text.replace("“", '"').replace("”", '"').replace("«", '"').replace("»", '"')):
        assert "\n" not in text[one.start : one.end]


def test_against_the_seeds_and_the_plain_expression(shared: Path) -> None:
    gold: dict[str, set[tuple[int, int]]] = {}
    for line in (shared / "seeds" / "statements.jsonl").read_text(encoding="utf-8").splitlines():
        statement = json.loads(line)
        spans = {(quote["start"], quote["end"]) for quote in statement["quotes"]}
        gold.setdefault(statement["doc"], set()).update(spans)
    plain = re.compile(r'“([^“”]+)”|«([^«»]+)»|"([^"\n]+)"')
    ours = theirs = total = extra = 0
    for doc, spans in gold.items():
        text = (shared / "seeds" / f"{doc}.txt").read_bytes().decode("utf-8")
        found = {(one.start, one.end) for one in quotations(text)}
        naive = {match.span(match.lastindex or 0) for match in plain.finditer(text)}
        total += len(spans)
        ours += len(found & spans)
        theirs += len(naive & spans)
        extra += sum(end - start > 20 for start, end in found - spans)
    assert total >= 40
    assert ours / total >= 0.97
    assert ours > theirs
    # what is found beyond the quoted words of statements is names in marks
    assert extra == 0
