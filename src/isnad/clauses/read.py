"""The clauses of a sentence, frozen: the walk's predicates with their places, arguments and resolved actors."""

from collections.abc import Sequence

from isnad.arabic.tokens import Tokens
from isnad.clauses.clause import Argument, Clause, Discourse
from isnad.clauses.heads import Context, Group, Head
from isnad.clauses.state import Grammar
from isnad.clauses.subjects import Subjects
from isnad.clauses.units import Unit
from isnad.clauses.walk import walk


def read_clauses(
    row: Sequence[Unit], tokens: Tokens, grammar: Grammar, discourse: Discourse, timed: frozenset[int]
) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order of their predicates.

    `row`: its units, of `tokens`; `discourse`: what earlier sentences left in mind; `timed`: the tokens of times.
    """
    heads = walk(row, tokens, grammar, timed)
    subjects = Subjects(row, heads, discourse, timed)
    return tuple(_clause(head, subjects) for head in heads)


def _clause(head: Head, subjects: Subjects) -> Clause:
    context = head.context if head.context is not None else Context(head.relation)
    tells = bool(head.frames)
    return Clause(
        head.index,
        head.at,
        head.form,
        head.relation,
        head.frames,
        head.light,
        head.tense,
        head.number,
        head.pronoun,
        head.definite,
        head.joined,
        head.linker,
        _index(head.parent),
        _index(head.carrier),
        tuple(h.index for h in head.described_by),
        _index(context.noun),
        _index(context.governor),
        tuple(_frozen(g) for g in head.arguments),
        _frozen(head.subject) if head.subject is not None else None,
        _frozen(head.fronted) if head.fronted is not None else None,
        doers=tuple(subjects.of(head)),
        by=subjects.by(head),
        alternative=tuple(subjects.without(head)) if tells and head.finite else (),
        owners=tuple(subjects.owner(head)) if tells else (),
        possessors=tuple(subjects.whose(head)) if tells else (),
        in_mind=tuple(subjects.spoken_of(head)) if tells else (),
    )


def _index(head: Head | None) -> int | None:
    return head.index if head is not None else None


def _frozen(group: Group) -> Argument:
    return Argument(group.marker, tuple(group.units), group.at)
