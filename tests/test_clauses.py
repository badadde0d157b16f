"""Who does what in a sentence of several clauses, as contacts and statements show it: twelve kinds with near misses.

What is read wrongly today is marked with its reason and fails once it is read.
"""

import pytest

from isnad.clean import clean
from isnad.lexicon import load
from isnad.model import Page, Party, Reading
from isnad.reading import read

LEXICON = load()


def reading_of(text: str) -> Reading:
    """The reading of an article of one sentence, published on a Wednesday."""
    return read(clean(Page(key="c", origin="c", text=text, title_end=0, date="2024-12-04")), LEXICON)


def party(one: Party) -> str:
    """«TUR», «QAT:host»: a side, and its role where it is not that of a mere participant."""
    return one.side or "unknown" if one.role == "participant" else f"{one.side or 'unknown'}:{one.role}"


def contacts(text: str) -> list[str]:
    """One line a contact: kind, status, its parties in the order of the reading."""
    return [f"{c.kind} {c.status} {' '.join(party(p) for p in c.parties)}" for c in reading_of(text).contacts]


def statements(text: str) -> list[str]:
    """One line a statement: whose it is, whether it is said or denied, its verb, its content."""
    lines = []
    for one in reading_of(text).statements:
        speakers = " ".join(p.side or "unknown" for p in one.speakers)
        lines.append(f"{speakers} {one.polarity} {one.cue.text if one.cue else '-'}: {one.content.text}")
    return lines


def misread(reason: str, *values: object, id: str) -> object:
    """A case that is read wrongly today."""
    return pytest.param(*values, id=id, marks=pytest.mark.xfail(strict=True, reason=reason))


