"""The publication day from an article's own evidence: what it leaves, why, and what contradicts it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import isnad
from isnad.arabic.tokens import Tokens
from isnad.dating import Evidence, Tenure, date_article
from isnad.dating.metadata import metadata_days
from isnad.lexicon.when import load_when
from isnad.model import Article, Zone
from isnad.when import Tenses, compile

RULES = load_when(Path(isnad.__file__).parent / "resources" / "when")
TAGGER, TENSES = compile(RULES), Tenses(RULES)


def dated(text, given=None, offices=(), zones=(), late=0):
    tokens = Tokens(text)
    hits = TAGGER.tag(tokens)
    article = Article(key="a", origin="a", sha256="", text=text, zones=zones, date=given)
    tenses = [TENSES.around(tokens, hit) for hit in hits]
    evidence = Evidence(
        hits=hits,
        tenses=tenses,
        offices=offices,
        spelled=lambda words: TAGGER.tag(Tokens(words)),
        late=lambda _day: late,
    )
    return date_article(article, tokens, evidence)


def interval(*args, **kwargs):
    published, _ = dated(*args, **kwargs)
    return published and (published.earliest, published.latest)


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ("2018-09-12T09:55:37+00:00", ["2018-09-12"]),
        ("2018-09-12", ["2018-09-12"]),
        ("2018/9/2 10:00", ["2018-09-02"]),
        ("Wed, 12 Sep 2018 09:55:37 GMT", ["2018-09-12"]),
        ("٢٠١٨-٠٩-١٢", ["2018-09-12"]),
        ("25/03/2019", ["2019-03-25"]),
        ("03/04/2019", ["2019-03-04", "2019-04-03"]),
        ("20190325T101010Z", ["2019-03-25"]),
        ("10.06.2025", ["2025-06-10"]),
        ("06.10.2025", ["2025-10-06"]),
        ("31.12.2025", ["2025-12-31"]),
        ("10-06-2025", ["2025-06-10", "2025-10-06"]),
        ("2019-03", []),
        ("2019-02-30", []),
        ("yesterday", []),
        ("", []),
    ],
)
def test_metadata(given, days):
    assert [day.isoformat() for day in metadata_days(given)] == days


@given(st.text(max_size=40))
def test_metadata_is_total(given):
    assert isinstance(metadata_days(given), tuple)


def test_metadata_dates_the_article_and_says_so():
    published, problems = dated("زار الوفد المدينة.", "2024-12-04T10:00:00Z")
    assert (published.earliest, published.latest, problems) == ("2024-12-04", "2024-12-04", ())
    assert [(step.kind, step.rule) for step in published.basis] == [("metadata", "dating.metadata")]


def test_a_contradiction_is_reported_and_not_averaged():
    published, (problem,) = dated("أعلن الوزير اليوم الأحد استقالته.", "2024-12-04")
    assert published.earliest == "2024-12-04"
    assert "Wednesday" in problem.message
    assert "اليوم الأحد" in problem.message


def test_an_invented_first_of_january_is_dropped():
    published, problems = dated("أعلن الوزير اليوم الأحد 2 يونيو 2024 استقالته.", "2024-01-01")
    assert published.earliest == published.latest == "2024-06-02"
    assert problems


def test_ambiguous_metadata_is_decided_by_the_text():
    assert interval("وصل اليوم الأربعاء.", "03/04/2019") == ("2019-04-03", "2019-04-03")
    published, _ = dated("وصل الوفد.", "03/04/2019")
    assert published.days == ("2019-03-04", "2019-04-03")


def test_no_evidence_no_date():
    assert dated("التقى الوزيران اليوم الأحد وتحدثا.") == (None, ())
    assert dated("") == (None, ())


def test_a_full_date_with_today_is_exact():
    assert interval("وصل الوزير اليوم السبت 30 نوفمبر 2024 إلى العاصمة.") == ("2024-11-30", "2024-11-30")
    assert interval("يصل الوزير غدا الأحد 1 ديسمبر 2024.") == ("2024-11-30", "2024-11-30")


def test_offices_bound_and_the_weekday_and_the_current_month_choose():
    terms = [Tenure("A", "foreign-minister", "2024-08-21", None), Tenure("B", "head-of-state", "2000-07", "2024-12-08")]
    text = "قال الوزير اليوم السبت إن الهجوم الذي بدأ في 27 نوفمبر الجاري مستمر."
    published, _ = dated(text, offices=terms)
    assert (published.earliest, published.latest) == ("2024-11-30", "2024-11-30")
    assert [step.kind for step in published.basis] == ["office", "office", "weekday", "date", "date"]
    assert all(step.leaves for step in published.basis)


def test_several_terms_of_one_office_are_one_piece_of_evidence():
    terms = [Tenure("A", "head-of-state", "2017-01-20", "2021-01-20"), Tenure("A", "head-of-state", "2025-01-20", None)]
    assert interval("وصل الرئيس.", offices=[*terms, Tenure("B", "head-of-government", "2016-07-13", "2019-07-24")]) == (
        "2016-12-21",
        "2019-08-23",
    )


def test_an_office_that_ended_before_another_began_is_history():
    terms = [
        Tenure("A", "head-of-state", "2009-01-20", "2017-01-20"),
        Tenure("B", "head-of-state", "2020-01-01", "2022-01-01"),
    ]
    assert interval("وصل الرئيس.", offices=terms) == ("2019-12-02", "2022-01-31")


def test_the_only_office_named_late_in_a_tale_of_past_years_bounds_nothing_from_above():
    text = "كانت المدينة قد دمرت في عام 2010 وهجرها أهلها. وذكر الرئيس."
    late, early = (len(text) - 8, len(text)), (0, 8)
    assert interval(text, offices=[Tenure("A", "head-of-state", "2012-06-30", "2013-07-03", late)]) == (
        "2012-05-31",
        None,
    )
    assert interval(text, offices=[Tenure("A", "head-of-state", "2012-06-30", "2013-07-03", early)]) == (
        "2012-05-31",
        "2013-08-02",
    )


def test_the_only_office_named_late_counts_where_no_past_year_is_told():
    text = "جملة أولى طويلة عن المدينة وأهلها. وذكر الرئيس."
    assert interval(text, offices=[Tenure("A", "head-of-state", "2012-06-30", "2013-07-03", (40, 46))]) == (
        "2012-05-31",
        "2013-08-02",
    )


def test_a_post_embedded_in_the_page_and_the_weekday():
    text = "استقبل الرئيس اليوم الأحد ضيفه.\nDecember 1, 2024"
    assert interval(text) == ("2024-12-01", "2024-12-01")


def test_a_stamp_dates_the_article():
    text = "نشر في 12/03/2021\nوصل الوفد."
    assert interval(text, zones=(Zone("stamp", 0, 17), Zone("body", 18, len(text)))) == ("2021-03-12", "2021-03-12")


def test_other_articles_headlines_tell_nothing():
    text = "وصل الوفد.\nفي العام الجاري 2019"
    assert interval(text) == ("2019-01-01", "2019-12-31")
    assert interval(text, zones=(Zone("body", 0, 10), Zone("related", 11, len(text)))) is None


def test_clues_that_contradict_each_other_give_no_date():
    published, problems = dated("خلال العام الجاري 2018 والعام الماضي 2014 ارتفعت.")
    assert published is None
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("الثلاثاء، 17 حزيران 2025 10:00", "2025-06-17"),
        ("١٧ حزيران/يونيو ٢٠٢٥", "2025-06-17"),
        ("17 جوان 2025", "2025-06-17"),
    ],
)
def test_a_metadata_date_in_words_is_read(given, day):
    assert interval("وصل الوفد.", given) == (day, day)


@pytest.mark.parametrize("given", ["حزيران 2025", "17 حزيران", "31 حزيران 2025", "أمس"])
def test_metadata_words_that_name_no_day_are_a_problem(given):
    published, (problem,) = dated("وصل الوفد.", given)
    assert published is None
    assert given in problem.message


def test_a_page_that_may_be_restamped_is_of_one_of_two_days():
    published, _ = dated("وصل الوفد.", "2009-04-29", late=30)
    assert (published.earliest, published.latest, published.days) == (
        "2009-03-30",
        "2009-04-29",
        ("2009-03-30", "2009-04-29"),
    )


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # 29 April 2009 was a Wednesday, thirty days before it a Monday
        ("وصل الوفد الأربعاء وغادر.", ("2009-04-29", "2009-04-29")),
        ("وصل الوفد الثلاثاء وغادر الأربعاء.", ("2009-03-30", "2009-04-29")),
        ("وصل الوفد الاثنين وغادر.", ("2009-03-30", "2009-04-29")),
        ("سيصل الوفد الأربعاء ويغادر.", ("2009-03-30", "2009-04-29")),
        ("وصل الوفد الأربعاء الماضي وغادر.", ("2009-03-30", "2009-04-29")),
    ],
)
def test_the_day_that_a_restamped_page_bears_is_confirmed_by_the_first_weekday(text, days):
    assert interval(text, "2009-04-29", late=30) == days


def test_an_article_is_not_older_than_the_past_day_that_it_tells_with_its_weekday():
    assert interval("وكان الاتفاق قد دخل حيز التنفيذ فجر الأربعاء 27 نوفمبر 2024.") == ("2024-11-27", "2025-02-10")
    assert interval("تبدأ المهلة الأربعاء 27 نوفمبر 2024.") == ("2024-09-13", "2025-02-10")


def test_past_days_and_deadlines_bound():
    assert interval("وقع الاتفاق الذي أعلن في عام 2016. وتنجز الأعمال بحلول عام 2030.") == ("2016-01-01", "2030-12-31")


def test_scattered_candidates_are_told_one_by_one_and_a_stretch_is_not():
    office = [Tenure("A", "head-of-state", "2012-06-30", "2013-07-03")]
    published, _ = dated("قال الرئيس اليوم الأحد إنه راض.", offices=office)
    assert published.days[:2] == ("2012-06-03", "2012-06-10")
    assert (published.earliest, published.latest) == ("2012-06-03", "2013-07-28")
    assert dated("قال الرئيس إنه راض.", offices=office)[0].days is None


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("وقع الاتفاق في 12 يونيو.", "2012-06-12", "2013-08-02"),
        ("سيوقع الاتفاق في 12 يونيو.", "2012-05-31", "2013-07-13"),
        ("وقع الاتفاق في 12 يونيو الماضي.", "2012-05-31", "2013-08-02"),
        ("يجتمع الوزراء في 12 يونيو الجاري.", "2012-06-01", "2013-06-12"),
        ("اجتمع الوزراء في 12 يونيو الجاري.", "2012-06-12", "2013-06-30"),
    ],
)
def test_a_day_without_a_year_is_near_the_day_of_writing(text, earliest, latest):
    assert interval(text, offices=[Tenure("A", "head-of-state", "2012-06-30", "2013-07-03")]) == (earliest, latest)


@pytest.mark.parametrize(("late", "told"), [(0, 1), (30, 0)])
def test_the_stamp_of_a_page_that_may_be_restamped_contradicts_nothing(late, told):
    text = "نشر في 12/03/2021\nوصل الوفد."
    zones = (Zone("stamp", 0, 17), Zone("body", 18, len(text)))
    _, problems = dated(text, "2021-05-20", zones=zones, late=late)
    assert len(problems) == told


def test_the_words_of_a_step_are_those_of_its_span():
    text = "قال رئيس الدولة اليوم الأحد إن الاتفاق الذي وقع في عام 2012 قائم."
    published, _ = dated(text, offices=[Tenure("A", "head-of-state", "2012-06-30", "2013-07-03", (4, 15))])
    office = next(step for step in published.basis if step.kind == "office")
    assert (office.text, office.fact) == ("رئيس الدولة", "A, head-of-state: 2012-06-30..2013-07-03")
    assert all(step.text == text[step.start : step.end] for step in published.basis)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.one_of(st.none(), st.text(max_size=20)))
def test_any_article_is_dated_or_not_without_an_error(text, given):
    published, problems = dated(text, given)
    assert published is None or published.basis
    assert isinstance(problems, tuple)
