"""What one report says of whom it names and how often, where a golden case cannot tell."""

from pathlib import Path

from isnad import lexicon
from isnad.clean import clean
from isnad.model import Contact
from isnad.reading import read_by_rules

from .golden_case import load


def _contacts(name: str) -> list[Contact]:
    case = next(c for c in load(Path(__file__).parent / "golden") if c.id == name)
    return list(read_by_rules(clean(case.page()), lexicon.load()).contacts)


def test_encounters_counted_are_background() -> None:
    assert [c.background for c in _contacts("background.met-twice")] == [True]
    assert [c.background for c in _contacts("background.counted-visits")] == [True]


def test_a_second_call_is_counted_as_such() -> None:
    assert [c.again for c in _contacts("call.second-within-days")] == [True]
    assert [c.again for c in _contacts("call.on-the-other-hand")] == [False]


def test_a_prince_is_not_his_king() -> None:
    visitor = next(p for p in _contacts("visit.of-a-prince-where-a-king-reigns")[0].parties if p.side == "SAU")
    assert visitor.name is None
