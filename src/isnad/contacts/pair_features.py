"""What speaks for and against a pair of mentions as the parties of a predicate: named features of its clauses."""

from collections.abc import Iterator, Sequence

import msgspec

from isnad.arabic.markers import Marker
from isnad.clauses import COMMAS, QUOTES, Clause, Unit, marker_of
from isnad.contacts.cues import agreed, circumstance
from isnad.contacts.draft import Scene
from isnad.contacts.drafting import drafted
from isnad.contacts.merge import FAMILY, Telling
from isnad.contacts.pairs import Mention
from isnad.contacts.status import status_of
from isnad.lexicon.frames import Grammar
from isnad.lexicon.words import WordClass as W

_STEPS = (1, 2, 3, 5, 8, 13, 21)
_MARKERS = frozenset(Marker)
_NEAR, _BEHIND, _DEEPEST = 6, 12, 3
# small words near a predicate, and between it and a mention
_WORDS = (
    W.RECURRING, W.TOPIC, W.NOT, W.WILL_NOT, W.REFUSAL, W.MAYBE, W.INTENT, W.MISSION, W.SPEECH, W.AGREEMENT, W.LAST,
    W.PREVIOUS, W.NOW, W.WAS, W.CALL_MARK, W.MEDIA, W.COMPANY, W.EVENT, W.GATHERS, W.SCHEDULED, W.INVITATION,
    W.TOGETHER, W.RELATIVE_PRONOUN, W.THAT, W.QUANTIFIER,
)  # fmt: skip
_BETWEEN = (W.JOIN, W.RELATIVE, W.TOPIC, W.THAT, W.COMPANY, W.SPEECH)


class Sight(msgspec.Struct, frozen=True):
    """A sentence as the features see it.

    `told`: the contacts that the rules read in the whole article; `number`: the sentence's, in its article; `title`:
    whether it is the headline; `taken`: place in the row → the clause that takes the mention there, and its marker;
    `used`: the tokens of mentions that are parties of a contact of this sentence.
    """

    scene: Scene
    told: Sequence[Telling]
    number: int
    title: bool
    taken: dict[int, tuple[Clause, str]]
    used: frozenset[tuple[int, int]]


def sight(scene: Scene, told: Sequence[Telling], number: int, title: bool) -> Sight:
    """A sentence made ready for its features."""
    places = {id(unit): at for at, unit in enumerate(scene.row)}
    taken: dict[int, tuple[Clause, str]] = {}
    for clause in scene.clauses:
        groups = [(g, g.marker) for g in clause.arguments]
        groups += [(g, name) for g, name in ((clause.subject, "subject"), (clause.fronted, "fronted")) if g is not None]
        for unit, name in ((u, name) for group, name in groups for u in group.units):
            if (at := places.get(id(unit))) is not None:
                taken.setdefault(at, (clause, name))
    used = frozenset((a.first, a.last) for d in scene.drafts for a, _ in d.parties)
    return Sight(scene, told, number, title, taken, used)


def of_clause(sight: Sight, clause: Clause, grammar: Grammar) -> list[str]:
    """What a predicate says by itself, whoever its parties are."""
    kind = clause.frames[0].row.kind
    out = [*_shape(sight, clause), *_draft(sight, clause, grammar), *_company(sight, clause)]
    near = [u for u in sight.scene.row[max(0, clause.at - _NEAR) : clause.at + _NEAR] if u.phrase is None]
    out += [f"word:{c.value}" for c in _WORDS if any(u.word(c) for u in near)]
    if agreed(sight.scene.row, clause.at):
        out.append("agreed")
    return [*out, "title", f"title:{kind}"] if sight.title else out


def _shape(sight: Sight, clause: Clause) -> list[str]:
    """Form and place of the predicate, and what it hangs on."""
    scene, k = sight.scene, clause.at
    kind = clause.frames[0].row.kind
    carrier = scene.clause(clause.carrier)
    return [
        f"kind:{kind}",
        f"row:{clause.frames[0].id}",
        f"form:{clause.form}",
        f"kind-form:{kind}/{clause.form}",
        f"tense:{clause.tense}",
        f"relation:{clause.relation.value}",
        f"linker:{clause.linker}",
        f"pronoun:{clause.pronoun}",
        f"definite:{clause.definite}",
        f"number:{clause.number}",
        f"frames:{len(clause.frames)}",
        f"depth:{_depth(scene, clause)}",
        f"carrier:{f'{carrier.lends}/{carrier.tense}' if carrier is not None else '-'}",
        f"parent:{_what(scene.clause(clause.parent))}",
        f"governor:{_what(scene.clause(clause.governor))}",
        f"before:{_word(sight, k - 1)}",
        f"behind:{_word(sight, k + 1)}",
        f"circumstance:{circumstance(scene.row, k)}",
        f"quoted:{sum(u.form in QUOTES for u in scene.row[:k]) % 2 == 1}",
        f"arguments:{'+'.join(sorted({g.marker for g in clause.arguments}))}/{clause.form}",
        f"subject:{clause.subject is not None}/{clause.fronted is not None}/{bool(clause.doers)}/{clause.form}",
    ]


