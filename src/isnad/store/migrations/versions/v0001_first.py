"""The first schema of a record, and the full-text table of each database."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("earliest", sa.String(length=10), nullable=True),
        sa.Column("latest", sa.String(length=10), nullable=True),
        sa.Column("lexicon", sa.String(length=64), nullable=False),
        sa.Column("page", sa.LargeBinary(), nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.Column("witness", sa.LargeBinary(), nullable=True),
        sa.Column("merged", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("sha256"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_articles_earliest"), "articles", ["earliest"], unique=False)
    op.create_index(op.f("ix_articles_key"), "articles", ["key"], unique=False)
    op.create_index(
        "ix_articles_unmerged",
        "articles",
        ["id"],
        unique=False,
        sqlite_where=sa.text("NOT merged"),
        postgresql_where=sa.text("NOT merged"),
    )
    op.create_table(
        "contacts",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("earliest", sa.String(length=10), nullable=True),
        sa.Column("latest", sa.String(length=10), nullable=True),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("domestic", sa.Boolean(), nullable=False),
        sa.Column("independent", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=True),
        sa.Column("story", sa.String(length=16), nullable=False),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    op.create_index(op.f("ix_contacts_earliest"), "contacts", ["earliest"], unique=False)
    op.create_index(op.f("ix_contacts_latest"), "contacts", ["latest"], unique=False)
    op.create_index(op.f("ix_contacts_story"), "contacts", ["story"], unique=False)
    op.create_table(
        "redirects",
        sa.Column("old", sa.String(length=16), nullable=False),
        sa.Column("new", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("old", name=op.f("pk_redirects")),
    )
    op.create_table(
        "stories",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("earliest", sa.String(length=10), nullable=True),
        sa.Column("latest", sa.String(length=10), nullable=True),
        sa.Column("contacts", sa.Integer(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
    )
    op.create_table(
        "verdicts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.Column("other", sa.String(length=16), nullable=False),
        sa.Column("correction", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("merged", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdicts")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "appearances",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_appearances_article"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "outlet", name=op.f("pk_appearances")),
    )
    op.create_index(op.f("ix_appearances_key"), "appearances", ["key"], unique=False)
    op.create_table(
        "parties",
        sa.Column("contact", sa.String(length=16), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], name=op.f("fk_parties_contact"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("contact", "place", name=op.f("pk_parties")),
    )
    op.create_index(op.f("ix_parties_actor"), "parties", ["actor"], unique=False)
    op.create_index(op.f("ix_parties_side"), "parties", ["side"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("contact", sa.String(length=16), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_reports_article")),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], name=op.f("fk_reports_contact"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_article"), "reports", ["article"], unique=False)
    op.create_index(op.f("ix_reports_contact"), "reports", ["contact"], unique=False)
    op.create_index(op.f("ix_reports_outlet"), "reports", ["outlet"], unique=False)
    op.create_table(
        "statements",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("contact", sa.String(length=16), nullable=True),
        sa.Column("form", sa.String(length=10), nullable=False),
        sa.Column("polarity", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_statements_article"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_article"), "statements", ["article"], unique=False)
    op.create_index(op.f("ix_statements_contact"), "statements", ["contact"], unique=False)
    op.create_table(
        "topics",
        sa.Column("contact", sa.String(length=16), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], name=op.f("fk_topics_contact"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("contact", "topic", name=op.f("pk_topics")),
    )
    op.create_index(op.f("ix_topics_topic"), "topics", ["topic"], unique=False)
    op.create_table(
        "speakers",
        sa.Column("statement", sa.String(length=16), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement"], ["statements.id"], name=op.f("fk_speakers_statement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement", "place", name=op.f("pk_speakers")),
    )
    op.create_index(op.f("ix_speakers_actor"), "speakers", ["actor"], unique=False)
    op.create_index(op.f("ix_speakers_side"), "speakers", ["side"], unique=False)

    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE words USING fts5(tokens, content='', detail=none, tokenize='unicode61')")
    else:
        op.execute(
            "CREATE TABLE words (article integer PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, "
            "tokens tsvector NOT NULL)"
        )
        op.execute("CREATE INDEX ix_words_tokens ON words USING gin (tokens)")
