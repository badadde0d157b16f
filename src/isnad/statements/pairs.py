"""The two sides that «الجانبان», «الوزيران» or a verb in the dual stand for."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from isnad.lexicon.statements import WordClass as W
from isnad.model.phrase import Actor, Phrase
from isnad.statements.attribution import Attribution
from isnad.statements.placed import Encounter, Place, Placed
from isnad.statements.view import View

_PERSONS = frozenset({"person", "office", "counterpart"})
_LEADERS = frozenset({"president", "leader", "crown", "crown-prince", "supreme"})
_RANKS = {"minister": frozenset({"minister"}), "president": _LEADERS, "leader": _LEADERS}
_NEAR = 5
_WINDOW = 12


class Pairs:
    """The encounters of an article, and the joint speakers it named last; asked in text order."""

    def __init__(self, view: View, encounters: Sequence[Encounter]) -> None:
        self.view = view
        self.encounters = sorted((e for e in encounters if len(e.parties) > 1), key=lambda e: e.trigger)
        self._triggers = [e.trigger for e in self.encounters]
        self._joint: tuple[int, list[Actor]] | None = None

    def remember(self, kept: Sequence[Placed]) -> None:
        """Keep two who spoke together as the pair of what follows."""
        for p in kept:
            actors = p.source.actors if p.source is not None else []
            if len(actors) > 1 and all(a.name for a in actors) and len({a.side for a in actors}) > 1:
                self._joint = (p.told.first, list(actors))

    def of(self, told: Attribution, place: Place, before: Place | None) -> list[Actor]:
        """Two persons of the sentence, or of the one `before` it, before the cue; else those who spoke or met last."""
        rank = told.source.phrase.rank if told.source is not None and told.source.phrase is not None else ""
        two = [a for _, a in _named(place, told.first)]
        if len(two) > 1 and two[0].side != two[1].side and _fit(two, rank):
            return two
        pair = _named(before, told.first) if before is not None and rank in _RANKS else []
        alike = all(p.kind == "counterpart" or a.rank in _RANKS[rank] for p, a in pair)
        if len(pair) > 1 and pair[0][1].side != pair[1][1].side and alike:
            # «حضر اللقاء وزير … ونظيره …. واتفق الوزيران»
            return [a for _, a in pair]
        met = self.encounter(told.first, place, rank)
        if self._joint is not None and _fit(self._joint[1], rank) and (met is None or met.trigger < self._joint[0]):
            return self._joint[1]
        return list(met.parties) if met is not None else []

    def encounter(self, token: int, place: Place, rank: str = "") -> Encounter | None:
        """The encounter that the text before a token is about: the one told last that is not told by the way."""
        at = bisect_right(self._triggers, token)
        if at == 0 and self.encounters and self._triggers[0] < place.hi:
            at = 1
        fitting = [e for e in self.encounters[max(0, at - _WINDOW) : at] if _fit(e.parties, rank)]
        main = [e for e in fitting if not self._by_the_way(e, place)]
        return next(reversed(main or fitting), None)

    def _by_the_way(self, encounter: Encounter, place: Place) -> bool:
        """«ما تم الاتفاق عليه بين الرئيسين», «بعد أيام من لقاء …» in a sentence before."""
        view = self.view
        k = min(encounter.trigger, bisect_left(view.tokens.starts, encounter.start))
        if k >= place.lo:
            return False
        near = range(max(0, k - _NEAR), k + 1)
        return any(view.isa(j, W.WHATEVER) or (j < k and view.isa(j, W.BEFORE_AFTER)) for j in near)


def _named(place: Place, cue: int) -> list[tuple[Phrase, Actor]]:
    """The two persons named last in a sentence before a cue."""
    people: list[tuple[Phrase, Actor]] = []
    for phrase, actor in place.phrases:
        if phrase.first < cue and actor is not None and phrase.kind in _PERSONS and actor.name:
            people = [*((p, a) for p, a in people if a.key != actor.key), (phrase, actor)]
    return people[-2:]


def _fit(actors: Sequence[Actor], rank: str) -> bool:
    """Whether actors may be called so: «الوزيران» are ministers, «الزعيمان» lead states."""
    ranks = _RANKS.get(rank)
    return ranks is None or all(not a.rank or a.rank in ranks for a in actors)
