"""Statements: who speaks, in which form, how far the words reach, and by what chain they came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.clean import clean
from isnad.lexicon import load
from isnad.model import Page, Reading
from isnad.model.reading import Statement
from isnad.reading import read

LEXICON = load()
WORDS = [
    "قال",
    "لافروف",
    "إن",
    "«",
    "»",
    '"',
    "،",
    ".",
    "\n",
    "وفقا",
    "للبيان",
    "أكد",
    "الجانبان",
    "وأضاف",
    ":",
    "نقلت",
    "عن",
    "الذي",
    "لم",
    "يعلق",
]


def reading_of(text: str, outlet: str | None = None, title_end: int = 0) -> Reading:
    page = Page(key="t", origin="t", text=text, title_end=title_end, date="2024-11-30", outlet=outlet)
    return read(clean(page), LEXICON)


def told(text: str, outlet: str | None = None) -> list[Statement]:
    return list(reading_of(text, outlet).statements)


def roles(statement: Statement) -> list[str]:
    return [link.role for link in statement.chain if link.role != "outlet"]


def speakers(statement: Statement) -> list[str | None]:
    return [p.name or p.office for p in statement.speakers]


def test_person_speaks_for_himself():
    (one,) = told("قال وزير الخارجية الروسي سيرغي لافروف إن المحادثات ستستأنف في الربيع.")
    assert speakers(one) == ["سيرغي لافروف"]
    assert (one.form, one.polarity, roles(one)) == ("paraphrase", "said", ["speaker"])
    assert one.content.text == "المحادثات ستستأنف في الربيع"
    assert one.cue is not None
    assert (one.cue.text, one.cue.lemma, one.cue.cls) == ("قال", "قال", "say")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('قال سيرغي لافروف: "سنواصل الحوار مع الجميع".', "quoted"),
        ('شدد سيرغي لافروف على ضرورة "مواصلة الحوار مع الجميع"، و"وقف القصف".', "quoted"),
        ('قال سيرغي لافروف إن اللقاء كان "صريحا وبناء" وإن العمل مستمر.', "mixed"),
        ("قال سيرغي لافروف لوكالة «تاس» إن العمل مستمر.", "paraphrase"),
        ("أشاد سيرغي لافروف بمسار «أستانا» للسلام في سوريا.", "paraphrase"),
    ],
)
def test_form(text, form):
    assert [s.form for s in told(text)] == [form]


def test_quotation_over_several_sentences_is_one_statement():
    (one,) = told('قال سيرغي لافروف: "لن نتراجع. سنعود إلى الطاولة. هذا موقفنا". وغادر القاعة.')
    assert one.content.text == "لن نتراجع. سنعود إلى الطاولة. هذا موقفنا"
    assert [(q.start, q.end) for q in one.quotes] == [(one.content.start, one.content.end)]


def test_verb_without_a_subject_goes_on_with_the_speaker():
    first, second = told("قال سيرغي لافروف لقناة الجزيرة إن العمل مستمر.\nوأضاف أن اللقاء المقبل في الربيع.")
    assert roles(first) == roles(second) == ["media", "speaker"]
    assert speakers(second) == ["سيرغي لافروف"]
    assert [link.basis for link in second.chain if link.role != "outlet"] == ["carried", "null-subject"]
    assert second.chain[-1].start is None


def test_participle_belongs_to_the_subject_and_ends_the_words_before_it():
    first, second = told("أكد سيرغي لافروف أن العمل مستمر، مشيرا إلى أن اللقاء المقبل في الربيع.")
    assert first.content.text == "العمل مستمر"
    assert second.content.text == "اللقاء المقبل في الربيع"
    assert speakers(second) == ["سيرغي لافروف"]


def test_text_of_an_institution_is_the_institutions():
    first, second = told(
        "قالت وزارة الخارجية الروسية في بيان إن لافروف أجرى اتصالا هاتفيا بنظيره التركي هاكان فيدان.\n"
        'وأكد الوزيران "ضرورة تنسيق العمل المشترك".'
    )
    assert (roles(first), first.speakers[0].side) == (["statement"], "RUS")
    assert roles(second) == ["statement", "speaker"]
    assert {p.side for p in second.speakers} == {"RUS", "TUR"}
    assert second.joint
    assert second.chain[1].basis == "carried"


def test_lone_text_is_its_issuers():
    first, second = told("أعلنت وزارة الخارجية الإيرانية أن الوفد وصل.\nوأوضح البيان أن المحادثات تبدأ غدا.")
    assert [s.speakers[0].side for s in (first, second)] == ["IRN", "IRN"]
    assert roles(second) == ["statement"]
    assert second.chain[-1].name == "بيان وزارة الخارجية الإيرانية"


def test_turn_to_somebody_else_ends_the_text():
    *_, last = told(
        "قالت وزارة الخارجية العراقية في بيان إن فؤاد حسين أجرى اتصالا بنظيره التركي هاكان فيدان.\n"
        "من جهته، شدد الرئيس السوري بشار الأسد على وحدة البلاد."
    )
    assert (speakers(last), roles(last)) == (["بشار الأسد"], ["speaker"])


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            'قالت المتحدثة باسم وزارة الخارجية الروسية ماريا زاخاروفا: "سنرد قريبا على ذلك"، حسب وكالة فرانس برس.',
            ["agency", "spokesperson"],
        ),
        ("ناقش الوزيران الوضع المتصاعد في سوريا، وفقا لوكالة تاس.", ["agency"]),
        ("نقلت وكالة رويترز عن مصدر مطلع قوله إن اللقاء تأجل أسبوعا.", ["agency", "anonymous"]),
        ("قالت مصادر من الخارجية التركية إن اللقاء تأجل أسبوعا.", ["anonymous"]),
        ("وبحسب البيان، شدد سيرغي لافروف على ضرورة الحوار.", ["statement", "speaker"]),
        ("كتب الرئيس الأمريكي جو بايدن على تويتر أن اللقاء كان جيدا.", ["social", "speaker"]),
        ("أعلن الكرملين أن الرئيس سيزور أنقرة.", ["statement"]),
        ("وترفض فرنسا تخفيف العقوبات عن دمشق.", ["speaker"]),
        ("جاء في بيان لوزارة الخارجية الروسية أن المحادثات تناولت سوريا.", ["statement"]),
    ],
)
def test_chain(text, chain):
    assert [roles(s) for s in told(text)] == [chain]


def test_source_of_its_own_sentence_stands_before_what_came_before():
    (one,) = told("قال الرئيس اليمني إن بلاده تشكر الأشقاء.\nوذلك وفقا لوكالة رويترز.")
    assert roles(one) == ["agency", "speaker"]


def test_the_text_of_its_own_sentence_tells_it_and_not_one_of_before():
    *_, last = told(
        "قالت وزارة الخارجية الروسية في بيان إن لافروف أجرى اتصالا هاتفيا بنظيره الإيراني عباس عراقجي.\n"
        "وقالت وزارة الخارجية الإيرانية إن عراقجي أجرى اتصالا بنظيره الروسي سيرغي لافروف، حيث شدد الوزير الإيراني على "
        "ضرورة التنسيق مع موسكو."
    )
    assert [link.name for link in last.chain if link.role == "statement"] == ["وزارة الخارجية الإيرانية"]
    assert [party.side for party in last.speakers] == ["IRN"]


def test_report_inside_a_report_has_its_parent():
    outer, inner = told("أكد بيان الخارجية الروسية أن هاكان فيدان شدد على وحدة سوريا.")
    assert inner.parent == outer.id
    assert roles(inner) == ["statement", "speaker"]
    assert inner.counterpart_only


def test_statement_is_linked_to_its_contact():
    reading = reading_of("أجرى سيرغي لافروف اتصالا هاتفيا بنظيره التركي هاكان فيدان. وأكد لافروف أن العمل مستمر.")
    assert [s.contact for s in reading.statements] == [reading.contacts[0].id]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("نفى هاكان فيدان وجود محادثات سرية مع دمشق.", "denied"),
        ("لم يعلق الكرملين على التقارير.", "declined"),
        ("رفضت وزارة الخارجية الروسية التعليق على التقارير.", "declined"),
    ],
)
def test_polarity(text, polarity):
    assert [s.polarity for s in told(text)] == [polarity]


def test_headline_colon():
    reading = reading_of("موسكو: الوضع خطير في الشمال\nلا شيء هنا.", title_end=27)
    assert [(s.cue.text, s.content.text) for s in reading.statements if s.cue] == [(":", "الوضع خطير في الشمال")]


@pytest.mark.parametrize(
    "text",
    [
        "ويذكر أن المدينة تقع في الشمال.",
        "لم يقل لافروف إن الموعد تغير.",
        "دخلت قوات عملية «ردع العدوان» المدينة.",
        "وقع انفجار قرب المطار، وهرعت سيارات الإسعاف.",
        "",
    ],
)
def test_nobody_says_anything(text):
    assert told(text) == []


def test_words_are_those_of_the_text():
    text = 'قال سيرغي لافروف: "سنواصل الحوار"، مشيرا إلى أن "الوقت ضيق".'
    for s in told(text):
        assert text[s.content.start : s.content.end] == s.content.text
        assert s.cue is not None
        assert text[s.cue.start : s.cue.end] == s.cue.text


def test_outlet_is_the_outermost_link():
    (named,) = told("قال سيرغي لافروف إن العمل مستمر.", outlet="BBC Arabic")
    (open_,) = told("قال سيرغي لافروف إن العمل مستمر.")
    assert (named.chain[0].role, named.chain[0].name) == ("outlet", "BBC Arabic")
    assert (open_.chain[0].role, open_.chain[0].name, open_.chain[0].basis) == ("outlet", None, "unstated")


POST = "\n\nالقصف مستمر منذ الفجر\n— قناة الميادين (@AlMayadeenNews) December 1, 2024"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("قال سيرغي لافروف إن العمل مستمر." + POST, "قناة الميادين"),
        # another outlet is a source here: the account proves nothing
        ("قال سيرغي لافروف لقناة العربية إن العمل مستمر. ونقلت وكالة تاس عن الوزير قوله إن الوقت ضيق." + POST, None),
    ],
)
def test_an_embedded_account_tells_an_outlet_that_nothing_else_does(text, outlet):
    made = told(text)
    assert made
    assert {s.chain[0].name for s in made} == {outlet}


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_no_text_makes_it_raise(text):
    reading = reading_of(text)
    for s in reading.statements:
        assert 0 <= s.content.start < s.content.end <= len(text)


def test_ids_do_not_depend_on_the_lexicon_and_differ():
    made = told("قال سيرغي لافروف إن العمل مستمر.\nوقال هاكان فيدان إن العمل مستمر.")
    assert len({s.id for s in made}) == len(made) == 2
