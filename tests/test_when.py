"""Time expressions: found in text, anchored to the day of writing, silent where words only look like times."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import isnad
from isnad.arabic.tokens import Tokens
from isnad.lexicon.when import load_when
from isnad.model import Published
from isnad.when import Tenses, anchor, compile

RULES = load_when(Path(isnad.__file__).parent / "resources" / "when")
TAGGER, TENSES = compile(RULES), Tenses(RULES)
WEDNESDAY = "2024-12-04"


def read(text, day=WEDNESDAY, last=None):
    tokens = Tokens(text)
    hits = TAGGER.tag(tokens)
    published = Published(earliest=day, latest=last or day) if day else None
    return anchor(hits, published, [TENSES.around(tokens, hit) for hit in hits], text)


def one(text, day=WEDNESDAY, last=None):
    (time,) = read(text, day, last)
    return time


UNITS = ["الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"]
SPELLED = {
    **dict(enumerate(UNITS[1:], 2)),
    1: "الأول",
    10: "العاشر",
    20: "العشرين",
    30: "الثلاثين",
    **{10 + n: f"{unit} عشر" for n, unit in enumerate(UNITS, 1)},
    **{20 + n: f"{unit} والعشرين" for n, unit in enumerate(UNITS, 1)},
    31: "الحادي والثلاثين",
}


@pytest.mark.parametrize(("day", "words"), sorted(SPELLED.items()))
def test_every_day_of_a_month_in_words(day, words):
    assert one(f"في {words} من مايو 2024").value == f"2024-05-{day:02d}"
    assert one(f"يوم {words} من مايو الماضي").value == f"2024-05-{day:02d}"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("استقبل الوزير ضيفه أمس الثلاثاء في مكتبه", "أمس الثلاثاء", "2024-12-03"),
        ("وصل الوفد وأمس غادر", "أمس", "2024-12-03"),
        ("يلتقيان بعد غد في العاصمة", "بعد غد", "2024-12-06"),
        ("عاد الوفد ليل السبت", "ليل السبت", "2024-11-30TNI"),
        ("وَقَالَ الأَرْبِعَاءَ إنه راض", "الأَرْبِعَاءَ", "2024-12-04"),
        ("سيزور الرئيس الخميس البلاد", "الخميس", "2024-12-05"),
        ("من المزمع عقد القمة الخميس", "الخميس", "2024-12-05"),
        ("عقد القمة الخميس", "الخميس", "2024-11-28"),
        ("ينعقد المجلس الخميس", "الخميس", "2024-12-05"),
        ("وأعلنا الجمعة استعدادهما", "الجمعة", "2024-11-29"),
        ("زار الرئيس الخميس البلاد", "الخميس", "2024-11-28"),
        ("ومن المقرر أن يجتمعا السبت", "السبت", "2024-12-07"),
        ("اجتمعا في الـ27 من نوفمبر/تشرين الثاني الماضي", "الـ27 من نوفمبر/تشرين الثاني الماضي", "2024-11-27"),
        ("وقعت الاتفاقية في الثامن والعشرين من شباط 2019", "الثامن والعشرين من شباط 2019", "2019-02-28"),
        ("جرى ذلك فى ١٥ مايو ٢٠٢٠", "١٥ مايو ٢٠٢٠", "2020-05-15"),
        ("افتتح المعرض في غشت 2018", "غشت 2018", "2018-08"),
        ("تنتهي المهلة في 15 ديسمبر", "15 ديسمبر", "2024-12-15"),
        ("جرت الزيارة في 15 ديسمبر الماضي", "15 ديسمبر الماضي", "2023-12-15"),
        ("الأسبوع الماضي", "الأسبوع الماضي", "2024-W48"),
        ("نهاية الشهر الجاري", "نهاية الشهر الجاري", "2024-12"),
        ("انعقدت القمة في شهر رمضان الماضي", "شهر رمضان الماضي", "2024-03-11/2024-04-09"),
        ("الثلاثاء 3 كانون الأول/ديسمبر", "الثلاثاء 3 كانون الأول/ديسمبر", "2024-12-03"),
    ],
)
def test_expression(text, words, value):
    time = one(text)
    assert (time.text, time.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("الأسبوع المقبل", "2024-12-09", "2024-12-15"),
        ("الشهر الجاري", "2024-12-01", "2024-12-31"),
        ("العام الماضي", "2023-01-01", "2023-12-31"),
        ("أواخر عام 2016", "2016-01-01", "2016-12-31"),
        ("الربع الأول من عام 2025", "2025-01-01", "2025-03-31"),
        ("خلال الأيام الثلاثة الماضية", "2024-12-01", "2024-12-04"),
        ("خلال اليومين المقبلين", "2024-12-04", "2024-12-06"),
        ("من 3 إلى 5 ديسمبر", "2024-12-03", "2024-12-05"),
        ("منذ يناير 2017", "2017-01-01", "2024-12-04"),
        ("قبل ثلاثة أشهر", "2024-09-01", "2024-09-30"),
        ("في وقت لاحق", None, None),
        ("منذ سنوات", None, None),
    ],
)
def test_interval(text, earliest, latest):
    time = one(text)
    assert (time.earliest, time.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "قال المحلل رجب شعبان لقناتنا",
        "وصل اللاعب خميس سالم إلى الملعب",
        "مارس المدرب مهنته بهدوء",
        "نشرت صحيفة اليوم العاشر خبرا",
        "يعمل خمس مرات في اليوم",
        "يسكن في مدينة 15 مايو",
        "حزب 8 آذار",
        "ميدان 7 نوفمبر وسط العاصمة",
        "بلغ عددهم 2010 عمال",
        "الرقم 1999 في القائمة",
        "شوط أول ونهاية سعيدة",
        "كان في أمس الحاجة إليها",
        "خطيب صلاة الجمعة",
        "ربيع العمر",
        "في 31 سبتمبر",
    ],
)
def test_silence(text):
    assert read(text) == ()


def test_nothing_is_anchored_without_a_day_of_writing():
    assert (one("أمس", None).earliest, one("السبت", None).value) == (None, "XXXX-WXX-6")
    assert one("30 نوفمبر", None).value == "XXXX-11-30"
    assert one("17 أيار 2018", None).earliest == "2018-05-17"


def test_an_interval_of_more_than_a_year_fixes_no_day():
    time = one("أمس", "2017-01-20", "2021-01-20")
    assert (time.earliest, time.latest) == (None, None)
    time = one("12 مايو 2018", "2017-01-20", "2021-01-20")
    assert (time.earliest, time.latest) == ("2018-05-12", "2018-05-12")


def test_an_interval_of_publication_gives_an_interval():
    time = one("أمس", "2024-12-01", "2024-12-04")
    assert (time.earliest, time.latest, time.value) == ("2024-11-30", "2024-12-03", "XXXX-XX-XX")
    assert one("عام 2015", "2024-12-01", "2024-12-04").value == "2015"


def test_a_weekday_beats_a_deictic_that_a_late_night_page_contradicts():
    assert one("اليوم الثلاثاء").value == "2024-12-03"


def test_the_same_day_points_back():
    times = read("وصل في 2 مايو 2020، وغادر في اليوم نفسه.")
    assert [time.value for time in times] == ["2020-05-02", "2020-05-02"]


def test_blocked_spans_raise_nothing():
    text = "قال السبت إن السبت عطلة"
    assert [hit.start for hit in TAGGER.tag(Tokens(text), blocked=((4, 9),))] == [text.rindex("السبت")]


def test_many_words_are_read_in_time_that_grows_with_their_number():
    text = "من 3 إلى " * 20_000
    assert TAGGER.tag(Tokens(text)) == ()


PIECES = [
    "السبت",
    "ﻷ",
    "ﻻ",
    "ﻷمس",
    "ﻻﺣﻘﺎ",
    "ليوم",
    " ",
    "و",
    "3",
    "31",
    "2018",
    "من",
    "نوفمبر",
    "تشرين",
    "الأول",
    "/",
    "(",
    ")",
    "\n",
    "ال",
    "ـ",
    "ً",
    "اليوم",
    "منذ",
    "بعد",
    "عام",
    "شعبان",
    "1446",
    "هـ",
    "الماضي",
    "،",
    "قبل",
    "أيام",
]


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
        st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    )
)
def test_any_text_is_read_and_every_span_quotes_it(text):
    tokens = Tokens(text)
    hits = TAGGER.tag(tokens)
    times = anchor(
        hits, Published(earliest=WEDNESDAY, latest=WEDNESDAY), [TENSES.around(tokens, hit) for hit in hits], text
    )
    assert all(time.text == text[time.start : time.end] and time.start < time.end for time in times)
    assert all(a.end <= b.start for a, b in pairwise(times))
    assert all(time.earliest <= time.latest for time in times if time.earliest)


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_a_bare_weekday_is_the_last_one(day):
    time = one("زارها الأحد", day.isoformat())
    found = date.fromisoformat(time.earliest)
    assert found.isoweekday() == 7
    assert timedelta(0) <= day - found < timedelta(7)


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("سيزور موسكو السبت", "future"),
        ("من المقرر أن يصل الوفد إلى العاصمة السبت", "future"),
        ("التقى نظيره في موسكو السبت", "past"),
        ("وكانت القوات قد غادرت المدينة كلها بعد ثلاثة أعوام من بدء الحملة عليها السبت", "past"),
        ("سيغادر بعد لقاء السبت", None),
        ("لم يصل السبت", None),
        ("لقاء السبت", None),
        ("وصل الوفد. السبت", None),
        ("السبت سيلتقيان", "future"),
    ],
)
def test_tense_around_a_time(text, tense):
    tokens = Tokens(text)
    hit = TAGGER.tag(tokens)[-1]
    assert TENSES.around(tokens, hit) == tense


@pytest.mark.parametrize(
    ("text", "day", "first", "last"),
    [
        ("عقد المؤتمر يومي الثلاثاء والأربعاء", WEDNESDAY, "2024-12-03", "2024-12-04"),
        ("عقد المؤتمر يومي الخميس والجمعة", WEDNESDAY, "2024-11-28", "2024-11-29"),
        ("يعقد المؤتمر يومي الخميس والجمعة", WEDNESDAY, "2024-12-05", "2024-12-06"),
        ("يعقد المؤتمر الأربعاء والخميس", WEDNESDAY, "2024-12-04", "2024-12-05"),
        ("يعقد المؤتمر الثلاثاء والأربعاء", WEDNESDAY, "2024-12-03", "2024-12-04"),
        ("التقيا يومي السبت والأحد الماضيين", "2024-12-01", "2024-11-23", "2024-11-24"),
        ("التقيا الأحد والاثنين", WEDNESDAY, "2024-12-01", "2024-12-02"),
        ("يلتقيان من الأحد إلى الثلاثاء المقبل", WEDNESDAY, "2024-12-08", "2024-12-10"),
        ("التقيا بين الاثنين والخميس", WEDNESDAY, "2024-12-02", "2024-12-05"),
        ("زار البلاد خلال عطلة نهاية الأسبوع", WEDNESDAY, "2024-11-29", "2024-12-01"),
        ("زار البلاد خلال عطلة نهاية الأسبوع", "2024-12-07", "2024-12-06", "2024-12-08"),
        ("سيزور البلاد في نهاية الأسبوع", WEDNESDAY, "2024-12-06", "2024-12-08"),
        ("سيزور البلاد في نهاية الأسبوع", "2024-12-08", "2024-12-06", "2024-12-08"),
        ("جولة في نهاية الأسبوع", WEDNESDAY, None, None),
    ],
)
def test_stretches_of_weekdays(text, day, first, last):
    time = one(text, day)
    assert (time.earliest, time.latest) == (first, last)


def test_weekdays_that_do_not_follow_each_other_are_two_times():
    assert [t.earliest for t in read("التقيا الجمعة والأحد")] == ["2024-11-29", "2024-12-01"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وصل الوفد الساعة 14:00 بتوقيت غرينتش", "2024-12-04T14:00"),
        ("يلتقيان الجمعة في الساعة العاشرة مساء", "2024-12-06T22:00"),
        ("يلتقيان الجمعة. وتبدأ المحادثات في الساعة العاشرة مساء", "XXXX-XX-XXT22:00"),
        ("تبدأ المحادثات في الساعة العاشرة مساء", "XXXX-XX-XXT22:00"),
        ("تبدأ المحادثات في الساعة العاشرة مساء اليوم", "2024-12-04T22:00"),
    ],
)
def test_an_hour_is_of_the_day_told_with_it_or_of_the_day_of_writing_unless_yet_to_come(text, value):
    assert read(text)[-1].value == value


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("العقد الماضي", "2010-01-01", "2019-12-31"),
        ("العقد الحالي", "2020-01-01", "2029-12-31"),
        ("القرن الماضي", "1900-01-01", "1999-12-31"),
        ("ربيع 2018", "2018-03-01", "2018-05-31"),
        ("صيف 2018", "2018-06-01", "2018-08-31"),
        ("خريف 2018", "2018-09-01", "2018-11-30"),
        ("شتاء 2018", "2018-01-01", "2018-12-31"),
        ("الربع الأول من عام 2025", "2025-01-01", "2025-03-31"),
        ("الربع الأخير من عام 2025", "2025-10-01", "2025-12-31"),
        ("النصف الأول من 2018", "2018-01-01", "2018-06-30"),
        ("النصف الثاني من 2018", "2018-07-01", "2018-12-31"),
        ("النصف الأول من فبراير 2020", "2020-02-01", "2020-02-15"),
        ("النصف الثاني من فبراير 2020", "2020-02-16", "2020-02-29"),
        ("الأسبوع الأول من مايو 2020", "2020-05-01", "2020-05-07"),
        ("الأسبوع الرابع من مايو 2020", "2020-05-22", "2020-05-28"),
        ("الأسبوع الأخير من مايو 2020", "2020-05-25", "2020-05-31"),
        ("الشهر قبل الماضي", "2024-10-01", "2024-10-31"),
        ("قبل سنتين", "2022-01-01", "2022-12-31"),
        ("قبل شهرين", "2024-10-01", "2024-10-31"),
        ("قبل 36 ساعة", "2024-12-02", "2024-12-04"),
        ("خلال الـ24 ساعة الماضية", "2024-12-03", "2024-12-04"),
        ("قبل خمس دقائق", "2024-12-04", "2024-12-04"),
    ],
)
def test_periods_hold_their_first_and_last_day(text, first, last):
    time = one(text)
    assert (time.earliest, time.latest) == (first, last)


def test_a_hijri_day_of_an_unknown_year_has_no_days_without_a_day_of_writing():
    time = one("في 15 شعبان", day=None)
    assert (time.value, time.earliest) == ("XXXX-08-15", None)
    assert one("في 15 شعبان").earliest == "2025-02-14"
