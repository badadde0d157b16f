"""The words that reading names and titles asks for, folded, each kind a set; derived once from the sections."""

from collections.abc import Iterable

from isnad.arabic.clitics import definite, without_article
from isnad.arabic.fold import fold_word
from isnad.lexicon.sections import Sections

_SHORT = 2


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold_word(word) for word in words)


class NameWords:
    """Sets of folded words. `given`: first names of listed persons; `houses`: what ends their long names;
    `sons`: what a father's name follows; `portfolios`: complements without article; `former`: words by which a title is
    no longer, or not yet, held; `times`: words of days and numbers, of which no title is made.
    """

    def __init__(self, sections: Sections) -> None:
        titles, particles = sections.titles, sections.titles.particles
        self.links, self.possessed = _folded(titles.name_links), _folded(titles.possessed)
        self.of_bearers, self.complements = _folded(titles.of_bearers), _folded(titles.complements)
        self.portfolios = frozenset(without_article(word) for word in self.complements)
        self.former = frozenset(without_article(fold_word(word)) for word in titles.not_serving.beside)
        self.ranked = frozenset(without_article(fold_word(word)) for word in titles.ranked)
        self.realms = _folded(titles.realms)
        self.affairs = _folded(titles.affairs)
        self.firms = _folded(titles.firms)
        self.bodies = _folded(titles.body_nouns)
        self.thrones = {word: frozenset(throne.states) for throne in titles.thrones for word in _folded(throne.words)}
        self.private_bodies, self.title_links = _folded(titles.private_bodies), _folded(titles.title_links)
        self.of, self.inside, self.among = _folded(particles.of), _folded(particles.inside), _folded(particles.among)
        self.origin = _folded(particles.origin)
        self.posted, self.states, self.abroad = (
            _folded(particles.posted),
            _folded(particles.states),
            _folded(particles.abroad),
        )
        self.sons, self.servant, self.halves = (
            _folded(particles.son),
            _folded(particles.servant),
            _folded(particles.halves),
        )
        self.ali = _folded(particles.ali)
        words = (fold_word(form).split() for person in sections.people for form in person.full_forms())
        self.houses = frozenset(name[-1] for name in words if len(name) > _SHORT and definite(name[-1]))
        self.given = frozenset(fold_word(person.name.ar).split()[0] for person in sections.people)
        self.times = _folded(
            word for entry in sections.when.classes for words in entry.words.values() for word in words
        )
