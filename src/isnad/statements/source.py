"""Noun phrases that can be a source: persons, bodies, texts, outlets, unnamed people."""

import msgspec

from isnad.arabic.clitics import unglued
from isnad.lexicon.collective import Outlet
from isnad.model.reading import LinkRole
from isnad.model.phrase import Actor, Phrase
from isnad.statements.view import COMMAS, MARKS, STOPS, View

_REACH = 12
_NAME = 4
_SPOKEN = frozenset({"spokesman"})
_BODY_KINDS = frozenset({"institution", "organisation", "group"})
_INSIDE = frozenset({"من", "في", "عن", "ب", "علي"})


class Source(msgspec.Struct):
    """Who or what is given as the source of words: tokens [first, last), the role of its link, and the actors behind it.

    `words` is how it is called; `collective` marks many people who speak without a text; `pair` both sides of a contact.
    """

    first: int
    last: int
    role: LinkRole
    words: str
    actors: list[Actor] = []
    name: str | None = None
    side: str | None = None
    outlet: Outlet | None = None
    body: bool = False
    state: bool = False
    pair: bool = False
    latter: bool = False
    definite: bool = False
    phrase: Phrase | None = None
    female: bool | None = None
    number: str = "one"


def source_at(view: View, i: int, stop: int, clitic: str = "") -> Source | None:
    """The source that begins at token i and ends before `stop`; `clitic` is the particle that its first word may bear."""
    if i >= stop:
        return None
    held = view.begins.get(i)
    if held is None or held[0].kind != "organisation" or view.outlet(i) is not None:
        found = _outlet(view, i, stop, clitic)
        if found is not None:
            return found
    seen = view.isa(i, "texts", "anonymous", "bodies", "peoples", "latter", "sets", "social")
    word = seen.classes if seen is not None else _stripped(view, i, clitic) if clitic else None
    if word is not None and "texts" in word and (held is None or held[0].last <= i + 1):
        return _text(view, i, stop)
    if word is not None and "sets" in word and (held is None or not held[0].members):
        return Source(i, i + 1, "speaker", view.text(i, i + 1), pair=True, number="two")
    if word is not None and "latter" in word:
        return Source(i, i + 1, "speaker", view.text(i, i + 1), latter=True)
    if held is not None and not (word is not None and "anonymous" in word and held[0].kind != "officials"):
        if _glue(held[0].clitic) in ("", clitic):
            return _phrase(view, held[0], held[1], clitic)
        return None
    if word is not None and ("anonymous" in word or "bodies" in word or "peoples" in word):
        return _plain(
            view, i, stop, "anonymous" if "anonymous" in word else "statement" if "bodies" in word else "speaker"
        )
    return None


def _glue(clitic: str) -> str:
    return clitic[1:] if clitic[:1] in ("و", "ف") else clitic


def _stripped(view: View, i: int, clitic: str) -> dict[str, str] | None:
    """The classes of a word behind a glued preposition: «للبيان», «لمصادر»."""
    form = view.forms[i]
    if not form.startswith(clitic):
        return None
    rest = form[len(clitic) :]
    options = [rest, "ا" + rest] if rest.startswith("ل") else [rest]
    for option in options:
        word = view.index.word([option, *view.forms[i + 1 : i + 4]], 0)
        if word is not None and not word.joined:
            return word.classes
    return None


