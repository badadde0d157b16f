"""One cue and what it governs: the source beside it, what came between, and where the words told begin."""

import msgspec

from isnad.lexicon.statements import CueForm, Verb
from isnad.model.phrase import Actor
from isnad.statements.source import Source, name_in, source_at, unknown
from isnad.statements.view import COMMAS, MARKS, STOPS, View

_REACH = 48
_AHEAD = 16
_BACK = 30
_STRAY = 5
_SOON = 7
_GLUED = ("ب", "ل")
_THAT_OF = {"بان": "ب", "بانه": "ب", "بانها": "ب", "بانهم": "ب", "بانهما": "ب", "لان": "ل", "لانه": "ل"}


class Told(msgspec.Struct):
    """A cue, tokens [first, last), the words told from token `start` on, and who is named around it."""

    first: int
    last: int
    verb: Verb | None
    form: CueForm | None
    cls: str
    rule: str
    start: int
    opener: str
    source: Source | None = None
    through: list[Source] = []
    addressee: Source | None = None
    polarity: str = "said"
    inset: int = -1
    end: int = -1
    before: bool = False
    relative: bool = False
    passive: bool = False
    antecedent: int = -1


class Opening(msgspec.Struct):
    """What was read to the right of a verb."""

    start: int
    opener: str
    source: Source | None
    through: list[Source]
    addressee: Source | None


def glued(form: str, mark: str) -> bool:
    """Whether a word may bear this particle."""
    return form.startswith(mark) and len(form) > 3  # noqa: PLR2004


