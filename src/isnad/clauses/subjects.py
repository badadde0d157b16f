"""Who does what a predicate says, where its own words do not name him: antecedents, coordination, discourse."""

from collections.abc import Sequence

from isnad.arabic.clitics import ARTICLE, HERS, HIS, THEIRS
from isnad.arabic.markers import Marker
from isnad.arabic.paradigms import FIRST_PERSON
from isnad.clauses.clause import Discourse, Doing, Relation
from isnad.clauses.heads import Context, Group, Head
from isnad.clauses.people import actors_of, agrees
from isnad.clauses.units import COMMAS, Unit
from isnad.lexicon.words import W
from isnad.model.phrase import Actor

_OPENING = 3
# so many units behind a circumstance the verb of its sentence may stand
_LATER = 20
# so many units behind a wish and whose it is stands what is wished for
_WISH_REACH = 5
_LEADING = frozenset({Relation.MAIN, Relation.COORDINATE})
# whether a woman is meant by the pronoun of a noun
_GENDERS = {"ه": False, "ها": True}
_PEOPLE = frozenset({"person", "office", "officials", "counterpart"})
_ASKED_FOR = frozenset({"", Marker.AT, Marker.ON, Marker.TO, Marker.FOR})


class Subjects:
    """The subjects of the predicates of one sentence, each found once."""

    def __init__(self, row: Sequence[Unit], heads: Sequence[Head], discourse: Discourse, timed: frozenset[int]) -> None:
        self.row, self.heads, self.discourse, self.timed = row, heads, discourse, timed
        self._decided: dict[int, tuple[Doing, list[Actor]]] = {}

    def of(self, head: Head) -> list[Actor]:
        """The actors of a finite verb, states among them; empty where nobody is known."""
        return self._decision(head)[1]

    def by(self, head: Head) -> Doing:
        """How the actors of a predicate are known."""
        return self._decision(head)[0]

    def _decision(self, head: Head) -> tuple[Doing, list[Actor]]:
        if head.index not in self._decided:
            # a clause never waits for itself
            self._decided[head.index] = Doing.NOBODY, []
            self._decided[head.index] = self._decide(head)
        return self._decided[head.index]

    def _decide(self, head: Head) -> tuple[Doing, list[Actor]]:
        if head.subject is not None:
            return Doing.NAMED, self.actors(head.subject)
        if head.finite and _latter(self.row, head):
            return Doing.NAMED, last_told(self.row, head)
        if head.fronted is not None:
            return Doing.FRONTED, self._fitting(head, self.actors(head.fronted))
        if not head.finite:
            own = head.genitive if head.form == "masdar" else None
            by, doers = (Doing.GENITIVE, self.actors(own)) if own is not None else (Doing.OWNER, self.owner(head))
            # «طائرة متوجهة إلى …»
            return by, [a for a in doers if agrees(a, True)] if head.feminine else doers
        if self.unknown(head) or head.impersonal:
            return Doing.NOBODY, []
        by, doers = self._unsaid(head)
        fitting = self._fitting(head, doers)
        # «قال الوزير: بحثت مع نظيره …»: spelt as of a woman, the words of him who speaks
        homograph = not fitting and head.female and head.tense == "past"
        if head.number == "speaker" or homograph:
            return by, list(doers) if own_words(head, doers) else []
        return by, fitting

    def actors(self, group: Group) -> list[Actor]:
        """The actors of a group of mentions, states among them."""
        return actors_of(group.units, states=True, pair=self.discourse.pair)

    def _unsaid(self, head: Head) -> tuple[Doing, list[Actor]]:
        context = head.context
        if context is None:
            return Doing.NOBODY, []
        if head.relation is Relation.COORDINATE and head.parent is not None:
            return Doing.COORDINATED, self._chain(head.parent)
        if head.relation is Relation.RELATIVE and context.antecedent is not None and head.pronoun:
            # «في بغداد، التي وصلها أمس»
            return Doing.AROUND, self._around(context)
        if head.relation is Relation.RELATIVE and context.antecedent is not None:
            return Doing.ANTECEDENT, self.actors(context.antecedent)
        if head.relation is Relation.RELATIVE:
            # «عناصر التنظيم الذين وصلوا»: of nobody known
            return Doing.ANTECEDENT, self.whose(context.noun) if context.noun is not None else []
        if (context.governor is not None or context.above is not None) and not _bare(context):
            return Doing.AROUND, self._around(context)
        return Doing.SPOKEN_OF, self.spoken_of(head)

    def _around(self, context: Context) -> list[Actor]:
        """Who acts in the clause that governs a context, or in those around it."""
        governor = context.governor if context.kind is Relation.WHERE else None
        if governor is not None and (gone := self._sent(governor) or self._travelling(governor)):
            return gone
        if found := self._chain(context.governor):
            return found
        above = context.above
        while above is not None:
            if found := self._chain(above.verb):
                return found
            if (group := above.topic or above.antecedent) is not None:
                return self.actors(group)
            above = above.above
        return self._impersonal(context.governor)

    def _impersonal(self, governor: Head | None) -> list[Actor]:
        """«زيارة أردوغان …، كما يتوقع أن يبحث …»: a verb of nobody's leaves him in mind of whom the sentence tells."""
        if governor is None or governor.subject is not None or governor.nobody or governor.fronted is not None:
            return []
        for head in reversed(self.heads[: governor.index]):
            own = head.genitive
            if own is not None and (people := [a for a in self.actors(own) if a.phrase_kind in _PEOPLE]):
                return people
        # «يذكر أن القاهرة هي الأخيرة في جولته»: of whom the discourse speaks
        return self.spoken_of(governor) if governor.impersonal else []

    def _chain(self, head: Head | None) -> list[Actor]:
        """The subject of a clause, or of the nearest above it that has one: «زيارة لم يعلن عنها، ومن المقرر أن …»."""
        while head is not None:
            hung = any(noun.form == "noun" and self._lone(head, noun) for noun in self.heads[: head.index])
            # «وفي نهاية زيارته التقى الرئيس قبل أن يتوجه إلى …»
            if found := self.without(head) if hung else self.of(head):
                return found
            head = head.parent
        return []

    def _sent(self, governor: Head) -> list[Actor]:
        """«أوفدت القاهرة مبعوثها إلى رام الله حيث اجتمع …»: who was sent, not who sent him."""
        if not any(slot.role == "none" for f in governor.frames for slot in f.slots.get(Marker.SUBJECT, ())):
            return []
        return [a for g in governor.arguments if g.marker == Marker.OBJECT for a in self.actors(g)]

    def _travelling(self, governor: Head) -> list[Actor]:
        """«خلال زيارة فلان إلى أنقرة حيث أجرى …»: whose the noun is."""
        own = [g for g in governor.arguments if g.marker in (Marker.GENITIVE, Marker.FOR)]
        people = (self.actors(g) for g in own) if governor.form == "noun" else ()
        return next((found for found in people if found and all(a.phrase_kind in _PEOPLE for a in found)), [])

    def _fitting(self, head: Head, actors: list[Actor]) -> list[Actor]:
        """The actors whose gender and number the verb can have."""
        if head.number == "one" and head.female is not None and len(actors) == 1 and not agrees(actors[0], head.female):
            return []
        if head.number == "two" and len(actors) == 1 and not actors[0].members:
            return []
        if head.number == "many" and len(actors) == 1 and actors[0].phrase_kind in ("person", "office", "counterpart"):
            return []
        return actors

    def unknown(self, head: Head) -> bool:
        """Whether an ordinary word is the subject of the verb: «وصل فريق الدفاع إلى …»."""
        return head.nobody or self._unknown_before(head)

    def _unknown_before(self, head: Head) -> bool:
        """«وكان السائق قد وصل»: the subject is somebody of whom nothing is known."""
        k = head.at
        if k < _OPENING or not self.row[k - 1].word(W.PARTICLE):
            return False
        subject = self.row[k - 2]
        nobody = subject.phrase is None and not subject.classes and subject.first not in self.timed
        return nobody and self.row[k - 3].word(W.CLAUSE_START)

    def spoken_of(self, head: Head) -> list[Actor]:
        """Whom the discourse speaks of, for a predicate that opens its sentence."""
        subject = self.discourse.subject
        if subject is None or any(h.finite and h.at < head.at for h in self.heads):
            return []
        if head.at > _OPENING and not self.silent(head.at):
            return []
        if head.female and subject.phrase_kind == "person" and not subject.female:
            return []
        led = subject.members if subject.phrase_kind == "officials" else ()
        group = list(self.discourse.group)
        return group if any(actor in group for actor in (subject, *led)) else [subject]

    def silent(self, k: int) -> bool:
        """Whether the sentence names no person before unit k."""
        return not any(u.phrase is not None and u.phrase.kind in ("person", "office") for u in self.row[:k])

    def owner(self, head: Head) -> list[Actor]:
        """Whose encounter a noun tells, where it stands without its party: of the verb above it, or spoken of."""
        for verb in head.described_by:
            if verb.subject is not None:
                # «بدأت الجهود بالزيارة التي قام بها الأمير»
                return self.actors(verb.subject)
        if head.pronoun == FIRST_PERSON and (speaker := self._speaker(head)) is not None:
            # «قال الوزير إن كلام فلان أحد أسباب لقائي مع …»
            return self.of(speaker)
        if other := self._wisher(head) or self._urged(head):
            return other
        if head.carrier is not None:
            return self.of(head.carrier)
        return [] if self._of_another(head) else _pointed_at(head, self._numbered(head, self._above(head)))

    def _speaker(self, head: Head) -> Head | None:
        """The verb of saying in whose words a predicate stands."""
        context = head.context
        while context is not None:
            if context.governor is not None and context.governor.form == "saying":
                return context.governor
            context = context.above
        return None

    def _wisher(self, head: Head) -> list[Actor]:
        """«رغبة الأمير بعقد لقاء مع …», «استعداد الحركة للحوار»: whose wish or plan it is that the noun tells of."""
        first = head.carrier.at if head.carrier is not None and head.carrier.form == "masdar" else head.at
        for j in range(first - 1, max(0, first - _WISH_REACH), -1):
            unit, before = self.row[j], self.row[j - 1]
            if unit.phrase is not None:
                wish = before.phrase is None and (before.word(W.INTENT) or before.tag("status") is not None)
                # «قبل دعوة نظيره لزيارة بلاده»: the invited will go
                invites = before.word(W.INVITATION)
                return actors_of([unit], states=True) if wish and not invites and not unit.marker else []
            if unit.form in COMMAS or unit.predicate:
                return []
        return []

    def _urged(self, head: Head) -> list[Actor]:
        """«حث فلان فلانا على لقاء …», «طالبته بنقل رسالتها خلال لقائه المرتقب»: he who is asked, and will do it."""
        verb = head.parent
        if verb is None or not verb.urges:
            return []
        asked = [
            a
            for g in verb.arguments
            if g.marker == Marker.OBJECT and g.at < head.at
            for a in self.actors(g)
            if a.phrase_kind in _PEOPLE
        ]
        if head.pronoun not in (HIS, HERS):
            return asked if not head.pronoun and head.linker in _ASKED_FOR else []
        asker, female = self.of(verb), head.pronoun == HERS
        his = [a for a in asker if agrees(a, female)]
        after = self.row[head.at + 1] if head.at + 1 < len(self.row) else None
        coming = after is not None and after.phrase is None and after.word(W.COMING)
        return [a for a in asked if agrees(a, female)] if coming or not his else []

    def _numbered(self, head: Head, actors: list[Actor]) -> list[Actor]:
        """«زار الرئيس اللاعبين قبل توجههم إلى …»: not his alone."""
        alone = len(actors) == 1 and actors[0].phrase_kind in ("person", "office", "counterpart")
        return [] if head.pronoun in THEIRS and alone else actors

    def whose(self, noun: Head) -> list[Actor]:
        """«جولة الوزير التي سيزور خلالها …»: whose the noun is, of itself or by what stands above it."""
        own = noun.genitive
        people = [] if own is None else [a for a in self.actors(own) if a.phrase_kind in _PEOPLE]
        return people or _pointed_at(noun, self._above(noun))

    def _of_another(self, head: Head) -> bool:
        """«وصول المساعدات إلى …»: the noun belongs to what is no mention."""
        if any(f.row.owned for f in head.frames) and not head.pronoun:
            # «وصول فيروس إلى …»: an arrival is told with who arrives
            return True
        if any(f.row.interview for f in head.frames) and not head.pronoun and head.relation is not Relation.PURPOSE:
            # «برزت مقابلة مع الوزير السابق»: a reporter's
            return True
        after = self.row[head.at + 1] if head.at + 1 < len(self.row) else None
        return not head.definite and after is not None and after.ordinary and after.form.startswith(ARTICLE)

    def _above(self, noun: Head) -> list[Actor]:
        context = noun.context
        if context is None:
            return []
        if beside := self._beside(noun):
            return beside
        of_verb = context.verb is not None and noun.parent is context.verb
        if not of_verb and (named := self._named_around(noun, context)) is not None:
            return named
        if noun.parent is not None and (found := self._relayed(noun.parent) or self.of(noun.parent)):
            return found
        if context.governor is not None or context.above is not None:
            return self._around(context)
        # «وخلال لقائه نظيره، قال الوزير …»: the verb is still to come
        near = (h for h in self.heads if h.finite and noun.at < h.at < noun.at + _LATER)
        later = next((h for h in near if h.relation in _LEADING), None)
        if later is not None and self._fronted(noun) and not self._lone(later, noun) and (found := self.of(later)):
            return found
        return self.spoken_of(noun)

    def _lone(self, verb: Head, noun: Head) -> bool:
        """«وخلال زيارته التقى الرئيس»: a verb without its object, which may stand behind it where he was spoken of."""
        takes = any(Marker.OBJECT in f.slots for f in verb.frames)
        alone = takes and noun.pronoun in (HIS, HERS) and verb.subject is not None and not verb.arguments
        who = self.of(verb) if alone else []
        spoken = self.spoken_of(noun) if who else []
        return bool(spoken) and {a.side for a in spoken}.isdisjoint({a.side for a in who})

    def _beside(self, noun: Head) -> list[Actor]:
        """«زيارة ولي العهد ولقاؤه مع …»: whose the noun is that «و» joins this one to."""
        before = self.heads[noun.index - 1] if noun.index else None
        if not noun.joined or noun.pronoun not in (HIS, HERS) or before is None or before.form != "noun":
            return []
        own = before.genitive if before.context is noun.context and noun.at - before.at <= _OPENING else None
        return [a for a in self.actors(own) if a.phrase_kind in _PEOPLE] if own is not None else []

    def _named_around(self, noun: Head, context: Context) -> list[Actor] | None:
        """Whom a clause without a known verb names before the noun; None where it names nobody."""
        if (owned := self._owned(noun, context)) is not None:
            return self.actors(owned)
        fronted = self._fronted(noun)
        for group in (context.topic, context.weak):
            if group is None or not (group.at < noun.at or fronted):
                continue
            if people := [a for a in self.actors(group) if a.phrase_kind in _PEOPLE]:
                return people
        return None

    def _relayed(self, verb: Head) -> list[Actor]:
        """«نقلت الوكالة عن الرئيس قوله خلال محادثات …»: whose words are relayed."""
        return [
            a for g in verb.arguments if g.marker == Marker.ABOUT for a in self.actors(g) if a.phrase_kind in _PEOPLE
        ]

    def _fronted(self, noun: Head) -> bool:
        """«عقب لقائه … ثم اجتماعه …، قال الوزير»: circumstances that stand before their verb."""
        first = self.heads[0]
        return first.at <= _OPENING and not any(h.finite and h.at < noun.at for h in self.heads)

    def _owned(self, noun: Head, context: Context) -> Group | None:
        """«محادثات الوزير، في زيارة له إلى …»: whom the noun before it belongs to, where no verb stands above both."""
        if context.verb is not None:
            return None
        before = [h for h in self.heads[: noun.index] if h.context is context and h.form == "noun" and not _invites(h)]
        return next((g for h in reversed(before) for g in h.arguments if g.marker == Marker.GENITIVE), None)

    def without(self, head: Head) -> list[Actor]:
        """Who would do it if the mention behind the verb were another party: «والتقى نظيره»."""
        if head.fronted is not None:
            return self._fitting(head, self.actors(head.fronted))
        return self._fitting(head, self._unsaid(head)[1])


