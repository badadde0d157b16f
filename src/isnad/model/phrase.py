"""What the scan and the actor room hand on: lexical matches by token, and phrases that name actors."""

from typing import Any, Literal

import msgspec

PhraseKind = Literal[
    "person", "office", "officials", "institution", "state", "organisation", "group", "counterpart", "set"
]


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase that stands for an actor or a place, as tokens [first, last) of the article.

    `sides` are the sides that its own words tell; `people` the registry places that its name may stand for;
    `clitic` the particle glued to its first word; `members` the persons of a list or the head of a delegation;
    `office_clitic` the particle glued to an office that several share and that stands before this phrase;
    `served` the office at the end of this one, «الرئيس الأمريكي» in «مستشار الرئيس الأمريكي», and its rank.
    """

    kind: PhraseKind
    first: int
    last: int
    clitic: str = ""
    name: tuple[int, int] | None = None
    office: tuple[int, int] | None = None
    rank: str = ""
    number: str = "one"
    female: bool = False
    sides: tuple[str, ...] = ()
    people: tuple[int, ...] = ()
    short: bool = False
    posted: str | None = None
    strength: str = ""
    members: tuple["Phrase", ...] = ()
    served: tuple[int, int, str] | None = None
    office_clitic: str = ""


class Scan(msgspec.Struct, frozen=True):
    """The lexical matches that begin at each token of an article (None where nothing does).

    `marks`: what they may be, a byte a token (`lexicon.marks`); `hints`: what may stand there for statements, a byte a
    token (`lexicon.speech`).
    """

    at: list[Any]
    marks: bytes
    hints: bytes


class Actor(msgspec.Struct, frozen=True):
    """Whom a phrase stands for in this article.

    `key` is the same for all mentions of one actor; `name` is the fullest form that the article gives; `person` the
    registry place; `sides` what is known of the side, best first; `basis` how the phrase was understood.
    """

    key: str
    kind: str
    name: str | None
    name_en: str | None
    office: str | None
    rank: str
    side: str | None
    person: int | None
    basis: str
    female: bool
    first: int
    last: int
    candidates: tuple[str, ...] = ()
    members: tuple["Actor", ...] = ()
    strength: str = ""
    phrase_kind: str = ""
    posted: str | None = None
    likened: bool = False
