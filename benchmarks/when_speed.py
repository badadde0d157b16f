"""Characters a second of the tagger on one core, beside dateparser's search where that is installed.

    python benchmarks/when_speed.py [ARTICLES.jsonl.xz] [--articles 2000] [--beside 5]

Without a file it reads sentences of its own, many times over.
"""

import argparse
import json
import lzma
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import isnad
from isnad.arabic.tokens import Tokens
from isnad.lexicon.when import load_when
from isnad.when import compile

OWN = "أعلن الوزير اليوم الأربعاء أن المؤتمر الذي بدأ في 27 من نوفمبر/تشرين الثاني الماضي ينتهي غدا. " * 18


def articles(path: Path | None, count: int) -> list[str]:
    if path is None:
        return [OWN] * count
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in islice(lines, count)]


def speed(read: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        read(text)
    return sum(map(len, texts)) / (time.process_time() - start)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("file", type=Path, nargs="?")
    options.add_argument("--articles", type=int, default=2000)
    options.add_argument("--beside", type=int, default=5, help="articles for dateparser, which is slow")
    given = options.parse_args()
    texts = articles(given.file, given.articles)
    tagger = compile(load_when(Path(isnad.__file__).parent / "resources" / "when"))
    tokens = {text: Tokens(text) for text in texts}
    tagger.tag(Tokens(OWN))
    print(f"tagger alone:            {speed(lambda text: tagger.tag(tokens[text]), texts):12,.0f} characters/s")
    print(f"tokens and tagger:       {speed(lambda text: tagger.tag(Tokens(text)), texts):12,.0f} characters/s")
    try:
        from dateparser.search import search_dates  # type: ignore[import-untyped]
    except ImportError:
        print("dateparser is not installed: nothing beside")
        return
    beside = speed(lambda text: search_dates(text, languages=["ar"]), texts[: given.beside])
    print(f"dateparser.search:       {beside:12,.0f} characters/s")


if __name__ == "__main__":
    main()