def _outlet(view: View, i: int, stop: int, clitic: str) -> Source | None:
    word = view.isa(i, "agencies", "media", "sites")
    classes = word.classes if word is not None else None
    if classes is None and clitic:
        found = _stripped(view, i, clitic)
        classes = found if found is not None and ("agencies" in found or "media" in found or "sites" in found) else None
    named = view.outlet(i, clitic)
    if named is not None:
        outlet, last = named
        name = view.text(i, last)
        last = _close(view, last, stop)
        role: LinkRole = "agency" if outlet.kind == "agency" else "media"
        return Source(
            i,
            last,
            role,
            view.text(i, last),
            name=unglued(name, clitic) if clitic else name,
            side=outlet.state,
            outlet=outlet,
        )
    if classes is None:
        return None
    first, last = i, i + 1
    outlet_found: Outlet | None = None
    name: str | None = None
    for j in range(i + 1, min(stop, i + 7)):
        form = view.forms[j]
        inside = view.outlet(j)
        if inside is not None:
            outlet_found, last = inside
            name = view.text(j, last)
            last = _close(view, last, stop)
            break
        if view.isa(j, "social"):
            return None
        if j in view.opens:
            if not view.is_name(view.opens[j]):
                break
            quote = view.quotes[view.opens[j]]
            name, last = view.text(quote.first, quote.last), min(quote.last + 1, stop)
            break
        if form == "(":
            close = next((k for k in range(j + 1, min(stop, j + 7)) if view.forms[k] == ")"), None)
            if close is not None:
                name, last = view.text(j + 1, close), close + 1
            break
        if not form[0].isalpha() or view.isa(j, "that", "prepositions", "adverbs") or form in view.index.cues:
            break
        last = j + 1
    if last == first + 1 and not view.forms[i].startswith(("ال", "وال", "لل")) and outlet_found is None:
        return None
    if "sites" in classes and name is None:
        return None
    role = "agency" if "agencies" in classes and not (outlet_found and outlet_found.kind != "agency") else "media"
    # «المجلة»: the outlet told before
    words = unglued(view.text(first, last), clitic) if clitic else view.text(first, last)
    side = outlet_found.state if outlet_found is not None else view.side_in(first, last)
    return Source(
        first, last, role, words, name=name or words, side=side, outlet=outlet_found, definite=last == first + 1
    )


def _close(view: View, last: int, stop: int) -> int:
    """The end of a name, its closing mark, short form («(وام)») or adjectives («سانا الرسمية») included."""
    if (
        last + 2 < stop
        and view.forms[last] == "("
        and (end := next((k for k in range(last, min(stop, last + 6)) if view.forms[k] == ")"), 0))
    ):
        last = end + 1
    while last < stop and (view.forms[last] in MARKS or view.forms[last] in ")"):
        last += 1
    while (
        last < stop and view.forms[last].startswith("ال") and not view.isa(last, "adverbs") and last not in view.begins
    ):
        last += 1
    return last


def _text(view: View, i: int, stop: int) -> Source:
    """«البيان», «بيان لوزارة الخارجية الروسية»: a text, and the body that issued it where it is named."""
    last = i + 1
    actors: list[Actor] = []
    side: str | None = None
    pair = False
    while last < min(stop, i + _REACH):
        form = view.forms[last]
        held = view.begins.get(last)
        if held is not None and _glue(held[0].clitic) in ("", "ل"):
            pair = held[0].kind == "set" and not held[0].members
            if held[1] is not None and not pair:
                actors, side = [held[1]], held[1].side
            last = held[0].last
            break
        if held is not None or form in COMMAS or form in STOPS or form in MARKS or form == ":":
            break
        if view.isa(last, "that", "adverbs") or form in view.index.cues:
            break
        if view.isa(last, "prepositions") and form not in ("عن", "من"):
            break
        last += 1
    name = view.text(i, last)
    return Source(
        i, last, "statement", name, actors=actors, side=side, name=name, body=True, pair=pair, definite=last == i + 1
    )


def _phrase(view: View, phrase: Phrase, actor: Actor | None, clitic: str) -> Source:
    words = unglued(view.text(phrase.first, phrase.last), phrase.clitic)
    role: LinkRole = "speaker"
    body = phrase.kind in _BODY_KINDS or (phrase.kind == "state" and phrase.strength == "seat")
    if phrase.rank in _SPOKEN or (actor is not None and actor.rank in _SPOKEN):
        role = "spokesperson"
    elif phrase.kind == "officials" and phrase.strength != "people" and not (actor is not None and actor.name):
        role = "anonymous"
    elif body:
        role = "statement"
    people = view.isa(phrase.first, "peoples") is not None and phrase.kind == "institution"
    actors = [actor] if actor is not None else []
    if (
        actor is not None
        and phrase.kind in ("set", "counterpart", "officials")
        and len(actor.members) > (phrase.kind != "set")
    ):
        actors = list(actor.members)
    number = "two" if len(actors) > 1 or phrase.number == "two" else phrase.number
    name = (actor.name if actor is not None else None) or (view.text(*phrase.name) if phrase.name else None)
    return Source(
        phrase.first, phrase.last, "speaker" if people else role, words, actors=actors, name=name,
        side=(actor.side if actor is not None else None) or (phrase.sides[0] if phrase.sides else None) or view.side_in(phrase.first + 1, phrase.last),
        body=body and not people,
        state=phrase.kind == "state" and not body, pair=phrase.kind == "set" and len(actors) < 2, phrase=phrase,  # noqa: PLR2004
        female=phrase.female or (actor is not None and actor.female) or None, number=number,
    )  # fmt: skip


