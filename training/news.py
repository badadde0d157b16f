"""Unlabelled news as articles of sentences of folded forms."""

import lzma
from collections.abc import Iterator
from pathlib import Path
from sys import intern

import msgspec

from isnad.arabic.tokens import Tokens

Article = list[list[str]]


class _Item(msgspec.Struct):
    title: str | None = None
    text: str | None = None


def read(path: Path) -> Iterator[Article]:
    """The articles of an xz-compressed file of JSON lines with `title` and `text`."""
    decode = msgspec.json.Decoder(_Item).decode
    with lzma.open(path) as lines:
        for line in lines:
            item = decode(line)
            tokens = Tokens(f"{item.title or ''}\n{item.text or ''}")
            forms = [intern(form) for form in tokens.forms]
            yield [forms[sentence.start : sentence.stop] for sentence in tokens.sentences()]
