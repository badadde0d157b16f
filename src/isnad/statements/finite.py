"""Finite verbs as cues: «قال الوزير إن», «واتهم موسكو بـ», «التي دعت إلى», «لم يعلق»."""

from typing import NamedTuple

from isnad.arabic.clitics import HERS, HIS, JOINS, THEIRS
from isnad.arabic.paradigms import Number
from isnad.lexicon.speech import CueForm
from isnad.lexicon.statements import Opener, Verb, W
from isnad.statements import party
from isnad.statements.agreement import may_speak
from isnad.statements.attribution import Attribution, Polarity
from isnad.statements.frame import Frame, Opening
from isnad.statements.names import unknown
from isnad.statements.opening import opening
from isnad.statements.party import Role
from isnad.statements.source import Source
from isnad.statements.sources import source_at
from isnad.statements.subject import opens_clause, subject_before
from isnad.statements.titles import strange
from isnad.statements.view import COMMAS, View

_HEAD = 12
_FEMININE, _TANWIN = "ة", "\u064b\u064c\u064d"
# the vowel that makes a written verb passive: «وُصف»
_PASSIVE_VOWEL = "\u064f"
_TWO = 2
# what may stand between a quotation and the verb behind it
_BETWEEN = frozenset("،,-–—!؟?.")
_CLAUSES = frozenset({Opener.THAT, Opener.QUOTE, Opener.COLON})


class _Clause(NamedTuple):
    """A verb of saying at token `k` of the sentence [lo, hi), and what stands before it.

    `joined`: a particle joins it to the clause before; `relative`: a relative pronoun opens it; `before`: its subject.
    """

    view: View
    k: int
    cue: CueForm
    lo: int
    hi: int
    joined: bool
    relative: bool
    before: Source | None

    @property
    def verb(self) -> Verb:
        """The verb's row."""
        return self.view.index.verbs[self.cue.verb]

    @property
    def takes(self) -> frozenset[str]:
        """What opens the words told."""
        return self.view.index.takes[self.cue.verb]

    @property
    def bound(self) -> bool:
        """Whether the clause goes on with what stands before it."""
        return self.joined or self.relative


def within(view: View, k: int, hi: int) -> int:
    """How far a cue may reach: the end of the quotation that it stands in, else of the sentence."""
    place = view.inner.get(k)
    return min(hi, view.quotes[place].last) if place is not None else hi


def finite(view: View, k: int, cue: CueForm, lo: int, hi: int) -> Attribution | None:
    """The statement of a finite verb at token k, if it makes one."""
    if cue.pronoun == HIS and view.text(k, k + 1).rstrip(_TANWIN).endswith(_FEMININE):
        # «إضافة لـ» is no «أضافه»
        return None
    if k > lo and view.isa(k - 1, W.NEGATIONS) is not None:
        return _declined(view, k, cue, hi)
    if k > lo and _subordinate(view, k, cue):
        return None
    clause = _clause(view, k, cue, lo, hi)
    if clause is None:
        return None
    if clause.verb.relays:
        return _relayed(view, k, cue, clause.hi, clause.before)
    told = _with_party(clause) or _governed(clause)
    if told is None or not _holds(clause, told):
        told = _behind(clause)
    return told


def _clause(view: View, k: int, cue: CueForm, lo: int, hi: int) -> _Clause | None:
    """What stands before the verb; None where that makes it another word than a verb of saying."""
    forms, verb = view.forms, view.index.verbs[cue.verb]
    # «أما … فقال»: the particle belongs to the topic
    topic = forms[k][0] == "ف" and view.isa(lo, W.TOPICS) is not None
    joined = forms[k][0] in JOINS and forms[k][1:] in view.index.cues and not topic
    relative = k > lo and view.isa(k - 1, W.RELATIVES) is not None and not view.isa(k - 1, W.WHOEVER)
    if relative and view.isa(k + 1, W.RESUMPTIVE) is not None:
        return None
    before = None if joined or relative else subject_before(view, k, lo)
    if before is not None and cue.number != "one" and _is_single(before):
        before = None
    clause = _Clause(view, k, cue, lo, within(view, k, hi), joined, relative, before)
    return None if verb.weak and before is None and _is_other(clause) else clause


