"""The publication day as an interval, with its evidence and the argument. No evidence, no date."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from isnad.arabic.tokens import Tokens
from isnad.dating.clue import Clue
from isnad.dating.clues import clues
from isnad.dating.metadata import may_be_invented, metadata_days
from isnad.dating.offices import Tenure, office_clues
from isnad.dating.weigh import against, step, weigh
from isnad.lexicon.when import Tense, TimeHit
from isnad.model import Article, Problem, Published

__all__ = ["Clue", "Tenure", "date_article"]


def date_article(
    article: Article,
    tokens: Tokens,
    hits: Sequence[TimeHit],
    tenses: Sequence[Tense | None],
    offices: Iterable[Tenure] = (),
    events: Iterable[Clue] = (),
    late: Callable[[str], int] = lambda day: 0,
) -> tuple[Published | None, tuple[Problem, ...]]:
    """When the article was published: inclusive days, the candidates where they are few, and the argument's steps.

    A readable metadata date is taken and checked against the text; what contradicts it is reported. The first of
    January is dropped where the text contradicts it: extractors invent it. Without metadata the text's own clues
    decide, and the `offices` that it names as held (and dated `events`); where they contradict each other there is no
    date. `tenses` go with `hits`. `late(day)`: by how many days a page of this outlet that bears that day may be older.
    """
    found = clues(article, tokens, hits, tenses)
    problems: tuple[Problem, ...] = ()
    if article.date:
        days = metadata_days(article.date)
        if not days:
            problems = (Problem(room="dating", message=f"the metadata's date {article.date!r} cannot be read"),)
        else:
            older = {d: d - timedelta(late(d.isoformat())) for d in days}
            if any(d != o for d, o in older.items()):
                days = tuple(sorted({*older, *older.values()}))
                # the stamp in the text is the metadata's own
                found = [c for c in found if c.kind != "stamp"]
            published, problems = _by_metadata(article.date, days, found)
            if published:
                return published, problems
    found += [*office_clues(offices, found, len(tokens.text)), *events]
    published, more = weigh(found)
    return published, problems + more


def _by_metadata(
    given: str, days: Sequence[date], found: Sequence[Clue]
) -> tuple[Published | None, tuple[Problem, ...]]:
    fitting = [d for d in days if not against(d, found)] or list(days)
    problems = against(fitting[0], found)
    if problems and may_be_invented(fitting[0], given):
        return None, problems
    first, last = fitting[0].isoformat(), fitting[-1].isoformat()
    clue = Clue(kind="metadata", rule="dating.metadata", text=given)
    return Published(
        earliest=first,
        latest=last,
        days=tuple(d.isoformat() for d in fitting) if len(fitting) > 1 else None,
        basis=(step(clue, ", ".join(d.isoformat() for d in fitting)),),
    ), problems
