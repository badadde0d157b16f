"""Who calls whom what: loaded names across the articles of a record, by the voice that uses them."""

from collections.abc import Sequence

import msgspec

from isnad.query.reader import ESCAPED, Reader, like


class AskedNames(msgspec.Struct, frozen=True, kw_only=True):
    """A question for names: what they refer to (an actor's id), the outlet or part of it, the days of publication.

    `articles`: addresses of the articles to look at; all where it is None.
    """

    referent: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    articles: tuple[str, ...] | None = None


class NameUse(msgspec.Struct, frozen=True, kw_only=True):
    """One name as one outlet uses it in one voice, and how often; `by`: whose words, where a single source has them."""

    referent: str
    text: str
    stance: str
    voice: str
    outlet: str | None
    by: str | None
    times: int
    articles: int


class Referent(msgspec.Struct, frozen=True):
    """Somebody who bears loaded names, and how often they are used."""

    id: str
    times: int


def names(reader: Reader, asked: AskedNames) -> tuple[NameUse, ...]:
    """The names asked for, most used first."""
    terms, values = _terms(asked)
    sql = (
        "SELECT n.referent, n.text, n.stance, n.voice, a.outlet, MIN(n.by), MAX(n.by), COUNT(*), "
        "COUNT(DISTINCT n.article) FROM namings n JOIN articles a ON a.id = n.article "
        f"WHERE {' AND '.join(terms)} GROUP BY n.referent, n.text, n.stance, n.voice, a.outlet"
    ).replace("n.by", 'n."by"')
    made = [
        NameUse(
            referent=referent,
            text=text,
            stance=stance,
            voice=voice,
            outlet=outlet,
            by=first if first == last else None,
            times=times,
            articles=articles,
        )
        for referent, text, stance, voice, outlet, first, last, times, articles in reader.rows(sql, **values)
    ]
    return tuple(sorted(made, key=lambda u: (-u.times, u.referent, u.text, u.voice, u.outlet or "")))


def referents(reader: Reader, asked: AskedNames) -> tuple[Referent, ...]:
    """Those for whom a name that takes a stance is used, most often named first."""
    terms, values = _terms(asked)
    terms.append("n.stance <> 'neutral'")
    sql = (
        "SELECT n.referent, COUNT(*) FROM namings n JOIN articles a ON a.id = n.article "
        f"WHERE {' AND '.join(terms)} GROUP BY n.referent ORDER BY COUNT(*) DESC, n.referent"
    )
    return tuple(Referent(str(id_), int(times)) for id_, times in reader.rows(sql, **values))


def _terms(asked: AskedNames) -> tuple[list[str], dict[str, object]]:
    terms: list[str] = ["1 = 1"]
    values: dict[str, object] = {}
    for column, value in (("n.referent = :referent", asked.referent), ("a.latest >= :since", asked.since)):
        if value:
            terms.append(column)
            values[column.rpartition(":")[2]] = value
    if asked.until:
        terms.append("a.earliest <= :until")
        values["until"] = asked.until
    if asked.outlet:
        terms.append(f"a.outlet LIKE :outlet {ESCAPED}")
        values["outlet"] = like(asked.outlet)
    if asked.articles is not None:
        terms.append(_among(asked.articles, values))
    return terms, values


def _among(articles: Sequence[str], values: dict[str, object]) -> str:
    if not articles:
        return "1 = 0"
    values |= {f"sha{n}": sha256 for n, sha256 in enumerate(articles)}
    return f"a.sha256 IN ({', '.join(f':sha{n}' for n in range(len(articles)))})"