def _is_single(source: Source) -> bool:
    return source.role != "anonymous" and source.number == "one" and len(source.actors) < _TWO and not source.pair


def _is_other(clause: _Clause) -> bool:
    """Whether a form that is also a noun or a preposition is one here."""
    view, k, cue = clause.view, clause.k, clause.cue
    if cue.tense == "past" and cue.number == "two" and not cue.female:
        # «ردا على»: a verb before its subject is never in the dual
        return True
    if clause.bound:
        return False
    if cue.tense == "past" and cue.number == "one" and not cue.female:
        thus = view.isa(k - 1, W.ADVERBS, W.TURNS, W.THUS) or view.isa(k - 2, W.THUS)
        return not (opens_clause(view, k, clause.lo) or thus)
    return k > clause.lo and view.is_definite(k - 1) and k - 1 not in view.ends


def _with_party(clause: _Clause) -> Attribution | None:
    """«واتهم موسكو بـ»: the one noun phrase behind the verb is whom it accuses or asks; its subject is unsaid."""
    view, k, cue, verb = clause.view, clause.k, clause.cue, clause.verb
    if verb.party is None or clause.before is not None:
        return None
    between = party.lone(view, k, cue.verb, clause.hi)
    if between is None:
        matter = party.described(view, k, clause.hi) if verb.cls == "describe" and clause.bound else 0
        return _told(clause, Opening(matter, Opener.NOUN, None, [], None)) if matter else None
    lone, matter = between
    joined = clause.joined or (k > clause.lo and view.isa(k - 1, W.GOES_ON) is not None)
    role = party.role_of(view, k, cue, lone, joined=joined, relative=clause.relative)
    if role is Role.PARTY:
        # «ووصف اللقاء بأنه ناجح»: what is described is not told
        start = matter + bool(view.isa(matter, W.THAT)) if verb.cls == "describe" else lone.first
        told = _told(clause, Opening(start, Opener.NOUN, None, [], lone))
        # «اتهم الوزير بعرقلة …» at the head of a sentence has nobody to say it
        return told if joined or clause.relative or k > clause.lo else None
    found = _governed(clause)
    if found is not None and role is Role.EITHER and found.source is not None and found.source.first == lone.first:
        found.contested = True
    return found


def _governed(clause: _Clause) -> Attribution | None:
    """The statement with the subject that stands behind the verb, or before it."""
    view, k, cue, before = clause.view, clause.k, clause.cue, clause.before
    needed = clause.verb.party == "needed" and clause.verb.cls != "describe"
    frame = Frame(clause.takes, guess=not clause.relative, actor=clause.verb.cls == "accuse", party=needed)
    found = opening(view, k, frame, clause.hi, before)
    if found is None:
        return None
    source = found.source
    if source is not None and source is not before and not may_speak(view, cue, source) and _has_object(clause):
        found = found._replace(start=source.first, opener=Opener.NOUN, source=None)
    elif source is None and before is None and not clause.bound:
        found = found._replace(source=_at_head(view, k, clause.lo))
    return _told(clause, found)


def _behind(clause: _Clause) -> Attribution | None:
    """«"…"، قال الوزير»: the quotation stands before the verb that attributes it."""
    view, k = clause.view, clause.k
    if Opener.QUOTE not in clause.takes or clause.bound:
        return None
    j = k - 1
    while j >= 0 and (view.forms[j] in _BETWEEN or view.isa(j, W.THUS) or view.isa(j - 1, W.THUS)):
        j -= 1
    place = view.closes.get(j)
    source = clause.before or source_at(view, k + 1, clause.hi)
    if place is None or source is None or k in view.inner:
        return None
    return _told(clause, Opening(view.quotes[place].first, Opener.QUOTE, source, [], None))


