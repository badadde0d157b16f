"""Articles that come with separate fields: JSON Lines, JSON, CSV."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from isnad.model import Page, SourceError
from isnad.sources.encoding import decode, detect
from isnad.sources.language import check_arabic
from isnad.sources.limits import LINE, PAGE
from isnad.sources.stream import Stream

# the names under which other collections keep the same fields
_NAMES = {
    "id": ("id", "key"),
    "title": ("title", "headline"),
    "text": ("text", "body", "content"),
    "outlet": ("outlet", "source", "publisher"),
    "date": ("date", "published"),
    "url": ("url", "link"),
}
_SURROGATE = re.compile("[\ud800-\udfff]")
_LISTS = ("articles", "items")
_BYTEWISE = frozenset({"utf-8", "utf-8-sig", "cp1256", "iso8859-6"})


class Stated(NamedTuple):
    """What the input says of an article beside its words."""

    outlet: str | None = None
    url: str | None = None
    date: str | None = None


def page_of(key: str, origin: str, title: str, body: str, stated: Stated) -> Page:
    """The page of an article with separate fields: title, newline and body; the body alone where there is no title.

    Raises SourceError where there are no words, too many, or not in Arabic.
    """
    if len(title) + len(body) > PAGE:
        raise SourceError(origin, f"longer than {PAGE:,} characters: no single article")
    title, body = whole(title), whole(body)
    check_arabic(title + "\n" + body, origin)
    text = f"{title}\n{body}" if title else body
    outlet, url, date = (whole(field) if field else None for field in stated)
    return Page(key=whole(key), origin=origin, text=text, title_end=len(title), outlet=outlet, url=url, date=date)


def whole(words: str) -> str:
    """The words with U+FFFD for each lone surrogate: JSON may spell one, no UTF-8 file can store it."""
    return _SURROGATE.sub("\ufffd", words)


def read_jsonl(stream: Stream) -> Iterator[Page | SourceError]:
    """One page a line, read line by line; a SourceError naming the line for each that is none."""
    encoding = detect(stream.head(), stream.origin)
    lines: Iterator[bytes] | Iterator[str]
    lines = _lines(stream) if encoding in _BYTEWISE else _wide_lines(stream, encoding)
    for number, line in enumerate(lines, 1):
        origin = f"{stream.origin}:{number}"
        if len(line) >= LINE:
            yield SourceError(origin, f"a line longer than {LINE:,} bytes")
            continue
        try:
            words = line.decode(encoding) if isinstance(line, bytes) else str(line)
            if words.strip():
                yield _page(json.loads(words), f"{stream.stem or 'line'}:{number}", origin)
        except SourceError as error:
            yield error
        except UnicodeDecodeError as error:
            yield SourceError(origin, f"not valid {encoding.upper()} at byte {error.start} of the line")
        except (ValueError, RecursionError) as error:
            yield SourceError(origin, f"no JSON: {_short(error)}")


def _lines(stream: Stream) -> Iterator[bytes]:
    """The lines of a stream; of one that is too long only its beginning, the rest passed over."""
    while line := stream.raw.readline(LINE):
        rest = line
        while len(rest) == LINE and not rest.endswith(b"\n"):
            rest = stream.raw.readline(LINE)
        yield line


def _wide_lines(stream: Stream, encoding: str) -> Iterator[str]:
    """The lines of a stream whose characters are wider than a byte; a line that is too long comes in parts."""
    words = io.TextIOWrapper(stream.raw, encoding, newline="\n")
    try:
        while line := words.readline(LINE):
            yield line
    finally:
        # the stream belongs to whoever opened it
        words.detach()


def read_json(stream: Stream) -> Iterator[Page | SourceError]:
    """The pages of a file that holds one article or a list of them."""
    data = stream.whole()
    try:
        value = json.loads(decode(data, stream.origin))
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            yield from read_jsonl(stream._replace(raw=io.BufferedReader(io.BytesIO(data))))
            return
        raise SourceError(stream.origin, f"no JSON: {_short(error)}") from error
    if isinstance(value, dict):
        value = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), value)
    if not isinstance(value, list):
        yield _page(value, stream.stem, stream.origin)
        return
    for number, item in enumerate(value, 1):
        try:
            yield _page(item, f"{stream.stem}:{number}", f"{stream.origin}#{number}")
        except SourceError as error:
            yield error


def read_csv(stream: Stream) -> Iterator[Page | SourceError]:
    """One page a row, by the names of the first row."""
    words = decode(stream.whole(), stream.origin)
    csv.field_size_limit(LINE)
    table = csv.DictReader(io.StringIO(words, newline=""), dialect=_dialect(words))
    if not any(name in _NAMES["text"] for name in (table.fieldnames or ())):
        raise SourceError(stream.origin, "no column is named text")
    try:
        for number, row in enumerate(table, 1):
            try:
                yield _page(row, f"{stream.stem}:{number}", f"{stream.origin}#{number}")
            except SourceError as error:
                yield error
    except csv.Error as error:
        yield SourceError(stream.origin, f"broken table: {error}")


def _dialect(words: str) -> type[csv.Dialect] | csv.Dialect:
    first = words.partition("\n")[0]
    dialect = csv.excel()
    dialect.delimiter = max(",;\t", key=first.count)
    return dialect


def _page(value: Any, key: str, origin: str) -> Page:
    if not isinstance(value, Mapping):
        raise SourceError(origin, "no article: a JSON object with a text is needed")
    fields = {name: _field(value, names) for name, names in _NAMES.items()}
    if not fields["text"]:
        raise SourceError(origin, "no text: the field `text` is missing, empty or no string")
    return page_of(
        fields["id"] or key,
        origin,
        fields["title"] or "",
        fields["text"],
        Stated(fields["outlet"], fields["url"], fields["date"]),
    )


def _field(value: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of these fields that holds something: a string, or an id that is a number."""
    for name in names:
        held = value.get(name)
        if isinstance(held, str) and held:
            return held
        if isinstance(held, int) and name in _NAMES["id"]:
            return str(held)
    return None


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:120] if str(error) else type(error).__name__
