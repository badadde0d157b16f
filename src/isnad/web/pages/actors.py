"""Actors: the page of one, and the search for one in the registry."""

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from isnad.labels.terms import Lang
from isnad.lexicon import load
from isnad.query.contacts import contacts, count, listed
from isnad.query.naming import AskedNames, names
from isnad.query.network import network
from isnad.query.selection import Asked
from isnad.query.statements import AskedSaid, said
from isnad.registry import Query, search
from isnad.web.asking import Words
from isnad.web.desk import missing, opened, shown
from isnad.web.views.profile import profile

router = APIRouter()
_CONTACTS, _SAID, _PARTNERS, _TIED = 25, 12, 14, 400


@router.get("/{lang}/actors")
def find(request: Request, lang: Lang, q: Words = None) -> Response:
    """The people, states and groups of the registry that a name finds."""
    found = search(load(), Query(words=q)) if q else None
    return shown(request, lang, "actors.html", q=q, found=found)


@router.get("/{lang}/actor/{id_:path}")
def one(request: Request, lang: Lang, id_: str) -> Response:
    """An actor: offices over time, contacts, partners, statements, and what others call it."""
    who = profile(id_, load(), lang)
    side = who is None or who.kind != "person"
    question = Asked(sides=(id_,)) if side else Asked(actors=(id_,))
    with opened(request) as reader:
        total = count(reader, question) if "\0" not in id_ else 0
        if side and not total and "\0" not in id_:
            # somebody whom the registry does not list is known by the name that articles give
            question = Asked(actors=(id_,))
            total, side = count(reader, question), False
        if who is None and not total:
            raise missing("actor")
        found = listed(reader, question, _CONTACTS)
        asked = AskedSaid(side=id_, newest=_SAID) if side else AskedSaid(speaker=id_, newest=_SAID)
        told = list(said(reader, asked))
        named = names(reader, AskedNames(referent=id_))
        tied = network(
            list(contacts(reader, msgspec.structs.replace(question, newest=_TIED))), "side" if side else "person"
        )
    partners = [(t.b if t.a == id_ else t.a, t) for t in tied.ties if id_ in (t.a, t.b)][:_PARTNERS]
    return shown(
        request,
        lang,
        "actor.html",
        id=id_,
        who=who,
        found=found,
        total=total,
        told=told,
        names=[n for n in named if n.stance != "neutral"],
        partners=partners,
        nodes={n.id: n for n in tied.nodes},
        side=side,
        tied=_TIED,
    )
