"""The tables of a record, one schema for SQLite and PostgreSQL. Days are ISO text; documents are JSON.

An article is its text (`sha256`); `appearances` are its publications, one an outlet. `contacts`, `events`, `stories`,
`reports` and their side tables are what `merge` made of the readings, and can be made again from them at any time.
The full-text table `words` differs by database and stands in the first migration.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)
_ID = String(16)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("key", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("outlet", Text),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("lexicon", String(64), nullable=False),
    # page and reading: JSON in zlib; what an article without a contact testifies is null
    Column("page", LargeBinary, nullable=False),
    Column("reading", LargeBinary, nullable=False),
    Column("witness", LargeBinary),
    Column("merged", Boolean, nullable=False, default=False),
    sqlite_autoincrement=True,
)
Index(None, articles.c.key)
Index(None, articles.c.earliest)
# covers what is asked of outlets: the rows themselves are large
Index(None, articles.c.outlet, articles.c.earliest)
Index("ix_articles_unmerged", articles.c.id, sqlite_where=text("NOT merged"), postgresql_where=text("NOT merged"))

appearances = Table(
    "appearances",
    metadata,
    Column("article", ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    Column("outlet", Text, primary_key=True),
    Column("date", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("url", Text, nullable=False),
)
Index(None, appearances.c.key)

statements = Table(
    "statements",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("article", ForeignKey(articles.c.id, ondelete="CASCADE"), nullable=False),
    Column("contact", _ID),
    Column("form", String(10), nullable=False),
    Column("polarity", String(10), nullable=False),
    Column("confidence", Float),
)
Index(None, statements.c.article)
Index(None, statements.c.contact)

speakers = Table(
    "speakers",
    metadata,
    Column("statement", ForeignKey(statements.c.id, ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("actor", Text),
    Column("side", Text, nullable=False),
    Column("name", Text, nullable=False),
)
Index(None, speakers.c.actor)
Index(None, speakers.c.side)

namings = Table(
    "namings",
    metadata,
    Column("article", ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("referent", Text, nullable=False),
    Column("stance", String(10), nullable=False),
    Column("voice", String(12), nullable=False),
    Column("by", Text),
)
Index(None, namings.c.referent)

contacts = Table(
    "contacts",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("dated", Boolean, nullable=False),
    Column("place", Text),
    Column("background", Boolean, nullable=False),
    Column("domestic", Boolean, nullable=False),
    Column("independent", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("verdict", String(10)),
    Column("confidence", Float),
    Column("story", _ID, nullable=False),
    Column("doc", Text, nullable=False),
)
Index(None, contacts.c.earliest)
Index(None, contacts.c.latest)
Index(None, contacts.c.story)

parties = Table(
    "parties",
    metadata,
    Column("contact", ForeignKey(contacts.c.id, ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("actor", Text),
    Column("side", Text, nullable=False),
    # folded names, for searching by any spelling
    Column("name", Text, nullable=False),
)
Index(None, parties.c.actor)
Index(None, parties.c.side)

topics = Table(
    "topics",
    metadata,
    Column("contact", ForeignKey(contacts.c.id, ondelete="CASCADE"), primary_key=True),
    Column("topic", Text, primary_key=True),
)
Index(None, topics.c.topic)

reports = Table(
    "reports",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("contact", ForeignKey(contacts.c.id, ondelete="CASCADE"), nullable=False),
    Column("article", ForeignKey(articles.c.id), nullable=False),
    Column("outlet", Text),
)
Index(None, reports.c.contact)
Index(None, reports.c.article)
Index(None, reports.c.outlet)

events = Table(
    "events",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("act", String(24), nullable=False),
    Column("type", String(12), nullable=False),
    Column("status", String(16), nullable=False),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("dated", Boolean, nullable=False),
    # folded, all places in one text
    Column("place", Text),
    Column("attributed", Boolean, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("independent", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("contact", _ID),
    Column("verdict", String(10)),
    Column("doc", Text, nullable=False),
)
Index(None, events.c.earliest)
Index(None, events.c.latest)
Index(None, events.c.contact)

event_parties = Table(
    "event_parties",
    metadata,
    Column("event", ForeignKey(events.c.id, ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("acts", Boolean, nullable=False),
    Column("actor", Text),
    Column("side", Text, nullable=False),
    Column("name", Text, nullable=False),
)
Index(None, event_parties.c.actor)
Index(None, event_parties.c.side)

event_reports = Table(
    "event_reports",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("event", ForeignKey(events.c.id, ondelete="CASCADE"), nullable=False),
    Column("article", ForeignKey(articles.c.id), nullable=False),
    Column("outlet", Text),
)
Index(None, event_reports.c.event)
Index(None, event_reports.c.article)

stories = Table(
    "stories",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("contacts", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("doc", Text, nullable=False),
)

verdicts = Table(
    "verdicts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(10), nullable=False),
    Column("subject", _ID, nullable=False),
    Column("other", _ID, nullable=False, default=""),
    Column("correction", Text, nullable=False, default="{}"),
    Column("by", Text, nullable=False, default=""),
    Column("at", String(32), nullable=False, default=""),
    Column("note", Text, nullable=False, default=""),
    Column("merged", Boolean, nullable=False, default=False),
    sqlite_autoincrement=True,
)

redirects = Table(
    "redirects",
    metadata,
    Column("old", _ID, primary_key=True),
    Column("new", _ID, nullable=False),
)
