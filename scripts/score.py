"""Figures on the shared corpora: reads them with the installed `isnad` and lets the shared scorer judge.

The corpora lie in a folder `shared` beside the repository and are no part of it; where they are absent this says so.
Readings are kept under build/score/, so that `shared/gold/score.py GOLD READINGS --errors` can be asked for the rest.
"""

import json
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
OUT = ROOT / "build" / "score"
ISNAD = Path(sysconfig.get_path("scripts")) / "isnad"
CORPORA = {
    "dev articles": ("dev_articles.jsonl", "dev_gold.jsonl"),
    "ordinary articles": ("dev_ordinary_articles.jsonl", "dev_ordinary_gold.jsonl"),
    "window articles": ("windows_dev_articles.jsonl", "windows_dev_gold.jsonl"),
    "probes": ("contact_probes.jsonl", "contact_probes.jsonl"),
}
HEAD = (
    "corpus",
    "articles",
    "found F1",
    "precision",
    "recall",
    "all right",
    "kind",
    "names",
    "status",
    "date",
    "false/art.",
)


MERGED_HEAD = ("merging", "reports", "B3 precision", "B3 recall", "B3 F1", "links found", "mixed")
SAID_HEAD = ("statements", "found F1", "precision", "recall", "speaker", "form", "chain roles")


def main() -> int:
    """Print one row a corpus; 1 where a corpus could not be read or scored."""
    if not (SHARED / "gold" / "score.py").is_file():
        print(f"There is no folder {SHARED.name} beside this repository: nothing was read, nothing was scored.")
        return 0
    OUT.mkdir(parents=True, exist_ok=True)
    gold = SHARED / "gold"
    scored = {"seeds, day given": seeds(dated=True), "seeds, no day": seeds(dated=False)}
    for name, (articles, truth) in CORPORA.items():
        if (gold / articles).is_file():
            scored[name] = score(gold / truth, read(OUT / articles, [[gold / articles]]))
    show([HEAD, *(row(name, found) for name, found in scored.items())])
    print()
    show([SAID_HEAD, *(said(name, found) for name, found in scored.items() if found["statements"])])
    print()
    show([MERGED_HEAD, *merged()])
    return 0


def merged() -> list[tuple[str, ...]]:
    """The figures of merging: the seeds' links, and the encounters that are labelled across articles."""
    seeds = record("seeds", [str(path) for path in sorted((SHARED / "seeds").glob("*.txt"))])
    links = scorer("score_more.py", "links", OUT / "seeds-no-day.jsonl", seeds)
    found = [
        (
            "seeds: links joined",
            f"{links['joined']}/{links['same_event']}",
            *("-",) * 4,
            str(len(links["joined_wrongly"])),
        )
    ]
    articles, gold = (SHARED / "gold" / f"windows_dev_{name}.jsonl" for name in ("articles", "gold"))
    if articles.is_file():
        windows = scorer("score_merge.py", gold, OUT / articles.name, record("windows", [str(articles)]))
        shares = [
            windows["b3_precision"],
            windows["b3_recall"],
            windows["b3_f1"],
            windows["end_to_end_links"]["recall"],
        ]
        cells = [f"{share:.3f}" for share in shares]
        found.append(("window articles", str(windows["paired_reports"]), *cells, str(windows["mixed_records"])))
    return found


def record(name: str, paths: list[str]) -> Path:
    """The contacts of a new record of these articles, as JSON Lines."""
    out = OUT / f"{name}-contacts.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder) / "record.db")
        subprocess.run([ISNAD, "add", *paths, "--record", where], check=True, capture_output=True)
        with out.open("wb") as file:
            command = [ISNAD, "contacts", "--record", where, "--format", "jsonl", "--domestic"]
            subprocess.run(command, stdout=file, check=True)
    return out


def scorer(name: str, *args: object) -> dict[str, Any]:
    """What one of the shared scorers prints."""
    command = [sys.executable, str(SHARED / "gold" / name), *map(str, args)]
    scored: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return scored


def show(rows: list[tuple[str, ...]]) -> None:
    """Print rows of cells, the first column to the left."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for line in rows:
        cells = zip(line, widths, strict=True)
        print("  ".join(cell.rjust(width) if at else cell.ljust(width) for at, (cell, width) in enumerate(cells)))


def seeds(*, dated: bool) -> dict[str, Any]:
    """The score of the seed articles, which come without a date: read with the gold's (first) day, or without."""
    truth = SHARED / "seeds" / "gold.jsonl"
    calls = []
    for line in truth.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        path = SHARED / "seeds" / f"{article['id']}.txt"
        day = article["published"].partition("/")[0]
        calls.append([path, "--published", day] if dated else [path])
    name = "seeds, day given" if dated else "seeds, no day"
    return score(truth, read(OUT / f"{name.replace(', ', '-').replace(' ', '-')}.jsonl", calls))


def read(out: Path, calls: list[list[object]]) -> Path:
    """Write the readings of some calls of `isnad read` into one file."""
    with out.open("wb") as file:
        for call in calls:
            command = [ISNAD, "read", *map(str, call), "--format", "jsonl", "--with-text"]
            subprocess.run(command, stdout=file, check=True)
    return out


def score(truth: Path, readings: Path) -> dict[str, Any]:
    """What the shared scorer says of these readings."""
    return scorer("score.py", truth, readings, "--json")


def row(name: str, scored: dict[str, Any]) -> tuple[str, ...]:
    """The figures of the contacts."""
    contacts = scored["contacts"]
    found, fields = contacts["found"], contacts["fields"]
    shares = [found["f1"], found["precision"], found["recall"], contacts["all_fields_right"]["f1"]]
    shares += [fields.get(field) for field in ("kind", "names", "status", "date")]
    cells = ["-" if share is None else f"{share:.3f}" for share in [*shares, contacts["false_per_article"]]]
    return name, str(scored["articles"]), *cells


def said(name: str, scored: dict[str, Any]) -> tuple[str, ...]:
    """The figures of the statements."""
    statements = scored["statements"]
    found = statements["found"]
    shares = [found["f1"], found["precision"], found["recall"]]
    shares += [statements[field] for field in ("speaker_right", "form_right", "chain_roles_right")]
    return name, *("-" if share is None else f"{share:.3f}" for share in shares)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(
            f"{' '.join(map(str, error.cmd))}\n{(error.stderr or '').strip()}\nfailed with status {error.returncode}"
        )
