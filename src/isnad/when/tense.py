"""On which side of the day of writing a time lies, by the words around it."""

from typing import Literal

from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon.when import Tense, TimeHit, WhenRules

_BEFORE, _SENTENCE, _AFTER = 14, 40, 2
_STOPS = frozenset("\n.؟!؛")
_AND = "و"
# the shortest verb with a future particle has five letters
_SHORTEST = 4
Telling = Tense | Literal["barrier", "anterior", "posterior"]


class Tenses:
    """The tense rules, ready to run."""

    def __init__(self, rules: WhenRules) -> None:
        self._words: dict[str, Telling] = {}
        self._silenced: dict[str, frozenset[str]] = {}
        self._prefixed: list[tuple[tuple[str, ...], tuple[str, ...], Telling]] = []
        for rule in rules.tenses:
            self._words |= {fold_word(word): rule.tense for word in rule.words}
            if rule.unless_after:
                self._silenced |= dict.fromkeys(
                    map(fold_word, rule.words), frozenset(map(fold_word, rule.unless_after))
                )
            if rule.prefixes:
                self._prefixed.append(
                    (tuple(map(fold_word, rule.prefixes)), tuple(map(fold_word, rule.unless)), rule.tense)
                )

    def of(self, form: str) -> Telling | None:
        """What this folded word tells, the conjunction left aside."""
        for bare in (form, form[1:]) if form.startswith(_AND) else (form,):
            if bare in self._words:
                return self._words[bare]
            for prefixes, unless, tense in self._prefixed:
                if len(bare) > _SHORTEST and bare.startswith(prefixes) and not bare.startswith(unless):
                    return tense
        return None

    def around(self, tokens: Tokens, hit: TimeHit) -> Tense | None:
        """The tense of the nearest telling word before the hit in its clause, else right after it."""
        before = range(hit.first - 1, max(hit.first - 1 - _SENTENCE, -1), -1)
        after = range(hit.last, min(hit.last + _AFTER, len(tokens.forms)))
        return self._nearest(tokens.forms, before) or self._nearest(tokens.forms, after)

    def _nearest(self, forms: list[str], places: range) -> Tense | None:
        anterior = posterior = False
        for distance, at in enumerate(places):
            form = forms[at]
            if form in _STOPS or (distance >= _BEFORE and not anterior):
                return None
            if places.step > 0 and form.startswith(_AND):
                # another clause begins
                return None
            tense = self.of(form)
            if tense is None or (form in self._silenced and at and forms[at - 1] in self._silenced[form]):
                continue
            if tense == "anterior":
                anterior = True
            elif tense == "posterior":
                posterior = True
            elif tense == "barrier" or (anterior and tense == "future") or (posterior and tense == "past"):
                return None
            else:
                return tense
        return None
