"""Zones: what is body, and what the web left around it."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.clean import clean
from isnad.model import Article, Page


def read(text: str, title_end: int | None = None) -> Article:
    return clean(Page(key="k", origin="o", text=text, title_end=title_end))


def zones(text: str, title_end: int | None = None) -> list[tuple[str, str]]:
    article = read(text, title_end)
    return [(zone.kind, text[zone.start : zone.end]) for zone in article.zones]


PROSE = "قال المتحدث باسم الوزارة إن الوفد وصل إلى العاصمة مساء أمس وأجرى مشاورات مع مسؤولين محليين."
MORE = "وأضاف أن المشاورات ستستمر يومين وأن بيانا مشتركا سيصدر في ختامها."


def test_the_title_of_a_plain_text_is_its_first_headline() -> None:
    text = f"وفد رفيع يبدأ مشاورات في العاصمة\n{PROSE}\n{MORE}"
    assert zones(text) == [("title", "وفد رفيع يبدأ مشاورات في العاصمة"), ("body", f"{PROSE}\n{MORE}")]
    assert read(text).title == "وفد رفيع يبدأ مشاورات في العاصمة"


def test_a_label_above_the_title_is_a_section() -> None:
    text = f"شؤون عربية\n\nوفد رفيع يبدأ مشاورات في العاصمة وسط آمال بتهدئة\n\n{PROSE}"
    assert [kind for kind, _ in zones(text)] == ["section", "title", "body"]


def test_prose_and_single_lines_have_no_title() -> None:
    assert zones(f"{PROSE}\n{MORE}")[0][0] == "body"
    assert zones("وفد رفيع يبدأ مشاورات في العاصمة") == [("body", "وفد رفيع يبدأ مشاورات في العاصمة")]


def test_a_title_that_the_input_names_is_taken() -> None:
    title = "كلمة."
    text = f"{title}\n{PROSE}"
    assert zones(text, len(title)) == [("title", title), ("body", PROSE)]
    assert [kind for kind, _ in zones(text, 0)] == ["body"]


def test_a_stamp_before_the_title_does_not_hide_it() -> None:
    text = f"آخر تحديث: 3 آذار 2020\nوفد رفيع يبدأ مشاورات في العاصمة\n{PROSE}"
    assert [kind for kind, _ in zones(text)] == ["stamp", "title", "body"]


def test_a_title_that_a_stamp_was_run_into_is_found() -> None:
    first = "1430 (GMT+04:00) - 03/03/09    وفد رفيع يبدأ مشاورات في العاصمة        صورة للوفد عند وصوله"
    text = f"{first}\n{PROSE}\n{MORE}"
    assert [kind for kind, _ in zones(text)] == ["stamp", "title", "caption", "body"]
    assert read(text).title == "وفد رفيع يبدأ مشاورات في العاصمة"


def test_a_writer_s_name_is_neither_title_nor_label() -> None:
    text = f"بين النهر والبحر\nسامي الحداد\n{PROSE}"
    assert read(text).title == "بين النهر والبحر"
    assert [kind for kind, _ in zones(f"هدى منصور – جدة\n{PROSE}\n{MORE}")] == ["byline", "dateline", "body"]


def test_links_in_the_middle_end_where_the_report_goes_on() -> None:
    links = "اقرأ أيضا\nlist of 3 itemsقمة عربية في الدوحة الشهر المقبل\nلقاء مرتقب بين الوزيرين في جدة"
    text = f"عنوان الخبر هنا\n{PROSE}\n{links}\n{MORE}"
    found = zones(text)
    assert [kind for kind, _ in found] == ["title", "body", "related", "related", "related", "body"]
    assert found[-1] == ("body", MORE)


def test_links_in_bullets_end_with_the_bullets() -> None:
    links = "مقالات ذات صلة\n- قمة عربية في الدوحة.\n- قال الوزير كلاما\nلقاء مرتقب"
    text = f"عنوان الخبر هنا\n{PROSE}\n{links}\n{MORE}"
    assert [(kind, words) for kind, words in zones(text) if kind == "related"][-1][1] == "- قال الوزير كلاما"
    assert zones(text)[-1] == ("body", f"لقاء مرتقب\n{MORE}")


def test_a_link_on_the_heading_s_line_is_one_zone() -> None:
    text = f"عنوان الخبر هنا\n{PROSE}\nاقرأ أيضًا: الوزير يلتقي نظيره في القاهرة\n{MORE}"
    assert ("related", "اقرأ أيضًا: الوزير يلتقي نظيره في القاهرة") in zones(text)
    assert zones(text)[-1] == ("body", MORE)


def test_a_heading_without_links_takes_no_prose() -> None:
    text = f"عنوان الخبر هنا\n{PROSE}\nإقرأ أيضا:\n{MORE}"
    assert zones(text)[-2:] == [("related", "إقرأ أيضا:"), ("body", MORE)]


def test_headlines_above_a_heading_are_links_too() -> None:
    above = "الوزير يلتقي نظيره في القاهرة\nقمة ثلاثية في عمان الأسبوع المقبل"
    text = f"عنوان الخبر هنا\n{PROSE}\n{above}\nاقرأ أيضاً\n- خبر آخر من هنا\n{MORE}"
    assert [kind for kind, _ in zones(text)] == ["title", "body", *["related"] * 4, "body"]


def test_links_run_together_with_the_text_end_at_the_joint() -> None:
    text = f"{PROSE}\n   روابط ذات علاقة    قمة في القاهرة    لقاء في جدة     {MORE}\n{PROSE}"
    found = zones(text, 0)
    assert [kind for kind, _ in found] == ["body", "related", "body"]
    assert found[1][1].endswith("لقاء في جدة")


def test_a_byline_glued_to_the_first_word_ends_before_the_verb() -> None:
    text = f"عنوان الخبر هنا\nكتبت- سلمى الرفاعيأكدت بيروت، اليوم، أنها تدعم المسار.\n{MORE}"
    assert zones(text)[1:] == [
        ("byline", "كتبت- سلمى الرفاعي"),
        ("body", f"أكدت بيروت، اليوم، أنها تدعم المسار.\n{MORE}"),
    ]


def test_a_stamp_a_title_told_again_and_a_caption_run_together() -> None:
    title = "وفد رفيع يبدأ مشاورات في العاصمة"
    first = f"1430 (GMT+04:00) - 03/03/09    {title}        صورة للوفد عند وصوله         "
    text = f"{title}\n{first}\n   دبي، الإمارات العربية المتحدة (CNN)-- {PROSE}"
    assert [kind for kind, _ in zones(text, len(title))] == ["title", "stamp", "title", "caption", "dateline", "body"]


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        ("بيروت (وكالات) - ", ["dateline"]),
        ("عمّان - ", ["dateline"]),
        ("القاهرة - (رويترز) - ", ["dateline"]),
        ("هدى منصور - سبق - الطائف: ", ["byline", "dateline"]),
        ("أبوظبي: «صدى المرفأ» ", ["dateline"]),
        ("لندن ـ رويترز: ", ["dateline"]),
        ("كتب - سامي الحداد: ", ["byline"]),
    ],
)
def test_what_stands_before_the_first_words(head: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in zones(f"عنوان الخبر هنا\n{head}{PROSE}\n{MORE}")] == ["title", *kinds, "body"]


def test_a_place_inside_a_sentence_is_no_dateline() -> None:
    for first in ("بيروت ترحب بالوفد الزائر وتدعو إلى الحوار.", "موسكو - دمشق: محادثات جديدة حول إعادة الإعمار."):
        assert [kind for kind, _ in zones(f"عنوان الخبر هنا\n{first}\n{MORE}")] == ["title", "body"]


def test_a_tweet_is_an_embed_with_its_words_and_its_signature() -> None:
    words = "«نتابع الجولة لحظة بلحظة» #الجولة"
    tweet = f"{words}\n— قناة المرفأ (@almarfa_tv) December 3, 2021\n#الجولة pic.twitter.com/aB3xYz9"
    text = f"عنوان الخبر هنا\n{PROSE}\n{tweet}\n{MORE}"
    assert [kind for kind, _ in zones(text)] == ["title", "body", "embed", "embed", "embed", "body"]


def test_words_glued_behind_a_signature_stay_body() -> None:
    text = f"عنوان الخبر هنا\n{PROSE}\n#الجولة تبدأ\n— قناة المرفأ (@almarfa_tv) December 3, 2021 {MORE}"
    assert zones(text)[-1] == ("body", MORE)


def test_dates_in_the_middle_are_the_article_s_own() -> None:
    middle = "\n".join([PROSE, MORE] * 4 + ["السبت 30 نوفمبر 2024"] + [PROSE, MORE] * 4)
    assert [kind for kind, _ in zones(f"عنوان الخبر هنا\n{middle}")] == ["title", "body"]
    assert zones(f"عنوان الخبر هنا\nالسبت 30 نوفمبر 2024\n{PROSE}\n{MORE}")[1][0] == "stamp"


def test_page_zones_of_the_source_are_kept() -> None:
    from isnad.model import Zone

    page = Page(key="k", origin="o", text=f"{PROSE}\n{MORE}", title_end=0, zones=(Zone("caption", 0, len(PROSE)),))
    assert [zone.kind for zone in clean(page).zones] == ["caption", "body"]


LINES = st.sampled_from(
    [
        PROSE,
        MORE,
        "",
        " ",
        "اقرأ أيضا",
        "- خبر",
        "list of 2 items",
        "— م (@ab) May 1, 2020",
        "كتب- سامي الحدادأعلنت ",
        "بيروت - قال",
        "روابط ذات علاقة    خبر    خبر",
        "pic.twitter.com/abcd",
        "12/5/2020",
        "\u200f",
        "ـــ",
        "شأن عام",
        "\ud800",
        "﷽",
        "\r",
    ]
)
ANY = st.one_of(st.text(), st.lists(LINES, max_size=12).map("\n".join), st.text(st.characters(exclude_categories=())))


@given(ANY, st.one_of(st.none(), st.integers(0, 40)))
def test_any_text_gives_zones_that_tile_it(text: str, title_end: int | None) -> None:
    article = read(text, title_end)
    assert article.text == text
    assert article.sha256 == sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    at = 0
    for zone in article.zones:
        assert at <= zone.start < zone.end <= len(text)
        assert not text[zone.start].isspace()
        assert not text[zone.end - 1].isspace()
        assert not any(char.isalnum() for char in text[at : zone.start])
        at = zone.end
    assert not any(char.isalnum() for char in text[at:])
    assert clean(Page(key="k", origin="o", text=text, title_end=title_end)) == article


TICKER = "وصول الوفد إلى العاصمة    ارتفاع أسعار القمح    فوز الفريق بالكأس    الطقس غدا"


def test_headlines_run_together_above_the_article_are_no_part_of_it() -> None:
    assert zones(f"{TICKER}\n\n{PROSE}\n{MORE}", 0) == [("navigation", TICKER), ("body", f"{PROSE}\n{MORE}")]


@pytest.mark.parametrize(
    "line", ["عنوان أول    عنوان ثان    عنوان ثالث", f"{TICKER}    {PROSE}", TICKER.replace("    ", " ")]
)
def test_few_headlines_or_prose_among_them_are_no_ticker(line: str) -> None:
    assert [kind for kind, _ in zones(f"{line}\n\n{PROSE}", 0)] == ["body"]


def test_seeds(shared: Path) -> None:
    kinds: dict[str, list[str]] = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        article = clean(Page(key=path.stem, origin=str(path), text=text))
        kinds[path.stem[:3]] = [zone.kind for zone in article.zones]
    assert kinds["000"] == ["title", "body", *["related"] * 4, "body"]
    assert kinds["001"] == ["title", "body"]
    assert kinds["002"] == ["title", "byline", "body", *["related"] * 15, "body"]
    assert kinds["003"] == ["title", "body", "embed", "embed", "embed", "body"]
    assert kinds["004"] == ["section", "title", "body", "related", "body", "related", "related", "navigation"]


def test_no_evidence_of_the_dev_set_lies_in_residue(shared: Path) -> None:
    hidden = found = 0
    for name in ("dev", "windows_dev"):
        articles = {}
        for line in (shared / "gold" / f"{name}_articles.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            title = record["title"] or ""
            text = f"{title}\n{record['text']}" if title else record["text"]
            articles[record["id"]] = read(text, len(title))
        for line in (shared / "gold" / f"{name}_gold.jsonl").read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            for contact in gold["contacts"]:
                article = articles[gold["id"]]
                at = article.text.find(contact["quote"])
                if contact["optional"] or at < 0:
                    continue
                found += 1
                zone = next(zone for zone in article.zones if zone.end > at)
                hidden += zone.kind not in ("body", "title", "section")
    assert found > 100
    assert hidden <= 0.02 * found
