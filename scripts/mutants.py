"""Puts small mistakes into the source, one at a time, and says which of them no test notices.

Each is made in a copy of `src`; the tests that concern its room run first, further ones where those pass. The working
tree is left as it is. All results are written to build/mutants.json. Tests on PostgreSQL, and the one that kills a
record at any moment, are left out: they need a server of their own, or half a minute.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

from mutation.report import Result, document, result, survivors, table
from mutation.rooms import DEFAULT, stages
from mutation.sample import Mutant, draw
from mutation.trial import Bench, TrialError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "mutants.json"
_PATIENCE, _LEAST = 4, 20.0


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="*", default=list(DEFAULT), help=f"default: {' '.join(DEFAULT)}")
    parser.add_argument("-n", "--number", type=int, default=200, help="how many mutants are tried (default: 200)")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other mutants (default: 1)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="tried at a time (default: all cores)")
    return parser.parse_args()


def limit(bench: Bench, room: str) -> float:
    """The seconds that a stage of a room may take; raises TrialError where a test fails without any mistake."""
    slowest = 0.0
    for files in filter(None, stages(ROOT / "tests", room)):
        verdict = bench.run(files, 600)
        if verdict.outcome != "passed":
            raise TrialError(f"{room}: {verdict.test or verdict.outcome} fails without any mistake; mend that first")
        slowest = max(slowest, verdict.seconds)
    return max(_PATIENCE * slowest, _LEAST)


@contextmanager
def taken(benches: "SimpleQueue[Bench]") -> Iterator[Bench]:
    """A bench that nobody else uses meanwhile."""
    bench = benches.get()
    try:
        yield bench
    finally:
        benches.put(bench)


def trials(mutants: list[Mutant], benches: "SimpleQueue[Bench]", workers: int) -> list[Result]:
    """The results, in the order of the mutants; a bar on standard error shows how far it is."""
    rooms = list(dict.fromkeys(mutant.room for mutant in mutants))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with (
        Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar,
        ThreadPoolExecutor(workers) as pool,
    ):

        def allowed(room: str) -> float:
            with taken(benches) as bench:
                seconds = limit(bench, room)
            bar.advance(first)
            return seconds

        def judge(mutant: Mutant) -> Result:
            with taken(benches) as bench:
                verdict = bench.judge(mutant, stages(ROOT / "tests", mutant.room), limits[mutant.room])
            bar.advance(then)
            return result(ROOT / "src", mutant, verdict)

        first = bar.add_task("rooms without a mistake", total=len(rooms))
        limits = dict(zip(rooms, pool.map(allowed, rooms), strict=True))
        then = bar.add_task("mutants", total=len(mutants))
        return list(pool.map(judge, mutants))


def main() -> None:
    """Print shares and survivors; exit status 0 whether or not some survive."""
    options = arguments()
    mutants = draw(ROOT / "src", options.rooms, options.number, options.seed)
    if not mutants:
        sys.exit(f"nothing to break in {' '.join(options.rooms)}: name rooms under src/isnad")
    with tempfile.TemporaryDirectory(prefix="isnad-mutants-") as folder:
        benches: SimpleQueue[Bench] = SimpleQueue()
        for number in range(options.workers):
            benches.put(Bench(ROOT, Path(folder) / str(number)))
        results = trials(mutants, benches, options.workers)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(document(results), ensure_ascii=False, indent=1), "utf-8")
    for line in (*table(results), "", *survivors(results)):
        print(line)
    seconds = sum(each.verdict.seconds for each in results) / len(results)
    print(f"\n{seconds:.1f} s a mutant; all results: {OUT.relative_to(ROOT)}")


if __name__ == "__main__":
    try:
        main()
    except TrialError as error:
        sys.exit(str(error))
