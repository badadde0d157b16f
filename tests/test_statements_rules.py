"""The resource files of `statements`: every verb reads its example and not its near miss."""

import pytest

from isnad.clean import clean
from isnad.lexicon import load
from isnad.model import Page
from isnad.reading import read

LEXICON = load()


def rules(text: str) -> set[str]:
    reading = read(clean(Page(key="t", origin="t", text=text, title_end=0, date="2024-11-30")), LEXICON)
    return {s.rule.partition(".")[2] or s.rule for s in reading.statements}


@pytest.mark.parametrize("verb", LEXICON.sections.speech.verbs, ids=lambda verb: verb.id)
def test_verb_reads_its_example_and_not_its_near_miss(verb):
    assert verb.id in rules(verb.example)
    assert verb.id not in rules(verb.not_)


@pytest.mark.parametrize("rule", LEXICON.sections.speech.grammar.according, ids=lambda rule: rule.id)
def test_attribution_reads_its_example_and_not_its_near_miss(rule):
    assert "according" in rules(rule.example)
    assert "according" not in rules(rule.not_)
