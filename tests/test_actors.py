"""Who is meant: every entry of titles.yml reads its example and leaves its near miss; kinds of names, one case each."""

import msgspec
import pytest

from isnad.actors import Hearing, Memory, PhraseReader
from isnad.actors.bearers import Bearers
from isnad.actors.known import Known
from isnad.arabic.tokens import Tokens
from isnad.clean import clean
from isnad.lexicon import load
from isnad.lexicon.titles import Courtesy, Head, Institution, Official, Pair, Private
from isnad.model import Page
from isnad.model.phrase import Actor, Phrase
from isnad.reading.engines import engines
from isnad.reading.offices import Bearer, bearers
from isnad.scan import scan

LEXICON = load()
TITLES = LEXICON.titles


def people(text: str, day: str | None = "2024-12-04", outlet: str | None = None) -> list[tuple[str, Bearer]]:
    page = Page(key="actors", origin="actors", text=text, title_end=0, date=day, outlet=outlet)
    article = clean(page)
    return [(text[b.start : b.end], b) for b in bearers(article, LEXICON)]


def told(text: str, words: str, outlet: str | None = None) -> Bearer | None:
    """The actor of the mention that holds these words; None where no mention does."""
    return next((b for mention, b in people(text, outlet=outlet) if words in mention), None)


def opened_by(text: str, words: tuple[str, ...]) -> bool:
    """Whether a mention begins with one of these words, or with honorifics before them."""
    return any(f" {w} " in f" {mention} " or mention.startswith(w) for mention, _ in people(text) for w in words)


@pytest.mark.parametrize("head", TITLES.heads, ids=lambda h: h.id)
def test_a_head_opens_an_office(head: Head) -> None:
    words = (*head.words, *head.two, *head.many)
    assert opened_by(head.example, words), [m for m, _ in people(head.example)]
    assert not any(m in words or m.split()[0] in words for m, _ in people(head.not_))


@pytest.mark.parametrize("rule", TITLES.private, ids=lambda r: r.id)
def test_who_is_nobodys_official_bears_a_name_and_no_side(rule: Private) -> None:
    named = [b for m, b in people(rule.example) if any(m.removeprefix("ل").startswith(w) for w in rule.words)]
    assert named, [m for m, _ in people(rule.example)]
    assert named[0].name
    assert named[0].side is None
    assert not any(m.startswith(w) for m, _ in people(rule.not_) for w in rule.words)


@pytest.mark.parametrize("rule", TITLES.institutions, ids=lambda r: r.id)
def test_an_institution_speaks_for_its_side(rule: Institution) -> None:
    found = [b for m, b in people(rule.example) if any(m.startswith(w) for w in rule.words)]
    assert found, rule.example
    assert found[0].side, rule.example
    assert not any(m.split()[0] in rule.words for m, _ in people(rule.not_)), rule.not_


@pytest.mark.parametrize("rule", TITLES.officials, ids=lambda r: r.id)
def test_officials_stand_for_a_side(rule: Official) -> None:
    found = [m for m, b in people(rule.example) if any(w in m for w in rule.words)]
    assert found, rule.example
    assert not any(w in m.split() for m, _ in people(rule.not_) for w in rule.words), rule.not_


@pytest.mark.parametrize("rule", TITLES.courtesy, ids=lambda r: r.id)
def test_a_courtesy_stands_for_one_told_before(rule: Courtesy) -> None:
    found = [b for m, b in people(rule.example) if m in rule.words]
    assert found, rule.example
    assert found[0].name, rule.example
    assert not any(m in rule.words for m, _ in people(rule.not_))


@pytest.mark.parametrize("rule", TITLES.pairs, ids=lambda r: r.id)
def test_one_word_for_two_sides(rule: Pair) -> None:
    assert any(word in m for m, _ in people(rule.example) for word in rule.words), rule.example
    assert not any(m in rule.words for m, _ in people(rule.not_))


def test_every_entry_has_an_id_of_its_own() -> None:
    for part in (TITLES.heads, TITLES.private, TITLES.institutions, TITLES.officials, TITLES.leanings, TITLES.pairs):
        ids = [rule.id for rule in part]
        assert len(ids) == len(set(ids))


