"""Search: the articles that hold words, and the actors that bear them."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from isnad.labels.terms import Lang
from isnad.lexicon import load
from isnad.query.search import Hit, search
from isnad.registry import Found, Query
from isnad.registry import search as registered
from isnad.web.asking import Words
from isnad.web.desk import opened, shown
from isnad.web.views.passage import Mark, Piece, pieces

router = APIRouter()
_NEWEST, _ACTORS = 40, 8


@router.get("/{lang}/search")
def find(request: Request, lang: Lang, q: Words = None) -> Response:
    """What the words find, newest first, with the words marked where they stand."""
    if not q:
        return shown(request, lang, "search.html", q="", hits=[], actors=None, contacts={})
    with opened(request) as reader:
        hits = [(hit, _snippets(hit)) for hit in search(reader, q, load(), _NEWEST)]
        ids = dict.fromkeys(id_ for hit, _ in hits for id_ in hit.contacts)
        contacts = {id_: contact for id_ in ids if (contact := reader.contact(id_))}
    found = registered(load(), Query(words=q))
    actors = Found(found.actors[:_ACTORS], found.people[:_ACTORS])
    return shown(request, lang, "search.html", q=q, hits=hits, actors=actors, contacts=contacts)


def _snippets(hit: Hit) -> list[tuple[Piece, ...]]:
    return [
        pieces(s.text, 0, len(s.text), [Mark(a - s.start, b - s.start, "hit") for a, b in s.hits]) for s in hit.snippets
    ]
