"""Whether a contact was held, goes on, is planned, proposed, cancelled or denied: the first of the rules that holds."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from isnad.arabic.markers import Marker
from isnad.clauses.units import COMMAS, Unit
from isnad.contacts.cues import (
    Surroundings,
    accepted,
    agreed,
    called_off,
    circumstance,
    open_yet,
    statuses,
    surroundings,
    today,
    tried,
    was,
    within_plan,
)
from isnad.contacts.draft import Draft
from isnad.contacts.schedule import lasting, set_for
from isnad.contacts.supposed import amid, carried_out, granted, viewed
from isnad.lexicon.frames import Grammar
from isnad.lexicon.words import WordClass as W
from isnad.model import Status

_THAT_REACH, _WHO_REACH, _CUE_REACH, _RUN_REACH, _CLAUSE_REACH = 4, 2, 8, 3, 10
Verdict = tuple[Status, bool] | None


class Judgement(NamedTuple):
    """The status of a telling, whether it is firm (a later telling cannot overrule it), and the rule that says so."""

    status: Status
    firm: bool
    rule: str


def status_of(draft: Draft, grammar: Grammar, title: bool) -> Judgement:
    """The status of a telling by the words around its trigger; a headline's present tense is not firm."""
    around = surroundings(draft, grammar, title)
    verdicts = ((name, rule(around)) for name, rule in RULES)
    return next(Judgement(*verdict, name) for name, verdict in verdicts if verdict is not None)


def _negated(around: Surroundings) -> Verdict:
    """«لم يلتق»."""
    return ("denied", True) if around.before(W.NOT) else None


def _given_up(around: Surroundings) -> Verdict:
    """«لن يزور»."""
    return ("cancelled", True) if around.before(W.WILL_NOT) else None


def _granted(around: Surroundings) -> Verdict:
    """«نفى أن يكون لقاؤهما سببه الخلاف»: only what is said of it is denied."""
    told = "denied" in around.cues and "planned" not in around.cues and granted(around)
    return ("held", True) if told else None


def _denied(around: Surroundings) -> Verdict:
    """«نفى أن يكون قد التقى»; not «نفى خلال لقائه»."""
    if "denied" not in around.cues or amid(around):
        return None
    # «نفى تأجيل الزيارة»: the plan stands
    return ("planned" if "cancelled" in around.cues else "denied"), True


def _cancelled(around: Surroundings) -> Verdict:
    """«ألغى زيارته», «كان من المقرر أن يزور … لكن الزيارة أُلغيت»."""
    off = ("cancelled" in around.cues and not amid(around)) or called_off(around)
    return ("cancelled", True) if off else None


def _called_for(around: Surroundings) -> Verdict:
    """«دعا إلى لقاء …»."""
    k = around.draft.trigger
    return ("proposed", False) if around.bare and k and around.row[k - 1].word(W.TOWARD) else None


def _agreed(around: Surroundings) -> Verdict:
    """«اتفقا على الاجتماع», «اتفقا على عقد لقاء آخر»."""
    noun = around.draft.tense in ("", "masdar")
    return ("planned", True) if noun and agreed(around.row, around.verb) else None


