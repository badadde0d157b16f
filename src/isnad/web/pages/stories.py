"""Stories: articles and contacts of one affair."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from isnad.labels.terms import Lang
from isnad.query.contacts import contacts
from isnad.query.selection import Asked
from isnad.query.stories import stories, story
from isnad.web.asking import Page
from isnad.web.desk import missing, opened, shown

router = APIRouter()
_SIZE = 40


@router.get("/{lang}/stories")
def every(request: Request, lang: Lang, page: Page = 1) -> Response:
    """The stories of more than one article, newest first."""
    with opened(request) as reader:
        found, total = stories(reader, _SIZE, (page - 1) * _SIZE)
    return shown(request, lang, "stories.html", found=found, total=total, page=page, pages=-(-total // _SIZE))


@router.get("/{lang}/story/{id_}")
def one(request: Request, lang: Lang, id_: str) -> Response:
    """One story: its contacts in the order of their days, and its articles."""
    with opened(request) as reader:
        found = story(reader, id_) if "\0" not in id_ else None
        if found is None:
            raise missing("story")
        members = list(contacts(reader, Asked(story=found.id, domestic=True)))
    reports = {r.article: r for c in members for r in c.reports}
    return shown(request, lang, "story.html", story=found, contacts=members, reports=reports)
