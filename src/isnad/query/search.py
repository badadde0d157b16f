"""Full-text search: articles that hold all words of a query, with the words that answer it."""

import re
from collections.abc import Iterator

import msgspec

from isnad.lexicon import Lexicon
from isnad.model import Days
from isnad.query.reader import Reader
from isnad.store.words import asked, hits

_AROUND = 60
_ALNUM = re.compile(r"[^\W_]+")
_SNIPPETS = 3


class Snippet(msgspec.Struct, frozen=True):
    """A stretch of the stored text (code points, end exclusive), and the spans inside it that answer the query."""

    start: int
    end: int
    text: str
    hits: tuple[tuple[int, int], ...]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """An article found: its key, outlet, title, day, its contacts in the record, and where the words stand."""

    article: str
    sha256: str
    outlet: str | None
    title: str
    published: Days
    contacts: tuple[str, ...]
    snippets: tuple[Snippet, ...]


def search(reader: Reader, words: str, lexicon: Lexicon, newest: int, skip: int = 0) -> Iterator[Hit]:
    """The articles that hold every word of the query, its inflections by particle or nisba included; newest first.

    `newest` of them, after the first `skip`.
    """
    wanted = asked(words, lexicon)
    if not wanted:
        return
    found, query = _found(reader, wanted)
    sql = (
        f"SELECT id, sha256, key, outlet, title, earliest, latest FROM articles WHERE id IN ({found}) "
        "ORDER BY earliest IS NULL, earliest DESC, sha256 LIMIT :newest OFFSET :skip"
    )
    values = {"query": query, "newest": newest, "skip": skip}
    for id_, sha256, key, outlet, title, earliest, latest in list(reader.rows(sql, **values)):
        article = reader.article(sha256)
        text = article[0].text if article else ""
        contacts = reader.rows("SELECT DISTINCT contact FROM reports WHERE article = :id ORDER BY contact", id=id_)
        yield Hit(
            article=key,
            sha256=sha256,
            outlet=outlet,
            title=title,
            published=Days(earliest=earliest, latest=latest),
            contacts=tuple(row[0] for row in contacts),
            snippets=_snippets(text, hits(text, wanted, lexicon)),
        )


def count(reader: Reader, words: str, lexicon: Lexicon) -> int:
    """How many articles hold every word of the query."""
    wanted = asked(words, lexicon)
    if not wanted:
        return 0
    found, query = _found(reader, wanted)
    row = reader.one(f"SELECT COUNT(*) FROM ({found}) f", query=query)
    return int(row[0]) if row else 0


def _found(reader: Reader, wanted: list[tuple[str, ...]]) -> tuple[str, str]:
    """The SELECT of the articles' numbers, and its parameter `query`."""
    if reader.server:
        query = " & ".join("(" + " | ".join(_lexemes(token) for token in group) + ")" for group in wanted)
        return "SELECT article FROM words WHERE tokens @@ CAST(:query AS tsquery)", query
    query = " AND ".join("(" + " OR ".join(_strings(token) for token in group) + ")" for group in wanted)
    return "SELECT rowid FROM words WHERE words MATCH :query", query


def _lexemes(token: str) -> str:
    """A token as PostgreSQL was given it: in several where it folds to several words; an apostrophe is quoted."""
    return "(" + " & ".join("'" + part.replace("'", "''") + "'" for part in token.split()) + ")"


def _strings(token: str) -> str:
    """A token as SQLite split it: «o'neill» in two. Next to each other it cannot find them: it keeps no places."""
    return "(" + " AND ".join(f'"{part}"' for part in _ALNUM.findall(token) or [""]) + ")"


def _snippets(text: str, found: list[tuple[int, int]]) -> tuple[Snippet, ...]:
    """Up to three stretches around the hits, cut at spaces; hits that lie close share a stretch."""
    groups: list[list[tuple[int, int]]] = []
    for span in found:
        if groups and span[0] - groups[-1][-1][1] <= _AROUND:
            groups[-1].append(span)
        else:
            groups.append([span])
    out = []
    for group in groups[:_SNIPPETS]:
        start, end = max(0, group[0][0] - _AROUND), min(len(text), group[-1][1] + _AROUND)
        start = text.find(" ", start, group[0][0]) + 1 if start else 0
        stop = text.rfind(" ", group[-1][1], end) if end < len(text) else end
        end = stop if stop > group[-1][1] else end
        out.append(Snippet(start, end, text[start:end], tuple(group)))
    return tuple(out)
