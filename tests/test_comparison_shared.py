"""The seeds' links and real articles of the windows, where the shared material is at hand."""

import json
from pathlib import Path

import pytest

from isnad.clean import clean
from isnad.comparison import claims, compare
from isnad.lexicon import load
from isnad.model import (
    Appearance,
    Comparison,
    Days,
    Excerpt,
    Page,
    RecordContact,
    Report,
    ReportParty,
    Sources,
    Witness,
)
from isnad.reading import read

SHARED = Path(__file__).resolve().parents[2] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared material is not beside the repository")
LEXICON = load()
FIELDS = ("actor", "name", "name_en", "office", "side", "role")


@pytest.fixture(scope="module")
def seeds() -> dict[str, Witness]:
    out = {}
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        text = path.read_bytes().decode()
        reading = read(clean(Page(key=path.stem, origin=path.name, text=text)), LEXICON)
        out[path.stem[:3]] = Witness(
            sha256=reading.article.sha256,
            appearances=(Appearance(key=path.stem),),
            title=reading.article.title,
            outlet=reading.article.outlet,
            published=reading.article.published,
            signature=(),
            contacts=reading.contacts,
            statements=reading.statements,
        )
    return out


@pytest.fixture(scope="module")
def gold() -> dict[str, dict]:
    lines = (SHARED / "seeds/statements.jsonl").read_text(encoding="utf-8").splitlines()
    return {entry["id"]: entry for entry in map(json.loads, lines)}


def links(kind: str) -> list[dict]:
    lines = (SHARED / "seeds/links.jsonl").read_text(encoding="utf-8").splitlines()
    return [entry for entry in map(json.loads, lines) if entry["type"] == kind]


def of_call(seeds: dict[str, Witness], articles: tuple[str, ...], *actors: str) -> Comparison:
    """The comparison of the call between two people in these articles."""
    reports = []
    for key in articles:
        contact = next(c for c in seeds[key].contacts if {p.actor for p in c.parties} == set(actors))
        reports.append(
            Report(
                article=seeds[key].key,
                contact=contact.id,
                sha256=seeds[key].sha256,
                title=seeds[key].title,
                outlet=None,
                published=None,
                kind=contact.kind,
                status=contact.status,
                parties=tuple(ReportParty(**{f: getattr(p, f) for f in FIELDS}) for p in contact.parties),
                time=None,
                place=None,
                chain=contact.chain,
                roots=(),
                evidence=contact.evidence,
            )
        )
    record = RecordContact(
        id=min(r.contact for r in reports),
        kind="call",
        status="held",
        parties=reports[0].parties,
        time=None,
        bounds=Days(earliest=None, latest=None),
        place=None,
        topics=(),
        background=False,
        domestic=False,
        reports=tuple(reports),
        sources=Sources(independent=1, outlets=1, articles=len(reports), roots=()),
        conflicts=(),
    )
    return compare(record, list(seeds.values()), LEXICON)


def covers(excerpt: Excerpt, entry: dict) -> bool:
    """Whether an excerpt lies within a statement of the hand list."""
    content = entry["content"]
    return excerpt.article == entry["doc"] and content["start"] <= excerpt.start and excerpt.end <= content["end"]


def test_same_utterance_and_its_drift(seeds: dict[str, Witness], gold: dict[str, dict]) -> None:
    call = of_call(seeds, ("000", "001"), "sergey-lavrov", "hakan-fidan")
    for link in links("same_utterance"):
        members = [gold[m] for m in link["members"]]
        (utterance,) = [u for u in call.utterances if all(any(covers(e, m) for e in u.renderings) for m in members)]
        names = next({v.text for v in d.variants} for d in utterance.drift if d.kind == "name")
        assert names == {w.removeprefix("في ") for w in link["drift"]}
        degrees = next({v.text for v in d.variants} for d in utterance.drift if d.kind == "degree")
        assert degrees == set(link["drift2"])


def test_omission(seeds: dict[str, Witness], gold: dict[str, dict]) -> None:
    call = of_call(seeds, ("000", "001"), "sergey-lavrov", "hakan-fidan")
    for link in links("omission"):
        lacking, *having = (gold[m] for m in link["members"])
        lost = [d for d in call.dropped if any("أستانا" in e.text for e in d.excerpts)]
        assert all(any(covers(e, m) for d in lost for e in d.excerpts) for m in having)
        assert all(any(covers(e, lacking) for e in d.absent) for d in lost)


def test_readout_pair(seeds: dict[str, Witness], gold: dict[str, dict]) -> None:
    call = of_call(seeds, ("000", "001"), "sergey-lavrov", "abbas-araghchi")
    sides = {r.root.key: r for r in call.readouts}
    assert set(sides) == {"RUS", "IRN"}
    (link,) = links("readout_pair")
    told = " ".join(e.text for p in sides["RUS"].only for e in p.excerpts)
    assert all(words in told for words in ("قلقهما البالغ", "تكثيف الجهود المشتركة"))
    told = " ".join(e.text for p in sides["IRN"].only for e in p.excerpts)
    assert all(words in told for words in link["only_b"])
    members = [gold[m] for m in link["side_b"]["members"]]
    read_for_iran = [e for p in sides["IRN"].only for e in p.excerpts]
    assert all(any(covers(e, m) for m in members) for e in read_for_iran)
    shared = [" ".join(c.shared) for c in call.common]
    assert any("سلامة أراضي سوريا" in words for words in shared)


def test_same_claim_counts_once(seeds: dict[str, Witness], gold: dict[str, dict]) -> None:
    told = claims([seeds["002"]], LEXICON)
    (link,) = links("same_claim")
    first, _, last = (gold[m] for m in link["members"])
    (claim,) = [u for u in told if any(covers(e, first) for e in u.renderings)]
    assert any(covers(e, last) for e in claim.renderings)


def test_counterpart_only(seeds: dict[str, Witness], gold: dict[str, dict]) -> None:
    calls = [
        of_call(seeds, ("003",), "fuad-hussein", "hakan-fidan"),
        of_call(seeds, ("000", "001"), "sergey-lavrov", "abbas-araghchi"),
    ]
    found = [e for call in calls for s in call.counterpart_only for e in s.point.excerpts]
    for link in links("counterpart_only"):
        assert all(any(covers(e, gold[m]) for e in found) for m in link["members"])
