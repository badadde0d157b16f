"""Who calls whom what, in the outlet's own voice or in somebody's words."""

from collections import defaultdict
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from isnad.labels.terms import Lang
from isnad.query.naming import AskedNames, NameUse, names, referents
from isnad.web.asking import Day, Words
from isnad.web.desk import opened, shown

router = APIRouter()
_REFERENTS, _USES = 30, 120
VOICES = ("outlet", "ambiguous", "distanced", "paraphrased", "quoted")


@router.get("/{lang}/names")
def called(
    request: Request, lang: Lang, of: Words = None, outlet: Words = None, since: Day = None, until: Day = None
) -> Response:
    """The names for one referent, by voice and outlet; without one, for the most named."""
    span: dict[str, Any] = {
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
    }
    with opened(request) as reader:
        known = referents(reader, AskedNames(outlet=outlet, **span))[:_REFERENTS]
        chosen = of or (known[0].id if known else None)
        used = names(reader, AskedNames(referent=chosen, outlet=outlet, **span)) if chosen else ()
    return shown(
        request,
        lang,
        "names.html",
        referents=known,
        of=chosen,
        outlet=outlet,
        span=span,
        voices=VOICES,
        table=_table(used[:_USES]),
        beyond=max(0, len(used) - _USES),
    )


def _table(used: tuple[NameUse, ...]) -> dict[str, dict[str, list[NameUse]]]:
    """The uses by name and voice."""
    out: dict[str, dict[str, list[NameUse]]] = {}
    for use in used:
        out.setdefault(use.text, defaultdict(list))[use.voice].append(use)
    return out
