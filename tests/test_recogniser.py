"""The recogniser of person names on our own sentences, and its guarantees on any text."""

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.recogniser import Recogniser
from isnad.recogniser.model import LABELS, REACH, pack, shipped, unpack

from .golden_case import load as load_cases

SENTENCES = {
    "قال وزير الخارجية التركي هاكان فيدان إنه بحث الملف مع سيرغي لافروف في أنطاليا.": ["هاكان فيدان", "سيرغي لافروف"],
    "استقبل ولي العهد السعودي محمد بن سلمان بن عبدالعزيز آل سعود في جدة رئيس الوزراء.": [
        "محمد بن سلمان بن عبدالعزيز آل سعود"
    ],
    "التقى الزعيم الكوري الشمالي كيم جونغ أون الرئيس الأمريكي دونالد ترامب في سنغافورة.": [
        "كيم جونغ أون",
        "دونالد ترامب",
    ],
    "تلقى مولود تشاووش أوغلو اتصالا هاتفيا من نظيره الإيراني محمد جواد ظريف.": ["مولود تشاووش أوغلو", "محمد جواد ظريف"],
    "بحث الأمين العام أحمد أبو الغيط الأزمة مع الرئيس المصري عبد الفتاح السيسي.": [
        "أحمد أبو الغيط",
        "عبد الفتاح السيسي",
    ],
    "وأكد المتحدث أن هناك رسالة من بوتين لأردوغان.": ["بوتين", "لأردوغان"],
    "اجتمع بنيامين نتنياهو وأنتوني بلينكن في القدس.": ["بنيامين نتنياهو", "وأنتوني بلينكن"],
    "ارتفعت أسعار النفط في الأسواق العالمية بنسبة 3% خلال تعاملات يوم الخميس.": [],
    "أعلنت وزارة الخارجية الروسية أن المباحثات ستعقد في موسكو الأسبوع المقبل.": [],
}


def found(text: str) -> list[str]:
    tokens = Tokens(text)
    recogniser = Recogniser.load()
    return [
        tokens.words(first, last)
        for s in tokens.sentences()
        for first, last in recogniser.names(tokens, s.start, s.stop)
    ]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_finds_names_in_their_full_extent(sentence: str) -> None:
    assert found(sentence) == SENTENCES[sentence]


def test_load_reads_the_model_once() -> None:
    assert Recogniser.load() is Recogniser.load()


def test_spelling_of_alef_and_ta_marbuta_makes_no_difference() -> None:
    written = "قال الرئيس الأمريكي باراك أوباما إن المحادثات مستمرة."
    assert found(written) == ["باراك أوباما"]
    assert found(written.replace("أ", "ا").replace("إ", "ا").replace("ة", "ه")) == ["باراك اوباما"]


_ARABIC = st.text(alphabet="ابتجحدرسعفقلمنهويءأإىةؤئ «»،.!؟\n-0٣٥aZ\u064e\u0640\u200f", max_size=200)


@given(st.one_of(_ARABIC, st.text(max_size=200)), st.integers(-3, 40), st.integers(-3, 60))
def test_ranges_are_ordered_disjoint_and_inside(text: str, first: int, last: int) -> None:
    tokens = Tokens(text)
    at = max(first, 0)
    for start, end in Recogniser.load().names(tokens, first, last):
        assert at <= start < end <= min(last, len(tokens))
        at = end


def test_a_range_is_read_by_itself() -> None:
    tokens = Tokens("وصل الوفد. قال سيرغي لافروف إن الاجتماع مفيد.")
    second = tokens.sentences()[1]
    ranges = Recogniser.load().names(tokens, second.start, second.stop)
    assert [tokens.words(*each) for each in ranges] == ["سيرغي لافروف"]
    alone = Tokens("قال سيرغي لافروف إن الاجتماع مفيد.")
    assert [(a + second.start, b + second.start) for a, b in Recogniser.load().names(alone, 0, len(alone))] == ranges


def test_the_model_file_is_small_and_well_formed() -> None:
    model = shipped()
    assert unpack(pack(model)) == model
    assert len(pack(model)) < 2_000_000
    assert {len(row) for row in model.weights.values()} == {2 * (2 * REACH + 1)}
    assert len(model.moves) == len(LABELS)
    assert model.trained


def test_labelling_runs_gives_the_names_of_the_whole_path() -> None:
    recogniser = Recogniser.load()
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(files("isnad").joinpath("samples/articles").iterdir())
    ]
    texts += [case.body for case in load_cases(Path(__file__).parent / "golden")]
    names = 0
    for text in texts:
        tokens = Tokens(text)
        for sentence in tokens.sentences():
            forms = tokens.forms[sentence.start : sentence.stop]
            begins, goes_on = recogniser._scores(forms)
            whole = recogniser._best(begins, goes_on, followed=False)
            assert recogniser._labels(forms) == whole
            names += whole.count(1)
    assert names > 200


@pytest.mark.parametrize("form", ["،", "في", "الاجتماع", "إلى"])
def test_what_hardly_begins_a_name_is_not_asked_for(form: str) -> None:
    assert not Recogniser.load().may_begin(fold_word(form))


@pytest.mark.parametrize("form", ["سيرغي", "لافروف", "عبد", "محمد", "وليد"])
def test_what_may_begin_a_name_is_asked_for(form: str) -> None:
    assert Recogniser.load().may_begin(fold_word(form))
    assert Recogniser.load().may_name(fold_word(form))
