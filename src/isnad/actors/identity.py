"""Who bears a name: one known from this article, or of the registry, or somebody new."""

from isnad.actors.known import Known, within
from isnad.actors.roster import Roster
from isnad.actors.tenure import Tenure
from isnad.arabic.clitics import unglued
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon
from isnad.model.phrase import Phrase


class Identity:
    """Finds the known person of a named phrase, and learns what phrases tell of persons."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, tenure: Tenure, roster: Roster) -> None:
        self._tokens, self._people, self._tenure, self._roster = tokens, lexicon.people, tenure, roster

    def name_text(self, phrase: Phrase) -> str:
        """The stored characters of a phrase's name, without the particle glued to its first word."""
        return self._text(phrase.name, phrase) if phrase.name else ""

    def office_text(self, phrase: Phrase) -> str | None:
        """The stored characters of a phrase's office, without the particle glued to its first word."""
        return self._text(phrase.office, phrase) if phrase.office else None

    def _text(self, part: tuple[int, int], phrase: Phrase) -> str:
        words = self._tokens.words(*part)
        return unglued(words, phrase.clitic if part[0] == phrase.first else phrase.office_clitic)

    def office_id(self, phrase: Phrase) -> str | None:
        """The registry office that a title means, if it means one."""
        return self._tenure.office_of(self.office_text(phrase) or "", phrase.rank) if phrase.office else None

    def words(self, phrase: Phrase) -> tuple[str, ...]:
        """The folded words of a phrase's name, without the particle glued to the first."""
        assert phrase.name is not None
        forms = self._tokens.forms[slice(*phrase.name)]
        if phrase.name[0] == phrase.first and phrase.clitic and forms[0].startswith(phrase.clitic):
            return (forms[0][len(phrase.clitic) :], *forms[1:])
        return tuple(forms)

    def learn(self, phrase: Phrase) -> None:
        """Keep what a named phrase tells of its bearer."""
        known = self.find(phrase)
        if known is None:
            return
        words = self.words(phrase)
        if len(words) > len(known.words) or not known.name:
            self._roster.name(known, self.name_text(phrase), words)
        if phrase.sides and not known.office and known.side not in phrase.sides:
            known.side = phrase.sides[0]
        if phrase.office and phrase.kind != "counterpart" and known.office is None:
            known.office, known.rank, known.bare = self.office_text(phrase), phrase.rank, not phrase.sides
        known.female = known.female or phrase.female
        known.likened = known.likened or phrase.kind == "counterpart"

    def find(self, phrase: Phrase) -> Known | None:
        """The known person of a named phrase, made new where nobody fits; None where the name stays open."""
        words = self.words(phrase)
        if phrase.short and phrase.people and (own := self._only_here(words)) is not None:
            return own
        choice = self._listed(phrase, words)
        if choice is not None:
            return self._roster.of_person(choice) or self._roster.add_person(choice, words)
        if phrase.short:
            return None if phrase.people else self._by_last_word(words)
        if len(words) == 1 and phrase.office and (known := self._by_first_word(words[0], phrase.sides)) is not None:
            return known
        for known in self._roster.with_word(words[0]):
            if known.words == words or (len(words) < len(known.words) and within(words, known)):
                return known
        return self._roster.add(self.name_text(phrase), words)

    def _only_here(self, words: tuple[str, ...]) -> Known | None:
        """The one full name of this article that ends so: before the registry's bearer of the same family name."""
        size = len(words)
        fits = [
            k
            for k in self._roster.with_word(words[-1])
            if k.person is None and len(k.words) > 1 and k.words[-size:] == words
        ]
        return fits[0] if len(fits) == 1 else None

    def _by_last_word(self, words: tuple[str, ...]) -> Known | None:
        fits = [k for k in self._roster.with_word(words[-1]) if k.last == words[-1] and len(k.words) > 1]
        return fits[0] if len(fits) == 1 else None

    def _by_first_word(self, word: str, sides: tuple[str, ...]) -> Known | None:
        """«الأمير محمد» after «محمد بن سلمان»."""
        fits = [k for k in self._roster.with_word(word) if len(k.words) > 1 and k.words[0] == word]
        return fits[0] if len(fits) == 1 and (not sides or fits[0].side in sides) else None

    def _listed(self, phrase: Phrase, words: tuple[str, ...]) -> int | None:
        """The registry person whom a name, or a title with a part of a name, means."""
        choice = self._choose(phrase)
        if choice is not None or not phrase.office:
            return choice
        if len(words) == 1:
            return self._tenure.sovereign(self.office_id(phrase), words[0], phrase.sides)
        return self._tenure.partly_named(self.office_id(phrase), words, phrase.sides)

    def _choose(self, phrase: Phrase) -> int | None:
        """The registry person whom a name means: by side, then by those already in the article, then by the day."""
        options = [p for p in phrase.people if not phrase.sides or self._tenure.may_be_of(p, phrase.sides)]
        if not options:
            return None
        here = [p for p in options if self._roster.of_person(p) is not None]
        if len(here) == 1:
            return here[0]
        serving = [p for p in options if self._tenure.in_office(p)]
        if len(serving) == 1:
            return serving[0]
        alone = len(options) == 1 and (not phrase.short or self._tenure.day is None)
        return options[0] if alone else None
