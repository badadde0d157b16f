"""Table, Markdown and their labels: a reading made by hand, shown in both languages."""

from typing import get_args

import pytest
from rich.cells import cell_len

from isnad.cli import markdown, table
from isnad.cli.view import ArticleView, view
from isnad.labels.plain import plain
from isnad.labels.terms import Lang, labels
from isnad.model import (
    ArticleInfo,
    Contact,
    ContactKind,
    DateBasis,
    Mention,
    Party,
    Problem,
    Published,
    Reading,
    Span,
    Status,
    TimeExpression,
    TimeOf,
    Zone,
)
from isnad.model.reading import MentionBasis, Role

TITLE = "موسكو وأنقرة تبحثان الوضع في حلب"
EVIDENCE = "أجرى وزير الخارجية الروسي سيرغي لافروف اليوم السبت اتصالا هاتفيا مع نظيره التركي"
TEXT = f"{TITLE}\n{EVIDENCE} هاكان فيدان تناول الوضع في حلب."
DAY = "2024-11-30"
SLOTS = {"call.ajra": {"subject": "initiator/side", "إلى": ("recipient", "recipient/side")}}
WIDE = table.Screen(100, colour=False)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def party(words: str, **fields: object) -> Party:
    start, end = span(words)
    return Party(start=start, end=end, actor=None, **fields)  # type: ignore[arg-type]


def reading() -> Reading:
    lavrov = party(
        "وزير الخارجية الروسي سيرغي لافروف",
        name="سيرغي لافروف",
        name_en="Sergey Lavrov",
        office="وزير الخارجية الروسي",
        side="RUS",
        role="initiator",
    )
    fidan = party("نظيره التركي", name="هاكان فيدان", name_en=None, office="نظيره التركي", side="TUR")
    start, end = span("اليوم السبت")
    time = TimeExpression(
        start=start, end=end, text="اليوم السبت", value=DAY, earliest=DAY, latest=DAY, rule="when.today"
    )
    start, end = span("نظيره التركي")
    counterpart = Mention(start=start, end=end, text="نظيره التركي", kind="person", actor=None, basis="counterpart")
    contact = Contact(
        id="0",
        kind="call",
        status="held",
        parties=(lavrov, fidan),
        time=TimeOf(text="اليوم السبت", value=DAY, earliest=DAY, latest=DAY),
        place=None,
        topics=("حلب",),
        evidence=Span(*span(EVIDENCE), EVIDENCE),
        rule="call.ajra",
        rules=("call.ajra", "clause.main", "doer.named", "status.past"),
    )
    basis = (DateBasis(kind="metadata", text=DAY, rule="dating.metadata", leaves=DAY),)
    info = ArticleInfo(
        key="wire-01",
        sha256="0" * 64,
        outlet="وكالة المدار",
        outlet_basis=None,
        url=None,
        title=TITLE,
        language="ar",
        published=Published(earliest=DAY, latest=DAY, basis=basis),
    )
    return Reading(
        article=info,
        zones=(Zone("title", 0, len(TITLE)),),
        times=(time,),
        mentions=(counterpart,),
        contacts=(contact,),
        problems=(Problem(room="when", message="a month without a year"),),
    )


def shown(lang: Lang, *, explain: bool = False) -> ArticleView:
    names = {"RUS": "روسيا", "TUR": "تركيا"}
    reasons = (lambda rule: SLOTS.get(rule, {})) if explain else None
    return view(reading(), TEXT, lang, lambda side, lang: names.get(side) if lang == "ar" else None, explain=reasons)


def test_the_english_table_names_day_kind_status_parties_and_words() -> None:
    block = table.article(shown("en"), labels("en"), WIDE).replace(table.LRM, "")
    assert TITLE in block
    assert "wire-01  published: 2024-11-30  وكالة المدار" in block
    assert "2024-11-30  call  held" in block
    assert "RUS     Sergey Lavrov  وزير الخارجية الروسي  initiator" in block
    assert "TUR     هاكان فيدان  نظيره التركي" in block
    assert "اتصالا هاتفيا" in block


def test_the_arabic_table_speaks_arabic() -> None:
    block = table.article(shown("ar"), labels("ar"), WIDE)
    assert "30 نوفمبر/تشرين الثاني 2024  اتصال  جرى" in block
    assert "روسيا" in block
    assert "سيرغي لافروف  وزير الخارجية الروسي  المبادر" in block
    assert "Lavrov" not in block


