"""Prints: one report as it stands in the copies of one text.

Copies are printed on other days, and «yesterday» is then another day; what they tell is what the first print told. So
a print stands and falls with its original, and no further witness can part them.
"""

from collections import defaultdict
from collections.abc import Iterable

from isnad.merge.accounts import Account
from isnad.merge.contradiction import other_people


def originals(accounts: Iterable[Account]) -> dict[str, str]:
    """For the id of each report that of its original: of the same words in the same family of articles the one whose
    publication is known best, then the earliest. A report of whom the article names other people is its own."""
    prints: dict[tuple[object, ...], list[Account]] = defaultdict(list)
    seen: dict[tuple[object, ...], int] = defaultdict(int)
    for account in sorted(accounts, key=lambda a: (a.article, a.contact.evidence.start, a.id)):
        report = account.family, account.words, account.kind, account.sides
        # an article may tell of two encounters in the same words: the first is a print of the first
        nth = seen[account.article, report] = seen[account.article, report] + 1
        prints[(*report, nth)].append(account)
    found: dict[str, str] = {}
    for group in prints.values():
        first = min(group, key=lambda a: (a.out.width, a.out, a.id))
        found |= {a.id: a.id if other_people(a, first) else first.id for a in group}
    return found
