"""A further witness: what it may change in a record, and what it never does.

It never parts prints of one text: that holds by construction. It parts two other reports only where what it brings
contradicts something within reach of their contact: a report of it, or one that fits a report of it and so may rival
the others. More cannot hold: a report that fits two others which contradict each other can join only one of them, and
stays alone where as much speaks for either.
"""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.merge.accounts import Account
from isnad.merge.contradiction import contradiction
from isnad.merge.joining import clusters
from isnad.merge.prints import originals

from .report_cases import EGYPT, TURKIYE, account, party

DAYS = ("2024-11-25", "2024-11-26", "2024-11-27")
FIELDS: dict[str, tuple[Any, ...]] = {
    "out": (*DAYS, ("2024-11-20", "2024-11-30"), None),
    "days": (None, None, *DAYS, ("2024-11-25", "2024-11-27")),
    "place": (None, "أنقرة", "إسطنبول"),
    "status": ("held", "held", "planned"),
    "family": (None, None, "f", "g"),
    "words": ("التقى بدر عبد العاطي هاكان فيدان", "اجتمع بدر عبد العاطي بهاكان فيدان"),
    "parties": ((EGYPT, TURKIYE), (EGYPT, party("TUR", "فيدان")), (EGYPT, party("TUR"))),
}


@st.composite
def accounts(draw: st.DrawFn) -> list[Account]:
    """The reports of three to nine articles of much the same encounter."""
    made = []
    for n in range(draw(st.integers(3, 9))):
        fields = {name: draw(st.sampled_from(values)) for name, values in FIELDS.items()}
        made.append(account(f"a{n}", **fields))
    return made


def homes(reports: list[Account]) -> dict[str, frozenset[str]]:
    return {m.id: frozenset(a.id for a in members) for members, _ in clusters(reports) for m in members}


@settings(max_examples=150)
@given(accounts())
def test_a_further_witness_parts_only_where_something_contradicts(reports: list[Account]) -> None:
    known = {a.id: a for a in reports}
    *some, further = reports
    before, after = homes(some), homes(reports)
    for a in some:
        for b in (known[id_] for id_ in before[a.id] - after[a.id]):
            near = {further.id} | after[further.id] | after[a.id] | after[b.id]
            assert any(_contradict(known[x], known[y]) for x in near for y in _within_reach(before[a.id], known))


def _within_reach(held: frozenset[str], known: dict[str, Account]) -> set[str]:
    """The reports of a contact, and those that fit one of them: each may be of it, or rival those that are."""
    return {y for y in known if y in held or any(contradiction(known[y], known[x]) is None for x in held)}


def _contradict(a: Account, b: Account) -> bool:
    return a is not b and contradiction(a, b) is not None


def test_a_further_print_may_bring_a_rival() -> None:
    """Why it cannot be stricter: with the first print of c, b fits the day of a as well as that of c, and not both."""
    a, b = account("a", out="2024-11-26", days="2024-11-26"), account("b", out="2024-11-26")
    c, print_of_c = account("c", out="2024-11-26", family="f"), account("d", out="2024-11-25", family="f")
    assert "c" in homes([a, b, c])["b"]
    assert homes([a, b, c, print_of_c])["b"] == {"b"}
    assert homes([b, c, print_of_c])["b"] == {"b", "c", "d"}, "without the other day nothing parts them"


@settings(max_examples=150)
@given(accounts())
def test_no_witness_parts_prints_of_one_text(reports: list[Account]) -> None:
    home = homes(reports)
    assert all(original in home[id_] for id_, original in originals(reports).items())


@settings(max_examples=150)
@given(accounts())
def test_no_two_originals_of_a_contact_contradict_each_other(reports: list[Account]) -> None:
    first = originals(reports)
    for members, _ in clusters(reports):
        speaking = [m for m in members if first[m.id] == m.id]
        assert not any(contradiction(a, b) for a in speaking for b in speaking if a is not b)
