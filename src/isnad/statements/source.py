"""Who or what is given as the source of words."""

import msgspec

from isnad.lexicon.collective import Outlet
from isnad.model.phrase import Actor, Phrase
from isnad.model.reading import LinkRole


class Source(msgspec.Struct):
    """A noun phrase that speaks: tokens [first, last), the role of its link, and the actors behind it.

    `words` is how the article calls it, `name` a name in it. `pair`: both sides of a contact; `latter`: the one named
    last; `definite`: a lone definite noun («البيان», «الوكالة») that means one told before; `body`: it speaks through
    texts; `state`: a state or what stands for it.
    """

    first: int
    last: int
    role: LinkRole
    words: str
    actors: list[Actor] = []
    name: str | None = None
    side: str | None = None
    outlet: Outlet | None = None
    body: bool = False
    state: bool = False
    pair: bool = False
    latter: bool = False
    definite: bool = False
    phrase: Phrase | None = None
    female: bool = False
    number: str = "one"

    def keys(self) -> set[str]:
        """The keys of its actors."""
        return {a.key for a in self.actors}


def united(some: list[Actor], more: list[Actor]) -> list[Actor]:
    """Actors without those who are there already: one person may be told by two offices."""
    return [*some, *(a for a in more if all(a.key != b.key for b in some))]
