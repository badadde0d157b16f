"""The article: its text with everything that was read in it."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from isnad.labels.terms import Lang
from isnad.query.articles import address_of, appearances, contacts_of
from isnad.web.desk import missing, opened, shown
from isnad.web.face import address
from isnad.web.views.article import annotated

router = APIRouter()
SHORT = 16


@router.get("/{lang}/article/{id_:path}")
def one(request: Request, lang: Lang, id_: str) -> Response:
    """One article, by the beginning of its address or by its key."""
    with opened(request) as reader:
        sha256 = address_of(reader, id_) if "\0" not in id_ else None
        found = reader.article(sha256) if sha256 else None
        if sha256 is None or found is None:
            raise missing("article")
        if id_ != sha256[:SHORT]:
            return RedirectResponse(address(lang, "article", sha256[:SHORT]), 307)
        page, reading = found
        return shown(
            request,
            lang,
            "article.html",
            reading=reading,
            text=page.text,
            view=annotated(page.text, reading),
            appearances=appearances(reader, sha256),
            recorded=contacts_of(reader, sha256),
            stored=True,
        )
