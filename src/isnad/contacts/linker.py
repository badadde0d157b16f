"""Contacts that no construction tells: a learned model says which two mentions are the parties of a predicate."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from isnad.arabic.markers import Marker
from isnad.arabic.paradigms import PRONOUNS
from isnad.clauses import Clause
from isnad.clauses.people import actors_of
from isnad.contacts.constructions import refused
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.drafting import drafted
from isnad.contacts.emission import emit, visit
from isnad.contacts.links import never
from isnad.contacts.merge import Telling
from isnad.contacts.pair_features import Sight, of_clause, of_mention, of_open, of_pair, sight
from isnad.contacts.pairs import Mention, around, mentions_of, pairs
from isnad.contacts.tellings import Place
from isnad.contacts.times import Times
from isnad.learned import Linear
from isnad.lexicon.frames import Grammar
from isnad.model.phrase import Actor

_REASONS = 6


class Heard(NamedTuple):
    """A sentence after the rules: its scene with their drafts, its place in the article, and what fixes its times."""

    scene: Scene
    place: Place
    times: Times


class Asked(NamedTuple):
    """A predicate, and who may be a party of it, each with what is said of it.

    `again`: the rules linked it. What they left open though its parties stand where they should was mostly left with
    reason, so that the same places speak for the one and against the other.
    """

    sight: Sight
    clause: Clause
    says: list[str]
    mentions: list[Mention]
    said: list[list[str]]
    again: bool = False

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs that may be its parties, as indices of `mentions`; one is whose it is, where words say that."""
        whose = whose_by_words(self.clause)
        for a, b in pairs(self.mentions, self.clause.frames[0].row.kind, self.sight.scene):
            if whose is None or whose & {self.mentions[a].actor.key, self.mentions[b].actor.key}:
                yield a, b

    def of_pair(self, a: int, b: int) -> list[str]:
        """What two mentions together say."""
        told = of_pair(self.sight, self.clause, self.mentions[a], self.mentions[b])
        return told if self.again else [*told, *of_open(self.sight, self.clause, self.mentions[a], self.mentions[b])]

    def features(self, a: int, b: int) -> list[str]:
        """All that speaks for and against a pair; a feature that holds for both mentions stands twice."""
        return [*self.says, *self.said[a], *self.said[b], *self.of_pair(a, b)]


class Linked(NamedTuple):
    """A draft with its probability, and what spoke most for and against it."""

    draft: Draft
    probability: float
    reasons: tuple[tuple[str, float], ...]


def asked(heard: Heard, told: Sequence[Telling], grammar: Grammar) -> Iterator[Asked]:
    """The predicates of a sentence that tell contacts and that the rules left without parties.

    `told`: the contacts that the rules read in the article.
    """
    scene = heard.scene
    clauses = [] if scene.sport else [c for c in scene.clauses if c.frames and _open(scene, c)]
    mentions = mentions_of(scene) if clauses else []
    if mentions:
        seen = sight(scene, told, heard.place.sentence, heard.place.title)
        for clause in clauses:
            near = around(mentions, clause, scene)
            if len(near) > 1:
                yield _ask(seen, clause, near, grammar)


def asked_again(heard: Heard, told: Sequence[Telling], grammar: Grammar) -> Iterator[Asked]:
    """The predicates that the rules linked, asked as if they had not: for measuring the model alone."""
    scene = heard.scene
    mentions = mentions_of(scene)
    for clause in scene.clauses:
        if not any(d.trigger == clause.at for d in scene.drafts):
            continue
        first = scene.row[clause.at].first
        apart = msgspec.structs.replace(scene, drafts=[d for d in scene.drafts if d.trigger != clause.at])
        others = [t for t in told if t.trigger != first]
        seen = sight(apart, others, heard.place.sentence, heard.place.title)
        yield _ask(seen, clause, around(mentions, clause, scene), grammar)._replace(again=True)


