"""Who speaks: the source beside a cue, or, where a verb has none, the one whom the text left in mind."""

from collections.abc import Sequence

import msgspec

from isnad.lexicon.collective import Outlet
from isnad.lexicon.statements import Opener
from isnad.lexicon.statements import WordClass as W
from isnad.model.phrase import Actor
from isnad.model.reading import LinkBasis
from isnad.statements.agreement import is_female, is_plural
from isnad.statements.attribution import Attribution
from isnad.statements.names import unknown
from isnad.statements.pairs import Pairs
from isnad.statements.party import possesses
from isnad.statements.placed import Encounter, Place, Placed
from isnad.statements.recall import Recall
from isnad.statements.source import Source
from isnad.statements.sources import source_at
from isnad.statements.strangers import antecedent
from isnad.statements.subject import SPEAKING, is_owner, joined_to
from isnad.statements.view import COMMAS, View, bare

FAR = 2
_PERSONS = frozenset({"person", "office", "counterpart"})
_PEOPLE = frozenset({"speaker", "spokesperson"})
_BODIES = frozenset({"institution", "organisation", "group", "officials", "state"})
Found = tuple[Source | None, LinkBasis]
_NOBODY: Found = (None, "unstated")


class Speakers:
    """What the text has told so far of those who speak; asked in text order."""

    def __init__(self, view: View, home: Outlet | None, encounters: Sequence[Encounter]) -> None:
        self.view, self.home = view, home
        self.pairs = Pairs(view, encounters)
        self.place = Place(0, 0, 0, False, [], False, False)
        self.last: Placed | None = None
        self.issuer: Source | None = None
        self._subject: Source | None = None
        self._before: Place | None = None
        self.recall = Recall(view)

    def enter(self, place: Place) -> None:
        """Go on to the next sentence."""
        self._before = self.place if self.place.hi and not self.place.title else None
        self.place = place
        self.recall.enter(place.phrases)

    def remember(self, kept: Sequence[Placed], prefix: Sequence[Attribution]) -> None:
        """Keep in mind what the sentence leaves: its speakers, the issuer of its text, its outlets."""
        for source in [*(p.source for p in kept), *(t.source for t in prefix)]:
            if source is None:
                continue
            if source.role == "statement" and not (source.definite and not source.actors and self.issuer is not None):
                self.issuer = source
            self.recall.remember(source)
        self.pairs.remember(kept)
        tops = [p for p in kept if p.parent is None]
        if tops:
            # an outlet that closes a sentence is nobody's next subject
            self.last = next((p for p in reversed(tops) if not p.told.according), tops[-1])
            spoken = (p.source for p in tops if p.source is not None and not p.told.according)
            named = (s for s in spoken if s.actors or (s.name and s.role in _PEOPLE))
            self._subject = next(named, self._subject)

    def nearby(self) -> Placed | None:
        """The statement told last, if it is near enough to be gone on with."""
        near = self.last is not None and not self.last.title and self.place.number - self.last.sentence <= FAR
        return self.last if near else None

    def of(self, p: Placed, kept: Sequence[Placed], *, governed: bool) -> Found:
        """The source behind a cue, and how it was understood; `governed`: a text told before still governs."""
        told = p.told
        if told.contested and told.source is not None and not self._contested(p, kept):
            found = _NOBODY if told.source is not None else self._unsaid(p, kept)
        elif told.source is not None:
            found = self._stated(told, told.source, governed=governed)
        elif told.passive and told.tensed("past", "present"):
            found = Source(told.first, told.last, "anonymous", ""), "passive"
        elif told.passive or (told.form is not None and told.form.number == "two"):
            found = self._both(told) or (_NOBODY if told.passive else self._unsaid(p, kept))
        elif told.relative and not told.resumed:
            found = self._antecedent(told)
        else:
            found = self._unsaid(p, kept)
        if found[0] is not None and found[0].pair and not found[0].actors:
            found[0].actors = self.pairs.of(told, self.place, self._before)
        return found

    def _contested(self, p: Placed, kept: Sequence[Placed]) -> bool:
        """Whether «ودعا العراق إلى» has Iraq as its subject, though somebody spoke in the clause that it goes on with.

        A pronoun in the words told that is the noun's («على أراضيه») makes it the one who is asked; else nobody knows.
        """
        told, source = p.told, p.told.source
        assert source is not None
        own = [q for q in kept if q.told.first < told.first and not q.told.according and q.parent is p.parent]
        other = next((q.source for q in reversed(own) if self._agrees(told, q.source)), None)
        if other is None or other.keys() & source.keys() or (other.side and other.side == source.side):
            return True
        if possesses(self.view, source, told):
            told.start, told.opener, told.addressee, told.source = source.first, Opener.NOUN, source, None
        return False

    def _stated(self, told: Attribution, source: Source, *, governed: bool) -> Found:
        """A source that its words alone do not tell: «الأخير», «المجلة», «المتحدث», «موسكو» after its ministry."""
        if self.view.isa(source.first, W.EXCELLENCIES):
            return self._courtesy(told, source)
        if source.latter:
            actor = self._latter(told, source)
            if actor is None:
                return source, "stated"
            return msgspec.structs.replace(source, actors=[actor], name=actor.name, side=actor.side), "resolved"
        other = self.recall.of(source)
        if other is not None:
            return other, "resolved"
        if self.home is not None and source.outlet is self.home and source.words != source.name:
            # the outlet's own correspondent is a speaker, not another outlet, and no side's
            source.role, source.side = "speaker", None
        issuer = self.issuer
        if (
            governed
            and source.state
            and issuer is not None
            and issuer.side == source.side
            and told.verb
            and not told.verb.stance
        ):
            return msgspec.structs.replace(issuer, first=source.first, last=source.last), "metonym"
        return source, "stated"

    def _courtesy(self, told: Attribution, source: Source) -> Found:
        """«معاليه»: who spoke last, else the subject of the sentence before."""
        last = self.nearby()
        other = last.source if last is not None else None
        if other is None or other.phrase is None or other.phrase.kind not in _PERSONS:
            other = self._first_subject(told, self._before) if self._before is not None else None
        if other is None:
            return source, "stated"
        return msgspec.structs.replace(other, first=source.first, last=source.last), "resolved"

    def _latter(self, told: Attribution, source: Source) -> Actor | None:
        kinds = _BODIES if source.words.endswith("ة") else _PERSONS
        named = [a for p, a in self.place.phrases if p.last <= told.first and a is not None and p.kind in kinds]
        return named[-1] if named else None

    def _both(self, told: Attribution) -> Found | None:
        """A verb in the dual, or «جرى التأكيد», of the two sides of a contact."""
        pair = self.pairs.of(told, self.place, self._before)
        if not pair:
            return None
        source = Source(told.first, told.last, "speaker", "", actors=pair, pair=True, number="two")
        return source, "passive" if told.passive else "null-subject"

    def _antecedent(self, told: Attribution) -> Found:
        """«الوزير الذي دعا»: the phrase before the relative pronoun."""
        view, end = self.view, told.antecedent
        held = view.ends.get(end) or view.ends.get(end - 1)
        if held is None:
            end -= view.forms[end - 1] in COMMAS
            name = antecedent(view, end, self.place.lo)
            return (name, "resolved") if name is not None else _NOBODY
        found = source_at(self.view, held[0].first, self.place.hi, bare(held[0].clitic))
        return (found, "resolved") if found is not None else _NOBODY

    def _unsaid(self, p: Placed, kept: Sequence[Placed]) -> Found:
        """A verb without a subject: its sentence's speaker, its sentence's subject, or the speaker told last."""
        told = p.told
        if told.form is None and (found := self._coordinated(told)) is not None:
            # «، وسعى الوزير إلى تهدئتهم بقوله»
            return found, "null-subject"
        for q in reversed(kept):
            same = q.parent is p.parent or q is p.parent
            if same and q.told.first < told.first and not q.told.according and self._agrees(told, q.source):
                return q.source, "null-subject"
        found = self._coordinated(told) or self._first_subject(told, self.place)
        if found is not None:
            return found, "null-subject"
        if self._is_hidden(told):
            return _NOBODY
        if told.opener == Opener.NOUN and told.first - self.place.lo > FAR:
            # deep in a sentence, a verb with a bare object speaks of somebody whom we did not see
            return _NOBODY
        last = self.nearby()
        if last is not None and self._agrees(told, last.source):
            return last.source, "null-subject"
        if self._agrees(told, self._subject):
            return self._subject, "null-subject"
        if last is None and self._before is not None:
            found = self._first_subject(told, self._before)
        return (found, "null-subject") if found is not None else _NOBODY

    def _coordinated(self, told: Attribution) -> Source | None:
        """The subject of the clause joined last: «وتدعم تركيا الجيش الوطني، وترفض …» is Turkey's."""
        view, lo = self.view, self.place.lo
        for phrase, _ in reversed(self.place.phrases):
            verb = phrase.first - 1
            if phrase.first >= told.first or verb < lo or bare(phrase.clitic) or phrase.kind not in _PERSONS | _BODIES:
                continue
            opens = verb == lo or view.forms[verb - 1] in COMMAS
            if opens and view.forms[verb].startswith("و") and view.word(verb) is None and not view.is_definite(verb):
                found = source_at(view, phrase.first, self.place.hi)
                return found if self._agrees(told, found) else None
        return None

    def _first_subject(self, told: Attribution, place: Place) -> Source | None:
        """The actor of a sentence's first verb, if the cue agrees with it."""
        view, lo = self.view, place.lo
        for phrase, actor in place.phrases:
            if phrase.first >= told.first:
                break
            if phrase.kind not in _PERSONS | _BODIES or bare(phrase.clitic) or (actor is None and phrase.name is None):
                continue
            if phrase.kind == "state" and phrase.strength != "seat" and phrase.first - lo > FAR:
                continue
            owner = is_owner(view, phrase.first, lo)
            head = phrase.first - owner
            if head > lo and view.isa(head - 1, W.PREPOSITIONS):
                continue
            if owner:
                # «محامي الرئيس», «بيان الوزارة»
                return self._owned(told, head, place)
            found = source_at(view, phrase.first, place.hi)
            if found is not None and told.form is not None and told.form.number == "many":
                joined_to(view, found, place.hi)
            if self._agrees(told, found):
                return found
        return None

    def _owned(self, told: Attribution, noun: int, place: Place) -> Source | None:
        """What a sentence's first actor owns, where it is one that speaks: «أصدر مكتب رئيس الوزراء بيانا قال فيه»."""
        view, found = self.view, None
        if view.isa(noun, *SPEAKING):
            found = source_at(view, noun, place.hi)
        elif view.isa(noun, W.TRADES):
            found = unknown(view, noun, view.begins[noun + 1][0].last)
        return found if self._agrees(told, found) else None

    def _is_hidden(self, told: Attribution) -> bool:
        """«أدلى محامي الرئيس بتصريحات قال فيها»: the sentence has its own subject, whom its first actor only owns."""
        view, lo = self.view, self.place.lo
        first = next((p.first for p, _ in self.place.phrases if p.first >= lo), told.first)
        return first < told.first and is_owner(view, first, lo) and not view.isa(first - 2, W.PREPOSITIONS)

    def _agrees(self, told: Attribution, source: Source | None) -> bool:
        """Whether a verb's gender and number can be those of a source; what is not known agrees."""
        if source is None:
            return False
        if told.form is None or told.form.tense == "masdar":
            return True
        if told.form.number != "one":
            # «وعبروا» is not one man's
            return not (source.number == "one" and source.phrase is not None and source.phrase.kind == "person")
        if source.role == "anonymous" and is_plural(source.words):
            return False
        gender = is_female(self.view, source)
        return gender is None or gender == told.form.female
