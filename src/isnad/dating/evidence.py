"""What the other rooms hand to `dating`."""

from collections.abc import Callable, Sequence

import msgspec

from isnad.dating.offices import Tenure
from isnad.lexicon.when import Tense, TimeHit


def _nothing(_given: str) -> Sequence[TimeHit]:
    return ()


def _on_time(_day: str) -> int:
    return 0


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The article's time expressions with their tenses, hit by hit, and the offices that it names as held.

    `spelled(text)`: the time expressions of a metadata date that is written in words. `late(day)`: by how many days a
    page of this outlet that bears this ISO day may be older.
    """

    hits: Sequence[TimeHit]
    tenses: Sequence[Tense | None]
    offices: Sequence[Tenure] = ()
    spelled: Callable[[str], Sequence[TimeHit]] = _nothing
    late: Callable[[str], int] = _on_time
