"""Pairs of mentions with what gold says of them: what the linker learns from."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

from isnad.contacts.linker import Asked, Linked, asked, asked_again, draft_of
from isnad.contacts.merge import Telling, same
from isnad.contacts.settling import linked
from isnad.lexicon import Lexicon
from training.labelled import Gold
from training.prepared import Prepared, read_with, records

# a pair told elsewhere than where gold quotes it is less surely told by this predicate
_UNQUOTED = 0.5


class Example(NamedTuple):
    """A pair under a predicate: whether its contact is right, and how much that counts."""

    features: list[str]
    right: bool
    weight: float


def examples(article: Prepared, lexicon: Lexicon, score: ModuleType) -> Iterator[Example]:
    """The pairs of an article of which gold says something.

    Under a predicate that the rules linked a pair is right where gold has a contact of its kind and sides: that teaches
    what a link is. Under one that they left open, right are those whose contact would be one that gold asks for and
    that the rules missed, with kind, names, status and day; wrong, whose contact would be none, or one found already.
    Left out: those that would be merged into a contact of the rules, optional ones, and those of the right sides with
    something else wrong.
    """
    golds = article.one.gold["contacts"]
    reads = [c for c in records(article, read_with(article, lexicon, None)) if _scored(c, score)]
    found = {i for i, _ in score.pair(golds, reads)}
    for heard in article.listened.heard:
        for ask in asked(heard, article.told, lexicon.grammar):
            for a, b in ask.pairs():
                for draft in draft_of(ask, a, b):
                    telling = linked(Linked(draft, 1.0, ()), heard, article.seen.tokens, lexicon)
                    if not any(same(telling, t) or same(t, telling) for t in article.told):
                        yield from _judged(article, ask.features(a, b), telling, found, score)
        for ask in asked_again(heard, article.told, lexicon.grammar):
            yield from _linked_before(ask, golds, score)


def _judged(
    article: Prepared, features: list[str], telling: Telling, found: set[int], score: ModuleType
) -> Iterator[Example]:
    """What gold says of a contact that the rules do not have."""
    contact = records(article, [telling])[0]
    if not _scored(contact, score) or contact["background"]:
        return
    golds = article.one.gold["contacts"]
    fitting = [i for i, g in enumerate(golds) if score.compatible(g, contact)]
    wanted = [golds[i] for i in fitting if i not in found and not golds[i]["optional"]]
    if wanted:
        at = article.seen.tokens.starts[telling.trigger]
        quoted = any(_within(article.one.article.text, g, at) for g in wanted)
        if any(_all_right(g, contact, score) for g in wanted):
            yield Example(features, True, 1.0 if quoted else _UNQUOTED)
    elif all(i in found for i in fitting):
        yield Example(features, False, 1.0)


def _all_right(gold: Gold, contact: dict[str, Any], score: ModuleType) -> bool:
    """Whether kind, names, status and day are as gold has them."""
    status = contact["status"] in (gold["status"], gold.get("status_alt"))
    named = score.names_right(gold, contact) and score.date_right(gold, contact)
    return bool(status and named and gold["kind"] == contact["kind"])


def _within(text: str, gold: Gold, at: int) -> bool:
    """Whether an offset lies in the words that gold quotes."""
    start = text.find(gold.get("quote") or "\0")
    return start >= 0 and start <= at < start + len(gold["quote"])


def _linked_before(ask: Asked, golds: list[Gold], score: ModuleType) -> Iterator[Example]:
    for a, b in ask.pairs():
        sides = [{"side": ask.mentions[i].actor.side} for i in (a, b)]
        contact = {"parties": sides, "kind": ask.clause.frames[0].row.kind}
        fitting = [g for g in golds if score.compatible(g, contact)]
        if not fitting or not all(g["optional"] for g in fitting):
            yield Example(ask.features(a, b), bool(fitting), 1.0)


def _scored(contact: dict[str, Any], score: ModuleType) -> bool:
    return not contact["domestic"] and len(score.sides(contact)) > 1