def _draft(sight: Sight, clause: Clause, grammar: Grammar) -> list[str]:
    """What the predicate would tell: its status, time and place."""
    scene, k = sight.scene, clause.at
    kind = clause.frames[0].row.kind
    draft = drafted(scene, clause, clause.frames[0])
    judged = status_of(draft, grammar, sight.title)
    timed = any(u.first in scene.timed for u in scene.row[max(0, k - _NEAR) : k + _BEHIND])
    return [
        f"status:{judged.status}/{judged.firm}",
        f"status-rule:{judged.rule}",
        f"status-kind:{judged.status}/{kind}/{clause.form}",
        f"placed:{draft.place is not None}",
        f"light:{draft.light is not None}/{draft.tense}",
        f"timed-near:{timed}",
    ]


def _company(sight: Sight, clause: Clause) -> list[str]:
    """What else is told around the predicate."""
    scene = sight.scene
    family = FAMILY[clause.frames[0].row.kind]
    sides = {u.actor.side for u in scene.row if u.actor is not None and u.actor.side}
    return [
        f"family-told-here:{any(FAMILY[d.kind] == family for d in scene.drafts)}",
        f"told-here:{min(len(scene.drafts), 3)}",
        f"told:{min(len(sight.told), 4)}",
        f"sides:{min(len(sides), 5)}",
        f"sentence:{_step(sight.number)}",
    ]


def of_mention(sight: Sight, clause: Clause, mention: Mention) -> list[str]:
    """What one mention says of its being a party; its features are named `m-…`."""
    actor, role = mention.actor, role_of(sight, clause, mention)
    kind, what = clause.frames[0].row.kind, _what_is(mention)
    named = (
        ("doer", clause.doers),
        ("owner", clause.owners),
        ("possessor", clause.possessors),
        ("mind", clause.in_mind),
        ("alternative", clause.alternative),
    )
    parts = [name for name, who in named if any(a.key == actor.key for a in who)]
    out = [
        f"m-role:{role}",
        f"m-role-kind:{role}/{kind}",
        f"m-role-form:{role}/{clause.form}",
        f"m-what:{what}",
        f"m-what-kind:{what}/{kind}",
        f"m-basis:{actor.basis}",
        f"m-rank:{actor.rank}",
        f"m-named:{actor.name is not None}",
        f"m-strength:{actor.strength}",
        f"m-parts:{'+'.join(parts)}",
        *(f"m-part:{name}" for name in parts),
    ]
    taker = sight.taken.get(mention.at) if mention.at is not None else None
    if taker is not None:
        out.append(f"m-taker:{taker[0].form}/{taker[1]}")
    return [*out, "m-earlier"] if mention.at is None else [*out, *_way(sight, clause, mention, mention.at)]


def _way(sight: Sight, clause: Clause, mention: Mention, at: int) -> Iterator[str]:
    """What lies between a predicate and a mention of its sentence."""
    hand = _hand(clause, mention)
    low, high = sorted((at, clause.at))
    between = sight.scene.row[low + 1 : high]
    yield f"m-distance:{hand}/{_step(high - low - 1)}"
    yield f"m-nth:{hand}/{mention.nth}"
    yield f"m-marker:{hand}/{marker_before(sight.scene.row, at)}"
    yield f"m-commas:{hand}/{min(2, sum(u.form in COMMAS for u in between))}"
    yield f"m-verbs:{hand}/{min(2, sum(bool(u.verbs or u.lights) for u in between))}"
    for word in _BETWEEN:
        if any(u.phrase is None and u.word(word) for u in between):
            yield f"m-between:{hand}/{word.value}"
    if (mention.actor.first, mention.actor.last) in sight.used:
        yield f"m-used:{clause.frames[0].row.kind}"


