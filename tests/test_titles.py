"""Every title rule reads its example and leaves its near miss alone."""

import pytest

from isnad.clean import clean
from isnad.lexicon import load
from isnad.lexicon.titles import Leaning
from isnad.model import Page, Reading
from isnad.reading import read

LEXICON = load()


def reading_of(text: str) -> Reading:
    return read(clean(Page(key="title", origin="title", text=text, title_end=0, date="2024-12-04")), LEXICON)


@pytest.mark.parametrize("rule", LEXICON.titles.leanings, ids=lambda rule: rule.id)
def test_to_whom_a_body_leans_is_not_named_as_an_actor(rule: Leaning) -> None:
    sides = LEXICON.states | LEXICON.bodies
    assert not sides.intersection(m.actor for m in reading_of(rule.example).mentions)
    assert reading_of(rule.not_).mentions
