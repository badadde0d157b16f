"""Adding: one article, one transaction. The same article twice changes nothing, in whatever order."""

from collections.abc import Mapping
from typing import Any, Literal

from sqlalchemy import Connection, Engine, select, text

from isnad.arabic.fold import fold_word
from isnad.model import Appearance
from isnad.store.entry import Entry
from isnad.store.schema import appearances, articles, namings, speakers, statements

Added = Literal["new", "known", "again", "elsewhere"]


def rank(seen: Appearance) -> tuple[bool, Appearance]:
    """Orders the publications of one text: dated before undated, then by date, outlet, key and address."""
    return not seen.date, seen


def known(engine: Engine, sha256: str, seen: Appearance, lexicon: str) -> bool:
    """Whether adding this publication of a text would change nothing."""
    with engine.connect() as connection:
        row = connection.execute(select(articles.c.id, articles.c.lexicon).where(articles.c.sha256 == sha256)).first()
        if row is None or row.lexicon != lexicon:
            return False
        have = _appearances(connection, row.id).get(seen.outlet)
        return have is not None and rank(have) <= rank(seen)


def add(engine: Engine, made: Entry) -> Added:
    """Write one entry: `new`, `known` (nothing changed), `again` (read with another lexicon), `elsewhere` (a text that
    was known from another publication)."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:sha, 0))"), {"sha": made.sha256})
        row = connection.execute(
            select(articles.c.id, articles.c.lexicon).where(articles.c.sha256 == made.sha256)
        ).first()
        if row is None:
            id_ = connection.execute(articles.insert().values(**_columns(made)).returning(articles.c.id)).scalar_one()
            _words(connection, id_, made.tokens)
            _said(connection, id_, made)
            _appear(connection, id_, {}, made.appearance)
            return "new"
        seen = _appearances(connection, row.id)
        before = min(seen.values(), key=rank)
        changed = _appear(connection, row.id, seen, made.appearance)
        first = rank(made.appearance) <= rank(before)
        if first and (row.lexicon != made.lexicon or made.appearance != before):
            # the reading is that of the first publication
            connection.execute(articles.update().where(articles.c.id == row.id).values(**_columns(made)))
            _said(connection, row.id, made)
            return "again" if row.lexicon != made.lexicon else "elsewhere"
        if changed:
            connection.execute(articles.update().where(articles.c.id == row.id).values(merged=False))
        return "elsewhere" if changed else "known"


def _columns(made: Entry) -> dict[str, Any]:
    return {
        "sha256": made.sha256,
        "key": made.appearance.key,
        "title": made.title,
        "outlet": made.outlet,
        "earliest": made.earliest,
        "latest": made.latest,
        "lexicon": made.lexicon,
        "page": made.page,
        "reading": made.reading,
        "witness": made.testimony,
        "merged": False,
    }


def _appearances(connection: Connection, id_: int) -> dict[str, Appearance]:
    rows = connection.execute(select(appearances).where(appearances.c.article == id_))
    return {row.outlet: Appearance(date=row.date, outlet=row.outlet, key=row.key, url=row.url) for row in rows}


def _appear(connection: Connection, id_: int, seen: Mapping[str, Appearance], new: Appearance) -> bool:
    """Keep the first publication of each outlet; whether anything changed."""
    have = seen.get(new.outlet)
    if have is not None and rank(have) <= rank(new):
        return False
    values = {"date": new.date, "key": new.key, "url": new.url}
    if have is None:
        connection.execute(appearances.insert().values(article=id_, outlet=new.outlet, **values))
    else:
        at = (appearances.c.article == id_) & (appearances.c.outlet == new.outlet)
        connection.execute(appearances.update().where(at).values(**values))
    return True


def _words(connection: Connection, id_: int, tokens: str) -> None:
    """The text never changes, so its words are written once."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("INSERT INTO words (rowid, tokens) VALUES (:id, :tokens)"), {"id": id_, "tokens": tokens}
        )
    else:
        connection.execute(
            text("INSERT INTO words (article, tokens) VALUES (:id, array_to_tsvector(string_to_array(:tokens, ' ')))"),
            {"id": id_, "tokens": tokens},
        )


def _said(connection: Connection, id_: int, made: Entry) -> None:
    """What a reading holds beside contacts and is asked for across articles: statements and loaded names."""
    connection.execute(statements.delete().where(statements.c.article == id_))
    rows = [
        {
            "id": s.id,
            "article": id_,
            "contact": s.contact,
            "form": s.form,
            "polarity": s.polarity,
            "confidence": s.confidence,
        }
        for s in made.statements
    ]
    said = [
        {"statement": s.id, "place": place, "actor": actor, "side": side, "name": fold_word(name)}
        for s in made.statements
        for place, (actor, side, name) in enumerate(s.speakers)
    ]
    if rows:
        connection.execute(statements.insert(), rows)
    if said:
        connection.execute(speakers.insert(), said)
    connection.execute(namings.delete().where(namings.c.article == id_))
    if made.namings:
        named = [{"article": id_, "place": place, **name} for place, name in enumerate(made.namings)]
        connection.execute(namings.insert(), named)
