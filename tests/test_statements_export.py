"""Statements in the formats of other tools, and on the command line."""

import json

from click.testing import CliRunner

from isnad.clean import clean
from isnad.cli import main
from isnad.export import annotations, citron
from isnad.lexicon import load
from isnad.model import Page
from isnad.reading import read

TEXT = 'قالت وزارة الخارجية الروسية في بيان: "الوضع خطير جدا في الشمال".\nوأضافت أن لافروف يتابع الأمر.'
READING = read(clean(Page(key="t", origin="t", text=TEXT, title_end=0, date="2024-11-30")), load())


def test_citron_spans_are_of_the_text():
    made = citron(READING, TEXT)
    assert made.text == TEXT
    assert [q.contents[0].text for q in made.quotes] == [s.content.text for s in READING.statements]
    for quote in made.quotes:
        for span in (*quote.sources, *quote.contents, *quote.coreferences, *([quote.cue] if quote.cue else [])):
            assert TEXT[span.start : span.end] == span.text


def test_citron_keeps_a_far_source_as_coreference():
    near, far = citron(READING, TEXT).quotes
    assert (len(near.sources), len(near.coreferences)) == (1, 0)
    assert (len(far.sources), len(far.coreferences)) == (0, 1)


def test_annotations_find_the_words_by_position_and_by_quotation():
    for made, statement in zip(annotations(READING, TEXT), READING.statements, strict=True):
        position, quotation = made["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == quotation["exact"] == statement.content.text
        assert TEXT[: position["start"]].endswith(quotation["prefix"])
        assert TEXT[position["end"] :].startswith(quotation["suffix"])
        assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert made["type"] == "Annotation"


def test_command_draws_the_chain(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    shown = CliRunner().invoke(main, ["statements", str(path), "--published", "2024-11-30"])
    assert shown.exit_code == 0
    assert "← وزارة الخارجية الروسية" in shown.output
    assert "«الوضع خطير جدا في الشمال»" in shown.output


def test_command_prints_every_format(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    for name, kind in (("jsonl", dict), ("citron", dict), ("annotations", list)):
        shown = CliRunner().invoke(main, ["statements", str(path), "--format", name])
        assert isinstance(json.loads(shown.output), kind)


def test_command_needs_a_file():
    assert CliRunner().invoke(main, ["statements"]).exit_code == 2