def _plain(view: View, i: int, stop: int, role: LinkRole) -> Source:
    """A noun phrase outside the registry: «مصادر من الخارجية التركية», «الجيش السوري»."""
    last = i + 1
    while last < min(stop, i + _REACH):
        form = view.forms[last]
        if form in COMMAS or form in STOPS or form in MARKS or form in ":-–()":
            break
        held = view.begins.get(last)
        if held is not None:
            if _glue(held[0].clitic) not in ("", "ل", "ب") or (
                not held[0].clitic
                and held[0].kind in ("person", "office")
                and last > i + 1
                and view.forms[last - 1] not in _INSIDE
            ):
                break
            last = held[0].last
            continue
        if (
            view.isa(last, "that", "adverbs", "negations", "particles")
            or (form not in _INSIDE and view.isa(last, "relatives"))
            or _carrier(view, last)
        ):
            break
        if form in view.index.cues and not form.startswith("ال"):
            break
        if view.isa(last, "prepositions") and form not in _INSIDE:
            break
        if form in ("في", "عن", "علي") and role != "anonymous":
            break
        if (
            view.forms[i].startswith("ال")
            and not form.startswith("ال")
            and form not in _INSIDE
            and view.forms[last - 1] not in _INSIDE
        ):
            break
        last += 1
    words = view.text(i, last)
    return Source(i, last, role, words, side=view.side_in(i, last), body=role == "statement")


def _carrier(view: View, i: int) -> bool:
    """Whether token i names, behind «ل», the outlet that words were given to: «لوكالة سانا»."""
    if not view.forms[i].startswith("ل"):
        return False
    if view.outlet(i) is not None and view.outlet(i, "") is None:
        return True
    classes = _stripped(view, i, "ل")
    return classes is not None and ("agencies" in classes or "media" in classes)


def unknown(view: View, first: int, last: int) -> Source:
    """Words before «أن» that no list knows: taken for a speaker as they stand, his trade told apart from his name."""
    words = view.text(first, last)
    name: str | None = None
    trade = next(
        (
            j
            for j in range(first, last)
            if view.isa(j, "trades") or view.at[j] and any("head" in m.tags for m in view.at[j] or ())
        ),
        None,
    )
    if trade is None or trade > first:
        end = trade if trade is not None else last
        if 1 < end - first <= _NAME and not view.forms[first].startswith("ال") and view.side_in(first, end) is None:  # noqa: PLR2004
            name = view.text(first, end)
    else:
        at = last
        while (
            at - 1 > trade
            and not view.forms[at - 1].startswith("ال")
            and at not in view.ends
            and not _grammar(view, at - 1)
        ):
            at -= 1
        if 1 < last - at <= _NAME and at - 1 >= trade and (at in view.ends or view.forms[at - 1].startswith("ال")):  # noqa: PLR2004
            name = view.text(at, last)
    return Source(first, last, "speaker", words, name=name, side=view.side_in(first, last))


def name_in(view: View, first: int, last: int) -> str | None:
    """Two to four words in [first, last) that can only be a name: no article, no grammar, no nisba adjective."""
    run: list[int] = []
    for j in range(first, last):
        form = view.forms[j]
        if form[0].isalpha() and not form.startswith("ال") and not _grammar(view, j) and form not in view.index.cues:
            run.append(j)
            continue
        if len(run) > 1:
            break
        if form in COMMAS:
            run = []
            continue
        return None
    if 1 < len(run) <= _NAME:  # noqa: PLR2004
        return view.text(run[0], run[-1] + 1)
    return None


def _grammar(view: View, i: int) -> bool:
    return view.isa(i, "prepositions", "adverbs", "that") is not None or bool(
        view.at[i] and any("nisba" in m.tags for m in view.at[i] or ())
    )
