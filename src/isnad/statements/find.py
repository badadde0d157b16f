"""The cues of one sentence, each with what it governs."""

from isnad.lexicon.statements import CueForm, Verb
from isnad.lexicon.statements import WordClass as W
from isnad.statements.according import according, colon, report
from isnad.statements.names import unknown
from isnad.statements.opening import opening
from isnad.statements.source import Source
from isnad.statements.sources import source_at
from isnad.statements.subject import opens_clause, subject_before
from isnad.statements.told import Polarity, Told
from isnad.statements.view import COMMAS, MARKS, View

_FINITE = frozenset({"past", "present", "future"})
_NONE: frozenset[W] = frozenset()
_HEAD = 12
_PASSIVE = 6
_CLOSE = 4
# the vowel that makes a written verb passive: «وُصف»
_PASSIVE_VOWEL = "\u064f"
_REPORTED = frozenset({"في", "فيه", "فيها"})
_ATTRIBUTING = frozenset({W.TO, W.GLUED, W.CLAUSE})


def cues(view: View, lo: int, hi: int, *, title: bool) -> list[Told]:
    """The cues of tokens [lo, hi) in text order; one for each start of words told. Of a title only its colon counts."""
    out: list[Told] = []
    head = colon(view, lo, hi)
    if head is not None:
        out.append(head)
    starts = {t.start for t in out}
    k = lo if not title else hi
    while k < hi:
        told = _at(view, k, lo, hi) if view.index.may_cue(view.forms[k]) else None
        if told is not None and (told.opener == "according" or told.start not in starts):
            out.append(told)
            if told.opener != "according":
                starts.add(told.start)
        k = told.last if told is not None and told.rule in ("according", "report") else k + 1
    return out


def _at(view: View, k: int, lo: int, hi: int) -> Told | None:
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
        if k + 1 < hi and view.forms[k + 1] in _REPORTED:
            return None
    for cue in view.index.cues.get(form, ()):
        read = {"masdar": _masdar, "participle": _participle}.get(cue.tense, _finite)
        if (told := read(view, k, cue, lo, hi)) is not None:
            return told
    return None


def _within(view: View, k: int, hi: int) -> int:
    """How far a cue may reach: the end of the quotation that it stands in, else of the sentence."""
    place = view.inner.get(k)
    return min(hi, view.quotes[place].last) if place is not None else hi


