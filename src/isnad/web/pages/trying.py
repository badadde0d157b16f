"""Reading an article at once: pasted or uploaded, shown with everything read in it, stored only when asked."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from isnad.clean import clean
from isnad.labels.terms import Lang
from isnad.lexicon import load
from isnad.model import Page, SourceError
from isnad.reading import read
from isnad.sources import read_bytes
from isnad.store.entry import address as made_address
from isnad.web.api.writing import writing
from isnad.web.asking import Day, Words
from isnad.web.desk import merger, shown
from isnad.web.face import address
from isnad.web.pages.articles import SHORT
from isnad.web.trouble import answered
from isnad.web.views.article import annotated

router = APIRouter()
_PATIENCE, _SHOWN = 5, 20


@router.get("/{lang}/read")
def ask(request: Request, lang: Lang) -> Response:
    """The form."""
    return shown(request, lang, "try.html", trouble=None)


@router.post("/{lang}/read")
def shown_at_once(
    request: Request,
    lang: Lang,
    text: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | None, File()] = None,
    outlet: Annotated[Words, Form()] = None,
    date: Annotated[Day, Form()] = None,
) -> Response:
    """The readings of what was pasted or uploaded; nothing is stored."""
    day = date.isoformat() if date else None
    read_, wrong = [], []
    for page in _pages(text, file):
        if isinstance(page, SourceError):
            wrong.append(page)
            continue
        page = msgspec.structs.replace(page, outlet=page.outlet or outlet, date=page.date or day)
        article = clean(page)
        reading = read(article, load())
        read_.append((msgspec.json.encode(page).decode(), article, reading, annotated(article.text, reading)))
        if len(read_) == _SHOWN:
            break
    if not read_:
        return shown(request, lang, "try.html", status=422, trouble=str(wrong[0]) if wrong else "")
    return shown(request, lang, "tried.html", readings=read_, wrong=wrong)


@router.post("/{lang}/add")
def keep(request: Request, lang: Lang, page: Annotated[str, Form()]) -> Response:
    """Add one page that was shown to the record, merge, and show it there."""
    try:
        given = msgspec.json.decode(page, type=Page)
    except msgspec.MsgspecError as error:
        return answered(request, 422, "unclear", str(error))
    with writing(request) as record:
        made = next(iter(record.add([given])))
    if isinstance(made, SourceError):
        return answered(request, 422, "unclear", str(made))
    merger(request).ask()
    merger(request).wait(_PATIENCE)
    return RedirectResponse(address(lang, "article", made_address(given)[:SHORT]), 303)


def _pages(text: str, file: UploadFile | None) -> "list[Page | SourceError]":
    if file is not None and file.filename:
        return list(read_bytes(file.filename, file.file.read()))
    # a form sends line ends as two characters, and the text is what was pasted
    return list(read_bytes("", text.replace("\r\n", "\n").encode("utf-8", "replace")))
