"""How contacts lie in the calendar: how many a day, and the last day that has any."""

from isnad.query.reader import Reader

_SHOWN = "NOT c.domestic AND NOT c.background AND (c.verdict IS NULL OR c.verdict <> 'reject')"
_DONE = "c.status IN ('held', 'ongoing')"
# a day that news only bounds is no day on which something is known to have happened
_ON_A_DAY = "c.dated AND c.earliest = c.latest"


def last_day(reader: Reader) -> str | None:
    """The last ISO day on which a contact is known to have been held; where none is, the last day of any contact."""
    for terms in (f"{_SHOWN} AND {_ON_A_DAY} AND {_DONE}", _SHOWN, "1 = 1"):
        row = reader.one(f"SELECT MAX(COALESCE(c.earliest, c.latest)) FROM contacts c WHERE {terms}")
        if row is not None and row[0] is not None:
            return str(row[0])
    return None


def per_day(reader: Reader, since: str, until: str) -> dict[str, int]:
    """The number of contacts of each day between two inclusive ISO days; days without any are left out."""
    sql = (
        f"SELECT c.earliest, COUNT(*) FROM contacts c WHERE {_SHOWN} AND {_ON_A_DAY} "
        "AND c.earliest >= :since AND c.earliest <= :until GROUP BY c.earliest"
    )
    return {str(day): int(number) for day, number in reader.rows(sql, since=since, until=until)}


def neighbours(reader: Reader, first: str, last: str) -> tuple[str | None, str | None]:
    """The nearest days that have contacts, before the day `first` and after the day `last`."""
    found = []
    for sql in (
        f"SELECT MAX(c.earliest) FROM contacts c WHERE {_SHOWN} AND {_ON_A_DAY} AND c.earliest < :day",
        f"SELECT MIN(c.earliest) FROM contacts c WHERE {_SHOWN} AND {_ON_A_DAY} AND c.earliest > :day",
    ):
        row = reader.one(sql, day=last if "MIN" in sql else first)
        found.append(str(row[0]) if row and row[0] else None)
    return found[0], found[1]
