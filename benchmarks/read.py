"""How fast articles are read on one core: rate, the spread of times an article, and the slowest article by name.

    python benchmarks/read.py [PATH...] [--limit N] [--json]

Without PATH it reads the shared news corpus where that is beside the repository, and the packaged samples otherwise.
Only the rooms are timed, from the page to the encoded reading; unpacking and decoding the input is not. Seconds are of
processor time, so that a busy machine does not blur them.
"""

import argparse
import json
import resource
import statistics
import sys
import time
from importlib.resources import files
from itertools import islice
from pathlib import Path

import msgspec

from isnad.clean import clean
from isnad.lexicon import load
from isnad.model import Page
from isnad.reading import read
from isnad.sources import read_pages

ROOT = Path(__file__).resolve().parent.parent
WARM = "موسكو (عينة) - التقى سيرغي لافروف هاكان فيدان اليوم السبت"
NEWS = ROOT.parent / "shared" / "news" / "news.jsonl.xz"


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("paths", nargs="*")
    ask.add_argument("--limit", type=int, default=None, help="read no more than this many articles")
    ask.add_argument("--json", action="store_true")
    args = ask.parse_args()
    paths = args.paths or [str(NEWS if NEWS.is_file() else files("isnad") / "samples" / "articles")]
    figures = measure(paths, args.limit)
    if args.json:
        print(json.dumps(figures, ensure_ascii=False))
        return
    for name, value in figures.items():
        print(f"{name:<38} {value}")


def measure(paths: list[str], limit: int | None) -> dict[str, object]:
    """The figures by name; times are seconds of this process, rates are articles a second on one core."""
    begun = time.process_time()
    lexicon = load()
    # the first reading also builds what all later ones share
    read(clean(Page(key="", origin="", text=WARM)), lexicon)
    loading = time.process_time() - begun
    times: list[tuple[float, int, int, str]] = []
    cleaning = 0.0
    pages = (page for page in read_pages(paths) if isinstance(page, Page))
    for page in islice(pages, limit):
        start = time.process_time()
        article = clean(page)
        cleaned = time.process_time()
        reading = read(article, lexicon)
        msgspec.json.encode(reading)
        end = time.process_time()
        cleaning += cleaned - start
        times.append((end - start, len(reading.contacts), len(article.text), article.key))
    if not times:
        sys.exit("no article was read: nothing to measure")
    spent = sorted(seconds for seconds, *_ in times)
    diplomatic = [seconds for seconds, contacts, *_ in times if contacts]
    seconds, contacts, length, key = max(times)
    return {
        "articles": len(times),
        "characters an article (mean)": round(statistics.mean(size for _, _, size, _ in times)),
        "seconds before the first article": round(loading, 3),
        "articles a second": round(len(times) / sum(spent), 1),
        "articles with a contact": len(diplomatic),
        "  of these, articles a second": round(len(diplomatic) / sum(diplomatic), 1) if diplomatic else None,
        "share of time spent cleaning": round(cleaning / sum(spent), 3),
        "milliseconds an article: median": round(1000 * statistics.median(spent), 2),
        "milliseconds an article: 99th in 100": round(1000 * spent[int(0.99 * (len(spent) - 1))], 2),
        "slowest article": f"{key}: {1000 * seconds:.1f} ms, {length} characters, {contacts} contacts",
        "memory at its highest (MiB)": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


if __name__ == "__main__":
    main()
