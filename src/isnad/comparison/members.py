"""Which statements of an article belong to the contact that is compared.

contact: the reading ties them to it; one sentence of an agency on several contacts is an account of none. family:
around or inside such a one. passage: tied to nothing, and following such a one on the same side's word. What is tied
to nothing and repeats such a one in the article is added by `compare`.
"""

from collections.abc import Mapping, Sequence

from isnad.model import Root, Statement


def members(statements: Sequence[Statement], contact: str, roots: Mapping[str, Root]) -> frozenset[str]:
    """The ids of the statements of one article that tell what was said in a contact, echoes aside."""
    ordered = sorted(statements, key=lambda s: (s.content.start, -s.content.end, s.id))
    by_id = {s.id: s for s in ordered}
    chosen = {s.id for s in ordered if contact in (s.contact, *s.contacts) and not _overview(s, roots)}
    for statement in ordered:
        if statement.id in chosen:
            parent = by_id.get(statement.parent or "")
            while parent is not None and parent.contact in (None, contact) and parent.id not in chosen:
                chosen.add(parent.id)
                parent = by_id.get(parent.parent or "")
    chosen |= _inside(ordered, chosen)
    chosen |= _passages(ordered, chosen, roots)
    return frozenset(chosen | _inside(ordered, chosen))


def _overview(statement: Statement, roots: Mapping[str, Root]) -> bool:
    """Whether somebody who is no side tells of several contacts in one sentence: «بحث … مع نظيريه من …»."""
    return len(statement.contacts) > 1 and roots[statement.id].kind != "side"


def _inside(ordered: Sequence[Statement], chosen: set[str]) -> set[str]:
    """Statements tied to nothing whose parent belongs, at any depth; `ordered` has parents before their children."""
    found: set[str] = set()
    for statement in ordered:
        if statement.contact is None and statement.parent in chosen | found:
            found.add(statement.id)
    return found


def _passages(ordered: Sequence[Statement], chosen: set[str], roots: Mapping[str, Root]) -> set[str]:
    """Statements that go on with a readout: nothing of another contact or another root stands between."""
    found: set[str] = set()
    told: Root | None = None
    for statement in ordered:
        root = roots[statement.id]
        if statement.id in chosen:
            # what one party's people are said to have told is no text that goes on
            told = root if root.kind == "side" and _from_text(statement) else None
        elif statement.contact is None and told == root and _from_text(statement) and statement.parent is None:
            found.add(statement.id)
        elif statement.parent not in found | chosen:
            told = None
    return found


def _from_text(statement: Statement) -> bool:
    return any(link.role == "statement" for link in statement.chain)
