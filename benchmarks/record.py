"""How fast a record grows and answers: articles added a second, the merge, bytes on disk, and whole commands.

    python benchmarks/record.py [PATH...] [--limit N] [--workers N] [--record FILE]

Without PATH it adds the shared news corpus where that is beside the repository, and the packaged samples otherwise.
`--record` asks a record that is there already instead of making one. Times of commands are medians over processes,
start and imports included: that is what a person at a terminal waits for. The peer beside `isnad contacts` is the
same SELECT in a process that goes through SQLAlchemy.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from importlib.resources import files
from itertools import islice
from pathlib import Path

from isnad.sources import read_pages
from isnad.store.record import Record

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared" / "news" / "news.jsonl.xz"
ISNAD = Path(sysconfig.get_path("scripts")) / "isnad"
RUNS = 7
COMMANDS = (
    ("contacts", ["contacts"]),
    ("contacts --format jsonl", ["contacts", "--format", "jsonl"]),
    (
        "contacts --side SYR --since 2018-03-01",
        ["contacts", "--side", "SYR", "--since", "2018-03-01", "--format", "jsonl"],
    ),
    ("network", ["network"]),
    ("search السورية", ["search", "السورية"]),
    ("brief --on 2018-03-20", ["brief", "--on", "2018-03-20"]),
)
PEER = "import sys, sqlalchemy as s; e = s.create_engine('sqlite:///' + sys.argv[1]); c = e.connect(); \
print(len(c.execute(s.text('SELECT doc FROM contacts ORDER BY latest, id')).fetchall()))"


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("paths", nargs="*")
    ask.add_argument("--limit", type=int, default=3000, help="add no more than this many articles")
    ask.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    ask.add_argument("--record", help="ask this record; add nothing")
    args = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = args.record or str(Path(folder) / "record.db")
        if not args.record:
            paths = args.paths or [str(NEWS if NEWS.is_file() else files("isnad") / "samples" / "articles")]
            grow(where, paths, args.limit, args.workers)
        for name, command in COMMANDS:
            print(f"{name:<42} {median([str(ISNAD), *command, '--record', where]) * 1000:8.0f} ms")
        print(
            f"{'peer: the same SELECT by SQLAlchemy':<42} {median([sys.executable, '-c', PEER, where]) * 1000:8.0f} ms"
        )


def grow(where: str, paths: list[str], limit: int, workers: int) -> None:
    """Add the articles, merge, and say what that took."""
    begun = time.perf_counter()
    with Record(where) as record:
        added = sum(1 for _ in record.add(islice(read_pages(paths), limit), workers))
        read = time.perf_counter() - begun
        begun = time.perf_counter()
        record.merge()
        merged = time.perf_counter() - begun
    size = Path(where).stat().st_size
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"articles added {added} with {workers} workers: {added / read:.0f} a second, {read:.1f} s")
    print(f"merge {merged:.2f} s; {memory:.0f} MiB of memory")
    print(f"on disk {size / added / 1024:.1f} KiB an article, {size / 2**20:.0f} MiB")


def median(command: list[str]) -> float:
    """The median of the wall seconds of some runs of a command."""
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    main()
