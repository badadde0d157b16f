"""Subjects that no list knows, told by where they stand: right behind their verb, before what opens the words told."""

from isnad.lexicon.statements import WordClass as W
from isnad.statements.ahead import breaks, is_possessed, that_ahead
from isnad.statements.names import is_closed, is_name, name_in, unknown
from isnad.statements.outlets import carried_to
from isnad.statements.source import Source
from isnad.statements.view import COMMAS, Quote, View

_NAME = 3
# a given name and a family name
_FULL, _SURNAME = 2, "ي"
_GLUED = ("ل", "ب")


def before_opener(view: View, first: int, opener: int, *, owned: bool) -> Source:
    """The strange words from token `first` to the opener: a subject that ends where its noun phrase does.

    `owned`: what belongs to somebody is no part of it.
    """
    end = next((x for x in range(first + 1, opener) if _is_over(view, x) or (owned and is_possessed(view, x))), opener)
    source = unknown(view, first, end)
    if source.name is None and end < opener and not carried_to(view, end):
        comma = next((x for x in range(end, opener) if view.forms[x] in COMMAS), end - 1)
        source.name = name_in(view, comma + 1, opener)
    return source


def _is_over(view: View, x: int) -> bool:
    """Whether a strange subject ends before token x: «الدبلوماسي لرويترز نعتقد أن»."""
    return breaks(view, x) or carried_to(view, x) or view.index.first_person(view.forms[x])


def before_preposition(view: View, first: int, preposition: int) -> Source | None:
    """The strange words right behind a verb, before the preposition that it takes; None where none stand there."""
    end = next((x for x in range(first, preposition) if breaks(view, x)), preposition)
    if first in view.begins or end <= first or view.word(first) is not None:
        return None
    return unknown(view, first, end)


def in_marks(view: View, quote: Quote, hi: int, takes: frozenset[str]) -> Source | None:
    """«وصرح "فالون" من بغداد أن»: a strange name in marks, behind which a clause opens."""
    first, last = quote.first, quote.last
    strange = all(
        view.forms[j][0].isalpha() and view.word(j) is None and not is_closed(view, j) for j in range(first, last)
    )
    if not strange or last - first > _NAME or not that_ahead(view, last, hi, takes):
        return None
    source = unknown(view, first, last)
    source.name = source.words
    return source


def antecedent(view: View, end: int, lo: int) -> Source | None:
    """«الوزيرة السابقة نادية المرسي التي», «عن سامية القاسمي التي»: two strange words that can be a name.

    «تعديل الاتفاق الذي» is none: its words stand neither behind a title nor look like a family name.
    """
    first = end - _FULL
    if first <= lo or view.forms[first].startswith(_GLUED) or is_closed(view, first):
        return None
    if any(view.word(j) is not None or not is_name(view, j) for j in range(first, end)):
        return None
    titled = view.is_definite(first - 1) or view.isa(first - 1, W.TRADES) is not None
    family = view.forms[end - 1].endswith(_SURNAME) and view.isa(first - 1, W.PREPOSITIONS) is not None
    return unknown(view, first, end) if titled or family else None
