"""What is remembered of words: bounded, and the same as what is found out anew."""

from collections import Counter

import pytest

import isnad.arabic.remembered as remembering
from isnad.arabic.fold import TABLE, fold_word
from isnad.arabic.remembered import Remembered
from isnad.lexicon import load
from isnad.lexicon.index import Index
from isnad.lexicon.speech import BREAK, CUE, OPEN, PHRASE
from isnad.recogniser.atoms import atoms
from isnad.recogniser.model import shipped
from isnad.recogniser.recogniser import Recogniser

LEXICON = load()
TEXT = (
    "قال الوزير والوزير للوزير وزير الخارجية فالخارجية إن وأن لكن ، ؛ : . « 12 a London لافروف ولافروف كلمة ا ثم "
    "وبالرغم من على الرغم وفقا لما بحسب سيرغي بوتين الصين بالصين وللصين قائلا وأكدت نقلت عنه تصريحات ك ب و"
)
WORDS = TEXT.split(" ")
FORMS = [fold_word(word) for word in WORDS]


def test_all_is_forgotten_beyond_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST", 5)
    found: Counter[str] = Counter()

    def find(word: str) -> str:
        found[word] += 1
        return word * 2

    known = Remembered(find)
    for word in [*"abcde", *"abcde", *"fghij", *"abcdefghijklm"]:
        assert known[word] == word * 2
        assert len(known) <= 5
    assert found["a"] == 2


def test_words_are_folded_the_same_when_met_again() -> None:
    for word in WORDS * 2:
        assert fold_word(word) == word.translate(TABLE)


@pytest.mark.parametrize("most", [1, 3, 1 << 17])
def test_phrases_are_found_the_same_when_their_words_are_met_again(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST", most)
    index = Index(LEXICON.sections, LEXICON.speech.hint)
    for _ in range(2):
        at, marks, hints = index.along(FORMS)
        assert at == [index.at(FORMS, i) for i in range(len(FORMS))]
        assert (at, marks, hints) == LEXICON.index.along(FORMS)
        assert list(marks) == [index.mark(found) for found in at]
        assert list(hints) == list(map(LEXICON.speech.hint, FORMS))


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("قال", CUE),
        ("بحسب", PHRASE | CUE),
        ("لكن", PHRASE | BREAK),
        ("،", BREAK | OPEN),
        (":", OPEN),
        ("كلمة", 0),
    ],
)
def test_a_hint_tells_what_may_stand_at_a_word(words: str, hint: int) -> None:
    assert LEXICON.speech.hint(fold_word(words)) & (CUE | BREAK | OPEN | hint) == hint


def test_where_no_hint_tells_of_a_phrase_none_begins() -> None:
    speech = LEXICON.speech
    for i, form in enumerate(FORMS):
        assert bool(speech.hint(form) & PHRASE) or speech.word(FORMS, i) is None


def test_a_form_weighs_what_its_atoms_weigh() -> None:
    model = shipped()
    recogniser, classes = Recogniser(model), model.class_of()
    for form in [*FORMS, *FORMS, ""]:
        rows = [model.weights[atom] for atom in atoms(form, classes, model.proclitics) if atom in model.weights]
        sums = tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * 10
        assert recogniser._vectors[form] == sums
