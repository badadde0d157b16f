"""Seeds, probes and traps of the shared material, where it is at hand."""

import json
from pathlib import Path

import pytest

import isnad
from isnad.arabic.tokens import Tokens
from isnad.lexicon.when import load_when
from isnad.model import Published
from isnad.when import Tenses, anchor, compile

SHARED = Path(__file__).resolve().parents[2] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared material is not beside the repository")
RULES = load_when(Path(isnad.__file__).parent / "resources" / "when")
TAGGER, TENSES = compile(RULES), Tenses(RULES)


def lines(name):
    return [json.loads(line) for line in (SHARED / name).read_text(encoding="utf-8").splitlines()]


def read(text, day):
    tokens = Tokens(text)
    hits = TAGGER.tag(tokens)
    tenses = [TENSES.around(tokens, hit) for hit in hits]
    return anchor(hits, Published(earliest=day, latest=day), tenses, text)


def right(wanted, time):
    exact = len(wanted) == len("2024-12-04") and time.earliest == time.latest == wanted
    dawn = wanted[10:] in ("TMO", "TDW", "TEM") and (time.value or "").startswith(wanted[:11])
    return time.value == wanted or exact or dawn


def test_seeds_read_with_their_day():
    days = {seed["id"][:3]: (seed["id"], seed["published"][:10]) for seed in lines("seeds/gold.jsonl")}
    read_of = {
        doc: read((SHARED / f"seeds/{name}.txt").read_bytes().decode(), day) for doc, (name, day) in days.items()
    }
    wanted, found, used = {True: 0, False: 0}, {True: 0, False: 0}, set()
    for gold in lines("seeds/time_expressions.jsonl"):
        times = [t for t in read_of[gold["doc"]] if t.start < gold["end"] and gold["start"] < t.end]
        used |= {(gold["doc"], t.start) for t in times}
        wanted[gold["core"]] += 1
        found[gold["core"]] += any(right(gold["value"], t) for t in times)
    assert found[True] == wanted[True]
    assert found[False] >= wanted[False] - 2
    assert sum(len(times) for times in read_of.values()) - len(used) <= 1


def test_probes():
    probes = lines("time/probes.jsonl")
    good = sum(any(right(v, t) for v in p["values"] for t in read(p["text"], p["date"])) for p in probes)
    assert good >= 0.9 * len(probes)


def test_traps():
    assert sum(bool(read(trap["text"], trap["date"])) for trap in lines("time/traps.jsonl")) <= 1