def opening(view: View, k: int, takes: frozenset[str], hi: int, source: Source | None, null: bool, guess: bool = True,
            actor: bool = False) -> Opening | None:  # fmt: skip
    """What opens the words told by a verb at token k, read up to token `hi`; None where nothing does.

    `source` is a subject already known; `null`: the verb may stand without one; `guess`: words that no list knows may be it;
    `actor`: a noun told must be an actor («اتهم ضابط موسكو»).
    """
    forms = view.forms
    through: list[Source] = []
    addressee: Source | None = None
    settled = source is not None
    gap = skipping = loose = False
    stray = 0
    j = k + 1
    while j < min(hi, k + _REACH):
        form = forms[j]
        if j in view.opens:
            quote = view.quotes[view.opens[j]]
            if view.is_name(view.opens[j]):
                j = quote.last + 1
                continue
            if "quote" in takes or "that" in takes:
                return Opening(quote.first, "quote", source, through, addressee)
            if "noun" in takes and (settled or null):
                return Opening(j, "noun", source, through, addressee)
            if any(m in takes and glued(forms[quote.first], m) for m in _GLUED):
                return Opening(j, forms[quote.first][0], source, through, addressee)
            j = quote.last + 1
            continue
        if form == ":":
            if "quote" not in takes and "that" not in takes:
                return None
            at = j + 1
            while at < hi and (forms[at] in MARKS or forms[at] in "({"):
                at += 1
            return Opening(at, "colon", source, through, addressee) if at < hi else None
        if form in STOPS:
            return None
        if form in COMMAS:
            gap, skipping, loose = True, False, False
            j += 1
            continue
        if gap and not skipping and forms[j - 1] in COMMAS and form[0] == "و" and source is None and ((word := view.word(j)) is not None and word.joined and
                                                                                                     not word.classes.keys() & {"prepositions", "adverbs"}):  # fmt: skip
            return None
        if stray > _STRAY:
            return None
        if form in "()-–":
            j += 1
            continue
        if (time := view.times.get(j)) is not None and time > j:
            j = time
            continue
        word = view.word(j)
        if word is not None and "that" in word.classes:
            prep = _THAT_OF.get(form)
            if "that" in takes or prep in takes or (form.startswith("ب") and ("noun" in takes or "ب" in takes)):
                return Opening(j + 1, "that", source, through, addressee)
            if not skipping:
                return None
            j += 1
            continue
        held = view.begins.get(j)
        if form in takes and held is None:
            if view.isa(j + 1, "that"):
                return Opening(j + 2, "that", source, through, addressee)
            named = source_at(view, j + 1, hi)
            if not (named is not None and named.role in ("agency", "media", "social")):
                return Opening(j + 1, form, source, through, addressee)
        if (
            form.startswith("ب")
            and (text := source_at(view, j, hi, "ب")) is not None
            and text.role == "statement"
            and held is None
            and "ب" + view.forms[j][1:] == form
            and not view.isa(j, "texts")
        ):
            # «ببيان منفصل»
            through.append(text)
            gap = loose = True
            j = text.last
            continue
        mark = next((m for m in _GLUED if m in takes and glued(form, m)), None)
        if (
            mark
            and stray < 2
            and not skipping
            and (
                word is None
                or not (
                    {"prepositions", "adverbs", "agencies", "media", "texts", "bodies", "anonymous", "peoples"}
                    & word.classes.keys()
                )
            )
            and (held is None or held[0].clitic.endswith(mark))
            and (settled or null or held is not None)
            and not _whole(view, j)
        ):
            if not (mark == "ل" and "that" in takes):
                return Opening(j, mark, source, through, addressee)
        if word is not None and ("adverbs" in word.classes or "particles" in word.classes):
            j += word.length
            continue
        if word is not None and "relatives" in word.classes and form not in ("من",):
            skipping = gap = True
            j += 1
            continue
        if word is not None and "prepositions" in word.classes and held is None:
            at = j + word.length
            via = source_at(view, at, hi)
            gap = loose = True
            if via is not None:
                if via.role in ("agency", "media", "statement") and (
                    via.outlet or via.role != "statement" or view.isa(at, "texts")
                ):
                    through.append(via)
                elif view.isa(at, "social"):
                    through.append(_post(view, at))
                j = max(via.last, at)
                continue
            if view.isa(at, "social"):
                through.append(_post(view, at))
            j = at + (1 if at < hi and at not in view.opens and forms[at] not in COMMAS else 0)
            continue
        if word is not None and "social" in word.classes:
            through.append(_post(view, j))
            j += word.length
            continue
        if word is not None and "turns" in word.classes:
            j += word.length
            continue
        if held is not None and held[0].clitic.endswith("ل") and not settled and held[0].kind != "state":
            addressee = source_at(view, j, hi, "ل")
            gap = True
            j = held[0].last
            continue
        if (
            form.startswith("ل")
            and (via := source_at(view, j, hi, "ل")) is not None
            and via.role in ("agency", "media")
        ):
            through.append(via)
            gap = True
            j = via.last
            continue
        if (
            form in view.index.cues
            and any(c.tense in ("past", "present", "future") for c in view.index.cues[form])
            and (gap or settled)
            and held is None
        ):
            # «نقلتها وكالة …»: the outlet that carried the words
            via = source_at(view, j + 1, hi)
            if via is not None and via.role in ("agency", "media"):
                through.append(via)
                j = via.last
                continue
            if not skipping and "noun" in takes and settled is False:
                return None
            skipping = True
            j += 1
            continue
        if skipping:
            # «الذي تقوده الرياض»: a relative clause is over, at the latest, behind the actor in it
            if held is not None and "noun" in takes and not ("that" in takes and _that_ahead(view, j, hi, takes)):
                skipping, j = False, held[0].last
                continue
            j += 1
            continue
        if not settled and not (gap and loose):
            found = source_at(view, j, hi)
            if found is not None and found.last > j:
                if found.name is None and gap and forms[j - 1] in COMMAS and 1 < stray <= _STRAY:
                    # «قالت فلانة، الناطقة باسم …»
                    found.name = name_in(view, k + 1, j - 1)
                source, settled = found, True
                j = _joined(view, found, hi)
                continue
        if loose and form.startswith("ال") and held is None:
            # the rest of an inset: «في المؤتمر الصحفي المشترك»
            j += 1
            continue
        if guess and actor and not settled and held is None and j == k + 1 and form[0].isalpha():
            ahead = next(
                (
                    x
                    for x in range(j, min(hi, j + _SOON))
                    if x in view.begins or forms[x] in COMMAS or view.isa(x, "prepositions")
                ),
                0,
            )
            if ahead in view.begins and not _glue(view.begins[ahead][0].clitic):
                source, settled = unknown(view, j, ahead), True
                j = ahead
                continue
        if (
            guess
            and "noun" in takes
            and j == k + 1
            and form.startswith("ال")
            and held is None
            and (last := _definite(view, j, hi))
            and last < hi
            and (
                ("that" in takes and (forms[last] in COMMAS or view.isa(last, "prepositions", "that", "adverbs")))
                or (
                    forms[last][0].isalpha()
                    and not forms[last].startswith(("ال", "و", "ل", "ب"))
                    and view.word(last) is None
                )
            )
        ):
            source, settled = unknown(view, j, last), True
            j = last
            continue
        if (
            (loose or gap)
            and "that" in takes
            and _that_ahead(view, j, hi if gap and not loose else min(hi, j + _SOON), takes)
        ):
            j = held[0].last if held is not None else j + 1
            continue
        if "noun" in takes and not (held is not None and _glue(held[0].clitic)):
            if (
                settled
                and source is not None
                and source.last == j
                and form.startswith("ال")
                and held is None
                and not gap
                and source.role != "speaker"
            ):
                j += 1
                continue
            if settled or (null and not _that_ahead(view, j, hi, takes)) or held is not None:
                return Opening(j, "noun", source, through, addressee)
        if held is not None:
            j = held[0].last
            continue
        if guess and not settled and not gap and form[0].isalpha() and (end := _that_ahead(view, j, hi, takes)):
            stop = next(
                (
                    x
                    for x in range(j + 1, end)
                    if forms[x] in COMMAS
                    or view.isa(x, "prepositions", "adverbs", "relatives")
                    or x in view.opens
                    or x in view.times
                ),
                end,
            )
            source, settled = unknown(view, j, stop), True
            if source.name is None and stop < end:
                at = next((x for x in range(stop, end) if forms[x] in COMMAS), None)
                source.name = name_in(view, at + 1 if at is not None else stop, end)
            j = stop
            continue
        stray += not gap and form[0].isalpha()
        j += 1
    return None


