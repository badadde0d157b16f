"""Reports made by hand for the tests of merging. Each is like the plain one but for the fields that a case names.

The plain report: the ministers of Egypt and Türkiye met, told on 30 November 2024, a Saturday, without a day.
"""

from functools import cache
from typing import Any

from isnad.lexicon import load
from isnad.merge.accounts import Account, accounts
from isnad.merge.days import publication
from isnad.merge.gazetteer import Gazetteer
from isnad.model import Appearance, Contact, Party, Published, Span, Statement, TimeOf, Witness

SATURDAY = "2024-11-30"
WORDS = "التقى بدر عبد العاطي هاكان فيدان"
Days = str | tuple[str, str] | None


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(load())


def party(side: str, name: str | None = None, **more: Any) -> Party:
    """A party; it stands in the words of its report unless `start` says otherwise."""
    plain = {"actor": None, "name_en": None, "office": None, "start": 0, "end": 1}
    return Party(side=side, name=name, **(plain | more))


EGYPT, TURKIYE = party("EGY", "بدر عبد العاطي"), party("TUR", "هاكان فيدان")


def report(id_: str = "a", *, days: Days = None, value: str | None = None, words: str = WORDS, **more: Any) -> Contact:
    """A contact of a reading. `days`: one ISO day or the first and the last; `value`: TIMEX, where it says more."""
    first, last = (days, days) if isinstance(days, str) or days is None else days
    time = TimeOf(text="", value=value or first, earliest=first, latest=last) if days or value else None
    plain: dict[str, Any] = {
        "kind": "meeting",
        "status": "held",
        "parties": (EGYPT, TURKIYE),
        "place": None,
        "evidence": Span(start=0, end=len(words), text=words),
        "rule": "by.hand",
    }
    return Contact(id=id_, time=time, **(plain | more))


def article(
    key: str,
    *contacts: Contact,
    out: Days = SATURDAY,
    outlet: str | None = None,
    signature: tuple[int, ...] = (),
    statements: tuple[Statement, ...] = (),
) -> Witness:
    """What the article of this key testifies; `out`: when it came out, None where nobody knows."""
    first, last = (out, out) if isinstance(out, str) or out is None else out
    return Witness(
        sha256=key,
        appearances=(Appearance(date=first or "", outlet=outlet or "", key=key),),
        title="",
        outlet=outlet,
        published=Published(earliest=first, latest=last) if first else None,
        signature=signature,
        contacts=contacts,
        statements=statements,
    )


def account(key: str = "a", *, out: Days = SATURDAY, family: str | None = None, **fields: Any) -> Account:
    """The account of one report. Fields of `report`, or of `Account` where it has them under that name alone."""
    own = {name: fields.pop(name) for name in ("led", "purpose", "bare") if name in fields}
    told = article(key, report(fields.pop("id_", key), **fields), out=out)
    (made,) = accounts(told, publication(told.published), family or key, gazetteer())
    return made._replace(**own)
