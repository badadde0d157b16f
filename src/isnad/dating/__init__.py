"""The publication day as an interval, with its evidence and the argument. No evidence, no date."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from isnad.arabic.tokens import Tokens
from isnad.dating.clue import Clue
from isnad.dating.clues import clues
from isnad.dating.confirmed import first_weekday
from isnad.dating.evidence import Evidence
from isnad.dating.metadata import may_be_invented, metadata_days, spelled_days
from isnad.dating.offices import Tenure, office_clues
from isnad.dating.weigh import against, step, weigh
from isnad.model import Article, Problem, Published

__all__ = ["Clue", "Evidence", "Tenure", "date_article"]


def date_article(article: Article, tokens: Tokens, evidence: Evidence) -> tuple[Published | None, tuple[Problem, ...]]:
    """When the article was published: inclusive days, the candidates where they are few, and the argument's steps.

    A readable metadata date is taken and checked against the text; what contradicts it is reported. The first of
    January is dropped where the text contradicts it: extractors invent it. Without metadata the text's own clues
    decide, and the offices that it names as held; where they contradict each other there is no date.
    """
    found = clues(article, tokens, evidence)
    problems: tuple[Problem, ...] = ()
    if article.date:
        days = metadata_days(article.date) or spelled_days(evidence.spelled(article.date))
        if not days:
            problems = (Problem(room="dating", message=f"the metadata's date {article.date!r} cannot be read"),)
        else:
            older = {d - timedelta(evidence.late(d.isoformat())) for d in days}
            if older != {*days}:
                # the stamp in the text is the metadata's own
                found = [c for c in found if c.kind != "stamp"]
            published, problems = _by_metadata(article.date, sorted({*older, *days}), found)
            if published and older != {*days}:
                published = _confirmed(published, days, first_weekday(article, tokens, evidence))
            if published:
                return published, problems
    published, more = weigh([*found, *office_clues(evidence.offices, found, tokens.text)])
    return published, problems + more


def _by_metadata(
    given: str, days: Sequence[date], found: Sequence[Clue]
) -> tuple[Published | None, tuple[Problem, ...]]:
    fitting = [d for d in days if not against(d, found)] or list(days)
    problems = against(fitting[0], found)
    if problems and may_be_invented(fitting[0], given):
        return None, problems
    clue = Clue(kind="metadata", rule="dating.metadata", text=given)
    return Published(
        earliest=fitting[0].isoformat(),
        latest=fitting[-1].isoformat(),
        days=tuple(d.isoformat() for d in fitting) if len(fitting) > 1 else None,
        basis=(step(clue, ", ".join(d.isoformat() for d in fitting)),),
    ), problems


def _confirmed(published: Published, borne: Iterable[date], clue: Clue | None) -> Published:
    """Of the days that a page may be of, the one that it bears, where the clue confirms that; all of them elsewhere."""
    day = published.latest
    if clue is None or day == published.earliest or day not in {d.isoformat() for d in borne if clue.allows(d)}:
        return published
    return Published(earliest=day, latest=day, basis=(*published.basis, step(clue, day)))
