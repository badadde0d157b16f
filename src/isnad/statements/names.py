"""Names and noun phrases that no list knows, told by where they stand."""

from isnad.arabic.clitics import BY_THE, FOR_THE
from isnad.lexicon.statements import WordClass as W
from isnad.statements.source import Source
from isnad.statements.view import COMMAS, View

_NAME = 4


def unknown(view: View, first: int, last: int) -> Source:
    """Words before «أن» that no list knows: taken for a speaker as they stand, his trade told apart from his name."""
    name: str | None = None
    at = first
    trade = next((j for j in range(first, last) if view.isa(j, W.TRADES) or _is_head(view, j)), None)
    if trade is None or trade > first:
        end = trade if trade is not None else last
        if 1 < end - first <= _NAME and not view.is_definite(first) and view.side_in(first, end) is None:
            name = view.text(first, end)
    else:
        at = last
        while at - 1 > trade and not is_closed(view, at - 1) and is_name(view, at - 1) and at not in view.ends:
            at -= 1
        if 1 < last - at <= _NAME and (at in view.ends or view.is_definite(at - 1) or view.forms[at - 1] in COMMAS):
            name = view.text(at, last)
    # «فلانة المتخصصة بالشؤون التركية» is no Turk
    over = next((j for j in range(first + 1, last) if _is_about(view, j)), last)
    side = view.side_in(first, over) or (view.told_side(at) if name else None)
    return Source(first, last, "speaker", view.text(first, last), name=name, side=side)


def _is_about(view: View, j: int) -> bool:
    return view.isa(j, W.PREPOSITIONS) is not None or view.forms[j].startswith((BY_THE, FOR_THE))


def name_in(view: View, first: int, last: int) -> str | None:
    """Two to four words in [first, last) that can only be a name: no article, no grammar, no nisba adjective."""
    run: list[int] = []
    for j in range(first, last):
        form = view.forms[j]
        if form[0].isalpha() and not is_closed(view, j) and form not in view.index.cues:
            run.append(j)
        elif len(run) > 1:
            break
        elif form in COMMAS:
            run = []
        else:
            return None
    return view.text(run[0], run[-1] + 1) if 1 < len(run) <= _NAME else None


def is_name(view: View, j: int) -> bool:
    """Whether a word may be part of a name that no list knows."""
    return view.forms[j][0].isalpha() and j not in view.times and not view.index.tensed(view.forms[j], "present")


def _is_head(view: View, j: int) -> bool:
    return any("head" in m.tags for m in view.at[j] or ())


def is_closed(view: View, j: int) -> bool:
    """A word that belongs to no name: definite, of the grammar, or a nisba adjective."""
    return (
        view.is_definite(j)
        or view.isa(j, W.PREPOSITIONS, W.ADVERBS, W.THAT, W.PRONOUNS, W.RELATIVES) is not None
        or any("nisba" in m.tags for m in view.at[j] or ())
    )
