"""Sources: from files, folders, globs, archives and standard input to pages, one article a page."""

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

from isnad.model import Page, SourceError
from isnad.sources.encoding import decode
from isnad.sources.feeds import read_feed
from isnad.sources.kinds import Kind, kind_of
from isnad.sources.language import check_arabic
from isnad.sources.limits import PAGE
from isnad.sources.markup import read_html
from isnad.sources.paths import STDIN, files
from isnad.sources.records import read_csv, read_json, read_jsonl
from isnad.sources.stream import BROKEN, HEAD, Stream, is_packed, unpacked

__all__ = ["count", "read_bytes", "read_pages"]


def read_pages(paths: Sequence[str]) -> Iterator[Page | SourceError]:
    """The pages of all inputs, in order, read as they are asked for; a SourceError in the place of each bad one.

    `paths` are files, folders (searched through, sorted), globs, or `-` for standard input. Never raises for an
    input: what cannot be read is said in one line, and the rest goes on.
    """
    for path in files(paths):
        if isinstance(path, SourceError):
            yield path
            continue
        try:
            yield from _read_file(path)
        except SourceError as error:
            yield error
        except OSError as error:
            yield SourceError(path, f"cannot be read: {error.strerror or error}")
        except BROKEN as error:
            yield SourceError(path, f"breaks off or is broken: {str(error)[:100]}")
        except Exception as error:
            yield SourceError(path, f"broken: {type(error).__name__} {str(error)[:100]}".rstrip())


def read_bytes(name: str, data: bytes) -> Iterator[Page | SourceError]:
    """The pages of one document that was sent from elsewhere; `name` says what it holds, or its first bytes do.

    Nothing is unpacked: what is small when it is sent must not be large here. Never raises for what it is given.
    """
    stream = Stream(name, name or "the document", io.BufferedReader(io.BytesIO(data), HEAD))
    try:
        if not data.strip():
            raise SourceError(stream.origin, "empty")
        if is_packed(data):
            raise SourceError(stream.origin, "an archive", "unpack it first")
        yield from _READERS[kind_of(stream)](stream)
    except SourceError as error:
        yield error
    except Exception as error:
        yield SourceError(stream.origin, f"broken: {type(error).__name__} {str(error)[:100]}".rstrip())


def count(paths: Sequence[str]) -> int | None:
    """How many pages and errors `read_pages` will give, or None where only reading everything would tell."""
    total = 0
    for path in files(paths):
        if isinstance(path, SourceError):
            total += 1
            continue
        found = _count_file(path)
        if found is None:
            return None
        total += found
    return total


def _read_file(path: str) -> Iterator[Page | SourceError]:
    if path == STDIN:
        stdin = sys.stdin.buffer
        given = stdin if isinstance(stdin, io.BufferedReader) else io.BufferedReader(io.BytesIO(stdin.read()))
        yield from _read_stream(Stream("", "standard input", given), HEAD)
        return
    size = os.path.getsize(path)
    with io.BufferedReader(io.FileIO(path), HEAD) as raw:
        if not size and os.path.isfile(path):
            raise SourceError(path, "empty file")
        yield from _read_stream(Stream(os.path.basename(path), path, raw), size)


def _read_stream(packed: Stream, size: int) -> Iterator[Page | SourceError]:
    for stream in unpacked(packed, size):
        if isinstance(stream, SourceError):
            yield stream
            continue
        try:
            yield from _READERS[kind_of(stream)](stream)
        except SourceError as error:
            yield error
        except BROKEN as error:
            yield SourceError(stream.origin, f"breaks off or is broken: {str(error)[:100]}")


def _read_text(stream: Stream) -> Iterator[Page]:
    """The page of a plain text: all that stands in the file, unchanged."""
    text = decode(stream.whole(), stream.origin)
    if len(text) > PAGE:
        raise SourceError(stream.origin, f"longer than {PAGE:,} characters: no single article")
    check_arabic(text, stream.origin)
    key = stream.stem or sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    yield Page(key=key, origin=stream.origin, text=text)


_READERS: dict[Kind, Callable[[Stream], Iterator[Page | SourceError]]] = {
    "text": _read_text,
    "jsonl": read_jsonl,
    "json": read_json,
    "csv": read_csv,
    "html": read_html,
    "feed": read_feed,
}


def _count_file(path: str) -> int | None:
    """The pages of one file: one, or as many as it has lines; None where it must be read to tell."""
    if path == STDIN:
        return None
    try:
        with io.BufferedReader(io.FileIO(path), HEAD) as raw:
            stream = Stream(os.path.basename(path), path, raw)
            head = stream.head()
            if not head:
                return 1
            if next(iter(unpacked(stream, len(head)))) is not stream:
                return None
            kind = kind_of(stream)
            if kind in ("text", "html"):
                return 1
            return sum(1 for line in raw if line.strip()) if kind == "jsonl" else None
    except (SourceError, *BROKEN):
        return 1
