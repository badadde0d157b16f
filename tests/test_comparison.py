"""What articles say of one contact, aligned: our own articles, read by the real rooms."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.clean import clean
from isnad.comparison import claims, compare, outline
from isnad.lexicon import load
from isnad.model import (
    Appearance,
    Comparison,
    Contact,
    Days,
    Excerpt,
    Link,
    Page,
    Party,
    Reading,
    RecordContact,
    Report,
    ReportParty,
    Sources,
    Span,
    Statement,
    Witness,
)
from isnad.reading import read

LEXICON = load()
CAIRO = """مصر والأردن يبحثان الوضع في السودان
أجرى وزير الخارجية المصري بدر عبد العاطي اتصالا هاتفيا بنظيره الأردني أيمن الصفدي، أمس 3 مايو.
وقالت وزارة الخارجية المصرية في بيان إن الوزيرين أعربا عن "قلقهما البالغ إزاء تدهور الوضع الإنساني في السودان".
وأكد الوزيران "ضرورة فتح ممرات آمنة لإيصال الغذاء إلى المدنيين في الخرطوم".
وشدد الصفدي، بحسب البيان، على "رفض بلاده تقسيم الأراضي السودانية".
"""
GULF = """القاهرة وعمّان تناقشان أزمة السودان
أجرى وزير الخارجية المصري بدر عبد العاطي اتصالا هاتفيا مع نظيره الأردني أيمن الصفدي.
وذكر بيان لوزارة الخارجية المصرية أن الجانبين أعربا عن "قلقهما العميق حيال تدهور الوضع الإنساني في جمهورية السودان".
وبحسب البيان، أكد الطرفان "أهمية فتح ممرات آمنة لإيصال الغذاء إلى المدنيين في المنطقة، وذلك تحت إشراف الأمم المتحدة".
"""
AMMAN = """الصفدي يهاتف عبد العاطي
أجرى وزير الخارجية الأردني أيمن الصفدي اتصالا هاتفيا مع نظيره المصري بدر عبد العاطي.
وقالت وزارة الخارجية الأردنية في بيان إن الصفدي دعا إلى "وقف فوري لإطلاق النار يشمل جميع ولايات السودان".
وأضاف البيان أن الوزيرين أكدا "ضرورة فتح ممرات آمنة لإيصال الغذاء إلى المدنيين في الخرطوم".
"""


def reading(key: str, text: str, date: str = "2025-05-04") -> Reading:
    return read(clean(Page(key=key, origin=key, text=text, title_end=text.index("\n"), date=date)), LEXICON)


def witness(found: Reading) -> Witness:
    article = found.article
    return Witness(
        sha256=article.sha256,
        appearances=(Appearance(key=article.key),),
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        signature=(),
        contacts=found.contacts,
        statements=found.statements,
    )


def record(witnesses: list[Witness], copies: dict[str, str] | None = None) -> RecordContact:
    """The first contact of every witness as one record."""
    reports = tuple(_report(w, w.contacts[0], (copies or {}).get(w.key)) for w in witnesses)
    return RecordContact(
        id=min(r.contact for r in reports),
        kind=reports[0].kind,
        status=reports[0].status,
        parties=reports[0].parties,
        time=None,
        bounds=Days(earliest=None, latest=None),
        place=None,
        topics=(),
        background=False,
        domestic=False,
        reports=reports,
        sources=Sources(independent=1, outlets=1, articles=len(reports), roots=()),
        conflicts=(),
    )


def _report(found: Witness, contact: Contact, copy_of: str | None) -> Report:
    fields = ("actor", "name", "name_en", "office", "side", "role")
    return Report(
        article=found.key,
        contact=contact.id,
        sha256=found.sha256,
        title=found.title,
        outlet=found.outlet,
        published=None,
        kind=contact.kind,
        status=contact.status,
        parties=tuple(ReportParty(**{f: getattr(p, f) for f in fields}) for p in contact.parties),
        time=None,
        place=None,
        chain=contact.chain,
        roots=(),
        evidence=contact.evidence,
        copy_of=copy_of,
    )


def compared(*texts: str, copies: dict[str, str] | None = None) -> Comparison:
    witnesses = [witness(reading(key, text)) for key, text in zip("abcdef", texts, strict=False)]
    return compare(record(witnesses, copies), witnesses, LEXICON)


def texts(excerpts: tuple[Excerpt, ...]) -> set[str]:
    return {e.text for e in excerpts}


def variants(comparison: Comparison, kind: str) -> list[set[str]]:
    return [{v.text for v in d.variants} for u in comparison.utterances for d in u.drift if d.kind == kind]


def excerpts(value: object) -> list[Excerpt]:
    """Every excerpt of a comparison, however deep."""
    if isinstance(value, Excerpt):
        return [value]
    if isinstance(value, msgspec.Struct):
        return [e for field in value.__struct_fields__ for e in excerpts(getattr(value, field))]
    return [e for item in value for e in excerpts(item)] if isinstance(value, tuple) else []


@pytest.fixture(scope="module")
def three() -> Comparison:
    return compared(CAIRO, GULF, AMMAN)


def test_renderings_of_one_utterance_are_grouped_and_their_drift_aligned(three: Comparison) -> None:
    assert [{e.article for e in u.renderings} for u in three.utterances] == [{"a", "b"}, {"a", "b", "c"}]
    assert variants(three, "degree") == [{"البالغ", "العميق"}]
    assert variants(three, "name") == [{"السودان", "جمهورية السودان"}, {"الخرطوم", "المنطقة"}]
    assert variants(three, "wording") == [{"ضرورة", "أهمية"}]


def test_readouts_rest_on_their_sides(three: Comparison) -> None:
    assert [(r.root.kind, r.root.key, r.root.name, r.articles) for r in three.readouts] == [
        ("side", "EGY", "مصر", ("a", "b")),
        ("side", "JOR", "الأردن", ("c",)),
    ]
    egypt, jordan = three.readouts
    assert [texts(p.excerpts) for p in jordan.only] == [{"وقف فوري لإطلاق النار يشمل جميع ولايات السودان"}]
    assert {"رفض بلاده تقسيم الأراضي السودانية"} in [texts(p.excerpts) for p in egypt.only]
    same = [c for c in three.common if c.kind == "same"]
    assert [{e.article for e in c.excerpts} for c in same] == [{"a", "b", "c"}]


def test_one_sentence_of_an_agency_on_two_contacts_is_a_readout_of_none() -> None:
    other = "كما أجرى عبد العاطي اتصالا هاتفيا بنظيره العراقي فؤاد حسين.\n"
    agency = "وقالت وكالة تاس إن وزير الخارجية المصري بدر عبد العاطي بحث، أمس 3 مايو، الوضع في السودان مع "
    two = compared(CAIRO + other + agency + "نظيريه من الأردن والعراق.\n", AMMAN)
    assert [r.root.kind for r in two.readouts] == ["side", "side"]
    one = compared(CAIRO + other + agency + "نظيره الأردني أيمن الصفدي.\n", AMMAN)
    assert [r.root.kind for r in one.readouts] == ["side", "side", "agency"]


def test_a_dropped_clause_is_told(three: Comparison) -> None:
    (lost,) = three.dropped
    assert texts(lost.excerpts) == {"وذلك تحت إشراف الأمم المتحدة"}
    assert {e.article for e in lost.absent} == {"a", "c"}


def test_words_of_one_side_on_the_word_of_the_other(three: Comparison) -> None:
    own = [s for s in three.counterpart_only if s.kind == "own"]
    assert [(s.side, s.by.key, texts(s.point.excerpts)) for s in own] == [
        ("JOR", "EGY", {"رفض بلاده تقسيم الأراضي السودانية"})
    ]
    # the joint concern is in no Jordanian text; the joint call for safe ways is
    joint = [texts(s.point.excerpts) for s in three.counterpart_only if s.kind == "joint"]
    assert any("قلقهما البالغ إزاء تدهور الوضع الإنساني في السودان" in words for words in joint)
    assert not any("ممرات" in word for words in joint for word in words)


def test_what_one_article_alone_tells(three: Comparison) -> None:
    assert {only.articles: len(only.points) for only in three.only} == {("a",): 1, ("b",): 1, ("c",): 1}


def test_one_readout_has_no_other_to_be_set_against() -> None:
    alone = compared(CAIRO)
    assert [r.only for r in alone.readouts] == [()]
    assert not alone.only
    assert not alone.common
    assert not alone.dropped


def test_an_utterance_told_in_headline_and_body_counts_once() -> None:
    text = CAIRO.replace(
        "مصر والأردن يبحثان الوضع في السودان", "مصر والأردن: ضرورة فتح ممرات آمنة لإيصال الغذاء إلى المدنيين"
    )
    (utterance,) = [u for u in compared(text).utterances if "ممرات" in u.renderings[0].text]
    assert [e.headline for e in utterance.renderings] == [True, False]


def test_a_copy_adds_no_voice() -> None:
    copied = compared(CAIRO, CAIRO.replace("أمس 3 مايو", "السبت"), copies={"b": "a"})
    assert [(c.article, c.of) for c in copied.copies] == [("b", "a")]
    assert not copied.utterances
    assert not copied.only
    assert {e.article for e in excerpts(copied)} == {"a"}


def test_different_demands_of_one_speaker_are_not_one_utterance() -> None:
    other = GULF.replace(
        "أهمية فتح ممرات آمنة لإيصال الغذاء إلى المدنيين في المنطقة", "أهمية إطلاق سراح الأسرى من الجانبين قبل العيد"
    )
    assert not any("ممرات" in e.text for u in compared(CAIRO, other).utterances for e in u.renderings)


def test_numbers_that_differ_contradict() -> None:
    one = CAIRO.replace(
        "ضرورة فتح ممرات آمنة لإيصال الغذاء إلى المدنيين في الخرطوم", "إرسال 300 شاحنة غذاء إلى المدنيين"
    )
    other = GULF.replace(
        "أهمية فتح ممرات آمنة لإيصال الغذاء إلى المدنيين في المنطقة", "إرسال 500 شاحنة غذاء إلى المدنيين"
    )
    (clash,) = compared(one, other).contradictions
    assert (clash.kind, {clash.a.text, clash.b.text}) == ("number", {"300", "500"})


def test_the_same_number_in_words_does_not_contradict() -> None:
    one = CAIRO.replace(
        "ضرورة فتح ممرات آمنة لإيصال الغذاء إلى المدنيين في الخرطوم", "إرسال 3 شاحنات غذاء إلى المدنيين"
    )
    other = GULF.replace(
        "أهمية فتح ممرات آمنة لإيصال الغذاء إلى المدنيين في المنطقة", "إرسال ثلاث شاحنات غذاء إلى المدنيين"
    )
    assert not compared(one, other).contradictions


def test_a_denial_contradicts_what_it_denies() -> None:
    words = "إرسال قوات مشتركة إلى السودان خلال أيام"
    clash = compare(*built({"a": [("EGY", "said", words)], "b": [("JOR", "denied", words)]}), LEXICON).contradictions
    assert [(c.kind, {c.a.article, c.b.article}) for c in clash] == [("polarity", {"a", "b"})]


def test_words_of_another_side_are_not_the_same_utterance() -> None:
    words = "إرسال قوات مشتركة إلى السودان خلال أيام"
    assert not compare(*built({"a": [("EGY", "said", words)], "b": [("JOR", "said", words)]}), LEXICON).utterances


def test_similar_words_are_one_utterance_on_one_day_but_not_weeks_apart() -> None:
    later = GULF.replace(
        "أهمية فتح ممرات آمنة لإيصال الغذاء إلى المدنيين في المنطقة",
        "ضرورة فتح ممرات بحرية لإيصال الدواء إلى النازحين في الخرطوم",
    )
    for date, joined in (("2025-05-05", True), ("2025-06-20", False)):
        witnesses = [witness(reading("a", CAIRO)), witness(reading("b", later, date))]
        found = compare(record(witnesses), witnesses, LEXICON)
        assert any("النازحين" in e.text for u in found.utterances for e in u.renderings) is joined


def test_claims_need_no_contact() -> None:
    text = """روما: إيطاليا واليونان على اتصال دائم بشأن الهجرة
