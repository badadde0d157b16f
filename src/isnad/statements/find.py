"""The cues of one sentence, each with what it governs."""

import msgspec

from isnad.lexicon.statements import CueForm, Word
from isnad.statements.source import Source, source_at, unknown
from isnad.statements.told import Told, opening, opens_clause, subject_before
from isnad.statements.view import COMMAS, MARKS, STOPS, View

_FINITE = frozenset({"past", "present", "future", "jussive"})
_HEAD = 12
_PASSIVE = 6
_PAST = frozenset({"وكان", "وكانت", "كان", "كانت"})
_CLAUSE_SAYS = frozenset({"say", "announce", "affirm", "add", "stress", "claim", "believe", "express"})


def cues(view: View, lo: int, hi: int, *, title: bool) -> list[Told]:
    """The cues of tokens [lo, hi) in text order; one for each start of words told."""
    out: list[Told] = []
    head = _colon(view, lo, hi)
    if head is not None:
        out.append(head)
    if title:
        return out
    k = lo
    while k < hi:
        form = view.forms[k]
        word = view.word(k)
        if word is not None and ({"to", "glued", "clause"} & word.classes.keys()):
            told = _according(view, k, word, lo, hi)
            if told is not None:
                out.append(told)
                k = told.last
                continue
        if word is not None and "reports" in word.classes:
            told = _report(view, k, hi)
            if told is not None:
                out.append(told)
                k = told.last
                continue
        forms = view.index.cues.get(form)
        if forms is not None:
            told = None
            for cue in forms:
                told = _cue(view, k, cue, lo, hi)
                if told is not None:
                    break
            if told is not None and all(t.start != told.start or t.opener == "according" for t in out):
                out.append(told)
        k += 1
    return out


def _within(view: View, k: int, hi: int) -> int:
    """How far a cue may reach: the end of the quotation that it stands in, else of the sentence."""
    place = view.inner.get(k)
    return min(hi, view.quotes[place].last) if place is not None else hi


def _cue(view: View, k: int, cue: CueForm, lo: int, hi: int) -> Told | None:
    if cue.tense == "masdar":
        return _masdar(view, k, cue, lo, hi)
    if cue.tense == "participle":
        return _participle(view, k, cue, lo, hi)
    return _finite(view, k, cue, lo, hi)


