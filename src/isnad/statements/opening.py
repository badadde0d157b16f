"""What opens the words told: a walk from a verb to the right, over its subject and what stands between."""

from isnad.arabic.clitics import FOR_THE, JOINED_ARTICLE
from isnad.arabic.paradigms import FIRST_PERSON_FRONTS
from isnad.lexicon.speech import Word
from isnad.lexicon.statements import Opener, W, WordClass
from isnad.statements.ahead import bears, definite_subject, is_possessed, object_ahead, that_ahead, whole
from isnad.statements.frame import Frame, Opening
from isnad.statements.names import name_in, unknown
from isnad.statements.source import Source
from isnad.statements.sources import source_at
from isnad.statements.strangers import before_opener, before_preposition, in_marks
from isnad.statements.subject import joined_to
from isnad.statements.titles import carried_on, named
from isnad.statements.view import COMMAS, MARKS, STOPS, Named, View, bare

_REACH = 48
_STRAY = 5
_SOON = 7
_GLUED = ("ب", "ل")
_NONE: frozenset[WordClass] = frozenset()
_NOT_GLUED = (W.PREPOSITIONS, W.ADVERBS, W.AGENCIES, W.MEDIA, W.TEXTS, W.BODIES, W.ANONYMOUS, W.PEOPLES)


def opening(view: View, k: int, frame: Frame, hi: int, source: Source | None = None) -> Opening | None:
    """What opens the words told by a verb at token k, read up to token `hi`; None where nothing does.

    `source` is a subject already known.
    """
    return _Walk(view, k, frame, hi, source).walk()


