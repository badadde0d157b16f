"""What is shown of a statement beside its words: occasion, day, addressee, contacts; in Arabic and English."""

import pytest

from isnad.clean import clean
from isnad.cli.sides import side_names
from isnad.cli.statements import lines
from isnad.labels.said import circumstances
from isnad.lexicon import load
from isnad.model import Page, Reading
from isnad.reading import read
from isnad.web.face import face

LEXICON = load()
CALLS = (
    "أجرى الرئيس السوري بشار الأسد اتصالا هاتفيا مع رئيس الوزراء العراقي محمد شياع السوداني، وآخر مع رئيس الإمارات "
    "محمد بن زايد. وقال الأسد، السبت، إن الجيش سيدافع عن المدن. "
    "وفي مؤتمر صحفي لاحق أبلغ محمد شياع السوداني نظيره التركي بأن الحدود آمنة."
)


def reading() -> Reading:
    return read(clean(Page(key="t", origin="t", text=CALLS, title_end=0, date="2024-12-01", outlet=None)), LEXICON)


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en", ["said on 2024-11-30", "at a press conference", "to نظيره التركي", "belongs to: call Bashar al-Assad"]),
        ("ar", ["قيل في 30 نوفمبر", "في مؤتمر صحفي", "إلى نظيره التركي", "ضمن: اتصال بشار الأسد"]),
    ],
)
def test_lines_show_what_is_known_around_the_words(lang, shown):
    text = lines(reading(), CALLS, lang, side_names(LEXICON))
    assert [words for words in shown if words not in text] == []


def test_all_contacts_of_a_statement_are_named():
    text = lines(reading(), CALLS, "en", side_names(LEXICON))
    belongs = next(line for line in text.splitlines() if "belongs to" in line)
    assert "al-Sudani" in belongs
    assert "bin Zayed" in belongs
    # what was said later to reporters belongs to neither call
    assert text.count("belongs to") == 1


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_page_knows_the_same_circumstances(lang):
    names = side_names(LEXICON)
    for statement in reading().statements:
        page = face(lang).circumstances(statement)
        assert len(page) == len(circumstances(statement, lang, names))


def test_nothing_is_shown_where_nothing_is_known():
    page = Page(key="t", origin="t", text="قال سيرغي لافروف إن اللقاء ألغي.", title_end=0, date=None, outlet=None)
    (statement,) = read(clean(page), LEXICON).statements
    assert circumstances(statement, "en", side_names(LEXICON)) == ()
