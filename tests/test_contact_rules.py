"""What decided a contact is kept with it: construction, the clause's place, its doer, the status; and on whose word."""

import pytest

from isnad.clauses.clause import Doing
from isnad.clean import clean
from isnad.contacts.status import RULES
from isnad.lexicon import load
from isnad.model import Contact, Page
from isnad.reading import read

LEXICON = load()
# a sentence for each way of knowing the doer, and the kind of contact that it tells
DOERS = {
    Doing.NAMED: ("meeting", "التقى وزير الخارجية التركي نظيره القطري في الدوحة."),
    Doing.FRONTED: ("meeting", "وزير الخارجية التركي التقى نظيره القطري في الدوحة."),
    Doing.OWNER: ("meeting", "أجرى وزير الخارجية التركي محادثات مع نظيره القطري."),
    Doing.COORDINATED: ("meeting", "وصل وزير الخارجية التركي إلى الدوحة واجتمع مع نظيره القطري."),
    Doing.ANTECEDENT: ("visit", "جولة وزير الخارجية التركي التي سيزور خلالها بغداد."),
    Doing.AROUND: ("meeting", "قال وزير الخارجية التركي إنه اجتمع مع وزير الخارجية القطري في الدوحة."),
    Doing.SPOKEN_OF: ("meeting", "وصل وزير الخارجية التركي إلى الدوحة.\nواجتمع مع نظيره القطري."),
    Doing.ALTERNATIVE: ("meeting", "زار وزير الخارجية التركي الدوحة والتقى وزير الخارجية القطري."),
}
# a verbal noun lends its genitive to the noun it carries; of nobody's doing no contact is told
ELSEWHERE = {Doing.GENITIVE, Doing.NOBODY}


def contacts(text: str) -> tuple[Contact, ...]:
    page = Page(key="rules", origin="rules", text=text, title_end=0, date="2024-12-04")
    return read(clean(page), LEXICON).contacts


def rules(text: str, kind: str) -> list[tuple[str, ...]]:
    return [c.rules for c in contacts(text) if c.kind == kind]


@pytest.mark.parametrize("by", DOERS, ids=lambda by: by.value)
def test_by_what_the_doer_is_known(by: Doing) -> None:
    kind, text = DOERS[by]
    assert f"doer.{by.value}" in [rule for told in rules(text, kind) for rule in told], rules(text, kind)


def test_every_way_of_knowing_the_doer_has_its_sentence() -> None:
    assert set(DOERS) == set(Doing) - ELSEWHERE


def test_the_rules_of_a_contact_are_in_order() -> None:
    ((construction, clause, doer, status),) = rules("سيلتقي وزير الخارجية التركي نظيره القطري.", "meeting")
    assert (construction, clause, doer, status) == ("meeting.iltaqa", "clause.main", "doer.named", "status.future")
    assert "future" in dict(RULES)


@pytest.mark.parametrize(
    ("text", "status", "rule"),
    [
        (
            "يزور وزير الخارجية التركي بغداد غدا. وألغى وزير الخارجية التركي زيارته إلى بغداد.",
            "cancelled",
            "status.cancelled",
        ),
        ("يزور وزير الخارجية التركي الدوحة حاليا. وغادر وزير الخارجية التركي الدوحة.", "held", "status.ended"),
        ("يزور وزير الخارجية التركي الدوحة حاليا.", "ongoing", "status.under-way"),
    ],
)
def test_the_status_rule_is_that_of_the_telling_that_decides(text: str, status: str, rule: str) -> None:
    assert [(c.status, c.rules[-1]) for c in contacts(text)] == [(status, rule)]


def test_a_contact_rests_on_the_statement_that_tells_it() -> None:
    (told,) = contacts("أعلنت وزارة الخارجية التركية أن الوزير هاكان فيدان التقى نظيره القطري في الدوحة.")
    assert [link.role for link in told.chain] == ["outlet", "statement"]


def test_a_contact_that_nobody_else_tells_rests_on_the_outlet() -> None:
    (plain,) = contacts("التقى وزير الخارجية التركي نظيره القطري في الدوحة.")
    assert [link.role for link in plain.chain] == ["outlet"]
