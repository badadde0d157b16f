"""Constructions are data: a row reads its example and no near miss, a new one needs no Python, a wrong one is named."""

import shutil
from collections import Counter
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from isnad.clean import clean
from isnad.lexicon import load
from isnad.lexicon.constructions import Frame
from isnad.lexicon.loading import Lexicon, compile_resources
from isnad.model import LexiconError, Page, Reading
from isnad.reading import read_by_rules

LEXICON = load()
FRAMES = LEXICON.frames


def reading_of(text: str, lexicon: Lexicon = LEXICON) -> Reading:
    page = Page(key="frame", origin="frame", text=text, title_end=0, date="2024-12-04")
    return read_by_rules(clean(page), lexicon)


def test_there_are_constructions() -> None:
    assert len(FRAMES) > 40


def test_each_has_an_id_of_its_own_and_a_predicate() -> None:
    assert not [row for row, n in Counter(f.id for f in FRAMES).items() if n > 1]
    rows = [f.row for f in FRAMES]
    assert not [r.id for r in rows if not (r.verb or r.nouns or r.participles or r.masdars or r.finite or r.said)]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.id)
def test_a_construction_reads_its_example(frame: Frame) -> None:
    contacts = reading_of(frame.row.example).contacts
    assert frame.id in {c.rule for c in contacts}, [(c.rule, c.evidence.text) for c in contacts]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.id)
def test_a_construction_leaves_its_near_miss(frame: Frame) -> None:
    assert not [c.evidence.text for c in reading_of(frame.row.not_).contacts]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.id)
def test_the_words_of_a_contact_stand_in_the_text(frame: Frame) -> None:
    for contact in reading_of(frame.row.example).contacts:
        assert frame.row.example[contact.evidence.start : contact.evidence.end] == contact.evidence.text
        for party in contact.parties:
            assert 0 <= party.start < party.end <= len(frame.row.example)


# a new row