def _definite(view: View, j: int, hi: int) -> int:
    """The token after a definite noun and its adjectives: «النادي», «الشركة الوطنية»."""
    while j < hi and view.forms[j].startswith("ال") and j not in view.begins and view.word(j) is None:
        j += 1
    return j


def _whole(view: View, j: int) -> bool:
    """A word whose first letter belongs to it: «بين», «بيان», «لقاء»."""
    form = view.forms[j]
    held = view.at[j]
    if held is not None and any(m.clitic == "" and m.last == j + 1 and "nisba" not in m.tags for m in held):
        return True
    return form in view.index.cues and not form.startswith(("بال", "لل"))


def _glue(clitic: str) -> str:
    return clitic[1:] if clitic[:1] in ("و", "ف") else clitic


def _post(view: View, i: int) -> Source:
    word = view.isa(i, "social")
    return Source(
        i,
        i + (word.length if word else 1),
        "social",
        view.text(i, i + (word.length if word else 1)),
        name=view.text(i, i + (word.length if word else 1)),
    )


def _that_ahead(view: View, j: int, hi: int, takes: frozenset[str]) -> int:
    """The token of an opener of a clause after j, before the clause ends; 0 where there is none."""
    if "that" not in takes and "quote" not in takes:
        return 0
    commas = 0
    for x in range(j, min(hi, j + _AHEAD)):
        form = view.forms[x]
        if form in STOPS:
            return 0
        if (
            x > j
            and view.forms[x - 1] in COMMAS
            and any(c.tense in ("participle", "past") for c in view.index.cues.get(form, ()))
        ):
            return 0
        if form in COMMAS:
            commas += 1
            if commas > 2:  # noqa: PLR2004
                return 0
        if x > j and (view.isa(x, "that") or form == ":" or (x in view.opens and not view.is_name(view.opens[x]))):
            return x
    return 0


