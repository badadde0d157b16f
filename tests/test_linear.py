"""Work grows at most linearly with the length of a text: steps are counted, not seconds.

A step is a line of Python that is run. A kind is a unit that is repeated; a part is what is done with the text. Both
lists are there to be extended.
"""

import math
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import FrameType

import pytest

import isnad
from isnad.arabic.quotations import quotations
from isnad.arabic.tokens import Tokens
from isnad.clean import clean
from isnad.dating import Evidence, date_article
from isnad.lexicon.when import load_when
from isnad.model import Article, Page, Published
from isnad.when import Tagger, Tenses, anchor

TraceFunction = Callable[[FrameType, str, object], object]
KINDS = {
    "words without a stop": "كلمة أخرى طويلة ",
    "prose": "وصل الوفد أمس الثلاثاء إلى المدينة، وقال إن الجولة المقبلة ستعقد في 12 يونيو المقبل.\n",
    "weekdays": "الأربعاء ",
    "weekdays joined": "السبت والأحد ",
    "dates": "12 يونيو 2019 ",
    "months": "يونيو حزيران ",
    "numerals": "12 ",
    "numeric dates": "12/11/2024 ",
    "past time words": "بعد أن وصل أمس ",
    "conjunctions": "و و و ",
    "quotation marks": "«اليوم» ",
    "openings alone": "«",
    "stops": ". ",
    "newlines": "\n",
    "lines": "سطر قصير\n",
    "headings": "اقرأ أيضا: خبر آخر\n",
    "posts": "كلام (@a) May 1, 2020 ",
    "tickers": "خبر أول    ",
    "harakat": "وَصَلَ ",
    "marks alone": "\ufe70 ",
    "hidden marks": "قا\u200dل ",
    "tatweel": "ـ",
    "one letter": "ا",
}
# what pages leave among their words, and marks that open or close nothing
LEFT_BEHIND = (
    *(
        " ",
        "   ",
        "ب   ",
        "-",
        '"',
        "“",
        "”",
        "»",
        '"\n',
        ' "',
        '" ',
        '"ا ',
        "«ا\n",
        "\u064b",
        "محمد ",
        "بيروت ",
        "بيروت - ",
    ),
    *("كتب ", "كتب- ", "list of 9 items\n", "(@a) May 1, 2020", "(@\n", "pic.twitter.com/ab\n", "نشر في ", "أ ف ب/"),
    *("اقرأ أيضا\n", "روابط ذات علاقة    "),
)
SIZE, TIMES, MOST = 1_500, (1, 4, 16), 1.1
RULES = load_when(Path(isnad.__file__).parent / "resources" / "when")
TAGGER, TENSES = Tagger(RULES), Tenses(RULES)


def article(text: str) -> Article:
    return clean(Page(key="a", origin="a", text=text))


def times(text: str) -> None:
    tokens = Tokens(text)
    names = list(zip(tokens.starts[::3], tokens.ends[::3], strict=True))
    for blocked in ((), names):
        hits = TAGGER.tag(tokens, blocked)
        tenses = [TENSES.around(tokens, hit) for hit in hits]
        anchor(hits, Published(earliest="2024-12-04", latest="2024-12-04"), tenses, text)


def dating(text: str) -> None:
    tokens = Tokens(text)
    hits = TAGGER.tag(tokens)
    evidence = Evidence(hits=hits, tenses=[TENSES.around(tokens, hit) for hit in hits])
    date_article(article(text), tokens, evidence)


PARTS: dict[str, Callable[[str], object]] = {
    "tokens": lambda text: Tokens(text).sentences(),
    "quotations": quotations,
    "clean": article,
    "when": times,
    "dating": dating,
}


def steps(work: Callable[[str], object], text: str) -> int:
    """How many lines of Python the work runs."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        work(text)
    finally:
        sys.settrace(before)
    return count


def assert_linear(part: str, kind: str) -> None:
    unit = kind * (SIZE // len(kind))
    PARTS[part](unit)
    counts = [steps(PARTS[part], unit * n) for n in TIMES]
    for (small, large), (few, many) in zip(pairwise(TIMES), pairwise(counts), strict=True):
        assert math.log(many / few) / math.log(large / small) <= MOST, counts


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("kind", KINDS)
def test_steps_grow_at_most_linearly(part: str, kind: str) -> None:
    assert_linear(part, KINDS[kind])


@pytest.mark.parametrize("part", ["clean", "quotations"])
@pytest.mark.parametrize("kind", LEFT_BEHIND)
def test_what_pages_leave_behind_costs_its_length(part: str, kind: str) -> None:
    assert_linear(part, kind)
