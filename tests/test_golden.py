"""Every golden case is read as its author, a reader of Arabic, says it should be."""

from pathlib import Path

import msgspec
import pytest

from isnad import lexicon
from isnad.clean import clean
from isnad.reading import read_by_rules

from .golden_case import Case, load
from .golden_match import complaint

# load raises where there is no case: a suite that evaluates nothing must not pass
CASES = load(Path(__file__).parent / "golden")


def judge(case: Case, fault: str) -> None:
    """Fails a case that is read wrongly, and one that is marked as known not to be read and is read."""
    if case.known and fault:
        pytest.xfail(case.known)
    if case.known:
        pytest.fail(f"{case.origin}:{case.line} {case.id} is read now: take out `known: {case.known}`", pytrace=False)
    if fault:
        pytest.fail(fault, pytrace=False)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_golden(case: Case) -> None:
    judge(case, complaint(case, read_by_rules(clean(case.page()), lexicon.load())))


def test_a_known_case_that_is_read_fails_like_one_that_is_read_wrongly() -> None:
    plain = next(case for case in CASES if not case.known)
    known = msgspec.structs.replace(plain, known="a reason")
    judge(plain, "")
    with pytest.raises(pytest.fail.Exception, match="a fault"):
        judge(plain, "a fault")
    with pytest.raises(pytest.xfail.Exception, match="a reason"):
        judge(known, "a fault")
    with pytest.raises(pytest.fail.Exception, match=f"{plain.id} is read now"):
        judge(known, "")
