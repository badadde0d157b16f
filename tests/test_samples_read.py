"""What the sample corpus tells is read from it, and nothing is read from its ordinary article."""

import pytest

from isnad import lexicon, samples
from isnad.clean import clean
from isnad.model import Contact, Page, Reading
from isnad.reading import read
from isnad.sources import read_pages

# where the article is (id, stem of the file or last part of the address): kind, status, sides, day
TOLD = [
    ("dafaf-lavrov-fidan", "call", "held", {"RUS", "TUR"}, "2024-11-30"),
    ("dafaf-lavrov-fidan", "call", "held", {"RUS", "IRN"}, None),
    ("dafaf-lavrov-fidan", "visit", "planned", {"IRN", "SYR"}, "2024-12-01"),
    ("dafaf-lavrov-fidan", "visit", "planned", {"IRN", "TUR"}, None),
    ("mada-fidan-lavrov", "call", "held", {"RUS", "TUR"}, "2024-11-30"),
    ("mada-fidan-lavrov", "visit", "planned", {"IRN", "SYR"}, None),
    ("daftar-idlib-2020", "call", "held", {"RUS", "TUR"}, None),
    ("daftar-araghchi-damascus-cp1256", "meeting", "held", {"IRN", "SYR"}, None),
    ("daftar-araghchi-damascus-cp1256", "meeting", "planned", {"IRN", "TUR"}, "2024-12-02"),
    ("daftar-doha-undated", "multilateral", "held", {"RUS", "TUR", "IRN"}, None),
    ("hor-sudani-assad", "call", "held", {"IRQ", "SYR"}, None),
    ("hor-sudani-assad", "call", "held", {"ARE", "SYR"}, None),
    ("hor-kadhimi-postponed", "visit", "cancelled", {"IRQ", "SAU"}, None),
    ("hor-kadhimi-postponed", "visit", "planned", {"IRQ", "IRN"}, None),
    ("hor-kadhimi-postponed", "meeting", "held", {"IRQ", "IRN"}, None),
    ("dafaf-neom-denial", "meeting", "denied", {"SAU", "ISR"}, None),
    ("dafaf-neom-denial", "meeting", "held", {"SAU", "USA"}, "2020-11-22"),
    ("khor-letter-tehran", "message", "held", {"USA", "IRN"}, "2025-03-12"),
    ("khor-letter-tehran", "meeting", "held", {"ARE", "IRN"}, "2025-03-12"),
    ("khor-1130", "call", "held", {"ARE", "SYR"}, "2024-11-30"),
    ("khor-1201b", "meeting", "held", {"ARE", "SAU"}, "2024-12-01"),
    ("khor-1202", "meeting", "held", {"SAU", "FRA"}, "2024-12-02"),
    ("marsa-1121", "meeting", "held", {"CHN", "MAR"}, "2024-11-21"),
    ("marsa-1220", "meeting", "held", {"MAR", "MRT"}, "2024-12-20"),
    ("hidab-1215", "meeting", "held", {"DZA", "FRA"}, None),
    ("hidab-2020", "meeting", "held", {"DZA", "FRA"}, "2020-01-21"),
    ("nil-1130", "call", "held", {"EGY", "SYR"}, "2024-11-30"),
    ("nil-1218", "visit", "ongoing", {"IRN", "EGY"}, "2024-12-18"),
    ("nil-1219", "meeting", "held", {"EGY", "TUR"}, "2024-12-19"),
    ("nil-1219", "meeting", "held", {"EGY", "IRN"}, None),
    ("dafaf-syria-presidency", "call", "held", {"IRQ", "SYR"}, "2024-11-30"),
    ("dafaf-syria-presidency", "call", "held", {"ARE", "SYR"}, "2024-11-30"),
    ("dafaf-blinken", "meeting", "held", {"USA", "IRQ"}, None),
    ("dafaf-blinken", "meeting", "held", {"USA", "TUR"}, "2024-12-13"),
    ("dafaf-blinken", "meeting", "held", {"USA", "JOR"}, None),
    ("dafaf-credentials", "meeting", "held", {"CHN", "Taliban"}, "2024-01-30"),
    ("mada-baghdad", "multilateral", "held", {"IRQ", "SYR", "IRN"}, "2024-12-06"),
    ("1203", "call", "held", {"RUS", "TUR"}, "2024-12-03"),
    ("1206", "multilateral", "held", {"IRQ", "SYR", "IRN"}, "2024-12-06"),
    ("1222", "meeting", "held", {"SYR", "TUR"}, "2024-12-22"),
    ("mada-araghchi-ankara", "meeting", "held", {"TUR", "IRN"}, "2024-12-02"),
    ("mada-araghchi-ankara", "call", "held", {"RUS", "IRN"}, "2024-12-02"),
]


def _named(page: Page) -> set[str]:
    return {page.key, page.origin.rsplit("/", 1)[-1].split(".")[0], (page.url or "").rsplit("/", 1)[-1]}


@pytest.fixture(scope="module")
def readings() -> list[tuple[set[str], Reading]]:
    pages = [page for page in read_pages([str(samples.folder())]) if isinstance(page, Page)]
    return [(_named(page), read(clean(page), lexicon.load())) for page in pages]


def _show(contact: Contact) -> str:
    sides = " ".join(party.side for party in contact.parties)
    days = contact.time and (contact.time.earliest, contact.time.latest)
    return f"{contact.kind} {contact.status} {sides} {days} {contact.evidence.text}"


@pytest.mark.parametrize(("where", "kind", "status", "sides", "day"), TOLD)
def test_told(
    readings: list[tuple[set[str], Reading]], where: str, kind: str, status: str, sides: set[str], day: str | None
) -> None:
    contacts = [contact for names, reading in readings if where in names for contact in reading.contacts]
    fitting = [
        contact
        for contact in contacts
        if (contact.kind, contact.status) == (kind, status)
        and _sides_fit(contact, sides)
        and (day is None or (contact.time is not None and contact.time.earliest == day))
    ]
    assert fitting, "\n".join(map(_show, contacts))


def _sides_fit(contact: Contact, sides: set[str]) -> bool:
    """Exactly these sides; an attendant may be read beside the principals of a multilateral meeting."""
    read = {party.side for party in contact.parties}
    return read == sides or (contact.kind == "multilateral" and read > sides)


@pytest.mark.parametrize("where", ["dafaf-lavrov-fidan", "mada-fidan-lavrov", "daftar-idlib-2020"])
def test_a_call_told_in_several_sentences_is_one(readings: list[tuple[set[str], Reading]], where: str) -> None:
    (reading,) = [reading for names, reading in readings if where in names]
    calls = [contact for contact in reading.contacts if contact.kind in {"call", "contact"}]
    assert sum({party.side for party in call.parties} == {"RUS", "TUR"} for call in calls) == 1


def test_the_ordinary_article_tells_none(readings: list[tuple[set[str], Reading]]) -> None:
    (ordinary,) = [reading for names, reading in readings if "nil-ordinary-olives" in names]
    assert ordinary.contacts == ()


def test_every_article_is_read(readings: list[tuple[set[str], Reading]]) -> None:
    assert len(readings) >= 25
    assert not [problem for _, reading in readings for problem in reading.problems]
