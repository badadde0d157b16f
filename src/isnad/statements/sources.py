"""Noun phrases that can be a source: persons, bodies, texts, outlets, unnamed people."""

import msgspec

from isnad.arabic.clitics import unglued
from isnad.lexicon.statements import W
from isnad.model.phrase import Actor, Phrase
from isnad.model.reading import LinkRole
from isnad.statements.ahead import is_possessed
from isnad.statements.outlets import carried_to, outlet_at
from isnad.statements.source import Source
from isnad.statements.view import COMMAS, MARKS, STOPS, View, bare

_REACH = 12
_NOUN = 1
_BODIES = frozenset({"institution", "organisation", "group"})
_NAMING = (W.TEXTS, W.ANONYMOUS, W.BODIES, W.PEOPLES, W.LATTER, W.SETS)


def source_at(view: View, i: int, stop: int, clitic: str = "") -> Source | None:
    """The source that begins at token i and ends before `stop`; `clitic`: the particle that its first word may bear."""
    if i >= stop:
        return None
    if view.isa(i, W.DEMONSTRATIVES) and i + 1 < stop and view.is_definite(i + 1):
        found = source_at(view, i + 1, stop)
        return found if found is not None and found.phrase is None else None
    held = view.begins.get(i)
    if (held is None or held[0].kind != "organisation" or view.outlet(i) is not None) and (
        found := outlet_at(view, i, stop, clitic)
    ) is not None:
        return found
    seen = view.isa(i, *_NAMING)
    word = seen.classes if seen is not None else (view.behind(i, clitic) if clitic else None) or frozenset()
    if W.TEXTS in word and (held is None or held[0].last <= i + 1):
        return _text(view, i, stop)
    if W.SETS in word and (held is None or not held[0].members):
        phrase = held[0] if held is not None else None
        return Source(i, i + 1, "speaker", view.text(i, i + 1), pair=True, number="two", phrase=phrase)
    if W.LATTER in word:
        return Source(i, i + 1, "speaker", view.text(i, i + 1), latter=True)
    if held is not None and not (W.ANONYMOUS in word and held[0].kind != "officials"):
        return _phrase(view, *held) if bare(held[0].clitic) in ("", clitic) else None
    if W.ANONYMOUS in word:
        return _plain(view, i, stop, "spokesperson" if W.SPOKESMEN in word else "anonymous")
    if W.BODIES in word or W.PEOPLES in word:
        return _plain(view, i, stop, "statement" if W.BODIES in word else "speaker")
    return None


def _text(view: View, i: int, stop: int) -> Source:
    """«البيان», «بيان لوزارة الخارجية الروسية»: a text, and the body that issued it where it is named."""
    last = i + 1
    actors: list[Actor] = []
    side: str | None = None
    pair = False
    while last < min(stop, i + _REACH):
        form = view.forms[last]
        held = view.begins.get(last)
        if held is not None and bare(held[0].clitic) in ("", "ل"):
            pair = held[0].kind == "set" and not held[0].members
            if held[1] is not None and not pair:
                actors, side = [held[1]], held[1].side
            last = held[0].last
            break
        if held is not None or form in COMMAS or form in STOPS or form in MARKS or form == ":":
            break
        if view.isa(last, W.THAT, W.ADVERBS, W.RELATIVES) or form in view.index.cues:
            break
        if view.isa(last, W.PREPOSITIONS) and not view.isa(last, W.OF_TEXT):
            break
        last += 1
    name = view.text(i, last)
    return Source(
        i, last, "statement", name, actors=actors, side=side, name=name, body=True, pair=pair, definite=last == i + 1
    )


def _phrase(view: View, phrase: Phrase, actor: Actor | None) -> Source:
    """A phrase of the actor room: what it is tells how it speaks."""
    role: LinkRole = "speaker"
    body = phrase.kind in _BODIES or (phrase.kind == "state" and phrase.strength == "seat")
    if phrase.kind == "institution" and view.isa(phrase.first, W.PEOPLES) is not None:
        # «السلطات»: many people who speak without a text
        body = False
    if phrase.rank == "spokesman" or (actor is not None and actor.rank == "spokesman"):
        role = "spokesperson"
    elif phrase.kind == "officials" and phrase.strength != "people" and not (actor is not None and actor.name):
        role = "anonymous"
    elif body:
        role = "statement"
    given = next((j for j in range(phrase.first + 1, phrase.last) if carried_to(view, j)), phrase.last)
    phrase = msgspec.structs.replace(phrase, last=given) if given < phrase.last and phrase.name is None else phrase
    if phrase.last - phrase.first > 1 and is_possessed(view, phrase.last - 1) and phrase.name is None:
        # «الوزراء رفضهم»: what is theirs is no part of their name
        phrase = msgspec.structs.replace(phrase, last=phrase.last - 1)
        if actor is not None:
            office = view.text(phrase.first, phrase.last) if actor.office else None
            actor = msgspec.structs.replace(actor, last=phrase.last, office=office)
    actors = [actor] if actor is not None else []
    if (
        actor is not None
        and phrase.kind in ("set", "counterpart", "officials")
        and len(actor.members) > (phrase.kind != "set")
    ):
        actors = list(actor.members)
    side = (actor.side if actor is not None else None) or (phrase.sides[0] if phrase.sides else None)
    return Source(
        phrase.first,
        phrase.last,
        role,
        unglued(view.text(phrase.first, phrase.last), phrase.clitic),
        actors=actors,
        name=(actor.name if actor is not None else None) or (view.text(*phrase.name) if phrase.name else None),
        side=side or view.side_in(phrase.first + 1, phrase.last) or _told_side(view, phrase),
        body=body,
        state=phrase.kind == "state" and not body,
        pair=phrase.kind == "set" and len(actors) < 2,
        phrase=phrase,
        female=phrase.female or (actor is not None and actor.female),
        number="two" if len(actors) > 1 else phrase.number,
    )