def whose_by_words(clause: Clause) -> set[str] | None:
    """Whose «زيارته» is, as keys of actors; nobody's, of «سيتوجهون» of nobody known; None where no word says.

    «رسالة من الرئيس» is of the president, whoever hands it over.
    """
    if clause.frames[0].row.kind == "message":
        senders = {a.key for g in clause.arguments if g.marker == Marker.FROM for a in actors_of(g.units, states=True)}
        if senders:
            return senders
    if clause.finite:
        return None if clause.doers or clause.number == "one" else set()
    if PRONOUNS.get(clause.pronoun) == "two":
        # whose «لقائهما» is, the rules know where anybody does
        return set()
    if clause.pronoun and clause.frames[0].row.kind == "visit":
        return {a.key for a in (*clause.possessors, *clause.owners)}
    return None


def _ask(seen: Sight, clause: Clause, near: list[Mention], grammar: Grammar) -> Asked:
    return Asked(seen, clause, of_clause(seen, clause, grammar), near, [of_mention(seen, clause, m) for m in near])


def _open(scene: Scene, clause: Clause) -> bool:
    """Whether the rules left a predicate without parties, and no word says that it never was or is refused."""
    linked = any(d.trigger == clause.at for d in scene.drafts)
    return not linked and not never(scene.row, clause.at) and not refused(scene, clause)


def draft_of(ask: Asked, a: int, b: int) -> list[Draft]:
    """The contact of a predicate with these two parties, drafted as the rules draft theirs; none where of one side."""
    scene, frame = ask.sight.scene, ask.clause.frames[0]
    apart = msgspec.structs.replace(scene, drafts=[], guests=[])
    draft = msgspec.structs.replace(drafted(scene, ask.clause, frame), rule=f"learned.{frame.row.kind}")
    left, right = ask.mentions[a], ask.mentions[b]
    if frame.row.kind == "visit":
        visit(apart, draft, [left.actor], [right.unit] if right.unit is not None else [])
    else:
        ours, theirs = _joined(ask, left), _joined(ask, right)
        one = left.actor.key in {x.key for x in theirs}
        emit(apart, draft, ours, [] if one else theirs)
    return apart.drafts


def _joined(ask: Asked, mention: Mention) -> list[Actor]:
    """A mention with those that stand in one argument with it."""
    taken = ask.sight.taken
    if mention.at is None or mention.at not in taken:
        return [mention.actor]
    group = taken[mention.at]
    return [
        m.actor
        for m in ask.mentions
        if m.at is not None and m.at in taken and (taken[m.at][0].index, taken[m.at][1]) == (group[0].index, group[1])
    ]


class Linker:
    """Links by a linear model; may be used from several threads."""

    def __init__(self, model: Linear) -> None:
        self.model = model
        self._most = _most_of_pairs(model)

    def link(self, heard: Heard, told: Sequence[Telling], grammar: Grammar) -> Iterator[Linked]:
        """The best pair of each open predicate of a sentence, where the model is as sure of it as its threshold."""
        for ask in asked(heard, told, grammar):
            yield from self.best(ask)

    def best(self, ask: Asked) -> Iterator[Linked]:
        """The best pair of one predicate, drafted; nothing where none reaches the threshold."""
        model = self.model
        most, own, said = model.least(), model.score(ask.says), [model.score(s) for s in ask.said]
        best: tuple[int, int] | None = None
        for a, b in ask.pairs():
            score = own + said[a] + said[b]
            # nothing that the pair may say would carry it over
            if score + self._most < most:
                continue
            score += model.score(ask.of_pair(a, b))
            if score > most or (score == most and best is None):
                most, best = score, (a, b)
        if best is not None:
            reasons = model.strongest(ask.features(*best), _REASONS)
            for draft in draft_of(ask, *best):
                yield Linked(draft, model.probability(most), reasons)


def _most_of_pairs(model: Linear) -> int:
    """The most that the features of a pair can add: of each name the greatest weight."""
    most: dict[str, int] = {}
    for feature, weight in model.weights.items():
        name = feature.partition(":")[0]
        if not name.startswith("m-"):
            most[name] = max(most.get(name, 0), weight)
    return sum(most.values())