CONTACTS = [
    # the one met is the subject of the circumstance, because the verb of urging hands it over to him
    pytest.param(
        "حثت رئيسة الوزراء الدنماركية نظيرها الإيطالي على الهدوء عند لقائه بالرئيس الفرنسي.",
        ["meeting planned ITA FRA"],
        id="urged-one-meets",
    ),
    pytest.param(
        "حثت رئيسة الوزراء الدنماركية نظيرها الإيطالي على الهدوء عند لقائها بالرئيس الفرنسي.",
        ["meeting planned DNK FRA"],
        id="urging-one-meets",
    ),
    pytest.param(
        "نفى وزير الخارجية القطري خلال لقائه نظيره العماني وجود ضغوط.",
        ["meeting held QAT OMN"],
        id="denies-something-during-a-meeting",
    ),
    pytest.param(
        "نفى وزير الخارجية القطري أن يكون قد التقى نظيره العماني.",
        ["meeting denied QAT OMN"],
        id="denies-the-meeting",
    ),
    pytest.param(
        "أكد وزير الخارجية القطري أنه التقى نظيره العماني.",
        ["meeting held QAT OMN"],
        id="confirms-the-meeting",
    ),
    pytest.param(
        "استقبل أمير قطر وزير الخارجية التركي الذي كان قد زار بغداد، وبحث معه الهدنة.",
        ["meeting held QAT:host TUR:visitor", "visit held TUR:visitor IRQ:host"],
        id="relative-clause-of-the-guest",
    ),
    pytest.param(
        "استقبل أمير قطر، الذي كان قد زار بغداد، وزير الخارجية التركي، وبحث معه الهدنة.",
        ["meeting held QAT:host TUR:visitor", "visit held QAT:visitor IRQ:host"],
        id="relative-clause-of-the-host",
    ),
    misread(
        "«كل على حدة» does not part those who are joined",
        "التقى محمود عباس وإسماعيل هنية، كل على حدة، المبعوث القطري.",
        ["meeting held PSE QAT", "meeting held PSE QAT"],
        id="each-apart",
    ),
    pytest.param(
        "التقى محمود عباس وإسماعيل هنية المبعوث القطري.",
        ["meeting held PSE PSE QAT"],
        id="both-together",
    ),
    misread(
        "«من طرف … ومن طرف …» are joined to one reception",
        "استُقبل وزير الخارجية العماني من طرف الرئيس التونسي ومن طرف رئيس البرلمان التونسي.",
        ["meeting held TUN:host OMN:visitor", "meeting held TUN:host OMN:visitor"],
        id="received-by-two-hosts",
    ),
    pytest.param(
        "استُقبل وزير الخارجية العماني من طرف الرئيس التونسي.",
        ["meeting held TUN:host OMN:visitor"],
        id="received-by-one-host",
    ),
    misread(
        "a letter whose recipient stands behind «إلى» and whose bearer hands it to a third is not read",
        "سلّم السفير القطري وزير الخارجية التونسي رسالة من أمير بلاده إلى الرئيس التونسي.",
        ["message held QAT:initiator TUN:recipient", "meeting held QAT TUN"],
        id="bearer-hands-over-anothers-letter",
    ),
    pytest.param(
        "تسلم الرئيس التونسي من السفير القطري رسالة من أمير قطر.",
        ["message held QAT:initiator TUN:recipient"],
        id="recipient-receives-it",
    ),
    pytest.param(
        "تسلم الرئيس التونسي من السفير القطري جائزة من جامعة قطر.",
        [],
        id="recipient-receives-a-prize",
    ),
    misread(
        "«على أن ينتقل منها» takes the host of the clause before for its subject",
        "من المقرر أن يصل وزير الخارجية المصري غدا إلى برلين، حيث يلتقي المستشار الألماني،"
        " على أن ينتقل منها إلى باريس.",
        [
            "visit planned EGY:visitor DEU:host",
            "meeting planned EGY DEU",
            "visit planned EGY:visitor FRA:host",
        ],
        id="itinerary-goes-on",
    ),
    pytest.param(
        "من المقرر أن يصل وزير الخارجية المصري غدا إلى برلين، حيث يلتقي المستشار الألماني.",
        ["visit planned EGY:visitor DEU:host", "meeting planned EGY DEU"],
        id="itinerary-ends",
    ),
    pytest.param(
        "هدد الرئيس الفنزويلي بإلغاء القمة المقررة مع نظيره الكولومبي.",
        ["meeting planned VEN COL"],
        id="threatens-to-cancel",
    ),
    pytest.param(
        "ألغى الرئيس الفنزويلي القمة المقررة مع نظيره الكولومبي.",
        ["meeting cancelled VEN COL"],
        id="cancels",
    ),
    misread(
        "«لن … إلا إذا»: a condition is not read, so that what it keeps open is cancelled",
        "لن تعقد القمة بين الرئيس الفنزويلي ونظيره الكولومبي إلا إذا أفرج عن السجناء.",
        ["meeting proposed VEN COL"],
        id="only-if",
    ),
    pytest.param(
        "لن تعقد القمة بين الرئيس الفنزويلي ونظيره الكولومبي.",
        ["meeting cancelled VEN COL"],
        id="will-not-be-held",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CONTACTS)
def test_who_meets(text: str, expected: list[str]) -> None:
    assert sorted(contacts(text)) == sorted(expected)


STATEMENTS = [
    # three coordinated clauses of one subject; its object is no speaker
    pytest.param(
        "قال سيرغي لافروف إن بلاده مستعدة للحوار، واتهم واشنطن بدعم المسلحين، ودعا لندن إلى الهدوء.",
        [
            "RUS said قال: بلاده مستعدة للحوار",
            "RUS said واتهم: واشنطن بدعم المسلحين",
            "RUS said ودعا: لندن إلى الهدوء",
        ],
        id="coordinated-clauses-of-one-subject",
    ),
    pytest.param(
        "قال سيرغي لافروف إن بلاده مستعدة للحوار، واتهمت واشنطن موسكو بدعم المسلحين.",
        ["RUS said قال: بلاده مستعدة للحوار", "USA said واتهمت: موسكو بدعم المسلحين"],
        id="coordinated-clause-with-its-own-subject",
    ),
    pytest.param("اتهمت واشنطن موسكو بالتصعيد.", ["USA said اتهمت: موسكو بالتصعيد"], id="subject-and-object"),
    pytest.param(
        "قال رئيس الوزراء البريطاني كير ستارمر إن الوضع خطير. واتهم موسكو بالتصعيد.",
        ["GBR said قال: الوضع خطير", "GBR said واتهم: موسكو بالتصعيد"],
        id="no-subject-told-goes-on",
    ),
    # a state is feminine: «اتهم موسكو» has another subject, and nobody is better than the wrong one
    pytest.param("اتهم موسكو بالتصعيد.", [], id="object-alone-is-no-subject"),
    pytest.param(
        "نفى وزير الخارجية القطري خلال لقائه نظيره العماني وجود ضغوط.",
        ["QAT denied نفى: وجود ضغوط"],
        id="denies-behind-a-circumstance",
    ),
    pytest.param(
        "نفى وزير الخارجية القطري وجود ضغوط.", ["QAT denied نفى: وجود ضغوط"], id="denies-without-a-circumstance"
    ),
    misread(
        "«تدعم» is no verb of stance",
        "تدعم أنقرة الفصائل، وترفض أي انسحاب.",
        ["TUR said تدعم: الفصائل", "TUR said وترفض: أي انسحاب"],
        id="supports-and-rejects",
    ),
    misread(
        "«سكان أنقرة»: those who live in a capital are taken for its state",
        "يدعم سكان أنقرة الفصائل، ويرفضون أي انسحاب.",
        [],
        id="people-of-a-capital-are-not-the-state",
    ),
    pytest.param("تقع أنقرة على هضبة، ويرفض سكانها أي انسحاب.", [], id="a-capital-that-lies-somewhere-says-nothing"),
]


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_who_says(text: str, expected: list[str]) -> None:
    assert statements(text) == expected
