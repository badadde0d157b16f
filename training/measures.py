"""How well a recogniser does: exact spans on labelled sentences; names of gold parties found in their articles."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from isnad.arabic.tokens import Tokens
from isnad.recogniser import Recogniser
from training.corpora import Sentence

PROCLITICS = "وفبلك"


class Score(msgspec.Struct, frozen=True):
    """Counts of exact spans."""

    right: int
    found: int
    gold: int

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), self.right / max(self.gold, 1)
        f1 = 2 * self.right / max(self.found + self.gold, 1)
        return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({self.gold} names)"


def spans(recogniser: Recogniser, sentences: Iterable[Sentence]) -> Score:
    """Exact spans on labelled sentences."""
    right = found = gold = 0
    for sentence in sentences:
        said, true = set(recogniser.tag(sentence.forms)), set(sentence.names)
        right, found, gold = right + len(said & true), found + len(said), gold + len(true)
    return Score(right, found, gold)


def propagated(recogniser: Recogniser, sentences: Iterable[Sentence], reach: int = 20) -> Score:
    """Exact spans where a full name found is carried to its last word, standing alone in one of the next sentences.

    The corpus does not say where its articles end: a name is carried so many sentences far, before its place too.
    """
    told = [(s, set(recogniser.tag(s.forms))) for s in sentences]
    last = [{s.forms[b - 1] for a, b in spans if b - a > 1} for s, spans in told]
    right = found = gold = 0
    for at, (sentence, said) in enumerate(told):
        known = set().union(*last[max(0, at - reach) : at + reach + 1])
        inside = {i for a, b in said for i in range(a, b)}
        alone = {(i, i + 1) for i, form in enumerate(sentence.forms) if i not in inside and form in known}
        said, true = said | alone, set(sentence.names)
        right, found, gold = right + len(said & true), found + len(said), gold + len(true)
    return Score(right, found, gold)


def gold(recogniser: Recogniser, shared: Path) -> Iterator[str]:
    """One line on full names of contact parties, one on their last words standing alone: how many are found."""
    full, short = [0, 0, 0], [0, 0, 0]
    for text, names in _articles(shared):
        tokens = Tokens(text)
        said = {span for s in tokens.sentences() for span in recogniser.names(tokens, s.start, s.stop)}
        inside = {at for first, last in said for at in range(first, last)}
        used = set[int]()
        wanted = sorted((tuple(Tokens(name).forms) for name in names), key=len, reverse=True)
        for words, count in [(w, full) for w in wanted if len(w) > 1] + [(w[-1:], short) for w in wanted]:
            for span in _places(tokens.forms, words):
                if not used.intersection(range(*span)):
                    used.update(range(*span))
                    count[0] += 1
                    count[1] += span in said
                    count[2] += inside.issuperset(range(*span))
    for title, (places, exact, covered) in (("full names", full), ("last words alone", short)):
        yield f"gold parties, {title}: exact {exact / places:.3f}, covered {covered / places:.3f} of {places}"


def _places(forms: list[str], words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where these words stand, also with a proclitic before the first."""
    for at in range(len(forms) - len(words) + 1):
        head, rest = forms[at], tuple(forms[at + 1 : at + len(words)])
        if rest == words[1:] and (head == words[0] or (head[:1] in PROCLITICS and head[1:] == words[0])):
            yield at, at + len(words)


def _articles(shared: Path) -> Iterator[tuple[str, set[str]]]:
    """Texts of the gold articles with the names of their contacts' parties."""
    texts = {path.stem: path.read_text("utf-8") for path in (shared / "seeds").glob("*_*.txt")}
    for item in _lines(shared / "gold/dev_articles.jsonl"):
        texts[item["id"]] = f"{item['title'] or ''}\n{item['text']}"
    for path in ("gold/dev_gold.jsonl", "seeds/gold.jsonl"):
        for item in _lines(shared / path):
            parties = (party for contact in item["contacts"] for party in contact["parties"])
            yield texts[item["id"]], {party["name"] for party in parties if party["name"]}


def _lines(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
