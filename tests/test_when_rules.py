"""The resource files of `when`: every rule matches its examples and none of its near misses."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

import isnad
from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon.when import Rule, WhenRules, load_when
from isnad.model import LexiconError
from isnad.when import Tenses, compile, resolve

RESOURCES = Path(isnad.__file__).parent / "resources" / "when"
RULES = load_when(RESOURCES)
TAGGER = compile(RULES)
TENSES = Tenses(RULES)
WRITTEN = date(2024, 12, 4)


def read(text: str) -> list[tuple[str, str]]:
    return [(hit.rule, resolve(hit.meaning, WRITTEN)[0]) for hit in TAGGER.tag(Tokens(text))]


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_rule_matches_its_examples_and_no_near_miss(rule):
    for text, value in rule.example.items():
        assert ((rule.id, value) in read(text)) if rule.kind != "silence" else not read(text), text
    for text in rule.near:
        assert rule.id not in {name for name, _ in read(text)}, text
        assert rule.kind != "silence" or read(text), text


@pytest.mark.parametrize("entry", RULES.classes, ids=lambda entry: entry.id)
def test_class_holds_its_examples_and_no_near_miss(entry):
    words = TAGGER.words.values[entry.id]
    fold = lambda text: " ".join(fold_word(word) for word in text.split(" "))  # noqa: E731
    assert all(fold(text) in words for text in entry.example)
    assert not any(fold(text) in words for text in entry.near)


@pytest.mark.parametrize("phrase", RULES.phrases, ids=lambda phrase: phrase.id)
def test_phrase_matches_its_examples_and_no_near_miss(phrase):
    rule = {"id": "one", "match": [phrase.id], "kind": "reference", "set": {"ref": "PAST_REF"}, "example": {"": ""}}
    one = msgspec.structs.replace(RULES, rules=(msgspec.convert({**rule, "not": [""]}, Rule),))
    tagger = compile(one)

    def whole(text: str) -> bool:
        tokens = Tokens(text)
        return any((hit.first, hit.last) == (0, len(tokens)) for hit in tagger.tag(tokens))

    assert all(whole(text) for text in phrase.example)
    assert not any(whole(text) for text in phrase.near)


@pytest.mark.parametrize("rule", RULES.tenses, ids=lambda rule: rule.id)
def test_tense_rule(rule):
    assert all(TENSES.of(fold_word(word)) == rule.tense for word in rule.example)
    assert not any(TENSES.of(fold_word(word)) == rule.tense for word in rule.near)


def test_rules_survive_msgpack():
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(RULES), type=WhenRules) == RULES


@pytest.mark.parametrize(
    ("text", "rule", "field"),
    [
        ("rules: [{id: a}]", "a", "?"),
        ("rules: [{id: a, match: [x], example: {a: b}, not: [c], colour: red}]", "a", "?"),
        ("rules: [{id: a, match: [1], example: {a: b}, not: [c]}]", "a", "match[0]"),
        ("rules: [{id: a, match: [x], example: {}, not: [c]}]", "a", "example"),
        ("rules: [{id: a, match: [x], example: {a: b}, not: []}]", "a", "not"),
        ("verbs: []", "", "verbs"),
        ("rules: [", "", ""),
        ("[]", "", ""),
        ("classes: [{id: a, words: {1: [x]}, example: [x], not: [y]}, {id: a, example: [x], not: [y]}]", "a", "id"),
    ],
)
def test_a_wrong_file_is_named_with_rule_and_field(tmp_path, text, rule, field):
    (tmp_path / "bad.yml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        load_when(tmp_path)
    assert (error.value.file, error.value.rule, error.value.field) == ("bad.yml", rule, field)


@pytest.mark.parametrize("pattern", ["( x", "x )", "<nothing>", "<a:nothing>", "x?", "<", "loop"])
def test_a_wrong_pattern_is_named(tmp_path, pattern):
    body = f"""
phrases: [{{id: loop, match: "loop", example: [x], not: [y]}}]
rules: [{{id: a, match: ["{pattern}"], example: {{a: b}}, not: [c]}}]
"""
    (tmp_path / "bad.yml").write_text(body, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        compile(load_when(tmp_path))
    assert error.value.field == "match"


def test_an_unknown_neighbour_class_is_named(tmp_path):
    body = """
phrases: [{id: p, match: x y, example: [x], not: [y]}]
rules: [{id: a, match: [x], after: [p], example: {a: b}, not: [c]}]
"""
    (tmp_path / "bad.yml").write_text(body, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        compile(load_when(tmp_path))
    assert (error.value.rule, error.value.field) == ("a", "after")
