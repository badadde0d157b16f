"""Revisions of the source and what each reads; readings are kept under the hash of the source that made them."""

import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from .reading import Reading

WORKING_TREE = "."
_ISNAD = "from isnad.cli import main; main()"


class RevisionError(Exception):
    """A revision that git does not know, or whose `isnad` cannot read."""


def _git(root: Path, *args: str, env: Mapping[str, str] | None = None) -> bytes:
    run = subprocess.run(["git", "-C", str(root), *args], capture_output=True, env=env, check=False)
    if run.returncode:
        raise RevisionError(run.stderr.decode("utf-8", "replace").strip())
    return run.stdout


def source_tree(root: Path, revision: str) -> str:
    """The hash of git's tree of `src` in a revision, or of the working tree's files for `.`; raises RevisionError."""
    if revision != WORKING_TREE:
        try:
            return _git(root, "rev-parse", "--verify", f"{revision}:src").decode().strip()
        except RevisionError as error:
            raise RevisionError(f"git knows no revision {revision!r} with a folder src ({error})") from error
    with tempfile.TemporaryDirectory() as folder:
        # an index of its own: the user's is left as it is
        env = {**os.environ, "GIT_INDEX_FILE": str(Path(folder) / "index")}
        _git(root, "add", "--all", "src", env=env)
        return _git(root, "write-tree", "--prefix=src/", env=env).decode().strip()


def checkout(root: Path, tree: str, folder: Path) -> Path:
    """The folder with the files of a tree of `src`, written where it is not there yet."""
    target = folder / tree
    if not target.is_dir():
        with tempfile.TemporaryDirectory(dir=_made(folder)) as half:
            with zipfile.ZipFile(io.BytesIO(_git(root, "archive", "--format=zip", tree))) as packed:
                packed.extractall(Path(half) / "src")
            (Path(half) / "src").rename(target)
    return target


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def kept(folder: Path, tree: str, paths: Sequence[Path]) -> Path:
    """Where the readings of these files by this source are kept. Files are told apart by name, size and age."""
    files = [
        file for path in map(Path.resolve, paths) for file in (sorted(path.rglob("*")) if path.is_dir() else [path])
    ]
    stats = [f"{file} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files]
    return _made(folder) / f"{tree[:16]}-{sha256('|'.join(stats).encode()).hexdigest()[:16]}.jsonl"


def read(source: Path, paths: Sequence[Path], out: Path, advance: Callable[[], None]) -> None:
    """Write the readings of `paths` by the `isnad` under `source` to `out`; `advance` is called for each article.

    Raises RevisionError where that `isnad` fails; `out` is there whole or not at all.
    """
    env = {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [
        sys.executable,
        "-c",
        _ISNAD,
        "read",
        *map(str, map(Path.resolve, paths)),
        "--format",
        "jsonl",
        "--with-text",
    ]
    half = out.with_suffix(".half")
    with (
        tempfile.TemporaryFile() as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env=env, cwd=source) as process,
        half.open("wb") as file,
    ):
        assert process.stdout is not None
        for line in process.stdout:
            file.write(line)
            advance()
        if process.wait():
            errors.seek(0)
            raise RevisionError(errors.read().decode("utf-8", "replace").strip()[-2000:])
    half.rename(out)


def load(path: Path) -> dict[str, Reading]:
    """Kept readings by the sha256 of the text; of two with the same text, the first."""
    decoder = msgspec.json.Decoder(Reading)
    readings: dict[str, Reading] = {}
    with path.open("rb") as file:
        for line in file:
            reading = decoder.decode(line)
            readings.setdefault(reading.article.sha256, reading)
    return readings
