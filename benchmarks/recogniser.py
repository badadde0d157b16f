"""Tokens a second of the recogniser: `python benchmarks/recogniser.py [FILE.jsonl.xz] [ARTICLES]`."""

import json
import lzma
import sys
import time
from itertools import islice
from pathlib import Path

from isnad.arabic.tokens import Tokens
from isnad.recogniser import Recogniser

NEWS = Path(__file__).parents[2] / "shared/news/news.jsonl.xz"


def main(path: Path, articles: int) -> None:
    """Load the model, read articles, find the names in every sentence; print what each step took."""
    if not path.exists():
        print(f"{path} is not there: give a file of JSON lines with `text`, compressed by xz")
        return
    started = time.perf_counter()
    recogniser = Recogniser.load()
    print(f"load        {1000 * (time.perf_counter() - started):8.1f} ms")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        texts = [Tokens(json.loads(line)["text"] or "") for line in islice(lines, articles)]
    count = sum(map(len, texts))
    for title in ("first pass", "second pass"):
        started = time.perf_counter()
        names = sum(len(recogniser.names(tokens, s.start, s.stop)) for tokens in texts for s in tokens.sentences())
        took = time.perf_counter() - started
        print(f"{title:12}{count / took:8,.0f} tokens/s  ({len(texts)} articles, {count} tokens, {names} names)")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else NEWS, int(sys.argv[2]) if len(sys.argv) > 2 else 3000)
