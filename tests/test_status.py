"""The words that say whether a contact took place: every cue reads its example and leaves its near miss alone."""

import pytest

from isnad.clean import clean
from isnad.contacts.status import RULES
from isnad.contacts.times import EXCLUSIONS
from isnad.lexicon import load
from isnad.lexicon.frames import StatusCue
from isnad.model import Page
from isnad.reading import read

LEXICON = load()
CUES = LEXICON.grammar.status


def statuses(text: str) -> list[str]:
    page = Page(key="cue", origin="cue", text=text, title_end=0, date="2024-12-04")
    return [c.status for c in read(clean(page), LEXICON).contacts]


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_a_cue_reads_its_example(cue: StatusCue) -> None:
    assert cue.status in statuses(cue.example)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_a_cue_leaves_its_near_miss(cue: StatusCue) -> None:
    found = statuses(cue.not_)
    assert found
    assert cue.status not in found


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_the_example_holds_one_of_the_words(cue: StatusCue) -> None:
    assert any(word in cue.example for word in cue.words)


def test_rules_and_exclusions_have_names_of_their_own() -> None:
    for table in (RULES, EXCLUSIONS):
        names = [name for name, _ in table]
        assert len(names) == len(set(names))