def test_a_line_of_the_arabic_table_keeps_one_direction() -> None:
    lines = table.article(shown("ar"), labels("ar"), WIDE).splitlines()
    mixed = [line for line in lines if labels("ar").foreign(line) and labels("en").foreign(line)]
    # the heading alone ends with the article's key
    assert [line.split()[-1] for line in mixed] == ["wire-01"]


def test_an_arabic_part_of_an_english_line_is_closed() -> None:
    for line in table.article(shown("en"), labels("en"), WIDE).splitlines():
        for part in line.rstrip().split("  "):
            ends = part.endswith(table.LRM) or line.rstrip().endswith(part)
            assert ends or not labels("en").foreign(part)


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("width", [40, 60, 120])
def test_no_line_is_wider_than_the_screen(lang: Lang, width: int) -> None:
    block = table.article(shown(lang, explain=True), labels(lang), table.Screen(width, colour=False))
    assert max(cell_len(line) for line in block.splitlines()) <= width


def test_explain_says_rule_words_basis_time_and_dating() -> None:
    block = table.article(shown("en", explain=True), labels("en"), WIDE).replace(table.LRM, "")
    start, end = span("نظيره التركي")
    assert "call.ajra" in block
    assert f"counterpart of a party named before  «نظيره التركي»  [{start}:{end}]" in block
    assert "2024-11-30  when.today  «اليوم السبت»" in block
    assert "call.ajra  clause.main  doer.named  status.past" in block
    assert "subject: initiator  إلى: recipient" in block
    assert "leaves 2024-11-30  dating.metadata" in block
    assert "when: a month without a year" in block
    assert "call.ajra" not in table.article(shown("en"), labels("en"), WIDE)


def test_an_article_without_contacts_says_so() -> None:
    nothing = Reading(article=reading().article, zones=())
    empty = view(nothing, TEXT, "en", lambda side, lang: None, explain=None)
    assert labels("en").phrases["no_contacts"] in table.article(empty, labels("en"), WIDE)
    assert labels("en").phrases["no_contacts"] in markdown.article(empty, labels("en"))


def test_colours_only_where_the_screen_has_them() -> None:
    assert "\x1b[" in table.article(shown("en"), labels("en"), table.Screen(100, colour=True))
    assert "\x1b[" not in table.article(shown("en"), labels("en"), WIDE)


def test_markdown_is_a_section_with_an_item_and_a_quotation() -> None:
    section = markdown.article(shown("en"), labels("en"))
    assert section.startswith(f"## {TITLE}\n")
    assert "- **2024-11-30 · call · held**: Sergey Lavrov (" in section
    assert f"\n  > {EVIDENCE}\n" in section


def test_markdown_of_an_article_cannot_break_out() -> None:
    assert markdown._safe("*[a](b)* <script> | `x`\n# y") == r"\*\[a\](b)\* \<script\> \| \`x\` \# y"


def test_what_an_article_holds_cannot_steer_the_terminal() -> None:
    assert plain("أ\x1b[31mب\u202eج\r\nد\ud800") == "أ[31mبج د"


@pytest.mark.parametrize("lang", get_args(Lang))
def test_every_term_of_the_contract_has_a_label(lang: Lang) -> None:
    words = labels(lang)
    assert set(words.kinds) == set(get_args(ContactKind))
    assert set(words.statuses) == set(get_args(Status))
    assert set(words.roles) == set(get_args(Role))
    assert set(words.bases) == {*get_args(MentionBasis), "carried"}
    assert set(words.evidence) == set(get_args(DateBasis.__annotations__["kind"]))


def test_both_languages_label_the_same_things() -> None:
    one, two = labels("en"), labels("ar")
    for field in ("fields", "flags", "counts", "phrases"):
        assert set(getattr(one, field)) == set(getattr(two, field))


@pytest.mark.parametrize(
    ("earliest", "latest", "english", "arabic"),
    [
        ("2024-11-30", "2024-11-30", "2024-11-30", "30 نوفمبر/تشرين الثاني 2024"),
        ("2024-12-01", "2024-12-02", "2024-12-01 – 2024-12-02", None),
        ("2024-12-01", None, "2024-12-01 or later", "1 ديسمبر/كانون الأول 2024 أو بعده"),
        (None, "2024-12-02", "2024-12-02 or earlier", "2 ديسمبر/كانون الأول 2024 أو قبله"),
        (None, None, None, None),
    ],
)
def test_days(earliest: str | None, latest: str | None, english: str | None, arabic: str | None) -> None:
    assert labels("en").days(earliest, latest) == english
    if arabic:
        assert labels("ar").days(earliest, latest) == arabic
