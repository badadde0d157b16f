"""The learned linker: which predicates it asks, what it hears, and when it answers."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from isnad.clean import clean
from isnad.contacts import Linker, Telling, settled
from isnad.contacts.linker import Asked, asked, draft_of
from isnad.contacts.merge import merged
from isnad.contacts.narrative import follow
from isnad.learned import Linear, pack, shipped, unpack
from isnad.lexicon import load
from isnad.model import Page
from isnad.reading import engines, read, read_by_rules
from isnad.reading.read import listen, understand

from .golden_case import load as load_cases

LEXICON = load()
# no construction says whose the meeting is
OPEN = "تطرق الاجتماع إلى الغاز، وقال وزير الخارجية النرويجي إسبن إيدي إن وزيرة الخارجية الكندية ميلاني جولي وافقت."
THREE = "جلسة في أوسلو ضمت إسبن إيدي وزير الخارجية النرويجي، وقالت ميلاني جولي وزيرة الخارجية الكندية إن الاجتماع مفيد."
PAIR = ["espen-barth-eide", "melanie-joly"]
# a model that says yes to everything
YES = Linear({}, 9_000, 0.9, "")


def article(text: str) -> tuple[list[Telling], Iterator[Asked]]:
    """The contacts that the rules read in a text, and the predicates that they left open."""
    page = clean(Page(key="c", origin="c", text=text, title_end=0, date="2024-12-04"))
    heard, tellings, _ = listen(page, understand(page, LEXICON), LEXICON)
    told = merged(follow(tellings))
    return told, (ask for h in heard for ask in asked(h, told, LEXICON.grammar))


def linked(text: str, model: Linear) -> list[Telling]:
    """The contacts of a text with this model."""
    page = clean(Page(key="c", origin="c", text=text, title_end=0, date="2024-12-04"))
    seen = understand(page, LEXICON)
    heard, tellings, _ = listen(page, seen, LEXICON)
    return settled(heard, tellings, seen.tokens, LEXICON, Linker(model))


def keys(told: Telling) -> list[str]:
    return sorted(actor.key for actor, _ in told.parties)


def test_a_predicate_without_parties_is_asked_with_whom_the_sentence_mentions() -> None:
    told, asks = article(OPEN)
    (ask,) = asks
    assert told == []
    assert ask.clause.frames[0].id == "meeting.ijtima"
    assert [(m.actor.key, m.nth, m.place) for m in ask.mentions] == [(PAIR[0], 0, False), (PAIR[1], 1, False)]
    assert list(ask.pairs()) == [(0, 1)]


def test_features_of_a_pair() -> None:
    _, asks = article(OPEN)
    (ask,) = asks
    features = ask.features(0, 1)
    golden = {
        "kind:meeting",
        "row:meeting.ijtima",
        "form:noun",
        "definite:True",
        "circumstance:",
        "sides:2",
        "told:0",
        "m-what:person",
        "m-named:True",
        "m-rank:minister",
        "m-nth:behind/0",
        "m-nth:behind/1",
        "m-commas:behind/1",
        "m-verbs:behind/0",
        "hands:behind/behind",
        "what:person+person/meeting",
        "pair-told:0",
        "pair-family-told:False/meeting",
        "others-between:0",
    }
    assert golden <= set(features)
    # what holds for both mentions stands twice
    assert features.count("m-what:person") == 2
    assert "title" not in features


def test_it_adds_the_contact_and_says_why() -> None:
    model = Linear({"row:meeting.ijtima": 2_000, "m-rank:minister": 500, "sides:2": -300}, 0, 0.9, "")
    (told,) = linked(OPEN, model)
    assert (told.rule, told.kind, keys(told)) == ("learned.meeting", "meeting", PAIR)
    assert told.learned == pytest.approx(model.probability(2_700))
    assert told.reasons == (("row:meeting.ijtima", 2.0), ("m-rank:minister", 0.5), ("sides:2", -0.3))
    assert told.evidence.text.startswith("الاجتماع")
    assert told.evidence.text.endswith("ميلاني جولي")


@pytest.mark.parametrize(("threshold", "found"), [(0.5, 1), (0.501, 0)])
def test_threshold_on_both_sides(threshold: float, found: int) -> None:
    model = Linear({"row:meeting.ijtima": 1_000}, -1_000, threshold, "")
    assert len(linked(OPEN, model)) == found


@pytest.mark.parametrize(
    "text",
    [
        # refused
        "رفض وزير الخارجية النرويجي إسبن إيدي الاجتماع بعد حديث وزيرة الخارجية الكندية ميلاني جولي.",
        # sport
        "فاز منتخب النرويج على منتخب كندا بعد لقاء مثير في أوسلو.",
        # of one side
        "حضر وزير الخارجية النرويجي إسبن إيدي ووزير المالية النرويجي الاجتماع.",
        # of people whom nobody names
        "قال وزير الخارجية النرويجي إسبن إيدي إن عددا من المبعوثين سيتوجهون إلى دكار قريبا.",
        # never was
        "لم يسبق أن التقى وزير الخارجية النرويجي إسبن إيدي، بحسب وزيرة الخارجية الكندية ميلاني جولي.",
        # no predicate of contact
        "قال وزير الخارجية النرويجي إسبن إيدي إن وزيرة الخارجية الكندية ميلاني جولي وافقت.",
    ],
)
def test_near_misses_are_left_alone_whatever_the_model_says(text: str) -> None:
    assert linked(text, YES) == []


def test_what_the_rules_read_stays_theirs() -> None:
    text = "التقى وزير الخارجية النرويجي إسبن إيدي وزيرة الخارجية الكندية ميلاني جولي في أوسلو. " + OPEN
    rules, _ = article(text)
    assert [t.rule for t in rules] == ["meeting.iltaqa"]
    # the meeting spoken of is the one that was told
    assert [t.rule for t in linked(text, YES)] == ["meeting.iltaqa"]


def test_the_best_pair_is_taken_and_nothing_is_passed_over() -> None:
    model = Linear({"m-what:state": -2_000, "hands:before/behind": 700, "m-named:True": 400}, 3_000, 0.5, "")
    _, asks = article(THREE)
    (ask,) = asks
    scores = {pair: model.score(ask.features(*pair)) for pair in ask.pairs()}
    assert len(scores) > 1
    (best,) = Linker(model).best(ask)
    assert best.probability == model.probability(max(scores.values()))


def test_the_same_text_gives_the_same_answer() -> None:
    assert linked(OPEN, YES) == linked(OPEN, YES)


def test_a_reading_carries_the_reasons() -> None:
    page = clean(Page(key="c", origin="c", text=OPEN, title_end=0, date="2024-12-04"))
    contacts = read(page, LEXICON).contacts
    assert all(bool(c.reasons) == c.rule.startswith("learned.") for c in contacts)


def test_a_linear_model_adds_weights() -> None:
    model = Linear({"a": 1_500, "b": -500}, 250, 0.75, "ours")
    assert model.score(["a", "b", "b", "unknown"]) == 500
    assert model.probability(-250) == 0.5
    assert model.strongest(["b", "a", "unknown"], 1) == (("a", 1.5),)
    assert model.probability(model.least()) >= 0.75 > model.probability(model.least() - 1)
    assert unpack(pack(model)) == model
    assert pack(msgspec.structs.replace(model, weights=dict(reversed(model.weights.items())))) == pack(model)


def test_a_model_of_any_size_of_sum_has_a_probability() -> None:
    assert Linear({}, 10**9, 0.5, "").probability(0) == pytest.approx(1)
    assert Linear({}, -(10**9), 0.5, "").probability(0) == pytest.approx(0)


def test_the_shipped_model_is_small_and_says_what_it_was_made_from() -> None:
    model = shipped("linker.model")
    assert len(pack(model)) < 1_000_000
    assert "articles with gold" in model.trained
    assert 0 < model.threshold < 1


@pytest.mark.parametrize(("threshold", "silent"), [(0.99, False), (0.9901, True), (0.999999, True)])
def test_a_model_whose_threshold_lets_nothing_through_is_not_asked(
    threshold: float, silent: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "shipped", lambda name: msgspec.structs.replace(shipped(name), threshold=threshold))
    monkeypatch.setattr(engines, "_built", {})
    assert (engines.engines(LEXICON).linker is None) == silent


def test_the_shipped_model_adds_next_to_nothing_to_what_a_reader_says_is_all() -> None:
    cases = [case for case in load_cases(Path(__file__).parent / "golden") if case.known is None]
    added = [c.id for c in cases if any(t.learned is not None for t in linked(c.body, shipped("linker.model")))]
    assert len(added) <= 0.05 * len(cases), added


def test_the_rules_alone_ask_no_model() -> None:
    text = "التقى وزير الخارجية النرويجي إسبن إيدي وزيرة الخارجية الكندية ميلاني جولي في أوسلو."
    page = clean(Page(key="c", origin="c", text=text, title_end=0, date="2024-12-04"))
    by_all, by_rules = read(page, LEXICON).contacts, read_by_rules(page, LEXICON).contacts
    assert [c.rule for c in by_all] == [c.rule for c in by_rules]
    assert [c.confidence is None for c in (*by_all, *by_rules)] == [False, True]


def test_what_stands_in_one_argument_is_met_with_it() -> None:
    text = "تطرق الاجتماع إلى الغاز، وأشاد إسبن إيدي وزير الخارجية النرويجي باللقاء بين ميلاني جولي والرئيس الياباني."

    def met(a: int, b: int) -> list[list[str]]:
        (ask,) = article(text)[1]
        return [sorted(str(actor.side) for actor, _ in d.parties) for d in draft_of(ask, a, b)]

    assert met(0, 1) == [["CAN", "NOR"], ["JPN", "NOR"]]
    assert met(1, 2) == [["CAN", "JPN"]]


def test_a_verb_of_one_may_be_of_somebody_told_before_and_of_many_is_not() -> None:
    before = "تحدث رئيس الوزراء النرويجي يوناس غار ستوره إلى الصحفيين. ومن المرجح بعد ذلك أن "
    assert [t.kind for t in linked(before + "يزور كندا.", YES)] == ["visit"]
    assert linked(before + "يزوروا كندا.", YES) == []


def test_a_letter_is_of_its_sender_and_not_of_who_hands_it_over() -> None:
    pairs = []
    for sender in ("", " من وزيرة الخارجية الكندية ميلاني جولي"):
        _, asks = article(f"إسبن إيدي وزير الخارجية النرويجي يسلّم طهران رسالة{sender}")
        pairs += [{ask.mentions[i].actor.key for i in pair} for ask in asks for pair in ask.pairs()]
        assert pairs
        assert all((PAIR[1] in pair) == bool(sender) for pair in pairs)
        pairs.clear()
