"""Who each phrase stands for: short forms, offices without a name, and sides, resolved inside the article.

Names are gathered over the whole article first, so that a headline's «لافروف» knows the body's «سيرغي لافروف».
"""

from collections.abc import Iterable, Sequence

from isnad.actors.known import Known, bare_style, last_word, style_of, within
from isnad.actors.tenure import Tenure
from isnad.arabic.clitics import fronts, unglued
from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon
from isnad.lexicon.people import Person
from isnad.model.phrase import Actor, Phrase

_BEFORE = 3
_NAMELESS = frozenset({"officials", "institution"})
_NOBODYS = frozenset({"private", "official"})
_BARE = ("ه", "ها")
_SHADDA = "\u0651"


class Memory:
    """The persons of one article and the resolution of its phrases, asked in text order."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, day: str | None = None, home: str | None = None) -> None:
        self.tokens, self.lexicon, self.day, self.home = tokens, lexicon, day, home
        self.people: Sequence[Person] = lexicon.people
        self.tenure = Tenure(lexicon, day)
        self.known: dict[str, Known] = {}
        self.told: str | None = None
        self.body: str | None = None
        self.spoken: set[str] = set()

    # first pass: names

    def gather(self, phrases: Iterable[Phrase]) -> None:
        """Learn the names and sides of the whole article; full forms before short ones."""
        everything = [p for phrase in phrases for p in _flat(phrase)]
        for phrase in everything:
            if phrase.served:
                self.tenure.give_back(phrase, self.tokens.words(*phrase.served[:2]))
        named = [p for p in everything if p.name]
        self.spoken = {side for p in everything if p.strength != "shared" for side in p.sides}
        for short in (False, True):
            for phrase in named:
                if phrase.short is short:
                    self._learn(phrase)

    def _learn(self, phrase: Phrase) -> None:
        known = self._find(phrase)
        if known is None:
            return
        assert phrase.name is not None
        words = tuple(_strip(self.tokens.forms[slice(*phrase.name)], phrase))
        if len(words) > len(known.words) or not known.name:
            known.words, known.last, known.name = words, last_word(words), self.name_text(phrase)
        if phrase.sides and not known.office and known.side not in phrase.sides:
            known.side = phrase.sides[0]
        if phrase.office and phrase.kind != "counterpart" and known.office is None:
            known.office, known.rank = self._text(phrase.office, phrase), phrase.rank
        known.female = known.female or phrase.female
        known.likened = known.likened or phrase.kind == "counterpart"

    def name_text(self, phrase: Phrase) -> str:
        """The stored characters of a phrase's name, without the particle glued to its first word."""
        return self._text(phrase.name, phrase) if phrase.name else ""

    def _text(self, part: tuple[int, int], phrase: Phrase) -> str:
        words = self.tokens.words(*part)
        return unglued(words, phrase.clitic if part[0] == phrase.first else phrase.office_clitic)

    def _find(self, phrase: Phrase) -> Known | None:
        """The known person of a named phrase, made new where nobody fits; None where the name stays open."""
        assert phrase.name is not None
        words = tuple(_strip(self.tokens.forms[slice(*phrase.name)], phrase))
        if phrase.short and phrase.people:
            # a full name of this article before the registry's bearer of the same family name
            fits = [
                k
                for k in self.known.values()
                if k.person is None and len(k.words) > 1 and k.words[-len(words) :] == words
            ]
            if len(fits) == 1:
                return fits[0]
        choice = self._choose(phrase)
        if choice is None and phrase.office and len(words) == 1:
            choice = self.tenure.sovereign(self.office_id(phrase), words[0], phrase.sides)
        if choice is None and phrase.office and len(words) > 1:
            choice = self.tenure.partly_named(self.office_id(phrase), words, phrase.sides)
        if choice is not None:
            person = self.people[choice]
            known = self.known.get(person.id)
            if known is None:
                known = self.known[person.id] = Known(person.id, "", words)
                known.person, known.en = choice, person.name.en
                known.side = self.tenure.side_of(person)
            return known
        if phrase.short and phrase.people:
            return None
        if phrase.short:
            fits = [k for k in self.known.values() if k.last == words[-1] and len(k.words) > 1]
            return fits[0] if len(fits) == 1 else None
        if len(words) == 1 and phrase.office:
            # «الأمير محمد» after «محمد بن سلمان»
            fits = [k for k in self.known.values() if len(k.words) > 1 and k.words[0] == words[0]]
            if len(fits) == 1 and (not phrase.sides or fits[0].side in phrase.sides):
                return fits[0]
        for known in self.known.values():
            if known.words == words or (len(words) < len(known.words) and within(words, known.words)):
                return known
        return self.known.setdefault(" ".join(words), Known(" ".join(words), self.name_text(phrase), words))

    def _choose(self, phrase: Phrase) -> int | None:
        """The registry person whom a name means: by side, then by those already in the article, then by the day."""
        options = [p for p in phrase.people if not phrase.sides or self.tenure.may_be_of(p, phrase.sides)]
        if not options:
            return None
        here = [p for p in options if self.people[p].id in self.known]
        if len(here) == 1:
            return here[0]
        serving = [p for p in options if self.tenure.in_office(p)]
        if len(serving) == 1:
            return serving[0]
        if not phrase.short and len(options) == 1:
            return options[0]
        if phrase.short and len(options) == 1 and self.day is None:
            return options[0]
        return None

    def last_words(self) -> frozenset[str]:
        """The last words of the full names learnt: how their bearers may be called alone."""
        return frozenset(k.last for k in self.known.values() if len(k.words) > 1 and len(k.last) > 2)

    # second pass: everybody

    def resolve(self, phrase: Phrase) -> Actor | None:
        """Whom this phrase stands for; None where its words alone, here, tell nobody."""
        if (
            not phrase.sides
            and phrase.office
            and self.told
            and self.lexicon.possessed.intersection(self.tokens.forms[slice(*phrase.office)])
        ):
            phrase.sides = (self.told,)
        actor = self._resolve(phrase)
        if actor is not None and actor.side:
            self.told = actor.side
            self.body = actor.side if actor.rank in ("institution", "spokesman") else self.body
        return actor

    def _resolve(self, phrase: Phrase) -> Actor | None:
        """As `resolve`, without noting who was told last."""
        if phrase.name is not None:
            return self._named(phrase)
        office = self._text(phrase.office, phrase) if phrase.office else None
        side = phrase.sides[0] if phrase.sides else None
        actor = Actor(
            key=f"{phrase.kind}:{side}",
            kind=phrase.kind,
            name=None,
            name_en=None,
            office=office,
            rank=phrase.rank,
            side=side,
            person=None,
            basis="stated",
            female=phrase.female,
            first=phrase.first,
            last=phrase.last,
            strength=phrase.strength,
            phrase_kind=phrase.kind,
            posted=phrase.posted,
        )
        if phrase.members:
            actor.members = tuple(a for m in phrase.members if (a := self.resolve(m)) is not None)
        if phrase.kind == "officials" and actor.members:
            return self._delegation(actor)
        if phrase.kind == "office":
            return self._courtesy(actor) if phrase.rank == "courtesy" else self._office(phrase, actor)
        if phrase.strength == "homeland" or (phrase.kind == "institution" and actor.side is None):
            actor.side = self.home
        if phrase.strength == "shared":
            actor.side = self._shared(phrase)
        return actor

    def _shared(self, phrase: Phrase) -> str | None:
        """«عمان»: the state or the other state's city, by shadda and by which of the two the article speaks of."""
        if _SHADDA in self.tokens.words(phrase.first, phrase.last) and len(phrase.sides) == 2:
            return phrase.sides[1]
        if self.home in phrase.sides:
            return self.home
        spoken = [side for side in phrase.sides if side in self.spoken]
        return spoken[0] if len(spoken) == 1 else None

    def _courtesy(self, actor: Actor) -> Actor | None:
        """«سموه»: the person told last with that style («صاحب السمو»), else the one told last with an office."""
        style = style_of(self.tokens.forms[actor.first])
        told = [k for k in self.known.values() if k.seen >= 0 and k.office]
        best = max(told, key=lambda k: (style in k.styles, k.seen), default=None)
        if best is None:
            return None
        actor.key, actor.name, actor.person, actor.side = best.key, best.name, best.person, best.side
        actor.name_en = self.people[best.person].name.en if best.person is not None else None
        actor.office, actor.rank, actor.basis = best.office, best.rank, "resolved"
        return actor

    def _named(self, phrase: Phrase) -> Actor | None:
        known = self._find(phrase)
        if known is None:
            if not phrase.office and not phrase.sides:
                return None
            assert phrase.name is not None
            known = Known(self.name_text(phrase), self.name_text(phrase), ())
        assert phrase.name is not None
        if (
            phrase.short
            and not phrase.office
            and known.person is not None
            and known.seen < 0
            and not self._trusted(known, phrase)
        ):
            return None
        known.seen = phrase.first
        known.styles |= {
            bare_style(form) for form in self.tokens.forms[max(0, phrase.first - _BEFORE) : phrase.name[0]]
        }
        office = self._text(phrase.office, phrase) if phrase.office else known.office
        if phrase.sides:
            side: str | None = phrase.sides[0]
            if known.side in phrase.sides:
                side = known.side
        else:
            side = known.side or self._at_home(phrase)
        if known.side is None and side:
            known.side = side
        if phrase.rank and not known.rank:
            known.rank = phrase.rank
        person = self.people[known.person] if known.person is not None else None
        return Actor(
            key=known.key,
            kind="person",
            name=known.name or self.name_text(phrase),
            name_en=person.name.en if person else None,
            office=office,
            rank=phrase.rank or known.rank,
            side=side,
            person=known.person,
            basis="short" if phrase.short else "stated",
            female=phrase.female or known.female,
            first=phrase.first,
            last=phrase.last,
            phrase_kind=phrase.kind,
            posted=phrase.posted,
            likened=known.likened,
        )

    def _at_home(self, phrase: Phrase) -> str | None:
        """The outlet's own country, for one told with an office of which nobody says whose it is."""
        if not phrase.office or phrase.kind == "counterpart" or phrase.rank in _NOBODYS:
            return None
        words = self.tokens.forms[slice(*phrase.office)]
        return None if any(set(fronts(w)) & self.lexicon.private_bodies for w in words) else self.home

    def _trusted(self, known: Known, phrase: Phrase) -> bool:
        """Whether a lone short form may be taken for the registry's person."""
        if known.person is None:
            return False
        if len(known.words) > 1:
            return True
        return phrase.strength != "unsure" and self.tenure.in_office(known.person)

    def _delegation(self, actor: Actor) -> Actor:
        """A delegation told by its head: his name, the delegation's side."""
        head = actor.members[0]
        actor.key, actor.name, actor.name_en, actor.person = head.key, head.name, head.name_en, head.person
        actor.side = actor.side or head.side
        actor.office = head.office or actor.office
        actor.rank = head.rank or actor.rank
        return actor

    def _office(self, phrase: Phrase, actor: Actor) -> Actor | None:
        """An office without a name: one told before, else the registry's holder on the day."""
        assert phrase.office is not None
        office_id = self.office_id(phrase)
        best: Known | None = None
        for known in self.known.values():
            if known.seen < 0 or known.rank != phrase.rank:
                continue
            if actor.side is not None and known.side != actor.side:
                continue
            if (
                office_id
                and known.office
                and (other := self.tenure.office_of(known.office, known.rank))
                and other != office_id
            ):
                continue
            if (
                phrase.rank == "spokesman"
                and known.office
                and phrase.office[1] - phrase.office[0] > 1
                and fold_word(known.office) != fold_word(self._text(phrase.office, phrase))
            ):
                # who speaks for one body does not speak for the next
                continue
            if best is None or known.seen > best.seen:
                best = known
        words = self.tokens.forms[slice(*phrase.office)]
        if (
            best is not None
            and len(words) == 1
            and not words[0].endswith(_BARE)
            and not words[0].removeprefix(phrase.clitic).startswith("ال")
        ):
            # «رئيس» alone, without article or complement, is nobody told before
            best = None
        if best is None and office_id and actor.side is None and (holders := self._holding(office_id)):
            best = holders[0] if len(holders) == 1 else None
        if (
            best is None
            and actor.side is None
            and office_id
            and self.home
            and self.tenure.holder(office_id, self.home) is not None
        ):
            actor.side = self.home
        if best is None and actor.side is not None and office_id and self.day is not None:
            holder = self.tenure.holder(office_id, actor.side)
            if holder is not None:
                person = self.people[holder]
                for known in self.known.values():
                    if known.person == holder:
                        best = known
                if best is None:
                    actor.key, actor.name, actor.name_en, actor.person = (
                        person.id,
                        person.name.ar,
                        person.name.en,
                        holder,
                    )
                    actor.basis = "resolved"
                    return actor
        if best is not None:
            best.seen = phrase.first
            person_en = self.people[best.person].name.en if best.person is not None else None
            actor.key, actor.name, actor.name_en, actor.person = best.key, best.name, person_en, best.person
            actor.side, actor.basis = actor.side or best.side, "resolved"
            actor.office = best.office or actor.office
            actor.female = actor.female or best.female
            return actor
        if actor.side is None:
            # «قالت الخارجية الفنلندية إن الوزيرة …»: the body's own; else the outlet's own country
            actor.side = self.body or (self.home if phrase.last - phrase.office[0] > 1 else None)
        actor.key = f"{phrase.rank}:{fold_word(actor.office or '')}:{actor.side}"
        return actor

    def _holding(self, office: str) -> list[Known]:
        """The persons told so far who hold an office on the article's day."""
        day = self.day
        if day is None:
            return []
        return [
            k
            for k in self.known.values()
            if k.seen >= 0
            and k.person is not None
            and any(t.office == office and t.may_hold(day) for t in self.people[k.person].offices)
        ]

    def office_id(self, phrase: Phrase) -> str | None:
        """The registry office that a title means, if it means one."""
        return self.tenure.office_of(self._text(phrase.office, phrase), phrase.rank) if phrase.office else None

    def counterpart(self, actor: Actor, of: Actor) -> Actor:
        """«نظيره» once its antecedent is known: the same office on the other side; the registry may know who it was."""
        office_id = None
        if of.office:
            office_id = self.tenure.office_of(of.office, of.rank)
        if office_id is None and of.person is not None and self.day is not None:
            held = [t.office for t in self.people[of.person].offices if t.may_hold(self.day)]
            office_id = held[0] if len(held) == 1 else None
        actor.rank = actor.rank or of.rank
        if actor.person is None and office_id and actor.side:
            words = tuple(fold_word(actor.name).split()) if actor.name else ()
            if words:
                holder = self.tenure.partly_named(office_id, words, (actor.side,))
            else:
                holder = self.tenure.holder(office_id, actor.side)
            if holder is not None:
                person = self.people[holder]
                known = self.known.get(person.id)
                actor.key, actor.person, actor.name_en = person.id, holder, person.name.en
                actor.name = known.name if known and known.name else actor.name or person.name.ar
                actor.basis = "stated" if words else "counterpart"
        return actor


def _flat(phrase: Phrase) -> list[Phrase]:
    return [phrase, *(x for m in phrase.members for x in _flat(m))]


def _strip(forms: list[str], phrase: Phrase) -> list[str]:
    """The words of a name without the particle glued to its first."""
    if phrase.name and phrase.name[0] == phrase.first and phrase.clitic and forms[0].startswith(phrase.clitic):
        return [forms[0][len(phrase.clitic) :], *forms[1:]]
    return forms
