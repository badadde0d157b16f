"""One input as a stream of bytes: its name, what its first bytes say, and a bound on what comes out of it."""

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO, Any, NamedTuple, cast

from isnad.model import SourceError
from isnad.sources.limits import FLOOR, MEMBERS, RATIO, WHOLE

_GZIP, _XZ, _ZIP, _BZIP = b"\x1f\x8b", b"\xfd7zXZ\x00", b"PK\x03\x04", b"BZh"
PACKED = frozenset({".gz", ".xz", ".zip", ".bz2"})
HEAD = 1 << 16
# what the unpackers raise for content that breaks off or is no archive of its kind
BROKEN = (EOFError, OSError, ValueError, zipfile.BadZipFile, lzma.LZMAError, zlib.error)


class Stream(NamedTuple):
    """An open input. `name` is what its kind is told by, `origin` what a user would recognise it by."""

    name: str
    origin: str
    raw: "io.BufferedReader[Any]"

    @property
    def suffix(self) -> str:
        """The name's last suffix, lower case, with its dot."""
        return PurePath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its last suffix; empty for standard input."""
        return PurePath(self.name).stem

    def head(self) -> bytes:
        """The first bytes, left unread."""
        return self.raw.peek(HEAD)[:HEAD]

    def whole(self) -> bytes:
        """All bytes at once. Raises SourceError when they are too many."""
        data = self.raw.read(WHOLE + 1)
        if len(data) > WHOLE:
            raise SourceError(self.origin, f"larger than {WHOLE >> 20} MiB", "split it, or use JSON Lines")
        return data


class _Bounded(io.RawIOBase):
    """Expanded bytes, with an error instead of the rest when they outgrow what real text can."""

    def __init__(self, inner: IO[bytes], origin: str, packed: int) -> None:
        self._inner, self._origin = inner, origin
        self._left = max(FLOOR, packed * RATIO)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._inner.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise SourceError(self._origin, "expands beyond all measure: taken for a decompression bomb")
        buffer[: len(data)] = data
        return len(data)


def is_packed(data: bytes) -> bool:
    """Whether these first bytes are those of an archive or of a compressed file."""
    return data.startswith((_GZIP, _XZ, _ZIP, _BZIP))


def unpacked(stream: Stream, size: int, depth: int = 2) -> Iterator[Stream | SourceError]:
    """The plain streams inside a stream, packed at most twice over; itself where it is not packed.

    `size` is the number of packed bytes. Gives a SourceError for a member that cannot be opened.
    """
    head = stream.head()
    if head.startswith(_ZIP):
        if not depth:
            raise SourceError(stream.origin, "archives nested too deep")
        yield from _members(stream, size, depth)
        return
    opened: IO[bytes]
    if head.startswith(_GZIP):
        opened = cast(IO[bytes], gzip.GzipFile(fileobj=stream.raw))
    elif head.startswith(_XZ):
        opened = lzma.LZMAFile(stream.raw)  # noqa: SIM115 closed with the stream beneath
    elif head.startswith(_BZIP):
        opened = bz2.BZ2File(stream.raw)
    else:
        yield stream
        return
    if not depth:
        raise SourceError(stream.origin, "archives nested too deep")
    name = stream.stem if stream.suffix in PACKED else stream.name
    bounded = io.BufferedReader(_Bounded(opened, stream.origin, size), HEAD)
    yield from unpacked(Stream(name, stream.origin, bounded), size, depth - 1)


def _members(stream: Stream, size: int, depth: int) -> Iterator[Stream | SourceError]:
    source: IO[bytes] = stream.raw
    if not stream.raw.seekable():
        source = io.BytesIO(stream.whole())
    with zipfile.ZipFile(source) as archive:
        names = sorted(info.filename for info in archive.infolist() if not info.is_dir())
        if len(names) > MEMBERS:
            raise SourceError(stream.origin, f"more than {MEMBERS} files in one archive")
        if not names:
            yield SourceError(stream.origin, "no article in this archive")
        left = max(FLOOR, size * RATIO)
        for name in names:
            if PurePath(name).name.startswith(".") or name.startswith("__MACOSX"):
                continue
            origin = f"{stream.origin}!{name}"
            left -= archive.getinfo(name).file_size
            if left < 0:
                yield SourceError(stream.origin, "expands beyond all measure: taken for a decompression bomb")
                return
            try:
                with archive.open(name) as member:
                    bounded = io.BufferedReader(_Bounded(member, origin, size), HEAD)
                    yield from unpacked(Stream(name, origin, bounded), size, depth - 1)
            except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
                yield SourceError(origin, f"cannot be unpacked: {error}")
