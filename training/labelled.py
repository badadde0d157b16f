"""Articles with gold of contacts and statements (../shared/gold), and what the shared scorer pairs with it."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
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
FOLDS = 5
Gold = dict[str, Any]


class Labelled(msgspec.Struct, frozen=True):
    """An article, its gold, and the set that both come from."""

    article: Article
    gold: Gold
    source: str

    @property
    def fold(self) -> int:
        """The fold that keeps this article back, by its text."""
        return int(self.article.sha256[:8], 16) % FOLDS


def labelled(shared: Path) -> Iterator[Labelled]:
    """The open articles with gold, each once, in a fixed order."""
    seen: set[str] = set()
    for articles, gold in SETS:
        told = {d["id"]: d for d in map(json.loads, (shared / "gold" / gold).read_text("utf-8").splitlines())}
        for page in read_pages([str(shared / "gold" / articles)]):
            if isinstance(page, SourceError) or page.key not in told:
                continue
            article = clean(page)
            if article.sha256 not in seen:
                seen.add(article.sha256)
                yield Labelled(article, told[page.key], articles)


def scorer(shared: Path) -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
