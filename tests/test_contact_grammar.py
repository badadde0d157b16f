"""The word lists that decide who did what: a word has one sense, a class one list, and a list an example to review."""

import re
from importlib.resources import files
from itertools import combinations

import msgspec
import pytest

from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.clean import clean
from isnad.lexicon import load
from isnad.lexicon.frames import Grammar, StatusCue, Topic
from isnad.lexicon.words import WordClass
from isnad.model import Contact, Page
from isnad.reading import read

LEXICON = load()
GRAMMAR = LEXICON.grammar
TEXT = (files("isnad") / "resources" / "contacts" / "grammar.yml").read_text("utf-8")
# lists of entries with fields of their own, and the verbal nouns that carry a noun
APART = {"light", "masdars", "status"}
NAMES = [name.value for name in WordClass]


def words(name: str) -> set[str]:
    """The words of a list, folded."""
    return {" ".join(map(fold_word, entry.split())) for entry in getattr(GRAMMAR, name)}


def contacts(text: str) -> tuple[Contact, ...]:
    """What an article of these words alone tells."""
    return read(clean(Page(key="g", origin="g", text=text, title_end=0, date="2024-12-04")), LEXICON).contacts


# one list a class, one class a list


def test_every_class_has_a_list_and_every_list_a_class() -> None:
    fields = {field.name for field in msgspec.structs.fields(Grammar)}
    assert fields - APART == set(NAMES)


def test_the_file_has_each_list_once_and_no_other() -> None:
    keys = re.findall(r"^([a-z_]+):", TEXT, re.MULTILINE)
    assert sorted(keys) == sorted([*NAMES, *APART])


@pytest.mark.parametrize("name", [*NAMES, "masdars"])
def test_a_list_is_not_empty_and_names_no_word_twice(name: str) -> None:
    entries = getattr(GRAMMAR, name)
    assert entries
    assert len(entries) == len(set(entries))


# a word in two lists


# what a word does to the sentence around it: a word in two of these would do what the first asks, and not the second
ACTS = (
    "quantifiers", "among", "topics", "ties", "joins", "distributive", "between_him", "agents", "relatives", "company",
    "events", "then", "prepositions", "clause_starts",
)  # fmt: skip
# «لدى وصوله» is a circumstance, «لدى الأمم المتحدة» a preposition;
# «فيما», «بينما», «حيث» open a clause in either list
BOTH = {
    ("events", "prepositions"): {"لدى"},
    ("relatives", "clause_starts"): {"فيما", "بينما", "حيث"},
}
# further pairs that say the opposite of one another, or that differ in what they count or mean
OPPOSITES = (
    ("events_done", "events_coming"), ("refusals", "agreements"), ("ahead_of", "after"), ("eve", "morrow"),
    ("times", "recurring"), ("media", "call_marks"), ("sport", "ties"), ("periods", "recurring"), ("media", "company"),
    ("refusals", "intents"), ("never", "was"), ("scheduled", "previous"), ("meanwhile", "continues"),
    ("gathers", "asides"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [*combinations(ACTS, 2), *OPPOSITES])
def test_a_word_stands_in_one_of_two_lists_that_exclude_each_other(one: str, other: str) -> None:
    allowed = {fold_word(word) for word in BOTH.get((one, other), set())}
    assert words(one) & words(other) == allowed


# lists that narrow another one
PARTS = [
    ("events_done", "events"), ("events_coming", "events"), ("events_during", "events"), ("eve", "events_coming"),
    ("ahead_of", "events_coming"), ("morrow", "events_done"), ("after", "events_done"),
    ("relative_pronouns", "relatives"), ("was", "clause_starts"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "whole"), PARTS)
def test_a_list_that_narrows_another_holds_words_of_it(part: str, whole: str) -> None:
    assert words(part) <= words(whole)


def test_a_verb_lends_its_subject_in_one_way() -> None:
    lent = [light.past for light in GRAMMAR.light]
    assert len(lent) == len(set(lent))


# an example above each list


def blocks() -> dict[str, str]:
    """The comment right above each list of the file, by the list's name."""
    found, comment = {}, ""
    for line in TEXT.splitlines():
        if line.startswith("#"):
            comment += line + "\n"
            continue
        if key := re.match(r"[a-z_]+(?=:)", line):
            found[key[0]] = comment
        comment = ""
    return found


@pytest.mark.parametrize("name", [*NAMES, *sorted(APART)])
def test_a_list_has_an_example_above_it(name: str) -> None:
    assert re.search("«[^»]+»", blocks()[name]), f"grammar.yml: no example in a comment above {name!r}"


# status cues and topics: an example that holds one of their words, a near miss that tells nothing


# words that are never read as a topic, because a mention of the pair or of a group begins inside them
UNREAD = {
    "bilateral-relations": ["العلاقات بين البلدين", "التعاون بين البلدين"],
    "peace-process": ["حل الدولتين"],
    "terrorism": ["تنظيم داعش"],
}
# «غرفة التجارة», «قانون العقوبات»
OWNED = {"economy", "sanctions"}


def holds(text: str, entries: tuple[str, ...], glued: bool = False) -> bool:
    """Whether one of these phrases stands in a text, also behind «و» or «ف», or glued to the article."""
    forms = f" {' '.join(Tokens(text).forms)} "
    phrases = [" ".join(Tokens(entry).forms) for entry in entries]
    return any(re.search(f" [وفلب]?(ال)?{re.escape(phrase)}{'' if glued else ' '}", forms) for phrase in phrases)


@pytest.mark.parametrize("cue", GRAMMAR.status, ids=lambda cue: cue.id)
def test_a_status_cue_stands_in_its_example_and_its_near_miss_has_another_status(cue: StatusCue) -> None:
    assert holds(cue.example, cue.words)
    assert cue.status not in {contact.status for contact in contacts(cue.not_)}


def topics(matter: str) -> set[str]:
    """What a meeting about a matter is read to be about."""
    return {topic for c in contacts(f"التقى الوزير التركي نظيره الإيراني حول {matter}.") for topic in c.topics}


@pytest.mark.parametrize("topic", LEXICON.topics, ids=lambda topic: topic.id)
def test_a_topic_is_read_by_each_of_its_words_and_its_example_holds_one(topic: Topic) -> None:
    assert [word for word in topic.words if topic.name not in topics(word)] == UNREAD.get(topic.id, [])
    assert holds(topic.example, topic.words)


@pytest.mark.parametrize("topic", LEXICON.topics, ids=lambda topic: topic.id)
def test_a_topic_is_not_read_in_its_near_miss(topic: Topic, request: pytest.FixtureRequest) -> None:
    if topic.id in OWNED:
        request.applymarker(
            pytest.mark.xfail(strict=True, reason="a topic's word that a noun owns is read as the topic")
        )
    assert topic.name not in topics(topic.not_)