def _decided(around: Surroundings) -> Verdict:
    """«قرر الطرفان أن يلتقيا مجددا»."""
    if around.draft.tense != "present" or not around.before(W.THAT):
        return None
    near = around.row[max(0, around.verb - 1 - _CUE_REACH // 2) : around.verb - 1]
    return ("planned", True) if any(u.phrase is None and u.word(W.AGREEMENT) for u in near) else None


def _tried(around: Surroundings) -> Verdict:
    """«يسعى إلى لقاء نظيره», «مساع لعقد لقاء», «حاول الاتصال به»."""
    told = around.draft.tense in ("", "masdar") and tried(around.row, around.verb)
    return ("proposed", True) if told else None


def _any(around: Surroundings) -> Verdict:
    """«أي لقاء مع نظيره»: of none that is set."""
    k = around.draft.trigger
    return ("proposed", False) if k and around.row[k - 1].word(W.ANY) else None


def _open_yet(around: Surroundings) -> Verdict:
    """«لم يتحدد بعد مكان القمة»."""
    return ("planned", False) if around.bare and open_yet(around.row, around.draft.trigger) else None


def _what_came_of_it(around: Surroundings) -> Verdict:
    """«أطلعه على نتائج لقائه»."""
    k = around.draft.trigger
    return ("held", True) if around.bare and k and around.row[k - 1].word(W.OUTCOME) else None


def _ran(around: Surroundings) -> Verdict:
    """«المباحثات مع نظيره تناولت …», «قمتهما التي استمرت ساعة»."""
    row, start = around.row, max(around.draft.last, around.draft.trigger) + 1
    behind = (unit for unit in row[start : start + _RUN_REACH] if unit.form not in COMMAS)
    told = next((unit for unit in behind if not unit.word(W.RELATIVE_PRONOUN)), None)
    held = told is not None and told.phrase is None and told.word(W.RAN)
    k = around.draft.trigger
    clauses = (row[j + 1] for j in range(k + 1, min(k + _CLAUSE_REACH, len(row))) if lasting(row, k, j))
    return ("held", True) if around.bare and (held or any(verb.word(W.RAN) for verb in clauses)) else None


def _in_order(around: Surroundings) -> Verdict:
    """«سبقتها محادثات …», «تليها محادثات …»."""
    k = around.draft.trigger
    if not around.bare or not k:
        return None
    if around.row[k - 1].word(W.ORDER):
        return "held", True
    return ("planned", False) if around.row[k - 1].word(W.ORDER_COMING) else None


def _told_before(around: Surroundings) -> Verdict:
    """«لقاؤهما الأخير»."""
    told = around.bare and "held" in around.cues and "planned" not in around.adjective
    return ("held", True) if told else None


def _in_its_course(around: Surroundings) -> Verdict:
    """«قال عقب لقائه …»; «خلال زيارته الحالية» goes on."""
    draft, row = around.draft, around.row
    if draft.tense == "masdar":
        return ("held", True) if carried_out(around) else None
    if not around.bare or circumstance(row, draft.trigger) != "held" or set_for(row, draft.trigger):
        return None
    if "planned" in around.adjective:
        # «سيبحثان الأمر خلال القمة المرتقبة»
        return None
    if _margin_to_come(around):
        return "planned", True
    if "ongoing" not in around.cues and (_amid_plan(around) or within_plan(row, draft.trigger)):
        return "planned", False
    # «خلال زيارة رسمية يجريها إلى الكويت» too
    doing = any(hit.form.tense == "present" for hit in _qualifier(row, draft.trigger).lights)
    return ("ongoing" if ("ongoing" in around.cues or doing) and draft.kind == "visit" else "held"), True


def _qualifier(row: Sequence[Unit], k: int) -> Unit:
    """The first word behind a noun that is none of its adjectives; the noun itself where there is none."""
    return next((unit for unit in row[k + 1 :] if not unit.ordinary), row[k])


def _amid_plan(around: Surroundings) -> bool:
    """«سيلتقي خلال زيارته …», «من المنتظر أن يلتقي خلال زيارته …»: the circumstance of what is to come."""
    row, k = around.row, around.draft.trigger
    return bool(k) and row[k - 1].word(W.EVENT_DURING) and _of_plan(around)


def _of_plan(around: Surroundings) -> bool:
    """Whether the noun is a circumstance of a verb that tells what is to come."""
    row = around.row
    if around.draft.amid is None:
        return False
    at, tense = around.draft.amid
    if tense != "present" or was(row, at):
        return tense == "future"
    before = row[max(0, at - _CUE_REACH) : at]
    return any(u.word(W.THAT) for u in before) and "planned" in statuses(before, around.grammar)


def _margin_to_come(around: Surroundings) -> bool:
    """Whether a verb in the future, and none of saying, tells what is at the margin of the encounter."""
    row, k = around.row, around.draft.trigger
    opener = next((u for u in reversed(row[:k]) if u.word(W.EVENT)), None)
    if opener is None or opener.word(W.EVENT_DONE) or any(u.word(W.SPEECH) for u in row):
        return False
    return any(h.form.tense == "future" for u in row for h in (*u.verbs, *u.lights))


def _was_doing(around: Surroundings) -> Verdict:
    """«كان الرئيس يجتمع في دمشق بضيفه»: a present tense that «كان» governs; not «كان من المقرر أن يجتمع»."""
    if around.draft.tense != "present" or "planned" in around.cues:
        return None
    for unit in reversed(around.row[: around.verb]):
        if unit.phrase is None and unit.form not in COMMAS:
            return ("held", True) if unit.word(W.WAS) else None
    return None


def _proposed(around: Surroundings) -> Verdict:
    """«عرض لقاء», «قد يلتقي», «دعا إلى أن يلتقي»."""
    draft = around.draft
    if "proposed" in around.cues and accepted(around.row[max(0, around.verb - _CUE_REACH) : around.verb]):
        return "planned", True
    maybe = around.before(W.MAYBE) and draft.tense == "present"
    told = draft.proposed or maybe or ("proposed" in around.cues and draft.tense != "past" and not viewed(around))
    return ("proposed", True) if told else None


def _leaving(around: Surroundings) -> Verdict:
    """«سيغادر القاهرة غدا», «يختتم غدا زيارته»: under way until then; «عودته من القاهرة»: behind him."""
    draft = around.draft
    if draft.kind != "visit" or draft.tense == "past" or not (draft.leaving or draft.ended):
        return None
    return ("ongoing" if draft.leaving and not around.title else "held"), True


def _future(around: Surroundings) -> Verdict:
    """«سيلتقي»."""
    return ("planned", True) if around.draft.tense == "future" else None


def _past(around: Surroundings) -> Verdict:
    """«التقى»; «من المقرر أن تعقد» reads like it and is planned."""
    if around.draft.tense != "past":
        return None
    that = any(u.word(W.THAT) for u in around.row[max(0, around.verb - _THAT_REACH) : around.verb])
    return ("planned", True) if "planned" in around.cues and that else ("held", True)


def _planned(around: Surroundings) -> Verdict:
    """«من المقرر أن يلتقي», «القمة المرتقبة»; «كان من المقرر أن …»: what became of it may be told elsewhere."""
    return ("planned", not was(around.row, around.verb)) if "planned" in around.cues else None


def _to_begin_with(around: Surroundings) -> Verdict:
    """«من المقرر أن تختتم جولتها بزيارة …», «ستبدأ جولتها بزيارة …»."""
    by_it = around.bare and around.row[around.draft.trigger].marker == Marker.AT
    carried = by_it and around.draft.amid is not None and around.row[around.draft.amid[0]].lights
    return ("planned", True) if carried and _of_plan(around) else None


def _prepared(around: Surroundings) -> Verdict:
    """«لعقد قمة», «للقاء نظيره»: what is to come of something else."""
    return ("planned", False) if around.draft.tense == "masdar" else None


def _under_way(around: Surroundings) -> Verdict:
    """«الذي يزور مصر», «يزور مصر حاليا»; of other kinds «يلتقي نظيره في مستهل زيارته» does not speak."""
    if around.draft.tense != "present" or within_stay(around.draft):
        return None
    visit = around.draft.kind == "visit"
    opening = around.row[max(0, around.verb - _WHO_REACH) : around.verb]
    stays = around.draft.stay or around.draft.light is not None
    relative = stays and any(u.word(W.RELATIVE) and not u.word(W.WHEN) for u in opening)
    # «يصل غدا في زيارة تستمر يومين» is no stay yet
    coming = around.draft.arrival and "ongoing" in around.behind
    told = "ongoing" in around.cues and not coming and (visit or "ongoing" not in around.behind)
    told = told or (visit and today(around.row, around.verb))
    return ("ongoing", True) if told or (relative and visit) else None


def within_stay(draft: Draft) -> bool:
    """«زيارة تستغرق يومين يلتقي خلالها نظيره»: what a visit will bring, whether or not it has begun."""
    verb = draft.light if draft.light is not None else draft.trigger
    behind = draft.row[verb + 1 : verb + 2]
    return draft.kind != "visit" and any(unit.phrase is None and unit.word(W.IN_IT) for unit in behind)


def _doing(around: Surroundings) -> Verdict:
    """«يقوم بزيارة», «يواصل زيارته»."""
    draft = around.draft
    if draft.tense != "present" or draft.kind != "visit" or around.title:
        return None
    return ("ongoing", False) if around.row[around.verb].word(W.DOING) else None


def _first_to(around: Surroundings) -> Verdict:
    """«أول رئيس يزور كوبا»: whoever is the first to do it does it, or did."""
    draft, verb = around.draft, around.verb
    if draft.tense != "present" or around.title:
        return None
    for unit in reversed(around.row[max(0, verb - _CUE_REACH) : verb]):
        if W.FIRST in (unit.tag("word") or ()):
            return ("ongoing", False) if draft.kind == "visit" else ("held", True)
        if unit.phrase is None and (unit.predicate or unit.form in COMMAS):
            # «أولى محطات جولة يزور بعدها …»
            return None
    return None


def _present(around: Surroundings) -> Verdict:
    """«يلتقي نظيره» is to come; so a headline tells what was («وزير يلتقي نظيره»)."""
    draft = around.draft
    if draft.tense != "present":
        return None
    return ("held" if around.title else "planned"), False


def _last(around: Surroundings) -> Verdict:
    """«آخر لقاء»."""
    k = around.draft.trigger
    return ("held", True) if k and around.row[k - 1].word(W.LAST) else None


def _coming(around: Surroundings) -> Verdict:
    """«قبيل زيارته», «القمة المقررة في 12 يونيو», «ستتركز المحادثات على …»."""
    row, k = around.row, around.draft.trigger
    if circumstance(row, k) == "coming" or set_for(row, k):
        return "planned", True
    return ("planned", False) if k and row[k - 1].word(W.WILL) else None


def _goes_on(around: Surroundings) -> Verdict:
    """«زيارته الحالية», «تتواصل المحادثات»."""
    row, k = around.row, around.draft.trigger
    told = around.draft.kind == "visit" or any(u.tag("status") for u in row[max(0, k - _CUE_REACH) : k])
    return ("ongoing", True) if "ongoing" in around.cues and told else None


def _aimed(around: Surroundings) -> Verdict:
    """«الاستعدادات للقمة», «الإعلان عن قمة»: not yet."""
    row, k = around.row, around.draft.trigger
    # «على زيارته», «على أهمية زيارته» speak of what was, save after an agreement
    owner = k - 1 if row[k - 1].ordinary else k
    upon = row[k - 1].word(W.UPON) or row[owner - 1].word(W.UPON)
    aimed = around.draft.aimed and circumstance(row, k) != "held" and not upon
    return ("planned", False) if aimed else None


def _put_off(around: Surroundings) -> Verdict:
    """«القمة بين فلان وفلان أُلغيت»; «قد تتأجل» leaves the plan."""
    draft, row = around.draft, around.row
    behind = row[draft.last + 1 : draft.last + 3]
    if not around.bare or not behind:
        return None
    may = behind[0].word(W.MAYBE)
    if "cancelled" not in statuses(behind[may : may + 1], around.grammar):
        return None
    return ("planned" if may else "cancelled"), not may


def _noun(around: Surroundings) -> Verdict:
    """«محادثات بين …»; firm only where words say that it took place."""
    draft = around.draft
    if draft.coming and not around.title:
        # «القمة التي يعقدها …», «زيارة يؤديها …»
        return "ongoing" if draft.kind == "visit" else "planned", False
    return "held", circumstance(around.row, draft.trigger) == "held" or draft.done


RULES: tuple[tuple[str, Callable[[Surroundings], Verdict]], ...] = (
    ("negated", _negated),
    ("given-up", _given_up),
    ("granted", _granted),
    ("denied", _denied),
    ("cancelled", _cancelled),
    ("called-for", _called_for),
    ("agreed", _agreed),
    ("tried", _tried),
    ("any", _any),
    ("open-yet", _open_yet),
    ("what-came-of-it", _what_came_of_it),
    ("decided", _decided),
    ("ran", _ran),
    ("in-order", _in_order),
    ("leaving", _leaving),
    ("told-before", _told_before),
    ("in-its-course", _in_its_course),
    ("was-doing", _was_doing),
    ("proposed", _proposed),
    ("future", _future),
    ("past", _past),
    ("planned", _planned),
    ("to-begin-with", _to_begin_with),
    ("prepared", _prepared),
    ("under-way", _under_way),
    ("doing", _doing),
    ("first-to", _first_to),
    ("present", _present),
    ("last", _last),
    ("coming", _coming),
    ("goes-on", _goes_on),
    ("aimed", _aimed),
    ("put-off", _put_off),
    ("noun", _noun),
)