# the words of a mention, and who it is: name, side (None: nobody's)
NAMED = {
    "a long title reaches its name": (
        "دعا رئيس لجنة التحقيق الدولية بشأن السودان سامي الخطيب إلى وقف القتال.",
        "رئيس لجنة التحقيق",
        ("سامي الخطيب", None),
    ),
    "what stands in the title tells the side": (
        "قال عضو لجنة الأمن في مجلس النواب العراقي كريم يوسف إن الجلسة تأجلت.",
        "عضو لجنة الأمن",
        ("كريم يوسف", "IRQ"),
    ),
    "a day is no part of a title": (
        "استقبل وزير الثقافة اليوم الخميس كريم يوسف في مكتبه.",
        "وزير الثقافة",
        (None, None),
    ),
    "nor is the government that another led": (
        "تسلم منصب مساعد وزير الداخلية في حكومة مهدي يوسف.",
        "مساعد وزير الداخلية",
        (None, None),
    ),
    "a country in a firm's name is not stood for": (
        "وصل رئيس شركة الصين الوطنية للنفط كريم يوسف.",
        "رئيس شركة",
        ("كريم يوسف", None),
    ),
    "a definite official bears the name after him": (
        "قال القيادي في حماس كريم يوسف إن الوسطاء وصلوا.",
        "القيادي في حماس",
        ("كريم يوسف", "Hamas"),
    ),
    "an indefinite one has none": (
        "استقبل قيادي في حماس كريم يوسف في الدوحة.",
        "قيادي في حماس",
        (None, "Hamas"),
    ),
    "one of a body is its own": (
        "اتهم قائد في الجيش السوري الحر روسيا بخرق الهدنة.",
        "قائد في الجيش السوري الحر",
        (None, "Syrian opposition"),
    ),
    "a rank with an adjective": (
        "وصل الجنرال الإيطالي كريم يوسف إلى طرابلس.",
        "الجنرال الإيطالي",
        ("كريم يوسف", "ITA"),
    ),
    "a title with a point": (
        "استقبل رئيس مجلس الشعب، د . كريم يوسف، الوفد.",
        "رئيس مجلس الشعب",
        ("كريم يوسف", None),
    ),
    "the name Ali": (
        "استقبل الوزير السفير السوداني حسن علي المكي.",
        "السفير السوداني",
        ("حسن علي المكي", "SDN"),
    ),
    "the preposition that is spelt like it": (
        "شكر الوزير السفير السوداني حسن على جهوده في الأزمة.",
        "السفير السوداني",
        ("حسن", "SDN"),
    ),
    "an unlisted name after a comma": (
        "تحدثت الوزيرة مع نظيرها الألماني، تورفالد ويسترفيلد، في برلين.",
        "نظيرها الألماني",
        ("تورفالد ويسترفيلد", "DEU"),
    ),
    "a town that begins a name": (
        "قال سيدني سيلفر المبعوث الأمريكي إن المحادثات استؤنفت.",
        "المبعوث الأمريكي",
        ("سيدني سيلفر", "USA"),
    ),
    "ordinary adjectives before a nation": (
        "التقى الوزير المسؤولين الماليين الصينيين في جنيف.",
        "المسؤولين الماليين",
        (None, "CHN"),
    ),
    "Mali's own": ("استقبل الوزير نظيره المالي في الجزائر.", "نظيره المالي", (None, "MLI")),
    "the six powers": ("التقى الوزير ممثلي مجموعة 5+1 في جنيف.", "5+1", (None, "P5+1")),
    "another six": ("ستزور ست دول أخرى المعرض. ووصل وفد من قطر.", "وفد من قطر", (None, "QAT")),
    "the Quartet's envoy": (
        "قال مبعوث اللجنة الرباعية الدولية كريم يوسف إن الجولة انتهت.",
        "مبعوث اللجنة",
        ("كريم يوسف", "Quartet"),
    ),
    "the high representative": (
        "قالت الممثلة العليا للاتحاد الأوروبي كايا كالاس إن العقوبات باقية.",
        "الممثلة العليا",
        ("كايا كالاس", "EU"),
    ),
    "the pope of Alexandria": (
        "استقبل البابا تواضروس الثاني وزير الثقافة.",
        "تواضروس",
        ("البابا تواضروس الثاني", "EGY"),
    ),
    "the pope of Rome": ("استقبل البابا فرنسيس وزير الثقافة.", "البابا", ("البابا فرنسيس", "VAT")),
    "a spokesman's adjective": (
        "قال المتحدث الرسمي باسم الكرملين دميتري بيسكوف إن الموعد سيحدد.",
        "المتحدث الرسمي",
        ("دميتري بيسكوف", "RUS"),
    ),
}


@pytest.mark.parametrize("case", NAMED.values(), ids=list(NAMED))
def test_who_a_mention_is(case: tuple[str, str, tuple[str | None, str | None]]) -> None:
    text, words, (name, side) = case
    actor = told(text, words)
    assert actor is not None, [m for m, _ in people(text)]
    assert (actor.name, actor.side) == (name, side)


def test_a_courtesy_is_said_of_ones_own_minister_and_not_of_the_guest() -> None:
    text = "استقبل وزير الخارجية الكويتي سالم ناصر وزير خارجية فرنسا كريم يوسف. وأكد معاليه عمق العلاقات."
    actor = told(text, "معاليه")
    assert actor is not None
    assert actor.name == "سالم ناصر"
    other = told(text.replace("معاليه", "معاليها"), "معاليها")
    assert other is None or other.name is None


