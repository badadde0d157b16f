"""The resource files of `comparison`: every set joins its example and not its near miss."""

import pytest

from isnad.arabic.tokens import Tokens
from isnad.comparison.words import Stems, Word, words_of
from isnad.lexicon import load
from isnad.lexicon.comparison import WordSet, load_comparison
from isnad.model import LexiconError

LEXICON = load()


def read(*texts: str) -> list[list[Word]]:
    stems = Stems(form for text in texts for form in Tokens(text).forms)
    return [[w for w in words_of(text, 0, LEXICON, stems) if w.content] for text in texts]


def differ_by(rule: WordSet, pair: tuple[str, str]) -> bool:
    """Whether two renderings differ by the words of a set alone."""
    a, b = read(*pair)
    if rule.kind == "negation":
        denied = [[w for w in words if w.kind == "negation"] for words in (a, b)]
        rest = [[w.key for w in words if w.kind != "negation"] for words in (a, b)]
        return rest[0] == rest[1] and bool(denied[0]) != bool(denied[1])
    if len(a) != len(b):
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x.key != y.key]
    if rule.kind == "place":
        return [{x.kind, y.kind} for x, y in apart] == [{"place", "name"}]
    return not apart and (rule.kind == "light" or any(w.key == f"~{rule.id}" for w in a))


@pytest.mark.parametrize("rule", LEXICON.sections.comparison, ids=lambda rule: rule.id)
def test_set_joins_its_example_and_not_its_near_miss(rule: WordSet) -> None:
    assert differ_by(rule, rule.example)
    assert not differ_by(rule, rule.near)


def test_a_word_in_two_sets_is_refused(tmp_path) -> None:
    entry = "- {id: %s, kind: wording, words: [جهود], example: [أ, ب], not: [أ, ب]}\n"
    (tmp_path / "a.yml").write_text(entry % "one" + entry % "two", encoding="utf-8")
    with pytest.raises(LexiconError, match="is in 'one' too"):
        load_comparison(tmp_path)


def test_an_unknown_field_is_refused(tmp_path) -> None:
    (tmp_path / "a.yml").write_text("- {id: one, kind: wording, colour: red}\n", encoding="utf-8")
    with pytest.raises(LexiconError):
        load_comparison(tmp_path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سلامة الأراضي", "وسلامة أراضيها"),
        ("الجمهورية العربية السورية", "سوريا"),
        ("في سوريا", "الأراضي السورية"),
        ("سيحضر", "يحضر"),
        ("التنسيق", "لتنسيق"),
        ("ثلاثة", "3"),
        ("2,500", "٢٥٠٠"),
        ("حزيران", "يونيو"),
        ("بالخرطوم", "الخرطوم"),
    ],
)
def test_forms_of_one_word_have_one_key(one: str, other: str) -> None:
    a, b = read(one, other)
    assert {w.key for w in a} & {w.key for w in b}


@pytest.mark.parametrize(("one", "other"), [("كبير", "بئر"), ("3.5", "35"), ("وضع", "ضع")])
def test_forms_of_two_words_have_two_keys(one: str, other: str) -> None:
    a, b = read(one, other)
    assert not {w.key for w in a} & {w.key for w in b}
