"""Days of the crawl: many pages of one outlet that bear one day, because somebody fetched or moved them all that day.

Such a day says only that the article came out no later. It is told by its excess: no other day of the outlet comes
near it. An outlet that prints as much every day is not meant.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from isnad.merge.days import FIRST, Interval, publication
from isnad.merge.weights import CRAWLED, EXCESS
from isnad.model import Witness


def crawl_days(witnesses: Iterable[Witness]) -> frozenset[tuple[str, int]]:
    """The outlets and days (ordinals) that are days of a crawl."""
    counted: dict[str, Counter[int]] = defaultdict(Counter)
    for witness in witnesses:
        out = publication(witness.published)
        if witness.outlet and out.width == 0:
            counted[witness.outlet][out.lo] += 1
    found = set()
    for outlet, days in counted.items():
        ranked = sorted(days.values(), reverse=True)
        usual = ranked[1] if len(ranked) > 1 else 0
        found |= {(outlet, day) for day, n in days.items() if n >= CRAWLED and n > EXCESS * usual}
    return frozenset(found)


def came_out(witness: Witness, crawled: frozenset[tuple[str, int]]) -> Interval:
    """When an article came out, as far as is known; no later than the day of a crawl."""
    out = publication(witness.published)
    return Interval(FIRST, out.hi) if (witness.outlet or "", out.hi) in crawled else out