def _has_object(clause: _Clause) -> bool:
    return Opener.NOUN in clause.takes or clause.verb.party is not None


def _told(clause: _Clause, found: Opening) -> Attribution:
    view, k, verb = clause.view, clause.k, clause.verb
    vowelled = _PASSIVE_VOWEL in view.text(k, k + 1)[: len(view.forms[k]) // 2 + 1]
    return Attribution(
        k,
        k + 1,
        verb,
        clause.cue,
        verb.cls,
        f"verb.{verb.id}",
        found.start,
        found.opener,
        found.source,
        found.through,
        found.addressee,
        polarity=polarity_of(view, verb, found.start),
        before=clause.before is not None and found.source is clause.before,
        passive=found.source is None and vowelled,
        antecedent=k - 1 if clause.relative else -1,
        resumed=clause.relative and (bool(clause.cue.pronoun) or not party.is_antecedents(view, k, clause.cue)),
    )


def _holds(clause: _Clause, told: Attribution) -> bool:
    """Whether the verb is a statement at all with what was found beside it."""
    view, cue, verb = clause.view, clause.cue, clause.verb
    needs = view.index.needs[cue.verb]
    if needs and needs.isdisjoint(view.forms[told.start : min(clause.hi, told.start + _HEAD)]):
        return False
    before = view.index.needs_before[cue.verb]
    if before and before.isdisjoint(view.forms[clause.k : told.start]):
        return False
    if verb.close and not _is_close(clause, told):
        return False
    if told.source is None and cue.number == "one":
        if verb.impersonal and cue.tense == "present" and not cue.female and not clause.relative:
            return False
        loose = told.opener not in _CLAUSES or verb.weak
        if loose and not (clause.bound or opens_clause(view, clause.k, clause.lo)):
            return told.addressee is not None
    if told.resumed and told.source is None and not cue.pronoun:
        # «التقرير الذي أعلنت نتائجه»: the noun is the verb's own subject; «التي أشار إليها»: nothing is told
        return False
    return not (cue.pronoun and told.opener == Opener.NOUN)


def _is_close(clause: _Clause, told: Attribution) -> bool:
    """Whether «أن» stands right behind the verb, or behind its one subject."""
    one = told.source is None or told.source.number == "one"
    last = told.source.last if told.source is not None and not told.before else clause.k + 1
    return told.opener == Opener.THAT and one and told.start <= last + 1


def polarity_of(view: View, verb: Verb, start: int) -> Polarity:
    """«نفى» denies; «رفض التعليق» declines to speak."""
    if verb.cls == "refuse" and view.isa(start, W.DECLINES) is not None:
        return "declined"
    return "denied" if verb.cls == "deny" else "said"


def _subordinate(view: View, k: int, cue: CueForm) -> bool:
    """Whether what stands before a verb makes it no statement: «ما وصفه», a preposition, «أن يؤكد»."""
    if view.isa(k - 1, W.WHATEVER, W.DISTANCING) or (view.isa(k - 1, W.CLAUSE) and not view.isa(k - 1, W.ALIKE)):
        return True
    if k - 1 not in view.ends and view.isa(k - 1, W.PREPOSITIONS) and not view.isa(k - 1, W.CLAUSAL):
        return True
    return cue.tense == "present" and view.isa(k - 1, W.PURPOSES) is not None


def _declined(view: View, k: int, cue: CueForm, hi: int) -> Attribution | None:
    """«لم يعلق الكرملين على التقارير»: the refusal to speak, and what was not spoken of."""
    if not view.isa(k, W.ABSTAINS) or not view.isa(k - 1, W.NOT_YET):
        return None
    found = opening(view, k, Frame(frozenset({view.index.on})), hi)
    if found is None:
        return None
    verb = view.index.verbs[cue.verb]
    return Attribution(
        k - 1, k + 1, verb, cue, "say", "declined", found.start, found.opener, found.source, polarity="declined"
    )


def _at_head(view: View, k: int, lo: int) -> Source | None:
    """«وكان الزعماء في أوروبا قالوا», «أما فلان المحلل في المركز فقد قال»: the subject behind the first word."""
    if not view.isa(lo, W.PAST, W.TOPICS) or not lo + 1 < k <= lo + _HEAD:
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


def _relayed(view: View, k: int, cue: CueForm, hi: int, before: Source | None) -> Attribution | None:
    """«نقلت الوكالة عن الوزير قوله إن»: the outlet stands between, the one behind «عن» speaks."""
    verb, takes = view.index.verbs[cue.verb], view.index.takes[cue.verb]
    bearer = before or source_at(view, k + 1, hi)
    bears = bearer is not None and bearer.role in ("agency", "media", "statement")
    outlet = bearer if bears else None
    at = next(
        (j for j in range(k + 1, min(hi, k + _HEAD)) if view.isa(j, W.RELAYED) and view.forms[j][0] not in JOINS), -1
    )
    speaker = _borne(view, at + 1, hi) if at > 0 else None
    if speaker is None and (told := _relayed_of_him(view, k, cue, hi, outlet)) is not None:
        return told
    if speaker is None:
        found = opening(view, k, Frame(takes, null=False, guess=False), hi, before) if outlet is not None else None
    else:
        # «عن الوزير إشارته إلى أن»: the noun of saying brings its own opener
        said = view.index.cues.get(view.forms[speaker.last], ()) if speaker.last < hi else ()
        nouns = [view.index.takes[c.verb] - {Opener.NOUN} for c in said if c.tense == "masdar" and c.pronoun]
        found = opening(view, speaker.last - 1, Frame(takes.union(*nouns), null=False), hi, speaker)
    if found is None or (speaker is not None and found.source is not speaker):
        return None
    through = [outlet, *found.through] if outlet is not None and speaker is not None else found.through
    return Attribution(
        k, k + 1, verb, cue, verb.cls, f"verb.{verb.id}", found.start, found.opener, found.source, through
    )


def _borne(view: View, at: int, hi: int) -> Source | None:
    """Whose words an outlet relays, behind «عن»; his name may stand in marks, his title in no list."""
    found = source_at(view, at + 1 if at in view.opens and view.is_name(view.opens[at]) else at, hi)
    said = next((j for j in range(at + 1, min(hi, at + _HEAD)) if _is_his_saying(view, j)), 0)
    if found is not None or not said or not view.is_definite(at):
        return found
    return strange(view, Source(at, at + 1, "speaker", view.text(at, said)), said)


def _is_his_saying(view: View, j: int) -> bool:
    """«قوله», «تأكيده»."""
    return any(c.tense == "masdar" and c.pronoun for c in view.index.cues.get(view.forms[j], ()))


def _relayed_of_him(view: View, k: int, cue: CueForm, hi: int, outlet: Source | None) -> Attribution | None:
    """«ونسبت الوكالة له قوله إن»: whoever the text is about spoke, and the outlet carried it."""
    at = next((j for j in range(k + 1, min(hi, k + _HEAD)) if view.isa(j, W.RELAYED_OF_HIM)), hi)
    masdar = next((c for c in view.index.cues.get(view.forms[at + 1], ()) if c.pronoun), None) if at + 1 < hi else None
    if masdar is None or masdar.tense != "masdar":
        return None
    verb = view.index.verbs[masdar.verb]
    found = opening(view, at + 1, Frame(view.index.takes[masdar.verb] - {Opener.NOUN}), hi)
    if found is None or found.source is not None:
        return None
    number: Number = "many" if masdar.pronoun in THEIRS else "one"
    his = masdar._replace(tense="past", number=number, female=masdar.pronoun == HERS)
    through = [outlet, *found.through] if outlet is not None else found.through
    rule = f"verb.{view.index.verbs[cue.verb].id}"
    return Attribution(k, k + 1, verb, his, verb.cls, rule, found.start, found.opener, None, through)
