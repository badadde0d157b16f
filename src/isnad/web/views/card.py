"""What of all that was said in a contact stands on its card."""

from collections import defaultdict
from collections.abc import Sequence

from isnad.query.brief import Said


def few(said: Sequence[Said], number: int) -> list[Said]:
    """So many of the statements, from as many reports as there are: the first of each, then the second of each."""
    by_report: dict[str, list[Said]] = defaultdict(list)
    for told in said:
        by_report[told.report.contact].append(told)
    rounds = [told for n in range(number) for group in by_report.values() for told in group[n : n + 1]]
    chosen = {id(told) for told in rounds[:number]}
    return [told for told in said if id(told) in chosen]
