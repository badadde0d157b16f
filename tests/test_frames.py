"""Every frame reads its example and leaves its near miss alone; every status cue and title rule holds its own."""

import pytest

from isnad.clean import clean
from isnad.lexicon import load
from isnad.lexicon.constructions import Frame
from isnad.lexicon.titles import Leaning
from isnad.model import Page, Reading
from isnad.reading import read

LEXICON = load()
FRAMES = LEXICON.frames


def reading_of(text: str) -> Reading:
    page = Page(key="frame", origin="frame", text=text, title_end=0, date="2024-12-04")
    return read(clean(page), LEXICON)


def test_there_are_frames() -> None:
    assert len(FRAMES) > 40


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.id)
def test_a_frame_reads_its_example(frame: Frame) -> None:
    contacts = reading_of(frame.row.example).contacts
    assert frame.id in {c.rule for c in contacts}, [(c.rule, c.evidence.text) for c in contacts]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.id)
def test_a_frame_leaves_its_near_miss(frame: Frame) -> None:
    assert not [c.evidence.text for c in reading_of(frame.row.not_).contacts]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.id)
def test_the_words_of_a_contact_stand_in_the_text(frame: Frame) -> None:
    for contact in reading_of(frame.row.example).contacts:
        assert frame.row.example[contact.evidence.start : contact.evidence.end] == contact.evidence.text
        for party in contact.parties:
            assert 0 <= party.start < party.end <= len(frame.row.example)


@pytest.mark.parametrize("rule", LEXICON.titles.leanings, ids=lambda rule: rule.id)
def test_to_whom_a_body_leans_is_not_named_as_an_actor(rule: Leaning) -> None:
    sides = LEXICON.states | LEXICON.bodies
    assert not sides.intersection(m.actor for m in reading_of(rule.example).mentions)
    assert reading_of(rule.not_).mentions