def of_pair(sight: Sight, clause: Clause, a: Mention, b: Mention) -> list[str]:
    """What two mentions together say of their being the parties."""
    kind = clause.frames[0].row.kind
    hands = f"{_hand(clause, a)}/{_hand(clause, b)}"
    sides = {a.actor.side, b.actor.side}
    same = [t for t in sight.told if sides <= t.side_set()]
    mind = {x.key for x in sight.scene.discourse.pair}
    out = [
        f"hands:{hands}",
        f"hands-kind:{hands}/{kind}",
        f"hands-form:{hands}/{clause.form}",
        f"roles:{role_of(sight, clause, a)}+{role_of(sight, clause, b)}",
        f"what:{_what_is(a)}+{_what_is(b)}/{kind}",
        f"nth:{hands}/{a.nth}/{b.nth}",
        f"pair-told:{min(2, len(same))}",
        f"pair-family-told:{any(FAMILY[t.kind] == FAMILY[kind] for t in same)}/{kind}",
        f"pair-kind-told:{any(t.kind == kind for t in same)}/{kind}",
        f"pair-told-before:{any(t.sentence < sight.number for t in same)}",
        f"pair-told-here:{any(t.sentence == sight.number for t in same)}",
        f"pair-in-mind:{len(mind & {a.actor.key, b.actor.key})}",
    ]
    return out if a.at is None or b.at is None else [*out, *_beside(sight, a.at, b.at)]


def of_open(sight: Sight, clause: Clause, a: Mention, b: Mention) -> list[str]:
    """What the places of two mentions say where the rules left the predicate open."""
    kind, roles = clause.frames[0].row.kind, (role_of(sight, clause, a), role_of(sight, clause, b))
    return [f"open-roles:{'+'.join(roles)}", f"open-roles-kind:{'+'.join(roles)}/{kind}"]


def _beside(sight: Sight, a: int, b: int) -> list[str]:
    """How two mentions of the sentence stand to each other."""
    (low, high), row = sorted((a, b)), sight.scene.row
    left, right = sight.taken.get(a), sight.taken.get(b)
    one = left is not None and right is not None and (left[0].index, left[1]) == (right[0].index, right[1])
    return [
        f"joined:{row[high].joined}/{_step(high - low)}",
        f"one-group:{one}",
        f"others-between:{min(2, sum(u.phrase is not None for u in row[low + 1 : high]))}",
    ]


def role_of(sight: Sight, clause: Clause, mention: Mention) -> str:
    """What a mention is to a predicate: its argument's marker, or that in a clause near it in the tree."""
    if mention.at is None:
        named = (("doer", clause.doers), ("owner", clause.owners), ("mind", clause.in_mind))
        return "earlier-" + next((n for n, who in named if any(a.key == mention.actor.key for a in who)), "none")
    found = sight.taken.get(mention.at)
    if found is None:
        return "free"
    taker, marker = found
    if taker.index == clause.index:
        return marker
    near = {
        clause.describes: "described",
        clause.governor: "governor",
        clause.parent: "parent",
        clause.carrier: "carrier",
    }
    name = near.get(taker.index, "child" if taker.parent == clause.index else "other")
    return f"{name}-{marker}"


def marker_before(row: Sequence[Unit], at: int) -> str:
    """The particle that governs a mention: glued to it, or right before it; `joined` or - where none does."""
    unit = row[at]
    if marker := marker_of(unit.clitic)[1]:
        return marker
    if at and row[at - 1].form in _MARKERS:
        return row[at - 1].form
    return "joined" if unit.joined else "-"


def _what(clause: Clause | None) -> str:
    if clause is None:
        return "-"
    return f"{clause.form}/{clause.frames[0].row.kind}" if clause.frames else clause.form


def _what_is(mention: Mention) -> str:
    return "place" if mention.place else mention.actor.phrase_kind


def _hand(clause: Clause, mention: Mention) -> str:
    return "earlier" if mention.at is None else "before" if mention.at < clause.at else "behind"


def _word(sight: Sight, at: int) -> str:
    """What stands beside the predicate: a mention, a time, a mark, or a word of some classes."""
    row = sight.scene.row
    if not 0 <= at < len(row):
        return "edge"
    unit = row[at]
    if unit.phrase is not None:
        return f"mention/{unit.phrase.kind}"
    if unit.first in sight.scene.timed:
        return "time"
    if unit.form in COMMAS or unit.form in QUOTES:
        return "mark"
    if unit.classes:
        return "+".join(sorted(c.value for c in unit.classes))
    return "light" if unit.lights else "verb" if unit.verbs else "noun" if unit.nouns else "word"


def _depth(scene: Scene, clause: Clause) -> int:
    """How many clauses stand above, three at most."""
    depth, above = 0, scene.clause(clause.parent if clause.parent is not None else clause.governor)
    while above is not None and depth < _DEEPEST:
        depth, above = depth + 1, scene.clause(above.parent if above.parent is not None else above.governor)
    return depth


def _step(distance: int) -> int:
    return next((s for s in _STEPS if distance <= s), 99)
