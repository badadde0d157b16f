"""Articles: the list, and one with everything that was read in it."""

import re
from typing import Annotated

import msgspec
from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from isnad.model import Days, Reading
from isnad.query.reader import ESCAPED, Reader, beginning, like
from isnad.web.api.answers import answered, listed
from isnad.web.api.described import tells
from isnad.web.api.parameters import ArticleRef, OfOutlet
from isnad.web.api.shapes import ArticleHead, ArticleList
from isnad.web.desk import opened

router = APIRouter()
_BEGINNING = re.compile(r"[0-9a-f]{6,64}")


@router.get("/articles", **tells("articles", ArticleList, "articles", paged=True))
def articles(request: Request, q: Annotated[OfOutlet, Query()]) -> Response:
    """List articles, newest first; those whose day is not known come last."""
    days = {name: day for name, day in q.days().items() if day}
    terms = ["a.latest >= :since"] if "since" in days else []
    terms += ["a.earliest <= :until"] if "until" in days else []
    values: dict[str, object] = dict(days)
    if q.outlet:
        terms.append(f"a.outlet LIKE :outlet {ESCAPED}")
        values["outlet"] = like(q.outlet)
    where = " AND ".join(terms) or "1 = 1"
    sql = (
        f"SELECT a.id, a.sha256, a.key, a.title, a.outlet, a.earliest, a.latest FROM articles a WHERE {where} "
        "ORDER BY a.earliest DESC NULLS LAST, a.id DESC LIMIT :size OFFSET :skip"
    )
    with opened(request) as reader:
        rows = list(reader.rows(sql, **values, size=q.size, skip=q.skip))
        told = tuple(
            ArticleHead(
                sha256=sha256,
                key=key,
                title=title,
                outlet=outlet,
                published=Days(earliest=earliest, latest=latest),
                contacts=_contacts(reader, id_),
            )
            for id_, sha256, key, title, outlet, earliest, latest in rows
        )
        row = reader.one(f"SELECT COUNT(*) FROM articles a WHERE {where}", **values)
    return listed(request, q, int(row[0]) if row else 0, articles=told)


def _contacts(reader: Reader, article: int) -> tuple[str, ...]:
    sql = "SELECT DISTINCT contact FROM reports WHERE article = :article ORDER BY contact"
    return tuple(row[0] for row in reader.rows(sql, article=article))


@router.get("/article/{ref:path}", **tells("article", Reading, "articles", also=(404,)))
def article(request: Request, ref: ArticleRef) -> Response:
    """One article with its text and everything that was read in it: `isnad/reading/1`."""
    with opened(request) as reader:
        found = addresses(reader, ref)
        told = reader.article(found[0]) if len(found) == 1 else None
    if told is None:
        raise HTTPException(404, f"{'several articles match' if found else 'no article matches'} {ref!r}")
    page, reading = told
    return answered(request, with_text(reading, page.text))


def addresses(reader: Reader, ref: str) -> list[str]:
    """The SHA-256 of the articles that an address, its beginning, or a key names; two where there are more."""
    if _BEGINNING.fullmatch(ref):
        sql = f"SELECT sha256 FROM articles WHERE sha256 LIKE :ref {ESCAPED} LIMIT 2"
        found = [row[0] for row in reader.rows(sql, ref=beginning(ref))]
        if found:
            return found
    sql = (
        "SELECT a.sha256 FROM articles a WHERE a.key = :ref UNION "
        "SELECT a.sha256 FROM articles a JOIN appearances p ON p.article = a.id WHERE p.key = :ref LIMIT 2"
    )
    return [row[0] for row in reader.rows(sql, ref=ref)]


def with_text(reading: Reading, text: str) -> Reading:
    """A reading that holds the text it was made of."""
    return msgspec.structs.replace(reading, article=msgspec.structs.replace(reading.article, text=text))
