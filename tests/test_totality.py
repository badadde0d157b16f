"""No text makes a reading raise, whatever marks stand in it; and a defect costs one article, not the batch."""

import sys
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.arabic.tokens import Tokens
from isnad.clean import clean
from isnad.cli import main
from isnad.cli.batch import readings
from isnad.lexicon import Lexicon, load
from isnad.model import Article, Page, Reading, SourceError
from isnad.reading import read

_MARKS = ("Mn", "Mc", "Me", "Cf")
# every mark and invisible sign of Unicode, and the Arabic presentation forms
SIGNS = tuple(
    char
    for char in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(char) in _MARKS or "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufeff"
)
# words at which each room looks around it: names, offices, verbs, cues, times, particles, marks
TOLD = """
وزير الخارجية العراقي فؤاد حسين يلتقي نظيره العماني بدر البوسعيدي في بغداد أمس الأربعاء 12 يونيو 2019 ،
وقال إن «بلاده ترحب بالزيارة» . اتصل الرئيسان ثم أجرى المبعوث الأممي محادثات مع وفد من حركة فتح قبل ثلاثة أيام :
ومن المقرر أن يصل إلى قطر غدا وأضاف المتحدث باسم الحكومة أنه لم يزر دمشق ( منذ عام ) وفق ما نقلت وكالة الأنباء
"""
WORDS = (*TOLD.split(), "\n")
BLANKS = st.sampled_from(("", " ", "  "))
LEXICON = load()


def reading(text: str) -> Reading:
    return read(clean(Page(key="a", origin="a", text=text)), LEXICON)


@pytest.mark.parametrize("start", range(0, len(SIGNS), 64))
def test_any_sign_may_stand_between_any_two_words(start: int) -> None:
    signs = SIGNS[start : start + 64]
    text = "".join(f"{word} {signs[at % len(signs)]} " for at, word in enumerate(WORDS * 2))
    assert all(Tokens(text).forms)
    assert reading(text) == reading(text)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(WORDS), BLANKS, st.sampled_from(SIGNS)), max_size=60))
def test_signs_may_stand_before_after_and_inside_words(parts: list[tuple[str, str, str]]) -> None:
    text = "".join(f"{word}{blank}{sign}{blank[:1]}" for word, blank, sign in parts)
    assert all(Tokens(text).forms)
    reading(text)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=80), st.text(max_size=6))
def test_words_may_stand_in_any_order(words: list[str], other: str) -> None:
    reading(other.join(words) if other else " ".join(words))


def _failing(article: Article, lexicon: Lexicon) -> Reading:
    if article.key.startswith("b"):
        raise ZeroDivisionError("a defect")
    return read(article, lexicon)


def test_a_defect_costs_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"زار الوزير المدينة {name}.", encoding="utf-8")

    monkeypatch.setattr("isnad.reading.read", _failing)
    found = list(readings([str(tmp_path)], LEXICON, None, with_text=False))
    errors = [item for item in found if isinstance(item, SourceError)]
    assert len(found) == 3
    assert [(Path(e.where).name, e.what) for e in errors] == [
        ("b.txt", "reading failed with ZeroDivisionError: a defect")
    ]


@pytest.mark.parametrize(("names", "status"), [(("a", "b"), 0), (("b",), 1)])
def test_a_defect_is_told_and_is_the_exit_status_only_where_nothing_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], status: int
) -> None:
    for name in names:
        (tmp_path / f"{name}.txt").write_text(f"زار الوزير المدينة {name}.", encoding="utf-8")

    monkeypatch.setattr("isnad.reading.read", _failing)
    done = CliRunner().invoke(main, ["read", str(tmp_path), "--format", "jsonl"])
    assert done.exit_code == status
    assert "b.txt: reading failed with ZeroDivisionError: a defect (please report it)" in done.stderr
    assert len(done.stdout.splitlines()) == len(names) - 1