NEW_VERB = """
- id: meeting.nadama
  kind: meeting
  verb: [نادم, ينادم]
  slots: {subject: host, object: visitor}
  example: نادم الرئيس التركي نظيره الإيراني في أنقرة.
  not: نادم الشاعر صديقه.
"""
NEW_NOUN = """
- id: meeting.munadama
  kind: meeting
  nouns: [منادمة]
  needs: [ليلية]
  slots: {subject: participant, مع: participant}
  example: أجرى الرئيس التركي منادمة ليلية مع نظيره الإيراني.
  not: كتب الشاعر عن منادمة الأصحاب.
"""
WORDED = [
    ("نادم الرئيس التركي نظيره الإيراني في أنقرة.", [("TUR", "host"), ("IRN", "visitor")]),
    ("قال متحدث إن الرئيسة التي نادمها الرئيس التركي شاعرة.", []),
    ("من المقرر أن ينادم الرئيس التركي نظيره الإيراني غدا.", [("TUR", "host"), ("IRN", "visitor")]),
    ("نادم الشاعر صديقه التركي.", []),
    ("أجرى الرئيس التركي منادمة ليلية مع نظيره الإيراني.", [("TUR", "participant"), ("IRN", "participant")]),
    ("أجرى الرئيس التركي منادمة نهارية مع نظيره الإيراني.", []),
]


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the resources that a test may add rows to."""
    folder = tmp_path_factory.mktemp("lexicon") / "resources"
    with as_file(files("isnad") / "resources") as directory:
        shutil.copytree(directory, folder, ignore=shutil.ignore_patterns("recogniser"))
    return folder


@pytest.fixture
def constructions(resources: Path) -> Iterator[Path]:
    """The file of constructions in the copy; what a test adds to it is gone after the test."""
    path = resources / "contacts" / "constructions.yml"
    before = path.read_text("utf-8")
    yield path
    path.write_text(before, "utf-8")


def compiled(constructions: Path, *rows: str) -> Lexicon:
    """The lexicon of the copy with rows added."""
    constructions.write_text(constructions.read_text("utf-8") + "".join(rows), "utf-8")
    return Lexicon(compile_resources(constructions.parent.parent))


def test_a_new_construction_needs_no_python(constructions: Path) -> None:
    assert not [c for text, _ in WORDED for c in reading_of(text).contacts]
    lexicon = compiled(constructions, NEW_VERB, NEW_NOUN)
    for text, parties in WORDED:
        read = reading_of(text, lexicon).contacts
        assert [(p.side, p.role) for c in read for p in c.parties] == parties, text


@pytest.mark.parametrize(
    ("before", "after", "field", "what"),
    [
        ("object: visitor", "نحو: visitor", "slots", "unknown marker 'نحو'"),
        ("object: visitor", "object: guest", "slots", "unknown role or filler 'guest'"),
        ("object: visitor", "object: visitor/ship", "slots", "unknown role or filler 'visitor/ship'"),
        ("object: visitor", "object: [visitor, visitor/ship]", "slots", "unknown role or filler 'visitor/ship'"),
        ("kind: meeting", "kind: dance", "kind", "dance"),
        ("verb: [نادم, ينادم]", "verb: [نادم]", "verb", "length"),
        ("verb: [نادم, ينادم]", "verbs: [نادم, ينادم]", "$[", "unknown field `verbs`"),
        ("  not: نادم الشاعر صديقه.\n", "", "$[", "missing required field `not`"),
    ],
)
def test_a_wrong_row_says_where_it_is_wrong(
    constructions: Path, before: str, after: str, field: str, what: str
) -> None:
    assert before in NEW_VERB
    with pytest.raises(LexiconError) as caught:
        compiled(constructions, NEW_VERB.replace(before, after))
    message = str(caught.value)
    assert "constructions.yml" in message
    assert "meeting.nadama" in message
    assert field in message
    assert what in message


# how far an argument may stand from its predicate, counted in words that mean nothing to it: the last distance that is
# read one way, and how it is read one word further on


ADVERBS = [
    "طويلا",
    "سريعا",
    "قصيرا",
    "جميلا",
    "لطيفا",
    "عميقا",
    "ثقيلا",
    "خفيفا",
    "بطيئا",
    "كثيفا",
    "رقيقا",
    "هزيلا",
    "ثمينا",
    "غريبا",
    "قديما",
    "عتيقا",
]
ADJECTIVES = ["الطويل", "السريع", "القصير", "الجميل", "اللطيف", "العميق", "الثقيل"]
REACHES = {
    "subject-of-a-verb": ("التقى {adverbs} الوزير التركي نظيره الإيراني.", 6, ["TUR IRN"], ["IRN TUR"]),
    "object-of-a-verb": ("استقبل الوزير التركي {adverbs} نظيره الإيراني.", 11, ["TUR IRN"], []),
    "partner-of-a-verb": ("اجتمع الوزير التركي {adverbs} مع نظيره الإيراني.", 10, ["TUR IRN"], []),
    "partner-of-a-verb-of-discussion": ("بحث الوزير التركي {adverbs} مع الوزير الإيراني.", 7, ["TUR IRN"], []),
    "partner-far-behind-a-verb": (
        "اجتمع الوزير التركي في باريس " + " ".join(ADVERBS[:9]) + " في مدريد " + " ".join(ADVERBS[:9])
        + " في لندن {adverbs} مع نظيره الإيراني.", 3, ["TUR IRN"], [],
    ),
    "object-of-a-participle": ("سافر الوزير التركي ملتقيا {adverbs} نظيره الإيراني.", 4, ["TUR IRN"], []),
    "owner-behind-a-noun": ("انتهت أمس زيارة {adverbs} للوزير التركي إلى مسقط.", 3, ["TUR OMN"], []),
    "partner-of-a-noun": (
        "قال الوزير التركي عقب لقاء {adverbs} مع الوزير الإيراني إن الوضع جيد.", 4, ["TUR IRN"], [],
    ),
    "name-before-one-who-is-joined": (
        "اجتمع الوزير التركي مع نظيره الإيراني {adjectives} والسفير القطري.", 2, ["TUR IRN", "TUR QAT"], ["TUR IRN"],
    ),
    "quotation-is-a-clause-of-its-own": (
        'قال الوزير الهندي "إن الوزير النيبالي {adverbs} " والتقى الوزير البوتاني.', 2, ["NPL BTN"], ["IND BTN"],
    ),
    "quotation-that-is-never-closed": (
        'قال الوزير الهندي "إن الوزير النيبالي {adverbs} " والتقى الوزير البوتاني.', 76, ["IND BTN"], ["NPL BTN"],
    ),
    "one-of-several": ("أجرى الوزير التركي جولة {adverbs} من المحادثات مع نظيره الإيراني.", 5, ["TUR IRN"], []),
    "verb-that-carries-the-noun-before-it": (
        "بدأت أمس زيارة {adverbs} يقوم بها الوزير التركي إلى مسقط.", 3, ["TUR OMN"], [],
    ),
    "verb-that-carries-the-noun-before-its-comma": (
        "عقد في مسقط لقاء {adverbs}، جمع الوزير التركي بنظيره الإيراني.", 5, ["TUR IRN"], [],
    ),
    "verbal-noun-behind-an-adjective": (
        "اجتماع {adverbs} عقد في مسقط بين الوزير التركي ونظيره الإيراني.", 1, ["TUR IRN"], [],
    ),
    "word-that-makes-a-talk-a-call": (
        "أجرى الوزير التركي محادثة {adverbs} هاتفية مع نظيره الإيراني.", 9, ["TUR IRN"], [],
    ),
    "mention-that-a-relative-clause-is-about": (
        "استقبل ملك الأردن الوزير التركي {adjectives} الذي زار بغداد أمس.", 3, ["JOR TUR", "TUR IRQ"], ["JOR TUR"],
    ),
    "noun-that-a-relative-clause-is-about": (
        "انتهى اللقاء {adjectives} الذي جمع الوزير التركي بنظيره الإيراني.", 3, ["TUR IRN"], [],
    ),
    "circumstance-in-front": (
        "{adverbs} عقب لقائه الوزير الإيراني، قال الوزير التركي إن الوضع جيد.", 2, ["TUR IRN"], [],
    ),
}  # fmt: skip


def sides(text: str, words: int) -> list[str]:
    """The sides of each contact that a row reads, with so many words at the place that the text names."""
    adverbs = " ".join((ADVERBS * (1 + words // len(ADVERBS)))[:words])
    contacts = reading_of(text.format(adverbs=adverbs, adjectives=" ".join(ADJECTIVES[:words]))).contacts
    return [" ".join(str(p.side) for p in c.parties) for c in contacts if not c.reasons]


@pytest.mark.parametrize(("text", "reach", "within", "beyond"), REACHES.values(), ids=REACHES.keys())
def test_how_far_an_argument_may_stand(text: str, reach: int, within: list[str], beyond: list[str]) -> None:
    assert sides(text, reach) == within
    assert sides(text, reach + 1) == beyond


def test_a_genitive_stands_right_behind_its_noun() -> None:
    """«لقاء الوزير»: with a word between, the two talk of a meeting of others."""
    near, far = (
        reading_of(f"تحدث الخبراء عن لقاء {word}الوزير التركي ونظيره الإيراني في مسقط.") for word in ("", "قصيرا ")
    )
    assert [c.kind for c in near.contacts] == ["meeting"]
    assert [c.kind for c in far.contacts] != ["meeting"]