def test_a_bare_office_is_his_who_was_called_so_from_the_first() -> None:
    text = "استقبل وزير الخارجية سالم ناصر وزير خارجية فرنسا كريم يوسف. وأكد وزير الخارجية عمق العلاقات."
    last = [b for m, b in people(text) if m == "وزير الخارجية"]
    assert last
    assert last[-1].name == "سالم ناصر"


def test_another_portfolio_is_another_minister() -> None:
    text = "وصل وزير الخزانة الأمريكي كريم يوسف. ووصلت وزيرة التعليم الأمريكية. وقال وزير الخزانة إن الجولة انتهت."
    assert told(text, "وزيرة التعليم").name is None  # type: ignore[union-attr]
    assert [b.name for m, b in people(text) if m == "وزير الخزانة"] == ["كريم يوسف"]


def test_who_held_an_office_before_is_not_who_holds_it() -> None:
    text = "وصل المدير العام كريم يوسف. وكان المدير العام السابق قد استقال."
    assert told(text, "المدير العام السابق").name is None  # type: ignore[union-attr]


def test_a_ministry_without_a_side_is_the_one_told_so_or_the_ministers_own() -> None:
    first = "استدعت وزارة الخارجية اليونانية السفير الليبي. وقالت وزارة الخارجية إن القرار نهائي."
    assert [b.side for m, b in people(first) if m == "وزارة الخارجية"] == ["GRC"]
    second = "استقبل وزير الخارجية الموريتاني سالم ناصر نظيره السنغالي. وأفاد بيان للوزارة بأن اللقاء انتهى."
    assert [b.side for m, b in people(second) if m == "الوزارة" or m == "لوزارة"] == ["MRT"]
    third = "استقبل وزير الخارجية الموريتاني وزير الخارجية السنغالي. وأفاد بيان للوزارة بأن اللقاء انتهى."
    assert [b.side for m, b in people(third) if m == "الوزارة" or m == "لوزارة"] == [None]


def test_what_is_handed_out_is_never_altered() -> None:
    page = Page(key="x", origin="x", text="التقى الوزير وفدا روسيا برئاسة كريم يوسف.", title_end=0, date="2024-12-04")
    tokens = Tokens(page.text)
    engine = engines(LEXICON)
    hearing = Hearing(
        lambda a, b: engine.recogniser.names(tokens, a, b),
        engine.recogniser.knows,
        engine.recogniser.ordinary,
        engine.recogniser.may_begin,
        engine.recogniser.may_name,
    )
    reader = PhraseReader(tokens, scan(tokens, LEXICON.index), LEXICON, hearing)
    phrases = reader.sentence(0, len(tokens))
    before = msgspec.json.encode(phrases)
    memory = Memory(tokens, LEXICON, "2024-12-04")
    memory.gather(phrases)
    actors = [a for p in phrases if (a := memory.resolve(p))]
    handed_out = msgspec.json.encode(actors)
    likened = memory.counterpart(actors[0], actors[-1])
    assert msgspec.json.encode(phrases) == before
    assert msgspec.json.encode(actors) == handed_out
    assert likened is not actors[0]
    with pytest.raises(AttributeError):
        phrases[0].last = 0  # type: ignore[misc]
    with pytest.raises(AttributeError):
        actors[0].side = None  # type: ignore[misc]


def test_a_mention_is_not_compared_with_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    may_be = Bearers._may_be

    def counting(self: Bearers, known: Known, phrase: Phrase, actor: Actor, office: str | None) -> bool:
        nonlocal asked
        asked += 1
        return may_be(self, known, phrase, actor, office)

    monkeypatch.setattr(Bearers, "_may_be", counting)

    def comparisons(many: int) -> int:
        nonlocal asked
        asked = 0
        letters = "بتجدرسفقلم"
        names = [f"كريم {a}{b}{c}ان" for a in letters for b in letters for c in letters][:many]
        people(" ".join(f"وصل وزير الثقافة {name}. وقال وزير التعليم إن العام بدأ." for name in names))
        return asked

    # the last few of a rank, however many there are
    assert comparisons(400) < 64 * 400


def test_an_outlet_that_never_speaks_of_its_own_country_leaves_offices_open() -> None:
    """«رئيس مجلس الشعب» in a report from elsewhere is nobody of the outlet's country."""
    abroad = "استقبل رئيس مجلس الشعب السيد سالم الناصر أمس السفير المصري في القاهرة."
    there, here = told(abroad, "سالم", "okaz"), told(abroad + " وعاد الوفد إلى الرياض.", "سالم", "okaz")
    assert there is not None
    assert there.side is None
    assert here is not None
    assert here.side == "SAU"


def test_a_site_is_an_outlet_by_its_letters() -> None:
    assert LEXICON.home_of("alriyadh") == "SAU"
    assert LEXICON.home_of("Jawhara FM") == "TUN"
    assert LEXICON.home_of("Al Jazeera") is None