def _joined(view: View, source: Source, hi: int) -> int:
    """The token after a subject and those joined to it: «الوزير ونظيره»; they are added to its actors."""
    j = source.last
    while j < hi:
        held = view.begins.get(j)
        if held is None or held[0].clitic != "و" or source.role not in ("speaker",):
            break
        other = source_at(view, j, hi)
        if other is None or other.role != "speaker":
            break
        source.actors = _united(source.actors, other.actors)
        source.number = "two" if len(source.actors) > 1 else source.number
        j = source.last = held[0].last
    return j


def _united(some: list[Actor], more: list[Actor]) -> list[Actor]:
    """Actors without those who are there already: one person may be told by two offices."""
    return [*some, *(a for a in more if all(a.key != b.key for b in some))]


def subject_before(view: View, k: int, lo: int) -> Source | None:
    """The subject that stands before a verb at token k and opens its clause."""
    forms = view.forms
    j = k - 1
    while j >= lo and (
        view.isa(j, "particles", "adverbs") and j not in view.ends.keys() - {j} and j + 1 not in view.ends
    ):
        if forms[j] in ("وقد", "فقد"):
            return None
        j -= 1
    comma = False
    if j >= lo and forms[j] in COMMAS:
        comma = True
        j -= 1
    found = _ending(view, j + 1, lo)
    if found is None and comma:
        # «لافروف، الذي يزور أنقرة، أكد», «وكان الناطق، …، قد أعلن»
        for x in range(j, max(lo, k - _BACK), -1):
            if forms[x] in STOPS:
                break
            if forms[x] in COMMAS or view.isa(x, "relatives"):
                found = _ending(view, x, lo) or (_ending(view, x - 1, lo) if forms[x - 1] in COMMAS else None)
                if found is not None and (
                    view.isa(x, "relatives") or view.isa(x + 1, "relatives", "adverbs", "prepositions")
                ):
                    break
                found = None
    return found


def _ending(view: View, end: int, lo: int) -> Source | None:
    """The source that ends before token `end` and opens its clause."""
    held = view.ends.get(end)
    if held is not None and held[0].first >= lo:
        first = held[0].first
        group = [held]
        while _glue2(group[0][0].clitic) and (before := view.ends.get(first)) is not None and before[0].first >= lo:
            group.insert(0, before)
            first = before[0].first
        text = next(
            (
                x
                for x in range(first - 1, max(lo, first - 4) - 1, -1)
                if view.isa(x, "texts", "anonymous", "bodies", "agencies", "media")
            ),
            None,
        )
        if text is not None and opens_clause(view, text, lo):
            found = source_at(view, text, end)
            if found is not None and found.last >= end:
                return found
        if _glue(group[0][0].clitic) or not opens_clause(view, first, lo):
            return None
        found = source_at(view, first, end)
        if found is None:
            return None
        for phrase, _ in group[1:]:
            other = source_at(view, phrase.first, end)
            if other is not None and (other.role == found.role or other.actors[:1] and other.actors[0].name):
                found.actors = _united(found.actors, other.actors)
                found.last, found.number = other.last, "two" if len(found.actors) > 1 else found.number
        return found
    for x in range(end - 1, max(lo, end - 9) - 1, -1):
        if view.forms[x] in COMMAS or view.forms[x] in STOPS:
            return None
        if view.isa(
            x, "texts", "anonymous", "bodies", "peoples", "sets", "agencies", "media", "latter"
        ) and opens_clause(view, x, lo):
            found = source_at(view, x, end)
            return found if found is not None and found.last >= end - 1 else None
    return None


def _glue2(clitic: str) -> bool:
    return clitic == "و"


def opens_clause(view: View, first: int, lo: int) -> bool:
    """Whether token `first` stands where a clause begins."""
    if first <= lo:
        return True
    before = view.forms[first - 1]
    if before in COMMAS or before in STOPS or before in MARKS or before in (":", "-", "–", ")", "(") or before == "و":
        return True
    if view.isa(first - 1, "that", "openers", "particles", "turns"):
        return True
    return any(
        view.isa(x, "openers", "turns") and x + view.isa(x, "openers", "turns").length == first
        for x in range(max(lo, first - 4), first)
    )  # type: ignore[union-attr]
