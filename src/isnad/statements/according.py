"""Cues that are no verbs of their own clause: «وفقا ل», «بحسب», «جاء في بيان», and the colon of a headline."""

from isnad.lexicon.speech import CueForm, Word
from isnad.lexicon.statements import Opener
from isnad.lexicon.statements import WordClass as W
from isnad.statements.attribution import Attribution
from isnad.statements.frame import CLAUSES, Frame
from isnad.statements.opening import opening
from isnad.statements.source import Source, united
from isnad.statements.sources import source_at
from isnad.statements.view import COMMAS, MARKS, STOPS, View

_HEAD = 12
_REACH = 16
_SAYING = frozenset({"say", "announce", "affirm", "add", "stress", "claim", "believe", "express"})


def according(view: View, k: int, word: Word, lo: int, hi: int) -> Attribution | None:
    """«وفقا لوكالة», «بحسب البيان», «وفق ما أفاد مصدر»: the source of the clause around it."""
    forms, at = view.forms, k + word.length
    form: CueForm | None = None
    if W.CLAUSE in word.classes:
        form = _saying(view, at, hi)
        if form is None:
            return None
        if view.isa(k, W.ALIKE) and (
            k == lo or forms[k - 1] not in COMMAS or opening(view, at, Frame(view.index.anything), hi)
        ):
            # «كما أعلن استعداده»: a new clause rather than «as he announced»
            return None
        at += 1
        while at < hi and view.forms[at] in MARKS:
            at += 1
        source = source_at(view, at, hi)
        last = source.last if source is not None else at
    else:
        while at < hi and (forms[at] == "ل" or view.isa(at, W.WHATEVER) or (forms[at] in MARKS and at + 1 < hi)):
            at += 1
        source = source_at(view, at, hi, "ل" if W.GLUED in word.classes else "")
        if source is None:
            return None
        last = source.last
    through = _given_to(view, last, hi)
    if source is None and not through:
        return None
    last = max([last, *(t.last for t in through)])
    return Attribution(k, last, None, form, "according-to", "according", lo, Opener.ACCORDING, source, through)


def _saying(view: View, at: int, hi: int) -> CueForm | None:
    """The verb of saying at token `at`; None where none stands there."""
    if at >= hi:
        return None
    forms = view.index.cues.get(view.forms[at], ())
    return next((c for c in forms if c.tense in ("past", "present") and view.index.verbs[c.verb].cls in _SAYING), None)


def _given_to(view: View, at: int, hi: int) -> list[Source]:
    """«لوكالة سانا», «على حسابه على تويتر» behind the source of an according clause."""
    out: list[Source] = []
    for j in range(at, min(hi, at + _HEAD)):
        if view.forms[j] in COMMAS or view.forms[j] in STOPS or view.isa(j, W.THAT):
            break
        if view.isa(j, W.SOCIAL):
            out.append(Source(j, j + 1, "social", view.text(j, j + 1), name=view.text(j, j + 1)))
        elif view.forms[j].startswith("ل"):
            via = source_at(view, j, hi, "ل")
            if via is not None and via.role in ("agency", "media"):
                out.append(via)
    return out


def carried_by(view: View, k: int, lo: int, hi: int) -> Attribution | None:
    """«جاء ذلك في تصريحات نقلتها وكالة …»: a sentence that only names the outlet of the one before."""
    for j in range(k + 1, min(hi, k + _REACH)):
        source = source_at(view, j, hi, "ل")
        if source is not None and source.role in ("agency", "media"):
            return Attribution(k, hi, None, None, "according-to", "according", lo, Opener.ACCORDING, source)
        if view.isa(j, W.THAT) or view.forms[j] in STOPS:
            return None
    return None


def report(view: View, k: int, hi: int) -> Attribution | None:
    """«جاء في بيان للوزارة أن»: a text or an outlet behind «في» tells."""
    if k + 2 >= hi or not view.isa(k + 1, W.REPORTED_IN):
        return None
    source = source_at(view, k + 2, hi)
    if source is None or source.role not in ("statement", "agency", "media"):
        return None
    found = opening(view, source.last - 1, Frame(CLAUSES, null=False), hi, source)
    if found is None or found.start - source.last > _HEAD:
        return None
    return Attribution(k, k + 2, None, None, "say", "report", found.start, found.opener, source, found.through)


def colon(view: View, lo: int, hi: int) -> Attribution | None:
    """«موسكو: …» at the head of a line."""
    at = next((j for j in range(lo + 1, min(hi, lo + _HEAD)) if view.forms[j] == ":"), None)
    if at is None or at + 1 >= hi or (lo > 0 and view.forms[lo - 1] != "\n"):
        return None
    source = source_at(view, lo, at)
    if source is None or (source.phrase is None and source.outlet is None):
        return None
    while source.last < at and (held := view.begins.get(source.last)) is not None and held[0].clitic == "و":
        other = source_at(view, source.last, at)
        if other is None:
            break
        source.actors, source.number, source.last = united(source.actors, other.actors), "two", other.last
    start = at + 1
    while start < hi and view.forms[start] in MARKS:
        start += 1
    if source.last != at or start >= hi or _topic(view, source, start, hi):
        return None
    return Attribution(at, at + 1, None, None, "say", "colon", start, Opener.COLON, source)


def _topic(view: View, source: Source, start: int, hi: int) -> bool:
    """«سوريا: الجيش يتقدم»: a state's name alone is what the line is about, unless it is quoted."""
    if source.phrase is None or source.phrase.strength != "state" or len(source.actors) > 1:
        return False
    held = view.begins.get(start)
    return held is not None or not any(j in view.opens for j in range(start - 1, hi))