def _finite(view: View, k: int, cue: CueForm, lo: int, hi: int) -> Told | None:
    forms, verb, takes = view.forms, view.index.verbs[cue.verb], view.index.takes[cue.verb]
    if k > lo and view.isa(k - 1, W.NEGATIONS) is not None:
        return _declined(view, k, cue, hi)
    if k > lo and _subordinate(view, k, cue):
        return None
    joined = (
        forms[k][0] in "وف"
        and forms[k][1:] in view.index.cues
        and not (forms[k][0] == "ف" and forms[lo].endswith("اما"))
    )
    relative = k > lo and forms[k - 1] not in ("من", "ممن") and view.isa(k - 1, W.RELATIVES) is not None
    if relative and view.isa(k + 1, W.RESUMPTIVE) is not None:
        return None
    before = None if joined or relative else subject_before(view, k, lo)
    alone = before is not None and before.number == "one" and not before.actors and not before.pair
    if before is not None and cue.number != "one" and before.role == "speaker" and alone:
        before = None
    if verb.weak and before is None and cue.tense == "past" and cue.number == "two" and not cue.female:
        # «ردا على»: a verb before its subject is never in the dual
        return None
    if verb.weak and before is None and not (joined or relative) and _is_noun(view, k, cue, lo):
        return None
    stop = _within(view, k, hi)
    if verb.relays:
        return _relayed(view, k, cue, stop, before)
    found = opening(view, k, takes, stop, before, null=True, guess=not relative, actor=verb.cls == "accuse")
    if found is None:
        return None
    source, start, opener = found.source, found.start, found.opener
    if source is not None and source is not before and not _fits(view, cue, source):
        if "noun" not in takes:
            return None
        start, opener = source.first, "noun"
        source = None
    if verb.needs and view.index.needs[cue.verb].isdisjoint(forms[start : min(stop, start + _HEAD)]):
        return None
    if source is None and before is None and not (joined or relative):
        source = _after_kana(view, k, lo)
    if source is None and cue.number == "one":
        if verb.impersonal and cue.tense == "present" and not cue.female and not relative:
            return None
        loose = opener not in ("that", "quote", "colon") or verb.weak
        if loose and not (joined or relative or opens_clause(view, k, lo)):
            return None
    if cue.pronoun and opener == "noun":
        return None
    passive = source is None and _PASSIVE_VOWEL in view.text(k, k + 1)[: len(forms[k]) // 2 + 1]
    return Told(
        k,
        k + 1,
        verb,
        cue,
        verb.cls,
        f"verb.{verb.id}",
        start,
        opener,
        source,
        found.through,
        found.addressee,
        polarity=_polarity(view, verb, start),
        before=before is not None and source is before,
        passive=passive,
        antecedent=k - 1 if relative else -1,
    )


def _polarity(view: View, verb: Verb, start: int) -> Polarity:
    """«نفى» denies; «رفض التعليق» declines to speak."""
    if verb.cls == "refuse" and view.isa(start, W.DECLINES) is not None:
        return "declined"
    return "denied" if verb.cls == "deny" else "said"


def _subordinate(view: View, k: int, cue: CueForm) -> bool:
    """Whether what stands before a verb makes it no statement: «ما وصفه», a preposition, «أن يؤكد»."""
    before = view.forms[k - 1]
    if view.isa(k - 1, W.WHATEVER, W.DISTANCING) or (view.isa(k - 1, W.CLAUSE) and not view.isa(k - 1, W.ALIKE)):
        return True
    if k - 1 not in view.ends and view.isa(k - 1, W.PREPOSITIONS) and not view.isa(k - 1, W.CLAUSAL):
        return True
    return cue.tense == "present" and before in ("من", "ان", "الي", "لان")


def _declined(view: View, k: int, cue: CueForm, hi: int) -> Told | None:
    """«لم يعلق الكرملين على التقارير»: the refusal to speak, and what was not spoken of."""
    if not view.isa(k, W.ABSTAINS) or not view.forms[k - 1].endswith("لم"):
        return None
    found = opening(view, k, frozenset({"علي"}), hi, None, null=True)
    if found is None:
        return None
    verb = view.index.verbs[cue.verb]
    return Told(
        k - 1, k + 1, verb, cue, "say", "declined", found.start, found.opener, found.source, polarity="declined"
    )


def _is_noun(view: View, k: int, cue: CueForm, lo: int) -> bool:
    """Whether a form that is also a noun is one here: it opens no clause, or a definite word stands before it."""
    if cue.tense == "past" and cue.number == "one" and not cue.female:
        return not (opens_clause(view, k, lo) or view.isa(k - 1, W.ADVERBS, W.TURNS))
    return k > lo and view.forms[k - 1].startswith("ال") and k - 1 not in view.ends


def _after_kana(view: View, k: int, lo: int) -> Source | None:
    """«وكان الزعماء السياسيون في أوروبا قالوا»: the subject behind «كان»."""
    if not view.isa(lo, W.PAST) or not lo + 1 < k <= lo + _HEAD:
        return None
    end = next(
        (
            j
            for j in range(lo + 1, k)
            if view.forms[j] in COMMAS or view.isa(j, W.PREPOSITIONS, W.PARTICLES, W.RELATIVES)
        ),
        k,
    )
    return source_at(view, lo + 1, k) or (unknown(view, lo + 1, end) if end > lo + 1 else None)


def _fits(view: View, cue: CueForm, source: Source) -> bool:
    """Whether a masculine verb may have this noun phrase as its subject: «حذر الدول» has it as its object."""
    if cue.female or cue.number != "one" or source.phrase is not None or source.outlet is not None:
        return True
    if source.role not in ("speaker", "statement"):
        return True
    word = view.text(source.first, source.first + 1)
    return not (word.endswith(("ة", "ات")) or view.isa(source.first, W.PEOPLES) is not None)


def _relayed(view: View, k: int, cue: CueForm, hi: int, before: Source | None) -> Told | None:
    """«نقلت الوكالة عن الوزير قوله إن»: the outlet stands between, the one behind «عن» speaks."""
    verb, takes = view.index.verbs[cue.verb], view.index.takes[cue.verb]
    bearer = before or source_at(view, k + 1, hi)
    outlet = bearer if bearer is not None and bearer.role in ("agency", "media") else None
    at = next(
        (j for j in range(k + 1, min(hi, k + _HEAD)) if view.isa(j, W.RELAYED) and view.forms[j][0] not in "وف"), -1
    )
    speaker = source_at(view, at + 1, hi) if at > 0 else None
    if speaker is None:
        found = opening(view, k, takes, hi, before, null=False, guess=False) if outlet is not None else None
    else:
        found = opening(view, speaker.last - 1, takes, hi, speaker, null=False)
    if found is None or (speaker is not None and found.source is not speaker):
        return None
    through = [outlet, *found.through] if outlet is not None and speaker is not None else found.through
    return Told(k, k + 1, verb, cue, verb.cls, f"verb.{verb.id}", found.start, found.opener, found.source, through)


def _participle(view: View, k: int, cue: CueForm, lo: int, hi: int) -> Told | None:
    """«مؤكدا أن», «مطالبة بوقف»: what the subject of the sentence says besides."""
    forms, verb, takes = view.forms, view.index.verbs[cue.verb], view.index.takes[cue.verb]
    if k == lo or k in view.begins or forms[k].startswith("ال") or view.isa(k - 1, W.PREPOSITIONS, W.NEGATIONS):
        return None
    if forms[k].endswith("ه") and not view.text(k, k + 1).endswith("ة"):
        # «مضيفه» is his host, not she who adds
        return None
    if not forms[k].endswith(("ا", "ه", "ين", "تين", "ات")):
        return None
    if forms[k] not in ("قائلا", "قائله") and any(
        c.tense in _FINITE and view.index.verbs[c.verb].cls in ("say", "add")
        for c in view.index.cues.get(forms[k - 1], ())
    ):
        return None
    joined = forms[k][0] == "و" and forms[k][1:] in view.index.cues
    free = joined or forms[k - 1] in COMMAS or forms[k - 1] in MARKS or forms[k - 1] in (")", "-")
    found = opening(view, k, takes, _within(view, k, hi), None, null=True)
    if found is None or found.start - k > _HEAD or not (free or found.opener in ("that", "quote", "colon", "الي")):
        return None
    if found.opener == "noun" and (found.start != k + 1 or view.isa(k + 1, W.ADVERBS)):
        return None
    return Told(
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
        polarity=_polarity(view, verb, found.start),
    )


def _masdar(view: View, k: int, cue: CueForm, lo: int, hi: int) -> Told | None:
    """«تأكيد الأسد أن», and «جرى التأكيد على» of both sides of a contact."""
    verb, takes = view.index.verbs[cue.verb], view.index.takes[cue.verb] - {"noun"}
    definite = view.forms[k].startswith("ال")
    source = source_at(view, k + 1, hi) if not cue.pronoun and not definite else None
    if source is not None:
        if source.role not in ("speaker", "statement", "spokesperson", "anonymous"):
            return None
        opens = frozenset({"that"}) if source.state else takes
        found = opening(view, source.last - 1, opens, _within(view, k, hi), source, null=False)
        if found is None or found.start - source.last >= _CLOSE or found.opener == "colon":
            return None
    else:
        if not definite or not any(view.forms[x].endswith(("تم", "جري")) for x in range(max(lo, k - _PASSIVE), k)):
            return None
        found = opening(view, k, takes, _within(view, k, hi), None, null=True)
        if found is None or found.start - k >= _CLOSE or found.source is not None:
            return None
    return Told(
        k, k + 1, verb, cue, verb.cls, f"masdar.{verb.id}", found.start, found.opener, source, passive=source is None
    )