def _told_side(view: View, phrase: Phrase) -> str | None:
    """The side of a bare name, from the office after it («طارق توفيق، المشرف على المتحف المصري») or told before."""
    if phrase.name is None:
        return None
    last = phrase.last
    if view.forms[last : last + 1] and view.forms[last] in COMMAS:
        end = next(
            (x for x in range(last + 1, min(len(view.forms), last + _REACH)) if not view.forms[x][0].isalpha()), last
        )
        if end > last + 1 and view.is_definite(last + 1):
            return view.side_in(last + 1, end)
    return view.told_side(phrase.name[0])


def _plain(view: View, i: int, stop: int, role: LinkRole) -> Source:
    """A noun phrase outside the registry: «مصادر من الخارجية التركية», «الجيش السوري»."""
    last = i + 1
    while last < min(stop, i + _REACH):
        held = view.begins.get(last)
        if held is not None:
            person = not held[0].clitic and held[0].kind in ("person", "office")
            if bare(held[0].clitic) not in ("", "ل", "ب") or (
                person and last > i + 1 and not view.isa(last - 1, W.INSIDE)
            ):
                break
            if held[0].kind == "institution" and view.is_definite(i) and view.is_definite(last):
                # «دعت المعارضة الحكومة الإيرانية إلى»: two definite nouns side by side are two
                break
            last = held[0].last
            continue
        if _over(view, i, last, role):
            break
        last += 1
    if last < stop and last > i + _NOUN and _is_of_next(view, i, last):
        # «الحزب القواعد الأجنبية»: the adjective makes the word before it a noun of its own
        last -= 1
    words = view.text(i, last)
    return Source(i, last, role, words, side=view.side_in(i, last), body=role == "statement")


def _is_of_next(view: View, first: int, j: int) -> bool:
    """Whether a feminine adjective at token j is of the definite word before it, and not of the masculine head."""
    head = view.forms[first]
    if view.isa(first, W.FEMININE, W.PEOPLES, W.ANONYMOUS) or head.endswith("ه"):
        return False
    return view.is_definite(j) and view.forms[j].endswith("ه") and view.is_definite(j - 1)


def _over(view: View, first: int, j: int, role: LinkRole) -> bool:
    """Whether a plain noun phrase that began at `first` is over at token j."""
    form = view.forms[j]
    if not form[0].isalpha() or view.isa(j, W.THAT, W.ADVERBS, W.NEGATIONS, W.PARTICLES) or carried_to(view, j):
        return True
    if view.isa(j, W.TEXTS) and not view.is_definite(j):
        # «أصدر مكتب الرئيس بيانا»
        return True
    if view.isa(j, W.INSIDE):
        spoken = view.isa(j + 1, W.INTERVIEWS, W.SPEECHES, W.PRESS_CONFERENCES, W.VENUES, W.TEXTS, W.SOCIAL)
        return role not in ("anonymous", "spokesperson") or spoken is not None
    if view.isa(j, W.RELATIVES, W.PREPOSITIONS) or (form in view.index.cues and not view.is_definite(j)):
        return True
    if not view.is_definite(first) or view.isa(j - 1, W.INSIDE):
        # «مجموعة صناعة الطائرات ارتفاع الإيرادات»: the noun phrase ended with its definite noun
        return first + 1 < j and view.is_definite(j - 1) and not view.is_definite(j) and not view.isa(j, *_NAMING)
    # a definite noun is carried on by adjectives that agree with it alone, not by «المصدر دعم», «الحكومة الهجوم»
    if not view.is_definite(j) or (view.forms[first].endswith("ه") and not form.endswith("ه")):
        return True
    return j > first + 1 and _is_of_next(view, first, j)
