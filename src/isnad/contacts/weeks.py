"""Weeks told by their distance («الأسبوع الماضي», «الأسبوع المقبل»): the days that they may mean."""

from datetime import date, timedelta

from msgspec.structs import replace

from isnad.lexicon.when import Tense
from isnad.model import TimeExpression

_FRIDAY, _SLACK = 5, 2


def week(time: TimeExpression | None, today: TimeExpression | None, tense: Tense | None) -> TimeExpression | None:
    """A time that is a week, with all days that it may mean; other times, and None, as they are.

    A week that was began on a Saturday, Sunday or Monday, by country; what is planned for a week is set for the days
    from its Monday on, and for none that is past. On a Saturday or Sunday the week may have begun that day, and each
    week be one further.
    """
    if time is None or time.value is None or "-W" not in time.value or not time.earliest or not time.latest:
        return time
    first, last = date.fromisoformat(time.earliest), date.fromisoformat(time.latest)
    first -= timedelta(0 if tense == "future" else _SLACK)
    if today is not None and today.latest and today.earliest == today.latest:
        day = date.fromisoformat(today.latest)
        later = last + timedelta(day.isoweekday() - 1 if day.isoweekday() > _FRIDAY else 0)
        last = min(later, day - timedelta(1)) if last < day < later else later
        if tense == "future" and first <= day <= last:
            first = day
    return replace(time, earliest=first.isoformat(), latest=last.isoformat())
