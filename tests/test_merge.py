"""Merging: one contact with all its witnesses, and never two contacts in one."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.clean import clean
from isnad.lexicon import load
from isnad.merge import appearance, merge, witness
from isnad.merge.copies import COPY, families, likeness, signature
from isnad.model import Published, Record, RecordContact, SourceError, Span, Verdict, Witness
from isnad.reading import read
from isnad.samples import folder
from isnad.sources import read_pages

from .record_cases import (
    ANKARA,
    HELD,
    LONG,
    MOSCOW,
    NEXT_WEEK,
    OTHER_MINISTER,
    PLAN,
    TALKS,
    VISIT,
    moved,
    told,
)

SATURDAY, THURSDAY = "2024-11-30", "2024-12-19"


def merged(*witnesses: Witness, verdicts: tuple[Verdict, ...] = ()) -> Record:
    return merge(witnesses, load(), verdicts)


def homes(record: Record) -> list[set[str]]:
    return sorted(({r.article for r in c.reports} for c in record.contacts), key=sorted)


@pytest.fixture(scope="module")
def samples() -> tuple[Witness, ...]:
    out = []
    for page in read_pages([str(folder())]):
        assert not isinstance(page, SourceError)
        article = clean(page)
        out.append(witness(read(article, load()), article.text, [appearance(article)]))
    assert len(out) > 20
    return tuple(out)


def test_two_readouts_of_one_call_are_one_contact_with_two_sources() -> None:
    record = merged(told("a", MOSCOW, SATURDAY, "ألف"), told("b", ANKARA, SATURDAY, "باء"))
    (contact,) = record.contacts
    assert contact.kind == "call"
    assert [p.actor for p in contact.parties] == ["sergey-lavrov", "hakan-fidan"]
    assert contact.time is not None
    assert contact.time.value == SATURDAY
    assert {(r.kind, r.key) for r in contact.sources.roots} == {("side", "RUS"), ("side", "TUR")}
    assert (contact.sources.independent, contact.sources.outlets, contact.sources.articles) == (2, 2, 2)
    assert contact.id == min(r.contact for r in contact.reports)
    (join,) = contact.joins
    assert "same person of RUS" in join.reasons
    assert "same day" in join.reasons


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(NEXT_WEEK, "2024-12-07", id="another day"),
        pytest.param(OTHER_MINISTER, SATURDAY, id="another counterpart"),
    ],
)
def test_what_contradicts_stays_apart(text: str, date: str) -> None:
    record = merged(told("a", MOSCOW, SATURDAY), told("b", text, date))
    assert homes(record) == [{"a"}, {"b"}]


def test_a_plan_and_its_fulfilment_are_one_contact_that_was_held() -> None:
    record = merged(told("a", PLAN, "2024-12-15"), told("b", HELD, THURSDAY))
    (contact,) = record.contacts
    assert contact.status == "held"
    assert sorted(r.status for r in contact.reports) == ["held", "planned"]
    assert contact.time is not None
    assert contact.time.value == THURSDAY


def test_talks_on_a_visit_follow_it() -> None:
    record = merged(told("a", VISIT, "2024-12-01"), told("b", TALKS, "2024-12-02"))
    visit = next(c for c in record.contacts if c.kind == "visit")
    talks = next(c for c in record.contacts if c.kind == "meeting")
    assert (talks.follows, talks.follows_as) == (visit.id, "on_visit")
    assert visit.story == talks.story


def test_copies_are_one_source_and_say_so() -> None:
    first, copy = told("a", LONG, SATURDAY, "ألف"), told("b", LONG + " انتهى الخبر.", SATURDAY, "باء")
    assert likeness(first.signature, copy.signature) >= COPY
    (contact,) = merged(first, copy).contacts
    assert contact.sources.independent == 1
    assert (contact.sources.outlets, contact.sources.articles) == (2, 2)
    assert sorted(r.copy_of or "" for r in contact.reports) == ["", "a"]


def test_one_text_printed_twice_is_one_report_of_two_outlets() -> None:
    (contact,) = merged(moved(told("a", LONG, SATURDAY, "ألف"), "b", "باء")).contacts
    assert len(contact.reports) == 1
    assert (contact.sources.independent, contact.sources.outlets, contact.sources.articles) == (1, 2, 2)


def test_short_texts_are_copies_of_nothing() -> None:
    assert signature("خبر قصير") == ()
    assert families([("a", ()), ("b", ())]) == {"a": "a", "b": "b"}


def test_people_have_the_last_word() -> None:
    a, b = told("a", MOSCOW, SATURDAY), told("b", ANKARA, SATURDAY)
    pair = {"subject": a.contacts[0].id, "other": b.contacts[0].id}
    part = Verdict(kind="part", at="2026-01-01", **pair)
    join = Verdict(kind="join", at="2026-01-02", **pair)
    assert homes(merged(a, b, verdicts=(part,))) == [{"a"}, {"b"}]
    assert homes(merged(a, b, verdicts=(part, join))) == [{"a", "b"}]
    far = told("c", NEXT_WEEK, "2024-12-07")
    forced = Verdict(kind="join", subject=a.contacts[0].id, other=far.contacts[0].id)
    assert {"a", "b", "c"} in homes(merged(a, b, far, verdicts=(forced,)))


def test_joined_against_their_days_the_reports_show_the_conflict() -> None:
    a, far = told("a", MOSCOW, SATURDAY), told("c", NEXT_WEEK, "2024-12-07")
    forced = Verdict(kind="join", subject=a.contacts[0].id, other=far.contacts[0].id)
    (contact,) = merged(a, far, verdicts=(forced,)).contacts
    assert [c.field for c in contact.conflicts] == ["day"]
    assert {claim.value for claim in contact.conflicts[0].claims} == {SATURDAY, "2024-12-07"}


def test_a_correction_changes_the_contact_and_not_its_reports() -> None:
    a = told("a", MOSCOW, SATURDAY)
    right = Verdict(kind="correct", subject=a.contacts[0].id, correction=(("day", "2024-11-29"), ("status", "planned")))
    (contact,) = merged(a, verdicts=(right,)).contacts
    assert (contact.status, contact.verdict) == ("planned", "correct")
    assert contact.time is not None
    assert contact.time.value == "2024-11-29"
    assert contact.reports[0].status == "held"


@settings(max_examples=25)
@given(data=st.data())
def test_order_and_repetition_change_nothing(samples: tuple[Witness, ...], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(samples))
    again = data.draw(st.lists(st.sampled_from(samples), max_size=5))
    assert merged(*shuffled, *again) == merged(*samples)


@settings(max_examples=20)
@given(data=st.data())
def test_nothing_that_a_witness_said_is_lost(samples: tuple[Witness, ...], data: st.DataObject) -> None:
    some = data.draw(st.lists(st.sampled_from(samples), min_size=1, max_size=12, unique_by=lambda w: w.sha256))
    record = merged(*some)
    reported = sorted(c.id for w in some for c in w.contacts)
    assert sorted(r.contact for c in record.contacts for r in c.reports) == reported
    for contact in record.contacts:
        assert contact.id == min(r.contact for r in contact.reports)
        assert len({r.sha256 for r in contact.reports}) == len(contact.reports), "one article tells one contact once"
        assert contact.sources.independent >= 1
    assert sorted(id_ for s in record.stories for id_ in s.contacts) == [c.id for c in record.contacts]


def test_the_document_of_a_contact_is_the_contract(samples: tuple[Witness, ...]) -> None:
    document = msgspec.json.decode(msgspec.json.encode(merged(*samples).contacts[0]))
    wanted = {"schema", "id", "kind", "status", "parties", "time", "place", "topics", "reports", "sources", "conflicts"}
    assert wanted | {"follows"} <= document.keys()
    assert document["schema"] == "isnad/contact/1"
    report = {"article", "contact", "outlet", "published", "status", "chain", "evidence"}
    assert report <= document["reports"][0].keys()
    assert {"independent", "outlets", "articles"} <= document["sources"].keys()
    assert msgspec.json.decode(msgspec.json.encode(merged(*samples).contacts), type=tuple[RecordContact, ...])


def test_seeds_are_linked_as_people_linked_them(shared: Path) -> None:
    witnesses = []
    for page in read_pages([str(path) for path in sorted((shared / "seeds").glob("*.txt"))]):
        assert not isinstance(page, SourceError)
        article = clean(page)
        witnesses.append(witness(read(article, load()), article.text, [appearance(article)]))
    record = merged(*witnesses)
    found = {
        (frozenset(p.actor for p in c.parties if p.actor), frozenset(r.article[:3] for r in c.reports))
        for c in record.contacts
        if c.kind == "call"
    }
    assert (frozenset({"sergey-lavrov", "hakan-fidan"}), frozenset({"000", "001"})) in found
    assert (frozenset({"sergey-lavrov", "abbas-araghchi"}), frozenset({"000", "001"})) in found
    assert (frozenset({"mohammed-shia-al-sudani", "bashar-al-assad"}), frozenset({"000", "003"})) in found
    assert (frozenset({"sergey-lavrov", "mevlut-cavusoglu"}), frozenset({"004"})) in found
    talks = next(c for c in record.contacts if c.kind == "meeting" and c.reports[0].article.startswith("002"))
    visit = next(c for c in record.contacts if c.id == talks.follows)
    assert visit.reports[0].article.startswith("000")
    assert talks.bounds.earliest == "2024-11-30", "what 000 knows of the visit bounds the talks of 002"


def test_the_day_of_a_crawl_is_no_day_of_news() -> None:
    plain = told(
        "a", "أجرى وزير الخارجية الروسي سيرغي لافروف اتصالا هاتفيا مع نظيره التركي هاكان فيدان.", SATURDAY, "ألف"
    )
    other = told("b", "بحث هاتفيا وزير الخارجية التركي هاكان فيدان ونظيره الروسي سيرغي لافروف الهدنة.", SATURDAY, "ألف")
    assert homes(merged(plain, other)) == [{"a", "b"}]
    heap = [msgspec.structs.replace(plain, sha256=f"{n:064d}", contacts=()) for n in range(40)]
    assert homes(merged(plain, other, *heap)) == [{"a"}, {"b"}]


CAIRO = "التقى وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان{} وبحثا التعاون."


def test_another_day_of_the_week_is_another_meeting() -> None:
    wednesday = told("a", CAIRO.format(" الأربعاء") + " انتهى.", SATURDAY)
    # an article that bears no day of its own, only a month
    loose = msgspec.structs.replace(wednesday, published=Published(earliest="2024-11-16", latest="2024-12-16"))
    time = msgspec.structs.replace(
        wednesday.contacts[0].time, value="XXXX-WXX-3", earliest="2024-11-16", latest="2024-12-16"
    )
    loose = msgspec.structs.replace(
        loose, contacts=tuple(msgspec.structs.replace(c, time=time) for c in wednesday.contacts if c.kind == "meeting")
    )
    same, other = told("b", CAIRO.format(" الأربعاء"), SATURDAY), told("c", CAIRO.format(" الخميس"), SATURDAY)
    assert {"a", "b"} in homes(merged(loose, same))
    assert {"a", "c"} not in homes(merged(loose, other))


def test_the_end_of_a_month_is_not_the_week_after_it() -> None:
    month = told("a", "اجتمع بدر عبد العاطي وهاكان فيدان الشهر الماضي لساعات.", "2018-05-09")
    week = told("b", CAIRO.format(" الأسبوع الماضي"), "2018-05-13")
    assert homes(merged(month, week)) == [{"a"}, {"b"}]


def test_a_visit_of_this_year_is_not_that_of_these_days() -> None:
    planned = told("a", "يصل وزير الخارجية الإيراني عباس عراقجي إلى أنقرة في زيارة رسمية لتركيا.", "2024-11-30")
    later = told("b", "تمنى الحاضرون زيارة عباس عراقجي إلى تركيا هذا العام.", SATURDAY)
    assert {"a", "b"} not in homes(merged(planned, later))


def test_the_same_words_say_nothing_where_nobody_knows_the_time() -> None:
    words = "عقد وزير الخارجية المصري بدر عبد العاطي اجتماعا ثنائيا مطولا مع نظيره التركي هاكان فيدان."
    dated, undated = told("a", words, SATURDAY), told("b", words + " وتناول البحث ملفات عدة.")
    assert undated.published is None or undated.published.earliest != undated.published.latest
    assert homes(merged(dated, undated)) == [{"a"}, {"b"}]


def test_an_invitation_is_no_letter() -> None:
    letter = "بعث الرئيس المصري عبد الفتاح السيسي رسالة إلى نظيره التركي رجب طيب أردوغان."
    invited = "وجه الرئيس المصري عبد الفتاح السيسي دعوة إلى نظيره التركي رجب طيب أردوغان لزيارة القاهرة."
    assert homes(merged(told("a", letter, SATURDAY), told("b", letter + " وهذا نصها.", SATURDAY))) == [{"a", "b"}]
    assert {"a", "b"} not in homes(merged(told("a", letter, SATURDAY), told("b", invited, SATURDAY)))


def test_their_last_meeting_is_none_of_these_days() -> None:
    now = told("a", CAIRO.format(" في القاهرة"), SATURDAY)
    last = told("b", "قال بدر عبد العاطي خلال آخر لقاء مع هاكان فيدان في القاهرة إن الوقت ضيق.", SATURDAY)
    assert last.contacts[0].earlier
    assert homes(merged(now, last)) == [{"a"}, {"b"}]


def test_one_in_common_among_several_is_another_meeting() -> None:
    airport = "استقبل وزير الخارجية السعودي فيصل بن فرحان وولي العهد محمد بن سلمان الوزير التركي هاكان فيدان اليوم."
    palace = "استقبل الملك سلمان بن عبد العزيز ووزير الخارجية السعودي فيصل بن فرحان الوزير التركي هاكان فيدان اليوم."
    one = "استقبل وزير الخارجية السعودي فيصل بن فرحان الوزير التركي هاكان فيدان اليوم السبت."
    a, b, c = told("a", airport, SATURDAY), told("b", palace, SATURDAY), told("c", one, SATURDAY)
    assert homes(merged(a, b)) == [{"a"}, {"b"}]
    assert homes(merged(a, c)) == [{"a", "c"}]


def test_what_was_asked_for_is_not_what_was_held_on_no_day() -> None:
    asked = told("a", "قال متحدث إن بدر عبد العاطي قد يلتقي هاكان فيدان.", SATURDAY)
    held = told("b", "قال متحدث إن بدر عبد العاطي التقى هاكان فيدان وبحثا التعاون.", SATURDAY)
    assert [w.contacts[0].status for w in (asked, held)] == ["proposed", "held"]
    assert homes(merged(asked, held)) == [{"a"}, {"b"}]


def test_a_letter_is_no_talk() -> None:
    letter = told("a", "بعث الرئيس المصري عبد الفتاح السيسي رسالة إلى نظيره التركي رجب طيب أردوغان.", SATURDAY)
    talk = told("b", "تحدث الرئيس المصري عبد الفتاح السيسي مع نظيره التركي رجب طيب أردوغان.", SATURDAY)
    assert homes(merged(letter, talk)) == [{"a"}, {"b"}]


def test_a_letter_is_not_its_answer() -> None:
    letter = told("a", "بعث الرئيس المصري عبد الفتاح السيسي رسالة إلى نظيره التركي رجب طيب أردوغان.", SATURDAY)
    answer = told("b", "بعث الرئيس التركي رجب طيب أردوغان رسالة إلى نظيره المصري عبد الفتاح السيسي.", SATURDAY)
    assert homes(merged(letter, answer)) == [{"a"}, {"b"}]


SPOKE = "تحدث الرئيس المصري عبد الفتاح السيسي هاتفيا مع نظيره التركي رجب طيب أردوغان{}."


def test_the_second_call_is_not_the_first() -> None:
    first, told_so = told("a", SPOKE.format(""), SATURDAY), told("b", SPOKE.format(" للمرة الثانية"), SATURDAY)
    again = told("c", "بحث عبد الفتاح السيسي مجددا مع رجب طيب أردوغان في مكالمة هاتفية الهدنة.", SATURDAY)
    assert [w.contacts[0].again for w in (first, told_so, again)] == [False, True, True]
    assert homes(merged(first, told_so, again)) == [{"a"}, {"b", "c"}]


def test_days_that_both_tell_join_a_second_meeting_told_without_its_number() -> None:
    second = told("a", "عقد بدر عبد العاطي اجتماعا ثانيا مع هاكان فيدان السبت.", SATURDAY)
    plain = told("b", "عقد بدر عبد العاطي اجتماعا مع هاكان فيدان السبت لساعات.", SATURDAY)
    assert second.contacts[0].again
    assert homes(merged(second, plain)) == [{"a", "b"}]
    undated = told("c", "عقد بدر عبد العاطي اجتماعا مع هاكان فيدان في القاهرة.", SATURDAY)
    loose = told("d", "عقد بدر عبد العاطي اجتماعا ثانيا مع هاكان فيدان.", SATURDAY)
    assert homes(merged(undated, loose)) == [{"c"}, {"d"}]


def test_a_call_is_news_for_a_day() -> None:
    dated = told("a", SPOKE.format(" الثلاثاء"), "2024-11-27")
    assert dated.contacts[0].time is not None
    words = "أجرى رجب طيب أردوغان وعبد الفتاح السيسي اتصالا هاتفيا."
    near, far = told("b", words, "2024-11-27"), told("c", words, "2024-11-29")
    assert homes(merged(dated, near)) == [{"a", "b"}]
    assert homes(merged(dated, far)) == [{"a"}, {"c"}]


def test_people_of_whom_another_sentence_speaks_are_no_sure_parties() -> None:
    held = told("a", CAIRO.format(""), SATURDAY)
    other = told("b", CAIRO.format("") + " انتهى.", SATURDAY)
    (contact,) = other.contacts
    bare = msgspec.structs.replace(contact, evidence=Span(start=900, end=909, text="المحادثات"))
    assert homes(merged(held, other)) == [{"a", "b"}]
    assert homes(merged(held, msgspec.structs.replace(other, contacts=(bare,)))) == [{"a"}, {"b"}]
    named = msgspec.structs.replace(bare, evidence=Span(start=900, end=920, text="محادثات فيدان"))
    assert homes(merged(held, msgspec.structs.replace(other, contacts=(named,)))) == [{"a", "b"}]


def test_the_summit_of_a_body_is_not_its_secretarys_breakfast() -> None:
    summit = told("a", "يشارك الرئيس التركي رجب طيب أردوغان السبت في قمة حلف شمال الأطلسي ببروكسل.", SATURDAY)
    meal = told("b", "التقى الرئيس التركي رجب طيب أردوغان السبت الأمين العام لحلف شمال الأطلسي مارك روته.", SATURDAY)
    assert [w.contacts[0].kind for w in (summit, meal)] == ["multilateral", "meeting"]
    assert not any({"a", "b"} <= home for home in homes(merged(summit, meal)))


def test_the_same_words_of_a_month_or_of_twenty_years_are_not_one() -> None:
    words = "عقد وزير الخارجية المصري بدر عبد العاطي اجتماعا ثنائيا مطولا مع نظيره التركي هاكان فيدان"
    loose = [
        msgspec.structs.replace(told(key, words + end, SATURDAY), published=Published(earliest=lo, latest="2024-12-16"))
        for key, end, lo in (("a", ".", "2024-11-16"), ("b", " أمس.", "2024-11-20"), ("c", "!", "2004-11-16"))
    ]
    plain = [
        msgspec.structs.replace(w, contacts=tuple(msgspec.structs.replace(c, time=None) for c in w.contacts))
        for w in loose
    ]
    assert homes(merged(*plain[:2])) == [{"a", "b"}]
    assert homes(merged(plain[0], plain[2])) == [{"a"}, {"c"}]


def test_what_is_planned_for_this_year_is_not_what_was_held_before() -> None:
    held = told("a", CAIRO.format(" الثلاثاء") + " وانتهى اللقاء.", "2024-11-20")
    plan = told("b", "سيلتقي وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان هذا العام.", SATURDAY)
    assert plan.contacts[0].status == "planned"
    assert homes(merged(held, plan)) == [{"a"}, {"b"}]


def test_last_month_does_not_reach_into_the_next() -> None:
    june = told("a", "قال عباس عراقجي خلال زيارته إلى أنقرة الشهر الماضي إن الهدنة قريبة.", "2024-12-05")
    july = told("b", "وصل وزير الخارجية الإيراني عباس عراقجي إلى أنقرة الاثنين في زيارة رسمية.", "2024-12-02")
    assert [w.contacts[0].kind for w in (june, july)] == ["visit", "visit"]
    assert not any({"a", "b"} <= home for home in homes(merged(june, july)))


def test_a_wish_is_not_that_of_a_week_later() -> None:
    first = told("a", "قال متحدث إن بدر عبد العاطي قد يلتقي هاكان فيدان.", SATURDAY)
    next_day = told("b", "قال المتحدث إن بدر عبد العاطي قد يلتقي هاكان فيدان قريبا.", "2024-12-01")
    later = told("c", "قال المتحدث إن بدر عبد العاطي قد يلتقي هاكان فيدان.", "2024-12-08")
    assert {w.contacts[0].status for w in (first, next_day, later)} == {"proposed"}
    assert homes(merged(first, next_day, later)) == [{"a", "b"}, {"c"}]


def test_meetings_again_and_again_are_not_the_one_of_that_day() -> None:
    held = told("a", CAIRO.format(" الثلاثاء"), "2024-11-27")
    often = told("b", "تعهد بدر عبد العاطي وهاكان فيدان بعقد لقاءات متكررة في القاهرة.", "2024-11-28")
    assert all(c.background for c in often.contacts)
    assert not any({"a", "b"} <= home for home in homes(merged(held, often)))


REPRINTED = (
    "استقبل وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان في القاهرة أمس. وبحث الوزيران التعاون التجاري "
    "بين البلدين، وسبل إنهاء الحرب في غزة، وزيادة المساعدات التي تصل إلى القطاع، ومستقبل العلاقات في شرق المتوسط."
)


@pytest.mark.parametrize("keys", ["abc", "bca", "cba"])
def test_the_same_words_republished_a_day_later_are_the_same_contact(keys: str) -> None:
    first, copy, later = (
        told(key, text, date, outlet)
        for key, text, date, outlet in zip(
            keys,
            (REPRINTED, f"القاهرة - وكالات\n{REPRINTED} انتهى.", REPRINTED + "\nجميع الحقوق محفوظة"),
            (SATURDAY, SATURDAY, "2024-12-01"),
            ("ألف", "باء", "جيم"),
            strict=True,
        )
    )
    alone = next(c for c in merged(first, copy).contacts if c.kind == "meeting")
    assert (len(alone.reports), alone.conflicts) == (2, ())
    (contact,) = (c for c in merged(first, copy, later).contacts if c.kind == "meeting")
    assert len(contact.reports) == 3
    assert [c.field for c in contact.conflicts] == ["day"]
    assert contact.time is not None
    assert contact.time.value == "2024-11-29", "what the first print said"


PLANNED = (
    "أعلنت الرئاسة المصرية أن الرئيس عبد الفتاح السيسي سيلتقي نظيره التركي رجب طيب أردوغان في القاهرة في ديسمبر المقبل."
)


@pytest.mark.parametrize(
    ("one", "text"),
    [
        pytest.param(
            True,
            "قال متحدث مصري إن الرئيس عبد الفتاح السيسي سيعقد لقاء مع الرئيس التركي رجب طيب أردوغان في القاهرة.",
            id="without its month",
        ),
        pytest.param(
            True, "من المقرر أن يجتمع عبد الفتاح السيسي ورجب طيب أردوغان الشهر المقبل.", id="without its place"
        ),
        pytest.param(True, "سيلتقي الرئيس التركي رجب طيب أردوغان نظيره المصري في ديسمبر المقبل.", id="with one name"),
        pytest.param(True, "أعلنت القاهرة أن القمة المصرية التركية ستعقد في ديسمبر المقبل.", id="without a name"),
        pytest.param(
            False,
            "سيلتقي الرئيس المصري عبد الفتاح السيسي نظيره التركي رجب طيب أردوغان في أنقرة في مارس المقبل.",
            id="in another month",
        ),
        pytest.param(
            False,
            "سيلتقي الرئيس المصري عبد الفتاح السيسي نظيره الروسي فلاديمير بوتين في القاهرة في ديسمبر المقبل.",
            id="with somebody else",
        ),
        pytest.param(
            False,
            "سيلتقي وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان في القاهرة في ديسمبر المقبل.",
            id="of their ministers",
        ),
    ],
)
def test_a_plan_told_with_less_is_the_same_plan(one: bool, text: str) -> None:
    record = merged(told("a", PLANNED, "2024-11-18"), told("b", text, "2024-11-20"))
    assert homes(record) == ([{"a", "b"}] if one else [{"a"}, {"b"}])


def test_one_city_in_other_words_is_no_conflict() -> None:
    words = "التقى وزير الخارجية المصري بدر عبد العاطي نظيره اليمني شائع الزنداني في {} السبت وبحثا {}."
    first = told("a", words.format("مدينة عدن", "الهدنة"), SATURDAY)
    other = told("b", words.format("العاصمة المؤقتة عدن", "التعاون"), SATURDAY)
    (contact,) = merged(first, other).contacts
    assert contact.conflicts == ()
