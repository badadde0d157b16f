"""The clean room's rules: each reads its examples and none of its near misses; a wrong file is named."""

from pathlib import Path

import pytest

from isnad.clean.patterns import named
from isnad.clean.rules import RuleSet, alone, rules
from isnad.clean.view import View
from isnad.lexicon.clean import CleanRule, load, load_from
from isnad.model import LexiconError

EXAMPLES = [(rule, text) for rule in load().rules for text in rule.example]
MISSES = [(rule, text) for rule in load().rules for text in rule.near_miss]


def name(case: object) -> str | None:
    return case.id if isinstance(case, CleanRule) else None


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=name)
def test_a_rule_reads_its_example(rule: CleanRule, text: str) -> None:
    hit = alone(rule).read(View(text, 0, len(text)))
    assert hit is not None
    zones = hit.zones(text, hit.end)
    assert zones[0].start == 0
    assert zones[-1].end == hit.end


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=name)
def test_among_all_rules_of_its_place_the_example_keeps_its_zones(rule: CleanRule, text: str) -> None:
    hit = rules(rule.at).read(View(text, 0, len(text)))
    assert hit is not None
    assert hit.rule.zone == rule.zone


@pytest.mark.parametrize(("rule", "text"), MISSES, ids=name)
def test_a_rule_passes_over_its_near_miss(rule: CleanRule, text: str) -> None:
    assert alone(rule).read(View(text, 0, len(text))) is None


def test_harakat_and_stretched_letters_change_nothing() -> None:
    text = "إقـــرأ أيضًـا:"
    hit = rules("start").read(View(text, 0, len(text)))
    assert hit is not None
    assert (hit.start, hit.end) == (0, len(text))


@pytest.mark.parametrize("pattern", ["(?P<nowhere>ا)", "(ا", "{nothing} ا"])
def test_a_pattern_that_does_not_hold_is_named(pattern: str) -> None:
    bad = CleanRule(id="x", zone="stamp", at="line", pattern=pattern, example=("ا",), near_miss=("ب",), file="f.yml")
    with pytest.raises(LexiconError, match=r"f\.yml: rule 'x', field 'pattern'"):
        RuleSet([bad], named(load().words), whole=True)


GOOD = "rules:\n- {id: a, zone: stamp, at: line, pattern: ا, example: [ا], not: [ب]}\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("rules: [", "bad.yml"),
        ("rules:\n- {id: a, zone: nowhere, at: line, pattern: ا, example: [ا], not: [ب]}\n", "zone"),
        ("rules:\n- {id: a, zone: stamp, at: line, pattern: ا, example: [ا]}\n", "not"),
        ("rules:\n- {id: a, zone: stamp, at: line, pattern: ا, example: [], not: [ب]}\n", "example"),
        ("rules:\n- {id: a, zone: stamp, at: line, pattern: ا, example: [ا], not: []}\n", "near miss"),
        ("rules:\n- {id: a, zone: stamp, at: line, pattern: ا, example: [ا], not: [ب], more: 1}\n", "more"),
        (GOOD + GOOD.removeprefix("rules:\n"), "used twice"),
        ("words: {a: 3}\n", "bad.yml"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "bad.yml").write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        load_from(tmp_path)
    assert error.value.file == "bad.yml"
    assert told in str(error.value)


def test_a_good_file_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "good.yml").write_text(GOOD, encoding="utf-8")
    assert [rule.id for rule in load_from(tmp_path).rules] == ["a"]
