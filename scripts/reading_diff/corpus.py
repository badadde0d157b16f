"""Which articles are read: a sample of JSON Lines that is the same in each run, other paths as they are."""

import bz2
import gzip
import heapq
import lzma
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

_OPEN: dict[str, Callable[..., Any]] = {".xz": lzma.open, ".gz": gzip.open, ".bz2": bz2.open}


def lines(path: Path) -> Iterable[bytes]:
    """The lines of a file, which may be compressed; raises OSError."""
    with _OPEN.get(path.suffix, open)(path, "rb") as file:
        yield from (line.rstrip(b"\r\n") for line in file)


def draw(all_lines: Iterable[bytes], size: int) -> list[bytes]:
    """`size` lines at most, none of them empty: those whose hash is smallest, whatever their order."""
    numbered = ((sha256(line).digest(), line) for line in set(filter(None, all_lines)))
    return [line for _, line in heapq.nsmallest(size, numbered)]


def corpus(paths: Sequence[Path], size: int, folder: Path) -> tuple[list[Path], int | None]:
    """What `isnad read` is to read, and how many articles that is where it is known.

    Files of JSON Lines (compressed or not) become one sample of `size` lines in `folder`; the file's name says what is
    in it, so that equal samples are one file.
    """
    whole = [path for path in paths if ".jsonl" not in path.suffixes]
    drawn = draw((line for path in paths if path not in whole for line in lines(path)), size)
    if not drawn:
        return whole, None
    content = b"".join(line + b"\n" for line in drawn)
    sample = folder / f"{sha256(content).hexdigest()[:16]}.jsonl"
    folder.mkdir(parents=True, exist_ok=True)
    if not sample.exists():  # its age is part of the name under which its readings are kept
        sample.write_bytes(content)
    return [*whole, sample], None if whole else len(drawn)
