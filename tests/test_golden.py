"""Every golden case is read as its author, a reader of Arabic, says it should be."""

from pathlib import Path

import pytest

from isnad import lexicon
from isnad.clean import clean
from isnad.reading import read

from .golden_case import Case, load
from .golden_match import complaint

# load raises where there is no case: a suite that evaluates nothing must not pass
CASES = load(Path(__file__).parent / "golden")


def _param(case: Case) -> object:
    marks = (pytest.mark.xfail(reason=case.known, strict=False),) if case.known else ()
    return pytest.param(case, id=case.id, marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in CASES])
def test_golden(case: Case) -> None:
    fault = complaint(case, read(clean(case.page()), lexicon.load()))
    if fault:
        pytest.fail(fault, pytrace=False)
