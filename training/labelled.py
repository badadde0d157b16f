"""Articles with gold of contacts and statements (../shared/gold and our own), and what the shared scorer pairs with it.

The rules were made from some, which show less of what rules miss and get wrong; those of our own rounds,
scored blind first, are `fresh`.
"""

import importlib.util
import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import msgspec

from isnad.clean import clean
from isnad.model import Article, SourceError
from isnad.sources import read_pages

# articles and gold; the last rounds are kept back
SETS = (
    ("dev_articles.jsonl", "dev_gold.jsonl"),
    ("dev_ordinary_articles.jsonl", "dev_ordinary_gold.jsonl"),
    ("windows_dev_articles.jsonl", "windows_dev_gold.jsonl"),
    ("labels/articles.jsonl", "labels/gold.jsonl"),
    *((f"rounds/{n}_articles.jsonl", f"rounds/{n}_gold.jsonl") for n in range(1, 7)),
)
# labels of our own, of articles of the unlabelled news; scored blind before any rule was mended on them
LABELS = Path(__file__).parent / "labels"
NEWS = "news/news.jsonl.xz"
FOLDS = 5
Gold = dict[str, Any]


class Labelled(msgspec.Struct, frozen=True):
    """An article, its gold, the set that both come from, and whether it is of a round of our own."""

    article: Article
    gold: Gold
    source: str
    fresh: bool = False

    @property
    def fold(self) -> int:
        """The fold that keeps this article back, by its text."""
        return int(self.article.sha256[:8], 16) % FOLDS


def labelled(shared: Path) -> Iterator[Labelled]:
    """The open articles with gold, each once, in a fixed order: those that rules were mended on, then the others."""
    seen: set[str] = set()
    for one in (*_mended(shared), *_fresh(shared)):
        if one.article.sha256 not in seen:
            seen.add(one.article.sha256)
            yield one


def _mended(shared: Path) -> Iterator[Labelled]:
    for articles, gold in SETS:
        told = {d["id"]: d for d in _lines(shared / "gold" / gold)}
        for page in read_pages([str(shared / "gold" / articles)]):
            if isinstance(page, SourceError) or page.key not in told:
                continue
            yield Labelled(clean(page), told[page.key], articles)


def _fresh(shared: Path) -> Iterator[Labelled]:
    """The articles of the news that have labels of our own, in the order of the news."""
    told = {d["id"]: (d, path.stem) for path in sorted(LABELS.glob("*.jsonl")) for d in _lines(path)}
    with TemporaryDirectory() as folder, lzma.open(shared / NEWS, "rt", encoding="utf-8") as news:
        wanted = Path(folder) / "articles.jsonl"
        wanted.write_text("".join(line for line in news if json.loads(line)["id"] in told), "utf-8")
        for page in read_pages([str(wanted)]):
            if not isinstance(page, SourceError):
                gold, source = told[page.key]
                yield Labelled(clean(page), _quoted(gold, page.text), source, fresh=True)


def _lines(path: Path) -> Iterator[Gold]:
    return map(json.loads, path.read_text("utf-8").splitlines())


def _quoted(gold: Gold, text: str) -> Gold:
    """The same with the words that offsets stand for, as the shared gold has them."""
    contacts = [{**c, "quote": text[slice(*c["quote"])]} for c in gold["contacts"]]
    return {**gold, "contacts": contacts}


def scorer(shared: Path) -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
