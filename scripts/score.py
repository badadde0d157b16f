"""Figures on the shared corpora: reads them with the installed `isnad` and lets the shared scorer judge.

The corpora lie in a folder `shared` beside the repository and are no part of it; where they are absent this says so.
Readings are kept under build/score/, so that `shared/gold/score.py GOLD READINGS --errors` can be asked for the rest.
"""

import json
import subprocess
import sys
import sysconfig
from pathlib import Path

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


def main() -> int:
    """Print one row a corpus; 1 where a corpus could not be read or scored."""
    if not (SHARED / "gold" / "score.py").is_file():
        print(f"There is no folder {SHARED.name} beside this repository: nothing was read, nothing was scored.")
        return 0
    OUT.mkdir(parents=True, exist_ok=True)
    gold = SHARED / "gold"
    rows = [HEAD, seeds(dated=True), seeds(dated=False)]
    for name, (articles, truth) in CORPORA.items():
        if (gold / articles).is_file():
            rows.append(row(name, gold / truth, read(OUT / articles, [[gold / articles]])))
    widths = [max(len(line[column]) for line in rows) for column in range(len(HEAD))]
    for line in rows:
        cells = zip(line, widths, strict=True)
        print("  ".join(cell.rjust(width) if at else cell.ljust(width) for at, (cell, width) in enumerate(cells)))
    return 0


def seeds(*, dated: bool) -> tuple[str, ...]:
    """The row of the seed articles, which come without a date: read with the gold's (first) day, or without."""
    truth = SHARED / "seeds" / "gold.jsonl"
    calls = []
    for line in truth.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        path = SHARED / "seeds" / f"{article['id']}.txt"
        day = article["published"].partition("/")[0]
        calls.append([path, "--published", day] if dated else [path])
    name = "seeds, day given" if dated else "seeds, no day"
    return row(name, truth, read(OUT / f"{name.replace(', ', '-').replace(' ', '-')}.jsonl", calls))


def read(out: Path, calls: list[list[object]]) -> Path:
    """Write the readings of some calls of `isnad read` into one file."""
    with out.open("wb") as file:
        for call in calls:
            command = [ISNAD, "read", *map(str, call), "--format", "jsonl", "--with-text"]
            subprocess.run(command, stdout=file, check=True)
    return out


def row(name: str, truth: Path, readings: Path) -> tuple[str, ...]:
    """What the shared scorer says of these readings."""
    command = [sys.executable, SHARED / "gold" / "score.py", truth, readings, "--json"]
    scored = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    contacts = scored["contacts"]
    found, fields = contacts["found"], contacts["fields"]
    shares = [found["f1"], found["precision"], found["recall"], contacts["all_fields_right"]["f1"]]
    shares += [fields.get(field) for field in ("kind", "names", "status", "date")]
    cells = ["-" if share is None else f"{share:.3f}" for share in [*shares, contacts["false_per_article"]]]
    return name, str(scored["articles"]), *cells


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(
            f"{' '.join(map(str, error.cmd))}\n{(error.stderr or '').strip()}\nfailed with status {error.returncode}"
        )