def _finite(view: View, k: int, cue: CueForm, lo: int, hi: int) -> Told | None:
    forms, verb, takes = view.forms, view.index.verbs[cue.verb], view.index.takes[cue.verb]
    before_word = view.isa(k - 1, "negations") if k > lo else None
    if before_word is not None or (
        k > lo
        and forms[k - 1] in ("عدم", "ما", "بما", "لما", "مما", "عما", "فيما", "مثلما", "حسبما")
        and _distanced(view, k)
    ):
        return (
            _declined(view, k, lo, hi)
            if before_word is not None and before_word.classes.keys() & {"negations"}
            else None
        )
    if (
        k > lo
        and view.isa(k - 1, "prepositions")
        and forms[k - 1] not in ("خلال", "قبل", "بعد")
        and k - 1 not in view.ends
    ):
        return None
    joined = (
        forms[k][0] in "وف"
        and forms[k][1:] in view.index.cues
        and not (forms[k][0] == "ف" and forms[lo] in ("اما", "واما"))
    )
    relative = k > lo and view.isa(k - 1, "relatives") is not None and forms[k - 1] not in ("من", "ممن")
    if (
        k > lo
        and forms[k - 1] in ("من", "ان", "بان", "الي", "لان")
        and cue.tense == "present"
        and forms[k - 1] != "بان"
    ):
        return None
    before = None if joined or relative else subject_before(view, k, lo)
    if (
        before is not None
        and cue.number in ("two", "many")
        and before.number == "one"
        and not before.actors
        and not before.pair
        and before.role == "speaker"
    ):
        before = None
    plain = cue.tense == "past" and cue.number in ("one", "two") and not cue.female and not cue.pronoun
    if (
        verb.weak
        and plain
        and before is None
        and not (joined or relative or opens_clause(view, k, lo) or view.isa(k - 1, "adverbs", "turns"))
    ):
        return None
    if (
        verb.weak
        and not plain
        and k > lo
        and forms[k - 1].startswith("ال")
        and before is None
        and k - 1 not in view.ends
        and not joined
    ):
        return None
    stop = _within(view, k, hi)
    if verb.relays:
        return _relayed(view, k, cue, stop, before)
    found = opening(view, k, takes, stop, before, null=True, guess=not relative, actor=verb.cls == "accuse")
    if found is None:
        return None
    if found.source is not None and found.source is not before and not _fits(view, cue, found.source):
        if "noun" not in takes:
            return None
        found = msgspec.structs.replace(found, start=found.source.first, source=None, opener="noun")
    if (
        verb.impersonal
        and found.source is None
        and cue.tense == "present"
        and cue.number == "one"
        and not cue.female
        and not relative
    ):
        return None
    start = found.start
    if verb.needs and not any(
        view.forms[j] in view.index.needs[cue.verb] for j in range(start, min(stop, start + _HEAD))
    ):
        return None
    if (
        found.source is None
        and forms[lo] in _PAST
        and before is None
        and not joined
        and not relative
        and lo + 1 < k <= lo + _HEAD
    ):
        end = next(
            (
                j
                for j in range(lo + 1, k)
                if forms[j] in COMMAS or view.isa(j, "prepositions", "particles", "relatives")
            ),
            k,
        )
        if end > lo + 1:
            found = msgspec.structs.replace(found, source=source_at(view, lo + 1, k) or unknown(view, lo + 1, end))
    if (
        found.source is None
        and cue.number == "one"
        and found.opener == "noun"
        and not (joined or relative or k == lo or opens_clause(view, k, lo))
    ):
        return None
    if cue.pronoun and found.opener == "noun":
        return None
    told = Told(k, k + 1, verb, cue, verb.cls, f"verb.{verb.id}", start, found.opener, found.source, found.through, found.addressee,
                polarity="denied" if verb.cls == "deny" else "said", before=before is not None and found.source is before, relative=relative)  # fmt: skip
    if relative:
        told.antecedent = k - 1
    return told


def _fits(view: View, cue: CueForm, source: Source) -> bool:
    """Whether a masculine verb may have this noun phrase as its subject: «حذر الدول» has it as its object."""
    if (
        cue.female
        or cue.number != "one"
        or source.phrase is not None
        or source.outlet is not None
        or source.role not in ("speaker", "statement")
    ):
        return True
    word = view.text(source.first, source.first + 1)
    return not (word.endswith(("ة", "ات")) or view.isa(source.first, "peoples") is not None)


def _relayed(view: View, k: int, cue: CueForm, hi: int, before: Source | None) -> Told | None:
    """«نقلت الوكالة عن الوزير قوله إن»: the outlet stands between, the one behind «عن» speaks."""
    verb, takes = view.index.verbs[cue.verb], view.index.takes[cue.verb]
    bearer = before or source_at(view, k + 1, hi)
    at = next(
        (j for j in range(k + 1, min(hi, k + _HEAD)) if view.isa(j, "relayed") and view.forms[j][0] not in "وف"), None
    )
    speaker = source_at(view, at + 1, hi) if at is not None else None
    if speaker is None:
        if bearer is None or bearer.role not in ("agency", "media"):
            return None
        found = opening(view, k, takes, hi, before, null=False, guess=False)
        return found and Told(
            k, k + 1, verb, cue, verb.cls, f"verb.{verb.id}", found.start, found.opener, found.source, found.through
        )
    found = opening(view, speaker.last - 1, takes, hi, speaker, null=False)
    if found is None or found.source is not speaker:
        return None
    through = [bearer, *found.through] if bearer is not None and bearer.role in ("agency", "media") else found.through
    return Told(k, k + 1, verb, cue, verb.cls, f"verb.{verb.id}", found.start, found.opener, speaker, through)


