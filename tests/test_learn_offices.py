"""Learning offices: from a small corpus of our own, what is proposed and what is not."""

from collections.abc import Sequence

import pytest

from isnad.clean import clean
from isnad.lexicon import Lexicon, load
from isnad.model import Page
from isnad.reading.offices import Titled, titled_persons
from isnad.registry import Finding, Learner
from isnad.registry.learning import alike

UNLISTED = "استقبل وزير الداخلية النمساوي كارل غوستاف هوفمان نظيره في فيينا."


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def titled(lexicon: Lexicon, text: str, day: str | None = None, key: str = "a", outlet: str = "o") -> list[Titled]:
    page = Page(key=key, origin=key, text=text, title_end=0, date=day, outlet=outlet)
    return list(titled_persons(clean(page), lexicon))


def findings(lexicon: Lexicon, articles: Sequence[tuple[str, str | None]], least: int = 2) -> tuple[Finding, ...]:
    learner = Learner(lexicon)
    for n, (text, day) in enumerate(articles):
        learner.see(titled(lexicon, text, day, f"a{n}", f"o{n % 2}"))
    return learner.findings(least)


def test_a_titled_person_with_office_side_and_registry_id(lexicon: Lexicon) -> None:
    text = "التقى وزير الخارجية الروسي سيرغي لافروف في موسكو وفدا."
    (one,) = titled(lexicon, text, "2024-11-30")
    assert (one.office, one.side, one.person) == ("foreign-minister", "RUS", "sergey-lavrov")
    assert one.title == "وزير الخارجية الروسي"
    assert text[one.evidence.start : one.evidence.end] == one.evidence.text == "وزير الخارجية الروسي سيرغي لافروف"
    assert one.day is not None
    assert one.day.earliest == "2024-11-30"


@pytest.mark.parametrize(
    "text",
    [
        "التقى وزير الخارجية الروسي السابق إيغور إيفانوف وفدا.",
        "وصل لافروف إلى أنقرة.",
        "قال وزير الخارجية الروسي إن المحادثات مفيدة.",
        "شكر لافروف الرئيس التركي قبل مغادرته أنقرة.",
    ],
)
def test_who_is_former_or_without_title_or_without_name_is_not_titled(lexicon: Lexicon, text: str) -> None:
    assert titled(lexicon, text, "2018-08-01") == []


def test_an_unlisted_person_is_proposed_with_days_articles_and_outlets(lexicon: Lexicon) -> None:
    (found,) = findings(lexicon, [(UNLISTED, "2010-05-03"), (UNLISTED, "2010-03-01"), (UNLISTED, None)])
    assert (found.kind, found.office, found.side) == ("person", "interior-minister", "AUT")
    assert found.name == "كارل غوستاف هوفمان"
    assert (found.first, found.last, found.articles) == ("2010-03-01", "2010-05-03", 3)
    assert found.outlets == ("o0", "o1")
    assert found.evidence.text == "وزير الداخلية النمساوي كارل غوستاف هوفمان"


def test_one_article_counts_once_and_few_articles_not_at_all(lexicon: Lexicon) -> None:
    assert findings(lexicon, [(f"{UNLISTED}\n{UNLISTED}", "2010-03-01")]) == ()
    assert len(findings(lexicon, [(UNLISTED, "2010-03-01")], least=1)) == 1


def test_what_the_registry_knows_is_not_proposed(lexicon: Lexicon) -> None:
    text = "التقى وزير الخارجية الروسي سيرغي لافروف في موسكو وفدا."
    assert findings(lexicon, [(text, "2024-11-30"), (text, "2010-01-05"), (text, None)]) == ()


def test_a_spelling_that_the_registry_lacks_points_to_the_holder(lexicon: Lexicon) -> None:
    text = "التقى وزير الخارجية الروسي سيرغيي لافرووف في موسكو وفدا."
    (found,) = findings(lexicon, [(text, "2018-11-30"), (text, "2018-01-05")])
    assert (found.kind, found.like) == ("spelling", "sergey-lavrov")


def test_a_corpus_that_contradicts_the_registry(lexicon: Lexicon) -> None:
    text = "أعلن وزير الخارجية التركي هاكان فيدان أن بلاده ترحب بالاتفاق."
    (found,) = findings(lexicon, [(text, "2020-03-01"), (text, "2020-03-02"), (text, "2024-03-02")])
    assert (found.kind, found.registry, found.holders) == ("contradiction", "hakan-fidan", ("mevlut-cavusoglu",))
    assert found.articles == 2


def test_one_listed_for_another_side_lacks_a_term(lexicon: Lexicon) -> None:
    text = "التقى قائد الجيش الليبي خليفة حفتر في بنغازي وفدا."
    (found,) = findings(lexicon, [(text, "2018-11-30"), (text, "2018-01-05")])
    assert (found.kind, found.registry, found.side) == ("term", "khalifa-haftar", "LBY")


def test_the_most_frequent_come_first(lexicon: Lexicon) -> None:
    other = UNLISTED.replace("هوفمان", "شتراوس")
    found = findings(lexicon, [(UNLISTED, None), (other, None), (UNLISTED, None), (UNLISTED, None), (other, None)])
    assert [f.articles for f in found] == [3, 2]


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("مولود جاوييش أوغلو", "مولود جاويش أوغلو", True),
        ("باي كي مون", "بان كي مون", True),
        ("سلمان", "سلمان بن عبد العزيز", True),
        ("نيكولا ستورجن", "تيريزا ماي", False),
        ("ريتشارد نيكسون", "دونالد ترامب", False),
    ],
)
def test_how_far_two_names_are_alike(one: str, other: str, like: bool) -> None:
    assert bool(alike(one, other)) is like
