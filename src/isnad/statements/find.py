"""The cues of one sentence, each with what it governs."""

from isnad.arabic.paradigms import ACCUSATIVE_ENDINGS
from isnad.lexicon.speech import CueForm
from isnad.lexicon.statements import Opener, W, WordClass
from isnad.statements.according import according, carried_by, colon, report
from isnad.statements.attribution import Attribution
from isnad.statements.finite import finite, polarity_of, within
from isnad.statements.frame import CLAUSES, Frame
from isnad.statements.fronted import fronted
from isnad.statements.opening import opening
from isnad.statements.sources import source_at
from isnad.statements.view import COMMAS, MARKS, View

_FINITE = frozenset({"past", "present", "future"})
_NONE: frozenset[WordClass] = frozenset()
_HEAD = 12
_PASSIVE = 6
# cues of several words: no other begins inside them
_SPANNING = frozenset({"according", "report"})
_SAY = "say"
_CLOSE = 4
_PHRASES = frozenset({W.BY_SAYING, W.OWN_WORDS, W.THAT_CAME})
_ATTRIBUTING = frozenset({W.TO, W.GLUED, W.CLAUSE})


def cues(view: View, lo: int, hi: int, *, title: bool) -> list[Attribution]:
    """The cues of tokens [lo, hi) in text order; one for each start of words told. Of a title only its colon counts."""
    out: list[Attribution] = []
    head = colon(view, lo, hi)
    if head is not None:
        out.append(head)
    starts = {t.start for t in out}
    reach = lo
    for k in view.cuing_in(lo, hi) if not title else ():
        told = _at(view, k, lo, hi) if k >= reach else None
        if told is None:
            continue
        if told.according or told.start not in starts:
            out.append(told)
        if not told.according:
            starts.add(told.start)
        if told.rule in _SPANNING:
            reach = told.last
    spoken = next((t for t in out if not t.according), None)
    if spoken is not None and not spoken.through and not spoken.tensed("participle", "masdar"):
        spoken.through = fronted(view, lo, spoken.first)
    return out


def _at(view: View, k: int, lo: int, hi: int) -> Attribution | None:
    """The cue at token k, if there is one."""
    word, form = view.word(k), view.forms[k]
    classes = word.classes if word is not None else _NONE
    # inside marks it is the speaker who attributes, not the article
    if word is not None and classes & _ATTRIBUTING and k not in view.inner:
        told = according(view, k, word, lo, hi)
        if told is not None:
            return told
    if W.REPORTS in classes:
        if (told := report(view, k, hi)) is not None:
            return told
        if k + 1 < hi and view.isa(k + 1, W.REPORTED):
            return None
    if classes & _PHRASES:
        return _phrase(view, k, classes, lo, hi)
    return _form(view, k, form, lo, hi)


def _phrase(view: View, k: int, classes: frozenset[WordClass], lo: int, hi: int) -> Attribution | None:
    """A cue that is no verb: «بقوله», «على حد تعبيره», «جاء ذلك في …»."""
    if W.BY_SAYING in classes:
        return _by_saying(view, k, hi)
    if W.OWN_WORDS in classes:
        return _own_words(view, k)
    return carried_by(view, k, lo, hi) if k == lo else None


def _form(view: View, k: int, form: str, lo: int, hi: int) -> Attribution | None:
    """The first reading of a verb form that tells something."""
    for cue in view.index.cues.get(form, ()):
        read = {"masdar": _masdar, "participle": _participle}.get(cue.tense, finite)
        if (told := read(view, k, cue, lo, hi)) is not None:
            return told
    return None


def _by_saying(view: View, k: int, hi: int) -> Attribution | None:
    """«سعى إلى تهدئتهم بقوله: "…"»: the words of the subject of the clause."""
    found = opening(view, k, Frame(CLAUSES, guess=False), within(view, k, hi))
    if found is None or found.start - k > _CLOSE or found.source is not None:
        return None
    return Attribution(k, k + 1, None, None, "say", "by-saying", found.start, found.opener)


def _own_words(view: View, k: int) -> Attribution | None:
    """«… "يثقل كاهلنا"، على حد تعبيره»: the quotation right before is of the subject of the sentence."""
    j, word = k - 1, view.word(k)
    while j > 0 and view.forms[j] in COMMAS:
        j -= 1
    place = view.closes.get(j)
    if place is None or word is None or k in view.inner:
        return None
    first = view.quotes[place].first
    return Attribution(
        k, k + word.length, None, None, "say", "own-words", first, Opener.QUOTE, end=view.quotes[place].last
    )


def _participle(view: View, k: int, cue: CueForm, lo: int, hi: int) -> Attribution | None:
    """«مؤكدا أن», «مطالبة بوقف»: what the subject of the sentence says besides."""
    forms, verb, takes = view.forms, view.index.verbs[cue.verb], view.index.takes[cue.verb]
    if k == lo or k in view.begins or view.is_definite(k) or view.isa(k - 1, W.PREPOSITIONS, W.NEGATIONS):
        return None
    if forms[k].endswith("ه") and not view.text(k, k + 1).endswith("ة"):
        # «مضيفه» is his host, not she who adds
        return None
    if not forms[k].endswith(ACCUSATIVE_ENDINGS):
        return None
    if verb.id != _SAY and any(
        c.tense in _FINITE and view.index.verbs[c.verb].cls in ("say", "add")
        for c in view.index.cues.get(forms[k - 1], ())
    ):
        return None
    joined = forms[k][0] == "و" and forms[k][1:] in view.index.cues
    free = joined or forms[k - 1] in COMMAS or forms[k - 1] in MARKS or forms[k - 1] in (")", "-")
    found = opening(view, k, Frame(takes), within(view, k, hi))
    if (
        found is None
        or found.start - k > _HEAD
        or not (free or found.opener in (Opener.THAT, Opener.QUOTE, Opener.COLON, view.index.to))
    ):
        return None
    if found.opener == Opener.NOUN and (found.start != k + 1 or view.isa(k + 1, W.ADVERBS)):
        return None
    return Attribution(
        k,
        k + 1,
        verb,
        cue,
        verb.cls,
        f"participle.{verb.id}",
        found.start,
        found.opener,
        None,
        found.through,
        polarity=polarity_of(view, verb, found.start),
    )


def _masdar(view: View, k: int, cue: CueForm, lo: int, hi: int) -> Attribution | None:
    """«تأكيد الأسد أن», and «جرى التأكيد على» of both sides of a contact."""
    verb, takes = view.index.verbs[cue.verb], view.index.takes[cue.verb] - {Opener.NOUN}
    definite = view.is_definite(k)
    source = source_at(view, k + 1, hi) if not cue.pronoun and not definite else None
    if source is not None:
        if source.role not in ("speaker", "statement", "spokesperson", "anonymous"):
            return None
        opens = frozenset({Opener.THAT}) if source.state else takes
        found = opening(view, source.last - 1, Frame(opens, null=False), within(view, k, hi), source)
        if found is None or found.start - source.last >= _CLOSE or found.opener == "colon":
            return None
    else:
        light = next((x for x in range(k - 1, max(lo, k - _PASSIVE) - 1, -1) if view.isa(x, W.LIGHT)), -1)
        if not definite or light < 0 or view.isa(light - 1, W.NEGATIONS):
            return None
        found = opening(view, k, Frame(takes), within(view, k, hi))
        if found is None or found.start - k >= _CLOSE or found.source is not None:
            return None
    return Attribution(
        k, k + 1, verb, cue, verb.cls, f"masdar.{verb.id}", found.start, found.opener, source, passive=source is None
    )