def _distanced(view: View, k: int) -> bool:
    return view.forms[k - 1] in ("ما", "بما", "لما", "مما", "عما") or view.isa(k - 1, "clause") is not None


def _declined(view: View, k: int, lo: int, hi: int) -> Told | None:
    """«لم يعلق الكرملين على التقارير»: the refusal to speak, and what was not spoken of."""
    if not view.isa(k, "abstains") or view.forms[k - 1] not in ("لم", "ولم", "فلم"):
        return None
    found = opening(view, k, frozenset({"علي"}), hi, None, null=True)
    if found is None:
        return None
    form = view.index.cues[view.forms[k]][0]
    return Told(
        k - 1,
        k + 1,
        view.index.verbs[form.verb],
        form,
        "say",
        "declined",
        found.start,
        found.opener,
        found.source,
        polarity="declined",
    )


def _participle(view: View, k: int, cue: CueForm, lo: int, hi: int) -> Told | None:
    forms, verb, takes = view.forms, view.index.verbs[cue.verb], view.index.takes[cue.verb]
    if k == lo or k in view.begins or forms[k].startswith("ال"):
        return None
    if forms[k].endswith("ه") and not view.text(k, k + 1).endswith("ة"):
        # «مضيفه» is his host, not she who adds
        return None
    if not forms[k].removeprefix("و").endswith(("ا", "ه", "ين", "تين", "ات")) or view.isa(
        k - 1, "prepositions", "negations"
    ):
        return None
    if any(
        c.tense in _FINITE and view.index.verbs[c.verb].cls in ("say", "add")
        for c in view.index.cues.get(forms[k - 1], ())
    ) and forms[k] not in ("قائلا", "قائله"):
        return None
    free = (
        forms[k - 1] in COMMAS
        or forms[k - 1] in MARKS
        or (forms[k][0] == "و" and forms[k][1:] in view.index.cues)
        or forms[k - 1] in (")", "-")
    )
    found = opening(view, k, takes, _within(view, k, hi), None, null=True)
    if found is None or found.start - k > _HEAD or (not free and found.opener not in ("that", "quote", "colon", "الي")):
        return None
    if found.opener == "noun" and (found.start != k + 1 or view.isa(k + 1, "adverbs")):
        return None
    told = Told(k, k + 1, verb, cue, verb.cls, f"participle.{verb.id}", found.start, found.opener, None, found.through,
                polarity="denied" if verb.cls == "deny" else "said")  # fmt: skip
    return told


def _masdar(view: View, k: int, cue: CueForm, lo: int, hi: int) -> Told | None:
    """«تأكيد الأسد أن», and «جرى التأكيد على» of both sides of a contact."""
    verb, takes = view.index.verbs[cue.verb], view.index.takes[cue.verb]
    source = source_at(view, k + 1, hi) if not cue.pronoun and not view.forms[k].startswith("ال") else None
    if source is not None and source.role in ("speaker", "statement", "spokesperson", "anonymous"):
        found = opening(
            view,
            source.last - 1,
            frozenset({"that"}) if source.state else takes - {"noun"},
            _within(view, k, hi),
            source,
            null=False,
        )
        if found is not None and found.start - source.last < 4 and found.opener != "colon":  # noqa: PLR2004
            return Told(k, k + 1, verb, cue, verb.cls, f"masdar.{verb.id}", found.start, found.opener, source)
        return None
    if view.forms[k].startswith("ال") and any(
        view.forms[x] in ("تم", "جري", "وتم", "وجري") for x in range(max(lo, k - _PASSIVE), k)
    ):
        found = opening(view, k, takes - {"noun"}, _within(view, k, hi), None, null=True)
        if found is not None and found.start - k < 4 and found.source is None:  # noqa: PLR2004
            return Told(
                k, k + 1, verb, cue, verb.cls, f"masdar.{verb.id}", found.start, found.opener, None, passive=True
            )
    return None


