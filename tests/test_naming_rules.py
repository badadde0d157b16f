"""The resource files of `naming`: every label reads its example and not its near miss."""

import pytest

from isnad.arabic.tokens import Tokens
from isnad.clean import clean
from isnad.lexicon import load
from isnad.lexicon.naming import Label
from isnad.model import Page
from isnad.reading import read

LEXICON = load()


def named(text: str, label: Label) -> bool:
    """Whether a name in this text begins with one of the label's words, with its stance."""
    reading = read(clean(Page(key="t", origin="t", text=text, title_end=0, date="2024-11-30")), LEXICON)
    for naming in reading.namings:
        entries = LEXICON.naming.at(Tokens(naming.text).forms, 0)
        if any(e.label is label and e.stance == naming.stance for e in entries):
            return True
        if label.formal and naming.stance == label.stance and naming.text.startswith(label.words):
            return True
    return False


@pytest.mark.parametrize("label", LEXICON.sections.naming, ids=lambda label: label.id)
def test_label_reads_its_example_and_not_its_near_miss(label):
    assert named(label.example, label)
    assert not named(label.not_, label)
