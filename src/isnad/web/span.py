"""The days that an overview shows when nobody says which."""

import datetime

from isnad.query.contacts import count
from isnad.query.days import last_day
from isnad.query.reader import Reader
from isnad.query.selection import Asked
from isnad.web.asking import Filter

_SMALL = 300


def spanned(reader: Reader, asked: Filter, days: int, *, ahead: bool = False) -> None:
    """Bound a filter without days to the last days that the record tells of, and with `ahead` to what comes after them.

    A small record is shown whole.
    """
    if asked.since or asked.until or count(reader, Asked()) <= _SMALL:
        return
    last = last_day(reader)
    if last:
        end = datetime.date.fromisoformat(last)
        asked.since = end - datetime.timedelta(days=days - 1)
        asked.until = None if ahead else end