def _according(view: View, k: int, word: Word, lo: int, hi: int) -> Told | None:
    """«وفقا لوكالة», «بحسب البيان», «وفق ما أفاد مصدر»: the source of the clause around it."""
    forms, at = view.forms, k + word.length
    through: list[Source] = []
    source: Source | None = None
    form: CueForm | None = None
    if "clause" in word.classes:
        if at >= hi or not any(
            c.tense in ("past", "present") and view.index.verbs[c.verb].cls in _CLAUSE_SAYS
            for c in view.index.cues.get(forms[at], ())
        ):
            return None
        if forms[k] in ("كما", "وكما", "مثلما") and (
            k == lo
            or forms[k - 1] not in COMMAS
            or opening(view, at, frozenset({"that", "quote", "noun", "علي", "الي", "عن", "ب"}), hi, None, null=True)
        ):
            return None
        form = view.index.cues[forms[at]][0]
        source = source_at(view, at + 1, hi)
        last = source.last if source is not None else at + 1
        through = _insets(view, last, hi)
        last = max([last, *(t.last for t in through)])
        if source is None and not through:
            return None
    else:
        clitic = "ل" if "glued" in word.classes else ""
        while at < hi and (forms[at] == "ل" or (forms[at] in MARKS and at + 1 < hi) or forms[at] == "ما"):
            at += 1
        source = source_at(view, at, hi, clitic)
        if source is None:
            return None
        if source.state and forms[k].removeprefix("و") in ("وفق", "حسب") and not source.actors:
            return None
        last = source.last
        through = _insets(view, last, hi)
        last = max([last, *(t.last for t in through)])
    return Told(k, last, None, form, "say", "according", lo, "according", source, through, inset=k)


def _report(view: View, k: int, hi: int) -> Told | None:
    """«جاء في بيان للوزارة أن»: a text or an outlet behind «في» tells."""
    if k + 2 >= hi or view.forms[k + 1] not in ("في", "ب"):
        return None
    source = source_at(view, k + 2, hi)
    if source is None or source.role not in ("statement", "agency", "media"):
        return None
    found = opening(view, source.last - 1, frozenset({"that", "quote"}), hi, source, null=False)
    if found is None or found.start - source.last > _HEAD:
        return None
    return Told(k, k + 2, None, None, "say", "report", found.start, found.opener, source, found.through)


def _insets(view: View, at: int, hi: int) -> list[Source]:
    """«لوكالة سانا», «على حسابه على تويتر» behind the source of an according clause."""
    out: list[Source] = []
    for j in range(at, min(hi, at + _HEAD)):
        if view.forms[j] in COMMAS or view.forms[j] in STOPS or view.isa(j, "that"):
            break
        if view.isa(j, "social"):
            out.append(Source(j, j + 1, "social", view.text(j, j + 1), name=view.text(j, j + 1)))
        elif (
            view.forms[j].startswith("ل")
            and (via := source_at(view, j, hi, "ل")) is not None
            and via.role in ("agency", "media")
        ):
            out.append(via)
    return out


def _colon(view: View, lo: int, hi: int) -> Told | None:
    """«موسكو: …» at the head of a line."""
    at = next((j for j in range(lo + 1, min(hi, lo + _HEAD)) if view.forms[j] == ":"), None)
    if at is None or at + 1 >= hi or (lo > 0 and view.forms[lo - 1] != "\n" and lo != 0):
        return None
    source = source_at(view, lo, at)
    if source is None or (source.phrase is None and source.outlet is None):
        return None
    j = source.last
    while j < at and (held := view.begins.get(j)) is not None and held[0].clitic == "و":
        other = source_at(view, j, at)
        if other is None:
            break
        source.actors, source.number, source.last = [*source.actors, *other.actors], "two", other.last
        j = other.last
    if j != at:
        return None
    start = at + 1
    while start < hi and view.forms[start] in MARKS:
        start += 1
    return Told(at, at + 1, None, None, "say", "colon", start, "colon", source) if start < hi else None
