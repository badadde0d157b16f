"""The clauses of a sentence, as the room hands them out: frozen, with their places, arguments and doers."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pytest

import isnad.contacts.read as contacts
from isnad.arabic.markers import Marker
from isnad.clauses import Clause, Relation
from isnad.clauses.clause import Doing
from isnad.clean import clean
from isnad.lexicon import load
from isnad.model import Page
from isnad.model.phrase import Actor
from isnad.reading import read

LEXICON = load()
Read = Callable[[str], tuple[Clause, ...]]


@pytest.fixture
def clauses_of(monkeypatch: pytest.MonkeyPatch) -> Read:
    """The clauses of the first sentence of a text that tells a contact, as the contacts room asked for them."""
    seen: list[tuple[Clause, ...]] = []
    room = contacts.read_clauses

    def recorded(*args: Any) -> tuple[Clause, ...]:
        seen.append(room(*args))
        return seen[-1]

    monkeypatch.setattr(contacts, "read_clauses", recorded)

    def of(text: str) -> tuple[Clause, ...]:
        read(clean(Page(key="c", origin="c", text=text, title_end=0, date="2024-12-04")), LEXICON)
        return seen[0] if seen else ()

    return of


def sides(actors: Iterable[Actor]) -> list[str | None]:
    return [a.side for a in actors]


def test_a_verb_has_its_subject_and_object(clauses_of: Read) -> None:
    (clause,) = clauses_of("التقى وزير الخارجية التركي وزير الخارجية القطري.")
    assert (clause.form, clause.relation, clause.tense) == ("verb", Relation.MAIN, "past")
    assert sides(clause.doers) == ["TUR"]
    assert [a.marker for a in clause.arguments] == [Marker.OBJECT]


def test_a_noun_has_its_carrier_by_index(clauses_of: Read) -> None:
    verb, noun = clauses_of("أجرى وزير الخارجية التركي محادثات مع نظيره القطري.")
    assert (verb.form, verb.lends) == ("carrier", "agent")
    assert (noun.carrier, noun.relation) == (verb.index, Relation.CARRIED)
    assert sides(noun.owners) == ["TUR"]


def test_a_relative_clause_has_the_antecedent_for_its_subject(clauses_of: Read) -> None:
    main, inner = clauses_of("استقبل أمير قطر وزير الخارجية التركي الذي زار بغداد.")
    assert (inner.relation, inner.parent) == (Relation.RELATIVE, main.index)
    assert sides(inner.doers) == ["TUR"]
    assert inner.subject is None


def test_a_verbal_noun_is_done_by_its_genitive(clauses_of: Read) -> None:
    masdar, noun = clauses_of("رغم توجيه وزير الخارجية التركي رسالة إلى نظيره القطري.")[-2:]
    assert (masdar.by, noun.by) == (Doing.GENITIVE, Doing.OWNER)
    assert sides(masdar.doers) == ["TUR"]


def test_the_alternative_is_whom_the_clause_before_tells(clauses_of: Read) -> None:
    _, second = clauses_of("زار وزير الخارجية التركي الدوحة والتقى وزير الخارجية القطري.")
    assert sides(second.doers) == ["QAT"]
    assert sides(second.alternative) == ["TUR"]


def test_clauses_are_frozen(clauses_of: Read) -> None:
    (clause,) = clauses_of("التقى وزير الخارجية التركي وزير الخارجية القطري.")
    with pytest.raises(AttributeError):
        clause.at = 3
    assert msgspec.structs.replace(clause, at=3).at == 3


def test_a_sentence_without_a_construction_is_not_walked(clauses_of: Read) -> None:
    assert clauses_of("قال وزير الخارجية التركي إن الطقس جميل.") == ()


@pytest.mark.parametrize(("words", "taken"), [(0, True), (10, True), (11, False)])
def test_so_far_behind_its_verb_a_mention_is_kept_for_it(clauses_of: Read, words: int, taken: bool) -> None:
    margin = "أعمال " * words
    clause = clauses_of(f"التقى وزير الخارجية التركي على هامش {margin}المؤتمر نظيره القطري.")[0]
    assert [a.marker for a in clause.arguments] == ([Marker.OBJECT] if taken else [])
