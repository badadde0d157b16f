"""One walk over a sentence: which mention belongs to which predicate, and which predicate hangs on which."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from isnad.clauses.clause import Relation
from isnad.clauses.heads import BARE, BETWEEN, WITH, Context, Group, Head, wanted
from isnad.clauses.units import COMMAS, QUOTES, Unit
from isnad.lexicon.constructions import BY, GENITIVE, OBJECT, Frame
from isnad.lexicon.frames import Light
from isnad.lexicon.speech import CueForm
from isnad.lexicon.words import WordClass as W

_MAX_GAP, _NEAR, _ADJECTIVE = 11, 3, 2
# so many units behind a predicate its arguments end
_MAX_REACH = 30
# so many words that nobody knows may end a name before «و» joins the next
_NAME_GAP = 2
# a quotation of so many units is speech, not a word in marks; so far ahead its end is looked for
_SCARE_QUOTE, _LONGEST_QUOTE = 5, 80
# how an unlisted present tense begins, and how nouns end
_PRESENT = ("ي", "وي", "سي", "وسي", "ست", "وست")
_NOMINAL = ("ة", "ات", "ون", "ين")
_COMPLEMENTS = frozenset({"علي", "عن", "الي"})
# «أجرى جولة من المحادثات»
_PARTITIVE = 9
# «على هامش القمة»: where two met, not what is told
_MARGIN = "علي"
_PLURAL = frozenset({"هما", "هم"})
_FINITE = frozenset({"past", "present", "future"})
_BY_IT = ("بها", "به", "لها", "له", "فيها", "فيه")
_PARTICIPLE, _ACCUSATIVE = "participle", ("ا", "ه")
_PERSONAL = frozenset({"person", "office", "officials", "counterpart", "set", "institution", "organisation", "group"})


class Grammar(NamedTuple):
    """What the walk asks of the lexicon: the frames that hits point to, the carriers, the verbs of saying by form."""

    frames: Sequence[Frame]
    lights: Sequence[Light]
    saying: Mapping[str, tuple[CueForm, ...]]
    weak: Callable[[CueForm], bool]
    relays: Callable[[CueForm], bool]
    impersonal: Callable[[CueForm], bool]


class Walk:
    """The walk over one row of units. `heads` are its predicates, in order."""

    def __init__(
        self, row: Sequence[Unit], grammar: Grammar, spelt: Sequence[bool], timed: frozenset[int] = frozenset()
    ) -> None:
        self.row, self.grammar, self.spelt, self.timed = row, grammar, spelt, timed
        self.heads: list[Head] = []
        self.contexts = [Context(Relation.MAIN)]
        self.pending, self.gap = BARE, 0
        self.linker = ""
        self.joined = self.skipping = self.tied = self.comma = self.resumes = False
        self.group: Group | None = None
        self.owner: Head | None = None
        self.described: Head | None = None
        self.closes, self.quoted = -1, Context(Relation.CONTENT)
        self.spoken: list[tuple[Head, str]] = []
        for i, unit in enumerate(row):
            self._step(i, unit)

    here = 0
    _apposed = False

    @property
    def context(self) -> Context:
        """The innermost context."""
        return self.contexts[-1]

    def _step(self, i: int, unit: Unit) -> None:
        self.here = i
        if unit.phrase is not None:
            self._mention(i, unit)
        elif unit.form in COMMAS:
            self._comma(unit)
        elif unit.form in QUOTES:
            self._quote(i)
        elif unit.form == "و":
            self.joined = True
        elif not self._word(i, unit) and not self._other_verb(i, unit):
            self._plain(unit)

    def _other_verb(self, i: int, unit: Unit) -> bool:
        """A verb that no list knows, by its shape and the mention behind it: «وحاول فلان», «يلقي الرئيس كلمة»."""
        after = self.row[i + 1] if i + 1 < len(self.row) else None
        wish = unit.tag("status") is not None and unit.form[0] in "يت" and not unit.clitic
        if not (unit.ordinary or wish) or after is None or after.phrase is None or after.clitic or self._governed(i):
            return False
        if not (wish or unit.form.startswith(_PRESENT) or (i == 0 and unit.form[0] == "و" and not unit.raw.endswith(_NOMINAL))):
            return False
        head = Head(i, unit, "saying")
        head.wants = wanted((), None, saying=True)
        head.joined = unit.form[0] == "و"
        self._finite(head, i, unit)
        self._file(head)
        return True

    def _file(self, head: Head) -> None:
        head.index = len(self.heads)
        self.heads.append(head)
        self.pending, self.skipping, self.group, self.gap = BARE, False, None, 0
        self.joined = self.tied = self.comma = False
        self.linker = ""

    def _plain(self, unit: Unit) -> None:
        # the words of a time part nothing: «اللقاء المقرر في 26 مايو بين …»
        self.gap += unit.first not in self.timed
        if not unit.classes:
            self.pending = self.pending if self.gap <= 1 else BARE
            if unit.form.isalpha():
                self.joined = False

    # marks

    def _comma(self, unit: Unit) -> None:
        self.pending, self.skipping, self.comma, self.linker = BARE, False, True, ""
        if unit.form in "؛;":
            del self.contexts[1:]
            self.context.heads, self.context.topic = [], None
            return
        if unit.form == ":" and self.context.topic is not None and self.context.verb is None:
            # «ترامب: القمة مع …»
            self._open(Context(Relation.CONTENT))
            self.group = None
            return
        if unit.form == ":" and self.context.verb is None:
            # «قمة السبع: ترامب يستخف بالأوروبيين»
            self.context.heads = []
        for context in self.contexts:
            context.comma = True
        for head in self.context.heads:
            head.closed = head.closed or (not head.finite and head.relation is Relation.ADJUNCT)

    def _quote(self, i: int) -> None:
        """A quotation of some length behind a verb of saying is a clause of its own."""
        if self.closes == i:
            self.closes = -1
            if self.quoted in self.contexts:
                del self.contexts[self.contexts.index(self.quoted) :]
            self._fresh()
            return
        if self.closes >= 0 or self.context.verb is None or self.context.verb.form != "saying":
            return
        ahead = range(i + 1, min(i + _LONGEST_QUOTE, len(self.row)))
        end = next((j for j in ahead if self.row[j].form in QUOTES and self.row[j].form not in "()"), -1)
        if self.row[i].form in "()" or end - i <= _SCARE_QUOTE:
            return
        self.closes, self.quoted = end, Context(Relation.CONTENT, self.context.verb)
        self._open(self.quoted)
        self._fresh()

    # mentions

    def _mention(self, i: int, unit: Unit) -> None:
        if unit.nouns and not (self.skipping and self.linker == _MARGIN) and self._predicate(i, unit):
            # «القمة العربية»: a body's name that is its session
            self._give(self.heads[-1], Group(BARE, unit, i), GENITIVE)
            return
        marker = unit.marker or self.pending
        joins = unit.joined or self.joined
        self.pending = BARE
        if joins and unit.joined and not unit.marker and self._begins_clause(i, unit):
            # «لافروف يبحث التصعيد وعراقجي يزور دمشق»
            self.context.topic, self.context.heads, self.group = Group(BARE, unit, i), [], None
        elif joins and not unit.marker and marker == BARE and self._joins_group(unit):
            self.group.units.append(unit)
        elif self.skipping or (self.tied and marker in (WITH, BETWEEN)):
            if marker == WITH and self.skipping and self.resumes and not self.tied:
                self._attach(i, unit, marker)
        elif marker == BARE and (self._apposes(i, unit) or self._owned(i, unit) or self._dangling(joins)):
            if self.heads and self.heads[-1].at < i and not self._apposed:
                self.group = None
            if self.context.verb is None and self.context.weak is None:
                self.context.weak = Group(BARE, unit, i)
        else:
            self._attach(i, unit, marker)
        self.joined = self.tied = self.comma = False
        self.gap = 0

    def _begins_clause(self, i: int, unit: Unit) -> bool:
        """Whether a joined mention stands right before a verb in the present, as its subject."""
        after = self.row[i + 1] if i + 1 < len(self.row) else None
        if after is None or after.clitic or unit.is_place or self.group is not None and self.group.at == i - 1:
            return False
        return any(h.form.tense in ("present", "future") for h in (*after.verbs, *after.lights) if h.frame >= 0)

    def _joins_group(self, unit: Unit) -> bool:
        """Whether «و» joins a mention to those before it: a person is not joined to places."""
        if self.group is None or self.skipping or self.gap > _NAME_GAP:
            return False
        return unit.is_place or not self.group.places

    def _apposes(self, i: int, unit: Unit) -> bool:
        self._apposed = self._same_one(i, unit)
        return self._apposed

    def _same_one(self, i: int, unit: Unit) -> bool:
        """«نظيره، وزير الخارجية فلان», «رئيس الوزراء «الإسرائيلي» فلان»: the same one is told once more."""
        if self.group is None or unit.actor is None or unit.is_place:
            return False
        last = self.group.units[-1]
        if last.actor is None or last.is_place:
            return False
        if self.comma and last.actor.side == unit.actor.side:
            return True
        if self.comma:
            return self._named_by(i, unit, last)
        since = self._since(last)
        if since == 0 and last.actor.name is None and last.actor.side is not None and not unit.joined:
            # «نائب الرئيس اليمني رئيس مجلس الوزراء فلان»: two titles of one man
            if last.phrase is not None and last.phrase.kind == "office" and unit.actor.side == last.actor.side:
                self.group.units[-1] = unit
                return True
        phrase = last.phrase
        untold = phrase is not None and phrase.kind == "office" and phrase.name is None
        if since == 1 and self.row[i - 1].form == ")" and untold and unit.actor.name:
            # «(وزير الخارجية) سيرغي لافروف»: a gloss within a quotation
            self.group.units[-1] = unit
            return True
        if last.actor.side not in (unit.actor.side, None):
            return False
        between = self.row[i - since : i]
        quoted = bool(between) and all(u.form in QUOTES or u.tag("nisba") for u in between)
        if quoted and last.actor.name is None and unit.actor.name is not None:
            self.group.units[-1] = unit
        return quoted

    def _named_by(self, i: int, unit: Unit, last: Unit) -> bool:
        """«الأمين العام لمنظمة التعاون، السعودي فلان،»: between commas the holder of an office of a body is named."""
        assert unit.actor is not None and last.actor is not None and self.group is not None
        closed = i + 1 < len(self.row) and self.row[i + 1].form in COMMAS
        office = last.phrase is not None and last.phrase.kind == "office" and last.actor.name is None
        if not (closed and office and unit.actor.name and not unit.joined and not unit.marker):
            return False
        named = msgspec.structs.replace(unit.actor, side=last.actor.side, office=last.actor.office, rank=last.actor.rank)
        self.group.units[-1] = msgspec.structs.replace(unit, actor=named)
        return True

    def _since(self, unit: Unit) -> int:
        """How many units stand between a mention and the present one."""
        for back in range(1, _NEAR + 2):
            if self.here - back >= 0 and self.row[self.here - back] is unit:
                return back - 1
        return 0

    def _owned(self, i: int, unit: Unit) -> bool:
        """«تصريحات الأسد», «نجل الرئيس»: what belongs to an ordinary noun is no party; a full name may follow a title."""
        verb = self.context.verb
        if verb is not None and verb.subject is not None and unit.actor is not None and not unit.joined:
            if any(u.actor is not None and u.actor.key == unit.actor.key for u in verb.subject.units):
                # «استقبل الأمير في قصر سموه …»: nobody is the object of his own verb
                return True
        before = self.row[i - 1] if i else None
        if before is None or unit.joined or before.first in self.timed or not before.owning:
            return False
        if self.heads and self.heads[-1].at == i - 1:
            return False
        phrase = unit.phrase
        full = phrase is not None and phrase.kind == "person" and phrase.office is None and phrase.name is not None
        return not (full and phrase.name[1] - phrase.name[0] > 1)

    def _dangling(self, joins: bool) -> bool:
        """«عددا من النواب ومسؤولين»: joined to what is no mention."""
        return joins and self.group is None and bool(self.context.heads)

    def _attach(self, i: int, unit: Unit, marker: str) -> None:
        group = Group(marker, unit, i, self.joined or unit.joined)
        self.group, self.owner = group, None
        within: Head | None = None
        for depth in range(len(self.contexts) - 1, -1, -1):
            context = self.contexts[depth]
            # behind a comma the main clause goes on before its circumstance does
            for head in sorted(reversed(context.heads), key=lambda h: h.closed):
                if within is not None and head is not within:
                    continue
                gap = self.gap if head is context.heads[-1] else _NEAR
                late = head.closed and marker == BARE
                near = self.gap <= _MAX_GAP and i - head.at <= _MAX_REACH
                buried = marker == "في" and head.form == "noun" and head is not context.heads[-1]
                taken = head.accepts(group, gap) if near and not late and not buried else None
                if taken is not None:
                    self._give(head, group, taken)
                    del self.contexts[depth + 1 :]
                    return
            if context.kind not in (Relation.RELATIVE, Relation.WHERE):
                break
            # out of a relative clause only behind a comma, or to the noun that it describes
            within = None if context.comma else context.noun
            if within is None and not context.comma:
                break
        if marker == BARE and (self.context.verb is None or not self.context.heads):
            self.context.topic = group

    def _give(self, head: Head, group: Group, marker: str) -> None:
        group.marker = marker
        self.owner = head
        if marker == "subject":
            head.subject = group
        else:
            head.arguments.append(group)

    # words

    def _word(self, i: int, unit: Unit) -> bool:
        """Take a word that means something here; False for a plain one."""
        classes = unit.classes
        known = unit.predicate or unit.form in self.grammar.saying
        if known and W.BETWEEN_HIM not in classes and W.FIXED not in classes and self._predicate(i, unit):
            return True
        if not classes:
            return False
        for name, act in _ACTS:
            if name in classes:
                act(self, i, unit)
                return True
        return False

    def _preposition(self, i: int, unit: Unit) -> None:
        self.pending = unit.form.removeprefix(unit.clitic)
        self.linker = self.pending
        # «من الأمير ومن الملك»
        self.joined = self.joined or unit.joined
        self.gap += 1

    def _between_him(self, i: int, unit: Unit) -> None:
        self.pending = BETWEEN
        if self.context.heads:
            self.spoken.append((self.context.heads[-1], BETWEEN))

    def _agent(self, i: int, unit: Unit) -> None:
        self.pending, self.skipping = BY, False

    def _distributive(self, i: int, unit: Unit) -> None:
        self.joined = self.joined or unit.joined

    def _pass(self, i: int, unit: Unit) -> None:
        """«عدة مسؤولين», «كبار القادة»: how many or of what rank."""
        self.joined = self.joined or unit.joined
        self.pending = unit.marker or self.pending

    def _then(self, i: int, unit: Unit) -> None:
        # «ثم», «وكذلك», «إلى جانب» join; «أيضا» alone does not
        self.joined = self.joined or unit.form.startswith(("ثم", "و", "ال"))

    def _tie(self, i: int, unit: Unit) -> None:
        self.tied = True
        self.gap += 1

    def _skip(self, i: int, unit: Unit) -> None:
        """Company, a circumstance, a subject matter: no party stands here until a predicate or a comma."""
        if i and self.row[i - 1].nouns and self.row[i - 1].phrase is None:
            # «اتصالا آخر»: an adjective
            return
        self.skipping, self.pending, self.linker = True, BARE, unit.form.removeprefix(unit.clitic)
        self.group, self.resumes = None, unit.word(W.TOPIC)
        self.tied = self.tied or unit.word(W.TIE)

    def _event(self, i: int, unit: Unit) -> None:
        self.linker = unit.form.removeprefix(unit.clitic)
        self.pending, self.group, self.resumes = BARE, None, False
        self.skipping = not any(u.word(W.PERIOD) for u in self.row[i + 1 : i + 4])

    def _open(self, context: Context) -> None:
        context.above = self.context
        self.contexts.append(context)

    def _content(self, i: int, unit: Unit) -> None:
        """«أن», «إنه»: what is said or meant opens."""
        governor = self.context.verb
        context = Context(Relation.CONTENT, governor)
        before = self.row[i - 1] if i else None
        if before is not None and before.phrase is not None and before.marker == "ل":
            # «سبق لفلان أن عقد …»
            context.topic = Group(BARE, before, i - 1)
        self._open(context)
        self._fresh()

    def _relative(self, i: int, unit: Unit) -> None:
        context = Context(Relation.RELATIVE, self.context.verb)
        context.noun, context.antecedent = self._antecedent(i)
        self.described = context.noun or self.described
        self._open(context)
        self._fresh()

    def _antecedent(self, i: int) -> tuple[Head | None, Group | None]:
        """What «الذي» at i points to: the mention or the noun right before it."""
        j = i - 1
        while j >= 0 and (self.row[j].form in COMMAS or self.row[j].form in QUOTES):
            j -= 1
        last = j
        while j >= 1 and last - j < _NEAR and self.row[j].ordinary:
            # «رئيس مجلس نواب الشعب الذي …»
            j -= 1
        if j >= 0 and self.row[j].phrase is None:
            j = last
        if j >= 0 and self.row[j].phrase is not None:
            unit = self.row[j]
            # «زيارة الرئيس التي …»: by gender, of the visit
            female = self.row[i].form.endswith("تي")
            noun = next((h for h in reversed(self.context.heads) if h.form == "noun"), None)
            if noun is not None and female and not (unit.actor is not None and unit.actor.female) and not unit.is_place:
                return noun, None
            return None, Group(BARE, unit, j)
        heads = [h for h in self.context.heads if h.form == "noun" and i - h.at <= _NEAR + 1]
        return (heads[-1] if heads else None), None

    def _where(self, i: int, unit: Unit) -> None:
        governor = self.context.verb or (self.context.heads[-1] if self.context.heads else None)
        self._open(Context(Relation.WHERE, governor))
        self._fresh()

    def _clause_start(self, i: int, unit: Unit) -> None:
        if unit.word(W.WAS) and not (i == 0 or unit.joined or self.comma):
            # «الذي كان قد عقد …», «زيارة كانت مرتقبة»
            return
        while len(self.contexts) > 1 and self.context.kind in (Relation.RELATIVE, Relation.WHERE):
            self.contexts.pop()
        self.context.heads = []
        if not unit.word(W.WAS) or self.context.verb is not None:
            self.context.topic = None
        self._fresh()

    def _fresh(self) -> None:
        self.pending, self.skipping, self.group, self.linker, self.gap = BARE, False, None, "", 0
        self.joined = self.tied = self.comma = False

    # predicates

    def _predicate(self, i: int, unit: Unit) -> bool:
        head = self._verb(i, unit) or self._noun(i, unit) or self._saying(i, unit)
        if head is None:
            return False
        self._file(head)
        return True

    def _governed(self, i: int) -> bool:
        return i > 0 and self.row[i - 1].word(W.PREPOSITION) and not self.row[i].clitic

    def _verb(self, i: int, unit: Unit) -> Head | None:
        if unit.nouns and i and (self._governed(i) or self.row[i - 1].word(W.EVENT)):
            # «قبل توجهها إلى …»: a noun
            return None
        hits = [h for h in unit.verbs if self._verbal(i, unit, h.form.tense, self.grammar.frames[h.frame])]
        lights = [] if self._nominal(i, unit) else [h for h in unit.lights if h.frame >= 0]
        if lights and lights[0].form.tense == "past" and unit.marker:
            lights = []
        if hits and not unit.word(W.GATHERS):
            lights = [h for h in lights if self.grammar.lights[h.frame].only]
        if not hits and not lights:
            return None
        shape = (hits or lights)[0].form
        head = Head(i, unit, "verb" if hits else "carrier", shape)
        head.hits = hits
        head.frames = [self.grammar.frames[h.frame] for h in hits]
        head.light = self.grammar.lights[lights[0].frame] if lights else None
        head.pronoun = shape.pronoun
        head.wants = wanted(head.frames, head.light, saying=False)
        if shape.tense == "masdar" or any(unit.form in f.nominal for f in head.frames):
            head.form = "masdar"
            self._hang(head, i, unit)
        else:
            self._finite(head, i, unit)
        return head

    def _saying(self, i: int, unit: Unit) -> Head | None:
        """A finite verb of saying or stance: its subject is whose words follow."""
        cues = [c for c in self.grammar.saying.get(unit.form, ()) if c.tense in _FINITE or c.tense == _PARTICIPLE]
        if not cues or unit.marker or self._governed(i):
            return None
        if cues[0].tense == _PARTICIPLE and self.grammar.relays(cues[0]):
            # «نقلا عن …»
            return None
        if self.grammar.weak(cues[0]) and not (i == 0 or unit.form[0] in "وف" or self.comma):
            return None
        head = Head(i, unit, "saying", cues[0])
        head.pronoun = cues[0].pronoun
        head.impersonal = self.grammar.impersonal(cues[0])
        if cues[0].tense == _PARTICIPLE:
            if not unit.form.endswith(_ACCUSATIVE) or self.context.verb is None and self.context.topic is None:
                return None
            head.joined = True
        else:
            head.wants = wanted((), None, saying=True)
        self._finite(head, i, unit)
        return head

    def _verbal(self, i: int, unit: Unit, tense: str, frame: Frame) -> bool:
        if tense != "masdar" and (self._governed(i) or (i and tense == "past" and self.row[i - 1].word(W.EVENT))):
            return False
        if frame.within and not any(u.form in frame.within for u in self.row[:i]):
            return False
        if frame.needs and not any(u.form in frame.needs for u in self.row[i + 1 : i + _MAX_GAP + 1]):
            return False
        if frame.row.exact and not self.spelt[i]:
            return False
        verb = self.context.verb
        if frame.row.opening and verb is not None and verb.light is not None and verb.light.subject == "none":
            # «تم خلالها بحث التهدئة»
            if i - verb.at <= _ADJECTIVE and not unit.clitic:
                return False
        return not (tense == "past" and (unit.marker or (frame.row.opening and not self._begins(i))))

    def _begins(self, i: int) -> bool:
        """Whether a clause begins at unit i or its subject stands right before it."""
        if i == 0 or self.row[i].clitic:
            return True
        before = self.row[i - 1]
        if before.phrase is not None or not before.form[0].isalpha() or before.first in self.timed:
            return True
        return before.matches is not None and not (before.word(W.TOPIC) or before.nouns)

    def _nominal(self, i: int, unit: Unit) -> bool:
        """Whether a word that may be a carrying verb is a verbal noun here: a particle or a noun governs it."""
        if not unit.lights:
            return False
        masdar = any(h.frame < 0 for h in unit.lights)
        if unit.marker or all(h.frame < 0 for h in unit.lights):
            return masdar
        if unit.clitic or i == 0:
            return False
        before = self.row[i - 1]
        if not masdar:
            return before.word(W.PREPOSITION)
        top = self.context.heads[-1] if self.context.heads else None
        if top is not None and top.form == "noun" and not top.arguments and i - top.at <= _ADJECTIVE:
            # «اجتماع مغلق عُقد في …»
            return before.word(W.PREPOSITION)
        ordinary = before.matches is None and before.phrase is None and before.form[0].isalpha()
        wished = before.tag("status") is not None and not before.word(W.PARTICLE)
        verb = self.context.verb
        if verb is not None and verb.at == i - 1 and verb.finite:
            # «تقترح عقد لقاء»
            return True
        busy = before.phrase is not None and self.context.verb is not None and self.context.topic is None
        return ordinary or wished or before.word(W.PREPOSITION) or before.word(W.EVENT) or busy

    def _finite(self, head: Head, i: int, unit: Unit) -> None:
        head.joined = unit.joined or self.joined
        noun = self._described(head, i)
        if noun is None:
            self._settle_context(head, i)
        context = self.context
        if noun is not None:
            context = Context(Relation.RELATIVE, context.verb)
            context.noun = self.described = noun
            self._open(context)
        head.context, head.parent = context, context.verb or context.governor
        first = context.verb is None
        head.relation = context.kind if first else Relation.COORDINATE
        if context.topic is not None and self._leads(context.topic, head, i):
            head.before = context.topic
        elif first and context.antecedent is not None:
            self._antecedent_role(head, context.antecedent)
        if first and context.noun is not None:
            head.parent = context.noun
            if head.light is not None or head.unit.word(W.GATHERS):
                if context.noun.carrier is None:
                    context.noun.carrier = head
                else:
                    context.noun.after.append(head)
                head.wants |= context.noun.wants
        elif head.unit.word(W.GATHERS) and head.joined and self.described is not None:
            # «اجتماع عُقد في …، وضم وزراء …»
            self.described.after.append(head)
        after = self.row[i + 1] if i + 1 < len(self.row) else None
        head.nobody = after is not None and self._plain_noun(after) and (after.naming or self._first_name(i + 1))
        head.nobody = head.nobody or (after is not None and after.form[0].isdigit() and after.first not in self.timed)
        above = context.above
        if first and context.kind is Relation.CONTENT and above is not None and above.noun is not None:
            if above.verb is None and (head.light is not None or head.unit.word(W.GATHERS)):
                # «القمة التي من المقرر أن تجمع …»
                above.noun.after.append(head)
                head.wants |= above.noun.wants
        context.heads, context.verb, context.topic = [head], head, None

    def _first_name(self, i: int) -> bool:
        """«وصلت إيفانكا ترامب»: an unknown word before a family name alone makes another person of it."""
        after = self.row[i + 1] if i + 1 < len(self.row) else None
        phrase = after.phrase if after is not None else None
        return phrase is not None and phrase.kind == "person" and phrase.last - phrase.first == 1 and not phrase.clitic

    def _plain_noun(self, unit: Unit) -> bool:
        """Whether this is an ordinary word, no verb of saying and no part of a time."""
        return unit.ordinary and unit.first not in self.timed and unit.form not in self.grammar.saying

    def _leads(self, topic: Group, head: Head, i: int) -> bool:
        """Whether a mention before the verb is its subject: not one behind whose comma the verb names its own."""
        after = self.row[i + 1] if i + 1 < len(self.row) else None
        own = after is not None and after.phrase is not None and not after.clitic and not after.is_place
        if self.context.kind is Relation.CONTENT and topic.at < i:
            # «أن الرئيس، أبلغ نظيره …»: «أن» wants a subject before the verb
            return not (head.joined and head.form == "saying")
        return not ((head.joined and head.form == "saying") or (self.comma and own))

    def _antecedent_role(self, head: Head, antecedent: Group) -> None:
        """«الذي استقبله الملك»: the object; «الذي استقبل الضيف»: the subject."""
        if head.pronoun:
            group = Group(OBJECT, antecedent.units[0], antecedent.at)
            head.arguments.append(group)
        else:
            head.antecedent = head.before = antecedent

    def _settle_context(self, head: Head, i: int) -> None:
        """Leave the clauses that have ended before this verb."""
        if head.form == "saying" and head.joined:
            # «… إن القمة مفيدة، وقال …»: beside the verb of saying above
            while len(self.contexts) > 1 and self.context.governor is not None and self.context.governor.form == "saying":
                self.contexts.pop()
            return
        while len(self.contexts) > 1:
            context = self.context
            if context.kind not in (Relation.RELATIVE, Relation.WHERE):
                return
            if context.verb is None and not (self.comma and context.kind is Relation.RELATIVE):
                return
            if context.verb is not None and not self.comma and head.joined:
                return
            self.contexts.pop()

    def _described(self, head: Head, i: int) -> Head | None:
        """The noun that this verb describes without a pronoun: «زيارة يقوم بها», «لقاء جمع أ بـ ب»."""
        heads = self.context.heads
        if not heads or heads[-1].form != "noun" or head.joined or i - heads[-1].at > _NEAR + 1 + 3 * self.comma:
            return None
        if self.comma and (not head.unit.word(W.GATHERS) or getattr(heads[-1].shape, "definite", False)):
            return None
        between = self.row[heads[-1].at + 1 : i]
        if any(u.phrase is not None for u in between) or heads[-1].arguments:
            return None
        inside = i + 1 < len(self.row) and self.row[i + 1].word(W.IN_IT)
        if head.unit.word(W.GATHERS) or (inside and head.frames):
            # «زيارة التقى خلالها …»
            return heads[-1]
        if i and self.row[i - 1].word(W.PARTICLE) and not getattr(heads[-1].shape, "definite", False):
            # «زيارة لم يعلن عنها»
            return heads[-1]
        bound = head.pronoun or (i + 1 < len(self.row) and self.row[i + 1].form.startswith(_BY_IT))
        open_noun = not getattr(heads[-1].shape, "definite", False)
        return heads[-1] if head.light is not None and (bound or open_noun) else None

    def _noun(self, i: int, unit: Unit) -> Head | None:
        hits = [h for h in unit.nouns if self._fits(i, self.grammar.frames[h.frame])]
        masdar = self._nominal(i, unit)
        if not hits and not masdar:
            return None
        head = Head(i, unit, "noun" if hits else "masdar", hits[0].form if hits else None)
        head.hits = hits
        head.frames = [self.grammar.frames[h.frame] for h in hits]
        head.pronoun = getattr(head.shape, "pronoun", "")
        head.wants = wanted(head.frames, None, saying=False) if hits else frozenset({WITH, BETWEEN, GENITIVE})
        self._hang(head, i, unit)
        return head

    def _hang(self, head: Head, i: int, unit: Unit) -> None:
        """Where a noun hangs: on the verb that carries it, as a circumstance, an aim, or an object."""
        head.joined = unit.joined or self.joined
        self._leave_for(head, i)
        context = self.context
        head.context = context
        head.linker = unit.marker or self.linker
        top = context.heads[-1] if context.heads else None
        head.parent = context.verb or context.governor
        if head.form == "masdar" and context.verb is None:
            head.before = context.topic
        if head.joined and top is not None and top.form == "noun" and not unit.marker:
            head.relation, head.carrier, head.parent, head.linker = top.relation, top.carrier, top.parent, top.linker
        elif (opener := self._circumstance(i)) is not None:
            head.relation, head.linker = Relation.ADJUNCT, opener.form.removeprefix(opener.clitic)
        elif unit.marker == "ل":
            head.relation = Relation.PURPOSE
        elif top is not None and top.form == "masdar" and top.light is None and not top.frames:
            head.relation, head.carrier = Relation.CARRIED, top
        elif context.verb is not None and self._carries(context.verb, head, i) and not self.skipping:
            head.relation, head.carrier = Relation.CARRIED, context.verb
        elif context.verb is not None:
            head.relation = Relation.ADJUNCT if self.linker or unit.marker else Relation.OBJECT
        else:
            head.relation = Relation.ADJUNCT if self.linker or unit.marker else context.kind
        context.heads.append(head)

    def _carries(self, verb: Head, head: Head, i: int) -> bool:
        """Whether a verb lends this noun its subject; some carry letters only, none «بسبب لقاء»."""
        light = verb.light
        if self.linker in _COMPLEMENTS or (self.linker == "من" and i - verb.at > _PARTITIVE):
            return False
        return light is not None and (not light.only or any(f.row.kind in light.only for f in head.frames))

    def _leave_for(self, head: Head, i: int) -> None:
        """Leave the clauses that have ended before a noun: «… الذي زار بغداد، ولقاءاته», «أعلن أن …، خلال لقاء مع …»."""
        context = self.context
        verbal = context.verb is not None
        if context.kind is Relation.RELATIVE and (self.comma is not head.joined if verbal else self.comma and not head.joined):
            self.contexts.pop()
        opener = self._circumstance(i)
        fresh = opener is not None and any(u is opener for u in self.row[1:i]) and self._behind_comma(opener, i)
        governor = context.governor
        if fresh and context.kind is Relation.CONTENT and governor is not None and governor.form == "saying":
            personal = governor.subject is not None or governor.before is not None
            if personal and len(self.contexts) > 1:
                self.contexts.pop()

    def _behind_comma(self, opener: Unit, i: int) -> bool:
        """Whether a comma stands right before the word that opens a circumstance."""
        at = next(j for j in range(i - 1, -1, -1) if self.row[j] is opener)
        before = [u.form for u in self.row[max(0, at - 2) : at]]
        return any(form in COMMAS for form in before)

    def _circumstance(self, i: int) -> Unit | None:
        """The word of circumstance that opens right before unit i: «عقب», «قبل يومين من»."""
        for unit in reversed(self.row[max(0, i - 4) : i]):
            if unit.phrase is not None or unit.predicate or unit.form in COMMAS:
                return None
            if unit.word(W.EVENT):
                return unit
        return None

    def _fits(self, i: int, frame: Frame) -> bool:
        """Whether the words around a noun allow this reading of it."""
        row = self.row
        following = [u.form for u in row[i + 1 : i + 5]]
        if i and row[i - 1].form in frame.not_after:
            return False
        if frame.within and not any(u.form in frame.within for u in row[max(0, i - _MAX_GAP) : i]):
            return False
        if frame.unless and not frame.unless.isdisjoint(following):
            return False
        if frame.row.possessed and not any(h.form.pronoun for h in row[i].nouns):
            return False
        both = any(h.form.pronoun in _PLURAL for h in row[i].nouns)
        return not frame.needs or (both and frame.row.kind != "call") or self._needed(i, frame, following)

    def _needed(self, i: int, frame: Frame, following: list[str]) -> bool:
        call = frame.row.kind == "call"
        near = [u.form for u in self.row[max(0, i - _NEAR) : i + 12]] if call else following
        text = f" {' '.join(near)} "
        return any(f" {w} " in text for w in frame.needs) or any(
            f.startswith(w) for w in frame.needs if w.startswith("ل") for f in following
        )


_ACTS = (
    (W.QUANTIFIER, Walk._pass),
    (W.AMONG, Walk._skip),
    (W.TOPIC, Walk._skip),
    (W.TIE, Walk._tie),
    (W.JOIN, Walk._content),
    (W.DISTRIBUTIVE, Walk._distributive),
    (W.BETWEEN_HIM, Walk._between_him),
    (W.AGENT, Walk._agent),
    (W.RELATIVE_PRONOUN, Walk._relative),
    (W.RELATIVE, Walk._where),
    (W.CLAUSE_START, Walk._clause_start),
    (W.COMPANY, Walk._skip),
    (W.EVENT, Walk._event),
    (W.THEN, Walk._then),
    (W.PREPOSITION, Walk._preposition),
)
