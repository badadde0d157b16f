"""A subject that goes on behind the words that the actor room knows: a name after a long title, an apposition."""

import msgspec

from isnad.lexicon.statements import Opener
from isnad.lexicon.statements import WordClass as W
from isnad.statements.names import is_closed
from isnad.statements.outlets import carried_to
from isnad.statements.source import Source
from isnad.statements.view import COMMAS, MARKS, STOPS, Named, View, bare

_REACH = 14
_NAME = 4
# a given name and a family name
_FULL = 2
_TITLED = frozenset({"office", "officials"})


def named(view: View, source: Source, hi: int, takes: frozenset[str]) -> Source:
    """A title with the name that stands behind its further words: «المتحدث الرسمي باسم الكرملين دميتري بيسكوف»."""
    if source.name or not _is_title(view, source):
        return source
    end = _end(view, source.last, hi, takes)
    held = _person(view, source.last, end)
    if held is None and end < hi and view.forms[end] in COMMAS:
        return _inset(view, source, end + 1, hi)
    return _borne(view, source, held, takes) if held is not None else strange(view, source, end)


def _is_title(view: View, source: Source) -> bool:
    """Whether a source is one man's title or trade, so that a name may follow."""
    trade = view.isa(source.first, W.TRADES) is not None
    if source.number != "one" or source.pair or source.latter or (source.outlet is not None and not trade):
        return False
    if source.phrase is not None:
        return source.phrase.kind in _TITLED
    if trade:
        return True
    # «مسؤول الأمم المتحدة لغرب إفريقيا», not «مسؤول أممي»
    behind = view.begins.get(source.first + 1)
    owned = source.first + 1 < source.last and behind is not None and not behind[0].clitic
    return source.role == "anonymous" and (view.is_definite(source.first) or owned)


def _person(view: View, first: int, end: int) -> Named | None:
    """The first person named in tokens [first, end), not behind a preposition."""
    j = first
    while j < end:
        held = view.begins.get(j)
        if held is not None:
            person = held[0]
            of_preposition = view.isa(j - 1, W.PREPOSITIONS) is not None and j - 1 not in view.ends
            if person.kind == "person" and person.name is not None and not person.clitic and not of_preposition:
                return held
            j = person.last
        else:
            j += 1
    return None


def _inset(view: View, source: Source, first: int, hi: int) -> Source:
    """«مدير المعسكر، أليكسي فلان، إن»: the name between commas."""
    # «العقيد الركن فلان», «البروفيسور فلان»
    first = next((j for j in range(first, hi) if not view.is_definite(j)), first)
    end = next((j for j in range(first, min(hi, first + _NAME + 2)) if not _in_name(view, j)), first)
    closes = end < hi and (view.forms[end] in COMMAS or end in view.opens or _is_left(view, end))
    held = view.begins.get(first)
    if held is not None and held[0].kind == "person" and held[0].name is not None and not held[0].clitic:
        return _borne(view, source, held, frozenset())
    open_words = all(not is_closed(view, j) and j not in view.begins for j in range(first, end))
    if not closes or not 1 < end - first <= _NAME or not open_words or view.index.tensed(view.forms[first], "past"):
        return source
    role = "speaker" if source.role == "anonymous" else source.role
    side = source.side or view.side_in(source.last, first)
    words = view.text(source.first, first - 1)
    return msgspec.structs.replace(source, role=role, words=words, actors=[], name=view.text(first, end), side=side)


def _is_left(view: View, j: int) -> bool:
    """Whether token j leaves a name in an inset: what opens the words told, or to whom they were given."""
    return view.isa(j, W.THAT) is not None or carried_to(view, j)


def _in_name(view: View, j: int) -> bool:
    return (view.forms[j][0].isalpha() or view.forms[j] == "-") and view.word(j) is None