def _bare(context: Context) -> bool:
    """Whether nobody acts in the clauses around: «ومن المقرر أن تزور عمان»."""
    around: Context | None = context
    while around is not None:
        if around.governor is not None or around.antecedent is not None:
            return False
        around = around.above
        if around is not None and (around.verb is not None or around.topic is not None or around.weak is not None):
            return False
    return True


def own_words(head: Head, doers: Sequence[Actor]) -> bool:
    """Whether one person's own words hold a predicate, right behind the verb of saying: «قال الوزير: التقيت …»."""
    said = head.parent
    alone = len(doers) == 1 and doers[0].phrase_kind in ("person", "office")
    return alone and said is not None and said.form == "saying" and not head.joined


def _invites(noun: Head) -> bool:
    """«وافق الرئيس على دعوة نظيره لزيارة بلاده»: not he who invites will go."""
    return any(f.row.purpose == "invitation" for f in noun.frames)


def _latter(row: Sequence[Unit], head: Head) -> bool:
    """«يلتقي الأخير …»."""
    return any(u.phrase is None and u.word(W.LATTER) for u in row[head.at + 1 : head.at + 2])


def last_told(row: Sequence[Unit], head: Head) -> list[Actor]:
    """The person told last before a predicate, where its gender agrees; empty for nobody."""
    for unit in reversed(row[: head.at]):
        people = [a for a in actors_of([unit]) if a.phrase_kind in ("person", "office", "counterpart")]
        if people:
            return people[:1] if head.female is None or agrees(people[0], head.female) else []
    return []


def _pointed_at(noun: Head, owners: list[Actor]) -> list[Actor]:
    """«زيارتها», «زيارته»: a lone owner whom the pronoun can mean; a name does not say whether it is a woman's."""
    female = _GENDERS.get(noun.pronoun)
    if female is None or len(owners) != 1 or owners[0].name is not None:
        return owners
    return owners if agrees(owners[0], female) else []
