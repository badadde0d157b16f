"""Who each phrase stands for: short forms, offices without a name, and sides, resolved inside the article.

Names are gathered over the whole article first, so that a headline's «لافروف» knows the body's «سيرغي لافروف».
"""

from collections.abc import Iterable

from msgspec.structs import replace

from isnad.actors.bearers import Bearers
from isnad.actors.houses import Houses
from isnad.actors.identity import Identity
from isnad.actors.known import Known, bare_style
from isnad.actors.roster import Roster
from isnad.actors.tenure import Tenure
from isnad.arabic.clitics import fronts
from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon
from isnad.model.phrase import Actor, Phrase

_BEFORE = 3
_NOBODYS = frozenset({"private", "official"})
_SHADDA = "\u0651"


class Memory:
    """The persons of one article and the resolution of its phrases, asked in text order."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, day: str | None = None, home: str | None = None) -> None:
        self.tokens, self.lexicon, self.home = tokens, lexicon, home
        self.people = lexicon.people
        self.tenure = Tenure(lexicon, day)
        self.roster = Roster(lexicon, self.tenure)
        self.identity = Identity(tokens, lexicon, self.tenure, self.roster)
        self.bearers = Bearers(tokens, self.tenure, self.roster, home)
        self.houses = Houses(home)
        self.told: str | None = None
        self.spoken: frozenset[str] = frozenset()

    # first pass: names

    def settled(self, phrases: Iterable[Phrase]) -> list[Phrase]:
        """The phrases, the name of one who is served given back to him: «مستشار الرئيس الأمريكي دونالد ترامب»."""
        return [
            self.tenure.give_back(phrase, self.tokens.words(*phrase.served[:2])) if phrase.served else phrase
            for phrase in phrases
        ]

    def gather(self, phrases: Iterable[Phrase]) -> None:
        """Learn the names and sides of the whole article; full forms before short ones."""
        everything = [p for phrase in phrases for p in _flat(phrase)]
        self.spoken = frozenset(side for p in everything if p.strength != "shared" for side in p.sides)
        named = [p for p in everything if p.name]
        for short in (False, True):
            for phrase in named:
                if phrase.short is short:
                    self.identity.learn(phrase)

    def last_words(self) -> frozenset[str]:
        """The last words of the full names learnt: how their bearers may be called alone."""
        return self.roster.last_words()

    # second pass: everybody

    def resolve(self, phrase: Phrase) -> Actor | None:
        """Whom this phrase stands for; None where its words alone, here, tell nobody."""
        if self.told and phrase.office and not phrase.sides and self._possessed(phrase):
            phrase = replace(phrase, sides=(self.told,))
        actor = self._resolve(phrase)
        if actor is not None and actor.side:
            self.told = actor.side
            self.bearers.note(actor)
            self.houses.note(phrase, actor)
        return actor

    def _possessed(self, phrase: Phrase) -> bool:
        """«وزير خارجيتها»: an office of whomever the sentence spoke of last."""
        assert phrase.office is not None
        return not self.lexicon.name_words.possessed.isdisjoint(self.tokens.forms[slice(*phrase.office)])

    def _resolve(self, phrase: Phrase) -> Actor | None:
        """As `resolve`, without noting who was told last."""
        if phrase.name is not None:
            return self._named(phrase)
        actor = self._unnamed(phrase)
        if phrase.kind == "officials" and actor.members:
            return _delegation(actor)
        if phrase.kind == "office":
            return self.bearers.courtesy(actor) if phrase.rank == "courtesy" else self.bearers.office(phrase, actor)
        if phrase.strength == "homeland":
            return replace(actor, side=self.home)
        if phrase.kind == "institution" and actor.side is None:
            return replace(actor, side=self.houses.side(phrase, actor))
        if phrase.strength == "shared":
            return replace(actor, side=self._shared(phrase))
        return actor

    def _unnamed(self, phrase: Phrase) -> Actor:
        """What the phrase itself says of a nameless actor."""
        side = self._whose(phrase)
        return Actor(
            key=f"{phrase.kind}:{side}",
            kind=phrase.kind,
            name=None,
            name_en=None,
            office=self.identity.office_text(phrase),
            rank=phrase.rank,
            side=side,
            person=None,
            basis="stated",
            female=phrase.female,
            first=phrase.first,
            last=phrase.last,
            members=tuple(a for m in phrase.members if (a := self.resolve(m)) is not None),
            strength=phrase.strength,
            phrase_kind=phrase.kind,
            posted=phrase.posted,
        )

    def _whose(self, phrase: Phrase) -> str | None:
        """The side of a nameless actor; of «الزعيم الكوري» the one of the two whose leader the article told."""
        if frozenset(phrase.sides) in self.lexicon.twins:
            told = {known.side for known in self.roster.of_rank(phrase.rank)}
            return next((side for side in phrase.sides if side in told), phrase.sides[0])
        return phrase.sides[0] if phrase.sides else None

    def _shared(self, phrase: Phrase) -> str | None:
        """«عمان»: the state or the other state's city, by shadda and by which of the two the article speaks of."""
        if _SHADDA in self.tokens.words(phrase.first, phrase.last) and len(phrase.sides) == 2:
            return phrase.sides[1]
        if self.home in phrase.sides:
            return self.home
        spoken = [side for side in phrase.sides if side in self.spoken]
        return spoken[0] if len(spoken) == 1 else None

    def _named(self, phrase: Phrase) -> Actor | None:
        assert phrase.name is not None
        known = self.identity.find(phrase)
        if known is None:
            if not phrase.office and not phrase.sides:
                return None
            known = Known(self.identity.name_text(phrase), self.identity.name_text(phrase), ())
        elif self._doubtful(known, phrase):
            return None
        self._tell(known, phrase)
        person = self.people[known.person] if known.person is not None else None
        return Actor(
            key=known.key,
            kind="person",
            name=known.name or self.identity.name_text(phrase),
            name_en=person.name.en if person else None,
            office=self.identity.office_text(phrase) or known.office,
            rank=phrase.rank or known.rank,
            side=self._side(known, phrase),
            person=known.person,
            basis="short" if phrase.short else "stated",
            female=phrase.female or known.female,
            first=phrase.first,
            last=phrase.last,
            phrase_kind=phrase.kind,
            posted=phrase.posted,
            likened=known.likened,
        )

    def _tell(self, known: Known, phrase: Phrase) -> None:
        """Note where and how a person is told."""
        assert phrase.name is not None
        side = self._side(known, phrase)
        if known.side is None and side:
            known.side = side
        known.rank = known.rank or phrase.rank
        forms = self.tokens.forms[max(0, phrase.first - _BEFORE) : phrase.name[0]]
        known.styles |= {bare_style(form) for form in forms}
        self.roster.tell(known, phrase.first)

    def _side(self, known: Known, phrase: Phrase) -> str | None:
        """The side for which a named person stands here."""
        if phrase.sides:
            return known.side if known.side in phrase.sides else phrase.sides[0]
        return known.side or self._at_home(phrase)

    def _at_home(self, phrase: Phrase) -> str | None:
        """The outlet's own country, for one told with an office of which nobody says whose it is."""
        if not phrase.office or phrase.kind == "counterpart" or phrase.rank in _NOBODYS:
            return None
        private, forms = self.lexicon.name_words.private_bodies, self.tokens.forms[slice(*phrase.office)]
        return self.home if all(private.isdisjoint(fronts(form)) for form in forms) else None

    def _doubtful(self, known: Known, phrase: Phrase) -> bool:
        """Whether a lone short form may not be taken for the registry's person, whom nothing else here names."""
        if not phrase.short or phrase.office or known.person is None or known.seen >= 0 or len(known.words) > 1:
            return False
        return phrase.strength == "unsure" or not self.tenure.in_office(known.person)

    # questions of the rooms that follow

    def office_id(self, phrase: Phrase) -> str | None:
        """The registry office that a title means, if it means one."""
        return self.identity.office_id(phrase)

    def counterpart(self, actor: Actor, of: Actor) -> Actor:
        """«نظيره» once its antecedent is known: the same office on the other side; the registry may know who it was."""
        actor = replace(actor, rank=actor.rank or of.rank)
        office = self.tenure.office_held(of)
        if actor.person is not None or office is None or not actor.side:
            return actor
        words = tuple(fold_word(actor.name).split()) if actor.name else ()
        if words:
            holder = self.tenure.partly_named(office, words, (actor.side,))
        else:
            holder = self.tenure.holder(office, actor.side)
        if holder is None:
            return actor
        person, known = self.people[holder], self.roster.of_person(holder)
        return replace(
            actor,
            key=person.id,
            person=holder,
            name_en=person.name.en,
            name=known.name if known and known.name else actor.name or person.name.ar,
            basis="stated" if words else "counterpart",
        )


def _delegation(actor: Actor) -> Actor:
    """A delegation told by its head: his name, the delegation's side."""
    head = actor.members[0]
    return replace(
        actor,
        key=head.key,
        name=head.name,
        name_en=head.name_en,
        person=head.person,
        side=actor.side or head.side,
        office=head.office or actor.office,
        rank=head.rank or actor.rank,
    )


def _flat(phrase: Phrase) -> list[Phrase]:
    return [phrase, *(x for m in phrase.members for x in _flat(m))]
