"""Which readings changed between two revisions: counts by what changed, and samples that one can judge.

Every change is written to build/diff-readings/changes.jsonl too. A revision is whatever git knows; `.` is the working
tree. Articles are a sample of the shared news where they lie beside the repository, else the packaged samples.
"""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
from reading_diff.changes import all_changes
from reading_diff.corpus import corpus
from reading_diff.report import report
from reading_diff.revisions import WORKING_TREE, RevisionError, checkout, kept, load, read, source_tree
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared" / "news" / "news.jsonl.xz"
SAMPLES = ROOT / "src" / "isnad" / "samples" / "articles"
OUT = ROOT / "build" / "diff-readings"


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--before", default="HEAD", help="a revision (default: HEAD)")
    parser.add_argument("--after", default=WORKING_TREE, help="a revision, or . for the working tree (default)")
    parser.add_argument(
        "--sample", type=int, default=2000, help="how many lines of JSON Lines are read (default: 2000)"
    )
    parser.add_argument("--each", type=int, default=5, help="how many samples of each group are shown (default: 5)")
    parser.add_argument("paths", nargs="*", type=Path, help="articles to read (default: the shared news)")
    return parser.parse_args()


def articles(paths: list[Path]) -> list[Path]:
    """The paths that were named, or the default ones, of which it is said which they are."""
    if paths:
        return paths
    if NEWS.is_file():
        return [NEWS]
    print(f"There is no {NEWS.relative_to(ROOT.parent)} beside this repository: the packaged samples are read.")
    return [SAMPLES]


def readings(revisions: dict[str, str], paths: list[Path], total: int | None) -> list[Path]:
    """The files with the readings of each revision; those that are not kept yet are made, side by side."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    files = {tree: kept(OUT / "readings", tree, paths) for tree in revisions.values()}
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:

        def make(name: str, tree: str) -> None:
            task = bar.add_task(f"reading with {name}", total=total)
            read(checkout(ROOT, tree, OUT / "sources"), paths, files[tree], lambda: bar.advance(task))

        missing = {tree: name for name, tree in revisions.items() if not files[tree].exists()}
        with ThreadPoolExecutor() as pool:
            for done in [pool.submit(make, name, tree) for tree, name in missing.items()]:
                done.result()
    return [files[tree] for tree in revisions.values()]


def main() -> None:
    """Print the report; exit status 1 where a revision could not be read."""
    options = arguments()
    # a tree of its own for each name, in this order; the working tree's objects are written to git by `source_tree`
    names = {f"before ({options.before})": options.before, f"after ({options.after})": options.after}
    trees = {name: source_tree(ROOT, revision) for name, revision in names.items()}
    paths, total = corpus(articles(options.paths), options.sample, OUT / "corpus")
    before, after = map(load, readings(trees, paths, total))
    changes = all_changes(before, after)
    (OUT / "changes.jsonl").write_bytes(b"".join(msgspec.json.encode(change) + b"\n" for change in changes))
    for name, tree in trees.items():
        print(f"{name}: src {tree[:12]}")
    for noun in ("contacts", "statements"):
        count, later = (sum(len(getattr(reading, noun)) for reading in side.values()) for side in (before, after))
        print(f"{noun}: {count} before, {later} after")
    print(f"articles: {len(before)} before, {len(after)} after, {len({c.sha256 for c in changes})} with changes\n")
    for line in report(changes, options.each):
        print(line)
    print(f"All {len(changes)} changes: {(OUT / 'changes.jsonl').relative_to(ROOT)}")


if __name__ == "__main__":
    try:
        main()
    except (RevisionError, OSError) as error:
        sys.exit(str(error))
