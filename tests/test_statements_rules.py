"""The resource files of `statements`: every verb reads its example and not its near miss."""

import pytest

from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
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


@pytest.mark.parametrize("name", LEXICON.sections.speech.grammar.words)
def test_word_class_is_found_in_its_example_and_not_in_its_near_miss(name):
    listed = LEXICON.sections.speech.grammar.words[name]
    for text, stands in ((listed.example, True), (listed.not_, False)):
        forms = Tokens(text).forms
        words = [LEXICON.speech.word(forms, i) for i in range(len(forms))]
        assert any(word is not None and name in word.classes for word in words) is stands, text


@pytest.mark.parametrize(
    ("form", "read"),
    [
        ("اتفقا", ("agree", "agree", "past", "two", False)),
        ("وطالبت", ("demand", "demand", "past", "one", True)),
        ("دعوا", ("call-on", "demand", "past", "many", False)),
        ("سيعلن", ("announce", "announce", "future", "one", False)),
        ("مؤكدا", None),
        ("غادر", None),
    ],
)
def test_any_room_may_ask_what_verb_a_word_is(form, read):
    found = LEXICON.speech.verb_of(fold_word(form))
    assert (found and (found.id, found.cls, found.tense, found.number, found.female)) == read