class _Walk:
    """One walk.

    `gap`: a comma or an inset was passed; `loose`: inside an inset, whose noun ends at `inset`; `skipping`: a clause.
    """

    def __init__(self, view: View, k: int, frame: Frame, hi: int, source: Source | None) -> None:
        self.view, self.k, self.hi, self.source = view, k, hi, source
        self.takes, self.null, self.guess, self.actor, self.party = frame
        self.settled = source is not None
        self.through: list[Source] = []
        self.addressee: Source | None = None
        self.gap = self.loose = self.skipping = self.other = False
        self.stray = 0
        self.inset = -1
        self.at = k + 1
        self.found: Opening | None = None
        self.over = False

    def walk(self) -> Opening | None:
        """Step on until the words told open, or the walk is over."""
        stop = min(self.hi, self.k + _REACH)
        while self.at < stop and not self.over:
            form = self.view.forms[self.at]
            if self._mark(form) or self._past_time(form):
                continue
            word, held = self.view.word(self.at), self.view.begins.get(self.at)
            classes = word.classes if word is not None else _NONE
            if self._direct(form, classes) or self._that(form, classes) or self._preposition(form, classes, held):
                continue
            if word is not None and self._between(form, word, held):
                continue
            if self._carrier(form, held) or self._skip(held) or self._subject(form, held) or self._noun(form, held):
                continue
            if held is not None:
                if self.party and self.settled and not self.gap and self.addressee is None and not held[0].clitic:
                    # «أبلغ الوزير نظيره بأن»
                    self.addressee = source_at(self.view, self.at, self.hi)
                self.at = held[0].last
                continue
            self.stray += not self.gap and form[0].isalpha()
            self.at += 1
        return self.found

    def _open(self, start: int, opener: str) -> bool:
        self.found = Opening(start, opener, self.source, self.through, self.addressee)
        self.over = True
        return True

    def _stop(self) -> bool:
        self.over = True
        return True

    def _to(self, at: int) -> bool:
        self.at = at
        return True

    def _mark(self, form: str) -> bool:
        """Quotation marks, colons, stops and commas."""
        view, j = self.view, self.at
        if j in view.opens:
            return self._quotation(j)
        if form == ":":
            if not self.takes & {Opener.QUOTE, Opener.THAT}:
                return self._stop()
            at = j + 1
            while at < self.hi and (view.forms[at] in MARKS or view.forms[at] in "({"):
                at += 1
            return self._open(at, Opener.COLON) if at < self.hi else self._stop()
        if form in STOPS:
            return self._stop()
        if form in COMMAS:
            self.gap, self.skipping, self.loose, self.other = True, False, False, False
            return self._to(j + 1)
        if form in "()-–":
            return self._to(j + 1)
        return False

    def _quotation(self, j: int) -> bool:
        view, place = self.view, self.view.opens[self.at]
        quote = view.quotes[place]
        if view.is_name(place):
            named = source_at(view, quote.first, quote.last) if not self.settled and not self.gap else None
            if named is not None and (named.role in ("agency", "media") or named.name):
                # «وذكرت "وكالة …" أن», «وقال "لافروف" إن»
                self.source, self.settled = named, True
            return self._to(quote.last + 1)
        if Opener.THAT in self.takes and self.settled and view.isa(quote.last + 1, W.THAT):
            # «وصرح فلان من معهد "…" أن»: what he tells comes behind the name in marks
            return self._to(quote.last + 1)
        if not self.settled and self.guess and j == self.k + 1:
            source = in_marks(view, quote, self.hi, self.takes)
            if source is not None:
                self.source, self.settled = source, True
                return self._to(quote.last + 1)
        if self.takes & {Opener.QUOTE, Opener.THAT}:
            return self._open(quote.first, Opener.QUOTE)
        if Opener.NOUN in self.takes and (self.settled or self.null):
            return self._open(j, Opener.NOUN)
        first = view.forms[quote.first]
        mark = next((m for m in _GLUED if m in self.takes and bears(first, m)), None)
        return self._open(j, mark) if mark else self._to(quote.last + 1)

    def _past_time(self, form: str) -> bool:
        """Time expressions are stepped over; a new clause or too many strange words end the walk."""
        j = self.at
        if (
            self.gap
            and not self.skipping
            and self.source is None
            and form[0] == "و"
            and self.view.forms[j - 1] in COMMAS
        ):
            word = self.view.word(j)
            if word is not None and word.joined and not word.classes & {W.PREPOSITIONS, W.ADVERBS}:
                return self._stop()
        if self.stray > _STRAY:
            return self._stop()
        time = self.view.times.get(j, 0)
        return time > j and self._to(time)

    def _direct(self, form: str, classes: frozenset[WordClass]) -> bool:
        """Words without marks that can only be the speaker's own: «قال الوزير نعتقد أن», «وقال لن نتراجع»."""
        view, j = self.view, self.at
        if Opener.QUOTE not in self.takes or self.loose or self.skipping or j in view.begins:
            return False
        behind = j == self.k + 1 or (self.settled and (self.gap or (self.source is not None and self.source.last == j)))
        own = (W.DIRECT in classes and not view.isa(j + 1, W.THAT)) or view.index.first_person(form)
        if not own and W.NEGATIONS in classes and j + 1 < self.hi:
            # «لا نخطط», «لم أقرر»
            own = view.forms[j + 1].startswith(FIRST_PERSON_FRONTS) and j + 1 not in view.begins
        return behind and own and self._open(j, Opener.COLON)

    def _that(self, form: str, classes: frozenset[WordClass]) -> bool:
        if W.THAT not in classes:
            return False
        if self.other or self.view.isa(self.at - 1, W.ADVERSATIVES) is not None:
            # «يرد على مقال ورد فيه أن»: what follows was told by the other verb
            return self._stop()
        # «بأن», «لأن» bear the preposition that a verb may take
        prep = form[0]
        if Opener.THAT in self.takes or prep in self.takes or (prep == "ب" and Opener.NOUN in self.takes):
            return self._open(self.at + 1, Opener.THAT)
        return self._to(self.at + 1) if self.skipping else self._stop()

    def _preposition(self, form: str, classes: frozenset[WordClass], held: Named | None) -> bool:
        """A preposition that the verb takes, alone or glued to a noun."""
        view, j = self.view, self.at
        if form in self.takes and held is None:
            self._strangers(j)
            if view.isa(j + 1, W.THAT):
                return self._open(j + 2, Opener.THAT)
            if W.PREPOSITIONS not in classes:
                # «قدم التعازي»: the noun belongs to what is told
                return self._open(j, form)
            named = source_at(view, j + 1, self.hi)
            if named is None or named.role not in ("agency", "media"):
                return self._open(j + 1, form)
        if form.startswith("ب") and held is None and W.TEXTS not in classes:
            text = source_at(view, j, self.hi, "ب")
            if text is not None and text.role == "statement" and W.TEXTS in (view.behind(j, "ب") or _NONE):
                # «ببيان منفصل»
                self.through.append(text)
                self.gap = self.loose = True
                return self._to(text.last)
        mark = next((m for m in _GLUED if m in self.takes and bears(form, m)), None)
        if mark is None or self.skipping or self.stray > 1 or (mark == "ل" and Opener.THAT in self.takes):
            return False
        if (
            any(c in classes for c in _NOT_GLUED)
            or whole(view, j)
            or (held is not None and not held[0].clitic.endswith(mark))
        ):
            return False
        return (self.settled or self.null or held is not None) and self._open(j, mark)

    def _between(self, form: str, word: Word, held: Named | None) -> bool:
        """Words of the grammar that stand between a verb and what is told."""
        view, j, classes = self.view, self.at, word.classes
        if classes & {W.ADVERBS, W.PARTICLES, W.TURNS}:
            return self._to(j + word.length)
        if W.RELATIVES in classes and W.WHOEVER not in classes:
            self.skipping = self.gap = True
            return self._to(j + 1)
        if W.PREPOSITIONS in classes and held is None:
            return self._inset(j + word.length)
        if W.FOLLOWED in classes and (via := source_at(view, j + word.length, self.hi)) is not None:
            # «تصريحات بثها التلفزيون»
            if via.role in ("agency", "media"):
                self.through.append(via)
            return self._to(via.last)
        if W.SOCIAL in classes:
            self.through.append(_post(view, j, word))
            return self._to(j + word.length)
        return False

    def _inset(self, at: int) -> bool:
        """What a preposition brings: a place of speaking, an outlet, a text, a post, or anything else."""
        view = self.view
        self.gap = True
        if (venue := view.isa(at, W.VENUES)) is not None:
            self.loose = False
            return self._to(at + venue.length)
        self.loose = True
        if at in view.times:
            return self._to(view.times[at])
        post = view.isa(at, W.SOCIAL)
        via = source_at(view, at, self.hi)
        if via is not None and (via.role in ("agency", "media") or (via.role == "statement" and view.isa(at, W.TEXTS))):
            self.through.append(via)
        elif post is not None:
            self.through.append(_post(view, at, post))
        if via is not None:
            last = self._object_of(via)
            self.loose = last == via.last
            return self._to(last)
        inside = at < self.hi and at not in view.opens and view.forms[at] not in COMMAS
        self.inset = at + 1 if inside else at
        return self._to(self.inset)

    def _object_of(self, text: Source) -> int:
        """Where what is told begins behind a bare text: «أدان في بيان الهجوم», not «في بيان القمة أن»."""
        view, behind = self.view, range(text.first + 1, text.last)
        noun = next((j for j in behind if not view.isa(j, W.TEXT_ADJECTIVES, W.ADVERBS)), 0)
        bare_text = noun and text.role == "statement" and not text.actors and not view.is_definite(text.first)
        told = bare_text and Opener.NOUN in self.takes and not that_ahead(view, noun, self.hi, self.takes)
        return noun if told else text.last

    def _carrier(self, form: str, held: Named | None) -> bool:
        """«للصحفيين», «لوكالة …», «نقلتها وكالة …»: to whom the words were given, and by whom carried."""
        view, j = self.view, self.at
        if held is not None and held[0].clitic.endswith("ل") and not self.settled and held[0].kind != "state":
            self.addressee = source_at(view, j, self.hi, "ل")
            self.gap = True
            return self._to(held[0].last)
        if form.startswith("ل"):
            via = source_at(view, j, self.hi, "ل")
            if via is not None and via.role in ("agency", "media"):
                self.through.append(via)
                self.gap = True
                return self._to(via.last)
        if held is not None or not (self.gap or self.settled):
            return False
        if (
            self.gap
            and view.forms[j - 1] in COMMAS
            and form.endswith(("ا", "ه"))
            and view.index.tensed(form, "participle")
        ):
            # «…، مؤكدة أن»: the next words told
            return self._stop()
        if not view.index.tensed(form, "past", "present", "future") or is_possessed(view, j):
            return False
        if self.settled and not self.gap and Opener.NOUN in self.takes and view.index.tensed(form, "masdar"):
            # «أكد الوزير رفض بلاده»: a noun behind the subject, not a verb
            return self._open(j, Opener.NOUN)
        via = source_at(view, j + 1, self.hi)
        if via is not None and via.role in ("agency", "media"):
            self.through.append(via)
            return self._to(via.last)
        if not self.skipping and Opener.NOUN in self.takes and not self.settled:
            return self._stop()
        self.other = self.other or not self.skipping
        self.skipping = True
        return self._to(j + 1)

    def _skip(self, held: Named | None) -> bool:
        """A relative clause goes on to the next comma, or to the actor in it: «الذي تقوده الرياض»."""
        if not self.skipping:
            return False
        if held is not None and Opener.NOUN in self.takes and not that_ahead(self.view, self.at, self.hi, self.takes):
            self.skipping = False
            return self._to(held[0].last)
        return self._to(self.at + 1)

    def _subject(self, form: str, held: Named | None) -> bool:
        """The subject: a source that is known by its words, or words that only their place makes one."""
        view, j = self.view, self.at
        if not self.settled and not (self.gap and self.loose):
            found = source_at(view, j, self.hi)
            if found is not None and found.last > j:
                if found.name is None and self.gap and view.forms[j - 1] in COMMAS and self.stray > 1:
                    # «قالت فلانة، الناطقة باسم …»
                    found.name = name_in(view, self.k + 1, j - 1)
                found = named(view, found, self.hi, self.takes)
                self.source, self.settled = found, True
                joined = joined_to(view, found, self.hi)
                return self._to(max(joined, carried_on(view, found, self.hi, self.takes)))
        if self.loose and view.is_definite(j) and held is None:
            # the rest of an inset: «في المؤتمر المشترك»
            return self._to(j + 1)
        if self.settled or not self.guess or held is not None or not form[0].isalpha():
            return False
        if form.startswith(FOR_THE) and "ل" not in self.takes and not whole(view, j):
            # «فقال للوفود إن»: to whom it was said; not «متمنيا للشعب الخير», for whom it is wished
            return self._to(j + 1)
        last = 0
        if j == self.k + 1:
            last = object_ahead(view, j, self.hi) if self.actor else 0
            if not last and Opener.NOUN in self.takes:
                last = definite_subject(view, j, self.hi, clause=Opener.THAT in self.takes)
        if last:
            self.source, self.settled = named(view, unknown(view, j, last), self.hi, self.takes), True
            return self._to(last)
        return False

    def _noun(self, form: str, held: Named | None) -> bool:
        """A noun phrase that is what is told; or, before «أن», strange words that are the subject."""
        j = self.at
        if j == self.inset and (held is not None or not self.view.is_definite(j - 1)):
            # «في جلسة محكمة الجنايات»: the owner of the inset's noun
            self.inset = held[0].last if held is not None else j + 1
            return self._to(self.inset)
        if j == self.k + 1 and self.view.isa(j, W.QUANTITIES) and not that_ahead(self.view, j, self.hi, self.takes):
            # «طلب نحو ألف مهاجر اللجوء»: so many people are the subject, and are nobody
            return self._stop()
        if (self.loose or self.gap) and Opener.THAT in self.takes:
            reach = self.hi if self.gap and not self.loose else min(self.hi, j + _SOON)
            if that_ahead(self.view, j, reach, self.takes, marks=self.loose):
                return self._to(held[0].last if held is not None else j + 1)
        if self.source is not None and self.source.last == j and not self.gap and held is None:
            # «وزيرا الخارجية والداخلية», «الممثل الأعلى للسياسة …»: the subject goes on
            strange = self.source.phrase is None and self.source.outlet is None and Opener.THAT in self.takes
            if form.startswith(JOINED_ARTICLE) or (
                strange and that_ahead(self.view, j, self.hi, self.takes, marks=False)
            ):
                self.source.last = j + 1
                return self._to(j + 1)
        told = (
            self.settled or held is not None or (self.null and not that_ahead(self.view, self.at, self.hi, self.takes))
        )
        if told and Opener.NOUN in self.takes and not (held is not None and bare(held[0].clitic)):
            return self._open(j, Opener.NOUN)
        if held is None and self.guess and not self.settled and not self.gap and form[0].isalpha():
            end = that_ahead(self.view, self.at, self.hi, self.takes)
            if end:
                return self._strange(end)
        return False

    def _strange(self, end: int) -> bool:
        """Words that no list knows, from here to the opener at `end`, are the subject."""
        view, j = self.view, self.at
        if j == self.k + 1 and view.index.tensed(view.forms[j], "present"):
            # «ومضى يقول»: two verbs of one subject
            return self._to(j + 1)
        if Opener.NOUN in self.takes and (is_possessed(view, j) or view.isa(j, W.DEMONSTRATIVES)):
            # «وأكد دعمه الكامل لأوكرانيا و"حقها …"»: what belongs to the speaker, or is pointed at, is what is told
            return self.null and self._open(j, Opener.NOUN)
        self.source = before_opener(view, j, end, owned=Opener.NOUN in self.takes)
        self.settled = True
        return self._to(self.source.last)

    def _strangers(self, end: int) -> None:
        """Words that no list knows right behind the verb, before its preposition, are its subject."""
        if self.settled or not self.guess or not self.stray or Opener.NOUN in self.takes:
            return
        if (source := before_preposition(self.view, self.k + 1, end)) is not None:
            self.source, self.settled = source, True


def _post(view: View, i: int, word: Word) -> Source:
    words = view.text(i, i + word.length)
    return Source(i, i + word.length, "social", words, name=words)
