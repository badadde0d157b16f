"""Whether a contact was held, goes on, is planned, proposed, cancelled or denied, by the words around its trigger."""

from collections.abc import Sequence
from isnad.clauses.units import COMMAS, Unit, marker_of
from isnad.contacts.draft import Draft
from isnad.contacts.schedule import set_for
from isnad.lexicon.words import WordClass as W
from isnad.lexicon.frames import Grammar
from isnad.model import Status

# «آخر لقاء» lies behind
LAST = "اخر"
NOT = frozenset({"لم", "ولم"})
ABOUT, ON = "عن", "علي"
_BEFORE, _AFTER, _CLOSE = 8, 5, 5


def status_of(draft: Draft, grammar: Grammar, title: bool) -> tuple[Status, bool]:
    """The status of a telling, and whether it is firm; a headline's present tense is not."""
    row = draft.row
    verb = draft.light if draft.light is not None else draft.trigger
    cues = _cues(row, verb, draft.trigger, grammar)
    before = row[verb - 1].form if verb else ""
    if before in NOT:
        return "denied", True
    if before in ("لن", "ولن"):
        return "cancelled", True
    if "denied" in cues:
        return "denied", True
    if "cancelled" in cues or _called_off(row, verb, grammar):
        return "cancelled", True
    tense = draft.tense
    if draft.light is None and draft.trigger and row[draft.trigger - 1].form in ("الي", "والي") and not draft.tense:
        # «دعا إلى لقاء …»
        return "proposed", False
    if draft.light is None and not draft.tense and agreed(row, draft.trigger):
        return "planned", True
    if draft.light is None and "held" in cues and not draft.tense:
        return "held", True
    if (
        draft.light is None
        and _event(row, draft.trigger) == "held"
        and not draft.tense
        and not set_for(row, draft.trigger)
    ):
        return ("ongoing" if "ongoing" in cues and draft.kind == "visit" else "held"), True
    if draft.proposed or (before in ("قد", "وقد") and tense == "present") or ("proposed" in cues and tense != "past"):
        return "proposed", True
    if tense == "future":
        return "planned", True
    if tense == "past":
        return ("planned", True) if "planned" in cues and "ان" in _between(row, verb) else ("held", True)
    if "planned" in cues:
        # «كان من المقرر أن …»: what became of the plan may be told elsewhere
        return "planned", not was(row, verb)
    if tense == "masdar":
        return "planned", False
    if tense == "present":
        if ("ongoing" in cues and (draft.kind == "visit" or "lasting" not in cues)) or (
            _relative(row, verb) and draft.kind == "visit"
        ):
            return "ongoing", True
        if draft.kind == "visit" and not title:
            return "planned" if not _doing(row, verb) else "ongoing", False
        return ("planned", False) if not title else ("held", False)
    return _noun(draft, cues)


def _noun(draft: Draft, cues: dict[str, int]) -> tuple[Status, bool]:
    event = _event(draft.row, draft.trigger)
    if draft.trigger and draft.row[draft.trigger - 1].form == LAST:
        return "held", True
    if event == "coming" or set_for(draft.row, draft.trigger):
        return "planned", True
    if "ongoing" in cues and (
        draft.kind == "visit" or any(c.tag("status") for c in draft.row[max(0, draft.trigger - 8) : draft.trigger])
    ):
        return "ongoing", True
    if event != "held" and draft.aimed:
        # «الاستعدادات للقمة», «الإعلان عن قمة»: not yet
        return "planned", False
    return "held", event == "held" or draft.done


def agreed(row: Sequence[Unit], k: int) -> bool:
    """«اتفقا على الاجتماع»."""
    return k > 1 and row[k - 1].form == ON and row[k - 2].phrase is None and row[k - 2].word(W.AGREEMENT)


def _event(row: Sequence[Unit], k: int) -> str:
    """What a circumstance right before the noun says: «عقب لقائه» held, «قبيل زيارته» coming."""
    for chunk in row[max(0, k - 3) : k]:
        if chunk.word(W.EVENT_COMING):
            return "coming"
        if chunk.word(W.EVENT_DONE):
            return "held"
    return ""


def _cues(row: Sequence[Unit], verb: int, trigger: int, grammar: Grammar) -> dict[str, int]:
    """Statuses that words near the trigger speak of, with their distance."""
    out: dict[str, int] = {}
    spent = 0
    for j in range(verb - 1, max(-1, verb - 3 * _BEFORE), -1):
        chunk = row[j]
        if chunk.phrase is None:
            spent += 1
        if spent > _BEFORE or chunk.form in "؛;":
            break
        if (
            chunk.phrase is None
            and j != verb
            and (chunk.verbs or chunk.lights)
            and chunk.tag("status") is None
        ):
            break
        _note(row, j, spent, grammar, out)
    for j in range(verb + 1, trigger):
        _note(row, j, j - verb, grammar, out)
    for j in range(trigger + 1, min(len(row), trigger + 3 * _AFTER)):
        chunk = row[j]
        if (
            chunk.form in COMMAS
            or chunk.word(W.JOIN)
            or (chunk.phrase is None and (chunk.verbs or chunk.lights))
        ):
            break
        for place in chunk.tag("status") or ():
            cue = grammar.status[place]
            if cue.after or cue.status in ("planned", "ongoing", "held"):
                out.setdefault(cue.status, j - trigger)
                if cue.status == "ongoing":
                    out.setdefault("lasting", j - trigger)
    verb_cues = row[verb].tag("status") or ()
    for place in verb_cues:
        if grammar.status[place].status in ("cancelled", "denied", "proposed") and verb != trigger:
            out.setdefault(grammar.status[place].status, 0)
    return out


def _note(row: Sequence[Unit], j: int, distance: int, grammar: Grammar, out: dict[str, int]) -> None:
    chunk = row[j]
    if chunk.phrase is not None:
        return
    urged = j > 0 and row[j - 1].word(W.PREPOSITION) and row[j - 1].form != ABOUT
    for place in chunk.tag("status") or ():
        cue = grammar.status[place]
        if cue.status == "cancelled" and (marker_of(chunk.clitic)[1] or urged):
            # «هدد بإلغاء», «حثه على إلغاء»: spoken of, not done
            continue
        if cue.glued or chunk.form in ("قد", "وقد") or (cue.status in ("proposed", "cancelled") and distance > _CLOSE):
            continue
        out.setdefault(cue.status, distance)


def was(row: Sequence[Unit], verb: int) -> bool:
    """Whether «كان» puts what follows into the past."""
    return any(c.form.lstrip("وف") in ("كان", "كانت") for c in row[max(0, verb - _BEFORE) : verb])


def _called_off(row: Sequence[Unit], verb: int, grammar: Grammar) -> bool:
    """«كان من المقرر أن … لكن اللقاء أُلغي»: a plan in the past that the same sentence calls off."""
    if not was(row, verb):
        return False
    return any(
        grammar.status[p].status == "cancelled"
        for c in row[verb + 1 :]
        if c.phrase is None
        for p in c.tag("status") or ()
    )


def _between(row: Sequence[Unit], verb: int) -> list[str]:
    return [c.form for c in row[max(0, verb - 4) : verb]]


def _relative(row: Sequence[Unit], verb: int) -> bool:
    return any(c.word(W.RELATIVE) for c in row[max(0, verb - 2) : verb])


def _doing(row: Sequence[Unit], verb: int) -> bool:
    """Whether the present tense tells of what is going on («يقوم بزيارة», «يواصل»)."""
    return row[verb].form.lstrip("وف")[1:] in ("قوم", "ودي", "واصل", "جري")
