"""Events: every act is read in its example and not in its near miss; lists of words hold what they say."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.clean import clean
from isnad.lexicon import load
from isnad.lexicon.events import Act, Words
from isnad.model import Event, Page
from isnad.reading import read

LEXICON = load()


def events(text: str, date: str | None = "2026-03-18") -> tuple[Event, ...]:
    return read(clean(Page(key="a", origin="a", text=text, date=date)), LEXICON).events


@pytest.mark.parametrize("act", LEXICON.events.acts, ids=lambda a: a.id)
def test_an_act_is_read_in_its_example(act: Act) -> None:
    assert act.id in {e.act for e in events(act.example)}


@pytest.mark.parametrize("act", LEXICON.events.acts, ids=lambda a: a.id)
def test_an_act_is_not_read_in_its_near_miss(act: Act) -> None:
    assert act.id not in {e.act for e in events(act.not_)}


@pytest.mark.parametrize("row", LEXICON.sections.events.words, ids=lambda r: r.id)
def test_a_list_holds_a_word_of_its_example_and_none_of_its_near_miss(row: Words) -> None:
    words = {fold_word(w) for w in row.words}

    def holds(text: str) -> bool:
        forms = Tokens(text).forms
        pairs = [" ".join(forms[i : i + n]) for n in (1, 2, 3, 4) for i in range(len(forms))]
        return any(p in words or (p[0] == "و" and p[1:] in words) for p in pairs)

    assert holds(row.example)
    assert not holds(row.not_)


CASES = yaml.safe_load((Path(__file__).parent / "golden" / "events.yml").read_text(encoding="utf-8"))


def told(event: Event, wanted: dict[str, Any]) -> dict[str, Any]:
    """What an event is of the things that a case says."""
    whole = {
        "type": event.type,
        "actors": sorted({p.side for p in event.actors}),
        "targets": sorted({p.side for p in event.targets}),
        "status": event.status,
        "voice": event.voice,
        "extent": event.extent,
        "places": [p.text for p in event.places],
        "words": [[p.name for p in event.actors], [p.name for p in event.targets]],
        "numbers": {n.what: [n.min, n.max] for n in event.numbers},
    }
    return {key: whole[key] for key in wanted}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_golden(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if "known" in case:
        request.applymarker(pytest.mark.xfail(reason=case["known"], strict=True))
    read_ = events(case["text"])
    wanted = [{**w, "actors": sorted(w["actors"]), "targets": sorted(w["targets"])} for w in case["events"]]
    assert len(read_) == len(wanted), [(e.act, e.evidence.text) for e in read_]
    for want in wanted:
        assert want in [told(e, want) for e in read_]
    for party in (p for e in read_ for p in (*e.actors, *e.targets) if p.name and not p.actor):
        # its words, without the particle glued to them
        assert case["text"][party.start : party.end] in (party.name, party.name.removeprefix("ا"))


def test_the_outlet_is_the_one_whose_correspondent_speaks() -> None:
    (blow,) = events("قال مراسل الميادين في نيروبي إن الوضع صعب.\nهاجمت القوات الكينية حركة الشباب قرب كيسمايو.")
    assert (blow.voice, [link.name for link in blow.chain]) == ("outlet", ["قناة الميادين"])
    (blow,) = events("قال وزير الخارجية الكيني إن الوضع صعب.\nهاجمت القوات الكينية حركة الشباب قرب كيسمايو.")
    assert (blow.voice, [link.name for link in blow.chain]) == ("outlet", [None])
