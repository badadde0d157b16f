"""How fast the pages of a record answer: medians over many contacts and days, in milliseconds.

    python benchmarks/pages.py [--record FILE] [--articles N] [--runs N]

Without `--record` it makes one of the shared news corpus where that is beside the repository, and of the packaged
samples otherwise. A page is asked of the application itself, no network between. The peer is Datasette's page of the
same row, where Datasette is installed (`pip install datasette`): a table browser that draws one row and no more.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from isnad.query.reader import Reader
from isnad.sources import read_pages
from isnad.store.record import Record
from isnad.web.app import create_app
from isnad.web.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared" / "news" / "news.jsonl.xz"
OVERVIEWS = (
    "contacts",
    "timeline",
    "network",
    "map",
    "plans",
    "names",
    "stories",
    "outlets",
    "review",
    "search?q=سوريا",
)


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--record", help="ask this record; add nothing")
    ask.add_argument("--articles", type=int, default=3000, help="of the corpus, where a record is made")
    ask.add_argument("--runs", type=int, default=60, help="contacts and days asked for")
    args = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = args.record or grown(Path(folder) / "record.db", args.articles)
        with Reader(where) as reader:
            articles = reader.one("SELECT COUNT(*) FROM articles")
            contacts = [str(row[0]) for row in reader.rows("SELECT id FROM contacts ORDER BY id")]
            several = [str(row[0]) for row in reader.rows("SELECT id FROM contacts WHERE articles > 1 ORDER BY id")]
            days = [
                str(row[0])
                for row in reader.rows(
                    "SELECT DISTINCT earliest FROM contacts WHERE dated AND earliest = latest ORDER BY 1"
                )
            ]
        print(f"{articles[0] if articles else 0} articles, {len(contacts)} contacts, {len(days)} days")
        client = TestClient(create_app(Settings(record=where)), base_url="http://127.0.0.1")
        chosen = random.Random(7)

        def asked(name: str, addresses: Sequence[str]) -> None:
            picked = chosen.sample(list(addresses), min(args.runs, len(addresses)))
            told(name, [timed(lambda a=a: client.get(a)) for a in picked])

        client.get(f"/ar/contact/{contacts[0]}")
        asked("contact", [f"/ar/contact/{id_}" for id_ in contacts])
        asked("contact of several articles", [f"/ar/contact/{id_}" for id_ in several])
        asked("day", [f"/ar/day/{day}" for day in sorted(days)])
        asked("contact as JSON", [f"/api/v1/contact/{id_}" for id_ in contacts])
        for name in (*OVERVIEWS, "search?q=سوريا"):
            client.get(f"/ar/{name}")
            told(name, [timed(lambda name=name: client.get(f"/ar/{name}")) for _ in range(5)])
        told("peer: Datasette, row of a contact", peer(where, chosen.sample(contacts, min(args.runs, len(contacts)))))


def grown(where: Path, articles: int) -> str:
    """A record of so many articles."""
    paths = [str(NEWS if NEWS.is_file() else files("isnad") / "samples" / "articles")]
    with Record(str(where)) as record:
        for _ in record.add(islice(read_pages(paths), articles)):
            pass
        record.merge()
    return str(where)


def timed(call: Callable[[], Any]) -> float:
    """Milliseconds that a call takes; it must succeed."""
    begun = time.perf_counter()
    answer = call()
    taken = (time.perf_counter() - begun) * 1000
    assert answer.status_code == 200, (answer.status_code, answer.url)
    return taken


def told(name: str, taken: Sequence[float]) -> None:
    """One line: median, ninth decile, longest."""
    if not taken:
        print(f"{name:<36} not measured")
        return
    ranked = sorted(taken)
    tenth = ranked[min(len(ranked) - 1, len(ranked) * 9 // 10)]
    print(f"{name:<36} {statistics.median(ranked):7.1f} ms   p90 {tenth:7.1f}   longest {ranked[-1]:7.1f}")


def peer(where: str, contacts: Sequence[str]) -> list[float]:
    """Datasette's page of the same contacts; nothing where it is not installed."""
    try:
        from datasette.app import Datasette
    except ImportError:
        return []

    async def run() -> list[float]:
        shown = Datasette([where])
        await shown.invoke_startup()
        out = []
        name = Path(where).stem
        await shown.client.get(f"/{name}/contacts/{contacts[0]}")
        for id_ in contacts:
            begun = time.perf_counter()
            answer = await shown.client.get(f"/{name}/contacts/{id_}")
            out.append((time.perf_counter() - begun) * 1000)
            assert answer.status_code == 200, answer.status_code
        return out

    return asyncio.run(run())


if __name__ == "__main__":
    main()
