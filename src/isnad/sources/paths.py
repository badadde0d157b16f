"""From what the user typed to the files it stands for: files, folders, globs, in a fixed order."""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from isnad.model import SourceError
from isnad.sources.stream import PACKED

STDIN = "-"
READABLE = frozenset(
    {".txt", ".md", ".jsonl", ".ndjson", ".json", ".csv", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom"}
)


def files(paths: Sequence[str]) -> Iterator[str | SourceError]:
    """The files that the paths stand for, in the order given, each folder and glob sorted; `-` stays as it is."""
    for path in paths:
        if path == STDIN:
            yield path
        elif os.path.isdir(path):
            yield from _folder(path)
        elif not os.path.lexists(path) and glob.has_magic(path):
            found = sorted(glob.glob(path, recursive=True))
            if not found:
                yield SourceError(path, "no file matches")
            for name in found:
                if os.path.isdir(name):
                    yield from _folder(name)
                else:
                    yield name
        else:
            yield path


def _folder(path: str) -> Iterator[str | SourceError]:
    empty = True
    unreadable: list[OSError] = []
    for where, folders, names in os.walk(path, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and _is_readable(name):
                empty = False
                yield os.path.join(where, name)
    for error in unreadable:
        empty = False
        yield SourceError(str(error.filename), f"cannot be read: {error.strerror}")
    if empty:
        yield SourceError(path, "no article in this folder", "files end in .txt, .jsonl, .html and the like")


def _is_readable(name: str) -> bool:
    path = Path(name.lower())
    if path.suffix in PACKED:
        return path.suffix == ".zip" or Path(path.stem).suffix in READABLE
    return path.suffix in READABLE