قال المتحدث باسم وزارة الخارجية الإيطالية للصحفيين: "إيطاليا واليونان على اتصال دائم بشأن ملف الهجرة".
"""
    (claim,) = claims([witness(reading("a", text))], LEXICON)
    assert len(claim.renderings) == 2


def test_outline_has_a_row_for_each_finding(three: Comparison) -> None:
    rows = outline(three)
    degree = next(r for r in rows if r.kind == "degree")
    assert (degree.texts, degree.articles) == (("البالغ", "العميق"), (("a",), ("b",)))
    assert {r.section for r in rows} == {
        "counterpart_only", "utterance", "drift", "dropped", "common", "readout", "only",
    }  # fmt: skip


def test_json_of_a_comparison_can_be_read_back(three: Comparison) -> None:
    assert msgspec.json.decode(msgspec.json.encode(three), type=Comparison) == three


def test_every_excerpt_is_the_stored_words(three: Comparison) -> None:
    stored = dict(zip("abc", (CAIRO, GULF, AMMAN), strict=True))
    assert len(excerpts(three)) > 20
    for e in excerpts(three):
        assert stored[e.article][e.start : e.end] == e.text


@given(st.permutations(["a", "b", "c"]), st.permutations(["a", "b", "c"]))
def test_the_order_of_witnesses_and_reports_is_nothing(order: list[str], reports: list[str]) -> None:
    found = {k: witness(reading(k, t)) for k, t in zip("abc", (CAIRO, GULF, AMMAN), strict=True)}
    first = compare(record(list(found.values())), list(found.values()), LEXICON)
    contact = record([found[k] for k in reports])
    assert msgspec.structs.replace(compare(contact, [found[k] for k in order], LEXICON), contact="") == (
        msgspec.structs.replace(first, contact="")
    )


SALAD = """قلق بالغ شديد حيال الوضع الأوضاع في سوريا المنطقة الجمهورية العربية السورية لن لا سيما 300 500 ثلاثة ، .
“ ” و أكد الطرفان ضرورة التنسيق تنسيق الجهود وسيادتها سيادة حزيران 3.5 ‏ ـ"""
WORDS = st.sampled_from(SALAD.split())
TELLING = st.tuples(
    st.sampled_from(["EGY", "JOR", "unknown"]),
    st.sampled_from(["said", "denied", "declined"]),
    st.lists(WORDS, max_size=14).map(" ".join),
)


def built(told: dict[str, list[tuple[str, str, str]]]) -> tuple[RecordContact, list[Witness]]:
    """A call of Egypt and Jordan with the given statements, one line each, by article."""
    witnesses = []
    for key, lines in told.items():
        at, statements = 0, []
        for n, (side, polarity, text) in enumerate(lines):
            statements.append(_statement(f"{key}{n}", side, polarity, at, text))
            at += len(text) + 1
        sides = [
            Party(actor=None, name=None, name_en=None, office=None, side=s, start=0, end=0) for s in ("EGY", "JOR")
        ]
        contact = Contact(
            id=f"{key}-contact", kind="call", status="held", parties=tuple(sides), time=None, place=None,
            evidence=Span(0, 0, ""), rule="r",
        )  # fmt: skip
        witnesses.append(
            Witness(
                sha256=key,
                appearances=(Appearance(key=key),),
                title="",
                outlet=None,
                published=None,
                signature=(),
                contacts=(contact,),
                statements=tuple(statements),
            )
        )
    return record(witnesses), witnesses


def _statement(name: str, side: str, polarity: str, at: int, text: str) -> Statement:
    speaker = Party(actor=None, name="متحدث", name_en=None, office=None, side=side, start=at, end=at)
    link = Link(role="speaker", name="متحدث", actor=None, basis="stated", start=at, end=at)
    return Statement(
        id=name, speakers=(speaker,), joint=False, addressee=None, polarity=polarity, counterpart_only=False, cue=None,
        form="paraphrase", content=Span(at, at + len(text), text), quotes=(), chain=(link,),
        contact=f"{name[0]}-contact", rule="r",
    )  # fmt: skip


@given(st.dictionaries(st.sampled_from("abc"), st.lists(TELLING, max_size=4), min_size=1), st.randoms())
def test_any_statements_compare_and_keep_their_words(told: dict[str, list[tuple[str, str, str]]], random) -> None:
    contact, witnesses = built(told)
    comparison = compare(contact, witnesses, LEXICON)
    stored = {key: "\n".join(text for _, _, text in lines) for key, lines in told.items()}
    for e in excerpts(comparison):
        assert stored[e.article][e.start : e.end] == e.text
    for utterance in comparison.utterances:
        assert len(utterance.renderings) > 1
        for place in utterance.drift:
            assert len(place.variants) > 1
    random.shuffle(witnesses)
    assert compare(contact, witnesses, LEXICON) == comparison
    outline(comparison)