def _borne(view: View, source: Source, held: Named, takes: frozenset[str]) -> Source:
    """The source with the name that bears its title."""
    person, actor = held
    assert person.name is not None
    side = (actor.side if actor is not None else None) or source.side or view.side_in(source.last, person.last)
    if source.side is not None and side != source.side and Opener.NOUN in takes:
        # «دعا رئيس اللجنة الدولية بوتين إلى»: he is whom it was asked of
        return source
    return msgspec.structs.replace(
        source,
        last=person.last,
        words=view.text(source.first, person.last),
        role="speaker" if source.role == "anonymous" else source.role,
        actors=[actor] if actor is not None else [],
        name=(actor.name if actor is not None else None) or view.text(*person.name),
        side=side,
        female=source.female or person.female,
    )


def _end(view: View, first: int, hi: int, takes: frozenset[str]) -> int:
    """Where the noun phrase of a subject is over: what opens the words told, a comma, a verb."""
    for j in range(first, min(hi, first + _REACH)):
        form = view.forms[j]
        held = view.begins.get(j)
        if form in COMMAS or form in STOPS or form in MARKS or form == ":" or j in view.times:
            return j
        if carried_to(view, j) or view.index.first_person(form):
            return j
        if view.isa(j, W.PREPOSITIONS) and view.isa(j + 1, W.TEXTS, W.VENUES, W.SOCIAL, W.SPEECHES, W.INTERVIEWS):
            return j
        if view.isa(j, W.THAT, W.RELATIVES, W.PARTICLES) or (form in takes and held is None):
            return j
        if held is not None and bare(held[0].clitic) == "" and held[0].clitic:
            return j
        if held is None and view.index.tensed(form, "past", "present", "future") and not view.is_definite(j):
            return j
    return min(hi, first + _REACH)


def strange(view: View, source: Source, end: int) -> Source:
    """«رئيس لجنة التحقيق الدولية بشأن سوريا باولو بينيرو إلى»: the last words before the opener can only be a name."""
    at = end - _is_family(view, source.last, end)
    while at > source.last and end - at < _NAME and not is_closed(view, at - 1) and at not in view.ends:
        at -= 1
    # «لغرب أفريقيا سعيد لقمان»: what the office is for is no part of the name
    at = next((j + _FULL for j in range(at, end - _FULL - 1) if view.forms[j].startswith(("ل", "ب"))), at)
    unlisted = all(view.forms[j][0].isalpha() and view.word(j) is None for j in range(at, end))
    if not 1 < end - at <= _NAME or at == source.last or not unlisted:
        return source
    return msgspec.structs.replace(
        source,
        last=end,
        words=view.text(source.first, end),
        role="speaker" if source.role == "anonymous" else source.role,
        actors=[],
        name=view.text(at, end),
        # «بشأن سوريا» tells what the office is about, not whose it is
        side=source.side or view.side_in(source.last, _preposition(view, source.last, at)),
    )


def _is_family(view: View, first: int, end: int) -> bool:
    """Whether a definite word closes a name of two between a known phrase and «إن»: «مراسلنا في غزة سالم الكاشف إن»."""
    two = end - _FULL
    opens = two > first and two in view.ends and view.isa(end, W.THAT) is not None
    return opens and view.is_definite(end - 1) and not view.at[end - 1] and not is_closed(view, two)


def _preposition(view: View, first: int, last: int) -> int:
    return next((j for j in range(first, last) if view.isa(j, W.PREPOSITIONS)), last)


def carried_on(view: View, source: Source, hi: int, takes: frozenset[str]) -> int:
    """The token after the subject's own further words, where what is told opens right behind them.

    «أسامة حمدان القيادي في الحركة أن», «رئيس اللجنة الأولمبية الدولية، عن»: an apposition, adjectives.
    """
    j = source.last
    held = view.begins.get(j)
    if source.name and held is not None and held[0].kind in _TITLED and not held[0].clitic and not held[0].name:
        j = held[0].last
    while j < hi and j not in view.begins and view.is_definite(j) and _agree(view, j - 1, j):
        j += 1
    if j == source.last:
        return j
    at = j + 1 if j < hi and view.forms[j] in COMMAS else j
    opens = at < hi and (view.forms[at] in takes or view.isa(at, W.THAT) is not None or at in view.opens)
    return j if opens else source.last


def _agree(view: View, i: int, j: int) -> bool:
    return view.is_definite(i) and view.forms[i].endswith("ه") == view.forms[j].endswith("ه")
