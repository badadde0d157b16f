"""Sources: how many independent ones stand behind a contact."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from isnad.merge.days import Interval
from isnad.model import Root, Sources, Witness

_OWN_VOICE = frozenset({"outlet", "article"})


class Reported(Protocol):
    """A report as far as its sources are concerned."""

    @property
    def id(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def out(self) -> Interval: ...
    @property
    def witness(self) -> Witness: ...


def sources(members: Sequence[Reported], rooted: Mapping[str, tuple[Root, ...]]) -> Sources:
    """The sources of one contact; `rooted` gives the roots of each report by its id.

    Copies of one article have one root: an agency's or a side's where one of them names it, else the first outlet's.
    """
    families: dict[str, list[Reported]] = defaultdict(list)
    for member in sorted(members, key=lambda a: (a.out, a.id)):
        families[member.family].append(member)
    counted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for family in families.values():
        found = [root for member in family for root in rooted[member.id]]
        named = [root for root in found if root.kind not in _OWN_VOICE]
        for root in named or found[:1]:
            counted[root.kind, root.key][root.name] += 1
    roots = tuple(
        Root(kind=kind, key=key, name=min(names, key=lambda n: (-names[n], len(n), n)))  # type: ignore[arg-type]
        for (kind, key), names in sorted(counted.items())
    )
    outlets = {a.outlet for m in members for a in m.witness.appearances if a.outlet}
    # two articles whose outlets nobody knows may be of one: only what is known is counted
    outlets |= {
        m.witness.outlet for m in members if m.witness.outlet and not any(a.outlet for a in m.witness.appearances)
    }
    articles = sum(len(m.witness.appearances) for m in members)
    return Sources(independent=len(roots), outlets=len(outlets), articles=articles, roots=roots)
