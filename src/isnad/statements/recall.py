"""Sources that mean one named before: «المصدر», «الوزارة», a surname, a title without its name."""

from collections.abc import Sequence

import msgspec

from isnad.arabic.clitics import without_article
from isnad.lexicon.statements import WordClass as W
from isnad.model.phrase import Actor, Phrase
from isnad.statements.names import is_closed
from isnad.statements.source import Source
from isnad.statements.view import Named, View

_PEOPLE = frozenset({"speaker", "spokesperson"})
_NAMED = frozenset({"person", "counterpart"})
_RULERS = frozenset({"president", "premier", "king"})
_KEPT = 64
# a name of two words and the title before it
_TITLED = 2


class Recall:
    """The sources that an article has named so far, asked in text order."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._surnames: dict[str, Source] = {}
        self._titles: dict[str, list[Source]] = {}
        self._unnamed: list[Source] = []
        self._outlets: dict[str, Source] = {}
        self._paper: Source | None = None
        self._spokesman: Source | None = None
        self._bodies: dict[str, Actor] = {}
        self._issuers: dict[str, Source] = {}
        self._seats: dict[str, str] = {}
        self._ministers: str | None = None
        self._home: str | None = None
        self._offices: dict[tuple[str, ...], Actor] = {}
        self._of_side: dict[str, dict[str, Actor]] = {}

    def enter(self, phrases: Sequence[Named]) -> None:
        """Take in the actors that a sentence names."""
        for phrase, actor in phrases:
            if phrase.kind in ("organisation", "group") and actor is not None and phrase.last - phrase.first > 1:
                self._bodies[self.view.forms[phrase.first]] = actor
            side = actor.side if actor is not None else None
            if phrase.kind == "institution" and side:
                self._seats[self._head(phrase)] = side
            elif phrase.rank == "minister" and side and self._ministers is None:
                self._ministers = side
            rules = phrase.rank in _RULERS and phrase.office is not None and not phrase.sides
            if side and self._home is None and rules:
                # «رئيس الجمهورية» without a nisba: the news is his country's
                self._home = side
            if actor is not None and actor.name and phrase.name is not None and phrase.kind in _NAMED:
                if phrase.office is not None and not phrase.sides:
                    self._offices[self._words(*phrase.office)] = actor
                if side:
                    self._of_side.setdefault(side, {})[actor.key] = actor

    def _words(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(without_article(form) for form in self.view.forms[first:last])

    def _head(self, phrase: Phrase) -> str:
        return without_article(self.view.forms[phrase.first].removeprefix(phrase.clitic))

    def remember(self, source: Source) -> None:
        """Keep a source that spoke."""
        if source.role in ("agency", "media"):
            self._paper = source
            name = source.name or source.words
            self._outlets[name] = self._outlets[name.split(" ")[0]] = source
        if source.role == "spokesperson" and source.name:
            self._spokesman = source
        if source.role == "anonymous" and source.last - source.first > 1:
            self._unnamed = [*self._unnamed[-_KEPT:], source]
        if source.body and source.last - source.first > 1 and self.view.isa(source.first, W.TEXTS) is None:
            self._issuers[without_article(self.view.forms[source.first])] = source
        if source.role in _PEOPLE and source.name:
            names = source.name.split(" ")
            if len(names) > 1:
                self._surnames[names[-1]] = source
            head = without_article(self.view.forms[source.first])
            self._titles.setdefault(head, []).append(source)

    def of(self, source: Source) -> Source | None:
        """The source told before that this one means; None where it says itself who it is."""
        other = self._outlet(source) or self._person(source) or self._unnamed_one(source)
        if other is not None:
            return msgspec.structs.replace(other, first=source.first, last=source.last, number=source.number)
        if source.body and source.side is None:
            return self._body(source)
        return None

    def _outlet(self, source: Source) -> Source | None:
        outlet = source.role in ("agency", "media")
        if not (outlet or source.role == "speaker") or source.actors:
            return None
        known = self._outlets.get(source.name or source.words)
        return self._paper if known is None and outlet and source.definite and source.outlet is None else known

    def _person(self, source: Source) -> Source | None:
        """A surname, a title, or «المتحدث»."""
        if source.pair or source.number != "one" or source.state or source.latter:
            return None
        if source.role == "anonymous":
            return self._official(source)
        if source.role not in _PEOPLE:
            return None
        if source.role == "spokesperson" and not source.name:
            known = self._spokesman
            return known if known is not None and source.side in (None, known.side) else None
        actor = source.actors[0] if source.actors else None
        if actor is not None and (actor.name or actor.side) and (actor.side or source.side):
            return self._same_office(source, actor)
        known = self._surnames.get(source.words.split(" ")[-1])
        if known is not None and known.side and source.side in (None, known.side):
            # «القاضي أوين», «كادلو»
            return known
        if source.name is not None:
            return None
        if known is not None and source.last - source.first == 1 and source.side is None:
            # a lone surname of somebody whose side nobody told
            return known
        return self._titled(source) or self._surname(source)

    def _same_office(self, source: Source, actor: Actor) -> Source | None:
        """«رئيس الجمهورية» without a side is whom the article called so, rather than another president in it."""
        phrase = source.phrase
        if phrase is None or phrase.kind != "office" or phrase.sides or actor.basis != "resolved":
            return None
        known = self._offices.get(self._words(*(phrase.office or (phrase.first, phrase.last))))
        if known is None or known.key == actor.key:
            return None
        return msgspec.structs.replace(source, actors=[known], name=known.name, side=known.side)

    def _official(self, source: Source) -> Source | None:
        """«المسؤول الإماراتي»: the only one of that side who was named, where it is one man and definite."""
        side = source.side
        if side is None or not self.view.is_definite(source.first) or not self.view.isa(source.first, W.OFFICIAL):
            return None
        named = self._of_side.get(side, {})
        if len(named) != 1:
            return None
        actor = next(iter(named.values()))
        return msgspec.structs.replace(source, actors=[actor], name=actor.name, role="speaker")

    def _surname(self, source: Source) -> Source | None:
        """A lone word that ended a name earlier in the text: «التقى مدير التعليم محمد العقيبي … وأكد العقيبي»."""
        view, first = self.view, source.first
        if source.phrase is not None or source.last - first != 1 or view.word(first) is not None:
            return None
        at = view.first_of(view.forms[first])
        if at >= first or at < _TITLED or is_closed(view, at - 1) or not view.forms[at - 1][0].isalpha():
            return None
        if not (view.is_definite(at - 2) or view.isa(at - 2, W.TRADES)):
            # «على أصول الصندوق» is no name; «مدير المتحف نزيه الشماع» has a title before it
            return None
        return msgspec.structs.replace(source, name=view.text(at - 1, at + 1))

    def _titled(self, source: Source) -> Source | None:
        """The only one named before whose title holds the words of this one: «محافظ البنك», «المسؤول الإماراتي»."""
        view = self.view
        if not (view.is_definite(source.first) or source.phrase is not None):
            return None
        asked = {without_article(view.forms[j]) for j in range(source.first, source.last)}
        fitting: dict[str, Source] = {}
        for known in self._titles.get(without_article(view.forms[source.first]), ()):
            theirs = {without_article(view.forms[j]) for j in range(known.first, known.last)}
            if asked <= theirs and source.side in (None, known.side):
                fitting[known.name or known.words] = known
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _unnamed_one(self, source: Source) -> Source | None:
        """«المصدر» is whoever was not named last; «المسؤول» the official told last."""
        lone = source.role == "anonymous" and source.last - source.first == 1 and self.view.is_definite(source.first)
        if not lone or not self._unnamed:
            return None
        if self.view.isa(source.first, W.SOMEBODY):
            return self._unnamed[-1]
        head = without_article(self.view.forms[source.first])
        heads = (s for s in reversed(self._unnamed) if without_article(self.view.forms[s.first]) == head)
        return next(heads, None)

    def _body(self, source: Source) -> Source | None:
        """«المنظمة» is the one of that noun told before; «وزارة الخارجية», «الوزارة» the side's whose news this is."""
        view = self.view
        if not source.actors and source.last - source.first == 1:
            actor = self._bodies.get(view.forms[source.first])
            if actor is not None:
                return msgspec.structs.replace(source, actors=[actor], side=actor.side)
            # «مكتب رئيسة الحكومة» and then «المكتب»
            known = self._issuers.get(without_article(view.forms[source.first]))
            return msgspec.structs.replace(known, first=source.first, last=source.last) if known is not None else None
        phrase = source.phrase or self._issuer(source)
        if phrase is None and self._home is not None and view.isa(source.first, W.PRESIDENCIES):
            return msgspec.structs.replace(source, side=self._home)
        if phrase is None or phrase.kind != "institution" or phrase.sides:
            return None
        head = self._head(phrase)
        side = self._seats.get(head)
        if side is None and view.isa(phrase.first, W.MINISTRIES) is not None:
            side = self._ministers
        if side is None and head in self._issuers:
            # «الرئاسة في نيجيريا» and then «الرئاسة»
            side = self._issuers[head].side
        if side is None:
            return None
        actors = [msgspec.structs.replace(a, side=side) for a in source.actors]
        return msgspec.structs.replace(source, actors=actors, side=side)

    def _issuer(self, source: Source) -> Phrase | None:
        """The institution whose text speaks: «بيان للوزارة»."""
        held = next((self.view.begins[j] for j in range(source.first, source.last) if j in self.view.begins), None)
        return held[0] if held is not None else None
