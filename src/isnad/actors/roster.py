"""The persons that one article names: found by words, by registry place, and by how lately they were told.

Nothing here walks over all persons: a name asks for those that share a word with it, a title for those of its rank.
"""

from collections.abc import Iterable, Iterator

from isnad.actors.known import Known, last_word
from isnad.actors.tenure import Tenure
from isnad.arabic.fold import fold_word
from isnad.lexicon import Lexicon
from isnad.model.phrase import Actor

_RECENT = 64


class Roster:
    """Known persons with their indices. `told` and `fits` give them in the order in which the article names them."""

    def __init__(self, lexicon: Lexicon, tenure: Tenure) -> None:
        self._people, self._sons, self._tenure = lexicon.people, lexicon.name_words.sons, tenure
        self._by_key: dict[str, Known] = {}
        self._by_word: dict[str, dict[int, Known]] = {}
        # the last told stands at the end of its rank
        self._by_rank: dict[str, dict[str, Known]] = {}
        self._holding: dict[str, dict[str, Known]] = {}
        self._order: dict[str, Known] = {}

    def of_person(self, place: int) -> Known | None:
        """The known person who is this one of the registry."""
        return self._by_key.get(self._people[place].id)

    def add_person(self, place: int, words: tuple[str, ...]) -> Known:
        """A person of the registry, made known."""
        person = self._people[place]
        known = self._add(person.id, "", words)
        known.person, known.en, known.side = place, person.name.en, self._tenure.side_of(person)
        return known

    def add_holder(self, place: int, actor: Actor) -> Known:
        """Whom only an office told, made known under the registry's name: «وزير الدفاع» is he again."""
        person = self._people[place]
        known = self.add_person(place, tuple(fold_word(person.name.ar).split()))
        known.name, known.office, known.rank, known.female = person.name.ar, actor.office, actor.rank, actor.female
        known.bare = False
        return known

    def add(self, name: str, words: tuple[str, ...]) -> Known:
        """A person whom only the article names, made known; the one of just these words where there is one."""
        key = " ".join(words)
        return self._by_key.get(key) or self._add(key, name, words)

    def _add(self, key: str, name: str, words: tuple[str, ...]) -> Known:
        known = self._by_key[key] = Known(key, name, (), len(self._by_key))
        self.name(known, name, words)
        return known

    def name(self, known: Known, name: str, words: tuple[str, ...]) -> None:
        """Give a known person this name, and file its words."""
        known.name, known.words, known.last = name, words, last_word(words, self._sons)
        for word in words:
            self._by_word.setdefault(word, {})[known.place] = known

    def with_word(self, word: str) -> Iterable[Known]:
        """The known persons one of whose names has this word, in the article's order."""
        found = self._by_word.get(word)
        return [found[place] for place in sorted(found)] if found else ()

    def last_words(self) -> frozenset[str]:
        """The last words of the full names learnt: how their bearers may be called alone."""
        return frozenset(k.last for k in self._by_key.values() if len(k.words) > 1 and len(k.last) > 2)

    def tell(self, known: Known, place: int) -> None:
        """Note that a person is told at this token; one who is not in the roster cannot be asked for again."""
        known.seen = place
        known.begun = place if known.begun < 0 else known.begun
        if known.place < 0:
            return
        _to_end(self._order, known)
        if known.rank:
            _to_end(self._by_rank.setdefault(known.rank, {}), known)
        if known.person is not None and self._tenure.day is not None:
            for term in self._people[known.person].offices:
                if term.may_hold(self._tenure.day):
                    self._holding.setdefault(term.office, {})[known.key] = known

    def of_rank(self, rank: str) -> Iterator[Known]:
        """Those told so far who bear an office of this rank, the last told first; no more than the last few."""
        return _latest(self._by_rank.get(rank, {}))

    def latest(self) -> Iterator[Known]:
        """All told so far, the last told first; no more than the last few."""
        return _latest(self._order)

    def holding(self, office: str) -> list[Known]:
        """Those told so far who hold a registry office on the article's day."""
        return list(self._holding.get(office, {}).values())


def _to_end(order: dict[str, Known], known: Known) -> None:
    order.pop(known.key, None)
    order[known.key] = known


def _latest(order: dict[str, Known]) -> Iterator[Known]:
    for known, _ in zip(reversed(order.values()), range(_RECENT), strict=False):
        yield known
