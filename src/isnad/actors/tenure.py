"""What the registry says of offices on the article's day: who held one, and whom a person stood for."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from isnad.arabic.fold import fold_word
from isnad.lexicon import Lexicon
from isnad.lexicon.people import THRONES, Person
from isnad.model.phrase import Actor, Phrase

_NEAR_YEARS = 2
# where nobody holds the one office, the holder of the other is meant
_STANDS_FOR = {"leader": ("head-of-state", "head-of-government"), "head-of-state": ("leader",)}


def office_of(lexicon: Lexicon, words: AbstractSet[str], rank: str) -> str | None:
    """The registry office that the folded words of a title mean, if they mean one."""
    for rule in lexicon.offices.get(rank, ()):
        if not rule.has or not rule.has.isdisjoint(words):
            return rule.id
        if rule.alone and words.isdisjoint(lexicon.name_words.complements):
            return rule.id
    return None


class Tenure:
    """The registry's people and terms, asked for one day; without a day it names nobody."""

    def __init__(self, lexicon: Lexicon, day: str | None) -> None:
        self.lexicon, self.day = lexicon, day
        self.people: Sequence[Person] = lexicon.people

    def office_of(self, title: str, rank: str) -> str | None:
        """The registry office that the words of a title mean, if they mean one."""
        return office_of(self.lexicon, set(fold_word(title).split()), rank)

    def holder(self, office: str, side: str) -> int | None:
        """The one person who held an office of a side on the article's day; None where unknown or not one."""
        if self.day is None:
            return None
        for wanted in (office, *_STANDS_FOR.get(office, ())):
            found = {
                p
                for p in self.lexicon.by_office.get((wanted, side), ())
                for t in self.people[p].offices
                if t.office == wanted
                and (t.side or self.people[p].side) == side
                and t.may_hold(self.day)
                and not t.rival
                and not t.nominal
            }
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def give_back(self, phrase: Phrase, title: str) -> Phrase:
        """«مستشار الرئيس الأمريكي دونالد ترامب»: who held the office served that day is not he who serves."""
        if phrase.served is None or phrase.office is None or phrase.name is None:
            return phrase
        # «مبعوث الرئيس ترامب»: whose president, his name says
        told = {self.people[place].side for place in phrase.people}
        sides = phrase.sides or (tuple(told) if len(told) == 1 else ())
        office = self.office_of(title, phrase.served[2])
        holder = self.holder(office, sides[0]) if office and sides else None
        # a deputy who acts for his minister is still the deputy
        if holder not in phrase.people or self._acts(holder):
            return phrase
        own = (phrase.office[0], phrase.name[1])
        return replace(phrase, office=own, kind="office", name=None, people=(), short=False, sides=sides)

    def office_held(self, actor: Actor) -> str | None:
        """The registry office of an actor: that of his title, else the only one that he held on the day."""
        office = self.office_of(actor.office, actor.rank) if actor.office else None
        if office is not None or actor.person is None or self.day is None:
            return office
        held = [term.office for term in self.people[actor.person].offices if term.may_hold(self.day)]
        return held[0] if len(held) == 1 else None

    def _acts(self, place: int | None) -> bool:
        terms = self.people[place].offices if place is not None and self.day else ()
        return any(term.acting and term.may_hold(self.day or "") for term in terms)

    def partly_named(self, office: str | None, words: tuple[str, ...], sides: tuple[str, ...]) -> int | None:
        """«وزير الخارجية الألماني فرانك فالتر»: the day's holder, if his name has the first and last word said."""
        said = {words[0], words[-1], words[1] if words[0] in self.lexicon.name_words.halves else words[0]}
        whole = {word for word in words if word[0].isalpha()}
        for side in sides if office else ():
            holder = self.holder(office or "", side)
            forms = self.people[holder].full_forms() if holder is not None else ()
            for name in (fold_word(form).split() for form in forms):
                # what stands between first and last may be spelt otherwise; «كيم يو-جونغ» is not «كيم جونغ أون»
                if whole <= set(name) or (said <= set(name) and words[-1] == name[-1]):
                    return holder
        return None

    def sovereign(self, office: str | None, word: str, sides: tuple[str, ...]) -> int | None:
        """«الملك سلمان»: who held the throne that day and bears this first name; None where not just one."""
        if office not in THRONES or self.day is None:
            return None
        day = self.day
        found = {
            place
            for place in self.lexicon.sovereigns.get(word, ())
            for term in self.people[place].offices
            if term.office == office
            and term.may_hold(day)
            and (not sides or (term.side or self.people[place].side) in sides)
        }
        return found.pop() if len(found) == 1 else None

    def in_office(self, place: int, near: int = _NEAR_YEARS) -> bool:
        """Whether a person holds an office on the article's day, or did shortly before; true for undated articles."""
        if self.day is None:
            return True
        year = int(self.day[:4])
        return any(
            int(t.start[:4]) - 1 <= year and (t.end is None or int(t.end[:4]) + near >= year)
            for t in self.people[place].offices
        )

    def may_be_of(self, place: int, sides: tuple[str, ...]) -> bool:
        """Whether a person is or was of one of these sides."""
        person, states = self.people[place], {*sides, *(self.lexicon.homes.get(side) for side in sides)}
        return person.side in states or any(term.side in states for term in person.offices)

    def side_of(self, person: Person) -> str | None:
        """The side that a person represents on the article's day; None for one who has left an organisation."""
        if self.day is not None:
            held = [term for term in person.offices if term.may_hold(self.day)]
            if held and all(term.side for term in held):
                return held[0].side or person.side
            if not held and person.side not in self.lexicon.states and person.side in self.lexicon.bodies:
                # who has left an organisation does not stand for it
                return None
        return person.side
